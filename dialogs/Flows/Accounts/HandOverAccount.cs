using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Leads;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Accounts;

/// <summary>
/// An account goes to a colleague with what is open at it: follow-ups, leads, issues and quotes. Only a supervisor moves accounts:
/// whose they are decides who sees them.
/// </summary>
internal sealed class HandOverAccount() : Flow(Intents.HandOver, new("Klant overdragen", "Hand over an account"), Account, Owner, Person)
{
    /// <summary>All of it is one save, which is bounded.</summary>
    private const int MostRecords = 60;

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Welke klant wil je overdragen?", "Which account do you want to hand over?"));

    private static readonly Slot<string> Owner = Colleagues.Slot(new("Aan", "To"), new("Aan wie in je team?", "To whom in your team?"), required: true);

    private static readonly Slot<string> Person = Slot.Derived(SlotNames.Contact, value => (value as SlotValue.Text)?.Value);

    public override bool MayStayOpen(Slot slot) => false;

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (turn.User.Role is not (Role.Supervisor or Role.Administrator))
            return new(known) { Stops = Stops.Of("not_supervisor", new("Een klant overdragen doet je leidinggevende.", "Handing over an account is up to your supervisor."), turn) };
        if (!known.Has(Owner) && known.Of(Person) is { } person) known = known.With(Owner, [new SlotValue.Text(person)]);
        (known, var question) = await Colleagues.CheckAsync(known, Owner, turn, cancel);
        if (question is { } ask) return new(known, Owner, ask);
        if (known.Of(Account)?.Id is not { } id || known.Of(Owner) is not { } name || await turn.Book.AccountAsync(id, cancel) is not { Record: var account }) return new(known);
        if ((await Colleagues.FindAsync(name, turn, cancel))?.Id == account.Owner)
            return new(known) { Stops = Stops.Of("already_there", new($"{account.Name} staat al op naam van {name}.", $"{account.Name} is with {name} already."), turn) };
        return (await Open.ReadAsync(account, turn, cancel)).Writes > MostRecords
            ? new(known) { Stops = Stops.Of("too_many", new("Daar staat te veel open om in een keer over te dragen.", "There is too much open to hand over at once."), turn) }
            : new(known);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var rows = new List<PreviewRow>();
        if (known.Of(Account)?.Id is { } id && await turn.Book.AccountAsync(id, cancel) is { Record: var account })
        {
            var people = await turn.Book.PeopleAsync(cancel);
            var open = await Open.ReadAsync(account, turn, cancel);
            rows.Add(new(turn.Say(Account.Label), account.Name));
            rows.Add(new(turn.Say(Owner.Label), $"{(people.TryGetValue(account.Owner, out var old) ? old.Name : "?")} → {known.Of(Owner)}"));
            if (open.FollowUps.Count > 0) rows.Add(new(turn.Say(new("Opvolgingen", "Follow-ups")), $"{open.FollowUps.Count}"));
            if (open.Leads.Count > 0) rows.Add(new("Leads", $"{open.Leads.Count}"));
            if (open.Issues.Count > 0) rows.Add(new(turn.Say(new("Klachten", "Complaints")), $"{open.Issues.Count}"));
            if (open.Quotes.Count > 0) rows.Add(new(turn.Say(new("Offertes", "Quotes")), $"{open.Quotes.Count}"));
        }
        return new([new(turn.Say(Title), rows)], turn.Say(new("Alles wat openstaat gaat mee.", "All that is open goes along.")));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (known.Of(Account)?.Id is not { } id || await turn.Book.AccountAsync(id, cancel) is not { } account || await Colleagues.FindAsync(known.Of(Owner)!, turn, cancel) is not { } owner)
            return Stops.Gone(turn);
        var effect = new Effect();
        var open = await Open.ReadAsync(account.Record, turn, cancel);
        effect.Changes.Replace(Kinds.Account, account, account.Record with { Owner = owner.Id });
        foreach (var task in open.FollowUps) effect.Changes.Replace(Kinds.FollowUp, task, task.Record with { Owner = owner.Id });
        foreach (var lead in open.Leads) effect.Changes.Replace(Kinds.Lead, lead, lead.Record with { Owner = owner.Id });
        foreach (var issue in open.Issues) effect.Changes.Replace(Kinds.Issue, issue, issue.Record with { Owner = owner.Id });
        foreach (var quote in open.Quotes) effect.Changes.Replace(Kinds.Quote, quote, quote.Record with { Owner = owner.Id });
        var people = await turn.Book.PeopleAsync(cancel);
        Tell(owner, new($"{account.Record.Name} staat nu op jouw naam, met alles wat openstaat.", $"{account.Record.Name} is yours now, with all that is open."));
        if (people.TryGetValue(account.Record.Owner, out var old)) Tell(old, new($"{account.Record.Name} is overgedragen aan {owner.Name}.", $"{account.Record.Name} was handed over to {owner.Name}."));
        return effect;

        void Tell(User person, Text text)
        {
            if (person.Id != turn.User.Id) effect.Sends.Add((new Recipient(Person: person.Id), Message.Of(text.In(person.Language ?? turn.Language))));
        }
    }

    /// <summary>What is open at an account in its owner's name.</summary>
    private sealed record Open(
        IReadOnlyList<Stored<Data.Visits.FollowUp>> FollowUps, IReadOnlyList<Stored<Data.Visits.Lead>> Leads, IReadOnlyList<Stored<Data.Issues.Issue>> Issues,
        IReadOnlyList<Stored<Quote>> Quotes)
    {
        // A quote takes its place in a list and an entry on its trail along.
        public int Writes => FollowUps.Count + Leads.Count + Issues.Count + 3 * Quotes.Count;

        public static async Task<Open> ReadAsync(Account account, Turn turn, CancellationToken cancel) => new(
            [.. (await turn.Book.OpenFollowUpsAsync(account, cancel)).Where(task => task.Record.Owner == account.Owner)],
            [.. (await turn.Book.StoredLeadsAsync(account, cancel)).Where(lead => lead.Record.Owner == account.Owner && ListLeads.IsOpen(lead.Record))],
            [.. (await turn.Book.IssuesAsync(account, cancel)).Where(issue => issue.Record.IsOpen && issue.Record.Owner == account.Owner)],
            [.. (await turn.Book.OpenQuotesAsync(account, cancel)).Where(quote => quote.Record.Owner == account.Owner)]);
    }
}
