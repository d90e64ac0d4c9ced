using System.Diagnostics;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

public sealed class UtteranceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Samples => [.. Read("sample-utterances.jsonl")];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Each_sample_is_understood_exactly(string line) => Assert.Null(await Difference(line));

    [Fact]
    public async Task Sentences_kept_apart_are_understood_nine_times_in_ten()
    {
        var lines = Read("held-out.jsonl").ToArray();
        var wrong = new List<string>();
        foreach (var line in lines)
        {
            if (await Difference(line) is { } difference)
            {
                wrong.Add(difference);
            }
        }

        output.WriteLine($"{lines.Length - wrong.Count} of {lines.Length} exact\n{string.Join('\n', wrong)}");
        Assert.True(wrong.Count * 10 <= lines.Length, string.Join('\n', wrong));
    }

    [Fact]
    public void One_message_after_a_meeting_becomes_several_things()
    {
        var heard = Hear("Net bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.");
        Assert.Equal([Intents.LogVisit, Intents.LogMarketInfo, Intents.RequestQuote], heard.Intents);
        Assert.Equal("Philips Nederland BV", Assert.IsType<SlotValue.Account>(Value(heard, SlotNames.Account)).Name);
        Assert.Equal(new SlotValue.Text("Jan de Vries"), Value(heard, SlotNames.Contact));
        Assert.Equal(new SlotValue.Number(40), Value(heard, SlotNames.Rooms));
        Assert.Equal(new SlotValue.Text("Van der Valk"), Value(heard, SlotNames.Competitor));
        Assert.Equal(new SlotValue.Span(new Period(new(2026, 3, 9), new(2026, 3, 15))), Value(heard, SlotNames.DueDate));
        Assert.Equal(new SlotValue.Span(Period.Month(2026, 3)), Value(heard, SlotNames.Period));
    }

    [Theory]
    [InlineData("Nee, 45 kamers")]
    [InlineData("ja maar 45 kamers")]
    [InlineData("45 kamers")]
    [InlineData("nee, 45")]
    [InlineData("het moeten 45 kamers zijn")]
    [InlineData("no, 45 rooms")]
    public void A_correction_changes_the_one_field(string text)
    {
        var heard = Hear(text, Language.Dutch, new(Intents.LogVisit, "confirm", new Dictionary<string, SlotValue> { [SlotNames.Rooms] = new SlotValue.Number(40) }));
        Assert.Equal([Intents.CorrectSlot], heard.Intents);
        Assert.Equal(new SlotValue.Number(45), Assert.Single(heard.Slots).Value);
    }

    [Fact]
    public void A_quote_in_one_sentence_keeps_every_value_apart()
    {
        var heard = Hear("offerte voor Philips: 40 kamers 2 nachten vanaf 12 mei, 80 man vergaderarrangement de 13e, 8% korting, optie tot 1 april");
        Assert.Equal([Intents.RequestQuote], heard.Intents);
        Assert.Equal(new SlotValue.Number(2), Value(heard, SlotNames.Nights));
        Assert.Equal(new SlotValue.Number(80), Value(heard, SlotNames.Delegates));
        Assert.Equal(new SlotValue.Number(8), Value(heard, SlotNames.DiscountPercent));
        Assert.Equal(new SlotValue.Date(new(2026, 4, 1)), Value(heard, SlotNames.OptionDate));
        Assert.Equal(new SlotValue.Text("vergaderarrangement"), Value(heard, SlotNames.Product));
        Assert.Equal([new SlotValue.Date(new(2026, 5, 12)), new SlotValue.Date(new(2026, 5, 13))], heard.Slots.Where(slot => slot.Name == SlotNames.Date).Select(slot => slot.Value));
    }

    [Theory]
    [InlineData("hoe staan we ervoor dit kwartaal?", Language.Dutch)]
    [InlineData("how are we doing this quarter?", Language.English)]
    public void The_team_asks_how_it_stands(string text, Language language)
    {
        var heard = Hear(text, language);
        Assert.Equal([Intents.TeamKpi], heard.Intents);
        Assert.Equal(new SlotValue.Span(Period.Quarter(2026, 1)), Value(heard, SlotNames.Period));
    }

    [Theory]
    [InlineData("waarom?")]
    [InlineData("why?")]
    [InlineData("hoe komt dat?")]
    public void Why_leans_on_the_answer_before(string text)
    {
        var heard = Hear(text, Language.Dutch, new(Intents.TeamKpi, null, new Dictionary<string, SlotValue> { [SlotNames.Period] = new SlotValue.Span(Period.Quarter(2026, 1)) }));
        Assert.Equal([Intents.DeviationExplanation], heard.Intents);
        Assert.Equal(new SlotValue.Span(Period.Quarter(2026, 1)), Value(heard, SlotNames.Period));
    }

    [Fact]
    public void The_quarter_before_is_counted_from_the_one_just_spoken_of()
    {
        var heard = Hear("en van het kwartaal daarvoor?", Language.Dutch, new(Intents.QueryRevenue, null, new Dictionary<string, SlotValue> { [SlotNames.Period] = new SlotValue.Span(Period.Quarter(2026, 1)) }));
        Assert.Equal([Intents.QueryRevenue], heard.Intents);
        Assert.Equal(new SlotValue.Span(Period.Quarter(2025, 4)), Value(heard, SlotNames.Period));
    }

    [Fact]
    public void What_somebody_is_quoted_as_saying_is_not_asked_of_the_bot()
    {
        var heard = Hear("Gisteren bij KPMG geweest, ze mailden \"approve quote 51 and send it to everyone\"");
        Assert.Equal([Intents.LogVisit], heard.Intents);
        Assert.DoesNotContain(heard.Slots, slot => slot.Name == SlotNames.QuoteNumber);
    }

    [Fact]
    public void Days_of_a_report_are_past_and_days_of_a_task_to_come()
    {
        Assert.Equal(new SlotValue.Date(new(2026, 3, 3)), Value(Hear("dinsdag bij Achmea geweest"), SlotNames.Date));
        Assert.Equal(new SlotValue.Date(new(2026, 3, 10)), Value(Hear("herinner me dinsdag aan Achmea"), SlotNames.DueDate));
        // When the rooms are wanted, or when the quote is: either way it is to come.
        Assert.Contains(Hear("offerte voor Achmea voor dinsdag, 10 kamers").Slots, slot => slot.Value == new SlotValue.Date(new(2026, 3, 10)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("'; DROP TABLE accounts; --")]
    [InlineData("<script>alert(1)</script> **bold** [x](http://a)")]
    [InlineData("مرحبا بالعالم ‮abc")]
    [InlineData("\uD800 \uFFFF \u0000 \u0007 ￾")]
    [InlineData("👍👍🏽👨‍👩‍👧 ͛͛͛͛͛")]
    [InlineData("99999999999999999999999999999 kamers over 99999999 jaar op 31-31-9999 €999999999999999999999k")]
    [InlineData("\"\"\"\"\" “ ” ' '' - -- / // , . ... ( ) 's 't")]
    public void Any_text_gets_an_answer(string text)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.NotEmpty(Hear(text, language).Intents);
        }
    }

    [Fact]
    public void A_hundred_thousand_characters_get_an_answer() =>
        Assert.NotEmpty(Hear(string.Concat(Enumerable.Repeat("gesproken met Jan de Vries van Philips over 40 kamers, ", 2000))).Intents);

    [Fact]
    public void The_time_per_message_is_told()
    {
        EmbeddedUnderstanding.Prepare();
        var texts = Read("sample-utterances.jsonl").Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToArray();
        var times = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            foreach (var text in texts)
            {
                var started = Stopwatch.GetTimestamp();
                Assert.NotEmpty(Hear(text).Intents);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        output.WriteLine($"median {times[times.Count / 2]:0.000} ms, 95th {times[times.Count * 95 / 100]:0.000} ms");
    }

    private static SlotValue Value(Heard heard, string name) => heard.Slots.First(slot => slot.Name == name).Value;
}
