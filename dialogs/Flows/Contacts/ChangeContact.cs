using System.Text.RegularExpressions;
using SalesBot.Cards.Contacts;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Contacts;

internal enum ContactPresence { Here, Left }

/// <summary>Another role, phone or e-mail of a person at a customer, or that this person has left.</summary>
internal sealed partial class ChangeContact() : Flow(
    "change_contact", new("Contactpersoon wijzigen", "Change a contact"), Account, Person, Which, ContactSlots.Role, ContactSlots.Phone, ContactSlots.Email, Presence)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Person = Slot.Words(SlotNames.Contact, new("Contactpersoon", "Contact"), new("Wie bedoel je?", "Who do you mean?"), required: true);

    private static readonly Slot<string> Which = Slot.Pick(SlotNames.Which, new("Wie bedoel je?", "Who do you mean?"));

    private static readonly Slot<ContactPresence?> Presence = Slot.Choice(
        SlotNames.Status, new("Werkt er nog", "Still there"), new("Werkt die persoon er nog?", "Does this person still work there?"),
        (ContactPresence.Here, new("ja", "yes"), "werkt (er )?weer|is terug|is back"),
        (ContactPresence.Left, new("nee, vertrokken", "no, has left"), LeftWords));

    private const string LeftWords = @"werkt (er |daar )?niet meer|niet meer werkzaam|is weg (bij|daar)|vertrokken|uit dienst|heeft .{0,40}verlaten|no longer (works|there|with)|doesn't work|has left|left\b|resigned";

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.ContactLookup or Intents.LogSatisfaction or Intents.LogIssue or Intents.LogVisit or Intents.LogLead or Intents.LogMarketInfo or Intents.AccountOverview
        && Changes().IsMatch(words) && !words.TrimEnd().EndsWith('?') && said.Any(slot => slot.Name == SlotNames.Contact);

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (Privately.Stop(turn) is { } elsewhere) return new(known) { Stops = elsewhere };
        if (known.Of(Person) is not { } name) return new(known);
        var names = (await turn.Book.AccountsAsync(cancel)).ToDictionary(account => account.Id, account => account.Name);
        var contacts = (await turn.Book.ContactsAsync(cancel)).Where(stored => known.Of(Account)?.Id is not { } id || stored.Record.Account == id).ToDictionary(stored => stored.Record.Id);
        var meant = ContactNames.All(name, [.. contacts.Values.Select(stored => stored.Record)]).Select(contact => contacts[contact.Id]).ToList();
        var found = Picking.Of(
            known, Which, null, meant, stored => stored.Id, stored => $"{stored.Record.Name} · {names.GetValueOrDefault(stored.Record.Account)}", Which.Question,
            Stops.Of("not_found", new($"{name} ken ik niet. Zeg “nieuwe contactpersoon bij …” om iemand toe te voegen.", $"I don't know {name}. Say “new contact at …” to add somebody."), turn));
        if (found.Stops is not null || found.Asks is not null) return found;
        return known.Has(ContactSlots.Role) || known.Has(ContactSlots.Phone) || known.Has(ContactSlots.Email) || known.Has(Presence) ? found : new(found.Known, ContactSlots.Role);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var rows = new List<PreviewRow>();
        if (await FindAsync(known, turn, cancel) is { Record: var contact })
        {
            var account = await turn.Book.AccountAsync(contact.Account, cancel);
            rows.Add(new(turn.Say(Person.Label), contact.Name));
            rows.Add(new(turn.Say(new("Klant", "Account")), account?.Record.Name ?? ""));
            if (known.Of(ContactSlots.Role) is { } role) rows.Add(Changed(ContactSlots.Role, contact.Role is { } old ? turn.Say(ContactTexts.Of(old)) : null, turn.Say(ContactTexts.Of(role)), turn));
            if (known.Of(ContactSlots.Phone) is { } phone) rows.Add(Changed(ContactSlots.Phone, contact.Phone, phone, turn));
            if (known.Of(ContactSlots.Email) is { } email) rows.Add(Changed(ContactSlots.Email, contact.Email, email, turn));
            rows.AddRange(Rows(known, turn, [Presence]));
        }
        return new([new(turn.Say(Title), rows)]);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await FindAsync(known, turn, cancel) is not { Record: var contact } stored) return Stops.Gone(turn);
        var effect = new Effect();
        effect.Changes.Replace(Kinds.Contact, stored, contact with
        {
            Role = known.Of(ContactSlots.Role) ?? contact.Role,
            Phone = known.Of(ContactSlots.Phone) ?? contact.Phone,
            Email = known.Of(ContactSlots.Email) ?? contact.Email,
            LeftOn = known.Of(Presence) == ContactPresence.Left ? turn.Today : null,
        });
        return effect;
    }

    private static async Task<Stored<Contact>?> FindAsync(Answers known, Turn turn, CancellationToken cancel) =>
        (await turn.Book.ContactsAsync(cancel)).FirstOrDefault(stored => stored.Id == known.Of(Which));

    private static PreviewRow Changed(Slot slot, string? before, string after, Turn turn) => new(turn.Say(slot.Label), string.IsNullOrEmpty(before) ? after : $"{before} → {after}");

    [GeneratedRegex(
        @"\b(" + LeftWords + @")|\b(nummer|telefoon(nummer)?|mobiel|phone|number|e-?mail(adres)?|mailadres|address)\b[^.?!]*\b(is|wordt|veranderd|changed|now|nieuw|naar|to)\b|\b(is|wordt|becomes)\b (nu |now |voortaan )(de |the |our |onze )?(opdrachtgever|principal|specialist|tussenpersoon|intermediary|boeker|booker|finance|financi)|\b(wijzig|verander|change|update)\b[^.?!]*\b(rol|role|nummer|number|phone|telefoon|mail|e-mail)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Changes();
}
