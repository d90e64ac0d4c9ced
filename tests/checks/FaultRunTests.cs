using System.Globalization;
using SalesBot.Bot.Checks;
using Xunit;

namespace SalesBot.Tests.Checks;

/// <summary>
/// The built bot is killed with -9 at any moment, again and again, while people work with it; afterwards every invariant holds. Five
/// kills as a rule; SALESBOT_TESTS_KILLS sets another number, 2,000 before a release, in legs of 40 on a store each. SALESBOT_TESTS_SEED
/// plays another day. What each leg came to is written below TestResults/faults.
/// </summary>
public sealed class FaultRunTests
{
    private const int Leg = 40;

    [Fact]
    public async Task Whenever_it_is_killed_everything_holds()
    {
        var (wanted, seed) = (Number("SALESBOT_TESTS_KILLS", 5), Number("SALESBOT_TESTS_SEED", 1));
        var violated = new List<string>();
        for (var done = 0; done < wanted; done += Leg)
        {
            await using var run = new FaultRun(seed + done / Leg);
            var (counts, violations) = await run.RunAsync(Math.Min(Leg, wanted - done));
            violated.AddRange(violations.Select(violation => $"seed {seed + done / Leg}, {Checker.Block(violation)}"));
            await NoteAsync(seed + done / Leg, counts, violations, run);
            Assert.True(counts.Confirmed > 0, "Nobody was told that anything was written.");
        }
        Assert.True(violated.Count == 0, string.Join('\n', violated.Take(20)));
    }

    private static async Task NoteAsync(int seed, FaultCounts counts, IReadOnlyList<Violation> violations, FaultRun run)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("TestResults/faults")).FullName;
        await File.AppendAllTextAsync(Path.Combine(folder, "legs.txt"), string.Create(CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():u} seed {seed}: {counts.Kills} kills, {counts.Requests} requests ({counts.Unknown} without an answer, {counts.Redelivered} delivered again), {counts.Confirmed} confirmed writes, {counts.Entries} audit entries, {counts.Messages} messages, slowest start {counts.SlowestStart.TotalSeconds:0.0} s, {counts.Took.TotalSeconds:0} s, {violations.Count} violations\n"));
        if (violations.Count == 0) return;
        await File.WriteAllTextAsync(Path.Combine(folder, $"seed-{seed}.txt"), string.Join('\n', violations.Select(Checker.Block)));
        await run.KeepAsync(Path.Combine(folder, $"seed-{seed}"));
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) && number > 0 ? number : usual;
}
