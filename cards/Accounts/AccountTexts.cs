using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Visits;

namespace SalesBot.Cards.Accounts;

internal static class AccountTexts
{
    public static readonly Text
        Key = new("★ Key-account", "★ Key account"),
        Owner = new("Accountmanager", "Account manager"),
        LastContact = new("Laatste contact", "Last contact"),
        NextContact = new("Volgend contact", "Next contact"),
        Never = new("nog nooit", "never yet"),
        NotPlanned = new("niet gepland", "not planned"),
        Overdue = new("te laat", "overdue"),
        Contacts = new("Contactpersonen", "Contacts"),
        Missing = new("Nog niet bekend", "Not known yet"),
        NoRole = new("rol onbekend", "role unknown"),
        PersonsElsewhere = new("Namen staan in je eigen chat met mij.", "Names are in your own chat with me."),
        Revenue12 = new("Omzet 12 maanden", "Revenue 12 months"),
        OpenQuotes = new("Open offertes", "Open quotes"),
        Leads = new("Leads", "Leads"),
        Market = new("Markt", "Market"),
        Issues = new("Klachten en issues", "Complaints and issues"),
        Plans = new("Toekomstplannen", "Future plans"),
        Advice = new("Open adviezen", "Open advice"),
        Score = new("Laatste cijfer", "Last score"),
        Beforehand = new("Voor je langsgaat:", "Before you go:"),
        FollowUps = new("Opvolging", "Follow-ups"),
        Ask = new("Vragen", "To ask"),
        Offer = new("Aanbieden", "To offer"),
        More = new("en nog", "and more:");

    public static Text Of(ContactRole role) => role switch
    {
        ContactRole.Principal => new("opdrachtgever", "principal"),
        ContactRole.Specialist => new("specialist", "specialist"),
        ContactRole.Intermediary => new("tussenpersoon", "intermediary"),
        ContactRole.Booker => new("boeker", "booker"),
        ContactRole.Finance => new("financiën", "finance"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No text for it."),
    };

    public static Text Of(AccountStatus status) => status switch
    {
        AccountStatus.Prospect => new("Prospect", "Prospect"),
        AccountStatus.Active => new("Actieve klant", "Active account"),
        AccountStatus.Inactive => new("Inactief", "Inactive"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No text for it."),
    };

    public static Text Of(LeadStatus status) => status switch
    {
        LeadStatus.Open => new("open", "open"),
        LeadStatus.Qualified => new("gekwalificeerd", "qualified"),
        LeadStatus.Won => new("gewonnen", "won"),
        LeadStatus.Lost => new("verloren", "lost"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No text for it."),
    };

    /// <summary>40 kamers, 2 nachten, 10 mrt 2026.</summary>
    public static string Size(Lead lead, Language language)
    {
        List<string> parts = [];
        if (lead.Product is { } product) parts.Add(product);
        if (lead.Delegates is { } delegates) parts.Add($"{language.Number(delegates)} {new Text("pers.", "pers.").In(language)}");
        if (lead.Rooms is { } rooms) parts.Add($"{language.Number(rooms)} {(rooms == 1 ? new Text("kamer", "room") : new("kamers", "rooms")).In(language)}");
        if (lead.Nights is { } nights) parts.Add($"{language.Number(nights)} {(nights == 1 ? new Text("nacht", "night") : new("nachten", "nights")).In(language)}");
        if (lead.From is { } from) parts.Add(from.ToString("d MMM yyyy", language.Culture()));
        return parts.Count == 0 ? lead.Source : string.Join(", ", parts);
    }
}
