using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Welcome;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>What is asked next, and the finish.</summary>
public sealed partial class Step
{
    /// <summary>So many older previews are remembered: nobody scrolls up further.</summary>
    private const int MostPreviews = 3;

    /// <summary>Goes on with the active flow until something has to be asked or confirmed.</summary>
    internal async Task AdvanceAsync(CancellationToken cancel)
    {
        while (advances && Active is { } active)
        {
            var flow = FlowOf(active);
            if (UnclearAccount(flow, active) is { } unclear)
            {
                AskAccount(active, unclear);
                return;
            }
            if (active.Anew is { } anew)
            {
                var wrong = flow.Slots.First(slot => slot.Name == anew[0]);
                SayWhatGoesOn(flow, active);
                Say(wrong.Question);
                Conversation = Conversation.With(active with { Asked = wrong.Name });
                return;
            }
            var found = await flow.CheckAsync(active.Answers, turn, cancel);
            var (known, asks, question) = found;
            active = Filling.Changed(flow, active, known);
            Conversation = Conversation.With(active);
            if (found.Ends is { } end)
            {
                Flow = flow.Intent;
                Effect.Take(end);
                Leave();
                continue;
            }
            if (found.Stops is { } stop)
            {
                Effect.Refused = stop.Code;
                Effect.Say(stop.Says);
                Leave();
                continue;
            }
            asks ??= flow.Slots.FirstOrDefault(slot => slot.Required && !known.Has(slot) && flow.Needs(slot, known) && !active.Skipped.Contains(slot.Name));
            if (asks is not null)
            {
                SayWhatGoesOn(flow, active);
                Ask(active, asks, question == default ? asks.Question : question, found.Choices);
                Conversation = Conversation.With(active with { Asked = asks.Name });
                return;
            }
            if (flow.Confirms)
            {
                await AskConfirmationAsync(flow, active, cancel);
                return;
            }
            await FinishAsync(active, cancel);
        }
    }

    /// <summary>One of a few answers is tapped.</summary>
    private void Ask(Progress active, Slot asks, Text question, IReadOnlyList<FieldChoice> choices)
    {
        IReadOnlyList<FieldChoice> offered = choices.Count > 0 ? choices : [.. asks.Options.Select(option => new FieldChoice(option.Code, turn.Say(option.Name)))];
        Effect.Say(offered.Count == 0
            ? Message.Of(turn.Say(question))
            : Message.Of(ChoiceCard.Of(new(turn.Say(question), active.Id, active.Version, asks.Name, offered), turn.Language)));
    }

    /// <summary>After another matter: what this is about again, or for the first time.</summary>
    private void SayWhatGoesOn(Flow flow, Progress active)
    {
        if (!interrupted || !waiting.Contains(active.Id)) return;
        var account = NamedIn(flow, active);
        Say(active.Asked is null ? EngineTexts.NowTo(flow.Title, account) : EngineTexts.BackTo(flow.Title, account));
    }

    private static string? NamedIn(Flow flow, Progress active) =>
        flow.Slots.OfType<Slot<SlotValue.Account>>().Select(slot => active.Answers.Of(slot)?.Name).FirstOrDefault(name => name is not null);

    /// <summary>The effect of a confirmed flow, or the answer to a question.</summary>
    private async Task FinishAsync(Progress active, CancellationToken cancel)
    {
        var flow = FlowOf(active);
        Flow = flow.Intent;
        var effect = await flow.FinishAsync(active.Answers, turn, cancel);
        if (flow.Confirms && effect.Refused is null && effect.Changes.All.Count > 0)
        {
            var preview = await flow.PreviewAsync(active.Answers, turn, cancel);
            effect.Undoable ??= new(active.Id, turn.Say(flow.Title) + (NamedIn(flow, active) is { } account ? $" ({account})" : ""));
            // A receipt; also below a flow's own answer where a button was pressed, to take the place of the preview and its buttons.
            var answered = effect.Replies.Count > 0;
            if (!answered || turn.Incoming.Press is not null && effect.Replies.All(reply => reply.Card is null))
                effect.Replies.Insert(0, Message.Of(DoneCard.Of(new(turn.Say(flow.Title), preview.Sections, answered ? null : active.Id, Summary: preview.Summary), turn.Language)));
        }
        Effect.Take(effect);
        // What was saved or said in another language stands between the older preview and its yes: it is shown again.
        repeats |= flow.Confirms || effect.Speaks is not null;
        if (effect.Speaks is { } language) turn = turn with { Language = language };
        // A short "and last year?" asks on about a question; what was recorded only lends its customer.
        if (effect.Lean.Count > 0) Conversation = Conversation with { Lean = effect.Lean, LastIntent = flow.Confirms ? null : active.Intent, LastFlow = flow.Confirms ? null : flow.Intent };
        if (flow.Confirms && effect.Refused is null) Conversation = Conversation with { Saved = active };
        Leave();
    }

    private async Task AskConfirmationAsync(Flow flow, Progress active, CancellationToken cancel)
    {
        SayWhatGoesOn(flow, active);
        if (active.Shown == active.Version && !repeats) Say(EngineTexts.WaitingForYes);
        else Effect.Say(Message.Of(await PreviewAsync(flow, active, cancel)));
        IReadOnlyList<ShownAnswers> previews = [.. (active.Previews ?? []).Where(preview => preview.Version != active.Version).TakeLast(MostPreviews), new(active.Version, active.Values)];
        Conversation = Conversation.With(active with { Asked = Progress.Confirm, Shown = active.Version, Previews = previews });
    }

    private async Task<Cards.Model.AdaptiveCard> PreviewAsync(Flow flow, Progress active, CancellationToken cancel)
    {
        var body = await flow.PreviewAsync(active.Answers, turn, cancel);
        var fields = flow.Slots.Where(slot => !slot.Hidden && flow.Needs(slot, active.Answers)).Select(slot => new Field(
            slot.Name, turn.Say(slot.Label), slot.Input, slot.FieldValue(active.Answers.Raw(slot)), slot.Required,
            [.. slot.Options.Select(option => new FieldChoice(option.Code, turn.Say(option.Name)))]));
        return PreviewCard.Of(new(turn.Say(flow.Title), active.Id, active.Version, body.Sections, [.. fields], body.Note, body.Summary), turn.Language);
    }

    /// <summary>Two likely customers, or one that is not known, are asked about, never picked.</summary>
    private static SlotValue.Account? UnclearAccount(Flow flow, Progress active) =>
        flow.Slots.FirstOrDefault(slot => slot.Name == SlotNames.Account) is Slot<SlotValue.Account> slot
        && active.Answers.Of(slot) is { New: false } account && (account.Id is null || account.Others.Count > 0)
            ? account
            : null;

    private void AskAccount(Progress active, SlotValue.Account unclear)
    {
        var mayBeNew = FlowOf(active).Confirms;
        var choices = Candidates(unclear).Select(other => new FieldChoice(other.Id.Value, other.Name)).ToList();
        var question = choices.Count > 0 ? unclear.Id is null ? EngineTexts.WhichAccount(unclear.Name) : EngineTexts.OneOfAccounts([.. choices.Select(choice => choice.Title)]) : mayBeNew ? EngineTexts.UnknownAccount(unclear.Name) : EngineTexts.NoSuchAccount(unclear.Name);
        if (mayBeNew && unclear.Id is null) choices.Add(new(NewProspect, turn.Say(EngineTexts.NewProspect)));
        SayWhatGoesOn(FlowOf(active), active);
        Effect.Say(choices.Count == 0
            ? Message.Of(turn.Say(question))
            : Message.Of(ChoiceCard.Of(new(turn.Say(question), active.Id, active.Version, SlotNames.Account, choices), turn.Language)));
        Conversation = Conversation.With(active with { Asked = SlotNames.Account });
    }

    internal const string NewProspect = "new";
}
