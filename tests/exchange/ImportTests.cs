using System.Text;
using MiniExcelLibs;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Exchange;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Exchange;

public sealed class ImportTests : ExchangeTest
{
    [Fact]
    public async Task A_semicolon_a_mark_at_the_beginning_and_another_order_of_columns_read_the_same()
    {
        await ImportBasics();
        var text = """
            owner_email;name;account_id;status;segment;aliases;wallet_eur
            anna@noord.example;Philips Nederland BV;A1;active;technologie;Philips|PN;120000
            """;
        var path = File("accounts.csv", "");
        await System.IO.File.WriteAllTextAsync(path, text.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Empty((await ImportPaths(path)).Problems);
        var account = Assert.Single(await Held("noord", Kinds.Account));
        Assert.Equal(("Philips Nederland BV", 120_000m, (string?)null, (int?)null), (account.Name, account.Wallet, account.City, account.CadenceDays));
        Assert.Equal(["Philips", "PN"], account.Aliases);
    }

    [Fact]
    public async Task A_row_replaces_the_one_with_its_key_and_leaves_the_others()
    {
        await ImportBasics();
        var report = await Import("accounts.csv", Accounts.Replace(",prospect,", ",active,"));
        Assert.Equal(new FileReport("accounts.csv", 2, 1, 1, 0), Assert.Single(report.Files));
        Assert.Equal(["zuid"], report.TouchedTeams.Select(team => team.Value));
        Assert.Equal(AccountStatus.Active, Assert.Single(await Held("zuid", Kinds.Account)).Status);
    }

    [Fact]
    public async Task A_workbook_holds_the_same_as_a_file_of_text()
    {
        await ImportBasics();
        var path = File("revenue.xlsx", "");
        System.IO.File.Delete(path);
        await MiniExcel.SaveAsAsync(path, new Dictionary<string, object?>[]
        {
            new() { ["account_id"] = "A1", ["month"] = new DateTime(2026, 3, 1), ["group"] = "fnb", ["revenue_eur"] = 1234.5, ["quantity"] = 12 },
            new() { ["account_id"] = "A2", ["month"] = "2026-04", ["group"] = "overnight", ["revenue_eur"] = "-10.25", ["quantity"] = null },
        });
        Assert.Empty((await ImportPaths(path)).Problems);
        var saves = Store.Saves;
        var text = "account_id,month,group,revenue_eur,quantity\nA1,2026-03,fnb,1234.50,12\nA2,2026-04,overnight,-10.25,\n";
        Assert.Equal(new FileReport("revenue.csv", 2, 0, 2, 0), Assert.Single((await Import("revenue.csv", text)).Files));
        Assert.Equal(saves, Store.Saves);
        Assert.Equal(-10.25m, Assert.Single(await Held("zuid", Kinds.Revenue)).Amount);
    }

    [Fact]
    public async Task Files_are_found_in_folders_and_taken_in_the_order_of_their_references()
    {
        var folder = Path.Combine(Folder, "in");
        foreach (var (name, text) in new[] { ("contacts.csv", Contacts), ("deeper/accounts.csv", Accounts), ("deeper/USERS.csv", Users), ("notes.csv", "x") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, name), text);
        }
        var report = await ImportPaths(folder);
        Assert.Empty(report.Problems);
        Assert.Equal(["USERS.csv", "accounts.csv", "contacts.csv"], report.Files.Select(file => file.File));
    }

    [Theory]
    [InlineData("2026-01-05,,,,,", QuoteStatus.Draft)]
    [InlineData("2026-01-05,2026-01-06,,,,", QuoteStatus.Submitted)]
    [InlineData("2026-01-05,2026-01-06,2026-01-07,,,", QuoteStatus.Approved)]
    [InlineData("2026-01-05,2026-01-06,2026-01-07,2026-01-07,,", QuoteStatus.Sent)]
    [InlineData("2026-01-05,2026-01-06,2026-01-07,2026-01-07,2026-02-01,expired", QuoteStatus.Expired)]
    public async Task A_quote_of_the_past_stands_where_its_dates_say(string dates, QuoteStatus expected)
    {
        await ImportBasics();
        var report = await Import("quotes.csv", $"""
            quote_number,account_id,owner_email,requested_on,submitted_on,approved_on,sent_on,decided_on,outcome,value_eur,returned_count,versions,reason,competitor
            OFF-12,A1,anna@noord.example,{dates},8250.00,1,3,te duur,Fletcher Hotels
            """);
        Assert.Empty(report.Problems);
        var quote = Assert.Single(await Held("noord", Kinds.Quote));
        Assert.Equal((expected, 8250m, 3, 1), (quote.Status, quote.Value, quote.Imported!.Versions, quote.ReturnedCount));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 11, 0, 0, TimeSpan.Zero), quote.RequestedAt);
    }

    [Fact]
    public async Task A_quote_made_here_is_not_replaced_by_a_row_without_lines()
    {
        await ImportBasics();
        var at = new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);
        var version = new QuoteVersion(1, [], 0, 500m, 300m, [], null, null, new("u-anna"), at);
        var quote = new Quote(new("Q-2026-0001"), new("A1"), new("u-anna"), QuoteStatus.Draft, at, [version, version with { Number = 2 }]);
        await Store.SaveAsync(Partition.Of(Tenant, new("noord")), "test", [Kinds.Quote.Create(quote)], default);

        var exported = Path.Combine(await Export(), "quotes.csv");
        var row = (await System.IO.File.ReadAllLinesAsync(exported))[1];
        Assert.Equal("Q-2026-0001,A1,anna@noord.example,2026-03-04,,,,,,500.00,0,2,,", row);
        Assert.Equal(0, (await ImportPaths(exported)).Written);

        await System.IO.File.WriteAllTextAsync(exported, (await System.IO.File.ReadAllTextAsync(exported)).Replace("500.00", "5.00"));
        Assert.StartsWith("quotes.csv:2:quote_number: this quote was made in SalesBot", Assert.Single((await ImportPaths(exported)).Problems).ToString());
        Assert.Equal(500m, Assert.Single(await Held("noord", Kinds.Quote)).Value);
    }

    [Fact]
    public async Task What_the_file_has_no_column_for_stays()
    {
        await ImportBasics();
        var stored = await Store.FindAsync(Partition.Directory(Tenant), Kinds.User, "u-anna", default);
        await Store.SaveAsync(Partition.Directory(Tenant), "test", [Kinds.User.Replace(stored!, stored!.Record with { TimeZone = "Europe/London" })], default);
        Assert.Equal(1, (await Import("users.csv", Users.Replace("Anna Visser", "Anna Visser-Bos"))).Written);
        var anna = (await Store.FindAsync(Partition.Directory(Tenant), Kinds.User, "u-anna", default))!.Record;
        Assert.Equal(("Anna Visser-Bos", "Europe/London"), (anna.Name, anna.TimeZone));
    }

    [Fact]
    public async Task Progress_ends_at_the_total()
    {
        await ImportBasics();
        var seen = new List<ImportProgress>();
        var rows = string.Join('\n', Enumerable.Range(0, 250).Select(n => $"A1,{2000 + n / 12}-{n % 12 + 1:00},fnb,{n}.10,"));
        await new Importer(Store, Tenant, TimeProvider.System).ImportAsync(
            [File("revenue.csv", "account_id,month,group,revenue_eur,quantity\n" + rows)], new Seen(seen), default);
        Assert.Equal([98, 196, 250], seen.Select(progress => progress.Done));
        Assert.All(seen, progress => Assert.Equal(("revenue.csv", 250), (progress.File, progress.Total)));
    }

    private sealed class Seen(List<ImportProgress> list) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => list.Add(value);
    }
}
