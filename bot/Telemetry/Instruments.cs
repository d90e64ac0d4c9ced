using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SalesBot.Bot.Telemetry;

/// <summary>What the bot measures itself by; names are the outside contract of dashboards.</summary>
internal static class Instruments
{
    public const string Name = "SalesBot";
    public static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Turns = Meter.CreateHistogram<double>("salesbot.turn.duration", "s", "From a person's act to its answer.");
    public static readonly Histogram<double> Model = Meter.CreateHistogram<double>(
        "salesbot.model.duration", "s", "From asking the language model to its answer, by purpose and outcome.");
    public static readonly UpDownCounter<int> ModelLeftAlone = Meter.CreateUpDownCounter<int>(
        "salesbot.model.left_alone", "{model}", "1 while the language model is left alone after failures.");
    public static readonly Counter<long> ModelFeedback = Meter.CreateCounter<long>(
        "salesbot.model.feedback", "{thumb}", "Thumbs up and down below what the language model wrote, by reaction.");
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("salesbot.requests.refused", "{request}", "Requests without the right to be heard.");
    public static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("salesbot.outbox.deliveries", "{message}", "Tries to deliver, by what came of them.");
}
