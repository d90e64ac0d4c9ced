using SalesBot.Cards.Advising;
using SalesBot.Cards.Calls;
using SalesBot.Cards.Contacts;
using SalesBot.Cards.Events;
using SalesBot.Cards.FuturePlans;
using SalesBot.Cards.Issues;
using SalesBot.Cards.Leads;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Market;
using SalesBot.Cards.Model;
using SalesBot.Cards.Proposals;
using SalesBot.Cards.Satisfaction;
using SalesBot.Cards.Visits;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Issues;
using SalesBot.Data.Prices;
using SalesBot.Data.Proposals;
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
        AdviceItem AdviceOf(int i, string what, string of, decimal? value) => new(new($"a-{i}", account, Requester, what, Now.AddDays(-3 * i), AddedValue: value), $"advice|A-001|20260301|a-{i}", of);
        yield return ("advice", AdviceCard.Of(
            new AdviceView(
                [
                    AdviceOf(1, In(language, "24-uursarrangement in plaats van losse zaalhuur en overnachting", "A 24-hour package instead of room hire and rooms apart"), "Philips Eindhoven", 4_300),
                    AdviceOf(2, In(language, "AV standaard meenemen bij trainingen", "Book AV with every training"), "Brabantse Ontwikkelings Maatschappij", null),
                ],
                2),
            language));
        yield return ("upsell", UpsellCard.Of(
            new UpsellView(
                "Philips Eindhoven",
                [
                    new(new Suggestion.Lapsed(ProductGroup.RoomHire, 18_400, 3_100), null), new(new Suggestion.NotYet(ProductGroup.Av, 6, 8, 4_250), null),
                    new(new Suggestion.Season(new(2026, 5, 1), 21_300), null), new(new Suggestion.Combine(9_800), null),
                ],
                [In(language, "24-uursarrangement in plaats van losse zaalhuur", "A 24-hour package instead of room hire")]),
            language));
        VisitItem VisitOf(int days, string goal, string? outcome, string? notes, string? next, params string[] met) => new(
            new($"v-{days}", account, Requester, Today.AddDays(-days), Now.AddDays(-days), [], goal, outcome, next, notes), "Sanne van den Berg", met);
        yield return ("visits", VisitsCard.Of(
            new VisitsView(
                "Philips Eindhoven",
                [
                    VisitOf(6, In(language, "jaarafspraken", "yearly rates"), In(language, "ze beslissen in mei over 45 kamers", "they decide on 45 rooms in May"), In(language, "Inkoop wil een vast tarief per kamernacht. Ze kijken ook naar Van der Valk; parkeren is voor hen een punt.", "Purchasing wants a fixed rate per room night. They are also looking at Van der Valk; parking matters to them."), In(language, "voorstel sturen", "send a proposal"), "Jan de Vries", "Marieke ten Cate"),
                    VisitOf(48, In(language, "evaluatie van de heidag", "evaluation of the away day"), In(language, "tevreden over de zaal, lunch was laat", "pleased with the room, lunch was late"), null, null, "Jan de Vries"),
                    VisitOf(120, In(language, "kennismaking", "first meeting"), null, null, null),
                ],
                7, new("visits", 3, "A-1")),
            language));
        FuturePlan PlanOf(int i, string what, DateOnly horizon, DateOnly? from, DateOnly? to, decimal? value) => new($"p-{i}", account, Requester, what, horizon, Now.AddDays(-20 * i), Now.AddDays(-20 * i), from, to, value);
        yield return ("future-plans", FuturePlansCard.Of(
            new FuturePlansView(
                "Philips Eindhoven",
                [
                    PlanOf(1, In(language, "Internationale verkoopconferentie voor 300 man", "International sales conference for 300"), new(2027, 1, 31), new(2026, 3, 1), new(2026, 4, 30), 85_000),
                    PlanOf(2, In(language, "Jubileumfeest afdeling Medical", "Anniversary party of Medical"), new(2027, 9, 30), new(2026, 10, 1), new(2026, 10, 31), null),
                ],
                Today),
            language));
        MarketItem FactOf(int i, string text, string? rival, string source, int months, bool own) => new(
            new($"m-{i}", MarketTopic.Competitor, text, Requester, Now.AddDays(-4 * i), source, Today.AddMonths(months), null, rival), $"market|20260303|m-{i}", "Sanne van den Berg", own);
        yield return ("market", MarketCard.Of(
            new MarketView(
                In(language, "Deze maand", "This month"),
                [
                    FactOf(1, In(language, "Fletcher geeft gratis ontbijt bij boekingen vanaf tien kamers", "Fletcher gives free breakfast from ten rooms up"), "Fletcher", "customer", 5, true),
                    FactOf(2, In(language, "Van der Valk bouwt veertig kamers bij in Eindhoven", "Van der Valk adds forty rooms in Eindhoven"), "Van der Valk", "press", 0, false),
                ],
                2, Today),
            language));
        yield return ("call-list", CallListCard.Of(
            new CallListView(
                In(language, "2 mrt – 8 mrt 2026", "2 Mar – 8 Mar 2026"),
                [
                    new("Philips Eindhoven", "A-001", [new(In(language, "klacht: ontbijt was niet op tijd klaar", "complaint: breakfast was not ready in time"), true), new(In(language, "Q-2026-0003 ligt er 12 dagen zonder antwoord", "Q-2026-0003 has waited 12 days for an answer"), false)], true, true),
                    new("Brabantse Ontwikkelings Maatschappij", "A-002", [new(In(language, "optie op Q-2026-0007 loopt af op vr 6 mrt", "option on Q-2026-0007 ends on Fri 6 Mar"), true)], false, false),
                    new("ASML", "A-003", [new(In(language, "47 dagen geen contact, langer dan afgesproken", "no contact for 47 days, longer than agreed"), false)], false, true),
                ],
                8, new ListMore("calls", 5)),
            language));
        yield return ("proposals", ProposalsCard.Of(
            new ProposalsView(
                [
                    new(new("v-1", Requester, ProposalAbout.Package, In(language, "Zomerarrangement met barbecue op het terras", "Summer package with a barbecue on the terrace"), Now, Account: account, Value: 95), "Philips Eindhoven", null),
                    new(new("v-2", Requester, ProposalAbout.Price, In(language, "Zaalprijs omlaag voor de trainingsreeks", "A lower room price for the series of trainings"), Now, ProposalStatus.AdoptedWithChange, account, Value: 210), "ASML", "Peter van Dam"),
                    new(new("v-3", Requester, ProposalAbout.Lead, In(language, "Extra tijd steken in de lead van VDL", "Spend more time on the lead of VDL"), Now, ProposalStatus.Declined, account, Decision: In(language, "te klein voor de moeite", "too small for the effort")), "VDL Groep", "Peter van Dam"),
                ]),
            language));
        yield return ("writes", WritesCard.Of(
            new WritesView([new("w-1", In(language, "Bezoek vastleggen (Philips Eindhoven)", "Log a visit (Philips Eindhoven)"), new(2026, 3, 3, 9, 12, 0)), new("w-2", In(language, "Klacht of issue (ASML)", "Complaint or issue (ASML)"), new(2026, 3, 2, 16, 40, 0))]), language));
    }
}
