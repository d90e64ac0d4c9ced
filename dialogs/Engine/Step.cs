using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>One turn of the talk while it is being worked out: what each thing heard does to it.</summary>
public sealed partial class Step(IReadOnlyList<Flow> flows, Conversation conversation, Turn turn)
{
    /// <summary>Words of this length are more than an answer.</summary>
    private const int Story = 60;

    private readonly HashSet<string> waiting = [.. conversation.Running.Select(progress => progress.Id)];
    private SlotValue? left;
    private bool advances;
    private bool repeats;
    private bool interrupted;
    private int ids;

    public Conversation Conversation { get; private set; } = conversation;
    public Effect Effect { get; } = new();

    /// <summary>The flow that this turn was about, for the trace.</summary>
    public string? Flow { get; private set; } = conversation.Active?.Flow;

    internal Progress? Active => Conversation.Active;

    /// <summary>The customer that is being talked about, or that was until the open flow has just been stopped; null: none that is clear.</summary>
    internal SlotValue? OpenAccount() =>
        Active is { } active ? AccountOf(active) : left;

    private static SlotValue? AccountOf(Progress progress) =>
        progress.Values.GetValueOrDefault(SlotNames.Account) is [.., SlotValue.Account { Id: not null, Others.Count: 0 } account] ? account : null;

    internal Flow FlowOf(Progress progress) => flows.First(flow => flow.Intent == progress.Flow);

    /// <summary>Sortable by time. The same turn, worked out again after a conflict, gives the same ids.</summary>
    internal string NewId()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{turn.Incoming.TurnId}#{ids++}"));
        return $"{turn.Now.UtcDateTime.ToString(Answers.IdTime, CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(hash, 0, 6)}";
    }

    internal void Say(Text text) => Effect.Say(Message.Of(turn.Say(text)));

    internal void Greet() => Say(EngineTexts.Greeting(turn.User.Name.Split(' ')[0]));

    internal void NotAvailable()
    {
        Effect.Refused = "not_available";
        Say(EngineTexts.NotYet);
        advances |= Active is not null;
    }

    internal void Start(Progress progress)
    {
        Conversation = Conversation.Push(progress);
        Flow = progress.Flow;
        advances = true;
    }

    internal void Cancel()
    {
        if (Active is not { } active)
        {
            Say(EngineTexts.NothingToCancel);
            return;
        }
        if (active.Anew is not null && turn.Incoming.Press is null)
        {
            // "Laat maar", said of the correction: what was told stays, and another one stops it.
            Keep(active);
            return;
        }
        var title = FlowOf(active).Title;
        // At a press a card has to take the place of the preview: its buttons would stay alive.
        if (turn.Incoming.Press is null) Say(EngineTexts.Cancelled(title));
        else Effect.Say(Message.Of(CancelledCard.Of(turn.Say(title), turn.Language)));
        Leave();
    }

    internal async Task ConfirmAsync(CancellationToken cancel)
    {
        advances = true;
        if (Active is not { } active) Say(EngineTexts.NothingToConfirm);
        else if (active.Asked == Progress.Confirm) await FinishAsync(active, cancel);
    }

    /// <summary>A no with values is a correction; a bare one asks what is wrong, or leaves an optional question open.</summary>
    internal void Deny(IReadOnlyList<HeardSlot> said, string words)
    {
        if (said.Count > 0) Fill(said, replaces: true, words);
        else if (Active is null) Say(EngineTexts.NothingToConfirm);
        else if (Hears(words)) return;
        else if (Active.Asked == Progress.Confirm) Say(EngineTexts.WhatToChange);
        else Skip();
    }

    /// <summary>Takes what the running flow's own slots hear in the words: "nee, dreigend", "ja, maar met spoed"; false: nothing.</summary>
    internal bool Hears(string words)
    {
        if (Active is not { } active || Filling.Fill(FlowOf(active), active, [], replaces: true, words, turn) is var filled && filled == active) return false;
        Conversation = Conversation.With(filled);
        return advances = true;
    }

    /// <summary>"Nee, opgelost met een bos bloemen" to a preview, which as a sentence of its own could be anything.</summary>
    internal bool PutsRight(string words, Heard heard) =>
        Active is { Asked: Progress.Confirm } && !heard.Has(Intents.CorrectSlot) && No().IsMatch(words) && Hears(words);

    [GeneratedRegex(@"^\W*(nee|neen|no|nope|niet|not|sorry)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex No();

    internal void Skip()
    {
        advances = true;
        if (Active is not { Asked: { } asked } active) Say(EngineTexts.NothingToRepeat);
        else if (asked == Progress.Confirm) return;
        else if (active.Anew is not null) Keep(active);
        else if (FlowOf(active) is var flow && flow.Slots.First(slot => slot.Name == asked) is var open && flow.MayStayOpen(open))
            Conversation = Conversation.With(active with { Skipped = [.. active.Skipped, asked] });
        else Say(EngineTexts.CanNotSkip);
    }

    internal void Repeat()
    {
        if (Active is null) Say(EngineTexts.NothingToRepeat);
        advances = repeats = true;
    }

    /// <summary>Fills the running flow; bare words answer the slot that was asked for.</summary>
    internal void Fill(IReadOnlyList<HeardSlot> said, bool replaces, string words)
    {
        advances = true;
        if (Active is not { } active)
        {
            Say(EngineTexts.NothingToConfirm);
            return;
        }
        var flow = FlowOf(active);
        var filled = Filling.Fill(flow, active, flow.Take(words, said, active.Asked), replaces, words, turn);
        // What only says again what is known is no answer to something else.
        var fits = Filling.Fits(flow, said);
        if (filled == active && !replaces && !fits) filled = InWords(active, words);
        if (filled == active) Say(fits ? EngineTexts.AsItStands : EngineTexts.NotUnderstood);
        else if (replaces || active.Anew is not null) filled = Noted(filled, words);
        else filled = Told(filled, words);
        Conversation = Conversation.With(Filling.Remember(flow, active, filled));
    }

    /// <summary>What was to be asked for anew stays as it is.</summary>
    private void Keep(Progress active)
    {
        Conversation = Conversation.With(active with { Anew = null, Shown = 0 });
        advances = true;
    }

    /// <summary>The note keeps what was said, with what was put right: it must not tell another story than the fields beside it.</summary>
    private Progress Noted(Progress progress, string words)
    {
        var flow = FlowOf(progress);
        return flow.Slots.FirstOrDefault(slot => slot.Name == SlotNames.Notes) is { } notes && progress.Answers.Raw(notes) is [SlotValue.Text said]
            ? Filling.Set(flow, progress, notes, [new SlotValue.Text($"{said.Value}\n{words}")])
            : progress;
    }

    /// <summary>A story is kept, also where it answers what was asked: more than one value may be in it.</summary>
    private Progress Told(Progress progress, string words)
    {
        var flow = FlowOf(progress);
        if (flow.Slots.FirstOrDefault(slot => slot.Name == SlotNames.Notes) is not { } notes || words.Length < Story) return progress;
        var before = progress.Answers.Raw(notes) is [SlotValue.Text said] ? said.Value + "\n" : "";
        return Filling.Set(flow, progress, notes, [new SlotValue.Text(before + words)]);
    }

    /// <summary>Nothing was recognised: as an answer to an open question the words may still do; else it is said so.</summary>
    internal void NotUnderstood(Heard heard, string words)
    {
        if (Active is { } active && !words.TrimEnd().EndsWith('?'))
        {
            var filled = Filling.Fill(FlowOf(active), active, heard.Slots, replaces: false, words, turn);
            if (filled == active) filled = InWords(active, words);
            if (filled != active)
            {
                Conversation = Conversation.With(filled);
                advances = true;
                return;
            }
        }
        Effect.Refused = "out_of_scope";
        Say(heard.Unaided ? EngineTexts.OutOfScopeUnaided : EngineTexts.OutOfScope);
        advances |= Active is not null;
    }

    private Progress InWords(Progress active, string words)
    {
        var flow = FlowOf(active);
        return flow.Slots.FirstOrDefault(slot => slot.Name == active.Asked) is { } asked && asked.FromWords(words) is { } value
            ? Filling.Answered(Filling.Set(flow, active, asked, [LookedUp(value)]), asked)
            : active;
    }

    /// <summary>A typed customer's name as the accounts that it can mean.</summary>
    private SlotValue LookedUp(SlotValue value)
    {
        if (value is not SlotValue.Account { Id: null, New: false } typed) return value;
        var found = turn.Names.FindAccounts(typed.Name);
        var exact = found.FirstOrDefault(account => string.Equals(account.Name, typed.Name.Trim(), StringComparison.OrdinalIgnoreCase)) ?? (found.Count > 0 ? found[0] : null);
        if (exact is null) return value;
        return new SlotValue.Account(exact.Name, exact.Id, string.Equals(exact.Name, typed.Name.Trim(), StringComparison.OrdinalIgnoreCase) ? [] : [.. found.Skip(1)]);
    }

    /// <summary>The active flow ends; what waited below it goes on.</summary>
    private void Leave()
    {
        left = AccountOf(Active!);
        Conversation = Conversation.Pop();
        advances = interrupted = true;
    }
}
