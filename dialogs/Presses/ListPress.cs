using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Flows.Calls;
using SalesBot.Dialogs.Flows.Issues;
using SalesBot.Dialogs.Flows.Leads;
using SalesBot.Dialogs.Flows.Quotes;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Flows.Visits;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>Turns the page of a list; it comes back as it then is.</summary>
internal sealed class ListPress(PolicyFor policy) : PressAction("list.more")
{
    private readonly Dictionary<string, Func<Turn, AccountId?, int, CancellationToken, Task<AdaptiveCard>>> lists = new()
    {
        [ListIssues.List] = (turn, of, skip, cancel) => ListIssues.CardAsync(turn, of, skip, cancel),
        [ListLeads.List] = ListLeads.CardAsync,
        [ShowVisits.List] = ShowVisits.PageAsync,
        [ListApprovals.List] = (turn, _, skip, cancel) => ListApprovals.PageAsync(skip, turn, cancel),
        [CallList.List] = (turn, _, skip, cancel) => new CallList(policy).CardAsync(turn, skip, cancel),
    };

    /// <summary>A list of quotes goes on with what it was narrowed to.</summary>
    private static Task<AdaptiveCard> QuotesAsync(Press press, Turn turn, CancellationToken cancel) => ShowQuotes.PageAsync(
        QuoteFilter.Read(press.Text("subject")) ?? QuoteFilter.Of("open", null, null, [], turn.Today), press.Number("skip") ?? 0, turn, cancel);

    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        if (press.Text("list") == History.List)
            return await History.PageAsync(press.Text("subject"), press.Number("skip") ?? 0, turn, cancel) is { } page ? Effect.Of(Message.Of(page)) : Stops.Gone(turn);
        if (press.Text("list") == ShowQuotes.List) return Effect.Of(Message.Of(await QuotesAsync(press, turn, cancel)));
        var (subject, skip) = (press.Text("subject"), press.Number("skip") ?? 0);
        if (!lists.TryGetValue(press.Text("list") ?? "", out var list)) return Effect.Of(Message.Of(await ListFollowUps.CardAsync(turn, FollowUpFilter.Read(subject), skip, cancel)));
        return Effect.Of(Message.Of(await list(turn, subject is { Length: > 0 } ? AccountId.Of(subject) : null, skip, cancel)));
    }
}

/// <summary>Ticks a follow-up off; the list comes back as it then is.</summary>
internal sealed class FollowUpPress() : PressAction("follow-up.done")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var task = (await turn.Book.OpenFollowUpsAsync(turn.User.Id, cancel)).FirstOrDefault(stored => stored.Record.Id == press.Text("follow-up"));
        if (task is null) effect.Refused = "not_found";
        else
        {
            await PlanTasks.DoneAsync(task, turn, effect, cancel);
            effect.Undoable = press.Write(turn, task.Record.What);
        }
        return effect.Say(Message.Of(await ListFollowUps.CardAsync(turn, FollowUpFilter.Read(null), 0, cancel, without: task?.Record.Id)));
    }
}
