using System.Globalization;
using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Nudges;

/// <param name="Urgent">What could not wait for the next day's overview.</param>
/// <param name="Key">By which the buttons say which overview they stand on.</param>
/// <param name="More">How many matters wait for another day.</param>
public sealed record DigestView(DateOnly Day, bool Urgent, string Key, int More, IReadOnlyList<DigestLine> Lines);

public sealed record DigestLine(string Id, string Line, string Detail, bool Urgent, Execute Button);

/// <summary>What deserves attention today: each matter a line with its button, and one place to put something off.</summary>
public static class DigestCard
{
    public const string LaterVerb = "nudge.later", ItemInput = "item", WhenInput = "when", Never = "never";
    private const string Tomorrow = "tomorrow", NextWeek = "week", NextMonth = "month";

    public static AdaptiveCard Of(DigestView view, Language language)
    {
        var title = (view.Urgent ? DigestTexts.Urgent : DigestTexts.Title).In(language);
        var summary = $"{title}: {string.Join("; ", view.Lines.Take(3).Select(line => line.Line))}";
        return new AdaptiveCard(
            Words.Clip(summary, 300),
            [
                Parts.Header(title, Day(view.Day, language)),
                .. view.Lines.Select((line, index) => Row(line, view.Key, index)),
                .. Parts.If(view.More > 0, () => Parts.Remark(DigestTexts.More(view.More).In(language), Spacing.Medium)),
            ],
            [Later(view, language)]);
    }

    /// <summary>When all of it is dealt with.</summary>
    public static AdaptiveCard Empty(DateOnly day, Language language) => new(
        DigestTexts.AllDone.In(language), [Parts.Header(DigestTexts.Title.In(language), Day(day, language)), new TextBlock(DigestTexts.AllDone.In(language))]);

    /// <summary>The day that a choice under "Later" means; null: none.</summary>
    public static DateOnly? DayOf(string? when, DateOnly today) => when switch
    {
        Tomorrow => today.AddDays(today.DayOfWeek == DayOfWeek.Friday ? 3 : today.DayOfWeek == DayOfWeek.Saturday ? 2 : 1),
        NextWeek => today.AddDays(7),
        NextMonth => today.AddMonths(1),
        _ => null,
    };

    private static ColumnSet Row(DigestLine line, string key, int index) =>
        new([
            new Column(1, [
                new TextBlock(Words.Clip(line.Line, 120)) { Bold = line.Urgent, Color = line.Urgent ? TextColor.Attention : TextColor.Default },
                Parts.Remark(Words.Clip(line.Detail, 160), Spacing.None),
            ]),
            new Column(0, new ActionSet([line.Button with { IgnoresInputs = true, Data = new ActionData([.. line.Button.Data.Entries, ("list", key)]) }])),
        ])
        {
            Separator = index > 0,
            Spacing = Spacing.Medium,
        };

    private static ShowCard Later(DigestView view, Language language) => new(
        DigestTexts.Later.In(language),
        [
            new ChoiceInput(
                ItemInput, DigestTexts.What.In(language), [.. view.Lines.Select(line => new Choice(line.Id, Words.Clip(line.Line, 80)))],
                DigestTexts.PickOne.In(language), view.Lines is [var only] ? only.Id : null),
            new ChoiceInput(
                WhenInput, DigestTexts.When.In(language),
                [
                    new(Tomorrow, DigestTexts.Tomorrow.In(language)), new(NextWeek, DigestTexts.NextWeek.In(language)),
                    new(NextMonth, DigestTexts.NextMonth.In(language)), new(Never, DigestTexts.Never.In(language)),
                ],
                DigestTexts.PickOne.In(language), NextWeek),
        ],
        [new Execute(DigestTexts.PutOff.In(language), LaterVerb, new ActionData(("list", view.Key)))]);

    private static string Day(DateOnly day, Language language)
    {
        var text = day.ToString("dddd d MMMM", language.Culture());
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
    }
}

internal static class DigestTexts
{
    public static readonly Text
        Title = new("Voor vandaag", "For today"),
        Urgent = new("Dit kan niet wachten", "This can not wait"),
        AllDone = new("Alles van dit lijstje is gedaan. Fijne dag!", "Everything on this list is done. Have a good day!"),
        Later = new("Later of niet meer", "Later or not at all"),
        What = new("Wat", "What"),
        When = new("Wanneer weer", "When again"),
        PickOne = new("Kies er een", "Pick one"),
        Tomorrow = new("De volgende werkdag", "The next working day"),
        NextWeek = new("Volgende week", "Next week"),
        NextMonth = new("Volgende maand", "Next month"),
        Never = new("Niets meer van deze soort", "Nothing of this kind any more"),
        PutOff = new("Zet weg", "Put away");

    public static Text More(int count) => count == 1
        ? new("Er is nog 1 punt; dat komt morgen.", "There is 1 more; it comes tomorrow.")
        : new($"Er zijn nog {count} punten; die komen de volgende dagen.", $"There are {count} more; they come the next days.");
}
