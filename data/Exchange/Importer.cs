using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>
/// Takes a tenant's files into the store. A file is validated whole, against what is stored and the files before it, and only then
/// written: all or nothing, also across partitions and a crash (see <see cref="ImportJournal"/>). Rows replace by key, and only what
/// differs is written, so running it again changes nothing.
/// </summary>
/// <remarks>An account lies in its owner's team; when owner or team changes, what belongs to the account moves along.</remarks>
/// <param name="by">Who stands in the audit; null: the operator at the command line.</param>
public sealed class Importer(IDocumentStore store, TenantId tenant, TimeProvider clock, UserId? by = null)
{
    private const int Tries = 5;
    private readonly ImportJournal journal = new(store, tenant, clock);

    /// <param name="paths">Files, or folders with files of the known names in them; other files in folders are passed over.</param>
    public async Task<ImportReport> ImportAsync(IReadOnlyList<string> paths, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var run = new Run(tenant, progress);
        await ResumeAsync(run, cancel);
        foreach (var (path, file) in ImportFiles.Find(paths, run.Problems)) await TakeAsync(Path.GetFileName(path), () => Table.Read(path), file, run, cancel);
        return run.Report();
    }

    /// <summary>One file that somebody sent; by its name, as one on disk.</summary>
    public async Task<ImportReport> ImportAsync(string name, byte[] content, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var run = new Run(tenant, progress);
        await ResumeAsync(run, cancel);
        if (ImportFiles.Sent(name, run.Problems) is var (known, file)) await TakeAsync(known, () => Table.Of(known, content), file, run, cancel);
        return run.Report();
    }

    /// <summary>What an import of the file would do. Writes nothing.</summary>
    public async Task<ImportPreview> PreviewAsync(string name, byte[] content, CancellationToken cancel)
    {
        List<Problem> problems = [];
        if (ImportFiles.Sent(name, problems) is not var (known, file)) return new(name, 0, 0, 0, 0, problems);
        if (Opened(known, () => Table.Of(known, content), problems) is not { } table) return new(known, 0, 0, 0, 0, problems);
        var reading = file.Read(known, table, await Known.LoadAsync(store, tenant, [], cancel, clock.GetUtcNow().Year));
        if (reading.Problems.Count > 0) return new(known, reading.Rows, 0, 0, 0, reading.Problems);
        var plan = await reading.PlanAsync(store, cancel);
        // What moves to another team is put there and deleted here.
        var changed = plan.Puts.Count(put => put.Before is not null) + plan.Deletes.Count;
        return new(known, reading.Rows, Math.Max(plan.Puts.Count - changed, 0), Math.Min(changed, plan.Puts.Count), plan.Unchanged, plan.Problems);
    }

    /// <summary>Finishes what a crash interrupted; to be called at the start. Writes nothing where nothing was.</summary>
    public async Task<ImportReport> ResumeAsync(IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var run = new Run(tenant, progress);
        await ResumeAsync(run, cancel);
        return run.Report();
    }

    private async Task ResumeAsync(Run run, CancellationToken cancel)
    {
        var unfinished = (await journal.UnfinishedAsync(cancel)).ToDictionary(entry => entry.File);
        foreach (var file in ExchangeFile.All.Where(file => unfinished.ContainsKey(file.Name)))
        {
            var entry = unfinished[file.Name];
            var known = await Known.LoadAsync(store, tenant, entry.Teams, cancel, clock.GetUtcNow().Year);
            // Nobody knows any more which teams it had come to.
            foreach (var team in known.Teams) run.Touch(known.Of(team));
            var reading = file.Read(file.Name + ".csv", CsvTable.Read(await journal.ContentAsync(entry, cancel)), known);
            // It was sound when it was begun; what has gone since is reported, the rest of the file can not be finished.
            if (reading.Problems.Count > 0) run.Problems.AddRange(reading.Problems);
            else await ApplyAsync(file, file.Name + ".csv", reading, await reading.PlanAsync(store, cancel), known, run, cancel);
            await journal.EndAsync(entry, cancel);
        }
    }

    private static Table? Opened(string name, Func<Table> open, List<Problem> problems)
    {
        try
        {
            return open();
        }
        catch (UnreadableException unreadable)
        {
            problems.Add(new(name, unreadable.Line, Problem.WholeFile, unreadable.Reason));
            return null;
        }
    }

    private async Task TakeAsync(string name, Func<Table> open, ExchangeFile file, Run run, CancellationToken cancel)
    {
        if (Opened(name, open, run.Problems) is not { } table) return;
        var known = await Known.LoadAsync(store, tenant, [], cancel, clock.GetUtcNow().Year);
        var before = known.Teams;
        var reading = file.Read(name, table, known);
        var plan = reading.Problems.Count > 0 ? null : await reading.PlanAsync(store, cancel);
        if (plan is null || plan.Problems.Count > 0)
        {
            run.Problems.AddRange(plan?.Problems ?? reading.Problems);
            return;
        }
        // One save is all or nothing by itself.
        var entry = Saves.Of(plan).Skip(1).Any() || file.MovesOthers && plan.Count > 0 ? await journal.BeginAsync(file.Name, table, before, cancel) : null;
        await ApplyAsync(file, name, reading, plan, known, run, cancel);
        if (entry is not null) await journal.EndAsync(entry, cancel);
    }

    private async Task ApplyAsync(ExchangeFile file, string name, Reading reading, Plan plan, Known known, Run run, CancellationToken cancel)
    {
        run.Teams.UnionWith(known.Teams);
        var (unchanged, total, done) = (plan.Unchanged, plan.Count, 0);
        for (var tries = 1; plan.Count > 0; tries++)
        {
            var conflict = false;
            foreach (var (partition, placed) in Saves.Of(plan))
            {
                var operation = $"import:{Guid.NewGuid()}";
                var entry = AuditEntry.Of(clock.GetUtcNow(), by ?? AuditEntry.Operator, "import", operation, placed.Select(item => (item.Write, item.Before)));
                conflict |= await store.SaveAsync(partition, operation, [.. placed.Select(item => item.Write), AuditEntry.Kind.Create(entry)], cancel) is SaveResult.Conflict;
                run.Touch(partition);
                run.Progress?.Report(new(name, done += placed.Count, Math.Max(total, done)));
            }
            if (!conflict && file.ConcernsEveryTeam) foreach (var team in known.Teams) run.Touch(known.Of(team));
            if (!conflict) break;
            // Somebody worked on one of these records meanwhile: look again at what still differs.
            if (tries == Tries) throw new StoreUnavailableException($"{name} was being changed by others the whole time.");
            plan = await reading.PlanAsync(store, cancel);
        }
        var moved = file.MovesOthers ? await MoveAsync(known.Teams, run, cancel) : 0;
        run.Files.Add(new(name, reading.Rows, reading.Rows - unchanged, unchanged, moved));
    }

    private async Task<int> MoveAsync(IReadOnlyList<TeamId> teamsBefore, Run run, CancellationToken cancel)
    {
        var known = await Known.LoadAsync(store, tenant, teamsBefore, cancel);
        run.Teams.UnionWith(known.Teams);
        return await new Relocation(store, known).RunAsync(run.Touch, cancel);
    }

    /// <summary>What one run did so far.</summary>
    private sealed class Run(TenantId tenant, IProgress<ImportProgress>? progress)
    {
        private readonly HashSet<Partition> touched = [];

        public IProgress<ImportProgress>? Progress => progress;
        public List<Problem> Problems { get; } = [];
        public List<FileReport> Files { get; } = [];
        public SortedSet<TeamId> Teams { get; } = new(Comparer<TeamId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)));

        public void Touch(Partition partition) => touched.Add(partition);
        public ImportReport Report() => new(Files, Problems, [.. Teams.Where(team => touched.Contains(Partition.Of(tenant, team)))]);
    }
}
