using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;
using Xunit;

namespace SalesBot.Tests.Stores;

/// <summary>What only the embedded edition has: a file that may be missing, foreign, newer, damaged or locked.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private static readonly Partition Team = new("tenant:team:noord");
    private static readonly Write[] Visit = [new("visit|1", 1, "{}"u8.ToArray(), null)];
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-").FullName;

    private string File => Path.Combine(folder, "sales.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_folder_and_the_file_are_made()
    {
        var path = Path.Combine(folder, "new", "deeper", "sales.db");
        await using var store = await OpenAsync(path);
        Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Team, "op", Visit, default));
        Assert.True(System.IO.File.Exists(path));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_as_it_is()
    {
        Run(File, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
        var before = System.IO.File.ReadAllBytes(File);
        await Assert.ThrowsAsync<InvalidDataException>(() => OpenAsync(File));
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var text = string.Concat(Enumerable.Repeat("Dit is geen database.\n", 500));
        System.IO.File.WriteAllText(File, text);
        await Assert.ThrowsAsync<InvalidDataException>(() => OpenAsync(File));
        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task What_another_process_saves_is_seen_at_once()
    {
        await using var here = await OpenAsync(File);
        await using var there = await OpenAsync(File);
        var range = IdRange.Prefix("visit|");
        for (var round = 0; round < 40; round++)
        {
            var body = System.Text.Encoding.UTF8.GetBytes($"{{\"round\":{round}}}");
            // Every third time it goes, so that what is gone is seen as well.
            var write = new Write("visit|1", 1, round % 3 == 2 ? (ReadOnlyMemory<byte>?)null : body, Write.Any);
            Assert.IsType<SaveResult.Saved>(await there.SaveAsync(Team, $"op-{round}", [write, new($"visit|2-{round}", 1, body, null)], default));
            // As far as people can tell.
            await Task.Delay(2);
            for (var look = 0; look < 3; look++)
            {
                var found = await here.FindAsync(Team, "visit|1", default);
                var listed = await here.RangeAsync(Team, range, 100, default);
                Assert.Equal(write.Body is null ? null : round.ToString(System.Globalization.CultureInfo.InvariantCulture), Round(found));
                Assert.Equal(round + (write.Body is null ? 1 : 2), listed.Count);
                Assert.Equal(found?.ETag, listed.FirstOrDefault(document => document.Id == "visit|1")?.ETag);
            }
        }
    }

    [Fact]
    public async Task Who_reads_while_others_save_never_goes_back_in_time()
    {
        await using var store = await OpenAsync(File);
        var (acknowledged, isOver) = (-1, false);
        Task Reader() => Task.Run(async () =>
        {
            var last = -1;
            while (!Volatile.Read(ref isOver))
            {
                var least = Volatile.Read(ref acknowledged);
                var found = Round(await store.FindAsync(Team, "visit|1", default)) is { } round ? int.Parse(round, System.Globalization.CultureInfo.InvariantCulture) : -1;
                var listed = await store.RangeAsync(Team, IdRange.Prefix("visit|"), 100, default) is [var only] ? int.Parse(Round(only)!, System.Globalization.CultureInfo.InvariantCulture) : -1;
                Assert.InRange(found, Math.Max(least, last), int.MaxValue);
                Assert.InRange(listed, found, int.MaxValue);
                last = listed;
            }
        });
        var readers = Enumerable.Range(0, 4).Select(_ => Reader()).ToList();
        for (var round = 0; round < 400; round++)
        {
            await store.SaveAsync(Team, $"op-{round}", [new("visit|1", 1, System.Text.Encoding.UTF8.GetBytes($"{{\"round\":{round}}}"), Write.Any)], default);
            Volatile.Write(ref acknowledged, round);
        }
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(readers);
    }

    private static string? Round(Document? document)
    {
        if (document is null) return null;
        using var json = System.Text.Json.JsonDocument.Parse(document.Body);
        return json.RootElement.GetProperty("round").GetRawText();
    }

    [Fact]
    public async Task A_newer_programs_database_is_refused()
    {
        await (await OpenAsync(File)).DisposeAsync();
        Run(File, "PRAGMA user_version=2");
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => OpenAsync(File));
        Assert.Contains("newer", refusal.Message);
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        await using (var store = await OpenAsync(File))
        {
            for (var n = 0; n < 200; n++)
                await store.SaveAsync(Team, $"op-{n}", [new($"visit|{n:000}", 1, "{}"u8.ToArray(), null)], default);
        }
        using (var file = System.IO.File.OpenWrite(File))
        {
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(new byte[file.Length - 4096]);
        }
        await Assert.ThrowsAsync<InvalidDataException>(() => OpenAsync(File));
    }

    [Fact]
    public async Task A_locked_file_makes_saves_fail_honestly_and_leaves_reads_alone()
    {
        await using var store = await OpenAsync(File, TimeSpan.FromMilliseconds(50));
        await store.SaveAsync(Team, "op-1", Visit, default);
        using (var other = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            other.Open();
            using var locked = other.BeginTransaction(deferred: false);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SaveAsync(Team, "op-2", [Visit[0] with { Id = "visit|2" }], default));
            Assert.NotNull(await store.FindAsync(Team, "visit|1", default));
        }
        Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Team, "op-2", [Visit[0] with { Id = "visit|2" }], default));
    }

    [Fact]
    public async Task Two_programs_on_one_file_respect_each_others_versions()
    {
        await using var one = await OpenAsync(File);
        await using var two = await OpenAsync(File);
        var etag = Assert.IsType<SaveResult.Saved>(await one.SaveAsync(Team, "op-1", Visit, default)).ETags[0];
        var replaced = Visit[0] with { IfMatch = etag };
        Assert.IsType<SaveResult.Saved>(await two.SaveAsync(Team, "op-2", [replaced], default));
        Assert.IsType<SaveResult.Conflict>(await one.SaveAsync(Team, "op-3", [replaced], default));
        Assert.IsType<SaveResult.Saved>(await one.SaveAsync(Team, "op-2", [replaced], default));
    }

    [Fact]
    public async Task Closing_waits_for_the_saves_that_were_handed_in()
    {
        var store = await OpenAsync(File);
        var saves = Enumerable.Range(0, 300)
            .Select(n => store.SaveAsync(Team, $"op-{n}", [new($"visit|{n:000}", 1, "{}"u8.ToArray(), null)], default)).ToArray();
        await store.DisposeAsync();
        Assert.All(await Task.WhenAll(saves), result => Assert.IsType<SaveResult.Saved>(result));
        await using var again = await OpenAsync(File);
        Assert.Equal(300, (await again.ListAsync(Team, IdRange.Prefix("visit|"), 1000, default)).Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.SaveAsync(Team, "late", Visit, default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.FindAsync(Team, "visit|1", default));
    }

    [Fact]
    public async Task An_operation_is_recognised_for_a_week_and_then_forgotten()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var store = await SqliteStore.OpenAsync(File, default, clock);
        Write[] put = [Visit[0] with { IfMatch = Write.Any }];
        var first = Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Team, "op", put, default)).ETags;
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(first, Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Team, "op", put, default)).ETags);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotEqual(first, Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Team, "op", put, default)).ETags);
        clock.Advance(TimeSpan.FromDays(8));
        await store.SaveAsync(Team, "next", put, default);
        Assert.Equal(1, Number(File, "SELECT count(*) FROM operation"));
    }

    [Fact]
    public async Task A_deleted_document_leaves_no_trace_in_the_file()
    {
        await using (var store = await OpenAsync(File))
        {
            await store.SaveAsync(Team, "op-1", [new("contact|1", 1, """{"name":"Canary-7f3a"}"""u8.ToArray(), null)], default);
            await store.SaveAsync(Team, "op-2", [new("contact|1", 1, null, Write.Any)], default);
        }
        foreach (var file in Directory.GetFiles(folder))
            Assert.Equal(-1, System.IO.File.ReadAllBytes(file).AsSpan().IndexOf("Canary-7f3a"u8));
    }

    private static Task<SqliteStore> OpenAsync(string path, TimeSpan? busyWait = null) =>
        SqliteStore.OpenAsync(path, TimeProvider.System, busyWait ?? TimeSpan.FromSeconds(3), default);

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
