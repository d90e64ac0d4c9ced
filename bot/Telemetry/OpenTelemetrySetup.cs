using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SalesBot.Bot.Telemetry;

/// <summary>Traces, metrics and logs to where the standard OTEL_* variables point; nowhere without them.</summary>
internal static class OpenTelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.AsEnumerable().Any(entry =>
            entry.Key.StartsWith("OTEL_EXPORTER_OTLP_", StringComparison.Ordinal) && entry.Key.EndsWith("ENDPOINT", StringComparison.Ordinal))) return;
        builder.Logging.AddOpenTelemetry(logs => logs.IncludeFormattedMessage = true);
        builder.Services.AddOpenTelemetry()
            // The last word on the name has the environment.
            .ConfigureResource(resource => resource.AddService(Instruments.Name).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddSource(Instruments.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }
}
