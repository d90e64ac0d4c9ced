using System.Text.RegularExpressions;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Nudges;
using SalesBot.Dialogs.Privacy;
using SalesBot.Dialogs.Reports;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>One message in its conversation: command, correction, answer to a question, follow-up question, or something new.</summary>
internal sealed partial class Hearing(Message message, HeardContext? context)
{
    private static readonly HashSet<string> Noes = ["nee", "neen", "no", "nope", "niet", "sorry", "oeps", "oops", "correctie", "correction", "fout", "wacht", "wait", "nah"];
    private static readonly HashSet<string> Yeses = ["ja", "yes", "ok", "oke", "prima", "klopt", "akkoord", "goed", "sure", "yeah"];
    private static readonly HashSet<string> Pleased = ["ja", "yes", "ok", "oke", "okay", "prima", "goed", "perfect", "great", "top", "mooi", "fijn", "super", "lovely", "good", "fine", "akkoord", "klopt", "yep", "yeah", "jep", "cool", "brilliant"];
    private static readonly HashSet<string> Buts = ["maar", "but", "alleen", "only", "except", "behalve", "though"];
    private static readonly string[] Corrections =
        ["ik bedoel", "ik bedoelde", "i mean", "i meant", "moet zijn", "moeten zijn", "should be", "moet worden", "make it", "make that", "maak er", "maak dat", "maak het", "in plaats van", "instead of", "verander dat", "change that", "change the", "wijzig de", "wijzig het", "verander de", "verander het", "niet maar", "actually", "eigenlijk", "toch", "het zijn er", "het waren er", "het was", "it was", "it's", "pas dat aan", "zet de", "zet het", "liever"];

    /// <summary>The first of these are said of nothing but a mistake.</summary>
    private const int SureCorrections = 6;

    private static readonly HashSet<string> Questions = ["hoe", "wat", "wie", "waar", "waarom", "wanneer", "welke", "hoeveel", "how", "what", "who", "where", "why", "when", "which", "did", "is", "staat", "kun", "can", "toon", "show", "laat"];
    private static readonly HashSet<string> Texts = [SlotNames.Reason, SlotNames.Goal, SlotNames.Outcome, SlotNames.NextStep, SlotNames.Task, SlotNames.Product, SlotNames.Competitor, SlotNames.What, SlotNames.Resolution, SlotNames.Name, SlotNames.Which];
    private static readonly HashSet<string> Leans = ["en", "and", "wat", "what", "about", "how", "hoe", "zit", "het", "met", "voor", "for", "bij", "van", "in", "the", "de", "at", "of", "dan", "nu", "dat", "same", "ook", "also", "maar", "but", "then", "op", "over", "to", "with", "vergeleken", "compared", "daarvoor", "ervoor", "before", "dezelfde", "hetzelfde", "een", "one", "that"];

    /// <summary>Undoing is done at once, so it has to be said in few words, or by its name: a long text may hold anything.</summary>
    private const int LongestUndo = 8, LongestBack = 24;

    private static readonly string[] Settling = [Intents.Confirm, Intents.Deny, Intents.Cancel];

    /// <summary>Words that may settle a preview, and how likely it must be.</summary>
    private const int LongestSettling = 12;

    private const float LeastAgreeing = 0.5f, LeastSettling = 0.2f, LeastStopping = 0.45f;

    private static readonly HashSet<string> Undoes = ["undo", "undone", "revert", "ongedaan", "terugdraaien", "herstel", "terughalen"];

    private const int FewWords = 5;

    /// <summary>A change of language is acted on at once, so a language has to be named.</summary>
    private static readonly HashSet<string> Languages =
        ["english", "engels", "engelse", "eng", "en", "dutch", "nederlands", "nederlandse", "ned", "nl", "hollands", "taal", "taalinstelling", "language", "anglais"];

    /// <summary>Something is to be again as it was.</summary>
    private static readonly HashSet<string> Backs = ["terug", "weer", "rid", "haal", "eruit", "weghalen", "weg", "back", "again", "reverse", "out", "remove", "verwijder", "verwijderen", "fout", "foutje", "vergissing", "verkeerd", "verkeerde", "ongeluk", "mistake", "error", "wrong", "accident", "accidentally", "laatste", "laatst", "zojuist", "daarnet", "vorige", "last", "previous", "oeps", "oops", "whoops"];

    /// <summary>What was saved a moment ago, and how sure two sentences about it must be.</summary>
    private static readonly HashSet<string> SavedWords = ["zonet", "daarnet", "zojuist", "net", "laatste", "last", "just", "saved", "logged", "opgeslagen"];

    private const int LongestTwo = 16;
    private const float Sure = 0.8f;

    private static readonly HashSet<string> Ordinals = ["laatste", "laatst", "vorige", "last", "previous"];

    /// <summary>What others saved is theirs to undo.</summary>
    private static readonly HashSet<string> Others = ["collega", "collega's", "colleague", "colleagues", "iedereen", "everyone", "everybody", "iemand", "somebody", "alle", "alles", "all", "everything", "every"];

    private static readonly string[] Days = [SlotNames.Date, SlotNames.DueDate];

    private static readonly HashSet<string> Coming = ["morgen", "overmorgen", "volgende", "komende", "aanstaande", "straks", "tomorrow", "tmrw", "next", "coming", "upcoming"];
    private static readonly HashSet<string> Appointments = ["afspraak", "bezoek", "overleg", "gesprek", "lunch", "koffie", "meeting", "appointment", "visit", "call", "coffee", "kennismaking", "rondleiding"];
    private static readonly HashSet<string> Gone = ["geweest", "gehad", "gesproken", "sprak", "bezocht", "was", "had", "gezien", "gedaan", "saw", "spoke", "visited", "been", "went", "done", "heb", "hebben"];

    public Heard Hear()
    {
        var command = Commands.Of(message.Words);
        // "Top, bedankt" to a preview is a yes, and thanks.
        if (command == Intents.Thanks && context?.Asked == "confirm" && message.Count > 1 && Pleased.Contains(First)) return new([Intents.Confirm, Intents.Thanks], []);
        if (command is not null && !(command is Intents.Skip && context?.Asked is null && context?.Flow is null))
        {
            return new([command], []);
        }

        return AboutApprovals() ?? AboutNudges() ?? FigureWords.Of(message, intent => Read(intent)) ?? Aside() ?? Lessened() ?? Stopped() ?? Corrected() ?? Agreed() ?? Settled() ?? Answered() ?? Followed() ?? Fresh();
    }

    /// <summary>What the bot sends of its own accord is spoken of in set phrases, and nobody else's words.</summary>
    private Heard? AboutNudges()
    {
        if (message.Mentions.Any(mention => mention.Kind == MentionKind.Account) is var named && !named && NudgeWish.Of(message.Text) is not null)
            return new([Intents.SetNudges], [new(SlotNames.Notes, new SlotValue.Text(message.Text))]);
        if (!named && ReportWish.Of(message.Text) is not null) return new([Intents.SubscribeReport], [new(SlotNames.Notes, new SlotValue.Text(message.Text))]);
        if (PrivacyWish.Erases(message.Text) is { } erased) return new([Intents.EraseContact], Person(erased));
        if (PrivacyWish.Exports(message.Text) is { } exported) return new([Intents.ExportContact], Person(exported));
        return NudgeWish.IsSnooze(message.Text) ? new([Intents.SnoozeNudge], Read(Intents.AddFollowUp)) : null;
    }

    /// <summary>"En het jaar daarvoor?" beside an open flow: about the question that was answered in between.</summary>
    private Heard? Aside() => context is { Flow: not null, Answered: { } answered } && message.Words[^1].Text == "?" ? new Hearing(message, answered).Followed() : null;

    private List<HeardSlot> Person(string name) =>
        [new(SlotNames.Contact, new SlotValue.Text(name)), .. Read(Intents.ContactLookup).Where(slot => slot is { Name: SlotNames.Account, Value: SlotValue.Account { Id: not null } })];

    /// <summary>Requests and absences are spoken of in set phrases as well.</summary>
    private Heard? AboutApprovals() => ApprovalPhrases.Of(message.Text) switch
    {
        null => null,
        Intents.ShowHistory => new([Intents.ShowHistory], Read(Intents.QuoteStatus)),
        // A visit told in the same words is a visit.
        Intents.SetAbsence when message.Mentions.Any(mention => mention.Kind == MentionKind.Account) => null,
        var intent => new([intent], [new(SlotNames.Notes, new SlotValue.Text(message.Text))]),
    };

    /// <summary>What the message does in the conversation.</summary>
    private (string Act, float Share) Act { get; } = Turn(message.Masked().Words, context);

    /// <param name="words">Folded, with names and values masked.</param>
    public static (string Act, float Share) Turn(List<string> words, HeardContext? context)
    {
        if (words.Count is 0 or > 30) return ("fresh", 1);
        var shares = Acts(words, context);
        var best = Array.IndexOf(shares, shares.Max());
        return (IntentModel.Instance.Turns.Labels[best], shares[best]);
    }

    private static float[] Acts(List<string> words, HeardContext? context)
    {
        var model = IntentModel.Instance;
        var place = context switch
        {
            { Asked: "confirm" } => "_confirm",
            { Asked: not null } => "_slot",
            { Flow: not null } or { Known.Count: > 0 } => "_answered",
            _ => "_none",
        };
        return new PartScores(model.Turns, Features.Of([place, .. words], model.Spoken)).Of(0, words.Count + 1, "in " + place);
    }

    /// <summary>Few words to a preview that hold nothing to record and begin nothing else settle it, in whatever way they are put: "lock it in, Eddie".</summary>
    private Heard? Settled()
    {
        var words = message.Masked().Words;
        if (context is not { Flow: not null, Asked: { } asked } || HasValues || words.Count is 0 or > LongestSettling || Strong() is not null || message.Words[^1].Text == "?") return null;
        var (model, shares) = (IntentModel.Instance.Turns, Acts(words, context));
        var likeliest = (asked == "confirm" ? Settling : [Intents.Cancel]).MaxBy(act => shares[Array.IndexOf(model.Labels, act)])!;
        // A yes is acted on: it takes more, and nothing but the person's own plain words.
        var least = likeliest == Intents.Confirm ? LeastAgreeing : asked == "confirm" ? LeastSettling : LeastStopping;
        if (likeliest == Intents.Confirm && !IsOwnWords) return null;
        return shares[Array.IndexOf(model.Labels, likeliest)] >= least && message.Words.Exists(word => IntentModel.Knows(word.Fold)) ? new([likeliest], []) : null;
    }

    /// <summary>Stop, undo, skip and the like, in whatever words.</summary>
    private Heard? Stopped() => Act switch
    {
        { Share: < 0.6f } => null,
        { Act: Intents.Undo } when Clauses.Of(message) is var clauses && clauses.Select(clause => clause.Intent).Distinct().Count() == 1 && IsPlain(new(0, message.Count, Intents.Undo, 1)) && !IsChoosing => new([Intents.Undo], Read(Intents.Undo)),
        // A single word that nobody knows is a name or a slip of the thumb.
        { Act: Intents.Cancel } when message.Words.Exists(word => IntentModel.Knows(word.Fold)) => new([Intents.Cancel], []),
        { Act: Intents.Skip or Intents.Repeat } when !HasValues => new([Act.Act], []),
        _ => null,
    };

    /// <summary>"The second one", "de laatste": to a question for one thing that is an answer, unless something is to be undone by its name.</summary>
    private bool IsChoosing => context is { Flow: not null, Asked: not (null or "confirm") } && !message.Words.Exists(word => Undoes.Contains(word.Fold) || (Backs.Contains(word.Fold) && !Ordinals.Contains(word.Fold)));

    /// <summary>Yes or no, with nothing put right: a few words of the person themselves, since it is acted on at once.</summary>
    private Heard? Agreed() => Act is { Act: Intents.Confirm or Intents.Deny, Share: >= 0.6f } && !HasValues && IsShortAndOwn ? new([Act.Act], []) : null;

    private bool IsShortAndOwn => IsOwnWords && (message.Count <= 9 || (message.Count <= 15 && Yeses.Contains(First)));

    /// <summary>Letters and plain punctuation: no quotation, no code.</summary>
    private bool IsOwnWords => ArePlain(message.Words);

    public static bool ArePlain(List<Word> words) => words.TrueForAll(word => word.Kind == WordKind.Letters || word.Text is "," or "." or "!" or "'" or "’" or "-");

    private string First => message.Words.FirstOrDefault(word => word.Kind == WordKind.Letters).Fold ?? "";

    private bool HasValues => message.Values.Count > 0 || message.Mentions.Count > 0;

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
        if (again || (!no && IsAnswering()) || (!no && !but && !(running && turn) && !(previewed && !asks)) || (Act is { Act: "fresh", Share: > 0.8f } && !turn && Strong() is { } other && other != context?.Flow))
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
        slots = slots.Count == 0 ? LoneNumber() : running ? Restrained(withdrawals.Mark(slots)) : Restrained(slots);
        return slots.Count == 0 ? null : new(previewed && GoesOn().IsMatch(plain) && !message.Words.Exists(IsNoPlainYes) ? [Intents.CorrectSlot, Intents.Confirm] : [Intents.CorrectSlot], InTime(Replacing(slots)));
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
        if (context?.Flow is not (Intents.LogVisit or Intents.LogEvent or Intents.LogIssue)) return slots;
        var today = DateOnly.FromDateTime(message.Now);
        return [.. slots.Select(slot => slot switch
        {
            { Name: SlotNames.Date, Value: SlotValue.Date { Value: var day } } when day > today && context.Known.ContainsKey(SlotNames.DueDate) => slot with { Name = SlotNames.DueDate },
            { Name: SlotNames.Date, Value: SlotValue.Date { Value: var day } } when day > today && day.DayNumber - today.DayNumber < 7 => slot with { Value = new SlotValue.Date(day.AddDays(-7)) },
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

    /// <summary>"nee, 45": the one number that is known.</summary>
    private List<HeardSlot> LoneNumber()
    {
        var numbers = context?.Known.Where(pair => pair.Value is SlotValue.Number).ToArray() ?? [];
        return numbers.Length == 1 && message.Values.LastOrDefault(value => value.Value is Reading.Number) is { Value: Reading.Number number } said
            ? [new(numbers[0].Key, new SlotValue.Number(number.Value), 0, said.Start, said.Length)] : [];
    }

    /// <summary>A number without a word for what it counts.</summary>
    private bool IsBare(HeardSlot slot) => slot.Start >= 0 && message.Words.FindIndex(word => word.Start == slot.Start) is >= 0 and var at
        && message.Words[at].Kind == WordKind.Digits && (at + 1 == message.Count || message.Words[at + 1].Kind == WordKind.Sign);

    private List<HeardSlot> Read(string intent, string? asked = null) =>
        new SlotReader(message, [new(0, message.Count, intent, 1)], [intent], asked).Read();

    /// <summary>An intent beyond doubt, which an open question does not hold back.</summary>
    private string? Strong()
    {
        var (intent, share) = Clauses.Whole(message);
        return intent != Intents.OutOfScope && share > 0.8f && (message.Masked().Words.Count > 2 || intent == Intents.SwitchLanguage) ? intent : null;
    }

    /// <summary>A bare answer to the slot that was asked for.</summary>
    private Heard? Answered()
    {
        if (context is not { Flow: { } flow, Asked: { } asked } || asked == "confirm")
        {
            return null;
        }

        var question = message.Words[^1].Text == "?" || Questions.Contains(First);
        // "20 double rooms" to the question for which product: an answer if ever there was one.
        var strong = Act is { Act: "answer", Share: > 0.8f } || HoldsAnswer(flow, asked) ? null : Strong();
        if (question || (strong is not null && strong != flow && (!Texts.Contains(asked) || asked is SlotNames.Product or SlotNames.Competitor)) || (strong is not null && strong != flow && message.Count > 3 && Texts.Contains(asked) && IsOrder()))
        {
            return null;
        }

        var slots = Read(flow, asked);
        // Asked for a company, people name one, though it is called like a person.
        if (asked == SlotNames.Account && !slots.Exists(slot => slot.Name == asked) && slots is [{ Name: SlotNames.Contact, Value: SlotValue.Text { Value: var called } } only] && only.Length >= message.Text.Trim(' ', '.', '!').Length)
            slots = [only with { Name = asked, Value = new SlotValue.Account(called, null, []) }];
        var counted = asked == SlotNames.Product && slots.Exists(slot => slot.Name == SlotNames.Rooms);
        if (!counted && !slots.Exists(slot => slot.Name == asked) && Bare(asked, slots) is { } bare)
        {
            slots.Insert(0, bare);
        }

        // All that is said to the question why is why.
        if (asked == SlotNames.Reason && slots.Find(slot => slot.Name == asked) is { Value: SlotValue.Text part } said && Bare(asked, slots) is { Value: SlotValue.Text whole } all && whole.Value.Length > part.Value.Length)
            slots[slots.IndexOf(said)] = all;

        return slots.Count == 0 ? null : new([flow], Texts.Contains(asked) && asked != SlotNames.Product ? [.. slots.Where(slot => slot.Name == asked || slot.Start < 0 || slot.Name is SlotNames.DueDate)] : slots);
    }

    /// <summary>"Number 144" to the question which quote: a few words with the value in them, whatever they sound like.</summary>
    private bool HoldsAnswer(string flow, string asked) => message.Count <= (asked is SlotNames.Account or SlotNames.Contact ? 9 : 5) && !Texts.Contains(asked) && !IsOrder()
        && (asked is not (SlotNames.Account or SlotNames.Contact) || Strong() is Intents.ContactLookup or Intents.CompleteFollowUp or Intents.AccountOverview or Intents.Reject or Intents.Deny) && Read(flow, asked).Exists(slot => slot.Name == asked);

    private bool IsOrder() => First is "herinner" or "remind" or "keur" or "approve" or "maak" or "toon" or "show" or "exporteer";

    private HeardSlot? Bare(string asked, List<HeardSlot> slots)
    {
        var text = message.Text.Trim(' ', '.', '!', '\n', '\r', '\t');
        if (Texts.Contains(asked))
        {
            return new(asked, new SlotValue.Text(text), 0, Math.Max(0, message.Text.IndexOf(text, StringComparison.Ordinal)), text.Length);
        }

        if (asked == SlotNames.Contact && message.Count <= 7 && message.Words.TrueForAll(word => word.Kind != WordKind.Digits))
        {
            slots.RemoveAll(slot => slot.Name == SlotNames.Account && slot.Value is SlotValue.Account { Id: null });
            return slots.Count > 0 && message.Count <= 2 && slots[0].Name == SlotNames.Account ? null : new(asked, new SlotValue.Text(Named(text)), 0, message.Words[0].Start, text.Length);
        }

        if (asked == SlotNames.Account && message.Count <= 8 && slots.Count == 0)
        {
            return new(asked, new SlotValue.Account(Named(text), null, []), 0, message.Words[0].Start, text.Length);
        }

        // A span for a day asked for, or a day for a span.
        var dated = slots.FirstOrDefault(slot => slot.Name is SlotNames.Date or SlotNames.DueDate or SlotNames.Period or SlotNames.OptionDate);
        if (dated is not null && asked is SlotNames.Date or SlotNames.DueDate or SlotNames.Period or SlotNames.OptionDate)
        {
            slots.Remove(dated);
            return dated with { Name = asked };
        }

        return null;
    }

    /// <summary>"Met Jane Cooper", "dat was Jan": the name without what leads to it.</summary>
    private static string Named(string text)
    {
        foreach (var lead in (string[])["met ", "with ", "dat was ", "that was ", "it was ", "het was ", "gesproken met ", "spoke to ", "ik sprak ", "dat is ", "it's for ", "dat is voor ", "voor ", "for ", "bij ", "it's ", "its "])
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text.Length > lead.Length)
            {
                return text[lead.Length..];
            }
        }

        return text;
    }

    /// <summary>"En vorig jaar?", "en voor Achmea?", "waarom?": the question before, with one thing changed.</summary>
    private Heard? Followed()
    {
        if (context is not { Known: var known } || (context.Flow is null && known.Count == 0) || message.Count > 9)
        {
            return null;
        }

        var (masked, _) = message.Masked();
        if (masked.Count > 0 && Clauses.Whole(message) is { Intent: Intents.DeviationExplanation, Share: > 0.6f })
        {
            var reasons = Read(Intents.DeviationExplanation);
            Carry(reasons, known);
            return new([Intents.DeviationExplanation], reasons);
        }

        if (context.Flow is null || context.Asked is not null)
        {
            return null;
        }

        var bare = masked.TrueForAll(word => word[0] == '_' || word == "?" || Leans.Contains(word) || message.Words.Exists(one => one.Fold == word && IsTime(one)));
        var before = message.Words.Exists(word => word.Fold is "daarvoor" or "ervoor" or "before");
        // Of a flow that is told by its words alone, a whole question of another kind is not the one before with another name in it.
        var isOwn = Array.IndexOf(IntentModel.Instance.Messages.Labels, context.Flow) < 0 && First is not ("en" or "and") && Clauses.Whole(message) is { Share: > 0.6f };
        if (Act is { Act: "follow", Share: > 0.6f } && (HasValues || before) && !isOwn) bare = true;
        else if (!bare || !(HasValues || before) || !(masked.Exists(word => word is "?") || Leans.Contains(First) || message.Count <= 3))
        {
            return null;
        }

        var slots = Read(context.Flow);
        if (before && !slots.Exists(slot => slot.Name == SlotNames.Period) && known.GetValueOrDefault(SlotNames.Period) is SlotValue.Span { Value: var period })
        {
            slots.Add(new(SlotNames.Period, new SlotValue.Span(Earlier(period))));
        }

        Carry(slots, known);
        return new([context.Flow], slots);
    }

    private bool IsTime(Word word) => message.Passage.Is(message.Words.IndexOf(word), Sense.Unit);

    /// <summary>The span of the same size just before: the quarter before a quarter.</summary>
    private static Period Earlier(Period period)
    {
        var end = period.From.AddDays(-1);
        var months = ((period.To.AddDays(1).Year - period.From.Year) * 12) + period.To.AddDays(1).Month - period.From.Month;
        return period.From.Day == 1 && period.To.AddDays(1).Day == 1 ? new(period.From.AddMonths(-months), end)
            : new(period.From.AddDays(period.From.DayNumber - period.To.DayNumber - 1), end);
    }

    private static void Carry(List<HeardSlot> slots, IReadOnlyDictionary<string, SlotValue> known)
    {
        foreach (var name in (string[])[SlotNames.Account, SlotNames.Period, SlotNames.Indicator, SlotNames.Group, SlotNames.Scope])
        {
            // Who is asked about is one thing: an account, or else the team or oneself.
            var other = name == SlotNames.Account ? SlotNames.Scope : name == SlotNames.Scope ? SlotNames.Account : name;
            if (known.TryGetValue(name, out var value) && !slots.Exists(slot => slot.Start >= 0 && slot.Name == other) && !slots.Exists(slot => slot.Name == name))
            {
                slots.Add(new(name, value));
            }
        }
    }

    /// <summary>What a set phrase says it is, whatever the words around it made of it. A set phrase speaks for its own sentence: what stands around it stays what it was.</summary>
    private IEnumerable<Clause> SetPhrase(Clause clause)
    {
        var ends = SentenceEnds(clause);
        for (var at = 0; ends.Count > 1 && at < ends.Count; at++)
        {
            var sentence = clause with { From = at == 0 ? clause.From : ends[at - 1], To = ends[at] };
            if (Phrased(sentence) is not { } intent) continue;
            Clause[] all = [clause with { To = sentence.From }, sentence with { Intent = intent }, clause with { From = sentence.To }];
            return all.Where(part => part.From < part.To);
        }

        return [Phrased(clause) is { } whole ? clause with { Intent = whole } : clause];
    }

    private string? Phrased(Clause clause)
    {
        var (words, places) = message.Masked();
        var masked = string.Join(' ', words.Where((_, at) => places[at] >= clause.From && places[at] < clause.To));
        return SetPhrases.Of(clause.Intent, masked, Words.Fold(message.Span(clause.From, clause.To)));
    }

    /// <summary>Where the sentences of a clause end.</summary>
    private List<int> SentenceEnds(Clause clause) => [.. Enumerable.Range(clause.From + 1, clause.To - clause.From)
        .Where(end => end == clause.To || (message.Words[end - 1] is { Text: "." or "!" or "?" } && message.Words[end].IsCapital))];

    private Heard Fresh()
    {
        // A day or a number, and nobody asked for it.
        if (message.Masked().Words is { Count: > 0 } said && said.TrueForAll(word => word is "_date" or "_num" or "_time" or "_money" or "_pct")) return new([Intents.OutOfScope], []);

        var clauses = Clauses.Of(message).SelectMany(SetPhrase).Select(clause => IsAhead(clause) ? clause with { Intent = Intents.AddFollowUp }
            : (clause.Intent == Intents.Undo && !IsPlain(clause)) || (clause.Intent == Intents.SwitchLanguage && !NamesLanguage())
                ? clause with { Intent = Intents.OutOfScope } : clause).ToList();
        if (clauses.Count == 0)
        {
            return new([Intents.OutOfScope], []);
        }

        var intents = clauses.Select(clause => clause.Intent).Distinct().ToArray();
        var slots = intents is [Intents.OutOfScope] or [Intents.Greet] or [Intents.Thanks] or [Intents.Help] ? [] : new SlotReader(message, clauses, intents, null).Read().FindAll(slot => !SetPhrases.IsOwnWord(slot));

        // "No. Start again" while something is asked refuses that; a quote is rejected by a word for it or by its name.
        if (context is { Flow: not null, Asked: not null } && Array.IndexOf(intents, Intents.Reject) is >= 0 and var refused && Noes.Contains(First) && !Rejects(clauses) && !slots.Exists(slot => slot.Name is SlotNames.Account or SlotNames.QuoteNumber))
        {
            intents[refused] = Intents.Deny;
            slots.RemoveAll(slot => slot.Intent == refused && slot.Name == SlotNames.Reason);
        }

        // "Wat was onze hitrate?" asks for what has a formula, though revenue is asked for in the same words.
        if (intents is [Intents.QueryRevenue] && slots.Find(slot => slot.Name == SlotNames.Indicator) is { Value: SlotValue.Text { Value: var code } } && !code.StartsWith("revenue", StringComparison.Ordinal) && code is not ("on_the_books" or "target"))
            intents[0] = slots.Exists(slot => slot is { Name: SlotNames.Scope, Value: SlotValue.Text { Value: "team" } }) ? Intents.TeamKpi : Intents.QueryKpi;

        // "Ik ga ermee akkoord" to a preview agrees with the preview; a quote is approved on its card.
        return context?.Asked == "confirm" && intents is [Intents.Approve or Intents.Reject] && IsShortAndOwn && slots.TrueForAll(slot => slot.Name == SlotNames.Reason)
            ? new([intents[0] == Intents.Approve ? Intents.Confirm : Intents.Deny], []) : new(intents, slots);
    }

    /// <summary>By its name; its two letters, which are a word in Dutch, only in few words.</summary>
    private bool NamesLanguage() => message.Words.Exists(word => Languages.Contains(word.Fold) && (word.Fold.Length > 2 || message.Count <= FewWords));

    private bool Rejects(List<Clause> clauses) => clauses.Exists(clause => clause.Intent == Intents.Reject && message.Words.GetRange(clause.From, clause.To - clause.From).Exists(word => IntentModel.Instance.Families.Of(word.Fold).Contains("=reject")));

    /// <summary>Of words that are known, and few of them unless they say that something is to be as it was: what is acted on at once is not guessed at.</summary>
    private bool IsPlain(Clause clause)
    {
        var said = message.Words.GetRange(clause.From, clause.To - clause.From);
        var words = said.Where(word => word.Kind == WordKind.Letters).ToList();
        if (said.Exists(word => word.Text is "<" or ">" or "{" or "[") || words.Exists(word => Others.Contains(word.Fold))) return false;
        var known = words.Count(word => IntentModel.Knows(word.Fold));
        // Beside something else it may be anything that was told.
        if ((clause.From > 0 || clause.To < message.Count) && clause.Sureness > Sure && words.Count <= LongestUndo + 2 && words.Exists(word => SavedWords.Contains(word.Fold)) && words.Exists(word => Backs.Contains(word.Fold))) return true;
        return clause.From > 0 || clause.To < message.Count ? words.Count <= LongestUndo && words.Exists(word => Undoes.Contains(word.Fold) || word.Fold is "terug" or "back" or "retract") && known * 4 >= words.Count * 3
            : (words.Count <= LongestUndo || (words.Count <= LongestBack && (IsOneSentence(said) || (clause.Sureness > Sure && words.Count <= LongestTwo)) && words.Exists(word => Backs.Contains(word.Fold) || Undoes.Contains(word.Fold)))) && known * 2 >= words.Count;
    }

    private static bool IsOneSentence(List<Word> said) => said.FindIndex(word => word.Text is "." or "!" or "?" or ":" or ";") is var end && (end < 0 || end == said.Count - 1);

    /// <summary>"Morgen afspraak bij Philips": a visit lies behind us; an appointment to come is something to do.</summary>
    private bool IsAhead(Clause clause)
    {
        if (clause.Intent != Intents.LogVisit || clause.To - clause.From > 14) return false;
        var words = message.Words.GetRange(clause.From, clause.To - clause.From);
        return words.Exists(word => Coming.Contains(word.Fold)) && words.Exists(word => Appointments.Contains(word.Fold)) && !words.Exists(word => Gone.Contains(word.Fold));
    }
}
