using SalesBot.Data.Privacy;
using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>One of the files that a tenant's records are exchanged in.</summary>
internal abstract class ExchangeFile(string name)
{
    /// <summary>In the order in which one may refer to another.</summary>
    public static readonly IReadOnlyList<ExchangeFile> All =
    [
        new UsersFile(), new ProductsFile(), new PackagePartsFile(), new DiscountTiersFile(), new PolicyFile(), new AccountsFile(),
        new ContactsFile(), new RevenueFile(), new TargetsFile(), new QuotesFile(), new VisitsFile(),
        .. RecordFiles.All,
    ];

    /// <summary>The file's name without extension.</summary>
    public string Name => name;

    /// <summary>Whether its rows decide in which team's partition the records of others lie.</summary>
    public virtual bool MovesOthers => false;

    /// <summary>Whether what every team counts depends on it.</summary>
    public virtual bool ConcernsEveryTeam => false;

    /// <summary>Whether an export holds it also without rows.</summary>
    public virtual bool IsAlwaysThere => true;

    public static ExchangeFile? Of(string path) =>
        All.FirstOrDefault(file => file.Name.Equals(Path.GetFileNameWithoutExtension(path), StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads every cell of the table; problems of all rows at once.</summary>
    /// <param name="known">Of this file alone: reading it may add to it.</param>
    public abstract Reading Read(string fileName, Table table, Known known);

    /// <summary>Header and rows of what is stored, ordered by key.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<string>>> ExportAsync(IDocumentStore store, Known known, CancellationToken cancel);
}

/// <param name="Rows">How many rows were read.</param>
/// <param name="PlanAsync">Compares the rows with what is stored now; only where there are no problems.</param>
internal sealed record Reading(int Rows, IReadOnlyList<Problem> Problems, Func<IDocumentStore, CancellationToken, Task<Plan>> PlanAsync);

/// <summary>One write, and the partition it belongs in.</summary>
internal readonly record struct Placed(Partition Partition, Write Write, ReadOnlyMemory<byte>? Before = null);

/// <summary>What must be written so that the store holds the file's rows.</summary>
/// <param name="Puts">New and changed records.</param>
/// <param name="Deletes">The same records where they lay before, to be deleted after that.</param>
internal sealed record Plan(IReadOnlyList<Placed> Puts, IReadOnlyList<Placed> Deletes, int Unchanged, IReadOnlyList<Problem> Problems)
{
    public int Count => Puts.Count + Deletes.Count;
}

/// <inheritdoc/>
/// <typeparam name="T">What a row is a record of.</typeparam>
internal abstract class ExchangeFile<T>(string name, Kind<T> kind) : ExchangeFile(name) where T : class
{
    protected abstract IReadOnlyList<Column<T>> Columns { get; }

    /// <summary>The columns that tell one record from another; rows replace by them.</summary>
    protected abstract IReadOnlyList<Column<T>> Key { get; }

    /// <summary>Whether the records lie in the tenant's directory; else with the teams.</summary>
    protected virtual bool InDirectory => false;

    protected abstract T Read(Cells row, Known known);

    /// <summary>The team whose partition holds it; null only for a file in the directory.</summary>
    protected virtual TeamId? TeamOf(T record, Known known) => null;

    /// <summary>Lets rows refer to other rows of the file.</summary>
    protected virtual void Prepare(IEnumerable<Cells> rows, Known known) { }

    /// <summary>What rows must not be together, once each of them is right by itself.</summary>
    protected virtual void CheckTogether(IReadOnlyList<(Cells Row, T Record)> rows, Known known) { }

    /// <summary>The row with what the file has no column for.</summary>
    protected virtual T Merge(T read, T stored) => read;

    /// <summary>Why a stored record that differs may not be replaced by a row.</summary>
    protected virtual Reason? WhyKept(T stored) => null;

    public override Reading Read(string fileName, Table table, Known known)
    {
        var problems = new List<Problem>();
        CheckHeader(fileName, table.Header, problems);
        if (problems.Count > 0) return new(table.Rows.Count, problems, null!);

        var place = table.Header.Select((column, index) => (column, index)).ToDictionary(header => header.column, header => header.index);
        Cells CellsOf(TableRow row, List<Problem> into) =>
            new(fileName, row.Line, column => place.TryGetValue(column, out var index) && index < row.Cells.Count ? row.Cells[index] : "", into);

        Prepare(table.Rows.Select(row => CellsOf(row, [])), known);
        var rows = new List<(Cells Row, T Record)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var cells = CellsOf(row, problems);
            if (row.Cells.Skip(table.Header.Count).Any(cell => cell.Length > 0))
                problems.Add(new(fileName, row.Line, Problem.WholeRow, Reasons.CellCount(row.Cells.Count, table.Header.Count)));
            var record = Read(cells, known);
            if (!cells.Sound) continue;
            if (lines.TryAdd(KeyOf(record, known), row.Line)) rows.Add((cells, record));
            else cells.Refuse(Key[0], Reasons.SameAs(Key.Select(column => column.Name), lines[KeyOf(record, known)]));
        }
        CheckTogether(rows, known);
        return new(table.Rows.Count, [.. problems.OrderBy(problem => problem.Line)], (store, cancel) => PlanAsync(fileName, rows, store, known, cancel));
    }

    public override async Task<IReadOnlyList<IReadOnlyList<string>>> ExportAsync(IDocumentStore store, Known known, CancellationToken cancel)
    {
        // A record that an interrupted move left in two places is exported once.
        var byKey = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (_, stored) in await StoredAsync(store, known, cancel)) byKey[KeyOf(stored.Record, known)] = stored.Record;
        return [
            [.. Columns.Select(column => column.Name)],
            .. byKey.Values.Select(record => (IReadOnlyList<string>)
                [.. Columns.Select(column => column.Guarded ? FormulaGuard.On(column.Write(record, known)) : column.Write(record, known))])];
    }

    private async Task<Plan> PlanAsync(string fileName, IReadOnlyList<(Cells Row, T Record)> rows, IDocumentStore store, Known known, CancellationToken cancel)
    {
        var stored = (await StoredAsync(store, known, cancel)).ToLookup(held => KeyOf(held.Stored.Record, known), StringComparer.Ordinal);
        List<Placed> puts = [], deletes = [];
        var problems = new List<Problem>();
        foreach (var (row, record) in rows)
        {
            var home = TeamOf(record, known) is { } team ? known.Of(team) : known.Directory;
            var held = stored[KeyOf(record, known)].ToList();
            var there = held.Find(held => held.Partition == home && held.Stored.Id == kind.IdOf(record)).Stored;
            var before = there ?? held.Select(held => held.Stored).FirstOrDefault();
            // What was erased since does not come back by a row that is the same otherwise.
            var differs = before is null || !Texts(before.Record, known).Zip(Texts(record, known)).All(cell => Redaction.Matches(cell.First, cell.Second));
            if (differs && before is not null && WhyKept(before.Record) is { } reason) problems.Add(new(fileName, row.Line, Key[0].Name, reason));

            var wanted = before is null ? record : differs ? Merge(record, before.Record) : before.Record;
            if (there is null) puts.Add(new(home, kind.Create(wanted)));
            else if (differs) puts.Add(new(home, kind.Replace(there, wanted), there.Body));
            deletes.AddRange(held.Where(held => held.Stored != there).Select(held => new Placed(held.Partition, kind.Delete(held.Stored), held.Stored.Body)));
        }
        return new(puts, deletes, rows.Count - puts.Count, problems);
    }

    private void CheckHeader(string fileName, IReadOnlyList<string> header, List<Problem> problems)
    {
        foreach (var (column, index) in header.Select((column, index) => (column, index)))
        {
            if (column.Length == 0) problems.Add(new(fileName, 1, $"{index + 1}", Reasons.NamelessColumn));
            else if (Columns.All(wanted => wanted.Name != column))
                problems.Add(new(fileName, 1, column, Reasons.NoColumnOf(Name, Columns.Select(wanted => wanted.Name))));
            else if (header.Take(index).Contains(column)) problems.Add(new(fileName, 1, column, Reasons.TwiceInHeader));
        }
        foreach (var missing in Columns.Where(column => !column.MayBeEmpty && !header.Contains(column.Name)))
            problems.Add(new(fileName, 1, missing.Name, Reasons.MissingColumn));
    }

    private async Task<IReadOnlyList<(Partition Partition, Stored<T> Stored)>> StoredAsync(IDocumentStore store, Known known, CancellationToken cancel)
    {
        var all = new List<(Partition, Stored<T>)>();
        foreach (var partition in InDirectory ? [known.Directory] : known.Teams.Select(known.Of))
            all.AddRange((await store.ListAsync(partition, kind, "", int.MaxValue, cancel)).Select(stored => (partition, stored)));
        return all;
    }

    private IEnumerable<string> Texts(T record, Known known) => Columns.Select(column => column.Write(record, known));
    private string KeyOf(T record, Known known) => string.Join('|', Key.Select(column => column.Write(record, known)));
}
