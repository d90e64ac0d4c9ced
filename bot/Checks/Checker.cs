using System.Text;

namespace SalesBot.Bot.Checks;

/// <summary>What became of one invariant.</summary>
/// <param name="Missing">What was not given; where the invariant needs it, nothing was checked.</param>
internal sealed record Finding(Invariant Of, IReadOnlyList<Violation> Violations, Told Missing)
{
    public bool IsChecked => (Of.Needs & Missing) == Told.None;
}

/// <summary>Holds a store, and what others tell of it, against the thirteen invariants of docs/invariants.md.</summary>
internal static class Checker
{
    /// <summary>The last one reads what the others could not.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new NoLostWrite(), new NoDoubleWrite(), new AllOrNothing(), new OneDecision(), new NothingLeavesUndecided(), new AuditComplete(), new NoUnsentNotification(),
        new CardsConverge(), new WallsHold(), new SumsHold(), new SerialStory(), new NobodyWaitsInSilence(), new CleanEnd(),
    ];

    public static async Task<IReadOnlyList<Finding>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var invariant in All)
        {
            var missing = evidence.Missing(invariant.Needs | invariant.Gains);
            findings.Add(new(invariant, evidence.Has(invariant.Needs) ? await invariant.CheckAsync(evidence, cancel) : [], missing));
        }
        return findings;
    }

    /// <summary>A line for each invariant, then each violation in a block of its own.</summary>
    public static string Report(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            var result = !finding.IsChecked ? "not checked"
                : finding.Violations.Count == 0 ? "holds"
                : $"VIOLATED {finding.Violations.Count} {(finding.Violations.Count == 1 ? "time" : "times")}";
            var without = finding.Missing == Told.None ? "" : $" (without {string.Join(", ", Options(finding.Missing))})";
            text.AppendLine($"{finding.Of.Number,2}  {finding.Of.Name,-26} {result}{without}");
        }
        foreach (var violation in findings.SelectMany(finding => finding.Violations)) text.AppendLine().Append(Block(violation));
        return text.ToString();
    }

    public static string Block(Violation violation)
    {
        var text = new StringBuilder().AppendLine($"{violation.Of.Number}. {violation.Of.Name}: {violation.What}");
        foreach (var line in violation.History) text.AppendLine($"     {line}");
        return text.ToString();
    }

    private static IEnumerable<string> Options(Told missing) =>
        Enum.GetValues<Told>().Where(story => story != Told.None && missing.HasFlag(story)).Select(story => $"--{story.ToString().ToLowerInvariant()}");
}
