using SalesBot.Data.Store;

namespace SalesBot.Bot.Checks;

/// <summary>Something that holds after whatever happened. Its number and words are those of docs/invariants.md.</summary>
internal abstract class Invariant(int number, string name, Told needs = Told.None)
{
    public int Number => number;
    public string Name => name;

    /// <summary>Without these nothing of it can be decided.</summary>
    public Told Needs => needs;

    /// <summary>With these more of it can be decided.</summary>
    public virtual Told Gains => Told.None;

    public abstract Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel);

    protected Violation Violated(string what, IEnumerable<string> history) => new(this, what, [.. history]);

    protected Violation Violated(string what, params string[] history) => new(this, what, history);
}

/// <summary>What others than the store have to tell.</summary>
[Flags]
internal enum Told { None = 0, Clients = 1, Capture = 2, Log = 4 }

/// <param name="What">One sentence.</param>
/// <param name="History">The fewest lines that show it, in their order.</param>
internal sealed record Violation(Invariant Of, string What, IReadOnlyList<string> History);

/// <summary>A document where it was found.</summary>
internal sealed record Found(Partition Partition, Document Document)
{
    public string Id => Document.Id;
    public string Kind { get; } = Document.Id.Split('|')[0];
    public string Key => Id[(Kind.Length + 1)..];
    public string Fingerprint => field ??= Data.Store.Fingerprint.Of(Document.Body);
}

/// <summary>A record with the partition that it lies in.</summary>
internal sealed record Held<T>(Partition Partition, T Record);
