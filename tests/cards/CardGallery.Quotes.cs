using SalesBot.Cards.Approvals;
using SalesBot.Cards.Documents;
using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    public static readonly TeamId Team = new("zuid");

    public static readonly UserId Requester = new("33333333-3333-3333-3333-333333333301");

    public static readonly UserId Approver = new("33333333-3333-3333-3333-333333333302");

    public static readonly Finding[] Policy =
    [
        new("tier", true, "Korting 12 %: de staffel geeft 8 % vanaf 40 overnachtingen.", "Discount 12%: the tier gives 8% from 40 room nights."),
        new("assortment", false, "Alle regels komen uit het standaardassortiment.", "All lines are from the standard assortment."),
        new("limit", false, "Binnen de limiet van de leidinggevende (€ 25.000).", "Within the supervisor's limit (€25,000)."),
    ];

    /// <summary>Sums by hand: 13,800.00 gross, 12 % off 13,800.00 is 1,656.00, leaves 12,144.00.</summary>
    public static QuoteVersion Offered { get; } = VersionOf(
        2, 12,
        [
            LineOf("Overnachting standaardkamer inclusief ontbijtbuffet", "Overnight stay, standard room including breakfast buffet", ProductGroup.Overnight, PriceUnit.RoomNight, 40, 2, 129m),
            LineOf("Vergaderarrangement 8 uur", "Day delegate rate, 8 hours", ProductGroup.Package, PriceUnit.PersonDay, 40, 1, 62.50m),
            LineOf("Boardroom", "Boardroom", ProductGroup.RoomHire, PriceUnit.Day, 1, 2, 490m),
        ],
        "Meerjarige klant; Van der Valk bood 10 %. Met deze prijs komen ook de trainingen in mei hierheen.");

    public static QuoteVersion Long { get; } = VersionOf(
        1, 0,
        [
            .. Enumerable.Range(1, 30).Select(i => LineOf(
                $"Arrangement {i}: vergaderzaal, lunchbuffet, koffie en thee", $"Package {i}: meeting room, lunch buffet, coffee and tea",
                ProductGroup.Package, (PriceUnit)(i % 6), i * 3, i % 6 > 3 ? 1 : 2, 49.95m + i)),
        ],
        null);

    public static Quote QuoteOf(QuoteStatus status, QuoteVersion? version = null) => new(
        new QuoteNumber("Q-2026-0007"), new AccountId("A-001"), Requester, status, Now.AddDays(-2), [version ?? Offered], Now.AddDays(-1));

    public static Approval ApprovalOf(ApprovalState state, string? reason = null) => new(
        new QuoteNumber("Q-2026-0007"), 2, "hash", new AccountId("A-001"), Requester, [Requester], Approver, Now.AddHours(-3), state, Policy,
        state is ApprovalState.Waiting ? null : Approver, state is ApprovalState.Waiting ? null : Now, reason);

    public static Remark[] Talk(string question, string? answer = null) =>
        [new(Approver, Now.AddHours(-2), true, question), .. answer is null ? Array.Empty<Remark>() : [new(Requester, Now.AddHours(-1), false, answer)]];

    public static ApprovalView ApprovalViewOf(ApprovalState state, Audience audience, string? reason = null, Language language = Language.Dutch) =>
        ApprovalViewOf(QuoteOf(state == ApprovalState.Waiting ? QuoteStatus.Submitted : QuoteStatus.Approved), ApprovalOf(state, reason), audience, language);

    public static ApprovalView ApprovalViewOf(Quote quote, Approval approval, Audience audience, Language language) => new(
        approval, QuoteApproval.Of(quote, approval.Version, audience, language), "Philips Eindhoven", Team,
        new Dictionary<UserId, string> { [Requester] = "Sanne van den Berg", [Approver] = "Pieter Vermeulen" },
        ["Omzet laatste 12 maanden: € 148.200,00", "Hitrate: 62 % (n = 21)", "Q-2025-0412: € 9.800,00, akkoord"], audience,
        audience == Audience.Channel && approval.State == ApprovalState.Waiting ? ["29:am", "29:sup"] : []);

    private static IEnumerable<(string, AdaptiveCard)> Quotes(Language language)
    {
        const string account = "Philips Eindhoven";
        yield return ("quote", QuoteCard.Of(new QuoteView(QuoteOf(QuoteStatus.Draft), account, Team, null, Policy, MaySubmit: true, MayWithdraw: true), language));
        yield return ("quote-long", QuoteCard.Of(new QuoteView(QuoteOf(QuoteStatus.Approved, Long), account, Team, null, [], MaySend: true, MayWithdraw: true), language));
        yield return ("quote-returned", QuoteCard.Of(
            new QuoteView(
                QuoteOf(QuoteStatus.Returned), account, Team,
                ApprovalOf(ApprovalState.Returned, "Kan de boardroom eruit? Dan kom je onder de 10 %."), Policy, MaySubmit: true, MayWithdraw: true),
            language));
        yield return ("quote-approved", QuoteCard.Of(
            new QuoteView(QuoteOf(QuoteStatus.Approved), account, Team, ApprovalOf(ApprovalState.Approved), [], MaySend: true, MayWithdraw: true), language));
        yield return ("quote-sent", QuoteCard.Of(
            new QuoteView(QuoteOf(QuoteStatus.Sent), account, Team, ApprovalOf(ApprovalState.Approved), [], MayWithdraw: true, MayRecordOutcome: true, MayFetch: true), language));
        yield return ("file", FileCard.Of(
            new(
                QuoteDocument.FileName("Q-2026-0007", 2, language), In(language, $"Offerte Q-2026-0007 voor {account}, in het Nederlands", $"Quote Q-2026-0007 for {account}, in English"),
                new("https://salesbot.example/files/AbC123"), Now.DateTime.AddDays(7)),
            language));
        yield return ("quote-lost", QuoteCard.Of(
            new QuoteView(QuoteOf(QuoteStatus.Rejected) with { DecidedAt = Now, Reason = "Te duur", Competitor = "Van der Valk" }, account, Team, null, []), language));
        yield return ("quote-imported", QuoteCard.Of(
            new QuoteView(
                QuoteOf(QuoteStatus.Accepted) with { Number = new("2024-118"), Versions = [], Imported = new(9800, 2) }, account, Team, null, []), language));
    }

    private static QuoteLine LineOf(
        string nl, string en, ProductGroup group, PriceUnit unit, decimal quantity, decimal times, decimal price) =>
        new(new ProductId("p"), nl, en, group, unit, quantity, times, Today.AddDays(7), price, 0, 0, 0, true);

    private static QuoteVersion VersionOf(int number, decimal discount, IReadOnlyList<QuoteLine> lines, string? why)
    {
        IReadOnlyList<QuoteLine> priced =
            [.. lines.Select(line => line with { DiscountPercent = discount, Net = Math.Round(line.Gross * (100 - discount) / 100, 2), Cost = Math.Round(line.Gross * 0.6m, 2) })];
        var total = priced.Sum(line => line.Net);
        var food = Math.Round(total * 0.2m, 2);
        return new(
            number, priced, discount, total, priced.Sum(line => line.Cost),
            [new(21, total - food, Math.Round((total - food) * 0.21m, 2)), new(9, food, Math.Round(food * 0.09m, 2))],
            Today.AddDays(18), why, Requester, Now.AddDays(-1));
    }
}
