using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Plans;

namespace SalesBot.Dialogs.Plans;

/// <summary>Finds the recorded fact that a reason speaks of, so that it can be looked up and counts as supported.</summary>
internal static partial class PlanFacts
{
    public static Evidence Of(string reason, PlanHistory? history)
    {
        if (history is null) return new(reason);
        var rival = history.Market.FirstOrDefault(fact => fact.Competitor is { Length: > 1 } name && reason.Contains(name, StringComparison.OrdinalIgnoreCase));
        if (rival is not null) return new(reason, Kinds.MarketInfo.IdOf(rival), rival.Expires);
        if (Visit().IsMatch(reason) && history.Visits is [var visit, ..]) return new(reason, Kinds.Visit.IdOf(visit));
        if (Quote().IsMatch(reason) && history.Quotes is [var quote, ..]) return new(reason, Kinds.Quote.IdOf(quote));
        if (Issue().IsMatch(reason) && history.Issues is [var issue, ..]) return new(reason, Kinds.Issue.IdOf(issue));
        if (Score().IsMatch(reason) && history.Score is { } score) return new(reason, Kinds.Satisfaction.IdOf(score));
        if (history.Plans.FirstOrDefault(plan => Shares(plan.What, reason)) is { } plan) return new(reason, Kinds.FuturePlan.IdOf(plan), plan.Horizon);
        if (history.Market.FirstOrDefault(fact => Shares(fact.Text, reason)) is { } fact) return new(reason, Kinds.MarketInfo.IdOf(fact), fact.Expires);
        if (history.Visits.FirstOrDefault(one => one.Notes is { } notes && Shares(notes, reason)) is { } told) return new(reason, Kinds.Visit.IdOf(told));
        return Revenue().IsMatch(reason) && history.RevenueRecord is { } record ? new(reason, record) : new(reason);
    }

    /// <summary>Two longer words in common are no chance.</summary>
    private static bool Shares(string text, string reason)
    {
        var words = Long().Matches(text).Select(word => word.Value.ToLowerInvariant()).ToHashSet();
        return Long().Matches(reason).Select(word => word.Value.ToLowerInvariant()).Distinct().Count(words.Contains) >= 2;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\p{L}{5,}", RegexOptions.CultureInvariant)]
    private static partial Regex Long();

    [GeneratedRegex(@"\bbezoek|bezoekverslag|\bgesprek|\bvisit|\bmeeting\b", Options)]
    private static partial Regex Visit();

    [GeneratedRegex(@"\bofferte|\bquote", Options)]
    private static partial Regex Quote();

    [GeneratedRegex(@"\bklacht|\bcomplain|\bissue", Options)]
    private static partial Regex Issue();

    [GeneratedRegex(@"tevreden|\bcijfer\b|\bnps\b|satisf|\bscore\b", Options)]
    private static partial Regex Score();

    [GeneratedRegex(@"omzet|\brevenue\b|\bboekten\b|\bvorig jaar\b|\blast year\b", Options)]
    private static partial Regex Revenue();
}
