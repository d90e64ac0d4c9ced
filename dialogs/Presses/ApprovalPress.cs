using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>
/// A supervisor's decision. The card names the quote and the version; quote, approval and rights are read anew, and whoever comes
/// too late gets the card as it is now.
/// </summary>
internal sealed class ApprovalPress(QuoteDesk desk, CardViews views)
    : PressAction("approval.approve", "approval.return", "approval.reject", "approval.refresh", "approval.show")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await QuotePress.FileAsync(press, turn, cancel) is not { Approval: { } approval } file)
        {
            effect.Refused = "not_found";
            return effect.Say(Message.Of(turn.Say(QuoteSentences.Gone)));
        }
        effect.In = Partition.Of(turn.Book.Tenant, file.Team);
        Answer? answer = press.Verb switch
        {
            "approval.approve" => new Answer.Approve(),
            "approval.return" => new Answer.Return(press.Text("question") ?? ""),
            "approval.reject" => new Answer.Reject(press.Text("reason") ?? ""),
            _ => null,
        };
        var after = file;
        if (answer is not null)
        {
            var step = QuoteSteps.Decide(approval.Record, file.Quote.Record, answer, turn.User, file.People, turn.Now);
            if (QuoteDesk.Take(step, file.Quote, approval, turn, effect) && step is QuoteStep.Done { Approval: { } decided } done)
            {
                after = file with { Quote = file.Quote with { Record = done.Quote }, Approval = approval with { Record = decided } };
                desk.Refresh(effect, done.Quote, decided, file.Team);
                if (file.People.TryGetValue(done.Quote.Owner, out var owner))
                {
                    var told = QuoteSentences.Decided(done.Quote.Number.Value, file.Account.Name, turn.User.Name, decided.State, decided.Reason);
                    effect.Sends.Add((new(Person: owner.Id), Message.Of(told.In(await views.LanguageOfAsync(turn.Book.Tenant, owner, cancel)))));
                }
            }
        }
        // Missing words are asked for on the card as it is: it stays open.
        if (effect.Refused == "reason_missing") return effect;
        var card = await views.ApprovalAsync(after, turn.Private || turn.User.Id == after.Quote.Record.Owner ? turn.User : null, turn.Language, turn.Book.Tenant, cancel);
        return card is null ? effect : effect.Say(Message.Of(card));
    }
}
