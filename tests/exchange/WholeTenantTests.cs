using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Events;
using SalesBot.Data.Exchange;
using SalesBot.Data.Nudges;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Exchange;

/// <summary>What people recorded in chat leaves with an export and comes back with an import, every property of it.</summary>
public sealed class WholeTenantTests
{
    /// <summary>Counted anew, or of the running of the bot and not of the trade.</summary>
    private static readonly string[] Derived =
        ["rollup", "account-stamp", "audit", "names", "undo", "conversation", "outbox", "seen", "turn", "listed", "last-number", "write", "digest", "erasure-request", "import", "lease"];

    /// <summary>Between them they leave a document of every kind.</summary>
    internal static readonly string[] Talks =
    [
        "plans/returned-nl.txt", "approval/agreement-changed-on-approval-nl.txt", "approval/history-of-a-proposal-nl.txt", "approval/absence-nl.txt", "advice/given-and-accepted-nl.txt",
        "summary/a-long-note-nl.txt", "happy/scene-2-quote-nl.txt", "satisfaction/a-customers-score-nl.txt", "leads/pipeline-nl.txt", "issues/a-complaint-nl.txt",
        "proactive/messages-nl.txt", "proactive/reports-nl.txt",
    ];

    [Fact]
    public async Task What_was_recorded_comes_back_from_an_export_to_the_byte()
    {
        var (names, missing) = (new HashSet<string>(), new HashSet<string>());
        foreach (var file in Talks)
        {
            await Transcript.PlayAsync(file, Edition.Sqlite, after: async talk =>
            {
                if (file == Talks[0]) await AddAsync(talk);
                await ThereAndBackAsync(talk, names, missing);
            });
        }
        Assert.Empty(missing.Except(Derived));
        // There was something of each in it.
        Assert.Equal("", string.Join(' ', ExchangeFile.All.Select(one => one.Name).Except(names)));
    }

    [Fact]
    public async Task A_quote_made_here_is_not_replaced_by_a_file_that_knows_it_differently()
    {
        await Transcript.PlayAsync("happy/scene-2-quote-nl.txt", Edition.Sqlite, after: async talk =>
        {
            var folder = Directory.CreateTempSubdirectory("salesbot-whole-").FullName;
            await new Exporter(talk.Store, Talk.Tenant).ExportAsync(folder, default);
            foreach (var (name, from, to) in new[] { ("quote_details.csv", ",Sent,", ",Accepted,"), ("approvals.csv", "Approved", "Waiting") })
            {
                var path = Path.Combine(folder, name);
                var text = await File.ReadAllTextAsync(path);
                Assert.Contains(from, text, StringComparison.Ordinal);
                await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal));
                var report = await new Importer(talk.Store, Talk.Tenant, TimeProvider.System).ImportAsync([path], null, default);
                Assert.Contains("is not replaced by a file", Assert.Single(report.Problems).Reason.En, StringComparison.Ordinal);
            }
            Directory.Delete(folder, recursive: true);
        });
    }

    [Fact]
    public async Task A_row_that_is_no_record_is_named_with_its_column()
    {
        await using var talk = await Talk.BeginAsync();
        var path = Path.Combine(Directory.CreateTempSubdirectory("salesbot-whole-").FullName, "follow_ups.csv");
        var anna = talk.Person("Anna").Id;
        await File.WriteAllLinesAsync(path,
        [
            "in_team,id,account,owner,due,what,created_at",
            $"corporate,f1,A-1001,{anna},2026-03-09,Bellen,2026-03-04T09:00:00Z",
            $"corporate,f2,A-9999,{anna},2026-03-09,Bellen,2026-03-04T09:00:00Z",
            $"corporate,f3,,nobody,9 maart,,2026-03-04T09:00:00Z",
            $"elsewhere,f4,,{anna},2026-03-09,Bellen,gisteren",
        ]);
        var report = await new Importer(talk.Store, Talk.Tenant, TimeProvider.System).ImportAsync([path], null, default);
        Assert.Equal(
            ["follow_ups.csv:3:account", "follow_ups.csv:4:owner", "follow_ups.csv:4:due", "follow_ups.csv:4:what", "follow_ups.csv:5:in_team"],
            report.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}"));
        Assert.Empty(await talk.Store.ListAsync(talk.Corporate, Kinds.FollowUp, "", 10, default));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    /// <summary>What no talk above leaves behind, with texts that a spreadsheet or JSON could take for something else.</summary>
    private static async Task AddAsync(Talk talk)
    {
        var (anna, philips, now, day) = (talk.Person("Anna"), new AccountId("A-1001"), talk.Now, new DateOnly(2026, 3, 4));
        var contact = (await talk.Store.ListAsync(talk.Corporate, Kinds.Contact, $"{philips}|", 1, default))[0];
        var user = (await talk.Store.FindAsync(Partition.Directory(Talk.Tenant), Kinds.User, anna.Id.Value, default))!;
        await talk.Store.SaveAsync(Partition.Directory(Talk.Tenant), "more", [Kinds.User.Replace(user, user.Record with { TimeZone = "Europe/London" })], default);
        await talk.Store.SaveAsync(talk.Corporate, "more",
        [
            Kinds.Contact.Replace(contact, contact.Record with { LeftOn = day }),
            Kinds.Correspondence.Put(new(philips, Language.English)),
            Kinds.ContactMoment.Create(new("m1", philips, anna.Id, day, ContactChannel.Call, [contact.Record.Id], now, "=1+1")),
            Kinds.ContactMoment.Create(new("m2", philips, anna.Id, day, ContactChannel.Mail, [], now, "{\"geen\": JSON")),
            Kinds.ContactMoment.Create(new("m3", philips, anna.Id, day, ContactChannel.Mail, [], now, "\"\"")),
            Kinds.ContactMoment.Create(new("m4", philips, anna.Id, day, ContactChannel.Mail, [], now, "")),
            Kinds.FuturePlan.Create(new("p1", philips, anna.Id, "Congres", day.AddDays(200), now, now)),
            Kinds.Event.Create(new("e1", anna.Id, "Beurs, met \"komma\"", EventKind.Fair, day, now, 1250.50m)),
            Kinds.TurnedDown.Create(new("t1", philips, anna.Id, now, TurnedDownReason.NoSpace, "mail")),
            Kinds.Cause.Create(new("c1", philips, day, day, "Verhuisd", anna.Id, now) { Sources = ["visit|A-1001|20260301|v1"] }),
            Kinds.Cause.Create(new("c2", null, day, day, "Staking", anna.Id, now)),
            Kinds.CauseQuestion.Create(new(anna.Id, philips, day, day, now)),
            Kinds.ReportDelivery.Create(new("r1", "month", anna.Id, "person", day, day, now, now.AddMinutes(1.5))),
            Kinds.NudgeLog.Put(new(anna.Id, new Dictionary<string, NudgeMark> { ["option|Q-1"] = new("near", day, day.AddDays(1)) }, day, 2)),
        ], default);
    }

    private static async Task ThereAndBackAsync(Talk talk, HashSet<string> names, HashSet<string> missing)
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-whole-").FullName;
        try
        {
            var (first, second) = (Path.Combine(folder, "first"), Path.Combine(folder, "second"));
            await new Exporter(talk.Store, Talk.Tenant).ExportAsync(first, default);
            await using var copy = (IAsyncDisposable)await TestStores.Sqlite(Path.Combine(folder, "copy", "sales.db"));
            var store = (IDocumentStore)copy;
            var report = await new Importer(store, Talk.Tenant, TimeProvider.System).ImportAsync([first], null, default);
            Assert.Equal("", string.Join('\n', report.Problems));
            await new Exporter(store, Talk.Tenant).ExportAsync(second, default);

            var files = Directory.GetFiles(first).Select(path => Path.GetFileName(path)!).ToList();
            Assert.Equal(files.Order(), Directory.GetFiles(second).Select(path => Path.GetFileName(path)!).Order());
            Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(first, file)), File.ReadAllText(Path.Combine(second, file))));
            names.UnionWith(files.Select(file => Path.GetFileNameWithoutExtension(file)));

            foreach (var partition in talk.Teams.Select(team => Partition.Of(Talk.Tenant, team)).Append(Partition.Directory(Talk.Tenant)))
            {
                var there = (await store.ListAsync(partition, new(" ", "~"), int.MaxValue, default)).ToDictionary(document => document.Id, Read);
                foreach (var document in await talk.Store.ListAsync(partition, new(" ", "~"), int.MaxValue, default))
                    if (!there.TryGetValue(document.Id, out var back) || !JsonElement.DeepEquals(back, Read(document))) missing.Add(document.Id.Split('|')[0]);
            }
            // Once more it changes nothing.
            Assert.Equal(0, (await new Importer(store, Talk.Tenant, TimeProvider.System).ImportAsync([second], null, default)).Written);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonElement Read(Document document) => JsonElement.Parse(document.Body.Span);
}
