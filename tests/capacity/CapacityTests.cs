using System.Globalization;
using Xunit;

namespace SalesBot.Tests.Capacity;

/// <summary>The figures of docs/capacity.md, which are counted and reckoned here and nowhere else.</summary>
public sealed class CapacityTests
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, Charge>>> Counted = new(Scenes.MeasureAsync);

    [Fact]
    public async Task The_page_says_what_is_counted()
    {
        var counted = await Counted.Value;
        var wanted = counted.Select(scene => Line(scene.Key, scene.Value)).ToArray();
        var told = Rows("| scene |").Where(row => counted.ContainsKey(row[0])).ToArray();
        var same = told.Length == wanted.Length && told.Zip(wanted).All(pair => IsClose(pair.First, pair.Second, from: 6));
        Assert.True(same, "docs/capacity.md should have:\n" + Lines(wanted));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(10000)]
    public async Task The_plan_follows_from_what_is_counted(int tenants)
    {
        var counted = await Counted.Value;
        string[] wanted =
        [
            tenants.ToString("N0", CultureInfo.InvariantCulture), Whole(tenants * Plan.UsersPerTenant * Plan.MessagesADay / (8 * 3600) * Plan.Peak),
            Whole(Plan.Busy(counted, tenants)), Whole(Plan.Busy(counted, tenants) * Plan.Peak), Whole(Plan.Idle(counted, tenants)), Whole(Plan.GigabytesAYear(counted, tenants)),
            Whole(Plan.Deployments(tenants)), Whole(Plan.MostUnits(counted, tenants)), Whole(Plan.StoreAMonth(counted, tenants)), Whole(Plan.MachinesAMonth(tenants)),
        ];
        var told = Rows("| tenants |").SingleOrDefault(row => row[0] == wanted[0]);
        Assert.True(told is not null && IsClose(told, wanted, from: 1), "docs/capacity.md should have:\n" + Lines([wanted]));
    }

    [Fact]
    public void The_assumptions_of_the_page_are_those_that_are_reckoned_with()
    {
        var told = Rows("| a person, a working day |").ToDictionary(row => row[0], row => (row[1], row[2]));
        Assert.Equal(Plan.Person.ToDictionary(scene => scene.Scene, scene => (Number(scene.ADay), Number(scene.Messages))), told);
        var page = File.ReadAllText(Repository.PathOf("docs/capacity.md"));
        foreach (var part in (string[])[$"{Plan.UsersPerTenant} people in {Plan.TeamsPerTenant} teams", $"{Number(Plan.MessagesADay)} messages", $"{Plan.Days} working days", $"{Plan.Peak} times", $"{Plan.TenantsADeployment} tenants", $"${Plan.Throughput.ToString(CultureInfo.InvariantCulture)}", $"${Number(Plan.Machine)}", $"${Plan.Storage.ToString(CultureInfo.InvariantCulture)}"])
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1.00, 4.95)]
    [InlineData(6, 1.235, 6.855)]
    [InlineData(100, 7.68, 37.02)]
    public void Between_the_sizes_that_are_published_a_charge_lies_on_the_line(int kb, double read, double insert)
    {
        Assert.Equal(read, RequestUnits.Read(kb * 1024), 0.01);
        Assert.Equal(insert, RequestUnits.Insert(kb * 1024), 0.01);
        Assert.Equal(2 * insert, RequestUnits.Replace(kb * 1024), 0.02);
    }

    private static string[] Line(string scene, Charge charge)
    {
        // A row of an import, of many.
        var of = scene == Scenes.Row ? Scenes.Rows : 1;
        return
        [
            scene, Number(charge.Reads, of), Number(charge.Queries, of), Number(charge.Creates, of), Number(charge.Replaces, of), Number(charge.Deletes, of),
            Number(charge.BytesRead / 1024.0, of), Number(charge.BytesWritten / 1024.0, of), Number(charge.Units, of),
        ];
    }

    /// <summary>Counts are equal; sizes, and what is reckoned from them, differ by the length of a time or a number.</summary>
    /// <param name="from">The column where those begin.</param>
    private static bool IsClose(string[] told, string[] counted, int from) => told.Length == counted.Length && told.Zip(counted).Select((pair, i) =>
        pair.First == pair.Second || i >= from && Value(pair.First) is { } first && Value(pair.Second) is { } second && Math.Abs(first - second) <= Math.Max(0.3, 0.05 * second)).All(same => same);

    private static double? Value(string text) => double.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Number(double value, int of = 1) => Math.Round(value / of, of == 1 ? 1 : 2).ToString(CultureInfo.InvariantCulture);

    private static string Whole(double value) => value.ToString(value < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture);

    private static string Lines(IEnumerable<string[]> rows) => string.Join('\n', rows.Select(row => $"| {string.Join(" | ", row)} |"));

    /// <summary>The cells of the table whose heading begins so.</summary>
    private static IEnumerable<string[]> Rows(string heading)
    {
        var page = File.ReadAllText(Repository.PathOf("docs/capacity.md"));
        var table = page[page.IndexOf(heading, StringComparison.Ordinal)..];
        return table.Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());
    }
}
