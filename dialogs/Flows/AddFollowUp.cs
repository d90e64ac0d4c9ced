using SalesBot.Data;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>Something to do, for a day.</summary>
internal sealed class AddFollowUp() : Flow(Intents.AddFollowUp, new("Opvolging", "Follow-up"), Account, Task, Due)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Voor welke klant?", "For which account?"), required: false);

    private static readonly Slot<string> Task = Slot.Words(
        SlotNames.Task, new("Wat", "What"), new("Wat moet er gebeuren?", "What has to be done?"), required: true);

    private static readonly Slot<DateOnly?> Due = Slot.Deadline(
        SlotNames.DueDate, new("Uiterlijk", "Due"), new("Wanneer moet dat klaar zijn?", "By when?"), required: true, SlotNames.Date, SlotNames.Period);

    public override bool MayStayOpen(Slot slot) => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = known.Of(Account) is { } named ? await AccountFor.AsyncOrNew(named, known.Id, turn, effect, cancel) : null;
        effect.Changes.Create(Kinds.FollowUp, new FollowUp(known.Id, account?.Id, turn.User.Id, known.Of(Due)!.Value, FlowTexts.AsLine(known.Of(Task)!), turn.Now));
        return effect;
    }
}
