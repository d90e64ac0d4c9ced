using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SalesBot.Data.Store.Sqlite;

/// <summary>The file: what marks it as ours, its tables, and the settings that a commit's safety rests on.</summary>
internal static class SqliteSchema
{
    private const int Version = 1;
    private const int Application = 0x53424F54; // "SBOT"

    // One row of `counter` holds the last sequence number. It never goes back, not even when the newest document is deleted: an ETag is a
    // sequence number and must not return, and who follows changes must not miss the next one.
    private const string Tables = """
        CREATE TABLE document (pk TEXT NOT NULL, id TEXT NOT NULL, schema INTEGER NOT NULL, body BLOB NOT NULL, seq INTEGER NOT NULL,
            PRIMARY KEY (pk, id)) WITHOUT ROWID;
        CREATE UNIQUE INDEX change ON document (pk, seq);
        CREATE TABLE operation (number INTEGER PRIMARY KEY, pk TEXT NOT NULL, id TEXT NOT NULL, print BLOB NOT NULL, etags TEXT NOT NULL,
            at INTEGER NOT NULL);
        CREATE UNIQUE INDEX operation_id ON operation (pk, id);
        CREATE TABLE counter (seq INTEGER NOT NULL);
        INSERT INTO counter VALUES (0);
        """;

    public static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString();

    public static SqliteConnection Open(string connectionString, TimeSpan busyWait)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // SQLite's own wait has finer steps than the driver's, which gives up at once after it.
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={busyWait.TotalMilliseconds:0}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes the file ours where it is new; refuses one that is not ours, damaged or from a newer program.</summary>
    /// <exception cref="InvalidDataException">The file is refused; it was not changed.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        try
        {
            Claim(connection, path);
            // A power cut may take nothing that was acknowledged: WAL, and a flush at every commit.
            Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
            if (Text(connection, "PRAGMA journal_mode") != "wal" || Number(connection, "PRAGMA synchronous") != 2)
                throw new InvalidDataException($"{path} can not be written safely here: SQLite refuses WAL with synchronous=FULL.");
            if (Text(connection, "PRAGMA quick_check(1)") is var state and not "ok")
                throw new InvalidDataException($"{path} is damaged, restore a backup: {state}");
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new InvalidDataException($"{path} is not a database of SalesBot, or it is damaged: {error.Message}", error);
        }
    }

    /// <summary>False: somebody was reading or writing all the while.</summary>
    public static bool Truncate(SqliteConnection connection) => Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;

    /// <summary>Null: SQLite finds nothing wrong in the whole file.</summary>
    public static string? Damage(SqliteConnection connection) => Text(connection, "PRAGMA integrity_check(1)") is var state and not "ok" ? state ?? "?" : null;

    private static void Claim(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        if (application == 0 && version == 0 && Number(connection, "SELECT count(*) FROM sqlite_master") == 0)
        {
            Run(connection, $"{Tables} PRAGMA application_id={Application}; PRAGMA user_version={Version}");
            transaction.Commit();
        }
        else if (application != Application) throw new InvalidDataException($"{path} is not a database of SalesBot.");
        else if (version > Version) throw new InvalidDataException($"{path} was written by a newer SalesBot (schema {version}, known {Version}).");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string? Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
