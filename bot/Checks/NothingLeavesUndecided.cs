using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;

namespace SalesBot.Bot.Checks;

/// <summary>What was sent has exactly one valid approval, of exactly that version, with exactly that content.</summary>
internal sealed partial class NothingLeavesUndecided() : Invariant(5, "Nothing leaves undecided")
{
    public override Told Gains => Told.Capture;

    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        var approvals = evidence.Held(Kinds.Approval).Select(held => held.Record).ToLookup(approval => approval.Subject);
        var sent = evidence.Held(Kinds.Quote).Select(held => held.Record).Where(quote => quote is { SentAt: not null, Imported: null });
        return Task.FromResult<IReadOnlyList<Violation>>([.. sent.SelectMany(quote => Of(quote, [.. approvals[quote.Number]])), .. Files(evidence, approvals)]);
    }

    private IEnumerable<Violation> Of(Quote quote, IReadOnlyList<Approval> approvals)
    {
        // A quote that was sent before this was kept and revised since does not tell any more what was sent.
        if (quote.Sent is null && quote.Status is not (QuoteStatus.Sent or QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired)) yield break;
        var number = quote.Sent?.Number ?? quote.Current.Number;
        string[] story =
        [
            .. approvals.Select(approval => $"{approval.DecidedAt ?? approval.RequestedAt:O}  version {approval.Version}: {approval.State}, content {Evidence.Short(approval.ContentHash)}"),
            $"{quote.SentAt:O}  version {number} was sent, content {Evidence.Short(quote.Sent?.ContentHash ?? "")}",
        ];
        var approved = approvals.FirstOrDefault(approval => approval.Version == number);
        var was = approved?.State is ApprovalState.Approved || approved is { State: ApprovalState.Superseded, DecidedAt: not null } && quote.Current.Number > number;
        if (!was) yield return Violated($"{quote.Number} was sent without an approval of version {number}.", story);
        else if (quote.Versions.FirstOrDefault(version => version.Number == number) is not { } version || QuoteContent.Hash(quote.Number, version) is var stored && stored != approved!.ContentHash)
            yield return Violated($"{quote.Number} version {number} is not what was approved.", [.. story, $"its content is now {Evidence.Short(quote.Versions.FirstOrDefault(one => one.Number == number) is { } now ? QuoteContent.Hash(quote.Number, now) : "")}"]);
        else if (quote.Sent is { } left && left.ContentHash != approved!.ContentHash) yield return Violated($"What was sent of {quote.Number} is not what was approved.", story);
        if (approvals.Count(approval => approval.State == ApprovalState.Approved) > 1) yield return Violated($"{quote.Number} has several valid approvals.", story);
    }

    /// <summary>A file that was handed out is of a version that was approved.</summary>
    private IEnumerable<Violation> Files(Evidence evidence, ILookup<Subject, Approval> approvals) =>
        from captured in evidence.Capture ?? []
        where captured.IsDelivered && captured.Body is not null
        from Match file in File().Matches(captured.Body!.Value.GetRawText())
        let number = file.Groups["number"].Value
        let version = file.Groups["version"].Success ? int.Parse(file.Groups["version"].ValueSpan) : 1
        where !approvals[Subject.Of(number)].Any(approval => approval.Version == version && approval.DecidedAt is not null && approval.State is ApprovalState.Approved or ApprovalState.Superseded)
        select Violated($"The file of {number} version {version} was handed out without an approval.", [$"{captured.At:O}  to {captured.Conversation}: {file.Value}"]);

    [GeneratedRegex(@"(?<number>Q-\d{4}-\d{4,})(-v(?<version>\d+))?\.pdf")]
    private static partial Regex File();
}
