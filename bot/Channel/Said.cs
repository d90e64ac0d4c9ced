using System.Collections.Concurrent;
using System.Text.Json;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Files;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>What is said beside the outbox: through the connector, or collected for a response that is expected to carry it.</summary>
internal sealed class Said(ConnectorClient connector, FileOffers files, Activity activity)
{
    // A turn that ran out of time may still add to it while the response is written.
    private readonly ConcurrentQueue<Activity> collected = [];

    public ConversationReference? To { get; set; }

    public async Task AddAsync(Activity reply, CancellationToken cancel)
    {
        if (activity.ExpectsReplies) collected.Enqueue(reply);
        else await connector.SendAsync(To!.ServiceUrl, To.Conversation.Id!, reply, cancel);
    }

    public async Task AddAsync(OutboxMessage reply, IAssistant assistant, TenantId tenant, CancellationToken cancel)
    {
        if (reply.Offers is { } offer) collected.Enqueue(await files.ActivityAsync(tenant, offer, To!, activity.Id, cancel));
        if (reply.Text is { } text) collected.Enqueue(OutgoingActivity.Text(To!, text, activity.Id));
        var card = reply.Shows is { } view ? await assistant.RenderAsync(tenant, view, cancel)
            : reply.Card is { } content ? new RenderedCard(content, reply.Summary ?? "", reply.Citations)
            : null;
        if (card is not null) collected.Enqueue(OutgoingActivity.Card(To!, card.Content, card.Summary, activity.Id, card.Citations));
    }

    /// <summary>Words for when the time to answer is over: a little more of it, and no more than that.</summary>
    public async Task LastAsync(string text, TimeSpan limit)
    {
        using var time = new CancellationTokenSource(limit);
        await AddAsync(OutgoingActivity.Text(To!, text, activity.Id), time.Token);
    }

    public InvokeResponse Response() =>
        activity.ExpectsReplies
            ? new InvokeResponse(200, new(JsonSerializer.SerializeToUtf8Bytes(new ExpectedReplies([.. collected]), ChannelJson.Default.ExpectedReplies)))
            : InvokeResponse.Ok;
}

/// <summary>Shows that the bot is at work, from one second on, until it is stopped.</summary>
internal sealed class Typing : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Next = TimeSpan.FromSeconds(3.5);
    private readonly CancellationTokenSource stop = new();
    private readonly Task shown;

    public Typing(ConnectorClient connector, ConversationReference to) => shown = ShowAsync(connector, to);

    /// <summary>Afterwards nothing of it arrives any more: a late one would stand below the answer.</summary>
    public Task StopAsync()
    {
        stop.Cancel();
        return shown;
    }

    public void Dispose() => stop.Cancel();

    private async Task ShowAsync(ConnectorClient connector, ConversationReference to)
    {
        for (var pause = First; ; pause = Next)
        {
            // Nearly every turn is stopped here: an exception would cost it more than the answer.
            await Task.Delay(pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested) return;
            try
            {
                await connector.SendAsync(to.ServiceUrl, to.Conversation.Id!, OutgoingActivity.Typing(to), stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
