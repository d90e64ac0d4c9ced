using SalesBot.Data;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Channel;

/// <summary>Changes of single records in a tenant's directory, where others may be changing the same.</summary>
internal static class DirectoryChanges
{
    private const int Tries = 4;

    /// <summary>Reads, changes and writes against the version that was read; a change to null or to what is there writes nothing.</summary>
    public static async Task<(T After, T? Before)> ChangeAsync<T>(
        this IDocumentStore store, TenantId tenant, Kind<T> kind, string key, Func<T?, T?> change, CancellationToken cancel) where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await store.FindAsync(Partition.Directory(tenant), kind, key, cancel);
            var after = change(stored?.Record);
            if (after is null || after.Equals(stored?.Record)) return (after!, stored?.Record);
            var write = stored is null ? kind.Create(after) : kind.Replace(stored, after);
            var result = await store.SaveAsync(Partition.Directory(tenant), $"reference|{Guid.NewGuid():N}", [write], cancel);
            if (result is SaveResult.Saved) return (after, stored?.Record);
            if (attempt == Tries) throw new StoreUnavailableException($"{write.Id} was changed by others {Tries} times in a row.");
        }
    }
}
