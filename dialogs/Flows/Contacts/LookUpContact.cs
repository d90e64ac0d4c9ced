using System.Text.RegularExpressions;
using SalesBot.Cards.Contacts;
using SalesBot.Data.Accounts;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Contacts;

/// <summary>"Wie is de boeker bij Achmea?", "telefoonnummer van Emma van Dam", "welke rollen ontbreken bij KPMG?"</summary>
internal sealed partial class LookUpContact() : Flow(Intents.ContactLookup, new("Contactpersonen", "Contacts"), Account, Person, ContactSlots.Role)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant?", "At which account?"), required: false);

    private static readonly Slot<string> Person = Slot.Words(SlotNames.Contact, new("Contactpersoon", "Contact"), new("Wie bedoel je?", "Who do you mean?"));

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) => heard == Intent
        || heard is Intents.UpsellSuggestion or Intents.AccountOverview or Intents.QueryKpi && Gaps().IsMatch(words) && said.All(slot => slot.Name != SlotNames.Indicator);

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel) =>
        new(known.Has(Account) || known.Has(Person) ? new Checked(known) : new(known, Account));

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var account = known.Of(Account)?.Id is { } id ? (await turn.Book.AccountAsync(id, cancel))?.Record : null;
        if (account is null && known.Has(Account)) return FigureSlots.NoAccount(turn);
        var contacts = (await turn.Book.ContactsAsync(cancel)).Select(stored => stored.Record).Where(contact => account is null || contact.Account == account.Id).ToList();
        var view = account is not null && !known.Has(Person) ? OfAccount(account, contacts, known.Of(ContactSlots.Role)) : await NamedAsync(known.Of(Person)!, contacts, turn, cancel);
        var effect = Privately.Answer(Message.Of(ContactsCard.Of(view, turn.Language)), turn);
        if (account is not null) effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    private static ContactsView OfAccount(Account account, IReadOnlyList<Contact> contacts, ContactRole? role)
    {
        var asked = contacts.Where(contact => role is null || contact.Role == role).ToList();
        return new(account.Name, [.. asked.Select(contact => new ContactItem(contact, null))], [.. ContactSlots.Wanted.Except(contacts.Select(contact => contact.Role).OfType<ContactRole>())], role);
    }

    private static async Task<ContactsView> NamedAsync(string name, IReadOnlyList<Contact> contacts, Turn turn, CancellationToken cancel)
    {
        var meant = ContactNames.All(name, contacts).ToList();
        var names = await turn.Book.NamesAsync(meant.Select(contact => contact.Account), cancel);
        return new(name, [.. meant.Select(contact => new ContactItem(contact, names.GetValueOrDefault(contact.Account)))], []);
    }

    [GeneratedRegex(
        @"\b(rollen|rol|roles?|contact(en|personen|persoon|s)?)\b[^.?]*\b(ontbreekt|ontbreken|missen|mis|missing|gaps?|onbekend|unknown)\b|\b(ontbreekt|ontbreken|missen|mis|missing)\b[^.?]*\b(rollen|rol|roles?|contact(en|personen|persoon|s)?)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Gaps();
}

/// <summary>What is known of a person at a customer, as it is said.</summary>
internal static partial class ContactSlots
{
    /// <summary>The roles that somebody should be known for at every customer.</summary>
    public static readonly ContactRole[] Wanted = [ContactRole.Principal, ContactRole.Booker, ContactRole.Finance];

    public static readonly Slot<ContactRole?> Role = Slot.Choice(
        SlotNames.Role, new("Rol", "Role"), new("Welke rol?", "Which role?"),
        (ContactRole.Principal, ContactTexts.Of(ContactRole.Principal), "opdrachtgever|principal|beslisser|decision maker"),
        (ContactRole.Specialist, ContactTexts.Of(ContactRole.Specialist), "specialist"),
        (ContactRole.Intermediary, ContactTexts.Of(ContactRole.Intermediary), "tussenpersoon|bemiddelaar|intermediary"),
        (ContactRole.Booker, ContactTexts.Of(ContactRole.Booker), "boeker|booker|reserveringen|bookings"),
        (ContactRole.Finance, ContactTexts.Of(ContactRole.Finance), "financi|finance|facturen|facturatie|invoic|crediteuren|accounts payable"));

    public static readonly Slot<string> Phone = Slot.Heard(SlotNames.Phone, new("Telefoon", "Phone"), new("Welk nummer?", "Which number?"), words => PhoneNumber().Match(words).Value.Trim());

    public static readonly Slot<string> Email = Slot.Heard(SlotNames.Email, new("E-mail", "E-mail"), new("Welk adres?", "Which address?"), words => Address().Match(words).Value.TrimEnd('.'));

    [GeneratedRegex(@"(?<![\d-])(\+\d{2}|00\d{2}|0)[\s-]?(\(0\))?\d([\s-]?\d){7,9}(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
