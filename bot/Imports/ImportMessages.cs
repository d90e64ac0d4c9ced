using System.Diagnostics;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Outbox;
using SalesBot.Cards.Imports;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Imports;

/// <summary>The one message that tells of an import: posted once, then drawn anew in its place. What ends it arrives in any case.</summary>
internal sealed class ImportMessages(ConnectorClient connector, References references, IDocumentStore store, OutboxSignal signal, TimeProvider time)
{
    /// <returns>The id of the message; null: it could not be posted now.</returns>
    public async Task<string?> PostAsync(ConversationReference to, AdaptiveCard card, CancellationToken cancel) =>
        await connector.SendAsync(to.ServiceUrl, to.Conversation.Id!, OutgoingActivity.Card(to, card.ToRaw(), card.Summary), cancel) is SendResult.Sent { Id: { } id } ? id : null;

    public async Task<bool> UpdateAsync(ConversationReference to, string? posted, AdaptiveCard card, CancellationToken cancel) =>
        posted is not null
        && await connector.UpdateAsync(to.ServiceUrl, to.Conversation.Id!, posted, OutgoingActivity.Card(to, card.ToRaw(), card.Summary), cancel) is SendResult.Sent;

    /// <summary>In the place of the message, or where that can not be as a new one, by the outbox.</summary>
    public async Task EndAsync(TenantId tenant, User person, ConversationReference to, string? posted, AdaptiveCard card, CancellationToken cancel)
    {
        if (await UpdateAsync(to, posted, card, cancel)) return;
        var now = time.GetUtcNow();
        var partition = Partition.Of(tenant, person.Team);
        var message = new OutboxMessage($"{now.UtcDateTime:yyyyMMddHHmmssfff}-{Guid.NewGuid().ToString("N")[..8]}-00", new(Conversation: to.Key), now, Card: card.ToRaw(), Summary: card.Summary);
        await store.SaveAsync(partition, $"import|{message.Id}", [OutboxMessage.Kind.Create(message)], cancel);
        signal.Wake(tenant, partition);
    }

    public Task<ConversationReference?> WhereAsync(TenantId tenant, ReceivedFile file, CancellationToken cancel) => references.FindAsync(tenant, file.Place, cancel);

    /// <summary>Shows how far it is, every other second at most: Teams allows a conversation only so many updates.</summary>
    public Progress Follow(ConversationReference to, ReceivedFile file, CancellationToken cancel) => new(this, to, file, cancel);

    internal sealed class Progress(ImportMessages messages, ConversationReference to, ReceivedFile file, CancellationToken cancel) : IProgress<ImportProgress>, IAsyncDisposable
    {
        private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
        private readonly Lock gate = new();
        private long shown = Stopwatch.GetTimestamp();
        private Task showing = Task.CompletedTask;

        public void Report(ImportProgress value)
        {
            lock (gate)
            {
                if (!showing.IsCompleted || Stopwatch.GetElapsedTime(shown) < Pace) return;
                shown = Stopwatch.GetTimestamp();
                showing = Task.Run(() => ShowAsync(value), cancel);
            }
        }

        /// <summary>Afterwards no late one stands in the place of the end.</summary>
        public async ValueTask DisposeAsync()
        {
            Task last;
            lock (gate) last = showing;
            await last.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        private async Task ShowAsync(ImportProgress value) => await messages.UpdateAsync(to, file.Card, ImportCard.Working(file.Name, value.Done, value.Total, file.Speaks), cancel);
    }
}
