namespace SalesBot.Data.Indicators;

public enum BridgeStep { New, Expansion, Contraction, Lost, NotAssigned }

public enum BridgeBase { LastYear, Target }

/// <summary>An account's revenue and what it is compared with.</summary>
public sealed record BridgeAccount(AccountId Account, string Name, decimal Actual, decimal Base);

/// <param name="Account">Null for what is assigned to no account.</param>
/// <param name="Difference">EUR; what this account adds to or takes from the deviation.</param>
/// <param name="Causes">As people told them.</param>
public sealed record BridgeLine(AccountId? Account, string? Name, BridgeStep Step, decimal Actual, decimal Base, decimal Difference,
    IReadOnlyList<Cause> Causes);

/// <summary>One bar of the chart.</summary>
public sealed record BridgeBar(BridgeStep Step, decimal Amount, int Accounts);

/// <summary>
/// Explains actual minus base (last year or target) by new, expanded, contracted and lost accounts. Every cent of the
/// deviation stands on a line: the residual is 0.
/// </summary>
/// <param name="Bars">All steps in order; those of 0 too.</param>
/// <param name="Lines">Largest effect first; accounts without a difference are left out.</param>
/// <param name="Causes">About the whole.</param>
public sealed record Bridge(
    Period Period, BridgeBase Against, decimal Base, decimal Actual, IReadOnlyList<BridgeBar> Bars, IReadOnlyList<BridgeLine> Lines,
    IReadOnlyList<Cause> Causes)
{
    /// <summary>By product group, price and volume against last year; null: not asked for.</summary>
    public BridgeSplit? Split { get; init; }

    public decimal Difference => Actual - Base;
    public decimal Residual => Difference - Bars.Sum(bar => bar.Amount);

    /// <param name="accounts">Each account once.</param>
    /// <param name="total">The base of the whole where it is not the sum of the accounts', such as a team's target; the rest is a bar of
    /// its own.</param>
    public static Bridge Build(
        Period period, BridgeBase against, IReadOnlyList<BridgeAccount> accounts, decimal? total = null,
        IReadOnlyList<Cause>? causes = null)
    {
        var told = (causes ?? []).Where(cause => cause.IsAbout(period)).OrderByDescending(cause => cause.At).ToList();
        var lines = accounts.Where(account => account.Actual != account.Base)
            .Select(account => new BridgeLine(
                account.Account, account.Name, StepOf(account), account.Actual, account.Base, account.Actual - account.Base,
                [.. told.Where(cause => cause.Account == account.Account)]))
            .ToList();
        var sum = accounts.Sum(account => account.Base);
        if (total is { } whole && whole != sum) lines.Add(new(null, null, BridgeStep.NotAssigned, 0, whole - sum, sum - whole, []));
        return new(
            period, against, total ?? sum, accounts.Sum(account => account.Actual),
            [.. Enum.GetValues<BridgeStep>().Select(step => Bar(step, lines))],
            [.. lines.OrderByDescending(line => Math.Abs(line.Difference)).ThenBy(line => line.Name, StringComparer.Ordinal)],
            [.. told.Where(cause => cause.Account is null)]);
    }

    // Credit notes can make either side negative: then only the direction of the difference says something.
    private static BridgeStep StepOf(BridgeAccount account) => account switch
    {
        { Base: 0, Actual: > 0 } => BridgeStep.New,
        { Base: > 0, Actual: 0 } => BridgeStep.Lost,
        _ => account.Actual > account.Base ? BridgeStep.Expansion : BridgeStep.Contraction,
    };

    private static BridgeBar Bar(BridgeStep step, IReadOnlyList<BridgeLine> lines)
    {
        var own = lines.Where(line => line.Step == step).ToList();
        return new(step, own.Sum(line => line.Difference), own.Count(line => line.Account is not null));
    }
}
