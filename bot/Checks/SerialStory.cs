using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>
/// What happened to a quote, and in a conversation, is as if one thing had been done after the other, in an order that agrees with the
/// clock, as far as nobody set that back: what was answered before something else was asked came before it.
/// </summary>
internal sealed class SerialStory() : Invariant(11, "Serial story")
{
    /// <summary>So far clocks of instances may differ, and a turn last.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(6);

    private static readonly string[] Outcomes = [nameof(QuoteStatus.Accepted), nameof(QuoteStatus.Rejected), nameof(QuoteStatus.Withdrawn), nameof(QuoteStatus.Expired)];

    public override Told Gains => Told.Clients | Told.Capture;

    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        var chains = evidence.Links.Where(links => Records.Are(links.Key.Split('|')[0]) && links.Value.Count > 1)
            .Select(links => (Id: links.Key, Chain: Chain.Of(links.Value, evidence.Find(links.Key) is [var found, ..] ? found.Fingerprint : "")))
            .Where(record => record.Chain.Break is null).ToList();
        return Task.FromResult<IReadOnlyList<Violation>>([.. chains.SelectMany(record => Times(evidence, record.Id, record.Chain)), .. Moves(evidence, chains), .. Requests(evidence, chains), .. Replies(evidence)]);
    }

    private IEnumerable<Violation> Times(Evidence evidence, string id, Chain chain) =>
        chain.Order.Zip(chain.Order.Skip(1)).Where(pair => pair.First.Entry.At > LatestBefore(evidence, pair.Second.Entry.At) && IsTurn(pair.First) && IsTurn(pair.Second) && HasOneOrder(chain))
            .Select(pair => Violated($"{id} was changed in an order that the clock does not know.", [pair.First.ToString(), pair.Second.ToString()]));

    /// <summary>The latest that the bot's clock can have said before this moment: later than it where the clock was set back in between.</summary>
    private static DateTimeOffset LatestBefore(Evidence evidence, DateTimeOffset moment)
    {
        var latest = moment + Tolerance;
        foreach (var set in (evidence.Capture ?? []).Where(captured => captured is { Method: "CLOCK", From: not null, To: not null }).OrderBy(set => set.To))
            if (set.To <= latest && set.From is { } before && before + Tolerance > latest) latest = before + Tolerance;
        return latest;
    }

    /// <summary>What is done at the command line goes by the clock of that machine.</summary>
    private static bool IsTurn(Link link) => link.Entry.By != Data.Store.AuditEntry.Operator;

    /// <summary>What came back to what it was before can be told in several orders.</summary>
    private static bool HasOneOrder(Chain chain) => chain.Order.Select(link => link.Record.Before).Distinct().Count() == chain.Order.Count;

    /// <summary>A quote's states follow each other, and only as they may.</summary>
    private IEnumerable<Violation> Moves(Evidence evidence, IEnumerable<(string Id, Chain Chain)> chains)
    {
        var trail = evidence.Held(Kinds.Trail).SelectMany(held => held.Record.Moves.Select(move => (held.Record, Move: move)))
            .ToLookup(step => (step.Record.Id, step.Record.Subject.Value, step.Move.Kind));
        foreach (var (id, chain) in chains.Where(record => record.Id.StartsWith(Kinds.Quote.Name + "|", StringComparison.Ordinal)))
        {
            Move? before = null;
            foreach (var link in chain.Order)
            {
                var step = trail[(link.Entry.Id, id[(Kinds.Quote.Name.Length + 1)..], Kinds.Quote.Name)].FirstOrDefault();
                if (step.Move is { } move)
                {
                    if (before is not null && before.After != move.Before) yield return Violated($"{id} went on from {move.Before}, where it was not.", [$"it had become {before.After}", $"{link}  {move.Before} -> {move.After}"]);
                    else if (!MayFollow(move, link.Entry.Cause)) yield return Violated($"{id} went from {move.Before ?? "nothing"} to {move.After}.", [link.ToString()]);
                    before = move;
                }
                else before = null;
            }
        }
    }

    /// <summary>Only an approved quote is sent; a closed one is opened again only by taking that back.</summary>
    private static bool MayFollow(Move move, string cause) =>
        cause.Contains("undo", StringComparison.Ordinal) || move.Before == move.After || move.After switch
        {
            nameof(QuoteStatus.Sent) => move.Before == nameof(QuoteStatus.Approved),
            nameof(QuoteStatus.Returned) or nameof(QuoteStatus.Refused) => move.Before == nameof(QuoteStatus.Submitted),
            nameof(QuoteStatus.Accepted) or nameof(QuoteStatus.Rejected) or nameof(QuoteStatus.Expired) => move.Before == nameof(QuoteStatus.Sent) || Outcomes.Contains(move.Before),
            nameof(QuoteStatus.Withdrawn) => move.Before is not null,
            _ => !Outcomes.Contains(move.Before),
        };

    /// <summary>What one client had an answer to before another asked was done before.</summary>
    private IEnumerable<Violation> Requests(Evidence evidence, IEnumerable<(string Id, Chain Chain)> chains)
    {
        if (evidence.Clients is not { } clients) yield break;
        // Of what was delivered several times, from the first delivery to the first answer.
        var requests = clients.GroupBy(request => SeenTurn.KeyOf(request.Turn)).Where(group => group.Any(request => request.Outcome == Outcome.Ok))
            .ToDictionary(group => group.Key, group => group.MinBy(request => request.Sent)! with { Answered = group.Min(request => request.Answered) });
        foreach (var (id, chain) in chains.Where(record => HasOneOrder(record.Chain)))
        {
            (ClientRequest Request, Link Link)? latest = null;
            foreach (var link in chain.Order)
            {
                if (!requests.TryGetValue(link.Entry.Operation, out var request)) continue;
                if (latest is { } before && request.Answered < before.Request.Sent)
                    yield return Violated($"{id}: what was answered first was done last.", [$"{request.Sent:O} to {request.Answered:O}  activity {request.Activity}", $"{before.Request.Sent:O}  activity {before.Request.Activity} was sent", before.Link.ToString(), link.ToString()]);
                if (latest is null || request.Sent > latest.Value.Request.Sent) latest = (request, link);
            }
        }
    }

    /// <summary>The first replies of a conversation come in the order in which it was spoken.</summary>
    private IEnumerable<Violation> Replies(Evidence evidence)
    {
        if (evidence.Clients is not { } clients) yield break;
        foreach (var talk in clients.Where(request => request is { Outcome: Outcome.Ok, Invoke: false }).GroupBy(request => request.Conversation))
        {
            (ClientRequest Request, Captured Reply)? latest = null;
            foreach (var request in talk.GroupBy(request => request.Activity).Where(group => group.Count() == 1).Select(group => group.Single()).OrderBy(request => request.Sent))
            {
                if (!evidence.FirstReplies.TryGetValue((request.Conversation, request.Activity), out var reply)) continue;
                if (latest is { } before && before.Request.Answered < request.Sent && reply.At < before.Reply.At)
                    yield return Violated($"In {talk.Key} a later message was answered before an earlier one.", [$"{before.Request.Sent:O}  activity {before.Request.Activity}", $"{request.Sent:O}  activity {request.Activity}", $"{reply.At:O}  reply to {request.Activity}", $"{before.Reply.At:O}  reply to {before.Request.Activity}"]);
                latest = (request, reply);
            }
        }
    }
}
