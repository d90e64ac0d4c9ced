using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesBot.Tests.Imports;

/// <summary>Where Teams keeps a file for a while: hands it out, or misbehaves.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private FileServer(WebApplication server) => this.server = server;

    /// <summary>What each request had as its authorization.</summary>
    public ConcurrentQueue<string?> Requests { get; } = [];

    public byte[] Content { get; set; } = [];

    /// <summary>Instead of the file.</summary>
    public Func<HttpContext, Task>? Misbehave { get; set; }

    public string Url => server.Urls.First() + "/download?guid=1&tempauth=secret";

    public static async Task<FileServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var files = new FileServer(app);
        app.Run(async http =>
        {
            files.Requests.Enqueue(http.Request.Headers.Authorization);
            if (files.Misbehave is { } instead) await instead(http);
            else await http.Response.Body.WriteAsync(files.Content);
        });
        await app.StartAsync();
        return files;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
