using System.Diagnostics;

namespace SalesBot.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Every file that is, or is about to be, under version control; paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SalesBot.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No SalesBot.sln above {start}: the tests read files of the repository.");
    }

    private static string[] ListFiles()
    {
        var git = new ProcessStartInfo("git", ["-C", Root, "ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(git)!;
        var names = process.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException("git ls-files failed: these tests need the checkout, not a copy without .git.");
        return [.. names.Where(name => File.Exists(PathOf(name))).Order(StringComparer.Ordinal)];
    }
}
