using System.Diagnostics;
using SalesBot.Bot.Telemetry;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>What a turn came to, also where it failed.</summary>
internal abstract record TurnOutcome
{
    private TurnOutcome() { }

    public sealed record Done(TurnResult Result) : TurnOutcome;

    /// <param name="Words">What the person is told.</param>
    /// <param name="Reference">Finds the log entry; none where nothing was logged.</param>
    public sealed record Failed(Cards.Text Words, string Reference = "") : TurnOutcome;
}

/// <summary>
/// Runs turns, those of one conversation one after the other, and is the one place where whatever went wrong is caught: it is
/// logged with a reference, and the person gets that reference.
/// </summary>
internal sealed partial class Turns(IAssistant assistant, TurnLimits limits, ILogger<Turns> log)
{
    private static readonly TimeSpan BackgroundDelivery = TimeSpan.FromSeconds(10);

    private readonly KeyedLock conversations = new();
    private readonly RunningWork running = new();

    /// <param name="deliver">Brings the replies out while the conversation is still held, so that replies keep the order of the turns.</param>
    /// <param name="awaitDelivery">Else the outcome comes as soon as the turn is committed.</param>
    /// <param name="cancel">The time that is left to answer in; a turn that takes longer ends in the background.</param>
    public async Task<TurnOutcome> RunAsync(
        Incoming incoming, Func<TurnResult, CancellationToken, Task> deliver, bool awaitDelivery, CancellationToken cancel)
    {
        using var activity = Instruments.Source.StartActivity("turn");
        var started = Stopwatch.GetTimestamp();
        var kind = incoming.Press is null ? "message" : "press";
        var committed = new TaskCompletionSource<TurnResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            if (!limits.Allow(incoming.Tenant, incoming.User.Id)) return new TurnOutcome.Failed(TurnTexts.TooFast);
            var turn = HeldAsync(incoming, deliver, awaitDelivery, committed, cancel);
            running.Add(turn);
            await (awaitDelivery ? turn : await Task.WhenAny(turn, committed.Task)).WaitAsync(cancel);
            return Done(await committed.Task);
        }
        // Committed is committed: what was not yet said leaves through the outbox.
        catch (Exception) when (committed.Task.IsCompletedSuccessfully)
        {
            return Done(committed.Task.Result);
        }
        catch (Exception e)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            return Failed(e);
        }
        finally
        {
            Instruments.Turns.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
        }

        TurnOutcome.Done Done(TurnResult result)
        {
            activity?.SetTag("salesbot.flow", result.Trace.Flow).SetTag("salesbot.refused", result.Trace.Refused);
            TurnDone(kind, result.Trace.Flow ?? "-", result.Trace.Refused ?? "-", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return new TurnOutcome.Done(result);
        }
    }

    /// <summary>Something that outlives its request; a stop waits for it. What goes wrong in it is logged with a reference.</summary>
    public void Background(Task work) => running.Add(CaughtAsync(work));

    private async Task CaughtAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception e)
        {
            Failed(e);
        }
    }

    /// <summary>Lets what goes on in the background come to its end.</summary>
    public Task DrainAsync(CancellationToken cancel) => running.EndAsync(cancel);

    /// <summary>Also for what goes wrong outside a turn: before the person is known.</summary>
    public TurnOutcome.Failed Failed(Exception e)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        switch (e)
        {
            case StoreUnavailableException:
                StoreUnavailable(reference, e.InnerException?.GetType().Name ?? "-");
                return new TurnOutcome.Failed(TurnTexts.Unsure(reference), reference);
            case OperationCanceledException or TimeoutException:
                TooSlow(reference);
                return new TurnOutcome.Failed(TurnTexts.Unsure(reference), reference);
            default:
                TurnFailed(reference, e.GetType().FullName!, Where(e));
                return new TurnOutcome.Failed(TurnTexts.Failed(reference), reference);
        }
    }

    private async Task HeldAsync(
        Incoming incoming, Func<TurnResult, CancellationToken, Task> deliver, bool awaitDelivery, TaskCompletionSource<TurnResult> committed,
        CancellationToken cancel)
    {
        using var _ = await conversations.EnterAsync(incoming.Place.Conversation, cancel);
        var result = await assistant.HandleAsync(incoming, cancel);
        committed.SetResult(result);
        using var own = awaitDelivery ? null : new CancellationTokenSource(BackgroundDelivery);
        try
        {
            await deliver(result, own?.Token ?? cancel);
        }
        catch (Exception e)
        {
            DeliveryLeft(e.GetType().Name, Where(e));
        }
    }

    /// <summary>The frames, without the message: that may hold what somebody typed.</summary>
    private static string Where(Exception e) => string.Join(" < ", (e.StackTrace ?? "").Split('\n').Take(8).Select(frame => frame.Trim()));

    [LoggerMessage(LogEvents.TurnDone, LogLevel.Information, "A {Kind} in flow {Flow} was handled, refused: {Refused}, in {Milliseconds:0} ms.")]
    private partial void TurnDone(string kind, string flow, string refused, double milliseconds);

    [LoggerMessage(LogEvents.TurnFailed, LogLevel.Error, "Turn failed, reference {Reference}: {Error} at {Where}")]
    private partial void TurnFailed(string reference, string error, string where);

    [LoggerMessage(LogEvents.DeliveryLeft, LogLevel.Warning, "The replies of a turn are left to the outbox: {Error} at {Where}")]
    private partial void DeliveryLeft(string error, string where);

    [LoggerMessage(LogEvents.StoreUnavailable, LogLevel.Error, "The store is not available, reference {Reference}: {Error}")]
    private partial void StoreUnavailable(string reference, string error);

    [LoggerMessage(LogEvents.TurnTooSlow, LogLevel.Error, "A turn took too long, reference {Reference}.")]
    private partial void TooSlow(string reference);
}
