using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SalesBot.Data.Store.Sqlite;

/// <summary>
/// Documents in one SQLite file. Readers never wait; saves of all callers go through one writer, which commits what waits together.
/// An acknowledged save survives a power cut.
/// </summary>
public sealed class SqliteStore : IDocumentStore, IAsyncDisposable
{
    private const int MaxGroup = 256;
    private static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(3);

    private readonly string connectionString;
    private readonly TimeProvider time;
    private readonly TimeSpan busyWait;
    private readonly ConcurrentBag<SqliteReader> readers = [];
    private readonly SqliteCache cache = new();
    private readonly Channel<PendingSave> saves = Channel.CreateBounded<PendingSave>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly Task writing;
    private volatile bool closed;

    private SqliteStore(string connectionString, SqliteConnection writer, TimeProvider time, TimeSpan busyWait)
    {
        (this.connectionString, this.time, this.busyWait) = (connectionString, time, busyWait);
        // A thread of its own: it spends its life waiting for the disk.
        writing = Task.Factory.StartNew(() => WriteAll(new(writer, time, cache)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Opens the file; creates it, and its folder, where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is not a database of SalesBot, is damaged, or was written by a newer version.</exception>
    /// <exception cref="StoreUnavailableException">Another process keeps it locked, or it can not be opened or written.</exception>
    public static Task<SqliteStore> OpenAsync(string path, CancellationToken cancel, TimeProvider? time = null) =>
        OpenAsync(path, time ?? TimeProvider.System, BusyWait, cancel);

    internal static Task<SqliteStore> OpenAsync(string path, TimeProvider time, TimeSpan busyWait, CancellationToken cancel) => Task.Run(() =>
    {
        path = Path.GetFullPath(path);
        SqliteConnection? writer = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            writer = SqliteSchema.Open(SqliteSchema.ConnectionString(path, SqliteOpenMode.ReadWriteCreate), busyWait);
            SqliteSchema.Prepare(writer, path);
            return new SqliteStore(SqliteSchema.ConnectionString(path, SqliteOpenMode.ReadWrite), writer, time, busyWait);
        }
        catch (Exception error)
        {
            writer?.Dispose();
            if (error is SqliteException or IOException or UnauthorizedAccessException) throw Unavailable(error);
            throw;
        }
    }, cancel);

    public Task<Document?> FindAsync(Partition partition, string id, CancellationToken cancel)
    {
        StoreRules.CheckFind(partition, id);
        if (cache.IsFresh && cache.TryFind(partition, id, out var known)) return Task.FromResult(known);
        return Read(
            reader =>
            {
                var shelf = cache.ShelfOf(partition, out var generation);
                var found = reader.Find(partition, id, out var counter);
                cache.Saw(counter);
                cache.Keep(shelf, generation, id, found);
                return found;
            },
            cancel);
    }

    public Task<IReadOnlyList<Document>> RangeAsync(Partition partition, IdRange range, int take, CancellationToken cancel)
    {
        StoreRules.CheckRange(partition, range, take);
        if (cache.IsFresh && cache.Range(partition, range, take) is { } known) return Task.FromResult(known);
        return Read(
            reader =>
            {
                if (!cache.IsFresh) cache.Saw(reader.Counter());
                if (cache.Range(partition, range, take) is { } still) return still;
                var shelf = cache.ShelfOf(partition, out var generation);
                IReadOnlyList<Document> found = reader.Range(partition, range, take);
                cache.Keep(shelf, generation, range, take, found);
                return found;
            },
            cancel);
    }

    public Task<ChangePage> ChangesAsync(Partition partition, string? since, int take, CancellationToken cancel)
    {
        StoreRules.CheckChanges(partition, take);
        var last = 0L;
        if (since is not null && !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out last))
            throw new ArgumentException($"'{since}' is not a place in the changes.", nameof(since));
        return Read(reader =>
        {
            var documents = reader.Changes(partition, last, take);
            return new ChangePage(documents, documents.Count > 0 ? documents[^1].ETag : SqliteReader.ETag(last));
        }, cancel);
    }

    public async Task<SaveResult> SaveAsync(Partition partition, string operation, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        StoreRules.CheckSave(partition, operation, writes);
        cancel.ThrowIfCancellationRequested();
        var save = new PendingSave(partition, operation, writes, cancel);
        if (!saves.Writer.TryWrite(save)) await QueueAsync(save, cancel);
        return await save.Done;
    }

    /// <summary>What is overwritten in the database by <c>secure_delete</c> still stands in the log: that is emptied into it and cut off.</summary>
    public Task ScrubAsync(CancellationToken cancel) => Task.Run(() =>
    {
        using var connection = SqliteSchema.Open(connectionString, busyWait);
        for (var tries = 0; tries < 20; tries++)
        {
            cancel.ThrowIfCancellationRequested();
            if (SqliteSchema.Truncate(connection)) return;
        }
        throw new StoreUnavailableException("The log is in use all the time and could not be cut off.");
    }, cancel);

    public Task<string?> DamageAsync(CancellationToken cancel) => Task.Run(() =>
    {
        using var connection = SqliteSchema.Open(connectionString, busyWait);
        return SqliteSchema.Damage(connection);
    }, cancel);

    /// <summary>Ends when all saves handed in are on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        saves.Writer.TryComplete();
        await writing;
        CloseReaders();
    }

    private async Task QueueAsync(PendingSave save, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(busyWait);
        try
        {
            await saves.Writer.WriteAsync(save, patience.Token);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new StoreUnavailableException("More saves wait than the disk can take.");
        }
    }

    private void WriteAll(SqliteWriter first)
    {
        SqliteWriter? writer = first;
        var group = new List<PendingSave>(MaxGroup);
        while (saves.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaxGroup && saves.Reader.TryRead(out var save))
            {
                if (save.Cancel.IsCancellationRequested) save.GiveUp();
                else group.Add(save);
            }
            if (group.Count > 0) writer = Commit(writer, group);
            group.Clear();
        }
        writer?.Dispose();
    }

    /// <returns>The writer to go on with; null after an error whose connection is not trusted further.</returns>
    private SqliteWriter? Commit(SqliteWriter? writer, List<PendingSave> group)
    {
        try
        {
            writer ??= Reopened();
            writer.Commit(group);
            foreach (var save in group) save.Complete();
            return writer;
        }
        catch (Exception error)
        {
            var failure = error is SqliteException or IOException ? Unavailable(error) : error;
            foreach (var save in group) save.Fail(failure);
            if (error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY }) return writer;
            writer?.Dispose();
            return null;
        }
    }

    private SqliteWriter Reopened()
    {
        var connection = SqliteSchema.Open(connectionString, busyWait);
        try
        {
            SqliteSchema.Prepare(connection, connection.DataSource);
            return new(connection, time, cache);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private Task<T> Read<T>(Func<SqliteReader, T> read, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (cancel.IsCancellationRequested) return Task.FromCanceled<T>(cancel);
        SqliteReader? reader = null;
        try
        {
            if (!readers.TryTake(out reader)) reader = new(connectionString, busyWait);
            var result = read(reader);
            readers.Add(reader);
            if (closed) CloseReaders();
            return Task.FromResult(result);
        }
        catch (SqliteException error)
        {
            reader?.Dispose();
            return Task.FromException<T>(Unavailable(error));
        }
    }

    private void CloseReaders()
    {
        while (readers.TryTake(out var reader)) reader.Dispose();
    }

    private static StoreUnavailableException Unavailable(Exception error) => new($"The SQLite store can not answer: {error.Message}", error);
}
