using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Advising;
using SalesBot.Data.Prices;

namespace SalesBot.Cards.Advising;

/// <param name="About">The account; null: the best of all the reader's accounts.</param>
/// <param name="Rows">What may bring most first.</param>
public sealed record UpsellView(string? About, IReadOnlyList<UpsellRow> Rows, IReadOnlyList<string> OpenAdvice);

/// <param name="AccountName">Null: the card is about that account already.</param>
public sealed record UpsellRow(Suggestion Suggestion, string? AccountName);

/// <summary>What more could be offered, with the figures that say so and what it may be worth.</summary>
public static class UpsellCard
{
    private const int MostShown = 6;

    public static AdaptiveCard Of(UpsellView view, Language language)
    {
        var title = UpsellTexts.Title.In(language);
        return new AdaptiveCard(
            Words.Clip($"{title} {view.About}: {(view.Rows.Count == 0 ? UpsellTexts.None.In(language) : UpsellTexts.Line(view.Rows[0].Suggestion, language))}", 300),
            [
                Parts.Header(title, view.About ?? UpsellTexts.AllAccounts.In(language)),
                .. view.Rows.Count == 0 ? [new TextBlock(UpsellTexts.None.In(language))] : view.Rows.Take(MostShown).Select((row, index) => Row(row, index, language)),
                .. Parts.If(view.OpenAdvice.Count > 0, () => Parts.Caption(AdviceTexts.Title.In(language))),
                .. view.OpenAdvice.Take(3).Select(advice => new TextBlock("• " + Words.Clip(advice, 200)) { Spacing = Spacing.Small }),
                .. Parts.If(view.Rows.Count > 0, () => Parts.Remark(UpsellTexts.Estimate.In(language))),
            ]);
    }

    private static Element Row(UpsellRow row, int index, Language language) => Parts.Entry(
        row.AccountName is null ? UpsellTexts.What(row.Suggestion).In(language) : $"{row.AccountName}: {UpsellTexts.What(row.Suggestion).In(language)}", UpsellTexts.Why(row.Suggestion, language),
        Parts.Figure($"± {language.Euros(Math.Round(row.Suggestion.Worth / 100) * 100)}"), separator: index > 0);
}

/// <summary>Words for suggestions.</summary>
public static class UpsellTexts
{
    public static readonly Text
        Title = new("Wat je nog kunt aanbieden", "What you could offer"),
        AllAccounts = new("Je beste kansen", "Your best chances"),
        None = new("De historie wijst niets aan. Vraag naar hun plannen voor de komende maanden.", "History points at nothing. Ask about their plans for the coming months."),
        Estimate = new(
            "Bedragen zijn schattingen per jaar, uit eigen omzet van de laatste 24 maanden, excl. btw.",
            "Amounts are estimates a year, from own revenue of the last 24 months, excl. VAT.");

    public static Text What(Suggestion suggestion) => suggestion switch
    {
        Suggestion.Lapsed lapsed => new($"{Capital(Name(lapsed.Group).Nl)} terughalen", $"Win back {Name(lapsed.Group).En}"),
        Suggestion.NotYet notYet => new($"{Capital(Name(notYet.Group).Nl)} voorstellen", $"Suggest {Name(notYet.Group).En}"),
        Suggestion.Combine => new("Arrangement in plaats van losse zaalhuur", "A package instead of room hire alone"),
        Suggestion.Season season => new($"Nu vragen naar {season.Month.ToString("MMMM", Language.Dutch.Culture())}", $"Ask about {season.Month.ToString("MMMM", Language.English.Culture())} now"),
        _ => throw new ArgumentOutOfRangeException(nameof(suggestion), suggestion, "No text for it."),
    };

    public static string Why(Suggestion suggestion, Language language) => suggestion switch
    {
        Suggestion.Lapsed lapsed => new Text(
            $"Was {Language.Dutch.Euros(lapsed.Before)} in de 12 maanden daarvoor, nu {Language.Dutch.Euros(lapsed.Now)}",
            $"Was {Language.English.Euros(lapsed.Before)} in the 12 months before, now {Language.English.Euros(lapsed.Now)}").In(language),
        Suggestion.NotYet notYet => new Text(
            $"{notYet.Buyers} van {notYet.Others} andere klanten kopen dit, deze nog nooit", $"{notYet.Buyers} of {notYet.Others} other accounts buy it, this one never did").In(language),
        Suggestion.Combine combine => new Text(
            $"{Language.Dutch.Euros(combine.RoomHire)} zaalhuur in 12 maanden, vrijwel zonder eten en drinken",
            $"{Language.English.Euros(combine.RoomHire)} room hire in 12 months, hardly any food and drink").In(language),
        Suggestion.Season season => new Text(
            $"Vorig jaar in {season.Month.ToString("MMMM", Language.Dutch.Culture())} {Language.Dutch.Euros(season.LastYear)}, meer dan in een gewone maand",
            $"Last year {Language.English.Euros(season.LastYear)} in {season.Month.ToString("MMMM", Language.English.Culture())}, more than in a usual month").In(language),
        _ => throw new ArgumentOutOfRangeException(nameof(suggestion), suggestion, "No text for it."),
    };

    /// <summary>What and why in one line.</summary>
    public static string Line(Suggestion suggestion, Language language) => $"{What(suggestion).In(language)} ({Why(suggestion, language)})";

    private static Text Name(ProductGroup group) => new(group.Name(Language.Dutch), group.Name(Language.English));

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
