using SalesBot.Dialogs.Understanding.Quantities;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>What a number counts: rooms, nights, people, a mark, a price or a quote.</summary>
internal sealed partial class SlotReader
{
    private static readonly HashSet<string> Rooms = ["kamers", "kamer", "kmrs", "kmr", "krs", "kamertjes", "kamertje", "rooms", "room", "hotelkamers", "hotelkamer", "tweepersoonskamers", "eenpersoonskamers", "singles", "doubles", "bedrooms", "slaapkamers", "twins", "suites", "eenpersoons", "tweepersoons", "beds", "bedden", "dbls", "dbl", "sgls", "twns", "rms", "rm"];

    /// <summary>Rooms that nobody sleeps in.</summary>
    private static readonly HashSet<string> ForMeetings = ["meeting", "conference", "training", "small", "medium", "large", "board", "function", "breakout", "plenary"];

    private static readonly HashSet<string> Nights = ["nachten", "nacht", "nights", "night", "overnachtingen", "overnachting", "nachtjes", "nachtje", "nts", "nites", "nite", "nchtn"];
    private static readonly HashSet<string> People = ["man", "personen", "persoon", "pers", "pax", "deelnemers", "gasten", "mensen", "people", "persons", "delegates", "attendees", "guests", "participants", "couverts", "covers", "pp", "collega's", "medewerkers", "genodigden", "heads", "deelnemer", "delegate", "colleagues", "employees", "bezoekers", "visitors", "koppen", "seats", "ppl", "kids", "kinderen", "spelers", "players", "plaatsen", "zitplaatsen"];
    private static readonly HashSet<string> Scores = ["cijfer", "score", "scoort", "een", "a", "an", "beoordeelt", "rates", "nps", "csat", "tevredenheid", "rating", "of", "is", "was", "tevredenheid:", "geeft", "gaf", "us", "ons", "met", "satisfaction", "rapportcijfer", "at", "op"];

    /// <summary>What is done with a quote that is called by its number alone.</summary>
    private static readonly HashSet<string> Handled = ["withdraw", "pull", "retract", "resend", "send", "copy", "duplicate", "extend", "trek", "kopieer", "dupliceer", "verstuur", "verleng", "stuur", "verzend", "number", "nummer", "nr"];

    /// <summary>How a quote is changed.</summary>
    private static readonly HashSet<string> Changed = ["drop", "raise", "lower", "bring", "set", "change", "swap", "take", "move", "bump", "maak", "zet", "wijzig", "verhoog", "verlaag", "verander", "make"];

    /// <summary>What is counted that no slot is for.</summary>
    private static readonly HashSet<string> Matters = ["matters", "things", "dingen", "zaken", "vragen", "questions", "dagdelen", "dagen", "zalen", "zaaltjes", "vergaderzaaltjes", "sessies", "sessions", "uren", "weken", "goals", "doelen", "visits", "bezoeken", "zaaltje", "visitekaartjes", "kaartjes", "cards", "leads", "agencies", "buyers", "contacts", "contacten", "gesprekken"];

    /// <summary>What leads to a number that is a limit or a price, and the name of nothing.</summary>
    private static readonly HashSet<string> Bounds = ["under", "below", "onder", "boven", "above", "over", "at", "op", "voor", "for", "than", "dan", "to", "naar", "of", "van", "minimaal", "max", "maximaal"];

    private void Number(decimal number, int from, int to, string intent)
    {
        if (IsDecided(from, to, intent) || (!IsTimeSpan(to) && (IsNumberAsked(from, to) || IsNumberOfQuote(from, to, intent))))
        {
            Add(SlotNames.QuoteNumber, new SlotValue.Text(message.Span(from, to)), from, to);
            return;
        }

        if (IsTimeSpan(to)) return;
        if (Brief(number, from, to) is (var brief, var count))
        {
            Add(brief, new SlotValue.Number(count), from, to);
            return;
        }

        var product = message.Mentions.FirstOrDefault(mention => mention.Kind == MentionKind.Product && mention.From == to);
        var name = Said(number, from, to, intent) ?? Marked(number, to, intent) ?? ForPeople(number, from, intent)
            ?? (number >= 1000 && message.Words[to - 1].Fold is "k" or ['k', _] ? SlotNames.Amount : null)
            ?? (product is null && !IsYear(from, to, number) ? Tagged(from, to, intent) : null)
            ?? (number >= 1000 && intent is Intents.LogLead ? SlotNames.Amount : null);
        if (name is not null && !(name == SlotNames.Delegates && intent == Intents.LogVisit && IsMet(from, number))) Add(name, new SlotValue.Number(number), from, to);
        // "10 lunches": what is counted has a name of its own.
        if (intent is Intents.RequestQuote or Intents.CorrectSlot && product is not null && message.Span(product.From, product.To) is var spoken && !Generic.Contains(Understanding.Words.Fold(spoken)))
            Add(SlotNames.Quantity, new SlotValue.Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:0.##} {spoken}")), from, product.To);
    }

    /// <summary>"20r 1n 35p", "14k 2n": a letter each for rooms, nights and people; a k beside nights is no thousand.</summary>
    private (string Name, decimal Count)? Brief(decimal number, int from, int to)
    {
        if (message.Words[from].Kind != WordKind.Digits) return null;
        if (to == from + 1 && to < message.Count && message.Words[to].Joined && number < 1000)
            return message.Words[to].Fold switch { "n" => (SlotNames.Nights, number), "r" when IsBrief => (SlotNames.Rooms, number), "p" when IsBrief => (SlotNames.Delegates, number), _ => null };
        return IsBrief && to == from + 2 && message.Words[from + 1].Fold == "k" && number is >= 1000 and < 400_000 ? (SlotNames.Rooms, number / 1000) : null;
    }

    /// <summary>Nights are counted with one letter: "2n", "2 n".</summary>
    private bool IsBrief => Enumerable.Range(1, Math.Max(0, message.Count - 1)).Any(at => message.Words[at].Fold == "n" && message.Words[at - 1].Kind == WordKind.Digits && message.Words[at - 1].Text.Length < 3
        && (message.Words[at].Joined || at + 1 == message.Count || message.Words[at + 1].Kind == WordKind.Sign || message.Words[at + 1].Kind == WordKind.Digits));

    /// <summary>"Keur 51 goed en wijs 52 af".</summary>
    private bool IsDecided(int from, int to, string intent) => intent is Intents.Approve or Intents.Reject && to == from + 1 && message.Words[from].Kind == WordKind.Digits
        && Counted(from, to) is null && !(from > 0 && Bounds.Contains(message.Words[from - 1].Fold));

    /// <summary>"Drie kwartier", "45 minutes": a time, whatever else is counted.</summary>
    private bool IsTimeSpan(int to) => to < message.Count && message.Words[to].Kind == WordKind.Letters && message.Passage.Is(to, Sense.Unit) && Unit(message.Words[to].Fold) is null;

    private bool IsNumberAsked(int from, int to) => asked == SlotNames.QuoteNumber && Counted(from, to) is null;

    /// <summary>What the words around a number say that it is, or else what was asked.</summary>
    private string? Said(decimal number, int from, int to, string intent) => IsPrice(number, from, to, intent) ? SlotNames.Amount
        : InAll(from, to) ?? Discounted(from, to, number, intent) ?? Counted(from, to) ?? CountedBefore(from)
            ?? (asked is SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score or SlotNames.Amount or SlotNames.DiscountPercent ? asked : null);

    private bool IsPrice(decimal number, int from, int to, string intent)
    {
        var priced = intent is Intents.Proposal or Intents.LogMarketInfo;
        if (Rates.IsRate(message.Words, from, to, asked == SlotNames.Amount || priced)) return true;
        if (Counted(from, to) is not null) return false;
        return (priced && Rates.IsPriced(message.Words, from)) || (intent == Intents.Proposal && number >= 20 && IsOffered(from, to))
            || (to == from + 1 && Rates.HasCents(message.Words[from]) && intent != Intents.LogSatisfaction);
    }

    /// <summary>"They may have it at 89."</summary>
    private bool IsOffered(int from, int to) => from > 0 && message.Words[from - 1].Fold is "aan" or "at" && to < message.Count
        && message.Words[to] is { Kind: WordKind.Sign } or { Fold: "mogen" or "may" or "kunnen" or "flat" or "kan" or "mag" };

    /// <summary>The first number of what a customer thinks of us is the mark.</summary>
    private string? Marked(decimal number, int to, string intent) => intent == Intents.LogSatisfaction && number is >= 0 and <= 100
        && !IsMatter(to) && !slots.Exists(slot => slot.Name == SlotNames.Score) ? SlotNames.Score : null;

    private bool IsMatter(int to) => to < message.Count && Matters.Contains(message.Words[to].Fold);

    /// <summary>"Vergaderarrangement voor 30": a product is for people.</summary>
    private string? ForPeople(decimal number, int from, string intent) => intent is Intents.RequestQuote or Intents.LogLead or Intents.LogVisit or Intents.CorrectSlot && number is >= 2 and < 10_000
        && from > 1 && message.Words[from - 1].Fold is "voor" or "for" && message.Mentions.Any(mention => mention.Kind == MentionKind.Product && mention.To == from - 1) ? SlotNames.Delegates : null;

    /// <summary>What the tagger makes of a number that nothing beside it explains.</summary>
    private string? Tagged(int from, int to, string intent)
    {
        var tagged = roles.Of(from);
        if (tagged is not (SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score or SlotNames.Amount or SlotNames.DiscountPercent)) return null;
        if (intent is Intents.CreateAccountPlan or Intents.PlanStatus && tagged != SlotNames.Amount) return null;
        // "8 drivers" are people, and "14 cards" nothing that has a slot.
        var name = tagged is SlotNames.Rooms or SlotNames.Nights or SlotNames.Amount && Rates.Noun(message.Words, to) is { } noun ? Rates.IsPeople(noun) ? SlotNames.Delegates : null : tagged;
        return (name is SlotNames.Delegates or SlotNames.Score && IsMatter(to)) || (name == SlotNames.Score && intent is Intents.ChangeQuote or Intents.RequestQuote or Intents.Proposal or Intents.LogLead) ? null : name;
    }

    /// <summary>"One night more, so 3 in all": as many as was said before, and these.</summary>
    private string? InAll(int from, int to) => from > 0 && to + 1 < message.Count && message.Words[from - 1].Fold is "dus" or "so" or "=" or "maakt" or "wordt" && message.Words[to].Fold is "in" or "totaal" or "samen" or "total" && message.Words[Math.Min(to + 1, message.Count - 1)].Fold is "totaal" or "total" or "all" or "." or ","
        ? slots.FindLast(slot => slot is { Name: SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates })?.Name : null;

    /// <summary>"Fewer nights in 27": a year, in two figures.</summary>
    private bool IsYear(int from, int to, decimal number) => number is >= 20 and <= 40 && to == from + 1 && from > 0 && message.Words[from - 1].Fold == "in" && message.Words[from].Kind == WordKind.Digits && (to == message.Count || message.Words[to].Kind == WordKind.Sign);

    /// <summary>"Met two people from KPMG", "sprak met 2 man": those who were spoken to.</summary>
    private bool IsMet(int from, decimal number) => number <= 4 && from > 0 && message.Words[from - 1].Fold is "met" or "saw" or "sprak" or "spoke" or "with" && !message.Words.Take(from).Any(word => word.Fold is "zaal" or "room" or "lunch");

    /// <summary>"Korting naar 8", "a discount of 5": said without its sign.</summary>
    private string? Discounted(int from, int to, decimal number, string intent) => intent is Intents.ChangeQuote or Intents.Proposal or Intents.RequestQuote or Intents.CorrectSlot && number is > 0 and <= 60 && Counted(from, to) is null && Rates.Noun(message.Words, to) is null
        && Enumerable.Range(Math.Max(0, from - 4), from - Math.Max(0, from - 4)).Any(at => message.Words[at].Fold is "korting" or "discount") && !message.Words.GetRange(Math.Max(0, from - 3), from - Math.Max(0, from - 3)).Exists(word => word.Fold is "offerte" or "quote" or "voor" or "for" or "offer") && (to == message.Count || message.Words[to].Fold is not ("kamers" or "rooms" or "euro")) ? SlotNames.DiscountPercent : null;

    /// <summary>"Withdraw 77": a quote, where nothing is counted.</summary>
    private bool IsNumberOfQuote(int from, int to, string intent) => intent is Intents.ChangeQuote or Intents.QuoteStatus or Intents.Approve or Intents.Reject && to == from + 1 && message.Words[from].Kind == WordKind.Digits
        && Counted(from, to) is null && Rates.Noun(message.Words, to) is null && ((from > 0 && Handled.Contains(message.Words[from - 1].Fold)) || IsHandled(from, to) || IsPlaced(from, to, intent) || IsSpoken(from, to, intent));

    /// <summary>"Drop 1177 to 20 rooms", "12: 30 kamers", "44 -> 10 rooms": what is changed, before what it becomes.</summary>
    private bool IsHandled(int from, int to)
    {
        if (to == message.Count) return false;
        var next = message.Words[to];
        if (from == 0 && to + 1 < message.Count && (next is { Text: ":", Joined: true } or { Text: "-" or "=" or "→", Joined: false })) return true;
        return (from == 0 || Changed.Contains(message.Words[from - 1].Fold))
            && (next.Fold is "to" or "naar" or "op" or "up" or "down" or "needs" or "total" or "totaal" or "with" or "met" or "from" or "van" || message.Values.Any(value => value.Start == next.Start));
    }

    /// <summary>"Staat 301 nog open", "is 44 al geaccepteerd", "in 63 moeten vier nachten": called by its number alone, where nothing is counted.</summary>
    private bool IsSpoken(int from, int to, string intent)
    {
        var (before, next) = (from > 0 ? message.Words[from - 1].Fold : "", to < message.Count ? message.Words[to] : default);
        var ends = to == message.Count || next.Kind == WordKind.Sign;
        // "Status 118", "tell me if 203 was accepted".
        if (intent == Intents.QuoteStatus && ends && before is "status" or "stand" or "en" or "and" or "on" or "van" or "about" or "over" or "met") return true;
        if (intent == Intents.QuoteStatus && before is "if" or "whether" && next.Fold is "was" or "is" or "has" or "got") return true;
        if (message.Words[from].Text.Length is < 2 or > 4 || ends || next.Kind != WordKind.Letters || next.Fold is "ipv" or "instead" or "en" or "and" or "or" or "of") return false;
        var clause = ClauseAt(from);
        if (message.Mentions.Any(mention => mention.Kind == MentionKind.QuoteNumber && mention.From >= clause.From && mention.From < clause.To)) return false;
        return intent switch
        {
            Intents.QuoteStatus => from == clause.From || before is "is" or "has" or "staat" or "was" or "heeft" or "did" or "and" or "en" or "where" or "waar",
            Intents.ChangeQuote when message.Passage.Is(to, Sense.Month) => false,
            Intents.ChangeQuote => from == clause.From ? next.Fold is "should" or "must" or "needs" or "moet" or "mag" or "wordt" or "has" or "is" : before is "in" or "bij" or "on",
            _ => false,
        };
    }

    /// <summary>"22 kamers ipv 20 op 71", "say yes to 188": at the end, where no quote is named.</summary>
    private bool IsPlaced(int from, int to, string intent) => from > 0 && !(from > 1 && message.Words[from - 2].Fold is "instead" or "plaats" or "rather") && !message.Mentions.Any(mention => mention.Kind == MentionKind.QuoteNumber) && (to == message.Count || message.Words[to].Kind == WordKind.Sign || message.Words[to].Fold is "pls" or "please" or "aub" or "graag" or "for")
        && (intent is Intents.Approve or Intents.Reject ? message.Words[from - 1].Fold is "to" or "on" or "for" or "of" or "voor" or "van" or "op"
            : message.Words[from - 1].Fold is "on" or "op" or "for" or "of" or "van" or "voor" or "bij" or "off" or "in" && slots.Exists(slot => slot.Name is SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Product or SlotNames.DiscountPercent));

    /// <summary>What a number counts, by the words behind or before it: 40 kamers, 30 nette man, kamers: 40, groep van 30.</summary>
    private string? Counted(int from, int to)
    {
        for (var i = to; i < Math.Min(to + 3, message.Count); i++)
        {
            var word = message.Words[i];
            if (word.Text == "-")
            {
                continue;
            }

            // "10 en 16 personen"; "14 kmrs, 3 n".
            if (i == to && word.Fold is "en" or "and" or "of" or "or" && i + 2 < message.Count && message.Words[i + 1].Kind == WordKind.Digits && Unit(message.Words[i + 2].Fold) is { } shared) return shared;
            if (i == to && word.Text is "DUS" or "ROH") return SlotNames.Rooms;
            if (i == to && word.Fold == "n" && message.Words[from].Kind == WordKind.Digits && (i + 1 == message.Count || message.Words[i + 1].Kind == WordKind.Sign)) return SlotNames.Nights;

            if (ForMeetings.Contains(word.Fold))
            {
                break;
            }

            if (Unit(word.Fold) is { } unit)
            {
                return unit;
            }

            if (word.Kind != WordKind.Letters || word.Fold is "en" or "and" or "met" or "with" or "voor" or "for" or "op" or "per" or "in" or "van")
            {
                break;
            }
        }

        for (var i = from - 1; i >= Math.Max(0, from - 4); i--)
        {
            var word = message.Words[i];
            if (Unit(word.Fold) is { } unit && message.Words[from - 1].Text is ":" or "naar" or "to" or "op" or "is" or "=" or "van" or "moet" or "zijn")
            {
                return i > 0 && IsNumberBefore(i) ? null : Unit(word.Fold);
            }

            if (word.Fold is "groep" or "group" or "gezelschap" or "party")
            {
                return SlotNames.Delegates;
            }

            if (word.Kind == WordKind.Digits)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>"het aantal kamers in offerte 8 naar 50": what is counted was said before.</summary>
    private string? CountedBefore(int from)
    {
        if (from == 0 || message.Words[from - 1].Fold is not ("naar" or "to"))
        {
            return null;
        }

        var clause = ClauseAt(from);
        var at = Enumerable.Range(clause.From, from - clause.From).Reverse().FirstOrDefault(i => Unit(message.Words[i].Fold) is not null, -1);
        return at < 0 || (at > 0 && IsNumberBefore(at)) ? null : Unit(message.Words[at].Fold);
    }

    private bool IsNumberBefore(int at) => message.Words[at - 1].Kind == WordKind.Digits || message.Passage.Is(at - 1, Sense.Number);

    /// <summary>What a word counts; null: nothing that has a slot.</summary>
    public static string? Unit(string fold) => Spelt(fold) ?? (fold.Length > 3 && !IntentModel.Knows(fold) && IntentModel.Instance.Spoken.Meant(fold) is { } meant ? Spelt(meant) : null);

    private static string? Spelt(string fold) => Rooms.Contains(fold) ? SlotNames.Rooms : Nights.Contains(fold) ? SlotNames.Nights : People.Contains(fold) ? SlotNames.Delegates : null;
}
