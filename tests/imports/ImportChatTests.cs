using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Imports;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Privacy;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Privacy;
using SalesBot.Tests.Channel;
using Xunit;

namespace SalesBot.Tests.Imports;

/// <summary>An administrator sends a file in the own chat, sees what would come of it, and presses.</summary>
public sealed class ImportChatTests
{
    private const string Accounts = ImportChat.AccountsHeader + """

        A-1004,Achmea,Achmea Verzekeringen,verzekeringen,Zeist,anna.visser@salesbot.example,active,75000.00,60
        A-7001,Zonnebloem Congressen,Zonnebloem,evenementen,Breda,anna.visser@salesbot.example,prospect,,
        """;

    [Fact]
    public async Task A_file_is_fetched_shown_confirmed_and_imported_in_one_message()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "accounts (1).csv", Accounts);
        var preview = await chat.CardAsync("Nog niet overgenomen");
        Assert.Matches("Nieuw\\s+1\\s+Gewijzigd\\s+1\\s+Staat er al zo\\s+0", ImportChat.Words(preview));
        Assert.Null(await chat.Store.FindAsync(ImportChat.Corporate, Kinds.Account, "A-7001", default));

        var answer = await chat.PressAsync("Gijs", preview, "import.confirm");
        Assert.Equal("application/vnd.microsoft.activity.message", answer.GetProperty("type").GetString());
        Assert.Matches("Nieuw of gewijzigd\\s+2", ImportChat.Words(await chat.CardAsync("Overgenomen")));
        var made = (await chat.Store.FindAsync(ImportChat.Corporate, Kinds.Account, "A-7001", default))!.Record;
        Assert.Equal(("Zonnebloem Congressen", chat.Person("Anna").Id), (made.Name, made.Owner));
        Assert.Equal(60, (await chat.Store.FindAsync(ImportChat.Corporate, Kinds.Account, "A-1004", default))!.Record.CadenceDays);

        // One message all the time, fetched without the bot's token, and nothing of the file stays.
        Assert.Single(chat.Bot.Connector.Requests, request => request is { Method: "POST", Card: not null });
        Assert.Single(chat.Bot.Connector.Requests.Where(request => request.Method == "PUT").Select(request => request.Path).Distinct());
        Assert.Null(Assert.Single(chat.Files.Requests));
        await SettledAsync(chat);
        Assert.Contains(await chat.Store.ListAsync(ImportChat.Corporate, AuditEntry.Kind, "", int.MaxValue, default), entry => entry.Record.By == chat.Person("Gijs").Id && entry.Record.Cause == "import");
    }

    [Fact]
    public async Task The_new_names_are_understood_at_once()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.Bot.SayAsync("help", chat.Person("Anna"));
        await chat.SendAsync("Gijs", "accounts.csv", Accounts);
        await chat.PressAsync("Gijs", await chat.CardAsync("Nog niet overgenomen"), "import.confirm");
        await chat.CardAsync("Overgenomen");
        await SettledAsync(chat);
        Assert.Contains("Zonnebloem Congressen", string.Concat(await chat.Bot.SayAsync("Wat weet je over Zonnebloem?", chat.Person("Anna"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_does_nothing()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "accounts.csv", Accounts);
        await chat.PressAsync("Gijs", await chat.CardAsync("Nog niet overgenomen"), "import.confirm");
        await chat.CardAsync("Overgenomen");
        await SettledAsync(chat);
        await chat.SendAsync("Gijs", "accounts.csv", Accounts);
        var again = await chat.CardAsync("Alles staat er al zo");
        Assert.False(again.TryGetProperty("actions", out _));
        Assert.Empty(await Held(chat).AllAsync(default));
    }

    [Fact]
    public async Task An_Excel_file_is_as_good()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "targets.xlsx", Workbook.Of([new("targets", ["scope", "scope_id", "month", "revenue_eur"], [["team", "corporate", "2031-01", 5000m]])]));
        await chat.PressAsync("Gijs", await chat.CardAsync("Nog niet overgenomen"), "import.confirm");
        await chat.CardAsync("Overgenomen");
        Assert.NotEmpty(await chat.Store.ListAsync(ImportChat.Corporate, Kinds.Target, "Team|corporate|203101", 10, default));
    }

    [Theory]
    [InlineData(Language.Dutch, "Niet overgenomen", "Regel 3", "'niemand@salesbot.example' is niet bekend; het staat niet in users en is niet opgeslagen", "'maybe' is geen van prospect, active, inactive")]
    [InlineData(Language.English, "Not imported", "Line 3", "'niemand@salesbot.example' is not known; it is neither in users nor stored", "'maybe' is none of prospect, active, inactive")]
    public async Task Bad_rows_are_named_in_the_administrators_language_and_nothing_can_be_confirmed(Language language, string state, string line, string owner, string status)
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.Store.SaveAsync(Partition.Directory(BotHost.Tenant), "speaks", [Kinds.User.Put(chat.Person("Gijs") with { Language = language })], default);
        await chat.SendAsync("Gijs", "accounts.csv", Accounts.Replace("anna.visser@salesbot.example,prospect", "niemand@salesbot.example,maybe"));
        var card = await chat.CardAsync(state);
        var words = ImportChat.Words(card);
        Assert.Matches($"{line} · owner_email\\s+{Regex.Escape(owner)}", words);
        Assert.Matches($"{line} · status\\s+{Regex.Escape(status)}", words);
        Assert.False(card.TryGetProperty("actions", out _));
        Assert.Empty(await Held(chat).AllAsync(default));
    }

    [Theory]
    [InlineData("Anna", "Dank je, maar bestanden neem ik alleen over van een beheerder")]
    [InlineData("Sven", "Dank je, maar bestanden neem ik alleen over van een beheerder")]
    [InlineData("Daan", "Thank you, but I take files from an administrator only")]
    public async Task Anybody_else_gets_a_friendly_no_and_nothing_is_fetched(string who, string words)
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync(who, "accounts.csv", Accounts);
        Assert.StartsWith(words, Assert.Single(chat.Bot.Connector.Messages).Text, StringComparison.Ordinal);
        Assert.Empty(chat.Files.Requests);
    }

    [Fact]
    public async Task What_was_written_beside_a_file_is_heard()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Anna", "foto.csv", "x", text: "Wat moet ik nog opvolgen?");
        Assert.Equal(2, chat.Bot.Connector.Messages.Count);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_once_and_a_double_press_imports_once()
    {
        await using var chat = await ImportChat.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => chat.SendAsync("Gijs", "accounts.csv", Accounts, id: "same")));
        var preview = await chat.CardAsync("Nog niet overgenomen");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => chat.PressAsync("Gijs", preview, "import.confirm")));
        await chat.CardAsync("Overgenomen");
        await SettledAsync(chat);
        Assert.Single(chat.Bot.Connector.Requests, request => request is { Method: "POST", Card: not null });
        Assert.Single(await chat.Store.ListAsync(ImportChat.Corporate, AuditEntry.Kind, "", int.MaxValue, default), entry => entry.Record.By == chat.Person("Gijs").Id);
    }

    [Fact]
    public async Task Cancelled_nothing_is_taken_and_nothing_stays()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "accounts.csv", Accounts);
        var preview = await chat.CardAsync("Nog niet overgenomen");
        Assert.Contains("Geannuleerd", ImportChat.Words((await chat.PressAsync("Gijs", preview, "import.cancel")).GetProperty("value")), StringComparison.Ordinal);
        Assert.Empty(await Held(chat).AllAsync(default));
        Assert.Contains("heb ik niet meer", ImportChat.Words((await chat.PressAsync("Gijs", preview, "import.confirm")).GetProperty("value")), StringComparison.Ordinal);
        Assert.Null(await chat.Store.FindAsync(ImportChat.Corporate, Kinds.Account, "A-7001", default));
    }

    [Fact]
    public async Task Nobody_else_confirms_it_nor_somebody_who_is_no_administrator_any_more_nor_later_than_half_an_hour()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "accounts.csv", Accounts);
        var preview = await chat.CardAsync("Nog niet overgenomen");
        Assert.Contains("heb ik niet meer", ImportChat.Words((await chat.PressAsync("Sven", preview, "import.confirm")).GetProperty("value")), StringComparison.Ordinal);
        var gijs = chat.Person("Gijs");
        await chat.Store.SaveAsync(Partition.Directory(BotHost.Tenant), "demoted", [Kinds.User.Put(gijs with { Role = Role.Supervisor })], default);
        Assert.Contains("heb ik niet meer", ImportChat.Words((await chat.PressAsync("Gijs", preview, "import.confirm")).GetProperty("value")), StringComparison.Ordinal);
        await chat.Store.SaveAsync(Partition.Directory(BotHost.Tenant), "promoted", [Kinds.User.Put(gijs)], default);
        (await chat.Bot.Http.PostAsync("/development/later?hours=1", null)).Dispose();
        Assert.Contains("heb ik niet meer", ImportChat.Words((await chat.PressAsync("Gijs", preview, "import.confirm")).GetProperty("value")), StringComparison.Ordinal);
        Assert.Null(await chat.Store.FindAsync(ImportChat.Corporate, Kinds.Account, "A-7001", default));
        await Held(chat).SweepAsync(chat.Bot.Services.GetRequiredService<TimeProvider>().GetUtcNow() - ReceivedFiles.Kept, default);
        Assert.Empty(await Held(chat).AllAsync(default));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":5}""")]
    [InlineData("""{"id":"../../etc/passwd"}""")]
    [InlineData("""{"id":"0123456789012345678901234567890123456789"}""")]
    [InlineData("""{"id":["a"]}""")]
    public async Task A_made_up_press_meets_nothing(string data)
    {
        await using var chat = await ImportChat.OpenAsync();
        var answer = await chat.PressAsync("Gijs", JsonNode.Parse(data)!.AsObject(), "import.confirm");
        Assert.Contains("heb ik niet meer", ImportChat.Words(answer.GetProperty("value")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_a_stop_interrupted_is_taken_up_at_the_next_start()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "accounts.csv", Accounts);
        await chat.CardAsync("Nog niet overgenomen");
        var held = Held(chat);
        var file = Assert.Single(await held.AllAsync(default));
        // As a process leaves it that was killed right after the press.
        Assert.True(await held.MarkAsync((await held.FindAsync(file.Id, default))!, ReceivedState.Importing, default));
        await chat.RestartAsync();
        for (var tries = 0; (await held.AllAsync(default)).Count > 0 && tries < 200; tries++) await Task.Delay(50);
        Assert.NotNull(await chat.Store.FindAsync(ImportChat.Corporate, Kinds.Account, "A-7001", default));
    }

    [Fact]
    public async Task It_shows_how_far_it_is_every_other_second_at_most()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.Bot.SayAsync("help", chat.Person("Gijs"));
        var to = (await chat.Bot.Services.GetRequiredService<References>().PersonalAsync(BotHost.Tenant, chat.Person("Gijs").Id, default))!;
        var file = new ReceivedFile("f", "revenue.csv", "", 1, chat.Person("Gijs").Id, ReceivedState.Importing, default, to.Key, "42", Language.Dutch);
        await using (var progress = chat.Bot.Services.GetRequiredService<ImportMessages>().Follow(to, file, default))
        {
            progress.Report(new("revenue.csv", 98, 3000));
            await Task.Delay(TimeSpan.FromSeconds(2.1));
            progress.Report(new("revenue.csv", 1200, 3000));
            progress.Report(new("revenue.csv", 1298, 3000));
        }
        var shown = Assert.Single(chat.Bot.Connector.Requests, request => request.Method == "PUT");
        Assert.EndsWith("/activities/42", shown.Path, StringComparison.Ordinal);
        Assert.Contains("1.200 van 3.000 opgeslagen", ImportChat.Words(shown.Card!.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_takes_files_that_wait_as_well()
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "accounts.csv", Accounts);
        await chat.CardAsync("Nog niet overgenomen");
        var contact = (await chat.Store.ListAsync(ImportChat.Corporate, Kinds.Contact, "", 1, default))[0].Record;
        await new Erasing(chat.Store, BotHost.Tenant, new ErasureLedger(null), TimeProvider.System).EraseAsync(contact.Id, chat.Person("Gijs").Id, default);
        Assert.Empty(await Held(chat).AllAsync(default));
        Assert.DoesNotContain(await chat.Store.ListAsync(Partition.Directory(BotHost.Tenant), IdRange.Prefix("received-"), 100, default), _ => true);
    }

    private static ReceivedFiles Held(ImportChat chat) => new(chat.Store, BotHost.Tenant);

    private static async Task SettledAsync(ImportChat chat)
    {
        for (var tries = 0; (await Held(chat).AllAsync(default)).Count > 0 && tries < 200; tries++) await Task.Delay(50);
        Assert.Empty(await Held(chat).AllAsync(default));
    }
}
