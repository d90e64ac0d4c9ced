using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>Divides writes into saves that a store takes.</summary>
internal static class Saves
{
    /// <summary>First everything that is put, in every partition, then what is deleted: at no moment a record is nowhere.</summary>
    public static IEnumerable<(Partition Partition, IReadOnlyList<Write> Writes)> Of(Plan plan) => Of(plan.Puts).Concat(Of(plan.Deletes));

    public static IEnumerable<(Partition Partition, IReadOnlyList<Write> Writes)> Of(IReadOnlyList<Placed> placed)
    {
        foreach (var group in placed.GroupBy(item => item.Partition))
        {
            var save = new List<Write>();
            var bytes = 0;
            foreach (var (_, write) in group)
            {
                var size = write.Id.Length + (write.Body?.Length ?? 0);
                if (save.Count == StoreRules.MaxWrites || save.Count > 0 && bytes + size > StoreRules.MaxSaveBytes)
                {
                    yield return (group.Key, save);
                    (save, bytes) = ([], 0);
                }
                save.Add(write);
                bytes += size;
            }
            yield return (group.Key, save);
        }
    }
}
