using System.Security.Cryptography;
using System.Text;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Settings;
using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Files;

/// <summary>
/// <c>fileConsent/invoke</c>: the reader lets the bot put a file among their own files, or not. Everything in it comes from a client;
/// the ticket in its context is ours and says what may be had by whom, and the record says whether it may still be had.
/// </summary>
internal sealed class FileConsent(
    Visitors visitors, FileTickets tickets, FileOffers offers, FileUploads uploads, IAssistant assistant, ConnectorClient connector, IDocumentStore store,
    OutboxSignal signal, Turns turns, SalesBotSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Background = TimeSpan.FromSeconds(40);

    private readonly KeyedLock answering = new();

    public async Task<InvokeResponse> HandleAsync(TenantId tenant, Activity activity, bool verified, CancellationToken cancel)
    {
        if (activity.Value.TextAt("type") != "fileUpload" || activity.Value.TextAt("action") is not ("accept" or "decline")) return InvokeResponse.Ok;
        Visitor visitor;
        try
        {
            visitor = await visitors.MeetAsync(tenant, activity, verified, cancel).WaitAsync(cancel);
        }
        catch (Exception e)
        {
            turns.Failed(e);
            return new InvokeResponse(503);
        }
        if (visitor.User is null) return InvokeResponse.Ok;
        // The client waits seconds for an answer, a file may take longer.
        turns.Background(AnswerAsync(visitor, activity));
        return InvokeResponse.Ok;
    }

    private async Task AnswerAsync(Visitor visitor, Activity activity)
    {
        using var limit = new CancellationTokenSource(Background);
        var text = activity.Value.TextAt("context", "file");
        var where = activity.Value.TextAt("uploadInfo", "uploadUrl");
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{visitor.Reference.Key}|{text}|{activity.Value.TextAt("action")}|{where}")), 0, 20);
        using var _ = await answering.EnterAsync(key, limit.Token);
        var partition = Partition.Of(visitor.Tenant, visitor.User!.Team);
        if (await store.FindAsync(partition, FileAnswer.Kind, key, limit.Token) is not null) return;
        var (outcome, message) = await WorkOutAsync(visitor, activity, text, where, limit.Token);
        var now = time.GetUtcNow();
        var say = message with { Id = $"{now.UtcDateTime:yyyyMMddHHmmssfff}-{key[..8]}-00", CreatedAt = now, To = new(Conversation: visitor.Reference.Key) };
        // Answered and said in one save: a repetition finds the answer, a stop in between finds the message.
        var saved = await store.SaveAsync(partition, $"file|{key}", [FileAnswer.Kind.Create(new(key, outcome, now)), OutboxMessage.Kind.Create(say)], limit.Token);
        if (saved is not SaveResult.Saved) return;
        signal.Wake(visitor.Tenant, partition);
        if (outcome is not "failed" && activity.ReplyToId is { } asked)
            await connector.DeleteAsync(visitor.Reference.ServiceUrl, visitor.Reference.Conversation.Id!, asked, limit.Token);
    }

    private async Task<(string Outcome, OutboxMessage Message)> WorkOutAsync(Visitor visitor, Activity activity, string? text, string? where, CancellationToken cancel)
    {
        if (await tickets.ReadAsync(text, settings.Tenants, cancel) is not { } ticket || ticket.Tenant != visitor.Tenant) return ("unknown", Words(FileTexts.Gone));
        if (ticket.Offer.For != visitor.User!.Id) return ("not-theirs", Words(FileTexts.NotYours));
        if (activity.Value.TextAt("action") == "decline") return ("declined", Words(FileTexts.Declined));
        if (time.GetUtcNow() >= ticket.Until) return ("expired", Words(FileTexts.Gone));
        var result = await assistant.FileAsync(visitor.Tenant, ticket.Offer, cancel);
        if (result is not FileResult.Found file) return ("void", Words(((FileResult.Gone)result).Why));
        if (!await uploads.PutAsync(where, file.Content, cancel)) return ("failed", await InsteadAsync(visitor, ticket.Offer, file, cancel));
        return ("saved", new(
            "", new(), default,
            Saved: new(
                activity.Value.TextAt("uploadInfo", "name") ?? file.Name, activity.Value.TextAt("uploadInfo", "contentUrl") ?? "", activity.Value.TextAt("uploadInfo", "uniqueId") ?? "",
                activity.Value.TextAt("uploadInfo", "fileType") ?? "pdf")));

        OutboxMessage Words(Text said) => new("", new(), default, said.In(visitor.Language));
    }

    /// <summary>It could not be put there: a link does as well, where there can be one.</summary>
    private async Task<OutboxMessage> InsteadAsync(Visitor visitor, FileOffer offer, FileResult.Found file, CancellationToken cancel)
    {
        var link = await offers.LinkAsync(visitor.Tenant, offer, file, visitor.Reference, null, cancel);
        return new("", new(), default, FileTexts.NotPut.In(visitor.Language), link.Attachments is [{ Content: { } card }, ..] ? card : null, link.Summary);
    }
}
