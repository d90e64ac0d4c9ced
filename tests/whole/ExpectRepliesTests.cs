using System.Globalization;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Exchange;
using SalesBot.Data.Quotes;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>The three scenes through <c>POST /api/messages</c>, on both editions of the store.</summary>
public sealed class ExpectRepliesTests
{
    private static readonly string[] FlowVerbs = ["flow.confirm", "flow.edit", "flow.cancel"];

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task A_visit_in_Dutch(Edition edition)
    {
        await using var bot = await WholeBot.StartAsync(edition);
        var before = (await bot.HeldAsync(Kinds.Visit)).Count;
        var preview = await bot.Anna.SayAsync(
            "Net bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.");
        CheckTrace(preview, "log_visit", "confirm");
        CardShape.Check(preview.Messages[^1]);
        Assert.Equal(FlowVerbs, CardShape.CheckCard(preview.Card));
        Assert.Equal("Philips Nederland BV", preview.Trace.GetProperty("slots").GetProperty("account").GetString());
        Assert.Contains("Van der Valk", preview.Words);

        var corrected = await bot.Anna.SayAsync("Nee, 45 kamers");
        Assert.Equal("confirm", corrected.Asking);
        Assert.Contains("Jan de Vries", corrected.Words);
        Assert.Empty(corrected.Wrote);
        Assert.Equal(before, (await bot.HeldAsync(Kinds.Visit)).Count);

        var done = await bot.Anna.SayAsync("Ja", "activity-ja");
        Assert.Equal(["visit", "lead", "market", "follow-up"], done.Wrote);
        Assert.Null(done.Asking);
        Assert.Equal(["write.undo"], CardShape.CheckCard(done.Card));
        await CheckVisitAsync(bot, done, "A-1001", Person.Anna, 45, "Van der Valk", before);

        // Delivered again: the same answer, no second effect.
        var again = await bot.Anna.SayAsync("Ja", "activity-ja");
        Assert.True(JsonElement.DeepEquals(done.Body, again.Body));
        Assert.Equal(before + 1, (await bot.HeldAsync(Kinds.Visit)).Count);
        Assert.Empty((await bot.Anna.SayAsync("ja")).Wrote);

        // And back.
        var undone = await bot.Anna.PressAsync(done.Card, "write.undo");
        Assert.Equal(200, undone.Status);
        Assert.Contains("ngedaan", undone.Words);
        Assert.Equal(before, (await bot.HeldAsync(Kinds.Visit)).Count);
        Assert.Equal("nothing_to_undo", (await bot.Anna.SayAsync("maak dat ongedaan")).Refused);
    }

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task A_visit_in_English_by_card(Edition edition)
    {
        await using var bot = await WholeBot.StartAsync(edition);
        var before = (await bot.HeldAsync(Kinds.Visit)).Count;
        var preview = await bot.Daan.SayAsync(
            "Just visited O'Brien, spoke with Sarah Whitfield. 40 rooms in March, they are also looking at Van der Valk. Send a quote next week.");
        CheckTrace(preview, "log_visit", "confirm");
        CardShape.Check(preview.Messages[^1]);
        Assert.Contains("March 2026", preview.Words);

        var edited = await bot.Daan.PressAsync(preview.Card, "flow.edit", ("rooms", "45"));
        Assert.True(edited.IsCard, edited.Words);
        // The card that was pressed first is an older one now: it does nothing and shows the present.
        var stale = await bot.Daan.PressAsync(preview.Card, "flow.confirm");
        Assert.True(stale.IsCard, stale.Words);
        Assert.Equal(before, (await bot.HeldAsync(Kinds.Visit)).Count);

        var press = bot.Daan.Press("flow.confirm", DataOf(edited.Value, "flow.confirm"), "press-1");
        var first = await TeamsClient.ReadAsync(await bot.Daan.PostAsync(press));
        var second = await TeamsClient.ReadAsync(await bot.Daan.PostAsync(press));
        Assert.True(JsonElement.DeepEquals(first, second));
        Assert.Equal(["write.undo"], CardShape.CheckCard(first.GetProperty("value")));
        Assert.Equal(before + 1, (await bot.HeldAsync(Kinds.Visit)).Count);
        Assert.Equal(45, (await bot.HeldAsync(Kinds.Lead)).Single(lead => lead.Owner.Value == Person.Daan.ObjectId && lead.Rooms is not null).Rooms);
        // A third press, under an id of its own, of a card that is finished.
        Assert.Equal(200, (await bot.Daan.PressAsync(edited.Value, "flow.confirm")).Status);
        Assert.Equal(before + 1, (await bot.HeldAsync(Kinds.Visit)).Count);
    }

    [Theory]
    [InlineData(Edition.Sqlite, true)]
    [InlineData(Edition.Sqlite, false)]
    [InlineData(Edition.Cosmos, true)]
    public async Task A_quote_is_decided_on_by_the_supervisor_and_sent(Edition edition, bool inDutch)
    {
        await using var bot = await WholeBot.StartAsync(edition, new() { ["SalesBot:Approvals:Channel"] = TeamsClient.Approvals });
        var (requester, client) = inDutch ? (Person.Anna, bot.Anna) : (Person.Daan, bot.Daan);
        await client.InstallAsync();
        await bot.Sven.InstallAsync();
        var preview = await client.SayAsync(inDutch
            ? "Graag een offerte voor Philips: 40 kamers, 2 nachten vanaf 12 mei, 8% korting"
            : "Please make a quote for O'Brien: 40 rooms, 2 nights from 12 May, 8% discount");
        CheckTrace(preview, "request_quote", "confirm");
        // 40 x 2 x 118.00 = 9440.00, less 8 % = 8684.80, of which 21 % VAT = 1823.81.
        Assert.Contains(inDutch ? "€ 8.684,80" : "€8,684.80", Plain(preview.Words));
        Assert.Contains(inDutch ? "€ 10.508,61" : "€10,508.61", Plain(preview.Words));
        var submitted = await client.SayAsync(inDutch ? "ja" : "yes");
        Assert.Equal(["quote", "approval"], submitted.Wrote);
        CardShape.Check(submitted.Messages[^1]);
        var number = submitted.Trace.GetProperty("wrote")[0].GetProperty("id").GetString()!;

        // Sven's own chat has the card with the margin; his language is Dutch.
        var sent = Assert.Single(await bot.Connector.WaitAsync(request => request.Card is { } card && CardReading.DataOf(card, "approval.approve") is not null && request.Path.Contains(Uri.EscapeDataString(bot.Sven.Chat))));
        CardShape.Check(sent.Body!.Value);
        Assert.Contains("marge", CardReading.Words(sent.Card!.Value), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(number, CardReading.Words(sent.Card!.Value));

        // The requester presses a copy of it: refused.
        var own = await client.PressAsync(sent.Card.Value, "approval.approve");
        Assert.Equal(200, own.Status);
        Assert.DoesNotContain("marge", own.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ApprovalState.Waiting, (await ApprovalAsync(bot, number)).State);

        var decided = await bot.Sven.PressAsync(sent.Card.Value, "approval.approve");
        Assert.True(decided.IsCard);
        Assert.Contains("Goedgekeurd", decided.Words);
        Assert.DoesNotContain("approval.approve", CardShape.CheckCard(decided.Value));
        var approval = await ApprovalAsync(bot, number);
        Assert.Equal((ApprovalState.Approved, Person.Sven.ObjectId), (approval.State, approval.DecidedBy?.Value));

        // The requester is told in their own language, and sees a card from which it can be sent.
        var told = Assert.Single(await bot.Connector.WaitAsync(request => request.Text?.Contains(number, StringComparison.Ordinal) == true));
        Assert.Contains(inDutch ? "goedgekeurd" : "approved", told.Text);
        var card = (await bot.Connector.WaitAsync(request => request.Card is { } shown && CardReading.DataOf(shown, "quote.send") is not null))[0];
        var left = await client.PressAsync(card.Card!.Value, "quote.send");
        Assert.Contains(inDutch ? "Verstuurd" : "Sent", left.Words);
        var quote = (await bot.HeldAsync(Kinds.Quote, number)).Single();
        Assert.Equal((QuoteStatus.Sent, 8684.80m, requester.ObjectId), (quote.Status, quote.Value, quote.Owner.Value));
        await bot.DeliveredAsync();
    }

    [Theory]
    [InlineData(Edition.Sqlite, true)]
    [InlineData(Edition.Sqlite, false)]
    [InlineData(Edition.Cosmos, true)]
    public async Task The_teams_figures_in_the_channel(Edition edition, bool inDutch)
    {
        await using var bot = await WholeBot.StartAsync(edition);
        var client = inDutch ? bot.Anna : bot.Daan;
        var status = await client.SayAsync(inDutch ? "hoe staan we ervoor dit kwartaal?" : "how are we doing this quarter?", inChannel: true);
        CheckTrace(status, "query_kpi", null);
        CardShape.Check(status.Messages[^1]);
        // January and February are complete; the quarter's figure is what the file holds of it.
        var actual = TeamRevenue(2026, 1, 3);
        var revenue = Elements(status.Card).First(element => element.TryGetProperty("id", out var id) && id.GetString()!.Split('.')[0] == "revenue");
        Assert.Contains(Digits(actual), Plain(CardReading.Words(revenue)).Replace(".", "").Replace(",", ""));
        var charts = Elements(status.Card).Where(element => CardShape.TypeOf(element)?.StartsWith("Chart.", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.True(chart.TryGetProperty("fallback", out _), "A chart without a fallback is a hole where charts are not known."));

        var why = await client.SayAsync(inDutch ? "waarom?" : "why?", inChannel: true);
        CheckTrace(why, "deviation_explanation", null);
        CardShape.Check(why.Messages[^1]);
        Assert.Contains(Digits(actual), Plain(why.Words).Replace(".", "").Replace(",", ""));
        Assert.DoesNotContain("marge", status.Words + why.Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(inDutch ? "Onverklaard" : "Unexplained", why.Words);

        // What not every reader there may see stays out of the channel.
        var overview = await client.SayAsync(inDutch ? "Wat weet je over Philips?" : "What do you know about O'Brien?", inChannel: true);
        Assert.DoesNotContain(inDutch ? "Jan de Vries" : "Sarah Whitfield", overview.Words);
    }

    private static async Task CheckVisitAsync(WholeBot bot, Answer done, string account, Person by, int rooms, string competitor, int before)
    {
        var id = done.Trace.GetProperty("wrote")[0].GetProperty("id").GetString();
        var visits = await bot.HeldAsync(Kinds.Visit);
        Assert.Equal(before + 1, visits.Count);
        var visit = visits.Single(visit => Kinds.Visit.IdOf(visit) == "visit|" + id);
        Assert.Equal((account, by.ObjectId, new DateOnly(2026, 3, 4)), (visit.Account.Value, visit.User.Value, visit.VisitedOn));
        Assert.Single(visit.Contacts);
        var lead = (await bot.HeldAsync(Kinds.Lead)).Single(lead => lead.Visit == visit.Id);
        Assert.Equal((rooms, new DateOnly(2026, 3, 1)), (lead.Rooms, lead.From));
        Assert.Contains(competitor, (await bot.HeldAsync(Kinds.MarketInfo)).Single(fact => fact.Visit == visit.Id).Competitor);
        var task = (await bot.HeldAsync(Kinds.FollowUp)).Single(task => task.Visit == visit.Id);
        Assert.InRange(task.Due, new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 13));
    }

    private static void CheckTrace(Answer answer, string flow, string? asking)
    {
        var activity = answer.Activities.Single(each => each.GetProperty("type").GetString() == "trace");
        Assert.Equal(("SalesBotTurn", "salesbot/turn"), (activity.GetProperty("name").GetString(), activity.GetProperty("valueType").GetString()));
        Assert.Equal(
            ["asking", "flow", "intents", "refused", "slots", "wrote"],
            answer.Trace.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(flow, answer.Trace.GetProperty("flow").GetString());
        Assert.Equal(asking, answer.Asking);
        Assert.Null(answer.Refused);
        Assert.Empty(answer.Wrote);
    }

    private static async Task<Approval> ApprovalAsync(WholeBot bot, string number) => Assert.Single(await bot.HeldAsync(Kinds.Approval, number + "|"));

    private static System.Text.Json.Nodes.JsonNode? DataOf(JsonElement card, string verb) =>
        System.Text.Json.Nodes.JsonNode.Parse(CardReading.DataOf(card, verb)!.Value.GetRawText());

    private static IEnumerable<JsonElement> Elements(JsonElement card) => CardShape.All(card);

    /// <summary>No-break spaces are spaces to the reader.</summary>
    private static string Plain(string words) => words.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static string Digits(decimal euros) => Math.Round(euros, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Corporate's revenue of whole months, straight from the files.</summary>
    private static decimal TeamRevenue(int year, int from, int to)
    {
        string[][] Rows(string file) => [.. File.ReadAllLines(Path.Combine(DemoOrganisation.Folder, file)).Skip(1).Select(line => line.Split(','))];
        string[] people = [.. Rows("users.csv").Where(row => row[5] == "corporate").Select(row => row[2])];
        string[] accounts = [.. Rows("accounts.csv").Where(row => people.Contains(row[^4])).Select(row => row[0])];
        string[] months = [.. Enumerable.Range(from, to - from + 1).Select(month => $"{year}-{month:00}")];
        return Rows("revenue.csv").Where(row => accounts.Contains(row[0]) && months.Contains(row[1])).Sum(row => decimal.Parse(row[3], CultureInfo.InvariantCulture));
    }
}
