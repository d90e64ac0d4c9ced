using SalesBot.Cards.Accounts;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Accounts;

namespace SalesBot.Cards.Contacts;

/// <param name="About">The account, or the name that was asked for.</param>
/// <param name="MissingRoles">Of the account; empty where persons of several accounts are shown.</param>
/// <param name="Role">The role that was asked for, to say that nobody has it.</param>
public sealed record ContactsView(string About, IReadOnlyList<ContactItem> Items, IReadOnlyList<ContactRole> MissingRoles, ContactRole? Role = null);

/// <param name="AccountName">Null: the card is about that account already.</param>
public sealed record ContactItem(Contact Contact, string? AccountName);

/// <summary>Persons at a customer with how to reach them, and which roles nobody is known for. For the private chat only.</summary>
public static class ContactsCard
{
    private const int MostShown = 8;

    public static AdaptiveCard Of(ContactsView view, Language language)
    {
        var title = ContactTexts.Title.In(language);
        var names = string.Join(", ", view.Items.Take(3).Select(item => item.Contact.Name));
        return new AdaptiveCard(
            $"{title} {view.About}{(names.Length == 0 ? "" : $": {names}")}",
            [
                Parts.Header(title, view.About),
                .. Parts.If(view.Items.Count == 0, () => new TextBlock(view.Role is { } role ? ContactTexts.NobodyFor(role).In(language) : ContactTexts.None.In(language))),
                .. view.Items.Take(MostShown).SelectMany((item, index) => Rows(item, index, language)),
                .. Parts.If(view.Items.Count > MostShown, () => Parts.Remark(ContactTexts.More(view.Items.Count - MostShown).In(language))),
                .. Parts.If(view.MissingRoles.Count > 0, () => new TextBlock(
                    $"{AccountTexts.Missing.In(language)}: {string.Join(", ", view.MissingRoles.Select(role => AccountTexts.Of(role).In(language)))}") { Color = TextColor.Warning, Separator = true }),
            ]);
    }

    // Each way to reach somebody stands on a line of its own: a phone makes it something to tap.
    private static IEnumerable<Element> Rows(ContactItem item, int index, Language language)
    {
        var contact = item.Contact;
        var role = contact.Role is { } known ? AccountTexts.Of(known).In(language) : AccountTexts.NoRole.In(language);
        yield return Parts.Entry(contact.Name, item.AccountName is null ? role : $"{role} · {item.AccountName}", separator: index > 0);
        if (!string.IsNullOrEmpty(contact.Phone)) yield return new TextBlock(contact.Phone) { Spacing = Spacing.None };
        if (!string.IsNullOrEmpty(contact.Email)) yield return new TextBlock(contact.Email) { Spacing = Spacing.None };
        if (string.IsNullOrEmpty(contact.Phone) && string.IsNullOrEmpty(contact.Email)) yield return Parts.Remark(ContactTexts.NoReach.In(language), Spacing.None);
    }
}

/// <summary>Words for contacts.</summary>
public static class ContactTexts
{
    public static readonly Text
        Title = new("Contactpersonen", "Contacts"),
        None = new("Ik ken hier nog niemand. Zeg bijvoorbeeld “nieuwe contactpersoon bij Achmea: Petra Smit, boeker”.", "I know nobody here yet. Say for example “new contact at Achmea: Petra Smit, booker”."),
        NoReach = new("Telefoon en e-mail nog niet bekend", "Phone and e-mail not known yet");

    public static Text More(int count) => new($"en nog {count}", $"and {count} more");

    public static Text Of(ContactRole role) => AccountTexts.Of(role);

    public static Text NobodyFor(ContactRole role) => new($"Wie hier {AccountTexts.Of(role).Nl} is, is nog niet bekend.", $"Who is the {AccountTexts.Of(role).En} here is not known yet.");
}
