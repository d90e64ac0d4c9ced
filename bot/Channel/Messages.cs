using System.Text.Json;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Files;
using SalesBot.Bot.Imports;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Settings;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>Typed words, and buttons of clients that send a press as a message.</summary>
internal sealed class Messages(
    Visitors visitors, Turns turns, Outgoing outgoing, OutboxSignal signal, ConnectorClient connector, IAssistant assistant,
    FileOffers files, ImportDesk imports, SalesBotSettings settings, TimeProvider time)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1.5);

    public async Task<InvokeResponse> HandleAsync(TenantId tenant, Activity activity, bool verified, CancellationToken cancel)
    {
        var said = new Said(connector, files, activity);
        try
        {
            var visitor = await visitors.MeetAsync(tenant, activity, verified, cancel).WaitAsync(cancel);
            said.To = visitor.Reference;
            if (visitor.User is null) await RefuseAsync(visitor, said, cancel);
            else await AnswerAsync(visitor, activity, said, cancel);
        }
        // Nothing is known yet about the person, but for the client's language.
        catch (Exception e) when (said.To is null)
        {
            var language = SpokenText.ClientLanguage(activity) ?? Language.Dutch;
            said.To = Sender(tenant, activity, verified);
            await said.LastAsync(turns.Failed(e).Words.In(language), LastWords);
        }
        return said.Response();
    }

    public static Incoming Incoming(Visitor visitor, Activity activity, DateTimeOffset now) =>
        new(
            $"{activity.ChannelId}|{visitor.Reference.Key}|{activity.Id ?? Guid.NewGuid().ToString("N")}", visitor.Tenant, visitor.User!,
            new Place(visitor.Reference.Key, visitor.Scope), SpokenText.ClientLanguage(activity), now);

    private async Task AnswerAsync(Visitor visitor, Activity activity, Said said, CancellationToken cancel)
    {
        if (SentFile.In(activity) is { Count: > 0 } sent)
        {
            if (imports.Receive(visitor, activity, sent) is not { } instead) return;
            await said.AddAsync(OutgoingActivity.Text(visitor.Reference, instead.In(visitor.Language), activity.Id), cancel);
            // What was written beside the file is heard all the same.
            if (string.IsNullOrWhiteSpace(SpokenText.Of(activity))) return;
        }
        var incoming = Incoming(visitor, activity, time.GetUtcNow()) with { RepliesInResponse = activity.ExpectsReplies };
        incoming = IsPress(activity)
            ? incoming with { Press = new Press(activity.Value.TextAt("verb") ?? "", activity.Value!.Value), CardId = activity.ReplyToId }
            : incoming with { Text = SpokenText.Of(activity) };
        if (incoming.Press is { } press && ImportDesk.IsOurs(press))
        {
            await ImportAsync(visitor, activity, press, said, cancel);
            return;
        }
        // Teams shows no typing in a channel; its local client stumbles over one in a thread.
        var showsTyping = !activity.ExpectsReplies && visitor.Scope is not PlaceScope.Channel;
        using var typing = showsTyping ? new Typing(connector, visitor.Reference) : null;
        var outcome = await turns.RunAsync(
            incoming,
            async (result, inTime) =>
            {
                if (typing is not null) await typing.StopAsync();
                await SayAsync(visitor, activity, incoming, result, said, inTime);
            },
            awaitDelivery: true, cancel);
        if (outcome is TurnOutcome.Failed failed)
        {
            if (typing is not null) await typing.StopAsync();
            await said.LastAsync(failed.Words.In(visitor.Language), LastWords);
        }
    }

    private async Task SayAsync(Visitor visitor, Activity activity, Incoming incoming, TurnResult result, Said said, CancellationToken cancel)
    {
        if (activity.ExpectsReplies)
        {
            foreach (var reply in result.Replies) await said.AddAsync(reply, assistant, visitor.Tenant, cancel);
        }
        // What was answered before is in the outbox still, or was delivered.
        else if (!result.Repeated)
        {
            OutboxMessage Answering(OutboxMessage reply) =>
                reply.ReplyTo is null && reply.To.Conversation == visitor.Reference.Key ? reply with { ReplyTo = activity.Id } : reply;
            if (result.IsQuestion)
            {
                if (!await outgoing.TryAllAsync(visitor.Tenant, result.Partition, result.Replies, Answering, cancel)) signal.Wake(visitor.Tenant, result.Partition);
            }
            else
            {
                foreach (var reply in result.Replies.Select(Answering))
                {
                    if (!await outgoing.TryAsync(visitor.Tenant, result.Partition, reply, cancel)) break;
                }
            }
        }
        if (incoming.Press is not null && !result.Repeated) await ShowPressAsync(activity, result.Card, result.Notice, said, cancel);
        if (settings.IsDevelopment && (activity.ExpectsReplies || !result.Repeated))
        {
            await said.AddAsync(OutgoingActivity.Trace(visitor.Reference, result.Trace, activity.Id), cancel);
        }
        if (result is { IsQuestion: true, Repeated: false }) assistant.Brought(result);
        if (result.Sends || result.Repeated) signal.Wake(visitor.Tenant, result.Partition);
    }

    private async Task ImportAsync(Visitor visitor, Activity activity, Press press, Said said, CancellationToken cancel)
    {
        try
        {
            var (card, notice) = await imports.PressAsync(visitor, press, cancel).WaitAsync(cancel);
            await ShowPressAsync(activity, card, notice?.In(visitor.Language), said, cancel);
        }
        catch (Exception e)
        {
            await said.LastAsync(turns.Failed(e).Words.In(visitor.Language), LastWords);
        }
    }

    /// <summary>A press that came as a message has no response to carry the new card: it replaces the old one, or follows it.</summary>
    private async Task ShowPressAsync(Activity activity, RenderedCard? card, string? notice, Said said, CancellationToken cancel)
    {
        if (card is not null)
        {
            var activityToShow = OutgoingActivity.Card(said.To!, card.Content, card.Summary);
            if (!activity.ExpectsReplies && activity.ReplyToId is { } pressed
                && await connector.UpdateAsync(said.To!.ServiceUrl, said.To.Conversation.Id!, pressed, activityToShow, cancel) is SendResult.Sent) return;
            await said.AddAsync(activityToShow, cancel);
        }
        else if (notice is not null)
        {
            await said.AddAsync(OutgoingActivity.Text(said.To!, notice, activity.Id), cancel);
        }
    }

    private async Task RefuseAsync(Visitor visitor, Said said, CancellationToken cancel)
    {
        await said.AddAsync(OutgoingActivity.Text(visitor.Reference, TurnTexts.UnknownPerson.In(visitor.Language)), cancel);
        if (!settings.IsDevelopment) return;
        var trace = new TurnTrace([], new Dictionary<string, JsonElement>(), null, null, [], "unknown_person");
        await said.AddAsync(OutgoingActivity.Trace(visitor.Reference, trace, null), cancel);
    }

    /// <summary>With words beside it, the words count: that is how buttons speak for a person.</summary>
    private static bool IsPress(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Text) && activity.Value is { ValueKind: JsonValueKind.Object };

    private static ConversationReference Sender(TenantId tenant, Activity activity, bool verified) =>
        new(
            "", activity.ServiceUrl!, activity.ChannelId!, activity.Conversation! with { TenantId = tenant.Value }, activity.Recipient ?? new(),
            activity.From, null, verified);
}
