using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Contacts;

/// <summary>"Nieuwe contactpersoon bij Achmea: Petra Smit, boeker, 06 12345678."</summary>
internal sealed partial class AddContact() : Flow(
    "add_contact", new("Nieuwe contactpersoon", "New contact"), Account, Person, ContactSlots.Role, ContactSlots.Phone, ContactSlots.Email)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant?", "At which account?"));

    private static readonly Slot<string> Person = Slot.Words(SlotNames.Contact, new("Naam", "Name"), new("Hoe heet de contactpersoon?", "What is the contact's name?"), required: true);

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.ContactLookup or Intents.LogLead or Intents.LogVisit or Intents.AccountOverview or Intents.OutOfScope && New().IsMatch(words);

    public override bool MayStayOpen(Slot slot) => false;

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (Privately.Stop(turn) is { } elsewhere) return new(known) { Stops = elsewhere };
        if (known.Of(Person) is { } name && known.Of(Account)?.Id is { } id && await turn.Book.AccountAsync(id, cancel) is { Record: var account }
            && ContactNames.Match(name, await turn.Book.ContactsAsync(account, cancel)) is { LeftOn: null } there && there.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            return new(known) { Stops = Stops.Of("already_there", new($"{there.Name} staat al bij {account.Name}.", $"{there.Name} is already there at {account.Name}."), turn) };
        return new(known);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        effect.Changes.Create(Kinds.Contact, new Contact(
            new(known.Id), account.Id, known.Of(Person)!, known.Of(ContactSlots.Role), known.Of(ContactSlots.Email), known.Of(ContactSlots.Phone), turn.Today));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    [GeneratedRegex(
        @"\b(nieuwe? contact(persoon)?|new contact|contact(persoon)? toevoegen|add (a |the |new )*contact|(voeg|zet|maak)\b[^.?!]*\b(als|bij de|to(e)?) contact(persoon|personen)?|add\b[^.?!]* as (a |the )?(contact|booker|principal)|voeg\b[^.?!]* toe (als|bij|aan))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex New();
}
