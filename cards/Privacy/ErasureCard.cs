using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Privacy;

namespace SalesBot.Cards.Privacy;

/// <summary>The proof that a contact's personal data is gone: ids and counts, no name.</summary>
public static class ErasureCard
{
    public static AdaptiveCard Of(Erasure erasure, Language language)
    {
        var total = erasure.Documents.Values.Sum();
        var title = PrivacyCardTexts.Erased.In(language);
        return new AdaptiveCard(
            $"{title}: {erasure.Contact}",
            [
                Parts.Header(title, $"{erasure.Contact} · {erasure.Account}", new Status(PrivacyCardTexts.Gone(total).In(language), TextColor.Good)),
                .. erasure.Documents.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Parts.Row(PrivacyCardTexts.Kind(kind.Key).In(language), $"{kind.Value}")),
                Parts.Remark(PrivacyCardTexts.Teams.In(language), Spacing.Medium),
            ]);
    }
}

/// <param name="Kinds">Kind of document, how many, and some of the texts.</param>
public sealed record PersonalDataView(Contact Contact, string Account, IReadOnlyList<(string Kind, int Count, List<string> Texts)> Kinds);

/// <summary>What is known of a contact, for the administrator who was asked for it.</summary>
public static class PersonalDataCard
{
    public static AdaptiveCard Of(PersonalDataView view, Language language)
    {
        var title = PrivacyCardTexts.Known.In(language);
        List<Element> body =
        [
            Parts.Header(title, view.Account),
            new TextBlock(view.Contact.Name) { Bold = true },
        ];
        // Each on a line of its own: an address has no place to break.
        body.AddRange(new[] { view.Contact.Email, view.Contact.Phone }.OfType<string>().Select(line => new TextBlock(line) { Spacing = Spacing.None }));
        foreach (var (kind, count, texts) in view.Kinds.OrderByDescending(kind => kind.Count).Take(10))
        {
            body.Add(Parts.Caption($"{PrivacyCardTexts.Kind(kind).In(language)} ({count})"));
            body.AddRange(texts.Select(text => Parts.Remark(Words.Clip(text, 160))));
        }
        body.Add(Parts.Remark(PrivacyCardTexts.Whole(view.Contact.Id.Value).In(language), Spacing.Medium));
        return new AdaptiveCard($"{title}: {view.Contact.Name}", body);
    }
}

internal static class PrivacyCardTexts
{
    public static readonly Text
        Erased = new("Persoonsgegevens gewist", "Personal data erased"),
        Known = new("Persoonsgegevens", "Personal data"),
        Teams = new(
            "Wat in Teams zelf is verstuurd, in back-ups en in eigen bestanden staat valt hierbuiten; een teruggezette back-up wordt opnieuw gewist.",
            "What was sent in Teams itself, backups and files of your own are outside of this; a backup that is restored is erased again.");

    public static Text Gone(int documents) => new($"Verwijderd uit {documents} documenten", $"Removed from {documents} documents");

    public static Text Whole(string contact) => new($"Volledig als bestand: salesbot personal-data {contact}", $"In full as a file: salesbot personal-data {contact}");

    public static Text Kind(string kind) => kind switch
    {
        "visit" => new("Bezoekverslagen", "Visit notes"),
        "contact" => new("Contactpersoon", "Contact"),
        "follow-up" => new("Opvolging", "Follow-ups"),
        "market" => new("Marktinformatie", "Market information"),
        "lead" => new("Leads", "Leads"),
        "quote" => new("Offertes", "Quotes"),
        "approval" => new("Goedkeuringen", "Approvals"),
        "conversation" => new("Gesprekken", "Talks"),
        "seen" => new("Beantwoorde berichten", "Answered messages"),
        "outbox" => new("Wachtende berichten", "Waiting messages"),
        "write" => new("Wat ongedaan kan", "What can be undone"),
        "cause" => new("Oorzaken", "Causes"),
        _ => new(kind, kind),
    };
}
