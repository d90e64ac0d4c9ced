using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Approvals;

/// <summary>What one commit did to something that is decided on, in a sentence.</summary>
internal static class HistoryPhrases
{
    /// <param name="approvals">All requests for it, by version.</param>
    public static (Text What, string? Words) Of(
        TrailEntry entry, Quote? quote, IReadOnlyDictionary<int, Approval> approvals, Func<UserId, string> nameOf, Language language)
    {
        var own = entry.Moves.FirstOrDefault(move => move.Kind != Kinds.Approval.Name);
        var asked = entry.Moves.Where(move => move.Kind == Kinds.Approval.Name).ToList();
        // With a change two requests move: the old one says that it was changed, the new one what it became.
        var decision = asked.FirstOrDefault(move => move.After != nameof(ApprovalState.Superseded)) ?? asked.FirstOrDefault();
        if (own is { Before: null } && asked.Count > 0 && decision is { After: nameof(ApprovalState.Waiting) })
            return (Made(own, quote).And(new($"en voorgelegd aan {Waits(decision, nameOf)}", $"and put to {Waits(decision, nameOf)}")), null);
        if (decision is not null && Decided(decision, entry, approvals, nameOf, language) is { } told) return told;
        if (own is null) return (new("bijgewerkt", "updated"), null);
        if (own.Before is null) return (Made(own, quote), null);
        if (own.Version != own.VersionBefore) return (new Text($"gewijzigd: versie {own.Version}{Value(quote, own.Version, Language.Dutch)}", $"changed: version {own.Version}{Value(quote, own.Version, Language.English)}"), null);
        return Outcome(own, quote);
    }

    private static (Text, string?)? Decided(Move move, TrailEntry entry, IReadOnlyDictionary<int, Approval> approvals, Func<UserId, string> nameOf, Language language)
    {
        var approval = approvals.GetValueOrDefault(move.Version);
        var place = approval?.InPlaceOf is { } absent ? new Text($" namens {nameOf(absent)}", $" for {nameOf(absent)}") : new("", "");
        string? Said(bool question) => approval?.Talk.LastOrDefault(remark => remark.IsQuestion == question && remark.At == entry.At)?.Text;
        return (move.Before, move.After) switch
        {
            (null, nameof(ApprovalState.Waiting)) => (new Text($"versie {move.Version} voorgelegd aan {Waits(move, nameOf)}", $"version {move.Version} put to {Waits(move, nameOf)}"), null),
            (_, nameof(ApprovalState.Changed)) or (null, nameof(ApprovalState.Approved)) when Changed(entry, approvals) is { } next =>
                (new Text($"goedgekeurd met wijziging{place.Nl}: versie {next.Version}", $"approved with a change{place.En}: version {next.Version}"), Joined(next, language)),
            (null, nameof(ApprovalState.Approved)) => (new Text("goedgekeurd volgens het beleid", "approved by the policy"), null),
            (_, nameof(ApprovalState.Approved)) => (new Text($"goedgekeurd{place.Nl}", $"approved{place.En}"), null),
            (_, nameof(ApprovalState.Returned)) => (new Text($"teruggestuurd met een vraag{place.Nl}", $"returned with a question{place.En}"), Said(true)),
            (nameof(ApprovalState.Returned), nameof(ApprovalState.Waiting)) => (new Text("vraag beantwoord", "question answered"), Said(false)),
            (_, nameof(ApprovalState.Rejected)) => (new Text($"afgewezen{place.Nl}", $"rejected{place.En}"), approval?.Reason),
            (_, nameof(ApprovalState.Withdrawn)) => (new Text("aanvraag ingetrokken", "request withdrawn"), null),
            (nameof(ApprovalState.Waiting), nameof(ApprovalState.Waiting)) when move.WaitedFor != move.WaitsFor =>
                (new Text($"ook gevraagd aan {Waits(move, nameOf)}", $"{Waits(move, nameOf)} asked as well"), null),
            (nameof(ApprovalState.Waiting), nameof(ApprovalState.Waiting)) => (new Text($"{Waits(move, nameOf)} herinnerd", $"{Waits(move, nameOf)} reminded"), null),
            _ => null,
        };
    }

    private static Approval? Changed(TrailEntry entry, IReadOnlyDictionary<int, Approval> approvals) =>
        entry.Moves.Select(move => approvals.GetValueOrDefault(move.Version)).FirstOrDefault(approval => approval?.Changes is { Count: > 0 });

    private static string Joined(Approval approval, Language language) =>
        string.Join(" ", approval.Changes!.Select(change => change.In(language)).Append(approval.Reason is { } why ? $"“{why}”" : null).OfType<string>());

    private static (Text, string?) Outcome(Move move, Quote? quote) => move.After switch
    {
        nameof(QuoteStatus.Sent) => (new("verstuurd naar de klant", "sent to the customer"), null),
        nameof(QuoteStatus.Accepted) => (new("akkoord van de klant", "accepted by the customer"), quote?.Reason),
        nameof(QuoteStatus.Rejected) => (new("afgewezen door de klant", "rejected by the customer"), Why(quote)),
        nameof(QuoteStatus.Withdrawn) => (new("offerte ingetrokken", "quote withdrawn"), quote?.Reason),
        nameof(QuoteStatus.Expired) => (new("verlopen", "expired"), quote?.Reason),
        _ => (new("bijgewerkt", "updated"), null),
    };

    private static string? Why(Quote? quote) =>
        string.Join(" · ", new[] { quote?.Reason, quote?.Competitor }.OfType<string>()) is { Length: > 0 } why ? why : null;

    private static Text Made(Move move, Quote? quote) => new(
        $"aangevraagd: versie {move.Version}{Value(quote, move.Version, Language.Dutch)}", $"requested: version {move.Version}{Value(quote, move.Version, Language.English)}");

    private static string Value(Quote? quote, int version, Language language) =>
        quote?.Versions.FirstOrDefault(made => made.Number == version) is { } made ? $", {language.Money(made.Total)}" : "";

    private static string Waits(Move move, Func<UserId, string> nameOf) => move.WaitsFor is { } person ? nameOf(person) : "?";

    private static Text And(this Text one, Text other) => new($"{one.Nl} {other.Nl}", $"{one.En} {other.En}");
}
