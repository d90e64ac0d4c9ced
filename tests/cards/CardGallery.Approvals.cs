using SalesBot.Cards;
using SalesBot.Cards.Agreements;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Proposals;
using SalesBot.Data;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private const string Company = "Philips Eindhoven";

    private static readonly UserId Absent = new("33333333-3333-3333-3333-333333333303");

    private static Dictionary<UserId, string> Names => new() { [Requester] = "Sanne van den Berg", [Approver] = "Pieter Vermeulen", [Absent] = "Annemarie de Groot-Jansen" };

    private static readonly Finding StandsIn = new(
        "limit", false, "Pieter Vermeulen beslist namens Annemarie de Groot-Jansen, die afwezig is.", "Pieter Vermeulen decides for Annemarie de Groot-Jansen, who is absent.");

    private static IEnumerable<(string, AdaptiveCard)> Approvals(Language language)
    {
        ApprovalView View(ApprovalState state, Audience audience, string? reason = null) => ApprovalViewOf(state, audience, reason, language);
        ApprovalView Asked(Approval approval, Audience audience, ApprovalBody? body = null) => new(
            approval, body ?? QuoteApproval(audience), Company, Team, Names, audience == Audience.Approver ? ["Omzet laatste 12 maanden: € 148.200,00", "Hitrate: 62 % (n = 21)"] : [], audience, []);
        ApprovalBody QuoteApproval(Audience audience) => SalesBot.Cards.Quotes.QuoteApproval.Of(QuoteOf(QuoteStatus.Submitted), 2, audience, language);
        var question = In(language, "Kan de boardroom eruit? Dan kom je onder de 10 %.", "Can the boardroom go? Then you get below 10%.");
        var answer = In(language, "Nee, daar zit hun directie. Wel kan de derde zaal eruit.", "No, their board sits there. The third room can go though.");
        yield return ("approval-approver", ApprovalCard.Of(View(ApprovalState.Waiting, Audience.Approver), language));
        yield return ("approval-requester", ApprovalCard.Of(View(ApprovalState.Waiting, Audience.Requester), language));
        yield return ("approval-channel", ApprovalCard.Of(View(ApprovalState.Waiting, Audience.Channel), language));
        yield return ("approval-approved", ApprovalCard.Of(View(ApprovalState.Approved, Audience.Channel), language));
        yield return ("approval-changed", ApprovalCard.Of(
            Asked(
                ApprovalOf(ApprovalState.Approved, In(language, "12 % is te veel voor een volle week.", "12% is too much for a full week.")) with
                {
                    Changes =
                    [
                        new("change", false, "Korting 12 % → 8 %.", "Discount 12% → 8%."), new("change", false, "Prijs excl. btw € 12.144,00 → € 12.696,00.", "Price excl. VAT €12,144.00 → €12,696.00."),
                    ],
                },
                Audience.Requester),
            language));
        yield return ("approval-returned", ApprovalCard.Of(Asked(ApprovalOf(ApprovalState.Returned, question) with { Remarks = Talk(question) }, Audience.Requester), language));
        yield return ("approval-question", ApprovalCard.Of(Asked(ApprovalOf(ApprovalState.Returned, question) with { Remarks = Talk(question) }, Audience.Approver), language));
        yield return ("approval-answered", ApprovalCard.Of(Asked(ApprovalOf(ApprovalState.Waiting) with { Remarks = Talk(question, answer) }, Audience.Approver), language));
        yield return ("approval-goes-on", ApprovalCard.Of(Asked(ApprovalOf(ApprovalState.Waiting) with { Remarks = Talk(question, answer) }, Audience.Approver) with { GoesOn = true }, language));
        yield return ("approval-stand-in", ApprovalCard.Of(Asked(ApprovalOf(ApprovalState.Waiting) with { Findings = [.. Policy[..2], StandsIn] }, Audience.Approver), language));
        yield return ("approval-rejected", ApprovalCard.Of(View(ApprovalState.Rejected, Audience.Approver, In(language, "Onder de kostprijs in een volle week.", "Below cost in a full week.")), language));
        var agreement = AgreementOf(AgreementStatus.Submitted, new(2026, 1, 1));
        yield return ("approval-agreement", ApprovalCard.Of(
            Asked(ApprovalOf(ApprovalState.Waiting) with { Subject = new(SubjectKind.Agreement, agreement.Key), Version = 1 }, Audience.Approver, AgreementApproval.Of(agreement, 1, Audience.Approver, language)), language));
        var proposal = new Proposal(
            "p-1", Requester, ProposalAbout.Package, In(language, "Zomerarrangement met borrel op het dakterras, vanaf 30 personen", "Summer package with drinks on the roof terrace, from 30 persons"), Now, Value: 95);
        yield return ("approval-proposal", ApprovalCard.Of(
            Asked(ApprovalOf(ApprovalState.Waiting) with { Subject = new(SubjectKind.Proposal, "20260303|p-1"), Version = 1, Findings = [] }, Audience.Approver, ProposalsCard.BodyOf(proposal, language)), language));
        yield return ("history", HistoryCard.Of(new("Q-2026-0007", Company, new(In(language, "Akkoord van de klant", "Accepted by the customer"), TextColor.Good), [.. HistoryOf(language)], 0, 9), language));
        yield return ("history-page", HistoryCard.Of(
            new("Q-2026-0007", Company, new(In(language, "Wacht op goedkeuring", "Waiting for approval"), TextColor.Warning), [.. HistoryOf(language).Skip(2).Take(4)], 12, 31)
            {
                Earlier = new("history", 0, "zuid/Q-2026-0007"),
                Later = new("history", 24, "zuid/Q-2026-0007"),
            },
            language));
        yield return ("preview-agreement", PreviewCard.Of(
            new(
                In(language, "Overeenkomst", "Agreement"), "p-01J9XP", 1,
                [
                    new(In(language, "Overeenkomst", "Agreement"), [new(In(language, "Klant", "Account"), Company), new(In(language, "Looptijd", "Term"), language.Period(new(new(2026, 1, 1), new(2026, 12, 31)))), new(In(language, "Kamernachten", "Room nights"), "400")]),
                    new(In(language, "Tarieven", "Rates"), [new(In(language, "Eenpersoonskamer", "Single room"), $"{language.Money(105)} ({In(language, "lijst", "list")} {language.Money(118)})"), new(In(language, "Zaalhuur", "Room hire"), $"-{language.Percent(10)}")]),
                    new(In(language, "Beleid", "Policy"), [new("!", In(language, "Tot 11 % onder de lijst; over een overeenkomst beslist altijd een leidinggevende.", "Up to 11% below the list; a supervisor always decides on an agreement."))]),
                ],
                [],
                In(language, "Zeg je “ja”, dan gaat de overeenkomst ter goedkeuring naar Pieter Vermeulen. Offertes gebruiken de tarieven pas na het besluit.", "Say “yes” and the agreement goes to Pieter Vermeulen for approval. Quotes use the rates only once it is decided.")),
            language));
        yield return ("agreements", AgreementsCard.Of(Company, [AgreementOf(AgreementStatus.Submitted, new(2027, 1, 1)), AgreementOf(AgreementStatus.Approved, new(2026, 1, 1)), AgreementOf(AgreementStatus.Approved, new(2025, 1, 1))], Today, language));
        Absence Away(int days, int until) => new($"a-{days}", days == 0 ? Absent : Approver, Today.AddDays(days), Today.AddDays(until), days == 0 ? Approver : Requester, Now);
        yield return ("absences", AbsencesCard.Of(new([new(Away(-1, 9), Names[Approver], Names[Absent], MayEnd: true), new(Away(0, 0), Names[Absent], Names[Approver]), new(Away(30, 44), Names[Approver], Names[Absent], MayEnd: true)], Today), language));
        yield return ("absences-none", AbsencesCard.Of(new([], Today), language));
    }

    private static IEnumerable<HistoryLine> HistoryOf(Language language)
    {
        HistoryLine Line(int hours, UserId who, string nl, string en, string? nlWords = null, string? enWords = null) =>
            new(Now.AddDays(-9).AddHours(hours), Names[who], In(language, nl, en), nlWords is null ? null : In(language, nlWords, enWords!));
        yield return Line(0, Requester, "Aangevraagd: versie 1, € 12.144,00; voorgelegd aan Pieter Vermeulen", "Requested: version 1, €12,144.00; put to Pieter Vermeulen");
        yield return Line(3, Approver, "Teruggestuurd met een vraag", "Returned with a question", "Kan de boardroom eruit? Dan kom je onder de 10 %.", "Can the boardroom go? Then you get below 10%.");
        yield return Line(4, Requester, "Vraag beantwoord", "Question answered", "Nee, daar zit hun directie. Wel kan de derde zaal eruit.", "No, their board sits there. The third room can go though.");
        yield return Line(7, Approver, "Goedgekeurd met wijziging: versie 2, € 12.696,00", "Approved with a change: version 2, €12,696.00", "Korting 12 % → 8 %. Prijs excl. btw € 12.144,00 → € 12.696,00. “Te veel voor een volle week.”", "Discount 12% → 8%. Price excl. VAT €12,144.00 → €12,696.00. “Too much for a full week.”");
        yield return Line(26, Requester, "Gewijzigd: versie 3, € 11.868,00; voorgelegd aan Pieter Vermeulen", "Changed: version 3, €11,868.00; put to Pieter Vermeulen", "Vergaderarrangement 8 uur: 40 pers. × 1 dag → 26 pers. × 1 dag.", "Day delegate rate, 8 hours: 40 pers. × 1 day → 26 pers. × 1 day.");
        yield return Line(50, Approver, "Annemarie de Groot-Jansen had nog niet beslist; ook gevraagd aan Pieter Vermeulen", "Annemarie de Groot-Jansen had not decided yet; Pieter Vermeulen asked as well");
        yield return Line(51, Approver, "Goedgekeurd namens Annemarie de Groot-Jansen", "Approved for Annemarie de Groot-Jansen");
        yield return Line(52, Requester, "Verstuurd naar de klant", "Sent to the customer");
        yield return Line(190, Requester, "Akkoord van de klant", "Accepted by the customer");
    }

    private static Agreement AgreementOf(AgreementStatus status, DateOnly from) => new(
        $"A-001.{from:yyyyMMdd}-ab12cd", new("A-001"), Requester, status, Now,
        [
            new(
                1,
                [
                    new(new("p-single"), null, 105, null, "Eenpersoonskamer", "Single room", 118),
                    new(new("p-double"), null, 125, null, "Tweepersoonskamer met uitzicht op de binnentuin", "Double room with a view of the courtyard", 139),
                    new(null, ProductGroup.RoomHire, null, 10),
                ],
                from, from.AddYears(1).AddDays(-1), from.Year == 2027 ? null : 400, VolumeUnit.RoomNights, from.Year == 2027 ? null : 42_000, 11,
                "Vaste klant sinds 2019; met deze tarieven komt ook de opleidingsafdeling hierheen.", Requester, Now),
        ]);
}
