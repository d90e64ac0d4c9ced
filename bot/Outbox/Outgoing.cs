using System.Text.Json.Serialization;
using SalesBot.Bot.Telemetry;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Outbox;

/// <summary>A message that will not arrive, kept for whoever looks after the bot.</summary>
internal sealed record DeadLetter(OutboxMessage Message, string Reason, DateTimeOffset At)
{
    public static readonly Kind<DeadLetter> Kind = new("dead-letter", 1, () => OutboxJson.Default.DeadLetter, letter => letter.Message.Id);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeadLetter))]
[JsonSerializable(typeof(Lease))]
internal sealed partial class OutboxJson : JsonSerializerContext;

/// <summary>Takes one message out of the outbox: delivers it and writes down what came of it.</summary>
internal sealed partial class Outgoing(Delivery delivery, IDocumentStore store, TimeProvider time, ILogger<Outgoing> log)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Delivers what is in no outbox yet. What can not be delivered now, and all behind it, goes into one.</summary>
    /// <param name="direct">How a message is sent that leaves at once: as a reply.</param>
    /// <returns>False: something is in the outbox now.</returns>
    public async Task<bool> TryAllAsync(TenantId tenant, Partition partition, IReadOnlyList<OutboxMessage> messages, Func<OutboxMessage, OutboxMessage> direct, CancellationToken cancel)
    {
        for (var sent = 0; sent < messages.Count; sent++)
        {
            switch (await DeliverAsync(tenant, direct(messages[sent]), cancel))
            {
                case DeliveryResult.Done { Posted.Count: 0 }:
                    break;
                case DeliveryResult.Done done:
                    await DoneAsync(tenant, partition, messages[sent], done, CancellationToken.None);
                    break;
                case DeliveryResult.Wait wait:
                    DeliveryFailed(messages[sent].Id, wait.Reason, 1);
                    OutboxMessage[] left = [Again(messages[sent], wait), .. messages.Skip(sent + 1)];
                    await store.SaveAsync(partition, $"waits|{left[0].Id}", [.. left.Select(OutboxMessage.Kind.Create)], CancellationToken.None);
                    return false;
                case DeliveryResult.Dead dead:
                    await BuryAsync(partition, messages[sent], dead.Reason, CancellationToken.None);
                    break;
            }
        }
        return true;
    }

    /// <returns>False: it waits for another try.</returns>
    public async Task<bool> TryAsync(TenantId tenant, Partition partition, OutboxMessage message, CancellationToken cancel)
    {
        var result = await DeliverAsync(tenant, message, cancel);
        switch (result)
        {
            case DeliveryResult.Done done:
                // Sent is sent: it is written down even while the bot is being stopped, or it would be sent again.
                await DoneAsync(tenant, partition, message, done, CancellationToken.None);
                return true;
            case DeliveryResult.Wait wait when time.GetUtcNow() - message.CreatedAt < Lifetime:
                await LaterAsync(partition, message, wait, CancellationToken.None);
                return false;
            default:
                await BuryAsync(partition, message, result is DeliveryResult.Dead dead ? dead.Reason : ((DeliveryResult.Wait)result).Reason, CancellationToken.None);
                return true;
        }
    }

    private async Task<DeliveryResult> DeliverAsync(TenantId tenant, OutboxMessage message, CancellationToken cancel)
    {
        try
        {
            return await delivery.DeliverAsync(tenant, message, cancel);
        }
        catch (Exception e)
        {
            // A card that can not be drawn, a store that is away: it waits like any other, and holds up only its own recipient.
            return new DeliveryResult.Wait(e.GetType().Name);
        }
    }

    private async Task DoneAsync(TenantId tenant, Partition partition, OutboxMessage message, DeliveryResult.Done done, CancellationToken cancel)
    {
        CrashPoints.Reach(CrashPoints.BeforeAcknowledge);
        List<Write> writes = [Delete(message)];
        foreach (var elsewhere in done.Posted.GroupBy(posted => Partition.Of(tenant, posted.View.Team)))
        {
            IEnumerable<Write> cards = elsewhere.Select(PostedCard.Kind.Put);
            if (elsewhere.Key == partition) writes.AddRange(cards);
            else await store.SaveAsync(elsewhere.Key, $"posted|{message.Id}", [.. cards], cancel);
        }
        await store.SaveAsync(partition, $"delivered|{message.Id}", writes, cancel);
    }

    private async Task LaterAsync(Partition partition, OutboxMessage message, DeliveryResult.Wait wait, CancellationToken cancel)
    {
        DeliveryFailed(message.Id, wait.Reason, message.Attempts + 1);
        // Whoever has delivered it meanwhile has taken it away: it must not come back.
        if (await store.FindAsync(partition, OutboxMessage.Kind, message.Id, cancel) is not { } stored) return;
        var again = Again(stored.Record with { Attempts = message.Attempts }, wait);
        await store.SaveAsync(partition, $"later|{message.Id}|{again.Attempts}", [OutboxMessage.Kind.Replace(stored, again)], cancel);
    }

    private OutboxMessage Again(OutboxMessage message, DeliveryResult.Wait wait)
    {
        var now = time.GetUtcNow();
        return message with { Attempts = message.Attempts + 1, NotBefore = now + Pause(message.Attempts + 1, wait), PutOffAt = now };
    }

    private async Task BuryAsync(Partition partition, OutboxMessage message, string reason, CancellationToken cancel)
    {
        MessageIsDead(message.Id, reason, message.Attempts);
        await store.SaveAsync(
            partition, $"dead|{message.Id}", [Delete(message), DeadLetter.Kind.Put(new DeadLetter(message, reason, time.GetUtcNow()))], cancel);
    }

    private static Write Delete(OutboxMessage message) => new(OutboxMessage.Kind.IdOf(message), OutboxMessage.Kind.Schema, null, Write.Any);

    /// <summary>
    /// As the channel says; else short where nothing can be doubled, and growing where each try may be one more copy. The first
    /// ten stay under a minute, so that after an outage nothing waits longer than that.
    /// </summary>
    internal static TimeSpan Pause(int attempt, DeliveryResult.Wait wait)
    {
        var seconds = wait switch
        {
            { After: { } after } => Math.Clamp(after.TotalSeconds, 0.5, 3600),
            { Unreachable: true } => 10,
            { Unknown: true } when attempt > 10 => Math.Min(60 * Math.Pow(2, attempt - 10), 3600),
            { Unknown: true } => Math.Min(5 * Math.Pow(2, attempt - 1), 50),
            _ => Math.Min(Math.Pow(2, Math.Min(attempt, 10)), 30),
        };
        // Up to a fifth more, never less than the channel asked for.
        return TimeSpan.FromSeconds(seconds * (1 + Random.Shared.NextDouble() / 5));
    }

    [LoggerMessage(LogEvents.DeliveryFailed, LogLevel.Warning, "Message {Id} is not delivered yet: {Reason}, try {Attempt}.")]
    private partial void DeliveryFailed(string id, string reason, int attempt);

    [LoggerMessage(LogEvents.DeadLetter, LogLevel.Error, "ALERT: message {Id} will not arrive: {Reason} after {Attempts} tries. It is kept as a dead letter.")]
    private partial void MessageIsDead(string id, string reason, int attempts);
}
