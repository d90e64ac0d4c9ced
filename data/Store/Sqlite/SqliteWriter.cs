using Microsoft.Data.Sqlite;

namespace SalesBot.Data.Store.Sqlite;

/// <summary>A save on its way to the file.</summary>
internal sealed class PendingSave(Partition partition, string operation, IReadOnlyList<Write> writes, CancellationToken cancel)
{
    private readonly TaskCompletionSource<SaveResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Partition Partition => partition;
    public string Operation => operation;
    public IReadOnlyList<Write> Writes => writes;
    public byte[] Print { get; } = StoreRules.Print(writes);
    public CancellationToken Cancel => cancel;
    public SaveResult? Result { get; set; }
    public Task<SaveResult> Done => done.Task;

    public void Complete() => done.TrySetResult(Result!);
    public void Fail(Exception error) => done.TrySetException(error);
    public void GiveUp() => done.TrySetCanceled(cancel);
}

/// <summary>
/// The only connection that writes. It commits all saves that wait as one transaction, as the flush to disk is what a commit costs.
/// A save's conditions are all checked before its first write, so a conflict leaves nothing behind and the others go on.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // Old operations go a few at a time, more than come in, so that no commit is ever long.
    private const int Pruned = 4;

    private readonly TimeProvider time;
    private readonly SqliteCache cache;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand version, put, delete, seen, remember, prune, count, advance, begin, commit, rollback;
    private long seq;

    public SqliteWriter(SqliteConnection connection, TimeProvider time, SqliteCache cache)
    {
        (this.connection, this.time, this.cache) = (connection, time, cache);
        version = connection.Prepared("SELECT seq FROM document WHERE pk=$pk AND id=$id", "$pk", "$id");
        put = connection.Prepared("""
            INSERT INTO document (pk, id, schema, body, seq) VALUES ($pk, $id, $schema, $body, $seq)
            ON CONFLICT (pk, id) DO UPDATE SET schema=excluded.schema, body=excluded.body, seq=excluded.seq
            """, "$pk", "$id", "$schema", "$body", "$seq");
        delete = connection.Prepared("DELETE FROM document WHERE pk=$pk AND id=$id", "$pk", "$id");
        seen = connection.Prepared("SELECT print, etags FROM operation WHERE pk=$pk AND id=$id AND at>$oldest", "$pk", "$id", "$oldest");
        remember = connection.Prepared(
            "INSERT OR REPLACE INTO operation (pk, id, print, etags, at) VALUES ($pk, $id, $print, $etags, $at)",
            "$pk", "$id", "$print", "$etags", "$at");
        prune = connection.Prepared(
            "DELETE FROM operation WHERE number IN (SELECT number FROM operation ORDER BY number LIMIT $most) AND at<=$oldest", "$most", "$oldest");
        count = connection.Prepared("SELECT seq FROM counter");
        advance = connection.Prepared("UPDATE counter SET seq=$seq", "$seq");
        // As plain statements: the driver's own transaction would have to be set on each of the prepared ones.
        (begin, commit, rollback) = (connection.Prepared("BEGIN IMMEDIATE"), connection.Prepared("COMMIT"), connection.Prepared("ROLLBACK"));
    }

    /// <summary>Saves each of them or tells its conflict; where it throws, nothing of the group is saved.</summary>
    public void Commit(IReadOnlyList<PendingSave> group)
    {
        begin.ExecuteNonQuery();
        try
        {
            SaveAll(group);
            CrashPoints.Reach(CrashPoints.WithinCommit);
            cache.Announce(group, seq);
            commit.ExecuteNonQuery();
            cache.Ends(group, done: true);
        }
        catch
        {
            RollBack();
            cache.Ends(group, done: false);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[version, put, delete, seen, remember, prune, count, advance, begin, commit, rollback]) command.Dispose();
        connection.Dispose();
    }

    private void SaveAll(IReadOnlyList<PendingSave> group)
    {
        var now = time.GetUtcNow();
        var oldest = (now - StoreRules.OperationsKept).ToUnixTimeMilliseconds();
        // Read each time: another process may have written in between.
        seq = (long)count.ExecuteScalar()!;
        cache.Begins(seq);
        var before = seq;
        foreach (var save in group) save.Result = Earlier(save, oldest) ?? Conflict(save) ?? Apply(save, now);
        if (seq == before) return;
        advance.With(seq).ExecuteNonQuery();
        prune.With(Pruned * group.Count, oldest).ExecuteNonQuery();
    }

    private void RollBack()
    {
        try
        {
            rollback.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back itself, as it does when the disk fails.
        }
    }

    private SaveResult? Earlier(PendingSave save, long oldest)
    {
        using var row = seen.With(save.Partition.Key, save.Operation, oldest).ExecuteReader();
        if (!row.Read()) return null;
        return row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(save.Print)
            ? new SaveResult.Saved(row.GetString(1).Split(' '))
            : new SaveResult.Conflict(save.Writes[0].Id);
    }

    private SaveResult? Conflict(PendingSave save)
    {
        foreach (var write in save.Writes)
        {
            if (write.IfMatch == Write.Any) continue;
            var stored = version.With(save.Partition.Key, write.Id).ExecuteScalar() is long found ? SqliteReader.ETag(found) : null;
            if (stored != write.IfMatch) return new SaveResult.Conflict(write.Id);
        }
        return null;
    }

    private SaveResult Apply(PendingSave save, DateTimeOffset now)
    {
        var etags = new string[save.Writes.Count];
        // A save of deletions only counts too, so that its operation is remembered in a group that is known to have written.
        seq++;
        for (var i = 0; i < etags.Length; i++)
        {
            var write = save.Writes[i];
            if (write.Body is { } body)
            {
                put.With(save.Partition.Key, write.Id, write.Schema, Bytes(body), ++seq).ExecuteNonQuery();
                etags[i] = SqliteReader.ETag(seq);
            }
            else
            {
                delete.With(save.Partition.Key, write.Id).ExecuteNonQuery();
                etags[i] = "";
            }
        }
        remember.With(save.Partition.Key, save.Operation, save.Print, string.Join(' ', etags), now.ToUnixTimeMilliseconds()).ExecuteNonQuery();
        return new SaveResult.Saved(etags);
    }

    // The driver takes arrays only; most bodies are a whole one already.
    private static byte[] Bytes(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out var whole) && whole.Array is { } array && array.Length == body.Length
            ? array
            : body.ToArray();
}
