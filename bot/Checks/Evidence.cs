using System.Text.Json;
using SalesBot.Bot.Channel;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>
/// All that the invariants may look at: a tenant's documents, read through the store's public contract, and what clients, connector and
/// log have to tell. It is read once and held in memory; the bot should be at rest meanwhile, or a copy be read.
/// </summary>
internal sealed class Evidence
{
    private readonly Dictionary<string, List<Found>> byId = new(StringComparer.Ordinal);
    private readonly ILookup<string, Found> byKind;
    private readonly Dictionary<Kind, object> read = [];
    private readonly List<(Found, string)> unreadable = [];

    private Evidence(IDocumentStore store, TenantId tenant, IReadOnlyList<Found> documents)
    {
        (Store, Tenant, Documents) = (store, tenant, documents);
        byKind = documents.ToLookup(found => found.Kind);
        foreach (var found in documents) (byId.TryGetValue(found.Id, out var there) ? there : byId[found.Id] = []).Add(found);
        Audit = Held(AuditEntry.Kind);
        Seen = Held(SeenTurn.Kind);
        Outbox = Held(OutboxMessage.Kind);
        Users = Held(Kinds.User).ToDictionary(user => user.Record.Id, user => user.Record);
        Chats = Held(ConversationReference.Personal).ToDictionary(chat => chat.Record.Person!.Value, chat => chat.Record);
        Links = Link.ByRecord(Audit);
        Operations = Audit.ToLookup(entry => entry.Record.Operation);
        // Imports and erasures at the command line go by the machine's clock, the bot may go by another.
        Now = Audit.Where(entry => AllOrNothing.IsTurn(entry.Record)).Select(entry => entry.Record.At).Concat(Seen.Select(seen => seen.Record.At)).Concat(Outbox.Select(message => message.Record.CreatedAt))
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
    }

    public IDocumentStore Store { get; }
    public TenantId Tenant { get; }
    public IReadOnlyList<Found> Documents { get; }
    public IReadOnlyList<Held<AuditEntry>> Audit { get; }
    public IReadOnlyList<Held<SeenTurn>> Seen { get; }
    public IReadOnlyList<Held<OutboxMessage>> Outbox { get; }
    public IReadOnlyDictionary<UserId, User> Users { get; }

    /// <summary>The personal chats that are known.</summary>
    public IReadOnlyDictionary<UserId, ConversationReference> Chats { get; }

    /// <summary>The audit's entries on each record, by its id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Link>> Links { get; }

    public ILookup<string, Held<AuditEntry>> Operations { get; }

    /// <summary>The moment that the store is judged at; unless set, the last one that it knows of.</summary>
    public DateTimeOffset Now { get; init; }

    public IReadOnlyList<ClientRequest>? Clients { get; init; }
    public IReadOnlyList<Captured>? Capture { get; init; }
    public IReadOnlyList<string>? Log { get; init; }

    /// <summary>What was delivered first in reply to each activity; nothing where there is no capture.</summary>
    public IReadOnlyDictionary<(string? Conversation, string? Activity), Captured> FirstReplies => field ??=
        (Capture ?? []).Where(captured => captured is { IsDelivered: true, ReplyTo: not null } && captured.Type == "message")
            .GroupBy(captured => (captured.Conversation, captured.ReplyTo)).ToDictionary(group => group.Key, group => group.First());

    /// <summary>False: nothing carries the messages away, as where the assistant is tested without its host.</summary>
    public bool Delivers { get; init; } = true;

    /// <summary>Documents that are not of their kind's shape.</summary>
    public IReadOnlyList<(Found Found, string Why)> Unreadable => unreadable;

    public bool Has(Told story) => Missing(story) == Told.None;

    public Told Missing(Told wanted) =>
        wanted & ((Clients is null ? Told.Clients : 0) | (Capture is null ? Told.Capture : 0) | (Log is null ? Told.Log : 0));

    public static async Task<Evidence> ReadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancel)
    {
        var documents = new List<Found>();
        var teams = await new Organisation(store, tenant).TeamsAsync(cancel);
        foreach (var partition in teams.Select(team => Partition.Of(tenant, team.Id)).Append(Partition.Directory(tenant)))
            documents.AddRange((await store.ListAsync(partition, new IdRange("!", "~"), int.MaxValue, cancel)).Select(document => new Found(partition, document)));
        return new(store, tenant, documents);
    }

    /// <summary>The same store, with other stories beside it.</summary>
    public Evidence With(
        IReadOnlyList<ClientRequest>? clients = null, IReadOnlyList<Captured>? capture = null, IReadOnlyList<string>? log = null, DateTimeOffset? now = null,
        bool delivers = true) =>
        new(Store, Tenant, Documents) { Clients = clients, Capture = capture, Log = log, Now = now ?? Now, Delivers = delivers };

    /// <summary>Every copy of a document; there should be one.</summary>
    public IReadOnlyList<Found> Find(string id) => byId.TryGetValue(id, out var found) ? found : [];

    public IEnumerable<Found> OfKind(string kind) => byKind[kind];

    public IReadOnlyList<Link> LinksOf(string id) => Links.TryGetValue(id, out var links) ? links : [];

    /// <summary>All readable records of a kind.</summary>
    public IReadOnlyList<Held<T>> Held<T>(Kind<T> kind) where T : class
    {
        if (read.TryGetValue(kind, out var before)) return (IReadOnlyList<Held<T>>)before;
        var held = new List<Held<T>>();
        // The directory's conversations are references, the teams' are talks.
        var inDirectory = ReferenceEquals(kind, ConversationReference.Kind);
        foreach (var found in byKind[kind.Name].Where(found => kind.Name != ConversationReference.Kind.Name || inDirectory == found.Partition.Key.EndsWith(":directory", StringComparison.Ordinal)))
        {
            try
            {
                held.Add(new(found.Partition, kind.Read(found.Document).Record));
            }
            catch (JsonException e)
            {
                unreadable.Add((found, e.Message));
            }
        }
        read[kind] = held;
        return held;
    }

    /// <summary>A kept card as its viewer would get it now.</summary>
    public Task<RenderedCard?> RenderAsync(CardView view, CancellationToken cancel) => new CardViews(Store, new Still(Now)).RenderAsync(Tenant, view, cancel);

    /// <summary>One line of a history.</summary>
    public static string Line(AuditEntry entry) => $"{entry.At:O}  {entry.By}  {entry.Cause}  operation {Short(entry.Operation)}";

    public static string Short(string print) => print.Length == 0 ? "nothing" : print[..Math.Min(12, print.Length)];

    private sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
