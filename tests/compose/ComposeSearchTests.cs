using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Tests.Cards;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Compose;

/// <summary>Somebody writes a message in Teams, looks for an account or a quote and puts it in.</summary>
public sealed class ComposeSearchTests
{
    [Fact]
    public async Task The_answer_has_the_shape_that_Teams_takes()
    {
        await using var window = await ComposeWindow.OpenAsync();
        var answer = await window.AskAsync(ComposeWindow.Query(window.Bot.Connector.ServiceUrl, window.Person("Anna"), "accounts", "phi"));
        var attachment = Assert.Single(answer.GetProperty("attachments").EnumerateArray());
        attachment.GetProperty("preview").GetProperty("content").TryGetProperty("title", out var title);
        Assert.Equal("Philips Nederland BV", title.GetString());
        Assert.Equal(("AdaptiveCard", "1.5"), (attachment.GetProperty("content").Word("type"), attachment.GetProperty("content").Word("version")));
        Assert.Equal(["type", "attachmentLayout", "attachments"], answer.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("phi", "Philips Nederland BV")]
    [InlineData("PHILIPS", "Philips Nederland BV")]
    [InlineData("asml", "ASML Holding NV")]
    [InlineData("a.s.m", "ASML Holding NV")]
    [InlineData("hold", "ASML Holding NV")]
    [InlineData("nederland kp", "KPMG Nederland")]
    [InlineData("  achmea ", "Achmea")]
    [InlineData("filips", "Philips Nederland BV")]
    public async Task An_account_is_found_by_how_its_words_begin_and_where_that_fails_by_what_was_meant(string typed, string name)
    {
        await using var window = await ComposeWindow.OpenAsync();
        Assert.Equal(name, (await window.FindAsync("Anna", "accounts", typed))[0].Title);
    }

    [Fact]
    public async Task A_quote_is_found_by_its_number_and_by_its_account()
    {
        await using var window = await ComposeWindow.OpenAsync();
        var quotes = (await window.QuotesAsync(window.Person("Anna"))).Where(quote => quote.Account == new AccountId("A-1001")).ToList();
        var wanted = quotes[0].Number.Value;
        Assert.StartsWith(wanted + " ", (await window.FindAsync("Anna", "quotes", wanted))[0].Title, StringComparison.Ordinal);
        Assert.StartsWith(wanted + " ", (await window.FindAsync("Anna", "quotes", wanted.ToLowerInvariant()))[0].Title, StringComparison.Ordinal);
        Assert.Contains(await window.FindAsync("Anna", "quotes", wanted[^4..]), row => row.Title.StartsWith(wanted + " ", StringComparison.Ordinal));
        Assert.Contains(await window.FindAsync("Anna", "quotes", wanted[..^1]), row => row.Title.StartsWith(wanted[..^1], StringComparison.Ordinal));
        Assert.Equal(quotes.Select(quote => quote.Number.Value).Order(), (await window.FindAsync("Anna", "quotes", "philips")).Select(row => row.Title.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task A_command_of_another_package_finds_both()
    {
        await using var window = await ComposeWindow.OpenAsync();
        Assert.Equal("Philips Nederland BV", (await window.FindAsync("Anna", "find", "phil"))[0].Title);
        var number = (await window.QuotesAsync(window.Person("Anna")))[0].Number.Value;
        Assert.StartsWith(number, (await window.FindAsync("Anna", "find", number))[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_typed_stands_what_was_worked_on_last()
    {
        await using var window = await ComposeWindow.OpenAsync();
        await window.Bot.SayAsync("Net bij KPMG geweest, gesproken met Jan de Vries, goed gesprek", window.Person("Anna"));
        await window.Bot.SayAsync("ja", window.Person("Anna"));
        var accounts = await window.FindAsync("Anna", "accounts", "");
        Assert.Equal("KPMG Nederland", accounts[0].Title);
        Assert.Equal((await window.SeenByAsync(window.Person("Anna"))).Select(account => account.Name).Order(), accounts.Select(row => row.Title).Order());

        var open = (await window.QuotesAsync(window.Person("Anna"))).Where(quote => Data.Quotes.Quote.MayStillBecome(quote.Status)).OrderByDescending(quote => quote.RequestedAt).ToList();
        var quotes = await window.FindAsync("Anna", "quotes", "");
        Assert.Equal(open.Take(3).Select(quote => quote.Number.Value), quotes.Take(3).Select(row => row.Title.Split(' ')[0]));
        Assert.Equal(25, quotes.Count);
    }

    [Theory]
    [InlineData("accounts", "")]
    [InlineData("quotes", "")]
    [InlineData("quotes", "philips")]
    public async Task Pages_follow_each_other_without_gap_or_repetition(string command, string words)
    {
        await using var window = await ComposeWindow.OpenAsync();
        var all = (await window.FindAsync("Anna", command, words)).Select(row => row.Title).ToList();
        List<string> paged = [];
        for (var skip = 0; skip < 25; skip += 4) paged.AddRange((await window.FindAsync("Anna", command, words, skip, Math.Min(4, 25 - skip))).Select(row => row.Title));
        Assert.Equal(all, paged);
        Assert.Empty(await window.FindAsync("Anna", command, words, 9_999));
    }

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task Nobody_finds_what_they_may_not_see_and_nothing_is_written_or_said(Edition edition)
    {
        await using var window = await ComposeWindow.OpenAsync(edition);
        await TwinAsync(window);
        var before = await window.StateAsync();
        string[] typed = ["", "p", "a", "phi", "philips", "nederland", "gemeente", "q", "q-2025", "1", "51", "zebedeus"];
        foreach (var person in window.People)
        {
            var accounts = (await window.SeenByAsync(person)).Select(account => account.Name).ToHashSet();
            var quotes = (await window.QuotesAsync(person)).Select(quote => quote.Number.Value).ToHashSet();
            foreach (var words in typed)
            {
                Assert.All(await window.FindAsync(person, "accounts", words), row => Assert.Contains(row.Title, accounts));
                Assert.All(await window.FindAsync(person, "quotes", words), row => Assert.Contains(row.Title.Split(' ')[0], quotes));
            }
            // All of it is found by those who may, or the test would see nothing at all.
            Assert.Equal(Math.Min(accounts.Count, 25), (await window.FindAsync(person, "accounts", "")).Count);
        }
        Assert.Equal(before, await window.StateAsync());
        Assert.Empty(window.Bot.Connector.Requests);
    }

    [Fact]
    public async Task A_right_that_was_taken_away_counts_at_once()
    {
        await using var window = await ComposeWindow.OpenAsync();
        Assert.Single(await window.FindAsync("Anna", "accounts", "philips"));
        var partition = Partition.Of(ComposeWindow.Tenant, window.Person("Anna").Team);
        var philips = (await window.Store.FindAsync(partition, Kinds.Account, "A-1001", default))!;
        await window.Store.SaveAsync(partition, "handed over", [Kinds.Account.Replace(philips, philips.Record with { Owner = window.Person("Daan").Id })], default);
        Assert.Empty(await window.FindAsync("Anna", "accounts", "philips"));
        Assert.Empty(await window.FindAsync("Anna", "quotes", "philips"));
    }

    [Fact]
    public async Task What_is_put_in_holds_no_amount_no_state_and_no_person_but_the_account_manager()
    {
        await using var window = await ComposeWindow.OpenAsync();
        var contacts = await window.Store.ListAsync(Partition.Of(ComposeWindow.Tenant, window.Person("Anna").Team), Kinds.Contact, "", int.MaxValue, default);
        foreach (var row in (await window.FindAsync("Anna", "quotes", "philips")).Concat(await window.FindAsync("Anna", "accounts", "")))
        {
            Assert.DoesNotContain('€', row.Words);
            Assert.DoesNotContain('%', row.Words);
            Assert.All(contacts, contact => Assert.DoesNotContain(contact.Record.Name, row.Words, StringComparison.Ordinal));
            Assert.Contains("Anna Visser", row.Words, StringComparison.Ordinal);
            foreach (var state in Enum.GetValues<Data.Quotes.QuoteStatus>())
                Assert.DoesNotContain(SalesBot.Cards.Quotes.QuoteTexts.Of(state, Language.Dutch).Text, row.Words, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(row.Card.Verbs());
        }
        // Who searches tells quotes apart by their amounts.
        Assert.All(await window.FindAsync("Anna", "quotes", "philips"), row => Assert.Contains('€', row.Text));
    }

    [Fact]
    public async Task It_speaks_the_language_of_who_writes()
    {
        await using var window = await ComposeWindow.OpenAsync();
        Assert.Contains("Meer weten? Vraag het SalesBot", (await window.FindAsync("Anna", "accounts", "philips"))[0].Words, StringComparison.Ordinal);
        Assert.Contains("Want to know more? Ask SalesBot", (await window.FindAsync("Daan", "accounts", ""))[0].Words, StringComparison.Ordinal);
        Assert.Equal("Niets van jou gevonden bij: xqzw", await SaidAsync(window.Person("Anna"), "xqzw"));
        Assert.Equal("Nothing of yours found for: xqzw", await SaidAsync(window.Person("Daan"), "xqzw"));

        async Task<string?> SaidAsync(User by, string words) =>
            (await window.AskAsync(ComposeWindow.Query(window.Bot.Connector.ServiceUrl, by, "accounts", words))).Word("text");
    }

    [Theory, MemberData(nameof(NaughtyTextTests.Naughty), MemberType = typeof(NaughtyTextTests))]
    public async Task A_naughty_name_is_text_in_the_row_and_on_the_card(string naughty)
    {
        await using var window = await ComposeWindow.OpenAsync();
        var anna = window.Person("Anna");
        await window.Store.SaveAsync(
            Partition.Of(ComposeWindow.Tenant, anna.Team), "naughty", [Kinds.Account.Create(new(new("A-9999"), naughty, ["stoutennaam"], naughty, naughty, anna.Id, AccountStatus.Active))], default);
        var row = Assert.Single(await window.FindAsync("Anna", "accounts", "stoutennaam"));
        Assert.DoesNotMatch(@"[<>]|\]\(|\{\{|\$\{|://", row.Title + row.Text);
        Assert.Contains(row.Card.Texts(), text => text.Contains(naughty, StringComparison.Ordinal));
        Assert.All(row.Card.OfType("TextBlock"), block => Assert.DoesNotMatch(@"\]\(|<[a-z/]|\{\{|\$\{|://", block.Word("text")!));
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        await using var window = await ComposeWindow.OpenAsync();
        var stranger = window.Person("Anna") with { Id = new UserId(Guid.NewGuid().ToString()) };
        Assert.StartsWith("Hallo! Ik ken je nog niet", (await window.AskAsync(ComposeWindow.Query(window.Bot.Connector.ServiceUrl, stranger, "accounts", "p"))).Word("text"));
    }

    [Fact]
    public async Task A_search_in_somebody_elses_chat_does_not_move_where_the_bot_writes_to()
    {
        await using var window = await ComposeWindow.OpenAsync();
        await window.Bot.SayAsync("help", window.Person("Anna"));
        await window.FindAsync("Anna", "accounts", "phi");
        var references = (Bot.Channel.References)window.Bot.Services.GetService(typeof(Bot.Channel.References))!;
        Assert.Equal($"a:{window.Person("Anna").Id}", (await references.PersonalAsync(ComposeWindow.Tenant, window.Person("Anna").Id, default))!.Conversation.Id);
    }

    [Theory]
    [InlineData("5", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 200)]
    [InlineData("""{"commandId":7,"parameters":{},"queryOptions":[]}""", 200)]
    [InlineData("""{"commandId":"quotes","parameters":[null,5,{"name":3},{"name":"q","value":{"a":1}}],"queryOptions":{"skip":-4,"count":1e9}}""", 200)]
    [InlineData("""{"commandId":"accounts","parameters":[{"name":"q","value":"p"}],"queryOptions":{"skip":"2","count":0}}""", 200)]
    public async Task What_a_client_makes_up_is_as_good_as_missing(string value, int status)
    {
        await using var window = await ComposeWindow.OpenAsync();
        var activity = ComposeWindow.Query(window.Bot.Connector.ServiceUrl, window.Person("Anna"), "accounts", "");
        activity["value"] = JsonNode.Parse(value);
        using var answer = await window.Bot.PostAsync(activity);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_search_that_hangs_or_fails_is_answered_in_time_with_a_reference()
    {
        var assistant = new EchoAssistant { Find = _ => new TaskCompletionSource<SalesBot.Dialogs.Sharing.SearchPage>().Task };
        await using var bot = await BotHost.StartAsync(new() { Assistant = assistant });
        var asked = System.Diagnostics.Stopwatch.StartNew();
        Assert.Matches("Kenmerk: [0-9a-f]{8}", await SaidAsync());
        Assert.InRange(asked.Elapsed.TotalSeconds, 1, 5);
        assistant.Find = _ => throw new InvalidOperationException("secret detail");
        Assert.DoesNotContain("secret", await SaidAsync(), StringComparison.Ordinal);

        async Task<string> SaidAsync()
        {
            using var answer = await bot.PostAsync(ComposeWindow.Query(bot.Connector.ServiceUrl, BotHost.Anna, "accounts", "p"));
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            return body.RootElement.GetProperty("composeExtension").GetProperty("text").GetString()!;
        }
    }

    /// <summary>The same organisation in another tenant, with names that are nowhere else.</summary>
    private static async Task TwinAsync(ComposeWindow window)
    {
        var twin = new TenantId("5a1e5b07-0000-4000-8000-0000000000ff");
        foreach (var team in window.People.GroupBy(person => person.Team))
        {
            await window.Store.SaveAsync(Partition.Of(twin, team.Key), "twin",
                [.. team.Select((person, at) => Kinds.Account.Create(new(new($"A-1{at:000}"), $"Philips Zebedeus {at}", [], "x", null, person.Id, AccountStatus.Active)))], default);
        }
    }
}
