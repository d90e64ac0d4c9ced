using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.FollowUps;

/// <summary>"Die opvolging is klaar."</summary>
internal sealed class CompleteFollowUp() : Flow(
    Intents.CompleteFollowUp, new("Opvolging klaar", "Follow-up done"), Account, OpenFollowUps.Which, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel) => OpenFollowUps.CheckAsync(known, known.Of(Account)?.Id, turn, cancel);

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel) => new(
    [
        new(turn.Say(Title), await OpenFollowUps.RowsAsync(known, turn, cancel)),
    ]);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await OpenFollowUps.FindAsync(known, turn, cancel) is not { } task) return Stops.Gone(turn);
        var effect = new Effect();
        await PlanTasks.DoneAsync(task, turn, effect, cancel);
        return effect;
    }
}

/// <summary>The open follow-up of the speaker that a flow is about.</summary>
internal static class OpenFollowUps
{
    public static readonly Slot<string> Which = Slot.Pick(SlotNames.Which, new("Welke opvolging bedoel je?", "Which follow-up do you mean?"));

    private static readonly Text NoneOpen = new("Daarvoor staat bij jou geen opvolging open.", "You have no open follow-up for that.");

    public static async ValueTask<Checked> CheckAsync(Answers known, AccountId? of, Turn turn, CancellationToken cancel)
    {
        var open = (await turn.Book.OpenFollowUpsAsync(turn.User.Id, cancel)).Where(task => of is null || task.Record.Account == of).ToList();
        var names = await turn.Book.NamesAsync(open.Select(task => task.Record.Account).OfType<AccountId>(), cancel);
        return Picking.Of(
            known, Which, known.Of(Slot.Message), open, task => task.Record.Id, task => task.Record.Account is { } id ? $"{task.Record.What} · {names.GetValueOrDefault(id)}" : task.Record.What,
            Which.Question, Stops.Of("not_found", NoneOpen, turn));
    }

    public static async Task<Stored<FollowUp>?> FindAsync(Answers known, Turn turn, CancellationToken cancel) =>
        (await turn.Book.OpenFollowUpsAsync(turn.User.Id, cancel)).FirstOrDefault(task => task.Record.Id == known.Of(Which));

    public static async Task<IReadOnlyList<PreviewRow>> RowsAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await FindAsync(known, turn, cancel) is not { Record: var task }) return [];
        var account = task.Account is { } id ? await turn.Book.AccountAsync(id, cancel) : null;
        return
        [
            new(turn.Say(new("Wat", "What")), task.What),
            .. account is null ? (PreviewRow[])[] : [new(turn.Say(new("Klant", "Account")), account.Record.Name)],
            new(turn.Say(new("Uiterlijk", "Due")), turn.Language.Date(task.Due)),
        ];
    }
}
