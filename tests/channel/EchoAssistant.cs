using System.Collections.Concurrent;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Sharing;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Tests.Channel;

/// <summary>The smallest conversation that keeps an assistant's promises: commits an echo to the outbox, once per turn.</summary>
internal sealed class EchoAssistant(TimeProvider? time = null) : IAssistant
{
    private readonly ConcurrentDictionary<string, TurnResult> seen = new();
    private int sequence;

    public IDocumentStore? Store { get; set; }
    public ConcurrentQueue<Incoming> Handled { get; } = [];

    /// <summary>Before anything is committed: a place to fail or to wait.</summary>
    public Func<Incoming, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What a turn comes to; null: an echo.</summary>
    public Func<Incoming, IReadOnlyList<OutboxMessage>>? Replies { get; set; }
    public Func<Incoming, (RenderedCard? Card, string? Notice)> Answer { get; set; } = _ => (null, null);
    public Func<CardView, RenderedCard?> Render { get; set; } = view => Card(view.Subject);

    public async Task<TurnResult> HandleAsync(Incoming incoming, CancellationToken cancel)
    {
        Handled.Enqueue(incoming);
        await Before(incoming, cancel);
        if (seen.TryGetValue(incoming.TurnId, out var before)) return before with { Repeated = true };
        var partition = Partition.Of(incoming.Tenant, incoming.User.Team);
        var messages = Replies?.Invoke(incoming)
            ?? (incoming.Text is { } text ? [Message(new Recipient(incoming.Place.Conversation), $"echo: {text}")] : []);
        if (Store is not null && !incoming.RepliesInResponse && messages.Count > 0)
        {
            await Store.SaveAsync(partition, incoming.TurnId, [.. messages.Select(OutboxMessage.Kind.Create)], cancel);
        }
        var own = messages.Where(message => message.To.Conversation == incoming.Place.Conversation).ToList();
        var (card, notice) = Answer(incoming);
        var trace = new TurnTrace([], new Dictionary<string, JsonElement>(), null, null, [], null);
        return seen[incoming.TurnId] = new TurnResult(partition, own, own.Count < messages.Count, trace, card, notice);
    }

    public void Brought(TurnResult result) => throw new InvalidOperationException("An echo is kept in the outbox.");

    public Task<RenderedCard?> RenderAsync(TenantId tenant, CardView view, CancellationToken cancel) => Task.FromResult(Render(view));

    public Func<FileOffer, FileResult> File { get; set; } = _ => new FileResult.Gone(new("weg", "gone"));

    public Task<FileResult> FileAsync(TenantId tenant, FileOffer offer, CancellationToken cancel) => Task.FromResult(File(offer));

    public Func<Search, Task<SearchPage>> Find { get; set; } = _ => Task.FromResult(new SearchPage([], Language.Dutch));

    public Task<SearchPage> SearchAsync(Search search, CancellationToken cancel) => Find(search);

    public Task<Shareable?> LinkedAsync(TenantId tenant, User user, Language? client, Uri home, QuoteNumber number, CancellationToken cancel) => Task.FromResult<Shareable?>(null);

    public RenderedCard Welcome(User? user, Language language) => Card(language == Language.Dutch ? "welkom" : "welcome");

    /// <summary>Held back for the turn that delivers it itself; meant for others it may go at once.</summary>
    public OutboxMessage Message(Recipient to, string? text = null, CardView? shows = null, bool isReply = true) =>
        new(
            $"{Interlocked.Increment(ref sequence):D12}", to, Now, text, Shows: shows,
            NotBefore: isReply ? Now.AddSeconds(15) : null);

    public static RenderedCard Card(string text)
    {
        using var document = JsonDocument.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{text}}"}]}""");
        return new RenderedCard(document.RootElement.Clone(), text);
    }

    private DateTimeOffset Now => (time ?? TimeProvider.System).GetUtcNow();
}
