namespace SalesBot.Tests.Capacity;

/// <summary>
/// What Azure Cosmos DB charges, reckoned from what Microsoft publishes: the servers that the tests run on charge 1 for everything. With session
/// consistency, and nothing indexed but /pk and /id.
/// </summary>
internal static class RequestUnits
{
    // learn.microsoft.com, azure/cosmos-db/understand-request-unit-consumption: a document of so many KB, read by its id and written.
    private static readonly (double Kb, double Read, double Write)[] BySize =
        [(1, 1.00, 4.95), (2, 1.04, 6.29), (4, 1.14, 6.67), (8, 1.33, 7.04), (16, 1.67, 9.52), (32, 2.19, 11.23), (64, 4.76, 22.67), (128, 9.95, 48.19), (256, 20.28, 98.29)];

    public static double Read(int bytes) => Between(bytes, row => row.Read);

    public static double Insert(int bytes) => Between(bytes, row => row.Write);

    // learn.microsoft.com, azure/cosmos-db/optimize-cost-reads-writes: twice what inserting it costs.
    public static double Replace(int bytes) => 2 * Insert(bytes);

    /// <summary>Not published; as writing what is left of it.</summary>
    public static double Delete() => Insert(1024);

    /// <summary>Not published as a rule: the least that a query in one partition is charged with, and what reading its documents by their ids in order adds. An estimate, on the high side.</summary>
    public static double Query(int bytes) => 2.8 + 0.05 * bytes / 1024;

    private static double Between(int bytes, Func<(double Kb, double Read, double Write), double> of)
    {
        var kb = bytes / 1024.0;
        if (kb <= BySize[0].Kb) return of(BySize[0]);
        for (var i = 1; i < BySize.Length; i++)
        {
            var (low, high) = (BySize[i - 1], BySize[i]);
            if (kb <= high.Kb) return of(low) + (of(high) - of(low)) * (kb - low.Kb) / (high.Kb - low.Kb);
        }
        return of(BySize[^1]) * kb / BySize[^1].Kb;
    }
}
