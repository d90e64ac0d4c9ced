using System.Text.Json;
using SalesBot.Data.Privacy;
using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>
/// A kind of record as it is stored, one column a property: text, days and numbers as they are, lists and parts as JSON. So a kind that
/// gets a property has it in its file.
/// </summary>
internal sealed class RecordFile<T> : ExchangeFile where T : class
{
    private const string TeamColumn = "in_team";
    private readonly Kind<T> kind;

    public RecordFile(string name, Kind<T> kind) : base(name)
    {
        this.kind = kind;
        Properties = new(() => [.. RecordColumn.Of(kind.Shape).Where(column => Completes is null || Completes.Contains(column.Property) || column.IsId)]);
    }

    public override bool IsAlwaysThere => false;

    /// <summary>The properties that it adds to records of another file; null: it holds whole records.</summary>
    public IReadOnlyList<string>? Completes { get; init; }

    /// <summary>Which records it has a row for.</summary>
    public Func<T, bool> Has { get; init; } = _ => true;

    public bool InDirectory { get; init; }

    /// <summary>Why a stored record that differs may not be replaced by a row.</summary>
    public Func<T, Reason?> WhyKept { get; init; } = _ => null;

    private Lazy<IReadOnlyList<RecordColumn>> Properties { get; }

    private bool HasTeam => !InDirectory && Completes is null;

    private IEnumerable<string> Header => HasTeam ? [TeamColumn, .. Properties.Value.Select(column => column.Name)] : Properties.Value.Select(column => column.Name);

    public override Reading Read(string fileName, Table table, Known known)
    {
        var problems = new List<Problem>();
        foreach (var (name, index) in table.Header.Select((name, index) => (name, index)))
            if (!Header.Contains(name)) problems.Add(new(fileName, 1, name, Reasons.NoColumnOf(Name, Header)));
            else if (table.Header.Take(index).Contains(name)) problems.Add(new(fileName, 1, name, Reasons.TwiceInHeader));
        foreach (var column in Properties.Value.Where(column => column.IsRequired && !table.Header.Contains(column.Name))) problems.Add(new(fileName, 1, column.Name, Reasons.MissingColumn));
        if (HasTeam && !table.Header.Contains(TeamColumn)) problems.Add(new(fileName, 1, TeamColumn, Reasons.MissingColumn));
        if (problems.Count > 0) return new(table.Rows.Count, problems, null!);

        var place = table.Header.Select((name, index) => (name, index)).ToDictionary(header => header.name, header => header.index);
        var rows = new List<RecordRow>();
        foreach (var row in table.Rows)
        {
            var before = problems.Count;
            string CellOf(string column) => place.TryGetValue(column, out var index) && index < row.Cells.Count ? row.Cells[index] : "";
            if (HasTeam && !known.Teams.Contains(TeamId.Of(CellOf(TeamColumn)))) problems.Add(new(fileName, row.Line, TeamColumn, Reasons.NoTeam(CellOf(TeamColumn))));
            foreach (var column in Properties.Value)
                if (column.WhyNot(CellOf(column.Name), known) is { } reason) problems.Add(new(fileName, row.Line, column.Name, reason));
            if (problems.Count == before) rows.Add(new(row.Line, HasTeam ? TeamId.Of(CellOf(TeamColumn)) : null, Properties.Value.ToDictionary(column => column, column => CellOf(column.Name))));
        }
        return new(table.Rows.Count, problems, (store, cancel) => PlanAsync(fileName, rows, store, known, cancel));
    }

    public override async Task<IReadOnlyList<IReadOnlyList<string>>> ExportAsync(IDocumentStore store, Known known, CancellationToken cancel)
    {
        var rows = new List<(string Key, IReadOnlyList<string> Cells)>();
        foreach (var (team, stored) in await StoredAsync(store, known, cancel))
        {
            if (!Has(stored.Record)) continue;
            using var body = JsonDocument.Parse(kind.Body(stored.Record));
            var cells = Properties.Value.Select(column => column.Write(body.RootElement));
            rows.Add(($"{team?.Value}|{stored.Id}", HasTeam ? [team!.Value.Value, .. cells] : [.. cells]));
        }
        return [[.. Header], .. rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Cells)];
    }

    private async Task<Plan> PlanAsync(string fileName, IReadOnlyList<RecordRow> rows, IDocumentStore store, Known known, CancellationToken cancel)
    {
        var stored = (await StoredAsync(store, known, cancel)).ToLookup(held => KeyOf(kind.Body(held.Stored.Record), held.Stored.Record), StringComparer.Ordinal);
        List<Placed> puts = [], deletes = [];
        var problems = new List<Problem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var before = Completes is null ? null : stored[row.Id].Select(held => held.Stored).FirstOrDefault();
            if (Completes is not null && before is null)
            {
                problems.Add(new(fileName, row.Line, Problem.WholeRow, Reasons.NothingToComplete));
                continue;
            }
            if (RecordColumn.Read(row.Cells, kind, before?.Record) is not { } record || !IsStorable(record))
            {
                problems.Add(new(fileName, row.Line, Problem.WholeRow, Reasons.NoRecord));
                continue;
            }
            var key = KeyOf(kind.Body(record), record);
            if (!seen.Add(key))
            {
                problems.Add(new(fileName, row.Line, Problem.WholeRow, Reasons.Twice));
                continue;
            }
            var held = stored[key].ToList();
            // What was erased since does not come back by a row that is the same otherwise.
            if (held.Find(one => Redaction.Matches(kind.Body(one.Stored.Record), kind.Body(record))).Stored is { } erased) record = erased.Record;
            var home = InDirectory ? known.Directory : known.Of(Home.Of(record, known) ?? row.Team ?? held[0].Team!.Value);
            var there = held.Find(one => PartitionOf(one.Team, known) == home && one.Stored.Id == kind.IdOf(record)).Stored;
            var differs = there is null || !kind.Same(there.Record, record);
            if (differs && held.Count > 0 && !kind.Same(held[0].Stored.Record, record) && WhyKept(held[0].Stored.Record) is { } reason) problems.Add(new(fileName, row.Line, Problem.WholeRow, reason));
            if (there is null) puts.Add(new(home, kind.Create(record)));
            else if (differs) puts.Add(new(home, kind.Replace(there, record), there.Body));
            deletes.AddRange(held.Where(one => one.Stored != there).Select(one => new Placed(PartitionOf(one.Team, known), kind.Delete(one.Stored), one.Stored.Body)));
        }
        return new(puts, deletes, rows.Count - puts.Count, problems);
    }

    private bool IsStorable(T record)
    {
        try
        {
            StoreRules.CheckFind(new("tenant:team:any"), kind.IdOf(record));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // What has an id keeps it wherever it is listed.
    private string KeyOf(byte[] body, T record)
    {
        using var read = JsonDocument.Parse(body);
        return Properties.Value.FirstOrDefault(column => column.IsId)?.Write(read.RootElement) ?? kind.KeyOf(record);
    }

    private Partition PartitionOf(TeamId? team, Known known) => team is { } one ? known.Of(one) : known.Directory;

    private async Task<IReadOnlyList<(TeamId? Team, Stored<T> Stored)>> StoredAsync(IDocumentStore store, Known known, CancellationToken cancel)
    {
        var all = new List<(TeamId?, Stored<T>)>();
        if (InDirectory) all.AddRange((await store.ListAsync(known.Directory, kind, "", int.MaxValue, cancel)).Select(stored => ((TeamId?)null, stored)));
        else
            foreach (var team in known.Teams)
                all.AddRange((await store.ListAsync(known.Of(team), kind, "", int.MaxValue, cancel)).Select(stored => ((TeamId?)team, stored)));
        return all;
    }

    /// <param name="Team">Null: not asked.</param>
    private sealed record RecordRow(int Line, TeamId? Team, IReadOnlyDictionary<RecordColumn, string> Cells)
    {
        public string Id => Cells.First(cell => cell.Key.IsId).Value;
    }
}
