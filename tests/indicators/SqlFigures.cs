using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SalesBot.Tests.Indicators;

/// <summary>The indicators reckoned a second time, as plain SQL over the rows of the imported files; it knows nothing of the product.</summary>
internal sealed class SqlFigures : IDisposable
{
    /// <summary>Each gives a part and a whole, or one value.</summary>
    private static readonly Dictionary<string, string> Rates = new()
    {
        ["key_accounts"] = "SELECT SUM(cents > $line), COUNT(*) FROM (SELECT a.account_id, (SELECT IFNULL(SUM(cents), 0) FROM revenue r WHERE r.account_id = a.account_id AND month BETWEEN $kf AND $kt) cents FROM mine a)",
        ["key_account_share"] = "SELECT SUM(CASE WHEN cents > $line THEN cents ELSE 0 END), SUM(cents) FROM (SELECT SUM(cents) cents FROM revenue JOIN mine USING (account_id) WHERE month BETWEEN $kf AND $kt GROUP BY account_id)",
        ["market_share"] = "SELECT (SELECT SUM(cents) FROM revenue JOIN mine USING (account_id) WHERE wallet IS NOT NULL AND month BETWEEN $kf AND $kt), (SELECT SUM(wallet) FROM mine)",
        ["role_coverage"] = """
            SELECT (SELECT COUNT(DISTINCT c.account_id || c.role) FROM visits v JOIN contacts c USING (contact_id) JOIN mine a ON a.account_id = c.account_id
                WHERE a.status = 'active' AND c.role IN ('principal', 'booker', 'finance') AND v.visited_on BETWEEN date($at, '-180 days') AND $at),
                (SELECT 3 * COUNT(*) FROM mine WHERE status = 'active')
            """,
        ["multi_threading"] = """
            SELECT (SELECT COUNT(*) FROM (SELECT v.account_id FROM visits v JOIN mine a USING (account_id) WHERE a.status = 'active' AND v.contact_id <> ''
                AND v.visited_on BETWEEN date($at, '-180 days') AND $at GROUP BY v.account_id HAVING COUNT(DISTINCT v.contact_id) >= 2)),
                (SELECT COUNT(*) FROM mine WHERE status = 'active')
            """,
        ["contact_stability"] = "SELECT SUM(date(since, '+12 months') <= $at), COUNT(*) FROM contacts JOIN mine USING (account_id) WHERE since <> '' AND since <= $at",
        ["cadence"] = """
            SELECT SUM(EXISTS (SELECT 1 FROM visits v WHERE v.account_id = a.account_id AND v.visited_on BETWEEN date($at, '-' || a.cadence || ' days') AND $at)), COUNT(*)
            FROM mine a WHERE cadence IS NOT NULL AND status <> 'inactive'
            """,
        ["retention"] = """
            SELECT SUM(now > 0 AND before > 0), SUM(before > 0) FROM (SELECT SUM(CASE WHEN month BETWEEN $rf AND $rt THEN cents ELSE 0 END) now,
                SUM(CASE WHEN month BETWEEN $lf AND $lt THEN cents ELSE 0 END) before FROM revenue JOIN mine USING (account_id) GROUP BY account_id)
            """,
        ["cross_sell"] = """
            SELECT SUM(bought >= 2), COUNT(*) FROM (SELECT SUM(cents) cents, SUM(cents > 0) bought FROM (SELECT account_id, SUM(cents) cents FROM revenue JOIN mine USING (account_id)
                WHERE month BETWEEN $rf AND $rt GROUP BY account_id, "group") GROUP BY account_id) WHERE cents > 0
            """,
        ["cause_coverage"] = """
            SELECT 0, COUNT(*) FROM (SELECT actual, CASE WHEN target <> 0 THEN target ELSE before END base FROM (SELECT
                (SELECT IFNULL(SUM(cents), 0) FROM revenue r WHERE r.account_id = a.account_id AND month BETWEEN $rf AND $rt) actual,
                (SELECT IFNULL(SUM(cents), 0) FROM revenue r WHERE r.account_id = a.account_id AND month BETWEEN $lf AND $lt) before,
                (SELECT IFNULL(SUM(cents), 0) FROM targets t WHERE t.scope = 'account' AND t.scope_id = a.account_id AND month BETWEEN $rf AND $rt) target FROM mine a))
            WHERE ABS(actual - base) >= 250000 AND (base = 0 OR ABS(actual - base) * 100 >= 20 * ABS(base))
            """,
        ["hit_rate"] = "SELECT SUM(outcome = 'accepted'), COUNT(*) FROM myquotes WHERE outcome <> '' AND decided_on BETWEEN $from AND $to",
        ["hit_rate_sent"] = "SELECT SUM(outcome = 'accepted'), COUNT(*) FROM myquotes WHERE sent_on BETWEEN $from AND $to",
        ["hit_rate_value"] = "SELECT SUM(CASE WHEN outcome = 'accepted' THEN cents ELSE 0 END), SUM(cents) FROM myquotes WHERE outcome <> '' AND decided_on BETWEEN $from AND $to",
        ["quote_first_pass"] = "SELECT SUM(approved_on <> '' AND returned = 0), COUNT(*) FROM myquotes WHERE submitted_on BETWEEN $from AND $to",
        ["competitive_win_rate"] = "SELECT SUM(outcome = 'accepted'), SUM(outcome = 'accepted' OR (outcome = 'rejected' AND competitor <> '')) FROM myquotes WHERE decided_on BETWEEN $from AND $to",
        ["denial_rate"] = "SELECT 0, COUNT(*) FROM myquotes WHERE requested_on BETWEEN $from AND $to",
        ["upsell_rate"] = "SELECT 0, COUNT(*) FROM myquotes WHERE outcome <> '' AND decided_on BETWEEN $from AND $to",
        ["note_quality"] = "SELECT SUM(contact_id <> '' AND goal <> '' AND outcome <> '' AND next_step <> ''), COUNT(*) FROM myvisits WHERE visited_on BETWEEN $from AND $to",
        ["logged_within_24h"] = "SELECT SUM(logged_on <= date(visited_on, '+1 day')), COUNT(*) FROM myvisits WHERE visited_on BETWEEN $from AND $to",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["revenue"] = "SELECT IFNULL(SUM(cents), 0) / 100.0 FROM revenue JOIN mine USING (account_id) WHERE month BETWEEN $rf AND $rt",
        ["quote_requests"] = "SELECT COUNT(*) FROM myquotes WHERE requested_on BETWEEN $from AND $to",
        ["quote_revisions"] = "SELECT ROUND(SUM(versions) * 1.0 / COUNT(*), 2) FROM myquotes WHERE outcome = 'accepted' AND decided_on BETWEEN $from AND $to",
        // From noon to noon: 5 hours of the first day, 3 of the last, 8 of each working day in between.
        ["quote_turnaround"] = """
            WITH hours AS (SELECT CASE WHEN requested_on = sent_on THEN 0 ELSE 5 * work(requested_on) + 3 * work(sent_on) + 8 * between_days(requested_on, sent_on) END h
                FROM myquotes WHERE sent_on BETWEEN $from AND $to), ranked AS (SELECT h, ROW_NUMBER() OVER (ORDER BY h) i, COUNT(*) OVER () n FROM hours)
            SELECT AVG(h) FROM ranked WHERE i IN ((n + 1) / 2, (n + 2) / 2)
            """,
    };

    private readonly SqliteConnection db = new("Data Source=:memory:");

    public SqlFigures(string folder)
    {
        db.Open();
        db.CreateFunction("work", (string day) => IsWorkday(Day(day)) ? 1 : 0);
        db.CreateFunction("between_days", (string from, string to) => Enumerable.Range(1, Math.Max(0, Day(to).DayNumber - Day(from).DayNumber - 1)).Count(i => IsWorkday(Day(from).AddDays(i))));
        foreach (var name in new[] { "users", "accounts", "contacts", "revenue", "targets", "quotes", "visits" }) Load(name, Path.Combine(folder, name + ".csv"));
        Run("""
            UPDATE revenue SET month = month || '-01';
            ALTER TABLE revenue ADD cents INT; UPDATE revenue SET cents = CAST(ROUND(revenue_eur * 100) AS INT);
            ALTER TABLE targets ADD cents INT; UPDATE targets SET cents = CAST(ROUND(revenue_eur * 100) AS INT), month = month || '-01';
            CREATE INDEX by_revenue ON revenue (account_id, month); CREATE INDEX by_visit ON visits (account_id, visited_on); CREATE INDEX by_contact ON contacts (contact_id);
            CREATE INDEX by_target ON targets (scope_id, month);
            """);
    }

    /// <summary>From here on the figures are those of a team, a person's e-mail address or an account.</summary>
    public void Choose(string scope, string id) => Run($"""
        DROP TABLE IF EXISTS mine; DROP TABLE IF EXISTS myquotes; DROP TABLE IF EXISTS myvisits;
        CREATE TEMP TABLE mine AS SELECT account_id, status, CAST(NULLIF(cadence_days, '') AS INT) cadence, CAST(NULLIF(wallet_eur, '') * 100 AS INT) wallet FROM accounts
            JOIN users ON email = owner_email WHERE CASE '{scope}' WHEN 'team' THEN team WHEN 'user' THEN email ELSE account_id END = '{id}';
        UPDATE mine SET wallet = NULL WHERE wallet = 0;
        CREATE TEMP TABLE myquotes AS SELECT q.*, CAST(ROUND(value_eur * 100) AS INT) cents, CAST(returned_count AS INT) returned FROM quotes q JOIN users ON email = owner_email
            WHERE CASE '{scope}' WHEN 'team' THEN team WHEN 'user' THEN email ELSE account_id END = '{id}';
        CREATE TEMP TABLE myvisits AS SELECT v.* FROM visits v JOIN users ON email = user_email WHERE CASE '{scope}' WHEN 'team' THEN team WHEN 'user' THEN email ELSE account_id END = '{id}';
        """);

    /// <summary>Every indicator that the files can feed; null: not defined.</summary>
    public IEnumerable<(string Code, decimal? Value, int? Count)> Of(DateOnly from, DateOnly to, DateOnly reachTo, DateOnly today)
    {
        var end = new DateOnly(reachTo.Year, reachTo.Month, 1);
        (string, object)[] parameters =
        [
            ("$from", from), ("$to", to), ("$rf", from), ("$rt", reachTo), ("$lf", from.AddYears(-1)), ("$lt", end.AddYears(-1)),
            ("$kf", end.AddMonths(-11)), ("$kt", end), ("$at", to < today ? to : today), ("$line", 1_500_000),
        ];
        foreach (var (code, sql) in Values) yield return (code, Row(sql, parameters)[0], null);
        var (revenue, before) = (Row(Values["revenue"], parameters)[0]!.Value, Row(Values["revenue"].Replace("$rf", "$lf").Replace("$rt", "$lt"), parameters)[0]!.Value);
        yield return ("revenue_growth", Percent(revenue - before, before), null);
        foreach (var (code, sql) in Rates)
        {
            if (Row(sql, parameters) is not [var part, var whole]) throw new InvalidOperationException(code);
            if (code == "key_accounts") yield return (code, part ?? 0, (int)(whole ?? 0));
            else yield return (code, Percent(part ?? 0, whole ?? 0), code is "hit_rate_value" or "key_account_share" or "market_share" ? null : (int)(whole ?? 0));
            if (code == "retention") yield return ("churn", 100 - Percent(part ?? 0, whole ?? 0), null);
        }
    }

    public void Dispose() => db.Dispose();

    private static decimal? Percent(decimal part, decimal whole) => whole == 0 ? null : Math.Round(part / whole * 100, 1, MidpointRounding.AwayFromZero);

    private decimal?[] Row(string sql, IEnumerable<(string Name, object Value)> parameters)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters.Where(one => sql.Contains(one.Name, StringComparison.Ordinal)))
            command.Parameters.AddWithValue(name, value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value);
        using var reader = command.ExecuteReader();
        return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? (decimal?)null : Convert.ToDecimal(reader.GetValue(i), CultureInfo.InvariantCulture))] : [null, null];
    }

    private void Load(string table, string file)
    {
        using var transaction = db.BeginTransaction();
        var lines = File.ReadLines(file);
        var columns = lines.First().Split(',');
        Run($"CREATE TABLE {table} ({string.Join(", ", columns.Select(column => $"\"{column}\" {(column is "revenue_eur" or "value_eur" or "versions" ? "NUMERIC" : "TEXT")}"))})");
        using var insert = db.CreateCommand();
        insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        foreach (var line in lines.Skip(1))
        {
            insert.Parameters.Clear();
            foreach (var (cell, i) in line.Split(',').Select((cell, i) => (cell, i))) insert.Parameters.AddWithValue($"$p{i}", cell);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private void Run(string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static bool IsWorkday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
