using SalesBot.Cards;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Cards.Plans;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static IEnumerable<(string, AdaptiveCard)> Plans(Language language)
    {
        var plan = PlanOf(language, PlanStatus.Approved);
        var objectives = plan.Current.Objectives;
        yield return ("plan-preview", PreviewCard.Of(PlanPreviewOf(language), language));
        yield return ("plan", PlanCard.Of(
            new PlanView(
                plan, "Philips Eindhoven",
                [
                    PlanProgress.Of(objectives[0], 9_200, plan.From, new(2026, 2, 28), Today), PlanProgress.Of(objectives[1], 0, plan.From, new(2026, 2, 28), Today),
                    PlanProgress.Of(objectives[2], 3, plan.From, Today, Today), PlanProgress.Of(objectives[3], null, plan.From, Today, Today),
                ],
                9_200, 14_500, 62_000, Today, true),
            language));
        yield return ("plan-returned", PlanCard.Of(
            new PlanView(
                PlanOf(language, PlanStatus.Returned) with { Decision = In(language, "Waarom staat F&B er niet in?", "Why is F&B not in it?") }, "Philips Eindhoven",
                [PlanProgress.Of(objectives[0], 9_200, plan.From, new(2026, 2, 28), Today)], 9_200, 0, null, Today, false, "Peter van Dam"),
            language));
        yield return ("plans", PlansCard.Of(
            [
                new(PlanOf(language, PlanStatus.Submitted), "Brabantse Ontwikkelings Maatschappij"), new(PlanOf(language, PlanStatus.Draft), "ASML"), new(plan, "Philips Eindhoven"),
            ], language));
        yield return ("plan-approval", ApprovalCard.Of(
            ApprovalViewOf(ApprovalState.Waiting, Audience.Approver, language: language) with
            {
                Body = PlanApproval.Of(plan, 1, Audience.Approver, language),
                Approval = ApprovalOf(ApprovalState.Waiting) with
                {
                    Subject = PlanMatter.Of(plan).Subject,
                    Findings =
                    [
                        new("substantiated", false, "Alle 4 doelen hebben een getal, datum, eigenaar en onderbouwing.", "All 4 objectives have a number, date, owner and evidence."),
                        new("target", true, "Gepland € 60.000 is 97 % van de doelstelling € 62.000.", "Planned €60,000 is 97% of the target €62,000."),
                    ],
                },
            },
            language));
    }

    private static AccountPlan PlanOf(Language language, PlanStatus status)
    {
        PlanObjective Objective(string id, string nl, string en, decimal number, DateOnly date, PlanMeasure? measure, string becauseNl, string becauseEn, ProductGroup? group = null) =>
            new(id, In(language, nl, en), number, date, Requester, [new(In(language, becauseNl, becauseEn))]) { Measure = measure, Group = group, OwnerName = "Sanne van den Berg" };
        return new(
            "p1", new("A-001"), Requester, new(2026, 1, 1), new(2026, 12, 31), status,
            [new(
                1,
                [
                    Objective("revenue", "Omzet 2026", "Revenue 2026", 60_000, new(2026, 12, 31), PlanMeasure.Revenue, "laatste 12 maanden € 52.400, jaar ervoor € 48.900", "last 12 months €52,400, the year before €48,900"),
                    Objective("sell", "Zaalhuur voorstellen", "Suggest room hire", 4_200, new(2026, 12, 31), PlanMeasure.Revenue, "9 van 14 andere klanten kopen dit, deze nog nooit", "9 of 14 other accounts buy it, this one never did", ProductGroup.RoomHire),
                    Objective("roles", "Alle sleutelrollen kennen", "Know all key roles", 3, new(2026, 9, 4), PlanMeasure.Roles, "nu 2 van 3; ontbreekt: finance", "now 2 of 3; missing: finance"),
                    Objective("own", "3 congressen naar ons huis halen", "Bring 3 conferences to our house", 3, new(2026, 11, 1), null, "hun nieuwe campus opent in mei", "their new campus opens in May"),
                ],
                [
                    new("a1", In(language, "Oplossen: ontbijt was om half negen nog niet klaar", "Solve: breakfast was not ready at half past eight"), Requester, Today.AddDays(-2)),
                    new("a2", In(language, "Offerte Q-2026-0003 nabellen", "Call about quote Q-2026-0003"), Requester, Today.AddDays(6)),
                    new("a3", In(language, "Bezoek om dit plan door te spreken", "Visit to go through this plan"), Requester, Today.AddDays(20), Now),
                ],
                60_000, 2_500, [In(language, "Reisstop sinds januari", "Travel ban since January")], ["Van der Valk"], [new("Jan de Vries", true), new("Marieke van den Berg")], Requester, Now)],
            Now);
    }

    private static FlowPreview PlanPreviewOf(Language language) => new(
        In(language, "Accountplan", "Account plan"), "p-01J9", 3,
        [
            new(In(language, "Accountplan", "Account plan"),
                [
                    new(In(language, "Klant", "Account"), "Philips Eindhoven"), new(In(language, "Periode", "Period"), "2026"), new(In(language, "Geplande omzet", "Planned revenue"), language.Euros(60_000)),
                    new(In(language, "Kosten", "Cost"), language.Euros(2_500)), new(In(language, "Gat tot doelstelling", "Gap to target"), language.Euros(38_300)),
                ]),
            new(In(language, "Waar we staan", "Where we stand"),
                [
                    new(In(language, "Laatste 12 mnd", "Last 12 months"), In(language, "€ 52.400 · overnachtingen € 31.000 · arrangementen € 14.200", "€52,400 · overnight stays €31,000 · packages €14,200")),
                    new(In(language, "Laatste bezoek", "Last visit"), language.Date(Today.AddDays(-12))), new(In(language, "Open klachten", "Open issues"), In(language, "Ontbijt was te laat", "Breakfast was late")),
                ]),
            new(In(language, "Doelen", "Objectives"),
                [
                    new(In(language, "Doel 1", "Objective 1"), In(language, "Omzet 2026", "Revenue 2026"), In(language, "€ 60.000 omzet · uiterlijk 31 dec 2026. Onderbouwing: laatste 12 maanden € 52.400, jaar ervoor € 48.900", "€60,000 revenue · by 31 Dec 2026. Evidence: last 12 months €52,400, the year before €48,900")),
                    new(In(language, "Doel 2", "Objective 2"), In(language, "Meer congressen binnenhalen", "Win more conferences"), In(language, "⚠ Mist een getal, een datum en een onderbouwing", "⚠ Lacks a number, a date and evidence")),
                ]),
            new(In(language, "Acties", "Actions"), [new(In(language, "Actie 1", "Action 1"), In(language, "Offerte Q-2026-0003 nabellen", "Call about quote Q-2026-0003"), In(language, "uiterlijk 10 mrt 2026", "by 10 Mar 2026"))]),
        ],
        [], In(language, "Nog niet in te dienen: doel 2 “Meer congressen binnenhalen” mist een getal, een datum en een onderbouwing. Zeg wat erbij moet; zeg je “ja”, dan bewaar ik het als concept.", "Not ready to be submitted: objective 2 “Win more conferences” lacks a number, a date and evidence. Say what is missing; with “yes” I keep it as a draft."));
}
