using System.Globalization;
using SalesBot.Bot.Checks;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Checks;

/// <summary>
/// The built bot is killed with -9 at any moment, again and again, while people work with it; afterwards every invariant holds. Five
/// kills as a rule; SALESBOT_TESTS_KILLS sets another number, 2,000 before a release, in legs of 40 on a store each. SALESBOT_TESTS_SEED
/// plays another day. Two processes on one account of the Cosmos edition share 150 turns at random, one of them killed twice as they
/// work; SALESBOT_TESTS_TURNS=10000 plays so many, with ten kills. A soak mixes kills with a failing connector, a language model that does
/// what it likes, a store that somebody else holds and a clock that jumps: half a minute, or SALESBOT_TESTS_SOAK minutes. What each leg came to is written below TestResults/faults.
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
            violated.AddRange(await PlayAsync(seed + done / Leg, new(Math.Min(Leg, wanted - done)), ""));
        }
        Assert.True(violated.Count == 0, string.Join('\n', violated.Take(20)));
    }

    [Fact]
    public async Task Whichever_of_two_instances_is_killed_everything_holds()
    {
        var turns = Number("SALESBOT_TESTS_TURNS", 150);
        var violated = await PlayAsync(Number("SALESBOT_TESTS_SEED", 1), new(turns < 1000 ? 2 : 10, Edition.Cosmos, Instances: 2, turns), "two-");
        Assert.True(violated.Count == 0, string.Join('\n', violated.Take(20)));
    }

    [Fact]
    public async Task In_a_soak_with_every_fault_everything_holds()
    {
        var lasts = Number("SALESBOT_TESTS_SOAK", 0) is > 0 and var minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromSeconds(30);
        var violated = await PlayAsync(Number("SALESBOT_TESTS_SEED", 1), new(0, Lasts: lasts), "soak-");
        Assert.True(violated.Count == 0, string.Join('\n', violated.Take(20)));
    }

    private static async Task<IReadOnlyList<string>> PlayAsync(int seed, FaultPlan plan, string name)
    {
        await using var run = new FaultRun(seed, plan);
        var (counts, violations) = await run.RunAsync();
        await NoteAsync(name + "seed", seed, counts, violations, run);
        // An honest refusal is none of them.
        Assert.True(counts.Failed <= counts.Requests / 1000, $"{counts.Failed} of {counts.Requests} turns failed.");
        Assert.True(counts.Confirmed > 0, "Nobody was told that anything was written.");
        return [.. violations.Select(violation => $"seed {seed}, {Checker.Block(violation)}")];
    }

    private static async Task NoteAsync(string name, int seed, FaultCounts counts, IReadOnlyList<Violation> violations, FaultRun run)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("TestResults/faults")).FullName;
        await File.AppendAllTextAsync(Path.Combine(folder, "legs.txt"), string.Create(CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():u} {name} {seed}: {counts.Kills} kills, {counts.Requests} requests ({counts.Unknown} without an answer, {counts.Redelivered} delivered again), {counts.Confirmed} confirmed writes, {counts.Entries} audit entries, {counts.Messages} messages, {counts.Failed} failed turns, {counts.Holds} holds of the store, {counts.Jumps} jumps of the clock, {counts.ModelCalls} calls of the model, slowest start {counts.SlowestStart.TotalSeconds:0.0} s, {counts.Took.TotalSeconds:0} s, {violations.Count} violations\n"));
        if (violations.Count == 0) return;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-{seed}.txt"), string.Join('\n', violations.Select(Checker.Block)));
        await run.KeepAsync(Path.Combine(folder, $"{name}-{seed}"));
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) && number > 0 ? number : usual;
}
