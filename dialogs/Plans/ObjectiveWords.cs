using System.Text.RegularExpressions;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Plans;

/// <summary>What a sentence says of an objective or an action.</summary>
/// <param name="What">Without date, owner and reason.</param>
/// <param name="IsMoney">The number is an amount.</param>
internal sealed record ObjectiveRead(string What, decimal? Number, bool IsMoney, DateOnly? Date, string? Owner, string? Evidence)
{
    public PlanMeasure? Measure { get; init; }
    public ProductGroup? Group { get; init; }
}

/// <summary>Reads "40 kamernachten extra in Q3, omdat ze een vestiging openen".</summary>
internal static partial class ObjectiveWords
{
    public static ObjectiveRead Read(string text, Turn turn)
    {
        var (words, evidence) = Because().Match(text) is { Success: true } because
            ? (text[..because.Index], because.Groups["why"].Value.Trim(' ', '.', ':', ','))
            : (text, null);
        string? owner = null;
        if (By().Match(words) is { Success: true } by)
        {
            owner = by.Groups["who"].Value;
            words = words.Remove(by.Index, by.Length);
        }
        var values = Recognizer.Recognize(words, turn.Language, turn.LocalNow);
        var dated = values.FirstOrDefault(value => value.Value is Reading.Day or Reading.Days or Reading.Moment);
        var number = values.FirstOrDefault(value => value.Value is Reading.Money or Reading.Number or Reading.Percent && (dated is null || value.End <= dated.Start || value.Start >= dated.End));
        var what = dated is null ? words : words[..dated.Start].TrimEnd() is var before && words[dated.End..] is var after ? $"{Preposition().Replace(before, "")} {after}" : words;
        return new(
            FlowTexts.AsLine(Spaces().Replace(what, " ").Trim(' ', ',', '.', ';', ':', '-', '–')), NumberOf(number?.Value), number?.Value is Reading.Money, DayOf(dated?.Value), owner,
            evidence is { Length: > 2 } ? evidence : null)
        {
            Measure = MeasureOf(words, number?.Value is Reading.Money),
            Group = GroupOf(words),
        };
    }

    private static decimal? NumberOf(Reading? reading) => reading switch
    {
        Reading.Money money => money.Amount,
        Reading.Number number => number.Value,
        Reading.Percent percent => percent.Value,
        _ => null,
    };

    private static DateOnly? DayOf(Reading? reading) => reading switch
    {
        Reading.Day day => day.Date,
        Reading.Days days => days.End.AddDays(-1),
        Reading.Moment moment => DateOnly.FromDateTime(moment.At),
        _ => null,
    };

    private static PlanMeasure? MeasureOf(string words, bool money) =>
        Nights().IsMatch(words) ? PlanMeasure.RoomNights
        : Visits().IsMatch(words) ? PlanMeasure.Visits
        : Leads().IsMatch(words) ? PlanMeasure.Leads
        : Quotes().IsMatch(words) ? PlanMeasure.QuotesWon
        : Contacts().IsMatch(words) ? PlanMeasure.Contacts
        : Satisfied().IsMatch(words) ? PlanMeasure.Satisfaction
        : money || Earned().IsMatch(words) ? PlanMeasure.Revenue
        : null;

    private static ProductGroup? GroupOf(string words) =>
        Halls().IsMatch(words) ? ProductGroup.RoomHire
        : Packages().IsMatch(words) ? ProductGroup.Package
        : Food().IsMatch(words) ? ProductGroup.Fnb
        : Rooms().IsMatch(words) ? ProductGroup.Overnight
        : Technique().IsMatch(words) ? ProductGroup.Av
        : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[\s,;:(]*\b(omdat|want|aangezien|op basis van|onderbouwing|bewijs|blijkt uit|gezien|because|since|based on|evidence|given that|as they|as the)\b\s*(is|:|-)?\s*(?<why>.+)$", Options | RegexOptions.Singleline)]
    private static partial Regex Because();

    [GeneratedRegex(@"[\s,]*\b(?i:eigenaar(?: is)?|owner(?: is)?|door|by)\s+(?<who>\p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}'’-]+)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex By();

    [GeneratedRegex(@"[\s,]*\b(uiterlijk|voor|vóór|op|in|tot|per|tegen|vanaf|eind|einde|by|before|on|until|in the|no later than)(\s+(eind|einde|the end of|end of))?\s*$", Options)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"nacht(en)?\b|\b(room[\s-]?)?nights?\b", Options)]
    private static partial Regex Nights();

    [GeneratedRegex(@"\b(klant)?bezoek(en|jes)?\b|\bvisits?\b", Options)]
    private static partial Regex Visits();

    [GeneratedRegex(@"\bleads?\b", Options)]
    private static partial Regex Leads();

    [GeneratedRegex(@"\boffertes?\b|\bquotes?\b", Options)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\bcontact(en|personen|persoon|s)\b", Options)]
    private static partial Regex Contacts();

    [GeneratedRegex(@"tevreden|\b(rapport)?cijfer\b|\bnps\b|\bcsat\b|satisf|\bscore\b", Options)]
    private static partial Regex Satisfied();

    [GeneratedRegex(@"omzet|\brevenue\b|\bturnover\b", Options)]
    private static partial Regex Earned();

    [GeneratedRegex(@"zaalhuur|\bzalen\b|vergaderruimte|vergaderzal|room hire|meeting rooms?", Options)]
    private static partial Regex Halls();

    [GeneratedRegex(@"arrangement|\bpackages?\b|\bddr\b|\bvva\b", Options)]
    private static partial Regex Packages();

    [GeneratedRegex(@"f\s?&\s?b|\bdiners?\b|\blunch|\bcatering|\beten en drinken|food", Options)]
    private static partial Regex Food();

    [GeneratedRegex(@"overnacht|\b(hotel)?kamers\b|overnight|\bhotel rooms?\b", Options)]
    private static partial Regex Rooms();

    [GeneratedRegex(@"\bav\b|audiovisu|\btechniek\b", Options)]
    private static partial Regex Technique();
}
