using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Visits;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Summaries;

namespace SalesBot.Dialogs.Flows;

/// <summary>
/// One message to several records: the visit note, new contacts, a lead, what a competitor does, a complaint, advice, a score, a plan, an
/// event, and the follow-up.
/// </summary>
internal sealed class LogVisit() : Flow(
    Intents.LogVisit, new("Bezoek vastleggen", "Log a visit"),
    Account, On, Contact, Goal, Outcome, Rooms, Delegates, Nights, Dates, Value, Product, Competitor, Task, Due,
    VisitParts.Issue, VisitParts.Advice, VisitParts.Score, VisitParts.Scale, VisitParts.By, VisitParts.Plan, VisitParts.Event, Notes, Summary, Replaced)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant was je?", "Which account did you visit?"));

    private static readonly Slot<DateOnly?> On = Slot.Day(
        SlotNames.Date, new("Datum", "Date"), new("Op welke dag was dat?", "On which day was that?"));

    private static readonly Slot<string> Contact = Slot.Words(
        SlotNames.Contact, new("Gesproken met", "Met with"), new("Met wie heb je gesproken?", "Who did you speak to?"), required: true, many: true);

    private static readonly Slot<string> Goal = Slot.Words(SlotNames.Goal, new("Doel", "Goal"), new("Wat was het doel?", "What was the goal?"));

    private static readonly Slot<string> Outcome = Slot.Words(
        SlotNames.Outcome, new("Uitkomst", "Outcome"), new("Wat kwam eruit?", "What came out of it?"), input: FieldInput.LongText);

    private static readonly Slot<decimal?> Rooms = Slot.Number(SlotNames.Rooms, new("Kamers", "Rooms"), new("Hoeveel kamers?", "How many rooms?"));

    private static readonly Slot<decimal?> Delegates = Slot.Number(
        SlotNames.Delegates, new("Personen", "Delegates"), new("Voor hoeveel personen?", "For how many people?"));

    private static readonly Slot<decimal?> Nights = Slot.Number(SlotNames.Nights, new("Nachten", "Nights"), new("Hoeveel nachten?", "How many nights?"));

    private static readonly Slot<Period?> Dates = Slot.Span(SlotNames.Period, new("Periode", "Dates"), new("Voor wanneer?", "For when?"));

    private static readonly Slot<decimal?> Value = Slot.Money(
        SlotNames.Amount, new("Verwachte waarde", "Expected value"), new("Wat is het waard?", "What is it worth?"));

    private static readonly Slot<string> Product = Slot.Words(SlotNames.Product, new("Product", "Product"), new("Welk product?", "Which product?"), many: true);

    private static readonly Slot<string> Competitor = Slot.Words(
        SlotNames.Competitor, new("Concurrent", "Competitor"), new("Welke concurrent?", "Which competitor?"), many: true);

    private static readonly Slot<string> Task = Slot.Words(SlotNames.Task, new("Opvolging", "Follow-up"), new("Wat moet er gebeuren?", "What has to be done?"));

    private static readonly Slot<DateOnly?> Due = Slot.Deadline(
        SlotNames.DueDate, new("Uiterlijk", "Due"), new("Wanneer moet dat gebeuren?", "By when?"));

    private static readonly Slot<string> Notes = Slot.Words(
        SlotNames.Notes, new("Notitie", "Note"), new("Wat is de notitie?", "What is the note?"), input: FieldInput.LongText);

    private static readonly Slot<VisitSummary> Summary = Slot.Derived(SlotNames.Summary, value => (value as SlotValue.Summary)?.Value);

    private static readonly Slot<SlotValue> Replaced = Slot.Derived<SlotValue>(SlotNames.Replaced, value => value, many: true);

    public override bool Needs(Slot slot, Answers known) =>
        (slot != Nights || known.Has(Rooms)) && VisitParts.Needs(slot, known);

    public override IReadOnlyList<HeardSlot>? Absorb(string other, IReadOnlyList<HeardSlot> said, Turn turn) => other switch
    {
        Intents.LogLead or Intents.LogMarketInfo => said,
        Intents.AddFollowUp => said,
        // A quote to be sent later is something to do; one with nothing said about when is asked for now.
        Intents.RequestQuote when said.Any(slot => slot.Name == SlotNames.DueDate) =>
            [.. said, new(SlotNames.Task, new SlotValue.Text(turn.Say(FlowTexts.SendQuote)), said[0].Intent, said[0].Start)],
        _ => VisitParts.Absorb(other, said, turn),
    };

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (!known.Has(On))
        {
            // "Last week" of a report is when the visit was, not when the customer wants to come: the day is asked for.
            if (known.Of(Dates) is { } said && said.To <= turn.Today) return new(known.With(Dates, []), On, On.Question);
            known = known.With(On, [new SlotValue.Date(turn.Today)]);
        }
        var parts = VisitParts.Check(known, Dates, Due, turn);
        return parts.Asks is not null ? parts : new(await SummarisedAsync(Completed(parts.Known, turn), turn));
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var contacts = await ContactsAsync(known, turn, cancel);
        List<PreviewSection> sections =
        [
            new(turn.Say(FlowTexts.VisitNote),
            [
                .. Rows(known, turn, [Account, On]),
                .. contacts.Count == 0 ? (PreviewRow[])[] : [new(turn.Say(Contact.Label), string.Join(", ", contacts.Select(met => met.IsNew ? $"{met.Contact.Name} ({turn.Say(FlowTexts.New)})" : met.Contact.Name)))],
                .. Rows(known, turn, known.Has(Summary) ? [Goal, Outcome] : [Goal, Outcome, Notes]),
            ]),
        ];
        if (HasLead(known)) sections.Add(new("Lead", Rows(known, turn, [Rooms, Nights, Delegates, Product, Dates, Value])));
        if (known.Has(Competitor)) sections.Add(new(turn.Say(FlowTexts.MarketInformation), Rows(known, turn, [Competitor])));
        sections.AddRange(VisitParts.Sections(known, turn, slots => Rows(known, turn, slots)));
        if (known.Has(Due)) sections.Add(new(turn.Say(FlowTexts.FollowUp), Rows(known, turn, [Task, Due])));
        return new(sections, Summary: known.Of(Summary) is { } summary ? ViewOf(summary, known.Of(Notes)!) : null);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        var contacts = await ContactsAsync(known, turn, cancel);
        foreach (var met in contacts.Where(met => met.IsNew)) effect.Changes.Create(Kinds.Contact, met.Contact with { Account = account.Id });
        effect.Changes.Create(Kinds.Visit, new Visit(
            known.Id, account.Id, turn.User.Id, known.Of(On) ?? turn.Today, turn.Now, [.. contacts.Select(met => met.Contact.Id)],
            known.Of(Goal), known.Of(Outcome), known.Of(Task), known.Of(Notes), known.Of(Summary)));
        if (HasLead(known))
        {
            var dates = known.Of(Dates);
            effect.Changes.Create(Kinds.Lead, new Lead(
                known.Id, account.Id, turn.User.Id, turn.Now, LeadStatus.Open, "visit", (int?)known.Of(Delegates), (int?)known.Of(Rooms),
                (int?)known.Of(Nights), dates?.From, dates?.To, known.Of(Value), known.Has(Product) ? string.Join(", ", known.All(Product)) : null, known.Id));
        }
        foreach (var (competitor, index) in known.All(Competitor).Select((name, index) => (name, index)))
            effect.Changes.Create(Kinds.MarketInfo, MarketFact.Of($"{known.Id}-{index}", competitor, VisitParts.Told(known.Of(Notes), competitor), account.Id, turn, known.Id));
        VisitParts.Write(known, account.Id, known.Of(On) ?? turn.Today, turn, effect);
        if (known.Of(Due) is { } due)
            effect.Changes.Create(Kinds.FollowUp, new FollowUp(known.Id, account.Id, turn.User.Id, due, known.Of(Task)!, turn.Now, Visit: known.Id));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    /// <summary>
    /// What is known decides what counts, so it is made anew with each correction. Sentences of a model that were shown stay where
    /// they still hold: it is asked once for a note.
    /// </summary>
    private async Task<Answers> SummarisedAsync(Answers known, Turn turn)
    {
        var shown = known.Of(Summary);
        if (shown is null && !NoteText.IsLong(known.Of(Notes))) return known;
        var draft = shown is { ByModel: true } ? shown.Sentences : turn.Draft is { } drafting ? await drafting : null;
        IReadOnlyList<SlotValue> now = [.. Slots.Where(slot => slot != Replaced).SelectMany(known.Raw)];
        // Whom it was with stands above the summary; what came of it is what it is for.
        IReadOnlyList<SlotValue> facts = [.. ((Slot[])[Outcome, Rooms, Delegates, Nights, Dates, Value, Competitor, Task, Due]).SelectMany(known.Raw)];
        var begun = TimeZoneInfo.ConvertTime(known.BegunAt, turn.Zone).DateTime;
        var summary = Summaries.Of(known.Of(Notes), draft, new(facts, [.. known.Raw(Replaced).Except(now)], turn.Language, begun));
        return Same(shown, summary) ? known : known.With(Summary, summary is null ? [] : [new SlotValue.Summary(summary)]);
    }

    private static bool Same(VisitSummary? one, VisitSummary? other) =>
        one?.ByModel == other?.ByModel && (one?.Sentences ?? []).Select(Whole).SequenceEqual((other?.Sentences ?? []).Select(Whole));

    private static (string, string) Whole(SummarySentence sentence) => (sentence.Text, string.Join(' ', sentence.Sources));

    private static SummaryView ViewOf(VisitSummary summary, string note)
    {
        var sentences = NoteText.Sentences(note);
        return new(
            [.. summary.Sentences.Select(line => new SummaryLine(line.Text, [.. line.Sources.Select(source => sentences.Index().Last(each => each.Item.Start <= source.Start).Index + 1)]))],
            summary.ByModel, [.. sentences.Select(span => span.Of(note))]);
    }

    private static bool HasLead(Answers known) => known.Has(Rooms) || known.Has(Delegates) || known.Has(Value) || known.Has(Dates);

    /// <summary>A follow-up has both a day and a task: what was not said gets the usual one.</summary>
    private static Answers Completed(Answers known, Turn turn)
    {
        if (known.Of(Task) is { } said) known = known.With(Task, [new SlotValue.Text(FlowTexts.AsLine(said))]);
        if (known.Has(Due) && !known.Has(Task)) known = known.With(Task, [new SlotValue.Text(turn.Say(FlowTexts.GetInTouch))]);
        if (known.Has(Task) && !known.Has(Due)) known = known.With(Due, [new SlotValue.Date(turn.Today.AddDays(7))]);
        return known;
    }

    /// <summary>The persons met: known ones by what was said of their name, others as new contacts.</summary>
    private static async Task<IReadOnlyList<(Contact Contact, bool IsNew)>> ContactsAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var spoken = known.All(Contact);
        if (spoken.Count == 0) return [];
        var account = known.Of(Account)!;
        var present = account.Id is { } id && await turn.Book.AccountAsync(id, cancel) is { } found ? await turn.Book.ContactsAsync(found.Record, cancel) : [];
        return [.. spoken.Select((name, index) => ContactNames.Match(name, present) is { } match
            ? (match, false)
            : (new Contact(new($"{known.Id}-{index}"), account.Id ?? default, name, null, Since: turn.Today), true))];
    }
}
