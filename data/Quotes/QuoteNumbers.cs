using System.Globalization;
using System.Text.Json.Serialization;
using SalesBot.Data.People;
using SalesBot.Data.Store;

namespace SalesBot.Data.Quotes;

/// <summary>
/// Gives out quote numbers, unique in the tenant. Numbers are tenant-wide while quotes lie in their team's partition, so a number
/// is taken in a save of its own, before the quote's: a number may stay unused, none is given twice.
/// </summary>
public sealed class QuoteNumbers(IDocumentStore store, TenantId tenant)
{
    private const int MostTries = 50;

    public async Task<QuoteNumber> TakeAsync(int year, CancellationToken cancel)
    {
        var partition = Partition.Directory(tenant);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var stored = await store.FindAsync(partition, LastNumber.Kind, year.ToString(CultureInfo.InvariantCulture), cancel);
            var next = new LastNumber(year, (stored?.Record.Number ?? await HighestAsync(year, cancel)) + 1);
            var write = stored is null ? LastNumber.Kind.Create(next) : LastNumber.Kind.Replace(stored, next);
            if (await store.SaveAsync(partition, Guid.NewGuid().ToString("N"), [write], cancel) is SaveResult.Saved) return Number(year, next.Number);
            await Task.Delay(Random.Shared.Next(1, 10 + attempt), cancel);
        }
        throw new StoreUnavailableException("No quote number could be taken.");
    }

    private static QuoteNumber Number(int year, int number) => new(string.Create(CultureInfo.InvariantCulture, $"Q-{year}-{number:0000}"));

    /// <summary>The highest number that the import brought, so that none of those is given again.</summary>
    private async Task<int> HighestAsync(int year, CancellationToken cancel)
    {
        var prefix = $"Q-{year}-";
        var highest = 0;
        foreach (var team in await new Organisation(store, tenant).TeamsAsync(cancel))
            foreach (var quote in await store.ListAsync(Partition.Of(tenant, team.Id), Kinds.Quote, prefix, int.MaxValue, cancel))
                if (int.TryParse(quote.Record.Number.Value.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    highest = Math.Max(highest, number);
        return highest;
    }
}

/// <summary>The last quote number given out in a year.</summary>
public sealed record LastNumber(int Year, int Number)
{
    public static readonly Kind<LastNumber> Kind =
        new("last-number", 1, () => QuoteNumbersJson.Default.LastNumber, last => last.Year.ToString(CultureInfo.InvariantCulture));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LastNumber))]
internal sealed partial class QuoteNumbersJson : JsonSerializerContext;
