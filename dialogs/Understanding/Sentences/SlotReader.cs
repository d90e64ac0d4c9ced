using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding.Quantities;
using SalesBot.Dialogs.Understanding.Tagging;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>Gives the names and values of a message their place: which slot, in which clause.</summary>
internal sealed class SlotReader(Message message, IReadOnlyList<Clause> clauses, IReadOnlyList<string> intents, string? asked)
{
    private static readonly HashSet<string> Rooms = ["kamers", "kamer", "kmrs", "kmr", "rooms", "room", "hotelkamers", "hotelkamer", "tweepersoonskamers", "eenpersoonskamers", "singles", "doubles", "bedrooms", "slaapkamers", "twins", "suites", "eenpersoons", "tweepersoons", "beds", "bedden", "dbls", "dbl", "sgls", "twns", "rms", "rm"];

    /// <summary>Rooms and nights that are nothing more than that.</summary>
    private static readonly HashSet<string> Generic = ["kamers", "kamer", "kmrs", "kmr", "rooms", "room", "hotelkamers", "hotelkamer", "bedrooms", "slaapkamers", "nachten", "nacht", "nights", "night", "overnachting", "overnachtingen"];

    /// <summary>Rooms that nobody sleeps in.</summary>
    private static readonly HashSet<string> ForMeetings = ["meeting", "conference", "training", "small", "medium", "large", "board", "function", "breakout", "plenary"];
    private static readonly HashSet<string> Nights = ["nachten", "nacht", "nights", "night", "overnachtingen", "overnachting", "nachtjes", "nts", "nites", "nite", "nchtn"];
    private static readonly HashSet<string> People = ["man", "personen", "persoon", "pers", "pax", "deelnemers", "gasten", "mensen", "people", "persons", "delegates", "attendees", "guests", "participants", "couverts", "pp", "collega's", "medewerkers", "genodigden", "heads", "deelnemer", "delegate", "colleagues", "employees", "bezoekers", "visitors", "koppen", "seats", "ppl", "kids", "kinderen", "spelers", "players"];
    private static readonly HashSet<string> Scores = ["cijfer", "score", "scoort", "een", "a", "an", "beoordeelt", "rates", "nps", "csat", "tevredenheid", "rating", "of", "is", "was", "tevredenheid:", "geeft", "gaf", "us", "ons", "met", "satisfaction", "rapportcijfer", "at", "op"];
    /// <summary>What is done with a quote that is called by its number alone.</summary>
    private static readonly HashSet<string> Handled = ["withdraw", "pull", "retract", "resend", "send", "copy", "duplicate", "extend", "trek", "kopieer", "dupliceer", "verstuur", "verleng", "stuur", "verzend", "number", "nummer", "nr"];

    /// <summary>What is counted that no slot is for.</summary>
    private static readonly HashSet<string> Matters = ["matters", "things", "dingen", "zaken", "vragen", "questions", "dagdelen", "dagen", "zalen", "zaaltjes", "vergaderzaaltjes", "sessies", "sessions", "uren", "weken", "goals", "doelen", "visits", "bezoeken", "zaaltje"];

    /// <summary>What leads to a number that is a limit or a price, and the name of nothing.</summary>
    private static readonly HashSet<string> Bounds = ["under", "below", "onder", "boven", "above", "over", "at", "op", "voor", "for", "than", "dan", "to", "naar", "of", "van", "minimaal", "max", "maximaal"];

    private static readonly HashSet<string> Looking = [Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.DeviationExplanation, Intents.ReportExport];
    private static readonly HashSet<string> Priced = [Intents.RequestQuote, Intents.ChangeQuote, Intents.LogLead, Intents.Proposal, Intents.CorrectSlot];

    private static readonly HashSet<string> Ahead = [Intents.RequestQuote, Intents.ChangeQuote, Intents.AddFollowUp, Intents.CorrectSlot];

    private static readonly HashSet<string> OfSomething = ["voor", "for", "of", "van", "over", "from", "since", "sinds"];

    /// <summary>What is told of a day that has been.</summary>
    private static readonly HashSet<string> Told = [Intents.LogVisit, Intents.LogEvent, Intents.LogIssue, Intents.LogSatisfaction];

    /// <summary>What has a reason.</summary>
    private static readonly HashSet<string> Faulty = [Intents.LogIssue, Intents.Reject, Intents.ChangeQuote, Intents.CorrectSlot, Intents.LogSatisfaction, Intents.Proposal, Intents.DeviationExplanation];

    /// <summary>Figures of what has been, unless it is said that they are of what is to come.</summary>
    private static readonly HashSet<string> Coming = ["boeken", "books", "verwacht", "verwachting", "forecast", "prognose", "expected", "volgend", "volgende", "komend", "komende", "next", "coming", "upcoming", "doel", "doelen", "target", "targets", "goal", "goals", "budget", "begroting", "plan", "pijplijn", "pipeline"];

    private readonly List<HeardSlot> slots = [];
    private readonly bool looksAhead = message.Words.Exists(word => Coming.Contains(word.Fold));
    private readonly Roles roles = new(message, intents, asked);

    public List<HeardSlot> Read()
    {
        foreach (var mention in message.Mentions)
        {
            Name(mention);
        }

        Companies();

        var products = roles.Products.ToList();
        // What stands in the price list is a product wherever prices are asked; asked for a product, one that is plain anywhere will do.
        products.AddRange(message.Mentions.Where(mention => mention.Kind == MentionKind.Product && (asked == SlotNames.Product ? products.Count == 0 : !mention.Doubtful && Priced.Contains(ClauseAt(mention.From).Intent)))
            .Where(mention => !products.Exists(product => product.From < mention.To && mention.From < product.To)).Select(mention => (mention.From, mention.To)).ToArray());
        foreach (var (from, to) in products.Select(product => (From: Products.Bare(message.Words, product.From, product.To), product.To))) Add(SlotNames.Product, new SlotValue.Text(message.Span(from, to)), from, to);

        var values = message.ReadValues(Tense);
        for (var i = 0; i < values.Count;)
        {
            var same = values.Skip(i).TakeWhile(value => value.Start == values[i].Start).ToArray();
            if (!message.Quoted[message.WordAt(same[0].Start)])
            {
                Value(same);
            }

            i += same.Length;
        }

        if (intents.Any(Told.Contains) && !slots.Exists(slot => slot.Name is SlotNames.Date) && TheDay() is { } day) slots.Add(day);
        DropRepeats();
        Stays.Join(slots, message.Text);
        Repairs.Mend(slots, message.Text);
        if (intents.Any(Faulty.Contains))
        {
            foreach (var (from, to) in roles.Reasons.Take(1))
                if (Reasons.Bare(message.Span(from, to), message.Words[from].Start, message) is { } why) slots.Add(new(SlotNames.Reason, new SlotValue.Text(why.Text), IntentAt(from), why.Start, why.Text.Length));
        }

        slots.AddRange(Remainders.Of(message, clauses, intents, slots).Where(slot => slot.Name != SlotNames.Reason || !slots.Exists(known => known.Name == SlotNames.Reason)).ToArray());

        return [.. slots.OrderBy(slot => slot.Start < 0 ? int.MaxValue : slot.Start)];
    }

    private Clause ClauseAt(int word) => clauses.FirstOrDefault(clause => clause.From <= word && word < clause.To) ?? clauses[^1];

    private int IntentAt(int word) => Math.Max(0, intents.ToList().IndexOf(ClauseAt(word).Intent));

    private void Add(string name, SlotValue value, int from, int to) =>
        slots.Add(new(name, value, IntentAt(from), message.Words[from].Start, message.Words[to - 1].End - message.Words[from].Start));

    private void Name(Mention mention)
    {
        if (message.Quoted[mention.From] && mention.Kind != MentionKind.Account)
        {
            return;
        }

        var spoken = message.Span(mention.From, mention.To);
        var intent = ClauseAt(mention.From).Intent;
        switch (mention.Kind)
        {
            case MentionKind.Account:
                Add(SlotNames.Account, mention.Candidates.Count == 0 || mention.Doubtful ? new SlotValue.Account(spoken, null, mention.Candidates)
                    : new SlotValue.Account(mention.Candidates[0].Name, mention.Candidates[0].Id, [.. mention.Candidates.Skip(1)]), mention.From, mention.To);
                break;
            case MentionKind.Contact:
                Add(SlotNames.Contact, new SlotValue.Text(Trimmed(spoken)), mention.From, mention.To);
                break;
            case MentionKind.Competitor:
                Add(SlotNames.Competitor, new SlotValue.Text(Trimmed(spoken)), mention.From, mention.To);
                break;
            case MentionKind.QuoteNumber:
                Add(SlotNames.QuoteNumber, new SlotValue.Text(spoken), mention.From, mention.To);
                break;
        }
    }

    /// <summary>A lead and a plan are some company's: of the people named, the one that something is "van" or "at" is that company.</summary>
    private void Companies()
    {
        if (intents[0] is not (Intents.LogLead or Intents.LeadStatus or Intents.CreateAccountPlan or Intents.PlanStatus or Intents.AccountOverview) || slots.Exists(slot => slot.Name == SlotNames.Account)) return;
        var people = slots.FindAll(slot => slot.Name == SlotNames.Contact);
        var company = people.FindLast(person => message.WordAt(person.Start) is > 0 and var at && message.Words[at - 1].Fold is "van" or "bij" or "of" or "at" or "from" or "with" or "@" or "met" or "lead" or "for" or "voor" or "prospect" or "that" or "die")
            ?? (people.Count == 1 && intents[0] is not Intents.LogLead ? people[0] : null);
        if (company is { Value: SlotValue.Text { Value: var name } }) slots[slots.IndexOf(company)] = company with { Name = SlotNames.Account, Value = new SlotValue.Account(name, null, []) };
    }

    private static string Trimmed(string name) =>
        name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;

    private void Value(Recognized[] readings)
    {
        var from = message.WordAt(readings[0].Start);
        var to = message.WordAt(readings[0].End - 1) + 1;
        var intent = ClauseAt(from).Intent;
        switch (readings[0].Value)
        {
            case Reading.Money money:
                Add(SlotNames.Amount, new SlotValue.Number(money.Amount), from, to);
                break;
            case Reading.Percent percent when intent is not (Intents.QueryKpi or Intents.TeamKpi or Intents.QueryRevenue):
                Add(SlotNames.DiscountPercent, new SlotValue.Number(Math.Abs(percent.Value)), from, to);
                break;
            case Reading.Number number:
                Number(number.Value, from, to, intent);
                break;
            case Reading.Day day:
                Day(day.Date, from, to);
                break;
            // "In ten minutes" is no period that figures are asked of.
            case Reading.Moment when Looking.Contains(intent):
                break;
            case Reading.Moment moment:
                Day(DateOnly.FromDateTime(moment.At), from, to);
                break;
            // What was done in the last six weeks was done until today.
            case Reading.Days days when days.End == DateOnly.FromDateTime(message.Now) && Looking.Contains(intent) && Enumerable.Range(from, to - from).Any(at => message.Words[at].Kind == WordKind.Digits || message.Passage.Is(at, Sense.Number)):
                Days(new(days.From, days.End), from, to);
                break;
            case Reading.Days days:
                Days(new(days.From, days.End.AddDays(-1)), from, to);
                break;
        }
    }

    private void Number(decimal number, int from, int to, string intent)
    {
        // "keur 51 goed en wijs 52 af"
        if (intent is Intents.Approve or Intents.Reject && to == from + 1 && message.Words[from].Kind == WordKind.Digits && Counted(from, to) is null && !(from > 0 && Bounds.Contains(message.Words[from - 1].Fold)))
        {
            Add(SlotNames.QuoteNumber, new SlotValue.Text(message.Words[from].Text), from, to);
            return;
        }

        // "Drie kwartier", "45 minutes": a time, whatever else is counted.
        if (to < message.Count && message.Words[to].Kind == WordKind.Letters && message.Passage.Is(to, Sense.Unit) && Unit(message.Words[to].Fold) is null) return;

        if ((asked == SlotNames.QuoteNumber && Counted(from, to) is null) || IsNumberOfQuote(from, to, intent))
        {
            Add(SlotNames.QuoteNumber, new SlotValue.Text(message.Span(from, to)), from, to);
            return;
        }

        var priced = intent is Intents.Proposal or Intents.LogMarketInfo;
        var name = Rates.IsRate(message.Words, from, to, asked == SlotNames.Amount || priced) || (priced && Counted(from, to) is null && (Rates.IsPriced(message.Words, from) || (intent == Intents.Proposal && number >= 20 && from > 0 && message.Words[from - 1].Fold is "aan" or "at" && to < message.Count && message.Words[to] is { Kind: WordKind.Sign } or { Fold: "mogen" or "may" or "kunnen" or "flat" or "kan" or "mag" }))) || (to == from + 1 && Rates.HasCents(message.Words[from]) && Counted(from, to) is null && intent is not Intents.LogSatisfaction) ? SlotNames.Amount : InAll(from, to) ?? Discounted(from, to, number, intent) ?? Counted(from, to) ?? CountedBefore(from) ?? (asked is SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score or SlotNames.Amount or SlotNames.DiscountPercent ? asked : null);
        if (name is null && intent == Intents.LogSatisfaction && number is >= 0 and <= 100 && !(to < message.Count && Matters.Contains(message.Words[to].Fold)) && !slots.Exists(slot => slot.Name == SlotNames.Score))
        {
            name = SlotNames.Score;
        }

        // "Vergaderarrangement voor 30": a product is for people.
        if (name is null && intent is Intents.RequestQuote or Intents.LogLead or Intents.LogVisit or Intents.CorrectSlot && number is >= 2 and < 10_000
            && from > 1 && message.Words[from - 1].Fold is "voor" or "for" && message.Mentions.Any(mention => mention.Kind == MentionKind.Product && mention.To == from - 1))
        {
            name = SlotNames.Delegates;
        }

        // "10 lunches": what is counted has a name of its own.
        var counts = message.Mentions.FirstOrDefault(mention => mention.Kind == MentionKind.Product && mention.From == to);
        if (name is null && counts is null && !IsYear(from, to, number) && !(intent is Intents.CreateAccountPlan or Intents.PlanStatus && roles.Of(from) is not SlotNames.Amount) && roles.Of(from) is SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score or SlotNames.Amount or SlotNames.DiscountPercent)
        {
            // "8 drivers" are people, and "14 cards" nothing that has a slot.
            name = roles.Of(from) is SlotNames.Rooms or SlotNames.Nights or SlotNames.Amount && Rates.Noun(message.Words, to) is { } noun ? Rates.IsPeople(noun) ? SlotNames.Delegates : null : roles.Of(from);
            if (name is SlotNames.Delegates or SlotNames.Score && to < message.Count && Matters.Contains(message.Words[to].Fold)) name = null;
            if (name == SlotNames.Score && intent is Intents.ChangeQuote or Intents.RequestQuote or Intents.Proposal or Intents.LogLead) name = null;
        }

        if (name is null && number >= 1000 && (message.Words[to - 1].Fold is "k" or ['k', _] || intent is Intents.LogLead))
        {
            name = SlotNames.Amount;
        }

        if (name is not null && !(name == SlotNames.Delegates && intent == Intents.LogVisit && IsMet(from, number)))
        {
            Add(name, new SlotValue.Number(number), from, to);
        }

        if (intent is Intents.RequestQuote or Intents.CorrectSlot && counts is { } product
            && message.Span(product.From, product.To) is var spoken && !Generic.Contains(Understanding.Words.Fold(spoken)))
        {
            Add(SlotNames.Quantity, new SlotValue.Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:0.##} {spoken}")), from, product.To);
        }
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
    private bool IsNumberOfQuote(int from, int to, string intent) => intent is Intents.ChangeQuote or Intents.QuoteStatus && to == from + 1 && from > 0 && message.Words[from].Kind == WordKind.Digits
        && Handled.Contains(message.Words[from - 1].Fold) && Counted(from, to) is null && Rates.Noun(message.Words, to) is null;

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

    /// <summary>What is asked for lies ahead, whatever is said around it; a correction is set right by what it corrects.</summary>
    private Direction Tense(int character) => intents.All(Ahead.Contains) || IsDue(message.WordAt(character)) ? Direction.Future : Looking.Contains(ClauseAt(message.WordAt(character)).Intent) && !looksAhead ? Direction.Past : roles.Of(message.WordAt(character)) is Tags.PastDate or Tags.PastPeriod ? Direction.Past : Direction.Future;

    private void Day(DateOnly day, int from, int to)
    {
        var name = IsOption(from) ? SlotNames.OptionDate
            : asked is SlotNames.Date or SlotNames.DueDate or SlotNames.OptionDate && clauses.Count == 1 ? asked
            : Looking.Contains(ClauseAt(from).Intent) ? SlotNames.Period : DatedSlot(from);
        if (name is not null) Add(name, name == SlotNames.Period ? new SlotValue.Span(new(day, day)) : new SlotValue.Date(day), from, to);
    }

    /// <summary>"The beamer failed on Monday": where nothing else is said of a day that has been, it is the day of what is told.</summary>
    private HeardSlot? TheDay()
    {
        foreach (var value in message.ReadValues(_ => Direction.Past))
        {
            var at = message.WordAt(value.Start);
            var day = value.Value switch { Reading.Day one => one.Date, Reading.Moment one => DateOnly.FromDateTime(one.At), _ => DateOnly.MaxValue };
            if (day > DateOnly.FromDateTime(message.Now) || message.Quoted[at] || !Told.Contains(ClauseAt(at).Intent) || roles.Of(at) is not (Tags.Other or "B-rea" or "I-rea") || IsOption(at) || (at > 0 && OfSomething.Contains(message.Words[at - 1].Fold))) continue;
            return new(SlotNames.Date, new SlotValue.Date(day), IntentAt(at), value.Start, value.Length);
        }

        return null;
    }

    private void Days(Period period, int from, int to)
    {
        if (IsOption(from)) Add(SlotNames.OptionDate, new SlotValue.Date(period.To), from, to);
        // "Van 11 tot en met 13 januari" to the question on which day a stay begins.
        else if (asked == SlotNames.Date && Priced.Contains(intents[0]) && period.To > period.From) Add(SlotNames.Period, new SlotValue.Span(period), from, to);
        else if ((asked == SlotNames.DueDate ? asked : Looking.Contains(ClauseAt(from).Intent) ? SlotNames.Period : DatedSlot(from)) is { } slot)
            Add(slot == SlotNames.Date ? SlotNames.Period : slot, new SlotValue.Span(period), from, to);
    }

    /// <summary>The slot of a day or span; null: it is said of something else. What is to be done is due some time.</summary>
    private string? DatedSlot(int word) => IsDue(word) ? SlotNames.DueDate : RoleOf(word) ?? (intents is [Intents.AddFollowUp] ? SlotNames.DueDate : intents is [Intents.CorrectSlot] && message.Masked().Words.Count == 1 ? SlotNames.Date : null);

    /// <summary>The only day in what is to be done is when it is to be done, unless it is the day of something else: "de offerte voor 12 mei".</summary>
    private bool IsDue(int word) => intents.Count > 1 && ClauseAt(word) is { Intent: Intents.AddFollowUp } clause && roles.Of(word) is not Tags.Due && !(word > 0 && OfSomething.Contains(message.Words[word - 1].Fold))
        && message.Values.Count(value => value.Value is Reading.Day or Reading.Days or Reading.Moment && message.WordAt(value.Start) is var at && clause.From <= at && at < clause.To) == 1;

    private string? RoleOf(int word) => roles.Of(word) switch
    {
        Tags.PastDate or Tags.Date => SlotNames.Date,
        Tags.PastPeriod or Tags.Period => SlotNames.Period,
        Tags.Due => SlotNames.DueDate,
        Tags.Option => SlotNames.OptionDate,
        _ => null,
    };

    private bool IsOption(int word)
    {
        for (var i = word - 1; i >= Math.Max(0, word - 5); i--)
        {
            if (message.Words[i].Fold is "optie" or "option" or "optiedatum" or "geldig" or "valid")
            {
                return ClauseAt(word).Intent is not Intents.QuoteStatus;
            }

            if (message.Words[i].Text is "," or ".")
            {
                break;
            }
        }

        return false;
    }

    private void DropRepeats()
    {
        // The same thing said twice is one value, unless it is said of another customer.
        for (var i = slots.Count - 1; i > 0; i--)
        {
            if (slots.Take(i).Any(earlier => earlier.Name == slots[i].Name && Same(earlier.Value, slots[i].Value) && (earlier.Name == SlotNames.Account || !IsElsewhere(earlier, slots[i]))))
            {
                slots.RemoveAt(i);
            }
        }

        // "Jan de Vries ... Jan": the same person; and of a company that nobody knows, named after one that is known, more than a lead would be too much.
        slots.RemoveAll(slot => slot is { Name: SlotNames.Contact, Value: SlotValue.Text { Value: var first } } && slots.Exists(other =>
            other is { Name: SlotNames.Contact, Value: SlotValue.Text { Value: var whole } } && whole.StartsWith(first + " ", StringComparison.OrdinalIgnoreCase)));
        if (intents.Contains(Intents.LogVisit) && !intents.Contains(Intents.LogLead))
            slots.RemoveAll(slot => slot is { Name: SlotNames.Account, Value: SlotValue.Account { Id: null, Others.Count: 0 } } && slots.Exists(other =>
                other is { Name: SlotNames.Account, Value: SlotValue.Account { Id: not null } } && other.Start < slot.Start));

        // "40 kamers" counts rooms; that they are rooms is no product beside it.
        slots.RemoveAll(slot => slot is { Name: SlotNames.Product, Value: SlotValue.Text { Value: var product } } && Generic.Contains(Understanding.Words.Fold(product))
            && slots.Exists(counted => counted.Name is SlotNames.Rooms or SlotNames.Nights));

        // "vergeleken met vorig jaar" is a comparison, no second period.
        var periods = slots.Where(slot => slot.Name == SlotNames.Period).ToArray();
        if (periods.Length > 1 && Looking.Contains(intents[0]))
        {
            slots.RemoveAll(slot => slot.Name == SlotNames.Period && slot != periods[0] && Remainders.IsCompared(message.Text[..slot.Start]));
        }
    }

    /// <summary>In a later sentence, behind another customer's name.</summary>
    private bool IsElsewhere(HeardSlot earlier, HeardSlot later) => earlier.Start >= 0 && later.Start > earlier.Start && message.Text[earlier.Start..later.Start].IndexOfAny(['.', ';', '\n', '!']) >= 0
        && message.Mentions.LastOrDefault(mention => mention.Kind == MentionKind.Account && message.Words[mention.From].Start < later.Start) is { } named
        && message.Mentions.LastOrDefault(mention => mention.Kind == MentionKind.Account && message.Words[mention.From].Start < earlier.Start) is { } before && named != before;

    private static bool Same(SlotValue one, SlotValue other) => (one, other) switch
    {
        (SlotValue.Account a, SlotValue.Account b) => a.Id == b.Id && a.Name == b.Name,
        (SlotValue.Text a, SlotValue.Text b) => string.Equals(a.Value, b.Value, StringComparison.OrdinalIgnoreCase),
        _ => one == other,
    };
}
