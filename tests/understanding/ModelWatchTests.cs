using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using SalesBot.Bot.Telemetry;
using SalesBot.Dialogs.Understanding.Modelled;
using Xunit;

namespace SalesBot.Tests.Understanding;

/// <summary>Whoever looks after the bot sees how the model does.</summary>
public sealed class ModelWatchTests
{
    [Fact]
    public void Outcome_duration_and_the_circuit_are_measured_and_a_change_is_logged_once()
    {
        // Bots of other tests measure at the same time, on other threads.
        var thread = Environment.CurrentManagedThreadId;
        var log = new Lines();
        var watch = new ModelWatch(log);
        var (durations, leftAlone) = (new List<(double, string)>(), 0);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name is "salesbot.model.duration" or "salesbot.model.left_alone") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            var outcome = tags.ToArray().Single(tag => tag.Key == "outcome").Value!.ToString()!;
            if (Environment.CurrentManagedThreadId == thread) durations.Add((value, outcome));
        });
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => leftAlone += Environment.CurrentManagedThreadId == thread ? value : 0);
        listener.Start();

        watch.Saw(new("hear", ModelOutcome.Failed, TimeSpan.FromSeconds(1), 503));
        watch.Saw(new("hear", ModelOutcome.TimedOut, TimeSpan.FromSeconds(6), 0, Opened: true));
        watch.Saw(new("summarize", ModelOutcome.TimedOut, TimeSpan.FromSeconds(6), 0, Opened: true));
        Assert.Equal(1, leftAlone);
        watch.Saw(new("hear", ModelOutcome.LeftAlone, TimeSpan.Zero));
        watch.Saw(new("hear", ModelOutcome.Answered, TimeSpan.FromSeconds(2), 200));
        watch.Saw(new("hear", ModelOutcome.OverBudget, TimeSpan.Zero));

        Assert.Equal(0, leftAlone);
        Assert.Equal([(1, "Failed"), (6, "TimedOut"), (6, "TimedOut"), (0, "LeftAlone"), (2, "Answered"), (0, "OverBudget")], durations);
        Assert.Equal([601, 601, 602, 601, 600, 603, 604], log.Events);
    }

    private sealed class Lines : ILogger<ModelWatch>
    {
        public List<int> Events { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Events.Add(eventId.Id);
    }
}
