using SalesBot.Cards.Model;
using SalesBot.Cards.Nudges;
using SalesBot.Data;
using SalesBot.Data.Nudges;
using SalesBot.Data.People;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Nudges;

/// <summary>What matters to a person now, and the card that shows what of it was told.</summary>
public sealed class Digests(IReadOnlyList<NudgeSource> sources, PolicyFor policy)
{
    public const string ViewKind = "digest";

    public static async Task<NudgeSettings> SettingsAsync(IDocumentStore store, Partition partition, UserId person, CancellationToken cancel) =>
        (await store.FindAsync(partition, Kinds.NudgeSettings, person.Value, cancel))?.Record ?? NudgeSettings.Of(person);

    /// <summary>Urgent ones first, then by kind, then the heaviest.</summary>
    public async Task<IReadOnlyList<Nudge>> MattersAsync(Round round, User person, NudgeSettings settings, Language language, CancellationToken cancel)
    {
        var day = new NudgeDay(round, person, language, await round.BookOf(person).PolicyAsync(policy.Settings, cancel));
        var found = new List<Nudge>();
        foreach (var source in sources.Where(source => !settings.Stopped.Contains(source.Kind)))
            found.AddRange((await source.OfAsync(day, cancel)).OrderByDescending(nudge => nudge.Weight).ThenBy(nudge => nudge.Key, StringComparer.Ordinal));
        return [.. found.OrderByDescending(nudge => nudge.Urgent)];
    }

    /// <summary>What was told, as it is now: what is resolved or put off is gone. Null: nothing is left to show.</summary>
    public async Task<AdaptiveCard?> CardAsync(Digest digest, Round round, User person, Language language, NudgeSettings settings, NudgeLog? log, CancellationToken cancel) =>
        Card(digest, await ShownAsync(digest, round, person, language, settings, log, cancel), language);

    /// <summary>The newest overview that was told to whom speaks; null: there is none, or nothing of it is left.</summary>
    public async Task<(IReadOnlyList<Nudge> Shown, AdaptiveCard Card)?> LatestAsync(Turn turn, CancellationToken cancel)
    {
        if (await turn.Book.Store.ListAsync(turn.Book.Partition, Kinds.Digest, $"{turn.User.Id}|", 1, cancel, descending: true) is not [{ Record: var digest }]) return null;
        var settings = await SettingsAsync(turn.Book.Store, turn.Book.Partition, turn.User.Id, cancel);
        var log = await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.NudgeLog, turn.User.Id.Value, cancel);
        var round = new Round(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Now, await turn.Book.PeopleAsync(cancel));
        var shown = await ShownAsync(digest, round, turn.User, turn.Language, settings, log?.Record, cancel);
        return Card(digest, shown, turn.Language) is { } card ? (shown, card) : null;
    }

    private async Task<IReadOnlyList<Nudge>> ShownAsync(
        Digest digest, Round round, User person, Language language, NudgeSettings settings, NudgeLog? log, CancellationToken cancel)
    {
        var matters = (await MattersAsync(round, person, settings, language, cancel)).ToDictionary(nudge => nudge.Id);
        return
        [
            .. digest.Items.Select(item => $"{item.Kind}|{item.Key}")
                .Where(id => log?.Marks.GetValueOrDefault(id)?.Until is not { } until || until <= digest.Day)
                .Select(id => matters.GetValueOrDefault(id)).OfType<Nudge>(),
        ];
    }

    private static AdaptiveCard? Card(Digest digest, IReadOnlyList<Nudge> shown, Language language) => shown.Count == 0 ? null : DigestCard.Of(
        new(
            digest.Day, digest.Part == Digest.Urgent, digest.Key, digest.More,
            [.. shown.Select(nudge => new DigestLine(nudge.Id, nudge.Line, nudge.Detail, nudge.Urgent, nudge.Button))]),
        language);

    /// <summary>The card for delivery: what was resolved since it was written is not brought any more.</summary>
    public async Task<RenderedCard?> RenderAsync(IDocumentStore store, TenantId tenant, CardView view, CancellationToken cancel)
    {
        var partition = Partition.Of(tenant, view.Team);
        if (await store.FindAsync(partition, Kinds.Digest, view.Subject, cancel) is not { Record: var digest } || digest.Person != view.Viewer) return null;
        var people = (await new Organisation(store, tenant).UsersAsync(cancel)).ToDictionary(user => user.Id);
        if (!people.TryGetValue(digest.Person, out var person) || person.Team != view.Team) return null;
        var settings = await SettingsAsync(store, partition, person.Id, cancel);
        if (settings.Off) return null;
        var round = new Round(store, tenant, view.Team, WallClock.At(digest.Day, settings.At, Round.ZoneOf(person)), people);
        var log = await store.FindAsync(partition, Kinds.NudgeLog, person.Id.Value, cancel);
        return await CardAsync(digest, round, person, await round.LanguageOfAsync(person, cancel), settings, log?.Record, cancel) is { } card
            ? new(card.ToRaw(), card.Summary)
            : null;
    }
}
