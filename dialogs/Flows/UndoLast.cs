using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>What kind of thing was written, as it is called when it is to be taken back.</summary>
internal enum WriteSort { Visit, FollowUp, Lead, Issue, Satisfaction, Event, Contact, Market, Advice, FuturePlan, Quote }

/// <summary>
/// Takes back the speaker's last write, or the one that is named: "maak het bezoek van gisteren aan Achmea ongedaan". Also after a
/// restart, and days later.
/// </summary>
internal sealed partial class UndoLast(Undoing undoing) : Flow(Intents.Undo, new("Ongedaan maken", "Undo"), Account, Day, Days, Sort)
{
    /// <summary>A customer that nobody knows names no write.</summary>
    private static readonly Slot<SlotValue.Account> Account = Slot.Derived(SlotNames.Account, value => value is SlotValue.Account { Id: not null, Others.Count: 0 } known ? known : null);

    private static readonly Slot<DateOnly?> Day = Slot.Derived<DateOnly?>(SlotNames.Date, value => (value as SlotValue.Date)?.Value);

    private static readonly Slot<Period?> Days = Slot.Derived<Period?>(SlotNames.Period, value => (value as SlotValue.Span)?.Value);

    private static readonly Slot<WriteSort?> Sort = Slot.Choice(
        SlotNames.Kind, new("Wat", "What"), default,
        (WriteSort.Visit, new("bezoek", "visit"), "bezoek|visit"), (WriteSort.FollowUp, new("opvolging", "follow-up"), "opvolging|follow-?\\s?up|taak|task|herinnering|reminder"),
        (WriteSort.Lead, new("lead", "lead"), "leads?\\b"), (WriteSort.Issue, new("klacht", "complaint"), "klacht|issue|complaint"),
        (WriteSort.Satisfaction, new("cijfer", "score"), "cijfer|score|tevredenheid|satisfaction"), (WriteSort.Event, new("event", "event"), "beurs|fair|event|congres"),
        (WriteSort.Contact, new("contactpersoon", "contact"), "contact"), (WriteSort.Market, new("marktinformatie", "market information"), "markt|market"),
        (WriteSort.Advice, new("advies", "advice"), "advies|advice"), (WriteSort.FuturePlan, new("toekomstplan", "future plan"), "toekomstplan|future plan"),
        (WriteSort.Quote, new("offerte", "quote"), "offerte|quote"));

    private static readonly Text WhichOne = new("Welke bedoel je?", "Which one do you mean?");

    private static readonly Text NoneNamed = new("Dat vind ik niet bij wat jij hebt vastgelegd. Dit kun je terugnemen:", "I can't find that among what you saved. This you can take back:");

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (Asks().IsMatch(turn.Incoming.Text ?? "")) return Effect.Of(Message.Of(undoing.Card(await undoing.RecentAsync(turn, cancel), turn)));
        if (!known.Has(Account) && !known.Has(Day) && !known.Has(Days) && !known.Has(Sort)) return await undoing.UndoAsync(await undoing.LastAsync(turn, cancel), turn, cancel);
        var period = known.Of(Day) is { } day ? new Period(day, day) : known.Of(Days);
        var recent = await undoing.RecentAsync(turn, cancel);
        var named = recent.Where(write => Undoing.IsNamed(write.Record, known.Of(Account)?.Id, period, known.Of(Sort)?.ToString(), turn)).ToList();
        if (named is [var only]) return await undoing.UndoAsync(only, turn, cancel);
        var effect = Effect.Of(Message.Of(turn.Say(named.Count == 0 ? NoneNamed : WhichOne))).Say(Message.Of(undoing.Card(named.Count == 0 ? recent : named, turn)));
        effect.Refused = named.Count == 0 ? "not_found" : "several";
        return effect;
    }

    [GeneratedRegex(@"^\W*(wat|welke|what|which)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}

/// <summary>Puts records back as they were before a write, unless somebody has changed them since.</summary>
internal sealed class Undoing(IReadOnlyList<Kind> kinds)
{
    private static readonly Text Nothing = new("Er is niets om ongedaan te maken.", "There is nothing to undo.");
    private static readonly Text ChangedSince = new(
        "Dat kan niet meer: er is daarna iets aan veranderd. Er is niets gewijzigd.", "That is no longer possible: it was changed since. Nothing was altered.");

    private static readonly Text WithdrawInstead = new(
        "Een ingediende offerte maak je niet ongedaan maar trek je in. Dat kan op de kaart.",
        "A submitted quote is not undone but withdrawn. You can do that on the card.");

    private static readonly Text WithdrawRequest = new(
        "Wat ter goedkeuring ligt, maak je niet ongedaan maar trek je in. Dat kan op de kaart.",
        "What waits for approval is not undone but withdrawn. You can do that on the card.");

    private static Text Undone(string what) => new($"Ongedaan gemaakt: {what}.", $"Undone: {what}.");

    /// <summary>How far back "undo" looks.</summary>
    private const int MostWrites = 20;

    /// <summary>How far back a write that is named is looked for.</summary>
    private const int MostNamed = 300;

    public async Task<Stored<WriteRecord>?> LastAsync(Turn turn, CancellationToken cancel) =>
        (await turn.Book.Store.ListAsync(turn.Book.Partition, WriteRecord.Kind, $"{turn.User.Id}|", MostWrites, cancel, descending: true))
            .FirstOrDefault(write => write.Record.UndoneAt is null);

    /// <summary>What the speaker wrote lately and has not taken back, newest first.</summary>
    public async Task<IReadOnlyList<Stored<WriteRecord>>> RecentAsync(Turn turn, CancellationToken cancel) =>
        [.. (await turn.Book.Store.ListAsync(turn.Book.Partition, WriteRecord.Kind, $"{turn.User.Id}|", MostNamed, cancel, descending: true)).Where(write => write.Record.UndoneAt is null)];

    public AdaptiveCard Card(IReadOnlyList<Stored<WriteRecord>> writes, Turn turn) => WritesCard.Of(
        new([.. writes.Take(ListCard.PageSize + 1).Select(write => new WriteItem(write.Record.Id, write.Record.What, TimeZoneInfo.ConvertTime(write.Record.At, turn.Zone).DateTime))]), turn.Language);

    /// <summary>Whether a write is of this customer, of these days (written or what it tells of), and of this sort. What came along with a visit is the visit's.</summary>
    public static bool IsNamed(WriteRecord write, AccountId? account, Period? period, string? sort, Turn turn)
    {
        var bodies = write.Changes.Select(change => (change.Kind, Body: change.After ?? change.Before)).Where(change => change.Body is not null).ToList();
        bool Has(string name, Func<string, bool> fits) => bodies.Exists(change => change.Body!.Value.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String && fits(value.GetString()!));
        bool Within(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on) && period!.Value.Contains(on);
        var main = bodies.Exists(change => change.Kind == Kinds.Visit.Name) ? Kinds.Visit.Name : bodies.Count > 0 ? bodies.FindLast(change => change.Kind != Kinds.Account.Name && change.Kind != Kinds.Contact.Name).Kind ?? bodies[^1].Kind : "";
        return (account is not { } of || Has("account", id => id == of.Value) || bodies.Exists(change => change.Kind == Kinds.Account.Name && change.Body!.Value.GetProperty("id").GetString() == of.Value))
            && (period is not { } days || days.Contains(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(write.At, turn.Zone).DateTime)) || Has("visitedOn", Within) || Has("on", Within) || Has("due", Within))
            && (sort is null || main == KindOf(sort));
    }

    private static string KindOf(string sort) => sort switch
    {
        "FollowUp" => Kinds.FollowUp.Name,
        "FuturePlan" => Kinds.FuturePlan.Name,
        _ => sort.ToLowerInvariant(),
    };

    public Task<Stored<WriteRecord>?> NamedAsync(Turn turn, string id, CancellationToken cancel) =>
        turn.Book.Store.FindAsync(turn.Book.Partition, WriteRecord.Kind, WriteRecord.KeyOf(turn.User.Id, id), cancel);

    public async Task<Effect> UndoAsync(Stored<WriteRecord>? write, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (write is not { Record.UndoneAt: null })
        {
            effect.Refused = "nothing_to_undo";
            return effect.Say(Message.Of(turn.Say(Nothing)));
        }
        if (write.Record.Changes.FirstOrDefault(change => change.Kind == Kinds.Quote.Name && HasLeft(change)
            && !QuoteOutcomes.MayBeUndone(QuoteOf(change.Before), QuoteOf(change.After))) is { } quote)
        {
            // The supervisor has it: what left is not undone but withdrawn, on the card that comes with the answer.
            effect.Refused = "withdraw_instead";
            effect.Say(Message.Of(turn.Say(WithdrawInstead)));
            return effect.Say(Message.Of(new CardView(CardViews.QuoteKind, quote.Id[(Kinds.Quote.Name.Length + 1)..], turn.User.Team, turn.User.Id)));
        }
        if (await AskedForAsync(write.Record, turn, cancel) is { } asked)
        {
            effect.Refused = "withdraw_instead";
            effect.Say(Message.Of(turn.Say(WithdrawRequest)));
            return effect.Say(Message.Of(ApprovalViews.Of(asked, turn.User.Team, turn.User.Id)));
        }
        foreach (var change in write.Record.Changes.Reverse())
        {
            if (await RevertAsync(change, turn, cancel) is not { } back)
            {
                var refused = new Effect { Refused = "changed_since" };
                return refused.Say(Message.Of(turn.Say(ChangedSince)));
            }
            effect.Changes.Add(back);
        }
        foreach (var back in effect.Changes.All.Select(change => change.After).OfType<Quote>())
            effect.Sends.Add((new(Person: back.Owner), Message.Of(QuoteDesk.ViewFor(back, turn.User.Team, back.Owner))));
        effect.Changes.Replace(WriteRecord.Kind, write, write.Record with { UndoneAt = turn.Now });
        return effect.Say(Message.Of(turn.Say(Undone(write.Record.What))));
    }

    /// <summary>The request that the write put up, while it is open: a supervisor has its card, which then says what became of it.</summary>
    private static async Task<Approval?> AskedForAsync(WriteRecord write, Turn turn, CancellationToken cancel)
    {
        foreach (var change in write.Changes.Where(change => change.Kind == Kinds.Approval.Name && change.After is not null))
            if (await turn.Book.Store.FindAsync(turn.Book.Partition, change.Id, cancel) is { } now && Kinds.Approval.Read(now).Record is { State: ApprovalState.Waiting or ApprovalState.Returned } open) return open;
        return null;
    }

    /// <summary>Made or moved on by the write; a quote that only got another owner stays in the house.</summary>
    private static bool HasLeft(WrittenChange quote) =>
        quote is not { Before: { } before, After: { } after } || !Status(before).Equals(Status(after), StringComparison.Ordinal);

    private static string Status(System.Text.Json.JsonElement quote) => quote.TryGetProperty("status", out var status) ? status.GetString() ?? "" : "";

    /// <summary>The change the other way round; null where the record is no longer what the write left.</summary>
    private async Task<Change?> RevertAsync(WrittenChange change, Turn turn, CancellationToken cancel)
    {
        var kind = kinds.First(kind => kind.Name == change.Kind);
        var now = await turn.Book.Store.FindAsync(turn.Book.Partition, change.Id, cancel);
        var left = change.After is { } after ? kind.ReadBody(Bytes(after).Span) : null;
        var present = now is null ? null : kind.ReadBody(now.Body.Span);
        if (present is null != left is null || present is not null && !kind.Same(present, left!)) return null;
        // Not "? Bytes(old) : null": that is an array, and a missing array would become an empty body instead of none.
        var before = change.Before is { } old ? Bytes(old) : (ReadOnlyMemory<byte>?)null;
        return new(kind, change.Id, present, before is { } body ? kind.ReadBody(body.Span) : null, now?.Body, before, now?.ETag);
    }

    private static Quote? QuoteOf(System.Text.Json.JsonElement? body) => body is { } json ? (Quote)Kinds.Quote.ReadBody(Bytes(json).Span) : null;

    private static ReadOnlyMemory<byte> Bytes(System.Text.Json.JsonElement json) => System.Text.Encoding.UTF8.GetBytes(json.GetRawText());
}
