using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>Writes what a tenant owns in the import formats: exported, imported into an empty store and exported again, the files are equal.</summary>
public sealed class Exporter(IDocumentStore store, TenantId tenant)
{
    /// <summary>Writes the files; replaces what lies there under their names.</summary>
    /// <returns>The files' paths.</returns>
    public async Task<IReadOnlyList<string>> ExportAsync(string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var known = await Known.LoadAsync(store, tenant, [], cancel);
        var paths = new List<string>();
        foreach (var file in ExchangeFile.All)
        {
            var path = Path.Combine(folder, file.Name + ".csv");
            var rows = await file.ExportAsync(store, known, cancel);
            if (rows.Count == 1 && !file.IsAlwaysThere)
            {
                File.Delete(path);
                continue;
            }
            await File.WriteAllBytesAsync(path + ".part", CsvTable.Write(rows), cancel);
            File.Move(path + ".part", path, overwrite: true);
            paths.Add(path);
        }
        return paths;
    }
}
