using System.Diagnostics;
using System.Net;
using Xunit;

namespace SalesBot.Tests.Stores.Wire;

/// <summary>The npm package @vercel/cosmosdb-server in a process of its own: an account written by others.</summary>
public sealed class NpmCosmosServer : IAsyncLifetime
{
    private Process? process;

    internal Uri? Endpoint { get; private set; }

    /// <summary>Why it is not there.</summary>
    internal string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@vercel", "cosmosdb-server")))
        {
            Missing = "tests/npm is not installed: npm ci";
            return;
        }
        try
        {
            process = Process.Start(new ProcessStartInfo("node", "cosmos-server.mjs")
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing = "Node.js is not installed.";
            return;
        }
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Endpoint = new($"http://127.0.0.1:{port}/");
    }

    public ValueTask DisposeAsync()
    {
        process?.Kill();
        process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "tests", "npm", "package.json"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? throw new DirectoryNotFoundException("tests/npm"), "tests", "npm");
    }
}

/// <summary>
/// Between the SDK and the npm server, for what that server does not do: it has no batch, so each operation of one is sent alone, and it
/// answers a read of a missing item with 404 only under another header. Its codes, ETags and order of items stay its own. A batch that
/// fails takes back what it had created, nothing else.
/// </summary>
internal sealed class NpmCosmosBridge(HttpMessageHandler network) : DelegatingHandler(network)
{
    private const string PartitionKey = "x-ms-documentdb-partitionkey";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (request.Headers.Contains("x-ms-cosmos-is-batch-request")) return await BatchAsync(request, cancel);
        if (request.Method == HttpMethod.Get && CosmosFaults.IsItem(request))
            request.Headers.TryAddWithoutValidation("x-ms-documentdb-query-enablecrosspartition", "true");
        return await base.SendAsync(request, cancel);
    }

    private async Task<HttpResponseMessage> BatchAsync(HttpRequestMessage batch, CancellationToken cancel)
    {
        var operations = BatchWire.Read(await batch.Content!.ReadAsByteArrayAsync(cancel));
        var answers = new List<WireAnswer>();
        foreach (var operation in operations)
        {
            using var response = await base.SendAsync(Single(batch, operation), cancel);
            answers.Add(new(response.StatusCode, []) { ETag = response.Headers.TryGetValues("etag", out var etag) ? etag.First() : null });
            if (response.IsSuccessStatusCode) continue;
            await TakeBackAsync(batch, operations[..(answers.Count - 1)], cancel);
            var failed = answers.Count - 1;
            answers = [.. operations.Select((_, i) => i == failed ? answers[i] : new WireAnswer(HttpStatusCode.FailedDependency, []))];
            return new WireAnswer(HttpStatusCode.MultiStatus, BatchWire.Write(answers)).Response(batch);
        }
        return new WireAnswer(HttpStatusCode.OK, BatchWire.Write(answers)).Response(batch);
    }

    private async Task TakeBackAsync(HttpRequestMessage batch, List<DoubleOperation> done, CancellationToken cancel)
    {
        foreach (var created in done.Where(operation => operation.Verb == DoubleVerb.Create))
        {
            var id = (string?)System.Text.Json.Nodes.JsonNode.Parse(created.Body)!["id"];
            using var _ = await base.SendAsync(Single(batch, new(DoubleVerb.Delete, id, [], null)), cancel);
        }
    }

    private static HttpRequestMessage Single(HttpRequestMessage batch, DoubleOperation operation)
    {
        var method = operation.Verb switch
        {
            DoubleVerb.Delete => HttpMethod.Delete,
            DoubleVerb.Replace => HttpMethod.Put,
            _ => HttpMethod.Post,
        };
        var path = batch.RequestUri!.AbsoluteUri.TrimEnd('/');
        var single = new HttpRequestMessage(method, method == HttpMethod.Post ? path : $"{path}/{Uri.EscapeDataString(operation.Id!)}");
        foreach (var name in (string[])["authorization", "x-ms-date", "x-ms-version", PartitionKey])
            if (batch.Headers.TryGetValues(name, out var values)) single.Headers.TryAddWithoutValidation(name, values);
        if (operation.Verb == DoubleVerb.Upsert) single.Headers.Add("x-ms-documentdb-is-upsert", "True");
        if (operation.IfMatch is { } etag) single.Headers.TryAddWithoutValidation("If-Match", etag);
        if (operation.Body.Length > 0)
        {
            single.Content = new ByteArrayContent(operation.Body);
            single.Content.Headers.ContentType = new("application/json");
        }
        return single;
    }
}
