using System.Diagnostics;

namespace SalesBot.Data.Store;

/// <summary>
/// Places where a test kills the process, as a power cut or <c>kill -9</c> would: nothing is closed, nothing is flushed. Calls are
/// compiled into Debug builds only.
/// </summary>
public static class CrashPoints
{
    /// <summary>The environment variable that names a file; what stands in the file is the point to die at. No file: nowhere.</summary>
    public const string Variable = "SALESBOT_CRASH_AT";

    public const string BeforeParse = "before-parse", BeforeCommit = "before-commit", WithinCommit = "within-commit",
        AfterCommit = "after-commit", AfterSend = "after-send", BeforeAcknowledge = "before-acknowledge";

    private static readonly string? File = Environment.GetEnvironmentVariable(Variable);

    [Conditional("DEBUG")]
    public static void Reach(string point)
    {
        if (File is null || !System.IO.File.Exists(File) || System.IO.File.ReadAllText(File).Trim() != point) return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // The signal may take a moment; nothing behind this point may happen meanwhile.
        self.WaitForExit();
    }
}
