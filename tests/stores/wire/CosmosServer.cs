using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesBot.Tests.Stores.Wire;

/// <summary>A <see cref="CosmosDouble"/> for other processes.</summary>
internal sealed class CosmosServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private CosmosServer(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.First());

    public static async Task<CosmosServer> StartAsync(CosmosDouble account)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var invoker = new HttpMessageInvoker(account, disposeHandler: false);
        app.Run(http => PassAsync(http, invoker));
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static async Task PassAsync(HttpContext http, HttpMessageInvoker account)
    {
        using var request = new HttpRequestMessage(new(http.Request.Method), new Uri(CosmosDouble.Endpoint, http.Request.Path + http.Request.QueryString));
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in http.Request.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, [.. values])) request.Content.Headers.TryAddWithoutValidation(name, [.. values]);
        // What has arrived is done, whether or not anybody waits for the answer any more.
        using var answer = await account.SendAsync(request, CancellationToken.None);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers)) http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
