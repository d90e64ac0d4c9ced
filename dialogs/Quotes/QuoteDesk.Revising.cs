using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Quotes;

/// <summary>A quote that is there already gets its next version.</summary>
public sealed partial class QuoteDesk
{
    /// <summary>Who would decide on the next version of a quote; null: nobody may.</summary>
    public static Task<Route?> RouteAsync(Quote before, Composition.Composed composed, Turn turn, CancellationToken cancel) =>
        ApprovalDesk.RouteAsync(QuoteMatter.Of(before with { Versions = [.. before.Versions, composed.Version] }), turn, cancel);

    /// <summary>The change is the next version: what was asked or approved of the old one is void, and the new one is submitted.</summary>
    public async Task ReviseAsync(Stored<Quote> stored, Composition.Composed composed, Turn turn, Effect effect, CancellationToken cancel)
    {
        var team = turn.User.Team;
        var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, team, turn.Now);
        var old = await ApprovalFile.LastAsync(reading, stored.Record.Number, cancel);
        if (QuoteSteps.Revise(stored.Record, old?.Record, composed.Version) is not QuoteStep.Done { Quote: var revised })
        {
            Take(QuoteSteps.Revise(stored.Record, old?.Record, composed.Version), stored, null, turn, effect);
            return;
        }
        var item = QuoteApprovals.Shared.Of(stored, revised);
        if (await Approvals.SubmitAsync(item, composed.Verdict.Findings, old, team, turn, effect, cancel, composed.Verdict.Automatic) is null)
        {
            // Nobody may decide: the new version is a draft, and the old one is no longer what was asked about.
            effect.Refused = null;
            Approvals.Void(old, team, effect);
            await item.PutAsync(reading, effect.Changes, cancel);
        }
        effect.Say(Message.Of(ViewFor(revised, team, turn.User.Id)));
    }

    /// <summary>What the policy, as it is set now, says of a version.</summary>
    private async Task<Verdict> JudgeAsync(Quote quote, Turn turn, CancellationToken cancel)
    {
        var policy = await turn.Book.PolicyAsync(settings.Policy, cancel);
        var standing = await AccountStanding.ReadAsync(turn.Book.Store, turn.Book.Partition, quote.Account, turn.Today, cancel);
        return QuotePolicy.Judge(quote.Current, await turn.Book.TiersAsync(cancel), turn.User, policy, standing);
    }
}
