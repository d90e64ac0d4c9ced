using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Engine;

/// <summary>
/// Leads the conversation: takes what was heard and how far the talk has come, and gives how far it has come now and what is
/// to be said and written. It reads, it never writes: the turn's one commit does.
/// </summary>
public sealed partial class Runner(IReadOnlyList<Flow> flows)
{
    private const int LongestYes = 80, MostWords = 6;

    /// <summary>Typed words.</summary>
    public async Task<Step> HearAsync(Conversation conversation, Heard heard, string words, Turn turn, CancellationToken cancel)
    {
        var step = new Step(flows, conversation, turn);
        if (step.Choose(words))
        {
            await step.AdvanceAsync(cancel);
            return step;
        }
        var taken = new HashSet<int>();
        var started = new List<Progress>();
        for (var index = 0; index < heard.Intents.Count; index++)
        {
            if (taken.Contains(index)) continue;
            switch (heard.Intents[index])
            {
                case Intents.Cancel: step.Cancel(); break;
                case Intents.Confirm when !IsYes(words): step.Repeat(); break;
                case Intents.Confirm: await step.ConfirmAsync(cancel); break;
                case Intents.Deny: step.Deny(heard, words); break;
                case Intents.CorrectSlot: step.Fill(heard.Slots, replaces: !Adds().IsMatch(words), words); break;
                case Intents.Skip: step.Skip(); break;
                case Intents.Repeat: step.Repeat(); break;
                case Intents.Thanks: step.Say(EngineTexts.Thanks); break;
                case Intents.Greet: step.Greet(); break;
                case Intents.OutOfScope: step.NotUnderstood(heard, words); break;
                case var intent: Take(step, intent, index, heard, words, turn, taken, started); break;
            }
        }
        // Questions are answered at once; then what was said first is talked about first, and the others wait below it.
        foreach (var progress in Enumerable.Reverse(started.OrderBy(progress => step.FlowOf(progress).Confirms))) step.Start(progress);
        await step.AdvanceAsync(cancel);
        return step;
    }

    /// <summary>A pressed button of a flow's card.</summary>
    public async Task<Step> PressAsync(Conversation conversation, FlowPress press, Turn turn, CancellationToken cancel)
    {
        var step = new Step(flows, conversation, turn);
        await step.PressAsync(press, cancel);
        return step;
    }

    /// <summary>
    /// A yes writes, so it has to be one: a known phrase or a few words. A longer text that somebody asks to approve, such as a mail
    /// put into the chat, only shows the preview again.
    /// </summary>
    private static bool IsYes(string words)
    {
        var said = Words.Of(words.Length > LongestYes ? words[..LongestYes] : words);
        return words.Length <= LongestYes && (Commands.Of(said) == Intents.Confirm || said.Count(word => word.Kind != WordKind.Sign) <= MostWords);
    }

    private void Take(Step step, string intent, int index, Heard heard, string words, Turn turn, HashSet<int> taken, List<Progress> started)
    {
        var flow = flows.FirstOrDefault(flow => flow.Intent == intent || flow.AlsoFor.Contains(intent));
        if (flow is null)
        {
            step.NotAvailable();
            return;
        }
        var said = heard.Intents.Count == 1 ? heard.Slots : Filling.OfClause(heard, index);
        var another = step.Active is { } open && IsAnother(step.FlowOf(open), open, said);
        if (step.Active is { } same && same.Flow == flow.Intent && !(another && same.Asked == Progress.Confirm))
        {
            step.Fill(heard.Slots, replaces: false, words);
            return;
        }
        if (!another && step.Active is { } active && step.FlowOf(active).Absorb(intent, said, turn) is { } addition)
        {
            step.Fill(addition, replaces: false, words);
            return;
        }
        var own = said.ToList();
        for (var other = 0; other < heard.Intents.Count; other++)
        {
            if (other == index || taken.Contains(other) || flow.Absorb(heard.Intents[other], Filling.OfClause(heard, other), turn) is not { } part) continue;
            taken.Add(other);
            own.AddRange(part);
        }
        // The customer is named once for the whole message.
        if (flow.Confirms && own.All(slot => slot.Name != SlotNames.Account)) own.AddRange(heard.Slots.Where(slot => slot.Name == SlotNames.Account).Take(1));
        if (own.All(slot => slot.Name != SlotNames.Account) && turn.Lean.TryGetValue(SlotNames.Account, out var before) && RefersBack().IsMatch(words))
            own.Add(new(SlotNames.Account, before, index));
        // "I want to log a visit" says nothing that is worth keeping; a report does.
        if (own.Count > 0) own.Add(new(SlotNames.Notes, new SlotValue.Text(words), index, int.MaxValue));
        var progress = Progress.New(step.NewId(), flow.Intent, intent);
        started.Add(Filling.Fill(flow, progress, own.OrderBy(slot => slot.Start), replaces: false));
    }

    /// <summary>About another customer than the open flow: a matter of its own. A correction is heard as one.</summary>
    private static bool IsAnother(Flow flow, Progress open, IReadOnlyList<HeardSlot> said) =>
        flow.Slots.FirstOrDefault(slot => slot.Name == SlotNames.Account) is Slot<SlotValue.Account> slot
        && open.Answers.Of(slot) is { } known && said.Select(value => value.Name == SlotNames.Account ? value.Value : null).OfType<SlotValue.Account>().LastOrDefault() is { } named
        && (named.Id, named.Id is null ? named.Name : "") != (known.Id, known.Id is null ? known.Name : "");

    /// <summary>Said with a correction: one more, not another one.</summary>
    [GeneratedRegex(@"\b(ook|erbij|daarnaast|bovendien|toevoegen|voeg|also|too|as well|add|plus|en nog)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Adds();

    /// <summary>The customer that the talk was about.</summary>
    [GeneratedRegex(@"\b((voor|aan|bij|met|naar|for|to|at|with) (ze|hen|hun|hem|haar|them|him|her|deze klant|die klant|this account|that account|this client|that client)|daar|there|stuur ze|send them)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RefersBack();
}

/// <summary>A press on a flow's card, read from its data.</summary>
/// <param name="Fields">What was typed into the form, by slot.</param>
public sealed record FlowPress(string Verb, string Progress, int Version, IReadOnlyDictionary<string, string> Fields);
