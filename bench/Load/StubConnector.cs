namespace SalesBot.Bench.Load;

/// <summary>Takes every message as Teams' connector does, at once, and counts them.</summary>
internal static class StubConnector
{
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var taken = 0L;
        app.MapGet("/health/ready", () => "Healthy");
        app.MapGet("/taken", () => Interlocked.Read(ref taken).ToString(System.Globalization.CultureInfo.InvariantCulture));
        app.MapFallback(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync($$"""{"id":"{{Interlocked.Increment(ref taken)}}"}""");
        });
        await app.RunAsync();
    }
}
