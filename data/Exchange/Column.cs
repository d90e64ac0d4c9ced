namespace SalesBot.Data.Exchange;

/// <summary>A column of a file, declared once for import and export.</summary>
internal abstract record Column<T>(string Name)
{
    public abstract bool MayBeEmpty { get; }

    /// <summary>The cell of a record, without the guard against formulas.</summary>
    public abstract string Write(T record, Known known);
    public abstract bool Guarded { get; }
}

/// <inheritdoc cref="Column{T}"/>
/// <param name="Of">The column's value of a record.</param>
internal sealed record Column<T, TValue>(string Name, Cell<TValue> Cell, Func<T, Known, TValue> Of) : Column<T>(Name)
{
    public Column(string name, Cell<TValue> cell, Func<T, TValue> of) : this(name, cell, (record, _) => of(record)) { }

    public override bool MayBeEmpty => Cell.MayBeEmpty;
    public override bool Guarded => Cell.Guarded;
    public override string Write(T record, Known known) => Cell.Write(Of(record, known));
}

/// <summary>One row while it is read: hands out values and collects what is wrong with them.</summary>
internal sealed class Cells(string file, int line, Func<string, string> text, List<Problem> problems)
{
    private readonly HashSet<string> refused = [];

    public int Line => line;
    public bool Sound => refused.Count == 0;

    public TValue Of<T, TValue>(Column<T, TValue> column)
    {
        var raw = text(column.Name);
        if (column.Cell.Read(column.Guarded ? FormulaGuard.Off(raw) : raw, out var value) is { } reason) Refuse(column, reason);
        return value;
    }

    /// <summary>What a cell refers to; null, and a problem, where it is not known.</summary>
    public TThing? Find<T, TKey, TThing>(Column<T, TKey> column, IReadOnlyDictionary<TKey, TThing> things, string where)
        where TKey : notnull where TThing : class
    {
        var raw = text(column.Name);
        if (column.Cell.Read(column.Guarded ? FormulaGuard.Off(raw) : raw, out var key) is { } reason) Refuse(column, reason);
        else if (things.TryGetValue(key, out var thing)) return thing;
        else Refuse(column, Reasons.Unknown(raw.Trim(), where));
        return null;
    }

    /// <summary>One reason a cell: the first.</summary>
    public void Refuse<T>(Column<T> column, Reason reason)
    {
        if (refused.Add(column.Name)) problems.Add(new(file, line, column.Name, reason));
    }
}
