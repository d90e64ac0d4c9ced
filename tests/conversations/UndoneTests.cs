using System.Text;
using SalesBot.Data.Indicators;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>What is taken back leaves the store as it was, in whatever order.</summary>
public sealed class UndoneTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>What is kept of a write that was taken back: the audit, the talk itself, what was sent, and marks of when names and accounts changed.</summary>
    private static readonly string[] Kept =
        ["audit|", "names|", "write|", "seen|", "conversation|", "outbox|", "preferences|", "account-stamp|", "cause-question|"];

    /// <summary>One sentence for each sort of record; each of them is another write at one of the accounts.</summary>
    private static readonly string[] Sentences =
    [
        "Net bij ACCOUNT geweest, gesproken met Pietje Puk over # kamers in mei",
        "Herinner me maandag aan zaak # van ACCOUNT",
        "Nieuwe lead bij ACCOUNT: # personen in september, 6000 euro",
        "Klacht van ACCOUNT: zaal # was gisteren te koud",
        "ACCOUNT beoordeelt ons met een 8",
        "Ik heb ACCOUNT geadviseerd om AV bij te boeken in zaal #",
        "ACCOUNT wil volgend jaar een congres voor # man organiseren, ze kiezen in september een locatie",
        "Concurrent Fletcher biedt kamers aan voor # euro bij ACCOUNT",
        "Nieuwe contactpersoon bij ACCOUNT: Petra Smit",
        "Gisteren op de beurs Event Summit geweest, # leads",
    ];

    private static readonly string[] Accounts = ["Philips", "ASML", "KPMG", "Achmea", "Rabobank"];

    [Theory]
    [InlineData(Edition.Sqlite, 1)]
    [InlineData(Edition.Sqlite, 2)]
    [InlineData(Edition.Cosmos, 3)]
    public async Task Fifty_writes_taken_back_in_any_order_leave_the_store_as_it_was(Edition edition, int seed)
    {
        await using var talk = await Talk.BeginAsync(edition);
        var random = new Random(seed);
        await talk.SayAsync("Anna", "hallo");
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None);
        var before = await RecordsAsync(talk);

        var writes = 0;
        for (var round = 0; round < Accounts.Length; round++)
            foreach (var sentence in Sentences)
            {
                var said = sentence.Replace("ACCOUNT", Accounts[(round + writes) % Accounts.Length]).Replace("#", $"{20 + writes}");
                await talk.SayAsync("Anna", said);
                Assert.True(talk.Last.Trace.Asking == "confirm", $"{said}\n{talk.Shown}");
                await talk.SayAsync("Anna", "ja");
                Assert.True(talk.Last.Trace.Wrote.Count > 0, $"{said}\n{talk.Shown}");
                writes++;
            }
        Assert.Equal(50, writes);
        Assert.NotEqual(before.Keys, (await RecordsAsync(talk)).Keys);

        var ids = (await talk.Store.ListAsync(talk.Corporate, WriteRecord.Kind, "", int.MaxValue, None)).Select(stored => stored.Record.Id).ToArray();
        Assert.Equal(50, ids.Length);
        random.Shuffle(ids);
        // What a later write rests on stands until that one is gone: then it is tried again.
        for (var left = ids.ToList(); left.Count > 0;)
        {
            var refused = new List<string>();
            foreach (var id in left)
            {
                await talk.PressAsync("Anna", "write.undo", System.Text.Json.JsonSerializer.SerializeToElement(new { write = id }));
                if (talk.Last.Trace.Refused == "changed_since") refused.Add(id);
                else Assert.Null(talk.Last.Trace.Refused);
            }
            Assert.True(refused.Count < left.Count, $"{refused.Count} can not be taken back.");
            left = refused;
        }

        var after = await RecordsAsync(talk);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, record => Assert.Equal(record.Value, after[record.Key]));
        Assert.Equal(0, await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None));
        await Checks.Invariants.HoldAsync(talk);
    }

    private static async Task<SortedDictionary<string, string>> RecordsAsync(Talk talk)
    {
        var records = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var range = IdRange.Prefix("");
        while (await talk.Store.RangeAsync(talk.Corporate, range, StoreRules.MaxTake, None) is { Count: > 0 } page)
        {
            foreach (var document in page.Where(document => !Kept.Any(kind => document.Id.StartsWith(kind, StringComparison.Ordinal))))
                records[document.Id] = Encoding.UTF8.GetString(document.Body.Span);
            range = range with { From = page[^1].Id + "!" };
        }
        return records;
    }
}
