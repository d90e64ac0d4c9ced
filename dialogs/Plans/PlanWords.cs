using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Plans;

/// <summary>One thing to do to the plan on the table.</summary>
internal abstract record PlanEdit
{
    private PlanEdit() { }

    public sealed record Add(PlanPart Part, string Text) : PlanEdit;

    /// <param name="Place">From 1.</param>
    public sealed record Change(PlanPart Part, int Place, string Text) : PlanEdit;

    /// <param name="Which">Its place, or words of it.</param>
    public sealed record Drop(PlanPart Part, string Which) : PlanEdit;

    public sealed record Revenue(decimal Amount) : PlanEdit;

    public sealed record Cost(decimal Amount) : PlanEdit;

    public sealed record Time(Period Span) : PlanEdit;

    public sealed record Support(string Name, bool? Agrees) : PlanEdit;

    /// <summary>Kept, not submitted.</summary>
    public sealed record AsDraft : PlanEdit;

    public sealed record Submit : PlanEdit;
}

internal enum PlanPart { Objective, Action, Risk, Competitor }

/// <summary>Reads what is said to a plan: "doel: 40 nachten in Q3, omdat …", "actie 2 voor Daan", "schrap risico 1", "kosten 2.500".</summary>
internal static partial class PlanWords
{
    private const int Longest = 1500;

    /// <returns>Empty: the words are about something else.</returns>
    public static IReadOnlyList<PlanEdit> Read(string text, Turn turn)
    {
        if (text.Length > Longest || text.TrimEnd().EndsWith('?')) return [];
        return [.. Parts().Split(text).Select(part => Lead().Replace(part.Trim(), "").Trim()).Where(part => part.Length > 0).Select(part => One(part, turn)).OfType<PlanEdit>()];
    }

    private static PlanEdit? One(string part, Turn turn)
    {
        if (Draft().IsMatch(part)) return new PlanEdit.AsDraft();
        if (Submitting().IsMatch(part)) return new PlanEdit.Submit();
        if (Dropping().Match(part) is { Success: true } drop) return new PlanEdit.Drop(PartOf(drop), drop.Groups["which"].Value.Trim(' ', ':', '“', '”', '"'));
        if (Aspect().Match(part) is { Success: true } aspect) return new PlanEdit.Change(PartOf(aspect), Place(aspect), $"{Spoken(aspect.Groups["aspect"].Value)}{aspect.Groups["text"].Value}");
        if (Changing().Match(part) is { Success: true } change) return new PlanEdit.Change(PartOf(change), Place(change), change.Groups["text"].Value);
        if (Amount(Earning(), part, turn) is { } revenue) return new PlanEdit.Revenue(revenue);
        if (Amount(Spending(), part, turn) is { } cost) return new PlanEdit.Cost(cost);
        if (Timing().Match(part) is { Success: true } timing && SpanIn(timing.Groups["text"].Value, turn) is { } span) return new PlanEdit.Time(span);
        if (Supporting().Match(part) is { Success: true } support) return new PlanEdit.Support(support.Groups["who"].Value.Trim(), support.Groups["not"].Success ? false : true);
        if (Asking().Match(part) is { Success: true } asked) return new PlanEdit.Support(asked.Groups["who"].Value.Trim(), null);
        return Adding().Match(part) is { Success: true } add ? new PlanEdit.Add(PartOf(add), add.Groups["text"].Value.Trim()) : null;
    }

    private static PlanPart PartOf(Match match) => match.Groups["part"].Value.ToLowerInvariant() switch
    {
        ['a', 'c', ..] => PlanPart.Action,
        ['r', ..] => PlanPart.Risk,
        ['c', 'o', ..] => PlanPart.Competitor,
        _ => PlanPart.Objective,
    };

    private static int Place(Match match) => match.Groups["place"].Value.ToLowerInvariant() switch
    {
        "eerste" or "first" => 1,
        "tweede" or "second" => 2,
        "derde" or "third" => 3,
        "vierde" or "fourth" => 4,
        var digits => int.Parse(digits, CultureInfo.InvariantCulture),
    };

    /// <summary>So that the reader of objectives knows what the words are for.</summary>
    private static string Spoken(string aspect) => Reasons().IsMatch(aspect) ? "omdat " : Owners().IsMatch(aspect) ? "eigenaar " : "";

    private static decimal? Amount(Regex about, string part, Turn turn)
    {
        if (about.Match(part) is not { Success: true } found) return null;
        var values = Recognizer.Recognize(found.Groups["amount"].Value, turn.Language, turn.LocalNow);
        return values is [{ Value: var only }, ..] ? only switch { Reading.Money money => money.Amount, Reading.Number number => number.Value, _ => null } : null;
    }

    /// <summary>A plan is for longer than a stay.</summary>
    private static Period? SpanIn(string words, Turn turn) =>
        Recognizer.Recognize(words, turn.Language, turn.LocalNow) is [{ Value: Reading.Days days }, ..] && days.End.DayNumber - days.From.DayNumber > ShortestTime
            ? new(days.From, days.End.AddDays(-1))
            : null;

    private const int ShortestTime = 25;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Part = @"(?<part>doelstelling(en)?|doel(en)?|objectives?|goals?|acties?|actions?|risico('?s)?|risks?|concurrent(en)?|competitors?)";

    [GeneratedRegex(@"(?:\r?\n)+|;\s+|(?<=[.!])\s+(?=\p{L})|,\s+(?:en\s+|and\s+)?(?=(?i:doel|actie|risico|concurrent|omzet|kosten|objective|goal|action|risk|competitors?|revenue|costs?)\s*(?::|(?:€\s*)?\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\W*((nee|no|ook|en|and|also|nog|graag|please|daarnaast|verder|dan|then|oh|zet|put|maak er|make)\b[\s,]*)+", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\W*(bewaar|sla|save|keep|laat)\b.{0,30}\b(concept|draft)\b\W*(op)?\W*$|^\W*(als )?(concept|draft)( bewaren| opslaan)?\W*$|^\W*(later verder|verder later|continue later)\W*$", Options)]
    private static partial Regex Draft();

    [GeneratedRegex(@"^\W*(dien|stuur)\b.{0,30}\bin\W*$|^\W*(indienen|submit)( (it|the plan|this))?( graag| please)?\W*$", Options)]
    private static partial Regex Submitting();

    [GeneratedRegex(@"^(schrap|verwijder|haal|laat|zonder|weg met|drop|remove|delete|without|scrap)\s+(het |de |the |ook )?(laatste |last )?" + Part + @"\s*(nummer |number )?(?<which>[^.;]{1,80}?)(\s+(weg|eruit|vallen|out|uit het plan|from the plan))?\W*$", Options)]
    private static partial Regex Dropping();

    [GeneratedRegex(@"^(de |het |the )?(?<aspect>datum|deadline|date|getal|number|aantal|eigenaar|owner|onderbouwing|bewijs|evidence|reden|reason)\s+(van|voor|bij|of|for)\s+(het |de |the )?((?<place>eerste|tweede|derde|vierde|first|second|third|fourth)\s+)?" + Part + @"\s*(?<place>\d{1,2})?\s*(is|wordt|moet zijn|becomes|:|=|-|should be)*\s*(?<text>.+)$", Options)]
    private static partial Regex Aspect();

    [GeneratedRegex(@"^(het |de |the )?((?<place>eerste|tweede|derde|vierde|first|second|third|fourth)\s+(?<part>doel|objective|goal|actie|action|risico|risk)|(?<part>doel|objective|goal|actie|action|risico|risk)\s+(?<place>\d{1,2})(?!\d|[.,]\d|\s*(k|mille|duizend|euro|eur)\b))\s*(moet zijn|moet|wordt|is|naar|should be|becomes|to|:|=|-)*\s*(?<text>.+?)(\s+(zijn|worden))?$", Options)]
    private static partial Regex Changing();

    [GeneratedRegex(@"^(de |the )?((geplande |planned )?(omzet|revenue|turnover)|omzetdoel|doelomzet|(doel|target|goal)(?=\s+(€\s*)?\d))\s*(moet|wordt|is|naar|van|op|to|of|should be|becomes|:|=|zijn)*\s*(?<amount>(€|eur|euro)?\s*\d[\d.,]*\s*(k|mille|duizend|thousand|euro|eur)?)\s*(zijn|worden|euro)?\W*$", Options)]
    private static partial Regex Earning();

    [GeneratedRegex(@"^(de |the )?(geplande |planned )?(kosten|budget|costs?)\s*(worden|wordt|zijn|is|van|op|of|are|should be|:|=)*\s*(?<amount>(€|eur|euro)?\s*\d[\d.,]*\s*(k|mille|duizend|thousand|euro|eur)?)\W*$", Options)]
    private static partial Regex Spending();

    [GeneratedRegex(@"^((het |the |dit |this )?(plan|periode|looptijd|period|term)\b\s*(is|wordt|geldt|loopt|becomes|runs)?\s*(voor|van|for|from|:)?|voor|for)\s*(?<text>.{2,40})$", Options)]
    private static partial Regex Timing();

    [GeneratedRegex(@"^(?<who>\p{L}[\p{L}'’. -]{1,60}?)\s+(is het er (?<not>niet )?mee eens|is (?<not>niet )?akkoord|staat er(achter)?( achter)?|steunt (dit|het|het plan|dit plan)|agrees|supports (it|this|the plan)|(?<not>does not agree)|(?<not>is against it))\W*$", Options)]
    private static partial Regex Supporting();

    [GeneratedRegex(@"^(belanghebbende|stakeholder|draagvlak|support)\s*[:\-]?\s*(vragen aan |from )?(?<who>.{2,60}?)\W*$", Options)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^((voeg|add|nieuwe?|new|extra|een|an?)\s+)*" + Part + @"\s*(toe|erbij)?\s*(is|zijn|are)?\s*[:\-–]?\s+(?<text>\S.{2,})$", Options | RegexOptions.Singleline)]
    private static partial Regex Adding();

    [GeneratedRegex("onderbouwing|bewijs|evidence|reden|reason", Options)]
    private static partial Regex Reasons();

    [GeneratedRegex("eigenaar|owner", Options)]
    private static partial Regex Owners();
}
