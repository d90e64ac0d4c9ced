using SalesBot.Cards;
using SalesBot.Cards.Figures;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;

namespace SalesBot.Dialogs.Figures;

/// <summary>Figures as their cards show them.</summary>
internal static class FigureViews
{
    /// <summary>So many rows read well on a phone; a single one is asked for by its name.</summary>
    public const int MostRows = 12;

    public static KpiView Kpis(Asked asked, IndicatorSet set, Language language, int most = MostRows) => new(
        asked.Name, language.Period(asked.Period), FigureSentences.Basis(set.Reach).In(language),
        [.. set.Values.Where(value => value.Count > 0 || value.Value is > 0).OrderBy(value => Place(value.Code)).Take(most).Select(value => Row(value, language) with { Count = IsRate(value) ? value.Count : null })],
        Months(set.Months), [.. set.Groups.Select(group => new GroupFigures(group.Group, group.Actual))], Data(asked));

    /// <summary>What people are asked for most comes first; of the rest what there is.</summary>
    private static readonly string[] First =
    [
        "revenue", "revenue_growth", "on_the_books", "plan_coverage", "key_accounts", "quote_requests", "hit_rate", "leads", "lead_value", "cadence",
        "follow_up_on_time", "retention", "csat", "nps", "issues_on_time", "advice_acceptance",
    ];

    private static int Place(string code) => Array.IndexOf(First, code) is >= 0 and var place ? place : First.Length;

    public static RevenueView Revenue(Asked asked, RevenueFigure figure, Language language) => new(
        FigureSentences.Revenue(asked.Name, figure.Group).In(language), language.Period(asked.Period), FigureSentences.Basis(figure.Reach).In(language),
        figure.Actual, figure.Target, figure.LastYear, figure.Group is null ? figure.OnTheBooks : null, Months(figure.Months),
        figure.Group is null ? [.. figure.Groups.Select(group => new GroupFigures(group.Group, group.Actual))] : null,
        asked.Scope is FigureScope.OfAccount ? null : [.. figure.Accounts.Select(account => new AccountFigures(account.Account, account.Name, account.Actual))],
        null, Data(asked));

    public static BridgeView Bridge(Asked asked, Bridge bridge, IReadOnlyDictionary<UserId, User> people, Language language, string? question = null) => new(
        FigureSentences.Bridge(asked.Name).In(language), language.Period(bridge.Period),
        (bridge.Against == BridgeBase.Target ? FigureSentences.Target : FigureSentences.LastYear).In(language), bridge.Base, bridge.Actual,
        [.. bridge.Lines.Select(line => new BridgeRow(
            line.Account ?? default, line.Name ?? FigureSentences.NotAssigned.In(language), line.Step, line.Difference,
            line.Causes is [var cause, ..] ? FigureSentences.Cause(cause, people.TryGetValue(cause.By, out var by) ? by.Name : "?").In(language) : null))],
        FigureSentences.Basis(bridge.Period).In(language), question, bridge.Split, Data(asked));

    /// <param name="isPrivate">Margins are told to nobody else.</param>
    public static IndicatorView One(IndicatorValue value, IndicatorSet set, Asked asked, Language language, bool isPrivate) => new(
        Row(value, language), value.Indicator.Formula(language), language.Period(value.Period), value.Basis(language), null,
        [.. value.Parts.Where(part => isPrivate || !part.IsMargin).Select(part => (
            Capital(part.Name(language)), part.Value is { } known ? Written(known, part.Unit, language) : FigureSentences.NotDefined.In(language)))],
        [.. value.Notes.Select(note => Capital(note.In(language)))])
    {
        Hits = value.Code is "hit_rate" or "hit_rate_sent" or "hit_rate_value" ? Trends(set).Hits : [],
        Pipeline = value.Code is "leads" or "lead_value" or "lead_value_median" or "leads_qualified" or "plan_coverage" ? Trends(set).Pipeline : [],
    };

    /// <summary>How quotes ended month by month, and what may still come.</summary>
    public static MonthTrends Trends(IndicatorSet set) => new(
        [.. set.Quotes.Where(month => month.Decided > 0).Select(month => new MonthHits(month.Month, month.Accepted, month.Decided))],
        [.. set.Quotes.Where(month => month.Pipeline > 0).Select(month => new MonthPipeline(month.Month, month.Pipeline))]);

    public static KpiRow Row(IndicatorValue value, Language language) => new(
        value.Code, Capital(value.Indicator.Name(language)), value.Value is { } known ? Written(known, value.Unit, language) : null,
        value.Target is { } target ? Written(target, value.Unit, language) : null,
        value is { Value: { } now, Before: { } before } ? Trend(now, before, value.Unit, language) : null, value.Count, null, StandingOf(value),
        value.Before is { } last ? Written(last, value.Unit, language) : null);

    /// <summary>How many cases a rate or a median rests on says how much it is worth; of a sum or a count it says nothing.</summary>
    private static bool IsRate(IndicatorValue value) => value.Unit is IndicatorUnit.Percent or IndicatorUnit.Hours && value.Code != "revenue_growth";

    public static string Written(decimal value, IndicatorUnit unit, Language language) => unit switch
    {
        IndicatorUnit.Euro => language.Euros(value),
        IndicatorUnit.Percent => language.Percent(value),
        IndicatorUnit.Hours => $"{language.Number(value)} {(language == Language.Dutch ? "uur" : "h")}",
        _ => language.Number(value),
    };

    public static IReadOnlyList<MonthFigures> Months(IReadOnlyList<MonthFigure> months) =>
        [.. months.Select(month => new MonthFigures(month.Month, month.Actual ?? 0, month.Target, month.LastYear))];

    private static string Trend(decimal now, decimal before, IndicatorUnit unit, Language language)
    {
        var lastYear = FigureSentences.LastYear.In(language).ToLower(language.Culture());
        return $"{lastYear} {Written(before, unit, language)} {(now > before ? "▲" : now < before ? "▼" : "=")}";
    }

    private static Standing StandingOf(IndicatorValue value) => value switch
    {
        { Value: { } now, Target: { } target } => now >= target == value.Indicator.MoreIsBetter || now == target ? Standing.OnTarget : Standing.Behind,
        _ => Standing.Unknown,
    };

    /// <summary>What a button below figures says of them.</summary>
    public static ActionData Data(Asked asked) => new(
        ("scope", asked.Scope is FigureScope.OfTeam ? "team" : "self"), ("account", asked.Scope is FigureScope.OfAccount { Account: var id } ? id.Value : ""),
        ("from", asked.Period.From.ToString("yyyy-MM-dd")), ("to", asked.Period.To.ToString("yyyy-MM-dd")));

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
