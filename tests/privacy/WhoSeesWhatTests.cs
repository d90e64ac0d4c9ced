using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Prices;
using SalesBot.Data.Proposals;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Privacy;

/// <summary>
/// Everybody asks everything everywhere, and no field comes to somebody who may not see it. Every field of an account of Anna's
/// holds a word that is nowhere else; which of them a reader may see is a table written here, apart from the code.
/// </summary>
public sealed partial class WhoSeesWhatTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly AccountId Canary = new("A-7777");

    /// <summary>About one account: its owner and the supervisors above, each in their own chat.</summary>
    private static readonly string[] OfTheAccount =
    [
        "Zebedeus", "zebedeus@kanarie.example", "98765432", "vinkbezoek", "vinkuitkomst", "vinkvervolg", "vinktaak", "vinklead", "vinkklacht",
        "vinkadvies", "vinkreden", "vinkplan", "vinkvoorstel", "654.321", "654,321",
    ];

    /// <summary>What the team shares, wherever it is asked: the news of the market, the bridge by account and its causes.</summary>
    private static readonly string[] OfTheTeam = ["vinkmarkt", "vinkoorzaak", "Kanarie Congressen BV"];

    private static readonly (string Nl, string En)[] Questions =
    [
        ("Wat weet je over Kanarie Congressen?", "What do you know about Kanarie Congressen?"),
        ("Bereid mijn bezoek aan Kanarie Congressen voor", "Prepare my visit to Kanarie Congressen"),
        ("Wat is er bij Kanarie Congressen besproken?", "What did we discuss at Kanarie Congressen?"),
        ("Wat is het telefoonnummer van Zebedeus van Kanarie Congressen?", "What is the phone number of Zebedeus at Kanarie Congressen?"),
        ("Wie zijn de contactpersonen bij Kanarie Congressen?", "Who are the contacts at Kanarie Congressen?"),
        ("Omzet van Kanarie Congressen dit jaar", "Revenue of Kanarie Congressen this year"),
        ("Hoe staat het team ervoor dit jaar?", "How is the team doing this year?"),
        ("Waarom wijkt de omzet van het team af dit jaar?", "Why does the team's revenue deviate this year?"),
        ("Top 10 klanten van het team dit jaar", "Top 10 accounts of the team this year"),
        ("Hoe staat het met de offerte voor Kanarie Congressen?", "What is the status of the quote for Kanarie Congressen?"),
        ("Wat is de geschiedenis van QUOTE?", "Show the history of QUOTE"),
        ("Welke offertes staan open?", "Which quotes are open?"),
        ("Welke goedkeuringen wachten?", "Which approvals are waiting?"),
        ("Welke klachten staan er open?", "Which complaints are open?"),
        ("Welke leads hebben we?", "Which leads do we have?"),
        ("Welke opvolgingen staan er voor mij open?", "Which follow-ups are open for me?"),
        ("Welk marktnieuws is er?", "What market news is there?"),
        ("Hoe tevreden is Kanarie Congressen?", "How satisfied is Kanarie Congressen?"),
        ("Wat zijn de plannen van Kanarie Congressen?", "What are the plans of Kanarie Congressen?"),
        ("Welk advies hebben we Kanarie Congressen gegeven?", "What advice did we give Kanarie Congressen?"),
        ("Wat kan ik Kanarie Congressen nog aanbieden?", "What else can I offer Kanarie Congressen?"),
        ("Welke voorstellen lopen er?", "Which proposals are there?"),
        ("Wie moet ik deze week bellen?", "Who should I call this week?"),
        ("Maandrapport van het team", "Monthly report of the team"),
        ("Wat is de hit rate van Kanarie Congressen?", "What is the hit rate of Kanarie Congressen?"),
    ];

    /// <summary>The team's people, and whether the account is theirs to see. Others are of other teams.</summary>
    public static readonly TheoryData<string, bool, bool> Readers = new()
    {
        { "Anna", true, true }, // account manager II, owner
        { "Daan", true, false }, // account manager I, colleague
        { "Sven", true, true }, // supervisor
        { "Ingrid", true, true }, // the next manager
        { "Gijs", true, true }, // administrator of the team
        { "Eva", false, false }, // account manager of another team
        { "Femke", false, false }, // supervisor of another team
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task No_field_comes_to_somebody_who_may_not_see_it(string reader, bool ofTheTeam, bool seesTheAccount)
    {
        await using var talk = await Talk.BeginAsync();
        var quote = await PlantAsync(talk);
        var person = talk.Person(reader);
        var ofTheAccount = OfTheAccount.Append(quote.Number).Append(quote.AmountNl).Append(quote.AmountEn).ToList();
        var english = person.Language == Language.English;
        var leaks = new List<string>();
        var seen = new HashSet<string>();

        foreach (var place in (string[])["personal", "group", "channel"])
            foreach (var (nl, en) in Questions)
            {
                var before = (await talk.SentAsync()).Select(message => message.Id).ToHashSet();
                var question = (english ? en : nl).Replace("QUOTE", quote.Number);
                await talk.SayAsync(reader, question, place);
                var here = Unsaid(talk.Shown, question);
                Look(here, seesTheAccount && place == "personal", $"{place}: {question}");
                if (place != "personal" && Margin().IsMatch(here)) leaks.Add($"{place}: {question}: a margin");

                foreach (var message in (await talk.SentAsync()).Where(message => !before.Contains(message.Id)))
                {
                    // What is moved to a private chat goes to the one who asked, and to nobody else.
                    if (message.To.Person != person.Id) leaks.Add($"{place}: {question}: a message to {message.To}");
                    Look(Unsaid($"{message.Text} {(message.Card is { } card ? CardReading.Words(card) : "")}", question), seesTheAccount, $"{place}, sent on: {question}");
                }
                await talk.SayAsync(reader, "stop", place);
            }

        Assert.True(leaks.Count == 0, string.Join("\n", leaks));
        // All of it is shown to those who may see it, or the test would see nothing at all.
        if (seesTheAccount && reader is "Anna") Assert.Empty(ofTheAccount.Where(word => !seen.Contains(word) && !word.StartsWith("654", StringComparison.Ordinal)).Except([english ? quote.AmountNl : quote.AmountEn]));
        if (ofTheTeam) Assert.Subset(seen, OfTheTeam.ToHashSet());

        void Look(string shown, bool mayAccount, string where)
        {
            foreach (var word in ofTheAccount.Concat(OfTheTeam).Where(word => shown.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                seen.Add(word);
                if (!(OfTheTeam.Contains(word) ? ofTheTeam : mayAccount)) leaks.Add($"{where}: {word}");
            }
        }
    }

    /// <summary>Without what the reader said, which an answer may repeat.</summary>
    private static string Unsaid(string shown, string question)
    {
        if (question.Contains("Zebedeus", StringComparison.Ordinal)) shown = shown.Replace("Zebedeus", "");
        return QuoteNumber().Match(question) is { Success: true } number ? shown.Replace(number.Value, "") : shown;
    }

    private static async Task<(string Number, string AmountNl, string AmountEn)> PlantAsync(Talk talk)
    {
        var (anna, now, today) = (talk.Person("Anna").Id, talk.Now, new DateOnly(2026, 3, 4));
        await SaveAsync(
            Kinds.Account.Create(new(Canary, "Kanarie Congressen BV", [], "corporate", "Utrecht", anna, AccountStatus.Active, Wallet: 654321m, CadenceDays: 7)),
            Kinds.Contact.Create(new(new("C-7777"), Canary, "Zebedeus Vogel", ContactRole.Booker, "zebedeus@kanarie.example", "+31698765432", new(2024, 1, 1))),
            Kinds.Visit.Create(new("v-7777", Canary, anna, today.AddDays(-60), now.AddDays(-60), [new("C-7777")], "vinkbezoek bespreken", "vinkuitkomst was goed", "vinkvervolg plannen", "vinkbezoek, vinkuitkomst, vinkvervolg")),
            Kinds.FollowUp.Create(new("f-7777", Canary, anna, today.AddDays(2), "vinktaak doen", now)),
            Kinds.Lead.Create(new("l-7777", Canary, anna, now.AddDays(-3), LeadStatus.Open, "visit", Delegates: 40, ExpectedValue: 9000m, Product: "vinklead")),
            Kinds.MarketInfo.Create(new("m-7777", MarketTopic.Competitor, "Bastion doet vinkmarkt", anna, now.AddDays(-1), "chat", today.AddDays(90), Canary, "Bastion")),
            Kinds.Issue.Create(new("i-7777", Canary, anna, IssueKind.Real, IssueSeverity.High, "vinkklacht over de zaal", today.AddDays(1), anna, now.AddDays(-1))),
            Kinds.Advice.Create(new("a-7777", Canary, anna, "vinkadvies geven", now.AddDays(-9))),
            Kinds.Satisfaction.Create(new("s-7777", Canary, anna, now.AddDays(-9), SatisfactionScale.Grade, 8m, Contact: new("C-7777"), Reason: "vinkreden")),
            Kinds.FuturePlan.Create(new("p-7777", Canary, anna, "vinkplan voor een congres", today.AddDays(300), now.AddDays(-9), now.AddDays(-9), today.AddDays(30))),
            Kinds.Proposal.Create(new("x-7777", anna, ProposalAbout.Package, "vinkvoorstel voor een pakket", now.AddDays(-2), Account: Canary, Approver: talk.Person("Sven").Id)),
            Kinds.Cause.Create(new("c-7777", Canary, new(2026, 1, 1), new(2026, 12, 31), "vinkoorzaak", anna, now.AddDays(-1))),
            Kinds.Revenue.Create(new(Canary, new(2025, 1, 1), ProductGroup.RoomHire, 43210.98m)),
            Kinds.Revenue.Create(new(Canary, new(2025, 2, 1), ProductGroup.RoomHire, 43210.98m)),
            Kinds.Revenue.Create(new(Canary, new(2026, 1, 1), ProductGroup.RoomHire, 3210.98m)),
            Kinds.Revenue.Create(new(Canary, new(2026, 2, 1), ProductGroup.RoomHire, 3210.98m)));
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None);
        await talk.SayAsync("Anna", "Offerte voor Kanarie Congressen, 37 kamers, 1 nacht vanaf 6 mei");
        await talk.SayAsync("Anna", "ja");
        var quote = Assert.Single(await talk.Store.ListAsync(talk.Corporate, Kinds.Quote, "", int.MaxValue, None), stored => stored.Record.Account == Canary).Record;
        var amount = quote.Current.Total;
        return (quote.Number.Value, amount.ToString("N2", CultureInfo.GetCultureInfo("nl-NL")), amount.ToString("N2", CultureInfo.GetCultureInfo("en-GB")));

        async Task SaveAsync(params Write[] writes) =>
            Assert.IsType<SaveResult.Saved>(await talk.Store.SaveAsync(talk.Corporate, Guid.NewGuid().ToString(), writes, None));
    }

    [GeneratedRegex(@"\b(marge|margin)\b\D{0,12}\d", RegexOptions.IgnoreCase)]
    private static partial Regex Margin();

    [GeneratedRegex(@"Q-\d{4}-\d{4}")]
    private static partial Regex QuoteNumber();
}
