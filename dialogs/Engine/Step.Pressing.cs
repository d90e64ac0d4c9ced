using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>Buttons and forms: they do what the words do, on the flow and the version that their card showed.</summary>
public sealed partial class Step
{
    public const string ConfirmVerb = "flow.confirm", CancelVerb = "flow.cancel", EditVerb = "flow.edit", SubmitVerb = "flow.submit", AnswerVerb = "flow.answer";

    internal async Task PressAsync(FlowPress press, CancellationToken cancel)
    {
        if (Conversation.Running.FirstOrDefault(progress => progress.Id == press.Progress) is not { } pressed)
        {
            Effect.Refused = "not_open";
            Say(EngineTexts.NoLongerOpen);
            return;
        }
        // A press on a waiting flow's card brings that flow to the front.
        if (pressed != Active) Conversation = Conversation with { Running = [.. Conversation.Running.Where(progress => progress != pressed), pressed] };
        Flow = pressed.Flow;
        advances = true;
        switch (press.Verb)
        {
            case CancelVerb:
                Cancel();
                break;
            case ConfirmVerb when press.Version == pressed.Version && pressed.Asked == Progress.Confirm:
                await FinishAsync(pressed, cancel);
                break;
            case AnswerVerb when press.Version == pressed.Version:
                Answer(pressed, press);
                break;
            case EditVerb or SubmitVerb:
                Edit(pressed, press);
                break;
            default:
                // An older card: nothing is done, the present one comes back.
                Effect.Refused = "stale";
                repeats = true;
                break;
        }
        await AdvanceAsync(cancel);
    }

    private void Answer(Progress pressed, FlowPress press)
    {
        var flow = FlowOf(pressed);
        if (flow.Slots.FirstOrDefault(slot => slot.Name == press.Fields.GetValueOrDefault("slot")) is not { } slot
            || press.Fields.GetValueOrDefault("value") is not { } chosen) return;
        if (slot is Slot<SlotValue.Account> account && pressed.Answers.Of(account) is { } spoken)
        {
            if (chosen == NewProspect && flow.Confirms) Choose(pressed, AsProspect(spoken));
            else if (Candidates(spoken).FirstOrDefault(other => other.Id.Value == chosen) is { } other) Choose(pressed, new(other.Name, other.Id, []));
        }
        else if (slot.FromField(chosen) is { } values) Conversation = Conversation.With(Filling.Set(flow, pressed, slot, values));
    }

    /// <summary>
    /// The whole form counts: a field left empty takes the value away. Of an older card only what was typed into it: what has been
    /// put right since stays.
    /// </summary>
    private void Edit(Progress pressed, FlowPress press)
    {
        var flow = FlowOf(pressed);
        var stood = pressed.Previews?.FirstOrDefault(preview => preview.Version == press.Version) is { } older ? pressed.Answers with { Values = older.Values } : pressed.Answers;
        var edited = pressed;
        foreach (var slot in flow.Slots.Where(slot => !slot.Hidden))
        {
            if (!press.Fields.TryGetValue(slot.Name, out var typed) || typed == (slot.FieldValue(stood.Raw(slot)) ?? "")) continue;
            if (slot.FromField(typed) is { } values) edited = Filling.Set(flow, edited, slot, [.. values.Select(LookedUp)]);
            else Say(EngineTexts.Unreadable(slot.Label));
        }
        Conversation = Conversation.With(Filling.Remember(flow, pressed, edited) with { Shown = 0, Anew = null });
    }
}
