using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>
/// Brings records to the team they belong to, after an account's owner or a person's team changed. Each is first created at its new
/// place, then deleted at the old one, so that a crash in between leaves a copy, which the next run removes.
/// </summary>
internal sealed class Relocation(IDocumentStore store, Known known)
{
    private const int Tries = 5;

    // An account moves last: as long as it is there, somebody can see that its move is not finished.
    private IReadOnlyList<Movable> Movables =>
    [
        Of(Kinds.Contact), Of(Kinds.Correspondence), Of(Kinds.Visit), Of(Kinds.Lead), Of(Kinds.ContactMoment), Of(Kinds.Issue), Of(Kinds.Advice), Of(Kinds.Satisfaction),
        Of(Kinds.FuturePlan), Of(Kinds.AccountPlan), Of(Kinds.TurnedDown), Of(Kinds.Agreement), Of(Kinds.Cause), Of(Kinds.FollowUp), Of(Kinds.Approval), Of(Kinds.Trail),
        Of(Kinds.Absence), Of(Kinds.Quote), Of(Kinds.Revenue), Of(Kinds.Target), Of(Kinds.Account),
    ];

    /// <returns>How many documents moved.</returns>
    public async Task<int> RunAsync(Action<Partition> touch, CancellationToken cancel)
    {
        var moved = 0;
        foreach (var movable in Movables)
            foreach (var team in known.Teams)
                moved += await MoveAsync(movable, known.Of(team), touch, cancel);
        return moved;
    }

    private async Task<int> MoveAsync(Movable movable, Partition from, Action<Partition> touch, CancellationToken cancel)
    {
        var copied = new HashSet<string>(StringComparer.Ordinal);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 1; ; tries++)
        {
            var leaving = (await store.ListAsync(from, movable.All, int.MaxValue, cancel))
                .Select(document => (Document: document, To: movable.TeamOf(document) is { } team ? known.Of(team) : from))
                .Where(move => move.To != from).ToList();
            if (leaving.Count == 0) return moved.Count;
            // Somebody goes on working on one of them in the very moment.
            if (tries > Tries) throw new StoreUnavailableException($"Records of {from} were being changed by others the whole time.");

            var arriving = new List<Placed>();
            foreach (var (document, to) in leaving)
            {
                // A copy that an interrupted run left may have been worked on since: it stays as it is. A copy of this run follows the original.
                if (await store.FindAsync(to, document.Id, cancel) is null || copied.Contains(document.Id))
                    arriving.Add(new(to, new(document.Id, document.Schema, document.Body, Write.Any)));
                moved.Add(document.Id);
            }
            copied.UnionWith(arriving.Select(placed => placed.Write.Id));
            await SaveAsync(arriving, touch, cancel);
            await SaveAsync([.. leaving.Select(move => new Placed(from, new(move.Document.Id, move.Document.Schema, null, move.Document.ETag)))], touch, cancel);
        }
    }

    private async Task SaveAsync(IReadOnlyList<Placed> placed, Action<Partition> touch, CancellationToken cancel)
    {
        foreach (var (partition, part) in Saves.Of(placed))
        {
            touch(partition);
            await store.SaveAsync(partition, $"import:{Guid.NewGuid()}", [.. part.Select(item => item.Write)], cancel);
        }
    }

    private Movable Of<T>(Kind<T> kind) where T : class => new(kind.Range(), document => Home.Of(kind.Read(document).Record, known));

    /// <param name="TeamOf">Where it belongs; null: where it is.</param>
    private sealed record Movable(IdRange All, Func<Document, TeamId?> TeamOf);
}
