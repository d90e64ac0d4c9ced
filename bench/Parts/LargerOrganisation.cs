using SalesBot.Data.Exchange;

namespace SalesBot.Bench.Parts;

/// <summary>The demo organisation's files with more accounts of one person, with a month of revenue this year and last; they go up, down, come and go.</summary>
internal static class LargerOrganisation
{
    /// <returns>The folder to import; that of the demo itself where there is nothing more.</returns>
    /// <param name="folder">Where the files go.</param>
    public static string In(string folder, int more)
    {
        if (more == 0) return DemoOrganisation.Folder;
        var copy = Directory.CreateDirectory(Path.Combine(folder, "import")).FullName;
        foreach (var file in Directory.GetFiles(DemoOrganisation.Folder)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var numbers = Enumerable.Range(1, more).ToList();
        // A file has a bound, so they come in parts.
        foreach (var part in numbers.Chunk(40_000))
        {
            var beside = Directory.CreateDirectory(Path.Combine(copy, $"part-{part[0]}")).FullName;
            File.WriteAllLines(Path.Combine(beside, "accounts.csv"), part.Select(number => $"N-{number},Onderneming {number} BV,,zorg,Utrecht,anna.visser@salesbot.example,active,,30")
                .Prepend("account_id,name,aliases,segment,city,owner_email,status,wallet_eur,cadence_days"));
            File.WriteAllLines(Path.Combine(beside, "revenue.csv"), part.Where(number => number % 4 != 1).Select(number => $"N-{number},2025-01,overnight,{100 + number % 977}.00,1")
                .Concat(part.Where(number => number % 4 != 2).Select(number => $"N-{number},2026-01,overnight,{100 + number % 991}.00,1")).Prepend("account_id,month,group,revenue_eur,quantity"));
        }
        return copy;
    }
}
