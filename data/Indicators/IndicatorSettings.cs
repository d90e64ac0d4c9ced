using SalesBot.Data.Accounts;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Data.Indicators;

/// <summary>Thresholds and spans that indicators are reckoned with. The rollups are kept with them: other values mean counting anew.</summary>
/// <param name="KeyAccountLine">EUR excl. VAT over 12 months; strictly more makes a key account.</param>
/// <param name="ContactDays">A contact counts as active for so many days after the last visit, call or mail.</param>
/// <param name="StableMonths">A contact that has been there longer counts as stable.</param>
/// <param name="InsightMonths">How far a customer's plan has to reach to give insight.</param>
/// <param name="InsightDays">How long such a plan counts after it was last heard.</param>
/// <param name="AfterSalesDays">Contact within so many days after an event.</param>
/// <param name="LargeDeviation">EUR; a deviation of at least this much and at least <paramref name="LargeDeviationPercent"/> wants a cause.</param>
/// <param name="QuoteChance">Percent; how likely an open quote is counted in the pipeline.</param>
/// <param name="LeadChance">Percent; of a lead that names no chance of its own.</param>
/// <param name="QualifiedChance">Percent; of a qualified one.</param>
public sealed record IndicatorSettings(
    decimal KeyAccountLine = 15_000, int ContactDays = 180, int StableMonths = 12, int InsightMonths = 6, int InsightDays = 180, int AfterSalesDays = 14,
    decimal LargeDeviation = 2_500, decimal LargeDeviationPercent = 20, decimal QuoteChance = 50, decimal LeadChance = 20, decimal QualifiedChance = 50)
{
    public static readonly IndicatorSettings Default = new();

    /// <summary>With what the organisation has set in its policy; the default where it has set nothing.</summary>
    public static async Task<IndicatorSettings> ReadAsync(IDocumentStore store, TenantId tenant, PolicySettings defaults, CancellationToken cancel) =>
        Default with { KeyAccountLine = (await PolicySettings.ReadAsync(store, tenant, defaults, cancel)).KeyAccountLine };

    /// <summary>Who has to be known at an account.</summary>
    public IReadOnlyList<ContactRole> RequiredRoles { get; init; } = [ContactRole.Principal, ContactRole.Booker, ContactRole.Finance];

    /// <summary>Whether actual and base lie so far apart that a cause is wanted.</summary>
    public bool IsLarge(decimal actual, decimal expected)
    {
        var difference = Math.Abs(actual - expected);
        return difference >= LargeDeviation && (expected == 0 || difference * 100 >= LargeDeviationPercent * Math.Abs(expected));
    }
}
