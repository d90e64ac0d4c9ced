using SalesBot.Dialogs.Understanding.Quantities;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>Gives the names and values of a message their place: which slot, in which clause.</summary>
internal sealed partial class SlotReader(Message message, IReadOnlyList<Clause> clauses, IReadOnlyList<string> intents, string? asked)
{
    /// <summary>Rooms and nights that are nothing more than that.</summary>
    private static readonly HashSet<string> Generic = ["kamers", "kamer", "kmrs", "kmr", "rooms", "room", "hotelkamers", "hotelkamer", "bedrooms", "slaapkamers", "nachten", "nacht", "nights", "night", "overnachting", "overnachtingen"];

    private static readonly HashSet<string> Looking = [Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.DeviationExplanation, Intents.ReportExport];
    private static readonly HashSet<string> Priced = [Intents.RequestQuote, Intents.ChangeQuote, Intents.LogLead, Intents.Proposal, Intents.CorrectSlot];

    /// <summary>What is told of a day that has been.</summary>
    private static readonly HashSet<string> Told = [Intents.LogVisit, Intents.LogEvent, Intents.LogIssue, Intents.LogSatisfaction];

    /// <summary>What counts rooms, nights and people, and what else is about products; elsewhere neither has a place.</summary>
    private static readonly HashSet<string> Counts = [Intents.LogVisit, Intents.RequestQuote, Intents.ChangeQuote, Intents.LogLead, Intents.Proposal, Intents.CorrectSlot, Intents.UpsellSuggestion];
    private static readonly HashSet<string> Sells = [.. Counts, Intents.QueryRevenue, Intents.DeviationExplanation, Intents.LogIssue, Intents.LogMarketInfo];

    /// <summary>What has a reason.</summary>
    private static readonly HashSet<string> Faulty = [Intents.LogIssue, Intents.Reject, Intents.ChangeQuote, Intents.CorrectSlot, Intents.LogSatisfaction, Intents.Proposal, Intents.DeviationExplanation];

    private readonly List<HeardSlot> slots = [];
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
            i += same.Length;
            if (message.Quoted[message.WordAt(same[0].Start)]) continue;
            if (i < values.Count && Following(same[0], values[i]) is { } both)
            {
                Days(both, message.WordAt(same[0].Start), message.WordAt(values[i].End - 1) + 1);
                i += values.Skip(i).TakeWhile(value => value.Start == values[i].Start).Count();
                continue;
            }

            Value(same);
        }

        if (asked is not SlotNames.Score && !intents.Any(intent => intent is Intents.LogSatisfaction or Intents.CorrectSlot)) slots.RemoveAll(slot => slot.Name == SlotNames.Score);
        if (intents.Any(Told.Contains) && !slots.Exists(slot => slot.Name is SlotNames.Date) && TheDay() is { } day) slots.Add(day);
        slots.RemoveAll(slot => slot.Name != asked && ((SlotNames.Product == slot.Name && !intents.Any(Sells.Contains)) || (slot.Name is SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates && !intents.Any(Counts.Contains))));
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
                foreach (var (from, to) in Each(mention)) Add(SlotNames.Contact, new SlotValue.Text(Trimmed(message.Span(from, to))), from, to);
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

    /// <summary>"Robin and Esra": two people.</summary>
    private IEnumerable<(int From, int To)> Each(Mention mention)
    {
        var from = mention.From;
        for (var at = from + 1; at < mention.To - 1; at++)
        {
            if (message.Words[at].Text != "&" && message.Words[at].Fold is not ("en" or "and")) continue;
            yield return (from, at);
            from = at + 1;
        }

        yield return (from, mention.To);
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
            case Reading.Percent percent when intent is not (Intents.QueryKpi or Intents.TeamKpi or Intents.QueryRevenue) && !IsOtherShare(from, to):
                Add(SlotNames.DiscountPercent, new SlotValue.Number(Math.Abs(percent.Value)), from, to);
                break;
            case Reading.Number number:
                Number(number.Value, from, to, intent);
                break;
            // "Logged within a day": how soon, and no span that figures are asked of.
            case Reading.Day or Reading.Days when Looking.Contains(intent) && message.Words[from].Fold is "within" or "binnen":
                break;
            // "Came in at 7": a mark, and no time.
            case Reading.Clock when intent == Intents.LogSatisfaction && int.TryParse(message.Words[to - 1].Text, out var mark) && mark is >= 1 and <= 10 && !slots.Exists(slot => slot.Name == SlotNames.Score):
                Add(SlotNames.Score, new SlotValue.Number(mark), to - 1, to);
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

    /// <summary>"A deposit of 25 %", "50% prob", "margin 11%": a share of something else.</summary>
    private bool IsOtherShare(int from, int to) => !message.Words.Exists(word => word.Fold is "korting" or "discount" or "off") && Enumerable.Range(Math.Max(0, from - 3), Math.Min(message.Count, to + 2) - Math.Max(0, from - 3))
        .Any(at => message.Words[at].Fold is "attrition" or "deposit" or "aanbetaling" or "marge" or "margin" or "prob" or "probability" or "kans" or "btw" or "vat" or "down" or "achter");

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
