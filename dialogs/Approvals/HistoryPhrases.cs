using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Approvals;

using CardTexts = SalesBot.Cards.Quotes.QuoteTexts;

/// <summary>What one commit did to something that is decided on, in the reader's language.</summary>
/// <param name="record">As it is now: a quote, an agreement, a plan, a proposal.</param>
/// <param name="approvals">All requests for it, by version.</param>
internal sealed class HistoryPhrases(object record, IReadOnlyDictionary<int, Approval> approvals, Func<UserId, string> nameOf, Language language)
{
    /// <summary>So many changed lines of a quote are told of one version.</summary>
    private const int MostChanges = 5;

    private readonly Quote? quote = record as Quote;

    public (string What, string? Words) Of(TrailEntry entry)
    {
        var own = entry.Moves.FirstOrDefault(move => move.Kind != Kinds.Approval.Name);
        var asked = entry.Moves.Where(move => move.Kind == Kinds.Approval.Name).ToList();
        if (entry.Cause is Intents.Undo or "write.undo") return (Say("teruggedraaid", "taken back") + Now(own), null);
        if (own is { After: nameof(QuoteStatus.Withdrawn), Before: not null }) return Outcome(own);
        // A new version takes the place of what was asked: the old request is void, the new one says what happened.
        var decision = asked.FirstOrDefault(move => move.After != nameof(ApprovalState.Superseded)) ?? asked.FirstOrDefault();
        if (decision is { Before: null, After: nameof(ApprovalState.Waiting) or nameof(ApprovalState.Approved) } && !asked.Exists(move => move.After == nameof(ApprovalState.Changed)))
            return Put(own, decision);
        if (decision is not null && Decided(decision, entry) is { } told) return told;
        if (own is null) return (Say("bijgewerkt", "updated"), null);
        if (own.Before is null) return (Made(own.Version), null);
        if (own.Version != own.VersionBefore) return (Changed(own.Version), Differences(own.Version));
        return own.Before == own.After ? (entry.Cause == Intents.HandOver ? Say("overgedragen aan een collega", "handed over to a colleague") : Say("bijgewerkt", "updated"), null) : Outcome(own);
    }

    /// <summary>A version is put to a decider, made in the same step or before.</summary>
    private (string, string?) Put(Move? own, Move decision)
    {
        var to = decision.After == nameof(ApprovalState.Approved)
            ? Say("goedgekeurd volgens het beleid", "approved by the policy")
            : Say($"voorgelegd aan {Waits(decision)}", $"put to {Waits(decision)}");
        var makes = own is null ? decision.Version == 1 : own.Before is null;
        if (makes) return ($"{Made(decision.Version)}; {to}", null);
        return own is null || own.Version != own.VersionBefore
            ? ($"{Changed(decision.Version)}; {to}", Differences(decision.Version))
            : (Say($"versie {decision.Version} ", $"version {decision.Version} ") + to, null);
    }

    private (string, string?)? Decided(Move move, TrailEntry entry)
    {
        var approval = approvals.GetValueOrDefault(move.Version);
        var place = approval?.InPlaceOf is { } absent ? Say($" namens {nameOf(absent)}", $" for {nameOf(absent)}") : "";
        string? Said(bool question) => approval?.Talk.LastOrDefault(remark => remark.IsQuestion == question && remark.At == entry.At)?.Text;
        return (move.Before, move.After) switch
        {
            (_, nameof(ApprovalState.Changed)) or (null, nameof(ApprovalState.Approved)) when WithChange(entry) is { } next =>
                (Say($"goedgekeurd met wijziging{place}: versie {next.Version}", $"approved with a change{place}: version {next.Version}") + Value(next.Version), Joined(next)),
            (_, nameof(ApprovalState.Approved)) => (Say("goedgekeurd", "approved") + place, null),
            (_, nameof(ApprovalState.Returned)) => (Say("teruggestuurd met een vraag", "returned with a question") + place, Said(true)),
            (nameof(ApprovalState.Returned), nameof(ApprovalState.Waiting)) => (Say("vraag beantwoord", "question answered"), Said(false)),
            (_, nameof(ApprovalState.Rejected)) => (Say("afgewezen door de leidinggevende", "rejected by the supervisor") + place, approval?.Reason),
            (_, nameof(ApprovalState.Withdrawn)) => (Say("aanvraag ingetrokken", "request withdrawn"), null),
            (nameof(ApprovalState.Waiting), nameof(ApprovalState.Waiting)) when move.WaitedFor != move.WaitsFor => (entry.Cause == AwaitDecision.Called
                ? Say($"{Waited(move)} had nog niet beslist; ook gevraagd aan {Waits(move)}", $"{Waited(move)} had not decided yet; {Waits(move)} asked as well")
                : Say($"nu gevraagd aan {Waits(move)}", $"{Waits(move)} is asked now"), null),
            (nameof(ApprovalState.Waiting), nameof(ApprovalState.Waiting)) => (Say($"{Waits(move)} herinnerd", $"{Waits(move)} reminded"), null),
            (_, nameof(ApprovalState.Waiting)) => (Say($"opnieuw voorgelegd aan {Waits(move)}", $"put to {Waits(move)} again"), null),
            _ => null,
        };
    }

    /// <summary>The version that a decider made with a change, where this step is that.</summary>
    private Approval? WithChange(TrailEntry entry) => entry.Moves.Any(move => move.After == nameof(ApprovalState.Changed))
        ? entry.Moves.Select(move => approvals.GetValueOrDefault(move.Version)).FirstOrDefault(approval => approval?.Changes is { Count: > 0 })
        : null;

    private string Joined(Approval approval) =>
        string.Join(" ", approval.Changes!.Select(change => change.In(language)).Append(approval.Reason is { } why ? $"“{why}”" : null).OfType<string>());

    private (string, string?) Outcome(Move move)
    {
        var still = quote?.Status.ToString() == move.After;
        var why = string.Join(" · ", new[] { quote?.Reason, quote?.Competitor }.OfType<string>()) is { Length: > 0 } said && still ? said : null;
        return move.After switch
        {
            nameof(QuoteStatus.Sent) => (quote?.Language == Language.English
                ? Say("verstuurd naar de klant, in het Engels", "sent to the customer, in English") : Say("verstuurd naar de klant", "sent to the customer"), null),
            nameof(QuoteStatus.Accepted) => (Say("akkoord van de klant", "accepted by the customer"), why),
            nameof(QuoteStatus.Rejected) => (Say("afgewezen door de klant", "rejected by the customer"), why),
            nameof(QuoteStatus.Withdrawn) => (Say("offerte ingetrokken", "quote withdrawn"), why),
            nameof(QuoteStatus.Expired) => (Say("verlopen", "expired"), why),
            _ => (Say("bijgewerkt", "updated") + Now(move), null),
        };
    }

    private string Now(Move? own) => own is not null && Enum.TryParse<QuoteStatus>(own.After, out var status)
        ? Say(": weer ", ": again ") + CardTexts.Of(status, language).Text.ToLower(language.Culture()) : "";

    private string Made(int version) => Say($"aangevraagd: versie {version}", $"requested: version {version}") + Value(version);

    private string Changed(int version) => Say($"gewijzigd: versie {version}", $"changed: version {version}") + Value(version);

    private string? Differences(int version)
    {
        var (before, after) = (VersionOf(version - 1), VersionOf(version));
        if (before is null || after is null) return null;
        var rows = QuoteChanges.Of(before, after, language).SelectMany(section => section.Rows).Take(MostChanges).Select(row => $"{row.Label}: {row.Value}").ToList();
        return rows.Count == 0 ? null : string.Join(". ", rows) + ".";
    }

    private QuoteVersion? VersionOf(int number) => quote?.Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>What that version was worth, as far as it is still known.</summary>
    private string Value(int number)
    {
        var worth = record switch
        {
            Quote => VersionOf(number)?.Total,
            Agreement agreement => agreement.Versions.FirstOrDefault(version => version.Number == number)?.Value,
            Proposal proposal when proposal.Version == number => proposal.Value,
            _ => null,
        };
        return worth is { } money ? $", {language.Money(money)}" : "";
    }

    private string Waits(Move move) => move.WaitsFor is { } person ? nameOf(person) : "?";

    private string Waited(Move move) => move.WaitedFor is { } person ? nameOf(person) : "?";

    private string Say(string nl, string en) => new Text(nl, en).In(language);
}
