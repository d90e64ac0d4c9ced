using System.Text;
using SalesBot.Cards.Documents;
using SalesBot.Cards.Model;
using SalesBot.Cards.Welcome;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Nudges;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Sharing;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Turns;

/// <summary>One turn from what came in to what is saved: who and where, understand, lead the talk, commit.</summary>
public sealed class Assistant(IDocumentStore store, IUnderstanding understanding, Runner runner, IReadOnlyList<PressAction> actions, CardViews views, QuoteFiles files,
    Digests digests, ReportFiles reports)
    : IAssistant
{
    /// <summary>So often a turn is worked out anew when what it read has changed meanwhile.</summary>
    private const int MostTries = 6;

    /// <summary>Characters of one message that are read: a quarter of an hour of dictation, and what a card of it holds in Teams.</summary>
    private const int LongestText = 12_000;

    /// <summary>The assistant with all its flows.</summary>
    /// <param name="clock">By which cards are drawn; the system's where none is given.</param>
    public static Assistant Create(
        IDocumentStore store, IUnderstanding understanding, ApprovalSettings approvals, Letterhead? letterhead = null, TimeProvider? clock = null)
    {
        var views = new CardViews(store, clock);
        var desk = new QuoteDesk(approvals);
        var undoing = new Undoing(AllFlows.Undoable);
        var policy = new PolicyFor(approvals.Policy);
        return new(store, understanding, new(AllFlows.Of(desk, views, undoing, policy)), AllFlows.Presses(desk, views, undoing, policy), views, new(store, letterhead ?? Letterhead.Default),
            new(AllNudges.All, policy), new(store, policy));
    }

    private readonly Commit commit = new(store);
    private readonly NameBook names = new(store);

    public async Task<TurnResult> HandleAsync(Incoming incoming, CancellationToken cancel)
    {
        if (incoming.Press is { Verb: Say.Verb } said) incoming = incoming with { Text = said.Text(Say.Words), Press = null };
        using var hearing = new TurnHearing(understanding, cancel);
        for (var attempt = 1; ; attempt++)
        {
            var seen = await SeenAsync(incoming, cancel);
            // What was said to a question is not kept. One who waits for it in the response has not got it, and is answered again.
            var again = seen is { IsQuestion: true } && incoming.RepliesInResponse;
            if (seen is not null && !again) return seen;
            if (await TryAsync(incoming, hearing, again, cancel) is { } done) return done;
            if (attempt == MostTries) throw new StoreUnavailableException($"The turn met other changes {MostTries} times in a row.");
            await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancel);
        }
    }

    public void Brought(TurnResult result) => commit.Brought(result);

    public Task<RenderedCard?> RenderAsync(TenantId tenant, CardView view, CancellationToken cancel) =>
        view.Kind == Digests.ViewKind ? digests.RenderAsync(store, tenant, view, cancel) : views.RenderAsync(tenant, view, cancel);

    public Task<FileResult> FileAsync(TenantId tenant, FileOffer offer, CancellationToken cancel) =>
        ReportFiles.Knows(offer) ? reports.MakeAsync(tenant, offer, cancel) : files.MakeAsync(tenant, offer, cancel);

    public Task<SearchPage> SearchAsync(Search search, CancellationToken cancel) => new ShareSearch(store, names).SearchAsync(search, cancel);

    public Task<Shareable?> LinkedAsync(TenantId tenant, User user, Language? client, Uri home, QuoteNumber number, CancellationToken cancel) =>
        new ShareSearch(store, names).LinkedAsync(tenant, user, client, home, number, cancel);

    public RenderedCard Welcome(User? user, Language language)
    {
        var card = user is null ? WelcomeCard.ToTeam(language) : WelcomeCard.Of(new(user.Name.Split(' ')[0], user.Role), language);
        return new(card.ToRaw(), card.Summary);
    }

    /// <summary>A button on another team's quote may have acted there.</summary>
    private async Task<TurnResult?> SeenAsync(Incoming incoming, CancellationToken cancel)
    {
        if (await commit.SeenAsync(incoming, Partition.Of(incoming.Tenant, incoming.User.Team), cancel) is { } seen) return seen;
        return incoming.Press?.Text("team") is { } other && other != incoming.User.Team.Value && PressReading.IsId(other)
            ? await commit.SeenAsync(incoming, Partition.Of(incoming.Tenant, new(other)), cancel)
            : null;
    }

    private async Task<TurnResult?> TryAsync(Incoming incoming, TurnHearing hearing, bool again, CancellationToken cancel)
    {
        var book = new Book(store, incoming.Tenant, incoming.User);
        var key = $"{Convert.ToHexString(Encoding.UTF8.GetBytes(incoming.Place.Conversation))}|{incoming.User.Id}";
        var readTalk = store.FindAsync(book.Partition, Conversation.Kind, key, cancel);
        var preferences = await store.FindAsync(book.Partition, Preferences.Kind, incoming.User.Id.Value, cancel);
        var talk = await readTalk;
        var conversation = talk?.Record ?? Conversation.New(key);
        var turn = new Turn(
            incoming, preferences?.Record.Language ?? incoming.User.Language ?? incoming.ClientLanguage ?? Language.Dutch, book,
            TimeZoneInfo.FindSystemTimeZoneById(incoming.User.TimeZone), preferences, await names.OfAsync(book, cancel), conversation.Lean, conversation.LastIntent)
        {
            Unseen = conversation is { Told: { } told, Active.Asked: Progress.Confirm } && await store.FindAsync(book.Partition, OutboxMessage.Kind, told, cancel) is not null,
        };

        if (incoming.Press is { } press && actions.FirstOrDefault(action => action.Verbs.Contains(press.Verb)) is { } action)
        {
            var effect = await action.PressAsync(press, turn, cancel);
            return await commit.SaveAsync(incoming, effect, Trace([], [], null, conversation.Active?.Asked, effect), [], press.Verb, cancel);
        }

        var (heard, step) = incoming.Press is { } flowPress
            ? (null, await runner.PressAsync(conversation, flowPress.OfFlow(), turn, cancel))
            : await HearAsync(conversation, talk?.ETag, turn, hearing, cancel);
        // The same question again leaves the talk as it was.
        var stays = step.Conversation == conversation || (talk is not null && Conversation.Kind.Same(step.Conversation, conversation));
        var next = stays ? conversation : step.Conversation with { Told = Messages.LastOf(incoming, step.Effect.Replies.Count) };
        var trace = Trace(heard?.Intents ?? [], heard?.Slots ?? [], step.Flow, next.Active?.Asked, step.Effect);
        if (again) return Commit.Again(incoming, step.Effect, trace);
        IReadOnlyList<Write> writes = stays ? [] : [talk is null ? Conversation.Kind.Create(next) : Conversation.Kind.Replace(talk, next)];
        return await commit.SaveAsync(incoming, step.Effect, trace, writes, step.Flow, cancel);
    }

    private async Task<(Heard?, Step)> HearAsync(Conversation conversation, string? version, Turn turn, TurnHearing hearing, CancellationToken cancel)
    {
        var said = turn.Incoming.Text ?? "";
        var words = said.Length <= LongestText ? said : said[..(char.IsHighSurrogate(said[LongestText - 1]) ? LongestText - 1 : LongestText)];
        var utterance = new Utterance(words, turn.Language, turn.LocalNow, ContextOf(conversation), $"{turn.Incoming.Tenant}|{turn.User.Id}");
        var (heard, draft) = await hearing.HearAsync(utterance, version, turn.Names);
        var step = await runner.HearAsync(conversation, heard, words, turn with { Draft = draft }, cancel);
        if (words.Length < said.Length) step.Effect.Replies.Insert(0, Message.Of(turn.Say(EngineTexts.TooLong(words.Length))));
        return (heard, step);
    }

    /// <summary>What goes on: the open question and what the flow knows, or else the answer before.</summary>
    private static HeardContext ContextOf(Conversation conversation)
    {
        if (conversation.Active is not { } active) return new(conversation.LastIntent, null, conversation.Lean);
        var known = active.Values.Where(pair => pair.Value.Count > 0 && pair.Key is not (SlotNames.Summary or SlotNames.Replaced)).ToDictionary(pair => pair.Key, pair => pair.Value[^1]);
        return new(active.Intent, active.Asked, known)
        {
            Answered = conversation.LastIntent is { } last ? new(last, null, conversation.Lean) : null,
        };
    }

    private static TurnTrace Trace(IReadOnlyList<string> intents, IReadOnlyList<HeardSlot> slots, string? flow, string? asking, Effect effect) => new(
        intents, SlotJson.Of(slots), flow, asking,
        [.. effect.Changes.All.Where(change => change.After is not null).Select(change => new WrittenRecord(change.Kind.Name, change.Id[(change.Kind.Name.Length + 1)..]))],
        effect.Refused);
}
