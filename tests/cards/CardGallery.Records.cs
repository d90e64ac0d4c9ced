using SalesBot.Cards.Contacts;
using SalesBot.Cards.Events;
using SalesBot.Cards.Issues;
using SalesBot.Cards.Leads;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Cards.Satisfaction;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Events;
using SalesBot.Data.Issues;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Visits;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static IEnumerable<(string, AdaptiveCard)> Records(Language language)
    {
        var account = new AccountId("A-001");
        IssueItem IssueOf(int i, string what, string of, IssueKind kind, IssueSeverity severity, int days) => new(
            new($"i-{i}", account, Requester, kind, severity, what, Today.AddDays(days), Requester, Now), $"issue|A-001|20260303|i-{i}", of, i == 2 ? "Sanne van den Berg" : null);
        yield return ("issues", IssuesCard.Of(
            new IssuesView(
                [
                    IssueOf(1, In(language, "Ontbijt was om half negen nog niet klaar, groep kwam te laat weg", "Breakfast was not ready at half past eight, the group left late"), "Philips Eindhoven", IssueKind.Real, IssueSeverity.High, -2),
                    IssueOf(2, In(language, "Overweegt Van der Valk vanwege de parkeerplaatsen", "Considers Van der Valk because of the parking"), "Brabantse Ontwikkelings Maatschappij", IssueKind.Looming, IssueSeverity.Medium, 3),
                    IssueOf(3, In(language, "Factuur van februari klopt niet", "February's invoice is wrong"), "ASML", IssueKind.Real, IssueSeverity.Low, 9),
                ],
                Today, 7, More: new ListMore("issues", 5)),
            language));
        SatisfactionScore Score(int days, SatisfactionScale scale, decimal value, bool ours, string? reason = null) => new($"s-{days}", account, Requester, Now.AddDays(-days), scale, value, ours, Reason: reason);
        yield return ("satisfaction", SatisfactionCard.Of(
            new SatisfactionView(
                "Philips Eindhoven",
                [
                    Score(2, SatisfactionScale.Grade, 8, false, In(language, "het ontbijt was weer op tijd", "breakfast was on time again")), Score(30, SatisfactionScale.Nps, 9, false),
                    Score(90, SatisfactionScale.Grade, 6.5m, false, In(language, "te lang wachten bij het inchecken", "waited too long at check-in")), Score(10, SatisfactionScale.Grade, 7, true),
                ]),
            language));
        EventItem EventOf(int days, string name, EventKind kind, decimal? cost, int leads) => new(new($"e-{days}", Requester, name, kind, Today.AddDays(-days), Now, cost, leads), "Sanne van den Berg");
        yield return ("events", EventsCard.Of(
            new EventsView(
                "2026",
                [
                    EventOf(1, "Event Summit 2026", EventKind.Fair, 1_200, 4), EventOf(20, In(language, "Netwerkborrel Brainport Industries en omstreken", "Network drinks of Brainport Industries"), EventKind.Network, null, 1),
                    EventOf(45, "IMEX Frankfurt", EventKind.Fair, 6_450, 11),
                ]),
            language));
        LeadItem LeadOf(int i, string of, LeadStatus status, decimal? value, int rooms) => new(
            new($"l-{i}", account, Requester, Now, status, "chat", Rooms: rooms, Nights: 2, From: new(2026, 5, 12), ExpectedValue: value), of, i == 2 ? "Sanne van den Berg" : null);
        yield return ("leads", LeadsCard.Of(
            new LeadsView(
                [LeadOf(1, "Philips Eindhoven", LeadStatus.Qualified, 24_500, 80), LeadOf(2, "Brabantse Ontwikkelings Maatschappij", LeadStatus.Open, 7_200, 20), LeadOf(3, "ASML", LeadStatus.Open, null, 12)],
                9, 61_300, 1, More: new ListMore("leads", 5)),
            language));
        yield return ("contacts", ContactsCard.Of(
            new ContactsView(
                "Philips Eindhoven",
                [
                    new(new(new("C-1"), account, "Jan de Vries", ContactRole.Principal, "jan.de.vries@philips.example", "+31 40 555 01 01"), null),
                    new(new(new("C-2"), account, "Marie-Louise van Beukering-Huijbregts", ContactRole.Booker), null),
                ],
                [ContactRole.Finance]),
            language));
        yield return ("contacts-none", ContactsCard.Of(new ContactsView("ASML", [], [ContactRole.Principal, ContactRole.Booker, ContactRole.Finance], ContactRole.Finance), language));
    }
}
