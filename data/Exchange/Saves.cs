using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>Divides writes into saves that a store takes.</summary>
internal static class Saves
{
    /// <summary>Room for the audit entry that goes with a save: ids and two fingerprints of each record.</summary>
    private const int AuditBytes = 100_000;

    /// <summary>First everything that is put, in every partition, then what is deleted: at no moment a record is nowhere.</summary>
    public static IEnumerable<(Partition Partition, IReadOnlyList<Placed> Placed)> Of(Plan plan) => Of(plan.Puts).Concat(Of(plan.Deletes));

    public static IEnumerable<(Partition Partition, IReadOnlyList<Placed> Placed)> Of(IReadOnlyList<Placed> placed)
    {
        foreach (var group in placed.GroupBy(item => item.Partition))
        {
            var save = new List<Placed>();
            var bytes = 0;
            foreach (var item in group)
            {
                var size = item.Write.Id.Length + (item.Write.Body?.Length ?? 0);
                if (save.Count == StoreRules.MaxWrites - 1 || save.Count > 0 && bytes + size > StoreRules.MaxSaveBytes - AuditBytes)
                {
                    yield return (group.Key, save);
                    (save, bytes) = ([], 0);
                }
                save.Add(item);
                bytes += size;
            }
            yield return (group.Key, save);
        }
    }
}
