using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Slots;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>What was said before and is put right.</summary>
internal sealed partial class Hearing
{
    private static readonly HashSet<string> Buts = ["maar", "but", "alleen", "only", "except", "behalve", "though"];

    private static readonly string[] Corrections =
        ["ik bedoel", "ik bedoelde", "i mean", "i meant", "moet zijn", "moeten zijn", "should be", "moet worden", "make it", "make that", "maak er", "maak dat", "maak het", "in plaats van", "instead of", "verander dat", "change that", "change the", "wijzig de", "wijzig het", "verander de", "verander het", "niet maar", "actually", "eigenlijk", "toch", "het zijn er", "het waren er", "het was", "it was", "it's", "pas dat aan", "zet de", "zet het", "liever"];

    /// <summary>The first of these are said of nothing but a mistake.</summary>
    private const int SureCorrections = 6;

    /// <summary>Words for what is still to be done.</summary>
    private static readonly HashSet<string> Dues = ["by", "before", "voor", "uiterlijk", "opvolgen", "opvolging", "bellen", "terugbellen", "sturen", "stuur", "send", "call", "follow", "due", "deadline", "herinner", "remind", "reminder"];

    private static readonly string[] Days = [SlotNames.Date, SlotNames.DueDate];

    /// <summary>"Nee, 45 kamers"; "ja maar 25 kamers"; while a preview waits also "45 kamers" by itself.</summary>
    private Heard? Corrected()
    {
        var plain = " " + string.Join(' ', message.Words.Where(word => word.Kind != WordKind.Sign).Select(word => word.Fold)) + " ";
        var no = Noes.Contains(First);
        var but = Yeses.Contains(First) && message.Words.Exists(word => Buts.Contains(word.Fold));
        var turn = Array.Exists(Corrections, phrase => plain.Contains(" " + phrase + " ", StringComparison.Ordinal));
        var running = context?.Flow is not null;
        // "Net ook bij KPMG geweest" beside an open visit is a visit of its own.
        var again = running && !no && !but && !turn && message.Count > 5 && Strong() == context!.Flow && message.Mentions.Any(mention => mention.Kind == MentionKind.Account);
        turn |= !again && Act is { Act: Intents.CorrectSlot, Share: > 0.6f };
        var previewed = context?.Asked == "confirm";
        var asks = Questions.Contains(First) && First is not ("laat" or "is");
        if (again || (!no && IsAnswering()) || (!no && !but && !(running && turn) && !(previewed && !asks)) || (Act is { Act: "fresh", Share: > 0.8f } && !turn && !(no && previewed && HasValues && message.Count <= FewWords) && Strong() is { } other && other != context?.Flow))
        {
            return null;
        }

        var withdrawals = new Withdrawals(message);
        if (running && message.Count <= 25 && withdrawals.People(context!.Known) is { Count: > 0 } people)
        {
            return new([Intents.CorrectSlot], people);
        }

        if (!HasValues)
        {
            return previewed && (no || but) && message.Count <= 4 && !but ? new([no ? Intents.Deny : Intents.Confirm], []) : null;
        }

        if (message.Count > 25 || (!no && !but && !turn && (Act.Act == "fresh" || message.Count > 12) && Strong() is { } strong && strong != context?.Flow))
        {
            return null;
        }

        // A refusal that goes on to ask for something new is no correction.
        if (!running && !no)
        {
            return null;
        }

        var slots = InTime(Read(Intents.CorrectSlot));
        if (running && slots is [{ Value: SlotValue.Number, Not: false } bare] && !context!.Known.ContainsKey(bare.Name) && IsBare(bare) && LoneNumber() is { Count: > 0 } lone) slots = lone;
        if (context?.Flow is not (null or Intents.LogIssue or Intents.LogSatisfaction or Intents.Reject or Intents.Proposal or Intents.ChangeQuote) && !context.Known.ContainsKey(SlotNames.Reason)) slots.RemoveAll(slot => slot.Name == SlotNames.Reason);
        // "7, not 8": of what a customer thinks only the mark is counted.
        if (context?.Flow == Intents.LogSatisfaction) slots = [.. slots.Select(slot => slot.Name is SlotNames.Nights or SlotNames.Rooms or SlotNames.Delegates ? slot with { Name = SlotNames.Score } : slot)];
        if (Amended() is { } amended) slots = [.. slots.Where(slot => slot.Value is not SlotValue.Number), amended];
        slots = slots.Count == 0 ? LoneNumber() : running ? Restrained(withdrawals.Mark(slots)) : Restrained(slots);
        return slots.Count == 0 ? null : new(previewed && GoesOn().IsMatch(plain) && !message.Words.Exists(IsNoPlainYes) ? [Intents.CorrectSlot, Intents.Confirm] : [Intents.CorrectSlot], InTime(Restrained(Replacing(slots))));
    }

    /// <summary>Code, an address, or something to be approved: a yes is acted on, and none of these is one.</summary>
    private static bool IsNoPlainYes(Word word) => word.Text is "[" or "]" or "(" or ")" or "<" or ">" or "{" or "}" or "@" or "|" || word.Fold is "keur" or "keurt" or "goedkeuren" or "approve" or "approved" or "accordeer" or "accorderen";

    /// <summary>What is put right is all that was wrong: "verder klopt het, dus sla op".</summary>
    [GeneratedRegex(@" (dus |so |en |and |dan |then |daarna |maar )?(sla \S* ?op|sla maar op|opslaan|leg (\S+ )?vast|zet vast|vastleggen|ga je gang|go ahead|save|save it|book it|log it|submit|submit it|send it|store it|and save|doorgaan) (graag |please |maar )?$| (verder|de rest|al het andere|everything else|the rest|otherwise|dus|so|dan|then|en|and) (\S+ ){0,4}(klopt|goed|right|fine|correct|good|ok|akkoord|prima) (\S+ ){0,3}((sla \S* ?op|opslaan|leg \S* ?vast|vastleggen|doe maar|ga je gang|go ahead|save|save it|book it|log it|submit|send it) )?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GoesOn();

    /// <summary>"Dat was Irene Slotemaker", "omdat de concurrent lager zat": what was asked for and is not known yet, and nothing that is.</summary>
    private bool IsAnswering()
    {
        if (context is not { Flow: { } flow, Asked: { } asked } || asked == "confirm" || context.Known.ContainsKey(asked)) return false;
        if (Texts.Contains(asked)) return !message.Words.Exists(word => Noes.Contains(word.Fold) && word.Start == 0) && !Corrections.Take(SureCorrections).Any(phrase => (" " + message.Text.ToLowerInvariant() + " ").Contains(" " + phrase + " ", StringComparison.Ordinal));
        var said = Read(flow, asked);
        return said.Exists(slot => slot.Name == asked) && !said.Exists(slot => slot.Name != asked && context.Known.ContainsKey(slot.Name));
    }

    /// <summary>"Geen opvolging nodig", "without meeting rooms": no more than what is to go from what is previewed.</summary>
    private Heard? Lessened()
    {
        if (context is not { Flow: not null, Asked: "confirm" or null } || message.Count > 12 || message.Words[^1].Text == "?" || (HasValues && !Withdrawals.Opens(First))) return null;
        var gone = new Withdrawals(message).Mark(HasValues ? Read(Intents.CorrectSlot) : []);
        return gone.Count > 0 && gone.TrueForAll(slot => slot.Not) ? new([Intents.CorrectSlot], gone) : null;
    }

    /// <summary>What is put right was there before: a day takes the place of the only day, a bare number that of the only number.</summary>
    private List<HeardSlot> Replacing(List<HeardSlot> slots)
    {
        if (context is not { Flow: not null, Known: { Count: > 0 } known }) return slots;
        var days = Days.Where(known.ContainsKey).ToArray();
        var numbers = known.Where(pair => pair.Value is SlotValue.Number).Select(pair => pair.Key).ToArray();
        return [.. slots.Select(slot => known.ContainsKey(slot.Name) || slot.Not ? slot
            : slot is { Name: SlotNames.Date or SlotNames.DueDate, Value: SlotValue.Span } && known.ContainsKey(SlotNames.Period) ? slot with { Name = SlotNames.Period }
            : days.Length == 1 && Days.Contains(slot.Name) ? slot with { Name = days[0] }
            : numbers.Length == 1 && slot is { Name: SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score, Start: >= 0 } && !IsCounted(slot) ? slot with { Name = numbers[0] }
            : slot)];
    }

    /// <summary>Whether words of its own say what a number counts.</summary>
    private bool IsCounted(HeardSlot slot) => message.WordAt(slot.Start + slot.Length - 1) + 1 is var next && next < message.Count
        && message.Words[next].Kind == WordKind.Letters && SlotReader.Unit(message.Words[next].Fold) is not null;

    /// <summary>A visit lies behind us: a later day is when something is due, or, with nothing due, the weekday just past.</summary>
    private List<HeardSlot> InTime(List<HeardSlot> slots)
    {
        if (context is { Flow: Intents.RequestQuote or Intents.LogVisit or Intents.LogEvent or Intents.LogIssue } && !context.Known.ContainsKey(SlotNames.DueDate) && !message.Words.Exists(word => Dues.Contains(word.Fold)))
            slots = [.. slots.Select(slot => slot is { Name: SlotNames.DueDate, Value: SlotValue.Date } ? slot with { Name = SlotNames.Date } : slot)];
        if (context?.Flow is not (Intents.LogVisit or Intents.LogEvent or Intents.LogIssue)) return slots;
        var today = DateOnly.FromDateTime(message.Now);
        return [.. slots.Select(slot => slot switch
        {
            { Name: SlotNames.Date, Value: SlotValue.Date { Value: var day } } when day > today && context.Known.ContainsKey(SlotNames.DueDate) => slot with { Name = SlotNames.DueDate },
            { Name: SlotNames.Date, Value: SlotValue.Date { Value: var day } } when day > today && day.DayNumber - today.DayNumber < 7 => slot with { Value = new SlotValue.Date(day.AddDays(-7)) },
            // "Date should say 4 March": the last one.
            { Name: SlotNames.Date, Value: SlotValue.Date { Value: var day } } when day.AddYears(-1) <= today && day > today.AddMonths(3) => slot with { Value = new SlotValue.Date(day.AddYears(-1)) },
            _ => slot,
        })];
    }

    /// <summary>Of "niet 40 maar 45 kamers" the last counts.</summary>
    private List<HeardSlot> Restrained(List<HeardSlot> slots)
    {
        if (!message.Words.Exists(word => word.Fold is "maar" or "but" or "plaats" or "instead"))
        {
            return slots;
        }

        var instead = message.Words.FindIndex(word => word.Fold is "plaats" or "instead");
        return [.. slots.Where(slot => slot.Not), .. slots.Where(slot => !slot.Not).GroupBy(slot => slot.Name).Select(group => group.Count() == 1 ? group.First()
            : instead >= 0 ? group.OrderBy(slot => slot.Start).First() : group.OrderBy(slot => slot.Start).Last())];
    }

    /// <summary>"Sixty is wrong, should be sixteen": of two numbers the one that is known says what the other counts.</summary>
    private HeardSlot? Amended()
    {
        var said = message.Values.Where(value => value.Value is Reading.Number).DistinctBy(value => value.Start).ToArray();
        if (said.Length != 2 || context is null) return null;
        var known = said.Select(value => context.Known.Where(pair => pair.Value is SlotValue.Number number && number.Value == ((Reading.Number)value.Value).Value).Select(pair => pair.Key).ToArray()).ToArray();
        if ((known[0].Length == 1) == (known[1].Length == 1)) return null;
        var (slot, other) = known[0].Length == 1 ? (known[0][0], said[1]) : (known[1][0], said[0]);
        return new(slot, new SlotValue.Number(((Reading.Number)other.Value).Value), 0, other.Start, other.Length);
    }

    /// <summary>"nee, 45", "45 ipv 40": the one number that is known.</summary>
    private List<HeardSlot> LoneNumber()
    {
        var numbers = context?.Known.Where(pair => pair.Value is SlotValue.Number).ToArray() ?? [];
        var said = message.Values.Where(value => value.Value is Reading.Number).ToArray();
        if (numbers.Length != 1 || said.Length == 0) return [];
        var meant = Array.FindLast(said, value => value.End <= said[^1].Start) is { } before && Repairs.IsInstead(message.Text[before.End..said[^1].Start]) ? before : said[^1];
        return [new(numbers[0].Key, new SlotValue.Number(((Reading.Number)meant.Value).Value), 0, meant.Start, meant.Length)];
    }

    /// <summary>A number without a word for what it counts.</summary>
    private bool IsBare(HeardSlot slot) => slot.Start >= 0 && message.Words.FindIndex(word => word.Start == slot.Start) is >= 0 and var at
        && message.Words[at].Kind == WordKind.Digits && (at + 1 == message.Count || message.Words[at + 1].Kind == WordKind.Sign);
}
