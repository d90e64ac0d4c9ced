using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>Traces, metrics and logs leave by OpenTelemetry's own protocol, as its standard variables say.</summary>
public sealed class TelemetryTests
{
    private static readonly string[] Signals = ["/v1/logs", "/v1/metrics", "/v1/traces"];

    [Fact]
    public async Task All_three_go_where_the_variables_point_under_the_name_that_they_give_and_hold_nothing_typed()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await CollectorAsync(received);
        await using (var bot = await BotHost.StartAsync(new()
        {
            Settings = new()
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_SERVICE_NAME"] = "bot-of-the-hotel",
                ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment=trial",
            },
        }))
        {
            await bot.SayAsync("kanarietekst over niemand");
        }
        // What waited is sent at the end at the latest.
        foreach (var signal in Signals)
        {
            var bodies = received.Where(request => request.Path == signal).Select(request => request.Body).ToList();
            Assert.NotEmpty(bodies);
            Assert.All(bodies, body => Assert.Contains("bot-of-the-hotel", body, StringComparison.Ordinal));
            Assert.All(bodies, body => Assert.Contains("trial", body, StringComparison.Ordinal));
            Assert.All(bodies, body => Assert.DoesNotContain("kanarietekst", body, StringComparison.Ordinal));
        }
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string, string)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await app.StartAsync();
        return app;
    }
}
