using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Talk;

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
        if (step.Choose(words) || step.Follow(words) || step.PutsRight(words, heard))
        {
            await step.AdvanceAsync(cancel);
            return step;
        }
        if (step.Active is { } open && step.FlowOf(open).Claims(words, open, turn))
        {
            step.Fill(heard.Slots, replaces: !Adds().IsMatch(words), words);
            await step.AdvanceAsync(cancel);
            return step;
        }
        if (flows.FirstOrDefault(flow => (step.Active is null || !flow.Confirms) && flow.Claims(words, null, turn)) is { } claimant)
        {
            step.Start(Filling.Fill(claimant, Progress.New(step.NewId(), claimant.Intent, claimant.Intent), claimant.Take(words, heard.Slots, null), replaces: false, words, turn));
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
                // "Ja, maar het is ernstig" puts something right; what is nothing but a yes is one.
                case Intents.Confirm when Commands.Of(Words.Of(words)) != Intents.Confirm && step.Hears(words): break;
                // What was put right in the same breath is shown before it is saved.
                case Intents.Confirm when index > 0 && heard.Intents[index - 1] == Intents.CorrectSlot: break;
                // Nobody says yes to what has not reached them: a yes said again because nothing came back is still about the matter before.
                case Intents.Confirm when turn.Unseen: step.Repeat(); break;
                case Intents.Confirm when !IsYes(words) && !BeginsWithYes(words, index): step.Repeat(); break;
                case Intents.Confirm: await step.ConfirmAsync(cancel); break;
                case Intents.Deny: step.Deny(Said(heard, index), words); break;
                case Intents.CorrectSlot when step.Active is null: Correct(step, Said(heard, index), words, turn, started); break;
                case Intents.CorrectSlot: step.Fill(Said(heard, index), replaces: !Adds().IsMatch(words), words); break;
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

    /// <summary>"Ja. En maak ook een offerte": a plain yes of its own, with a few more words behind it; a pasted mail that begins with "prima" is none.</summary>
    private static bool BeginsWithYes(string words, int intent) =>
        intent == 0 && words.Length <= 2 * LongestYes && words.IndexOfAny(['.', ',', '!', '\n']) is > 0 and var end
        && Words.Of(words[..end]) is [{ Fold: "ja" or "jawel" or "jazeker" or "yes" or "yep" or "yeah" or "klopt" or "opslaan" or "save" }, ..] yes && Commands.Of(yes) == Intents.Confirm;

    private static IReadOnlyList<HeardSlot> Said(Heard heard, int intent) => heard.Intents.Count == 1 ? heard.Slots : Filling.OfClause(heard, intent);

    /// <summary>The flow that gave the last answer.</summary>
    private Flow? Answering(Step step) => step.Conversation.LastFlow is { } last ? flows.FirstOrDefault(flow => flow.Intent == last) : null;

    private void Take(Step step, string intent, int index, Heard heard, string words, Turn turn, HashSet<int> taken, List<Progress> started)
    {
        var said = Said(heard, index);
        if (FlowFor(intent, words, said, step) is not { } flow)
        {
            step.NotAvailable();
            return;
        }
        var another = step.Active is { } open && IsAnother(step.FlowOf(open), open, said);
        if (step.Active is { } same && same.Flow == flow.Intent && !(another && (same.Asked == Progress.Confirm || Adds().IsMatch(words))))
        {
            step.Fill(said, replaces: false, words);
            return;
        }
        if (!another && step.Active is { } active && step.FlowOf(active).Absorb(flow.Intent, said, turn) is { } addition)
        {
            step.Fill(addition, replaces: false, words);
            return;
        }
        var own = said.ToList();
        for (var other = 0; other < heard.Intents.Count; other++)
        {
            if (other == index || taken.Contains(other)) continue;
            var of = Filling.OfClause(heard, other);
            if (flow.Absorb(FlowFor(heard.Intents[other], words, of, step)?.Intent ?? heard.Intents[other], of, turn) is not { } part) continue;
            taken.Add(other);
            own.AddRange(part);
        }
        // The customer is named once for the whole message.
        if (flow.Confirms && own.All(slot => slot.Name != SlotNames.Account)) own.AddRange(heard.Slots.Where(slot => slot.Name == SlotNames.Account).Take(1));
        own.AddRange(Leaning(flow, step, own, words, index));
        foreach (var (part, told) in ByAccount.Split(flow, [.. own.OrderBy(slot => slot.Start)], words))
        {
            // "I want to log a visit" says nothing that is worth keeping; a report does.
            IReadOnlyList<HeardSlot> all = part.Count > 0 ? [.. part, new(SlotNames.Notes, new SlotValue.Text(told), index, int.MaxValue)] : part;
            all = flow.Take(heard.Intents.Count == 1 ? told : PartOf(words, part), all, null);
            started.Add(Filling.Fill(flow, Progress.New(step.NewId(), flow.Intent, intent), all, replaces: false, told, turn));
        }
    }

    /// <summary>Of several matters in one message the words of this one: from its first value to its last.</summary>
    private static string PartOf(string words, IReadOnlyList<HeardSlot> said)
    {
        var placed = said.Where(slot => slot.Start >= 0 && slot.Start + slot.Length <= words.Length).ToList();
        return placed.Count == 0 ? "" : words[placed.Min(slot => slot.Start)..placed.Max(slot => slot.Start + slot.Length)];
    }

    /// <summary>What a matter takes over from what was talked about, where the words point back to it.</summary>
    private IReadOnlyList<HeardSlot> Leaning(Flow flow, Step step, IReadOnlyList<HeardSlot> own, string words, int index)
    {
        var lean = step.Conversation.Lean;
        if (own.Any(slot => slot.Name == SlotNames.Account)) return [];
        if (RefersBack().IsMatch(words) || (flow.Confirms ? Also() : They()).IsMatch(words))
            return (step.OpenAccount() ?? lean.GetValueOrDefault(SlotNames.Account)) is { } before ? [new(SlotNames.Account, before, index)] : [];
        return !flow.Confirms && GoesOn().IsMatch(words) && Answering(step) == flow
            ? [.. Kept(lean, own).Select(slot => slot with { Intent = index })]
            : [];
    }

    /// <summary>Put right when nothing is open: the question that was just answered is asked again; what was saved is.</summary>
    private void Correct(Step step, IReadOnlyList<HeardSlot> said, string words, Turn turn, List<Progress> started)
    {
        if (step.Conversation.LastIntent is { } last && Answering(step) is { } flow && Filling.Fits(flow, said))
        {
            List<HeardSlot> all = [.. said.Where(slot => !slot.Not)];
            all.AddRange(Kept(step.Conversation.Lean, all));
            started.Add(Filling.Fill(flow, Progress.New(step.NewId(), flow.Intent, last), all, replaces: false, words, turn));
        }
        else if (step.Conversation.Saved is not null) step.Say(EngineTexts.AlreadySaved);
        else step.Fill(said, replaces: true, words);
    }

    /// <summary>What the question before was about, where nothing else has been said: whom it is about is one thing.</summary>
    private static IReadOnlyList<HeardSlot> Kept(IReadOnlyDictionary<string, SlotValue> lean, IReadOnlyList<HeardSlot> said)
    {
        var whom = said.Any(slot => slot.Name is SlotNames.Account or SlotNames.Scope);
        return lean.Where(pair => pair.Key is SlotNames.Account or SlotNames.Scope ? !whom : said.All(slot => slot.Name != pair.Key)).Select(pair => new HeardSlot(pair.Key, pair.Value)).ToList();
    }

    /// <summary>
    /// An answer to an open question stays with the flow that asked it, whatever its words could mean besides; "en bij KPMG?" asks on
    /// with the flow that answered last.
    /// </summary>
    private Flow? FlowFor(string intent, string words, IReadOnlyList<HeardSlot> said, Step step)
    {
        if (step.Active is { Asked: not (null or Progress.Confirm) } active && active.Intent == intent) return step.FlowOf(active);
        var flow = flows.FirstOrDefault(flow => flow.Takes(intent, words, said));
        return flow?.Intent == intent && step.Conversation.LastIntent == intent && GoesOn().IsMatch(words) ? Answering(step) ?? flow : flow;
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
    [GeneratedRegex(@"\b((voor|aan|bij|met|naar|for|to|at|with) (ze|hen|hun|hem|haar|them|him|her|deze klant|die klant|this account|that account|this client|that client)|daar|(?<!\b(is|are|was|were) )there(?! (is|are|was|were)\b)|stuur ze|send them)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RefersBack();

    /// <summary>Of a customer that was talked about, in a question.</summary>
    [GeneratedRegex(@"\b(zij|ze|hun|hen|they|them|their)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex They();

    /// <summary>One more thing for the same customer.</summary>
    [GeneratedRegex(@"\b(ook|meteen|also|as well|too)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Also();

    /// <summary>The question before goes on.</summary>
    [GeneratedRegex(@"^\W*(en|and|of|or|maar|but|alleen|only|per|what about|how about)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GoesOn();
}

/// <summary>A press on a flow's card, read from its data.</summary>
/// <param name="Fields">What was typed into the form, by slot.</param>
public sealed record FlowPress(string Verb, string Progress, int Version, IReadOnlyDictionary<string, string> Fields);
