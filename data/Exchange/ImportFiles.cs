using System.Text.RegularExpressions;

namespace SalesBot.Data.Exchange;

/// <summary>Which files an import takes, in the order in which one may refer to another.</summary>
internal static partial class ImportFiles
{
    private static readonly string[] Extensions = [".csv", ".xlsx"];

    public static IReadOnlyList<(string Path, ExchangeFile File)> Find(IReadOnlyList<string> paths, List<Problem> problems)
    {
        var found = new List<(string Path, ExchangeFile File)>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) found.AddRange(InFolder(path, problems));
            else if (!File.Exists(path)) problems.Add(Refused(path, Reasons.NotThere));
            else if (ExchangeFile.Of(path) is not { } file)
                problems.Add(Refused(path, Reasons.UnknownName(ExchangeFile.All.Select(known => known.Name))));
            else if (!HasKnownExtension(path)) problems.Add(Refused(path, Reasons.NoFormat));
            else found.Add((path, file));
        }
        return [.. ExchangeFile.All.SelectMany(file => found.Where(item => item.File == file)).DistinctBy(item => Path.GetFullPath(item.Path))];
    }

    /// <summary>A file that somebody sent, under the name that is known here; null: it is none of ours.</summary>
    public static (string Name, ExchangeFile File)? Sent(string name, List<Problem> problems)
    {
        // A second download or upload is called "accounts (1)" or "accounts 1".
        var plain = CopyMark().Replace(Path.GetFileNameWithoutExtension(name), "");
        if (ExchangeFile.Of(plain + ".csv") is not { } file)
            problems.Add(Refused(name, Reasons.UnknownName(ExchangeFile.All.Where(known => known.IsAlwaysThere).Select(known => known.Name))));
        else if (!HasKnownExtension(name)) problems.Add(Refused(name, Reasons.NoFormat));
        else return (file.Name + Path.GetExtension(name).ToLowerInvariant(), file);
        return null;
    }

    [GeneratedRegex(@"\s*(\(\d{1,3}\)|\s\d{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex CopyMark();

    private static IEnumerable<(string, ExchangeFile)> InFolder(string folder, List<Problem> problems)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(HasKnownExtension).Where(path => ExchangeFile.Of(path) is not null).Select(path => (path, ExchangeFile.Of(path)!)).ToList();
        if (files.Count == 0) problems.Add(Refused(folder, Reasons.NothingInFolder));
        return files;
    }

    private static bool HasKnownExtension(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
    private static Problem Refused(string path, Reason reason) => new(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), 1, Problem.WholeFile, reason);
}
