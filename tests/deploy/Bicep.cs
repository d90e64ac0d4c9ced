using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Xunit;

namespace SalesBot.Tests.Deploy;

/// <summary>Azure's own template compiler, without Azure: it compiles, lints, and works out what a deployment would ask for.</summary>
internal static class Bicep
{
    public const string Template = "deploy/main.bicep", Parameters = "deploy/main.bicepparam";

    // It takes a second or two each time.
    private static readonly ConcurrentDictionary<string, Task<IReadOnlyList<JsonNode>>> WorkedOut = new();

    /// <returns>What it wrote; fails on a warning or an error.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var bicep = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Bicep").Value!;
        Assert.SkipUnless(File.Exists(bicep), "NOT CHECKED: Azure's template compiler is there for Linux on x64 only.");
        var start = new ProcessStartInfo(bicep, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NAME"] = "salesbot-contoso";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return await output;
    }

    /// <summary>The resources that a deployment with these parameters would ask for. What only Azure can know stays an expression, "[reference(...)]".</summary>
    /// <param name="parameters">Lines of a parameter file besides the name.</param>
    public static Task<IReadOnlyList<JsonNode>> ResourcesAsync(string parameters) => WorkedOut.GetOrAdd(parameters, WorkOutAsync);

    private static async Task<IReadOnlyList<JsonNode>> WorkOutAsync(string parameters)
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-template-");
        try
        {
            File.Copy(Repository.PathOf(Template), Path.Combine(folder.FullName, "main.bicep"));
            var file = Path.Combine(folder.FullName, "case.bicepparam");
            await File.WriteAllTextAsync(file, $"using 'main.bicep'\nparam name = 'salesbot-contoso'\n{parameters}\n");
            await RunAsync(
                "snapshot", file, "--mode", "overwrite", "--location", "westeurope", "--resource-group", "salesbot", "--deployment-name", "salesbot",
                "--tenant-id", "11111111-1111-1111-1111-111111111111", "--subscription-id", "22222222-2222-2222-2222-222222222222");
            var snapshot = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(file, ".snapshot.json")))!;
            return [.. snapshot["predictedResources"]!.AsArray().OfType<JsonNode>()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static JsonNode Of(this IReadOnlyList<JsonNode> resources, string type) => Assert.Single(resources, resource => (string?)resource["type"] == type);
}
