using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Leads;

/// <summary>Business that may come, with a contact where one was named.</summary>
internal sealed class LogLead() : Flow(
    Intents.LogLead, new("Lead", "Lead"), Account, Person, Rooms, Nights, Delegates, Product, Dates, Value)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant is de lead?", "Which account is the lead from?"));

    private static readonly Slot<string> Person = Slot.Words(SlotNames.Contact, new("Contactpersoon", "Contact"), new("Wie is de contactpersoon?", "Who is the contact?"));

    private static readonly Slot<decimal?> Rooms = Slot.Number(SlotNames.Rooms, new("Kamers", "Rooms"), new("Hoeveel kamers?", "How many rooms?"));

    private static readonly Slot<decimal?> Nights = Slot.Number(SlotNames.Nights, new("Nachten", "Nights"), new("Hoeveel nachten?", "How many nights?"));

    private static readonly Slot<decimal?> Delegates = Slot.Number(
        SlotNames.Delegates, new("Personen", "Delegates"), new("Voor hoeveel personen?", "For how many people?"));

    private static readonly Slot<string> Product = Slot.Words(SlotNames.Product, new("Product", "Product"), new("Om welk product gaat het?", "Which product?"));

    private static readonly Slot<Period?> Dates = Slot.Span(
        SlotNames.Period, new("Wanneer", "When"), new("Voor wanneer?", "For when?"), SlotNames.Date);

    private static readonly Slot<decimal?> Value = Slot.Money(
        SlotNames.Amount, new("Verwachte waarde", "Expected value"), new("Wat is de verwachte waarde?", "What is the expected value?"), required: true);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        var dates = known.Of(Dates);
        effect.Changes.Create(Kinds.Lead, new Lead(
            known.Id, account.Id, turn.User.Id, turn.Now, LeadStatus.Open, "chat", (int?)known.Of(Delegates), (int?)known.Of(Rooms), (int?)known.Of(Nights),
            dates?.From, dates?.To, known.Of(Value), known.Of(Product)));
        if (known.Of(Person) is { } person && ContactNames.Match(person, await turn.Book.ContactsAsync(account, cancel)) is null)
            effect.Changes.Create(Kinds.Contact, new Contact(new(known.Id), account.Id, person, null, Since: turn.Today));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }
}
