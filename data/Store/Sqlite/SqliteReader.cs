using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SalesBot.Data.Store.Sqlite;

/// <summary>A connection that only reads, with its statements prepared. Used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find, count, ascending, descending, changes;

    public SqliteReader(string connectionString, TimeSpan busyWait)
    {
        connection = SqliteSchema.Open(connectionString, busyWait);
        find = connection.Prepared(
            "SELECT d.id, d.schema, d.body, d.seq, c.seq FROM counter c LEFT JOIN document d ON d.pk=$pk AND d.id=$id", "$pk", "$id");
        count = connection.Prepared("SELECT seq FROM counter");
        const string range = "SELECT id, schema, body, seq FROM document WHERE pk=$pk AND id>=$from AND id<$to ORDER BY id";
        ascending = connection.Prepared($"{range} LIMIT $take", "$pk", "$from", "$to", "$take");
        descending = connection.Prepared($"{range} DESC LIMIT $take", "$pk", "$from", "$to", "$take");
        changes = connection.Prepared(
            "SELECT id, schema, body, seq FROM document WHERE pk=$pk AND seq>$since ORDER BY seq LIMIT $take", "$pk", "$since", "$take");
    }

    /// <param name="counter">How much was ever saved in the file.</param>
    public Document? Find(Partition partition, string id, out long counter)
    {
        using var rows = find.With(partition.Key, id).ExecuteReader();
        rows.Read();
        counter = rows.GetInt64(4);
        return rows.IsDBNull(0) ? null : Document(rows);
    }

    /// <inheritdoc cref="Find"/>
    public long Counter() => (long)count.ExecuteScalar()!;

    public List<Document> Range(Partition partition, IdRange range, int take) =>
        Read((range.Descending ? descending : ascending).With(partition.Key, range.From, range.To, take));

    public List<Document> Changes(Partition partition, long since, int take) => Read(changes.With(partition.Key, since, take));

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[find, count, ascending, descending, changes]) command.Dispose();
        connection.Dispose();
    }

    private static List<Document> Read(SqliteCommand command)
    {
        var documents = new List<Document>();
        using var rows = command.ExecuteReader();
        while (rows.Read()) documents.Add(Document(rows));
        return documents;
    }

    private static Document Document(SqliteDataReader row) => new(row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2), ETag(row.GetInt64(3)));

    public static string ETag(long seq) => seq.ToString(CultureInfo.InvariantCulture);
}

internal static class SqliteCommands
{
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    /// <summary>Sets the parameters in the order in which they were declared.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }
}
