using System.Globalization;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding.Values;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

public sealed class ValueTests
{
    public static TheoryData<string> Values => [.. Read("values/first.txt").Where(line => line[0] != '#')];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_read_as_people_write_it(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var found = Recognizer.Recognize(parts[1], parts[0] == "nl" ? Language.Dutch : Language.English, Now);
        Assert.Equal(parts[2], string.Join("; ", found.GroupBy(value => value.Start).Select(readings => Written(readings.First()))));
    }

    [Theory]
    [InlineData("half acht", Language.Dutch, "time 07:30", "time 19:30")]
    [InlineData("half two", Language.English, "time 14:30", "time 02:30")]
    [InlineData("om drie uur", Language.Dutch, "time 15:00", "time 03:00")]
    [InlineData("12 uur", Language.Dutch, "time 12:00", "time 00:00")]
    [InlineData("at 3:30", Language.English, "time 15:30", "time 03:30")]
    [InlineData("12-05", Language.Dutch, "date 2026-05-12")]
    [InlineData("12-05", Language.English, "date 2026-05-12", "date 2026-12-05")]
    [InlineData("12/05", Language.English, "date 2026-05-12", "date 2026-12-05")]
    [InlineData("05/13", Language.English, "date 2026-05-13")]
    [InlineData("Tuesday", Language.English, "date 2026-03-10", "date 2026-03-03")]
    [InlineData("on Tuesday we met", Language.English, "date 2026-03-03")]
    [InlineData("volgende vrijdag", Language.Dutch, "date 2026-03-13", "date 2026-03-06")]
    [InlineData("next Friday", Language.English, "date 2026-03-13", "date 2026-03-06")]
    [InlineData("komende vrijdag", Language.Dutch, "date 2026-03-06")]
    [InlineData("januari", Language.Dutch, "range 2026-01-01 2026-02-01", "range 2027-01-01 2027-02-01")]
    [InlineData("20 februari", Language.Dutch, "date 2026-02-20", "date 2027-02-20")]
    [InlineData("afgelopen jaar", Language.Dutch, "range 2025-01-01 2026-01-01", "range 2025-03-04 2026-03-04")]
    [InlineData("the past year", Language.English, "range 2025-03-04 2026-03-04", "range 2025-01-01 2026-01-01")]
    [InlineData("de eerste van de maand", Language.Dutch, "date 2026-03-01", "date 2026-04-01")]
    [InlineData("1,250", Language.Dutch, "number 1.25", "number 1250")]
    [InlineData("1.250", Language.English, "number 1.25", "number 1250")]
    public void Where_a_text_can_be_read_in_two_ways_both_are_given_the_likeliest_first(string text, Language language, params string[] readings) =>
        Assert.Equal(readings, Recognizer.Recognize(text, language, Now).Select(Written));

    [Fact]
    public void Without_a_reference_only_whole_dates_are_read()
    {
        Assert.Equal(["date 2026-05-06"], Recognizer.Recognize("6 mei 2026, morgen of 7 juni", Language.Dutch, null).Where(value => value.Type == "date").Select(Written));
        Assert.Equal(["number 40"], Recognizer.Recognize("40 kamers volgende week", Language.Dutch, null).Select(Written));
    }

    [Theory]
    [InlineData("Stuur het volgende week dinsdag op", 10, "volgende week dinsdag")]
    [InlineData("wij komen op vrijdag 12 juni om 14u30 langs", 13, "vrijdag 12 juni om 14u30")]
    [InlineData("budget: € 12.500,- per dag", 8, "€ 12.500,-")]
    [InlineData("dus eind maart, ja", 4, "eind maart")]
    [InlineData("zit vol in wk19", 11, "wk19")]
    [InlineData("graag dinsdagmiddag!", 6, "dinsdagmiddag")]
    public void A_span_names_the_words_it_was_read_from(string text, int start, string span)
    {
        var value = Recognizer.Recognize(text, Language.Dutch, Now).Last();
        Assert.Equal((start, span), (value.Start, value.Span));
    }

    /// <summary>Every day of four years, written in five ways, is read back as itself.</summary>
    [Fact]
    public void Every_day_written_out_is_read_back()
    {
        var dutch = CultureInfo.GetCultureInfo("nl-NL");
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            foreach (var (text, language) in ((string, Language)[])
            [
                (day.ToString("d MMMM yyyy", dutch), Language.Dutch), (day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture), Language.Dutch),
                (day.ToString("dddd d MMMM yyyy", dutch), Language.Dutch), (day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture), Language.English),
                (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Language.English),
            ])
            {
                var value = Assert.Single(Recognizer.Recognize(text, language, Now));
                Assert.Equal(new Reading.Day(day), value.Value);
            }
        }
    }

    internal static string Written(Recognized value) => value.Type + " " + value.Value switch
    {
        Reading.Day day => Iso(day.Date),
        Reading.Days days => $"{Iso(days.From)} {Iso(days.End)}",
        Reading.Clock clock => clock.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Reading.Moment moment => moment.At.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        Reading.Number number => number.Value.ToString("0.####", CultureInfo.InvariantCulture),
        Reading.Percent percent => percent.Value.ToString("0.####", CultureInfo.InvariantCulture),
        Reading.Money money => money.Amount.ToString("0.####", CultureInfo.InvariantCulture),
        _ => "?",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
