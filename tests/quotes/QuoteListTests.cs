using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Lists;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Quotes;

/// <summary>Lists of quotes and of requests read what they show, however much a team has behind it.</summary>
public sealed class QuoteListTests
{
    private const int Closed = 900, Open = 120, Waiting = 40;

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task A_list_reads_the_quotes_and_requests_of_its_page(Edition edition)
    {
        await using var talk = await BusyAsync(edition);
        foreach (var (who, words, most) in new (string, string, int)[]
        {
            ("Anna", "mijn offertes", 5), ("Anna", "alle offertes", 5), ("Anna", "verloren offertes dit kwartaal", 5), ("Sven", "alle offertes", 5),
            ("Sven", "my quotes", 5), ("Sven", "open offertes boven 5k", 5), ("Anna", "welke opties verlopen deze week?", 20), ("Anna", "toon offerte Q-2026-5003", 5),
            ("Sven", "wat wacht er op mijn goedkeuring?", 6),
        })
        {
            talk.Reads.Clear();
            await talk.SayAsync(who, words);
            var (quotes, approvals) = (Read(talk, Kinds.Quote), Read(talk, Kinds.Approval));
            Assert.True(quotes <= most && approvals <= most, $"{who}, “{words}”: {quotes} quotes and {approvals} requests were read.\n{talk.Shown}");
            Assert.DoesNotContain("undefined", talk.Shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task Pages_hold_every_quote_once_and_the_total_is_right(Edition edition)
    {
        await using var talk = await BusyAsync(edition);
        var anna = new SalesBot.Data.Book(talk.Store, Talk.Tenant, talk.Person("Anna"));
        var sven = new SalesBot.Data.Book(talk.Store, Talk.Tenant, talk.Person("Sven"));
        var all = (await sven.QuotesAsync(None)).Select(stored => stored.Record).ToList();
        var seen = (await anna.AccountsAsync(None)).Select(account => account.Id).ToHashSet();
        await ComparedAsync(sven, [new(Listing.OpenQuotes), new(Listing.ClosedQuotes)], _ => true, all.Count);
        await ComparedAsync(anna, [new(Listing.OpenQuotes)], entry => entry.Quote!.Owner == anna.Reader.Id, all.Count(quote => quote.IsOpen && quote.Owner == anna.Reader.Id && seen.Contains(quote.Account)));
        await ComparedAsync(anna, [new(Listing.ClosedQuotes)], entry => entry.Quote!.Status == QuoteStatus.Rejected, all.Count(quote => quote.Status == QuoteStatus.Rejected && seen.Contains(quote.Account)));

        async Task ComparedAsync(SalesBot.Data.Book book, IReadOnlyList<Stretch> lists, Func<Listed, bool> wanted, int expected)
        {
            var numbers = new List<QuoteNumber>();
            for (var skip = 0; ; skip += 50)
            {
                var page = await book.QuotePageAsync(lists, wanted, skip, 50, None);
                if (page.IsWhole) Assert.Equal(expected, page.Total);
                else Assert.InRange(page.Total, skip + 51, expected);
                numbers.AddRange(page.Items.Select(stored => stored.Record.Number));
                if (page.Items.Count < 50) break;
            }
            Assert.Equal((expected, expected), (numbers.Count, numbers.Distinct().Count()));
        }
    }

    [Fact]
    public async Task What_a_list_says_follows_every_step_of_a_quote_and_its_undoing()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei, optie tot 1 april");
        await talk.SayAsync("Anna", "ja");
        var number = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
        await HoldsAsync(Listing.OpenQuotes, Listing.Options, Listing.Waiting);
        await talk.OpenAsync("Sven");
        await talk.PressAsync("Sven", "approval.approve");
        await HoldsAsync(Listing.OpenQuotes, Listing.Options);
        await talk.OpenAsync("Anna");
        await talk.PressAsync("Anna", "quote.send");
        await HoldsAsync(Listing.OpenQuotes, Listing.Options);
        await talk.SayAsync("Anna", $"{number} is akkoord");
        await talk.SayAsync("Anna", "ja");
        await HoldsAsync(Listing.ClosedQuotes);
        await talk.SayAsync("Anna", "maak dat ongedaan");
        await HoldsAsync(Listing.OpenQuotes, Listing.Options);
        await talk.SayAsync("Anna", $"trek {number} in");
        await talk.SayAsync("Anna", "ja");
        await HoldsAsync(Listing.ClosedQuotes);

        async Task HoldsAsync(params string[] lists)
        {
            var entries = (await talk.Store.ListAsync(talk.Corporate, Kinds.Listed, "", int.MaxValue, None)).Where(stored => stored.Record.Key.Split('|')[0] == number).Select(stored => stored.Record.List.Split('|')[0]);
            Assert.Equal([.. lists.Append(Listing.Numbers).Order()], entries.Order());
            Assert.Equal([], await Rollups.WrongAsync(talk.Store, Talk.Tenant, new("corporate"), None));
        }
    }

    [Fact]
    public async Task Entries_that_are_lost_or_left_over_are_put_right()
    {
        await using var talk = await Talk.BeginAsync();
        var entries = await talk.Store.ListAsync(talk.Corporate, Kinds.Listed, "", 30, None);
        List<Write> writes = [.. entries.Take(10).Select(Kinds.Listed.Delete), Kinds.Listed.Create(new(Listing.Waiting, "20260101000000000", "Q-2026-9999|0001", new("A-1001")))];
        await talk.Store.SaveAsync(talk.Corporate, "damage", writes, None);
        Assert.Equal(11, (await Rollups.WrongAsync(talk.Store, Talk.Tenant, new("corporate"), None)).Count);
        Assert.Equal(11, await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None));
        Assert.Equal([], await Rollups.WrongAsync(talk.Store, Talk.Tenant, new("corporate"), None));
    }

    [Fact]
    public async Task A_store_from_before_there_were_lists_is_seen_as_such()
    {
        await using var talk = await Talk.BeginAsync();
        Assert.False(await Listing.IsMissingAsync(talk.Store, talk.Corporate, None));
        foreach (var part in (await talk.Store.ListAsync(talk.Corporate, Kinds.Listed, "", int.MaxValue, None)).Chunk(StoreRules.MaxWrites))
            await talk.Store.SaveAsync(talk.Corporate, $"older|{part[0].Id}", [.. part.Select(Kinds.Listed.Delete)], None);
        Assert.True(await Listing.IsMissingAsync(talk.Store, talk.Corporate, None));
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None);
        Assert.False(await Listing.IsMissingAsync(talk.Store, talk.Corporate, None));
    }

    private static int Read(Talk talk, Kind kind) => talk.Reads.Count(id => id.StartsWith(kind.Name + "|", StringComparison.Ordinal));

    /// <summary>A team with years of quotes behind it and much under way.</summary>
    private static async Task<Talk> BusyAsync(Edition edition)
    {
        var talk = await Talk.BeginAsync(edition);
        await talk.SayAsync("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei, optie tot 6 maart");
        await talk.SayAsync("Anna", "ja");
        var first = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
        var quote = (await talk.Store.FindAsync(talk.Corporate, Kinds.Quote, first, None))!.Record;
        var approval = (await talk.Store.FindAsync(talk.Corporate, Kinds.Approval, $"{first}|0001", None))!.Record;
        var accounts = (await new SalesBot.Data.Book(talk.Store, Talk.Tenant, talk.Person("Sven")).AccountsAsync(None)).ToList();
        var writes = new List<Write>();
        for (var i = 0; i < Closed + Open + Waiting; i++)
        {
            var number = new QuoteNumber($"Q-202{(i < Closed ? 5 : 6)}-{5000 + i}");
            var account = i < Closed + Open ? accounts[i % accounts.Count] : accounts.First(one => one.Id == quote.Account);
            var (status, at) = i < Closed
                ? ((QuoteStatus)(6 + i % 4), talk.Now.AddDays(-i % 600 - 1))
                : (i < Closed + Open ? QuoteStatus.Sent : QuoteStatus.Submitted, talk.Now.AddHours(-i));
            var version = quote.Current with { OptionDate = i % 15 == 0 ? quote.Current.OptionDate : new(2026, 4, 1) };
            writes.Add(Kinds.Quote.Create(quote with
            {
                Number = number,
                Account = account.Id,
                Owner = account.Owner,
                Status = status,
                RequestedAt = at,
                SentAt = i < Closed + Open ? at : null,
                DecidedAt = i < Closed ? at.AddDays(1) : null,
                Versions = [version],
            }));
            if (i >= Closed + Open) writes.Add(Kinds.Approval.Create(approval with { Subject = number, RequestedAt = at, ContentHash = QuoteContent.Hash(number, version) }));
        }
        foreach (var part in writes.Chunk(StoreRules.MaxWrites)) Assert.IsType<SaveResult.Saved>(await talk.Store.SaveAsync(talk.Corporate, $"busy|{part[0].Id}", part, None));
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None);
        return talk;
    }
}
