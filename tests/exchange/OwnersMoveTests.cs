using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using Xunit;

namespace SalesBot.Tests.Exchange;

/// <summary>Records lie with their account's owner's team: with the owner, or the owner with them, they move.</summary>
public sealed class OwnersMoveTests : ExchangeTest
{
    [Fact]
    public async Task An_account_takes_everything_of_it_to_the_new_owners_team()
    {
        await ImportAll();
        var report = await Import("accounts.csv", Accounts.Replace("anna@noord.example", "eva@zuid.example"));
        // The contact, the visit, the revenue, the target and the quote; the account itself was the row.
        Assert.Equal((1, 5), (report.Written, Assert.Single(report.Files).Moved));
        Assert.Equal(["noord", "zuid"], report.TouchedTeams.Select(team => team.Value));
        await AssertAllOfA1LiesIn("zuid");
        await AssertNothingOfA1LiesIn("noord");
        Assert.Equal("noord", Assert.Single(await Held("noord", Kinds.Target)).ScopeId);
    }

    [Fact]
    public async Task A_person_takes_accounts_and_own_targets_along_to_the_new_team_also_when_the_old_one_ceases()
    {
        await ImportAll();
        var report = await Import("users.csv", Users.Replace(",noord,", ",west,"));
        Assert.Equal(["noord", "west"], report.TouchedTeams.Select(team => team.Value));
        await AssertAllOfA1LiesIn("west");
        await AssertNothingOfA1LiesIn("noord");
        Assert.Contains(await Held("west", Kinds.FollowUp), task => task.Id == "T1");
        var saves = Store.Saves;
        await Import("users.csv", Users.Replace(",noord,", ",west,"));
        Assert.Equal(saves, Store.Saves);
    }

    [Fact]
    public async Task A_contact_that_goes_to_another_account_is_there_once()
    {
        await ImportBasics();
        Assert.Equal(1, (await Import("contacts.csv", Contacts.Replace("C1,A1", "C1,A2"))).Written);
        Assert.Empty(await Held("noord", Kinds.Contact));
        Assert.Equal(["C1", "C2"], (await Held("zuid", Kinds.Contact)).Select(contact => contact.Id.Value));
    }

    [Fact]
    public async Task A_change_made_during_the_move_moves_along()
    {
        await ImportAll();
        var once = false;
        Store.BeforeSave = writes =>
        {
            // The contact is just about to be deleted at the old place: somebody corrects the name there.
            if (once || !writes.Any(write => write.Body is null && write.Id.StartsWith("contact|", StringComparison.Ordinal))) return;
            once = true;
            var partition = Partition.Of(Tenant, new("noord"));
            var stored = Store.Inner.FindAsync(partition, Kinds.Contact, "A1|C1", default).GetAwaiter().GetResult()!;
            Store.Inner.SaveAsync(partition, "rename", [Kinds.Contact.Replace(stored, stored.Record with { Name = "Jan de Vries-Smit" })], default).GetAwaiter().GetResult();
        };
        await Import("accounts.csv", Accounts.Replace("anna@noord.example", "eva@zuid.example"));
        Assert.True(once);
        Assert.Contains(await Held("zuid", Kinds.Contact), contact => contact.Name == "Jan de Vries-Smit");
        Assert.Empty(await Held("noord", Kinds.Contact));
    }

    private async Task ImportAll()
    {
        await ImportBasics();
        Assert.Empty((await ImportPaths(
            File("revenue.csv", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,10\n"),
            File("targets.csv", "scope,scope_id,month,revenue_eur\nteam,noord,2026-03,5000\naccount,A1,2026-03,500\n"),
            File("quotes.csv", "quote_number,account_id,owner_email,requested_on,value_eur,returned_count,versions\nQ1,A1,anna@noord.example,2026-02-01,1,0,1\n"),
            File("visits.csv", "visit_id,account_id,user_email,visited_on,logged_on,contact_id\nV1,A1,anna@noord.example,2026-02-01,2026-02-02,C1\n"))).Problems);
        var task = new FollowUp("T1", new("A1"), new("u-anna"), new(2026, 12, 1), "Bellen", DateTimeOffset.UnixEpoch);
        await Store.SaveAsync(Partition.Of(Tenant, new("noord")), "task", [Kinds.FollowUp.Create(task)], default);
    }

    private async Task AssertAllOfA1LiesIn(string team)
    {
        Assert.Contains(await Held(team, Kinds.Account), account => account.Id.Value == "A1");
        Assert.Contains(await Held(team, Kinds.Contact), contact => contact.Id.Value == "C1");
        Assert.Contains(await Held(team, Kinds.Visit), visit => visit.Id == "V1");
        Assert.Contains(await Held(team, Kinds.Revenue), row => row.Account.Value == "A1");
        Assert.Contains(await Held(team, Kinds.Quote), quote => quote.Number.Value == "Q1");
        Assert.Contains(await Held(team, Kinds.Target), target => target.ScopeId == "A1");
    }

    private async Task AssertNothingOfA1LiesIn(string team)
    {
        Assert.Empty(await Held(team, Kinds.Account));
        Assert.Empty(await Held(team, Kinds.Contact));
        Assert.Empty(await Held(team, Kinds.Visit));
        Assert.Empty(await Held(team, Kinds.Revenue));
        Assert.Empty(await Held(team, Kinds.Quote));
        Assert.DoesNotContain(await Held(team, Kinds.Target), target => target.ScopeId == "A1");
    }
}
