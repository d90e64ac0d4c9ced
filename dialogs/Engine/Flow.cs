using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>
/// A conversation as data: the slots it collects, in question order, and one effect. Everything else (any order, correction,
/// digression, cancel, clarification, confirmation, undo) the <see cref="Runner"/> does once for all flows.
/// </summary>
/// <param name="intent">The intent that starts it, one of <see cref="Intents"/>; also its name in traces.</param>
/// <param name="title">Heads the preview.</param>
/// <param name="slots">In question order.</param>
public abstract class Flow(string intent, Text title, params IReadOnlyList<Slot> slots)
{
    public string Intent => intent;
    public Text Title => title;
    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>Other intents that start the same flow.</summary>
    public virtual IReadOnlyList<string> AlsoFor => [];

    /// <summary>
    /// Whether it takes a matter that was heard as this intent. Several flows share one, such as a complaint recorded and one
    /// closed: those that tell themselves apart by words stand before the general one in <see cref="Flows.AllFlows"/>.
    /// </summary>
    /// <param name="words">The whole message.</param>
    public virtual bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) => heard == Intent || AlsoFor.Contains(heard);

    /// <summary>False for a question: it is answered at once, and a running flow goes on after it.</summary>
    public virtual bool Confirms => true;

    /// <summary>False where another answer makes the slot pointless: it is not asked for, and an answer given before is dropped.</summary>
    public virtual bool Needs(Slot slot, Answers known) => true;

    /// <summary>Whether a question may be left unanswered; those that only a check asks, and the customer, may not.</summary>
    public virtual bool MayStayOpen(Slot slot) => slot.Required && slot.Name != SlotNames.Account;

    /// <summary>
    /// What of a message goes into the slots. A flow that reads more in words than a value a slot keeps the words as well, and reads
    /// them in <see cref="CheckAsync"/>.
    /// </summary>
    /// <param name="asked">The slot that was asked for, or <see cref="Progress.Confirm"/>; null: the flow begins.</param>
    public virtual IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => said;

    /// <summary>Whether words are plainly this flow's, whatever else they could mean: set phrases, and changes to what is on the table.</summary>
    /// <param name="open">How far it has come, where it is being talked about; null: it would begin.</param>
    public virtual bool Claims(string words, Progress? open, Turn turn) => false;

    /// <summary>
    /// What another matter of the same message means within this one, e.g. a lead mentioned in a visit report; null where it
    /// is a matter of its own.
    /// </summary>
    /// <param name="other">The intent of the flow that takes the other matter.</param>
    public virtual IReadOnlyList<HeardSlot>? Absorb(string other, IReadOnlyList<HeardSlot> said, Turn turn) => null;

    /// <summary>Completes or checks what is known, e.g. looks up products. An obstacle is put to the person instead of the preview.</summary>
    public virtual ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel) => new(new Checked(known));

    /// <summary>What is about to be written, by record.</summary>
    public virtual ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel) =>
        new(new PreviewBody([new(Title.In(turn.Language), Rows(known, turn, Slots.Where(slot => !slot.Hidden)))]));

    /// <summary>The one effect.</summary>
    public abstract Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel);

    /// <summary>The known ones of these slots as rows of a preview.</summary>
    protected static IReadOnlyList<PreviewRow> Rows(Answers known, Turn turn, IEnumerable<Slot> of) =>
        [.. of.Where(known.Has).Select(slot => new PreviewRow(
            slot.Label.In(turn.Language), string.Join(", ", known.Raw(slot).Select(value => slot.Show(value, turn.Language)))))];
}

/// <param name="Asks">Null: nothing in the way. Else the slot that the question is about.</param>
public sealed record Checked(Answers Known, Slot? Asks = null, Text Question = default)
{
    /// <summary>Answers to the question that can be tapped; the value of one fills the slot.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>It can not go on: what is said instead, and the flow ends.</summary>
    public Stop? Stops { get; init; }

    /// <summary>There is nothing to ask or to confirm: this is said, it changes nothing, and the flow ends.</summary>
    public Effect? Ends { get; init; }
}

/// <param name="Code">Why, for the trace.</param>
public sealed record Stop(string Code, Message Says);

/// <param name="Note">A remark below the sections.</param>
/// <param name="Summary">Of a long note.</param>
public sealed record PreviewBody(IReadOnlyList<PreviewSection> Sections, string? Note = null, SummaryView? Summary = null);
