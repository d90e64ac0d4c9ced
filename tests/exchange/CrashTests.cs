using Microsoft.Extensions.Time.Testing;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Exchange;

/// <summary>An import that stops half-way: all of the file is there after the next start, or nothing of it is.</summary>
public sealed class CrashTests : ExchangeTest
{
    private const int Rows = 250;

    [Fact]
    public async Task Whichever_save_it_stops_before_the_file_is_whole_or_absent_after_the_next_start()
    {
        await ImportBasics();
        var before = await RevenueLines();
        var absent = 0;
        // Each round changes all rows, over both teams, and stops one save later; the last round is not stopped.
        for (var round = 0; ; round++)
        {
            var (first, stopped) = (Store.Saves, false);
            Store.FailBeforeSave = first + round;
            try
            {
                Assert.Empty((await Import("revenue.csv", Revenue(round + 1))).Problems);
            }
            catch (StoreUnavailableException)
            {
                stopped = true;
            }
            Store.FailBeforeSave = null;
            var report = await new Importer(Store, Tenant, new FakeTimeProvider()).ResumeAsync(null, default);
            Assert.Empty(report.Problems);

            var after = await RevenueLines();
            var wanted = Revenue(round + 1).Split('\n')[1..].Order(StringComparer.Ordinal).ToList();
            if (after.SequenceEqual(before)) absent++;
            else Assert.Equal(wanted, after);
            before = after;
            Assert.Empty(await Parts());
            if (!stopped)
            {
                Assert.Equal(wanted, after);
                // Before the content is set aside and before the start is noted nothing had begun.
                Assert.Equal((2, true), (absent, round > 6));
                return;
            }
        }
    }

    [Fact]
    public async Task An_unfinished_import_is_finished_before_another_file_is_taken()
    {
        await ImportBasics();
        Store.FailBeforeSave = Store.Saves + 4;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Import("revenue.csv", Revenue(1)));
        Store.FailBeforeSave = null;
        var report = await Import("contacts.csv", Contacts);
        Assert.Equal(["revenue.csv", "contacts.csv"], report.Files.Select(file => file.File));
        Assert.Equal(["noord", "zuid"], report.TouchedTeams.Select(team => team.Value));
        Assert.Equal(Rows, (await RevenueLines()).Count);
    }

    [Fact]
    public async Task A_move_that_was_interrupted_is_finished()
    {
        await ImportBasics();
        var moved = Users.Replace(",noord,", ",west,");
        for (var stop = 0; stop < 12; stop++)
        {
            Store.FailBeforeSave = Store.Saves + stop;
            try
            {
                await Import("users.csv", stop % 2 == 0 ? moved : Users);
            }
            catch (StoreUnavailableException)
            {
                // The crash.
            }
            Store.FailBeforeSave = null;
            await new Importer(Store, Tenant, new FakeTimeProvider()).ResumeAsync(null, default);
            string[] teams = ["noord", "west"];
            var places = await Task.WhenAll(teams.Select(async team => (Account: (await Held(team, Kinds.Account)).Count, Contact: (await Held(team, Kinds.Contact)).Count)));
            Assert.Equal(1, places.Sum(place => place.Account));
            Assert.All(places, place => Assert.Equal(place.Account, place.Contact));
        }
    }

    [Fact]
    public async Task What_somebody_changes_meanwhile_is_looked_at_again()
    {
        await ImportBasics();
        Store.BeforeSave = _ =>
        {
            Store.BeforeSave = null;
            var partition = Partition.Of(Tenant, new("noord"));
            var stored = Store.Inner.FindAsync(partition, Kinds.Contact, "A1|C1", default).GetAwaiter().GetResult()!;
            Store.Inner.SaveAsync(partition, "phone", [Kinds.Contact.Replace(stored, stored.Record with { Phone = "0" })], default).GetAwaiter().GetResult();
        };
        Assert.Empty((await Import("contacts.csv", Contacts.Replace("booker", "finance"))).Problems);
        var jan = Assert.Single(await Held("noord", Kinds.Contact));
        Assert.Equal(("+31 6 1234", Data.Accounts.ContactRole.Finance), (jan.Phone, jan.Role));
    }

    private static string Revenue(int amount) => "account_id,month,group,revenue_eur,quantity\n" + string.Join(
        '\n', Enumerable.Range(0, Rows).Select(n => $"{(n % 2 == 0 ? "A1" : "A2")},{2000 + n / 12}-{n % 12 + 1:00},fnb,{amount}.50,{n}"));

    private async Task<IReadOnlyList<string>> RevenueLines() => [.. (await ExportedLines("revenue.csv"))[1..].Order(StringComparer.Ordinal)];

    private Task<IReadOnlyList<Document>> Parts() => Store.ListAsync(Partition.Directory(Tenant), IdRange.Prefix("import-part|"), 100, default);
}
