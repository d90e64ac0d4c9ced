using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace SalesBot.Tests;

/// <summary>
/// Runs the scripts in tests/npm, which hold our output against Microsoft's own parsers and schemas. Where Node.js or the
/// npm packages are missing the test is skipped aloud, or fails with SALESBOT_TESTS_REQUIRE_NODE=1 (as ./test.sh sets it).
/// </summary>
internal static class NodeTool
{
    private static readonly string Folder = Repository.PathOf("tests/npm");
    private static readonly Lazy<string?> Missing = new(WhatIsMissing);

    /// <summary>Call it before work that only Node.js can judge.</summary>
    public static void Require()
    {
        if (Missing.Value is not { } missing) return;
        if (Environment.GetEnvironmentVariable("SALESBOT_TESTS_REQUIRE_NODE") == "1") Assert.Fail(missing);
        Assert.Skip("NOT CHECKED: " + missing);
    }

    /// <summary>Runs <c>node tests/npm/{script}</c> with the input on its standard input and answers its standard output.</summary>
    /// <exception cref="InvalidOperationException">The script ended with a code other than 0; the message holds its error output.</exception>
    public static async Task<string> RunAsync(string script, string input = "", CancellationToken cancel = default, params string[] arguments)
    {
        using var process = Start(script, arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            try
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // The script ended before it had read everything: its exit code and error output say why.
            }
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"{script} ended with {process.ExitCode}: {await errors}");
        return await output;
    }

    /// <summary>Starts a script that runs on, such as a server; whoever starts it ends it.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        Require();
        return Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static string? WhatIsMissing()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            node.WaitForExit();
            if (node.ExitCode != 0) return "Node.js does not start.";
        }
        catch (Win32Exception)
        {
            return "Node.js is not installed.";
        }
        // npm writes this file last: an install that was broken off has no such file.
        return File.Exists(Path.Combine(Folder, "node_modules/.package-lock.json"))
            ? null
            : "the npm packages are not installed: run ./test.sh, or npm ci in tests/npm.";
    }
}
