using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesBot.Tests.Channel;

/// <summary>What the bot put somewhere.</summary>
internal sealed record Put(string Path, string? Authorization, string? Range, long? Length, byte[] Content);

/// <summary>A stand-in for a person's OneDrive: takes files, or refuses them.</summary>
internal sealed class FakeDrive : IAsyncDisposable
{
    private readonly WebApplication server;

    private FakeDrive(WebApplication server) => this.server = server;

    public ConcurrentQueue<Put> Puts { get; } = [];
    public int Status { get; set; } = 201;
    public string? Redirect { get; set; }
    public string UploadUrl => server.Urls.First() + "/upload?guid=1&tempauth=secret";

    public static async Task<FakeDrive> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var drive = new FakeDrive(app);
        app.Run(drive.TakeAsync);
        await app.StartAsync();
        return drive;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Puts.Enqueue(new(http.Request.Path, http.Request.Headers.Authorization, http.Request.Headers.ContentRange, http.Request.ContentLength, body.ToArray()));
        http.Response.StatusCode = Status;
        if (Redirect is { } elsewhere) http.Response.Headers.Location = elsewhere;
    }
}
