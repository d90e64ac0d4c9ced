using System.Globalization;
using SalesBot.Cards;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>What the speaker still has to do, the most urgent first; all of it, or of one customer, or what is due in a span.</summary>
internal sealed class ListFollowUps() : Flow(Intents.ListFollowUps, new("Opvolging", "Follow-ups"), Account, When)
{
    public const string List = "follow-ups";

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);
    private static readonly Slot<Period?> When = Slot.Span(SlotNames.Period, new("Wanneer", "When"), default, SlotNames.Date, SlotNames.DueDate);

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        Privately.Answer(Message.Of(await CardAsync(turn, new(known.Of(Account)?.Id, known.Of(When)), 0, cancel)), turn);

    /// <summary>A page of the list, as it is now.</summary>
    /// <param name="without">One that this very turn ticks off.</param>
    public static async Task<AdaptiveCard> CardAsync(Turn turn, FollowUpFilter filter, int skip, CancellationToken cancel, string? without = null)
    {
        var open = (await turn.Book.OpenFollowUpsAsync(turn.User.Id, cancel)).Select(stored => stored.Record)
            .Where(task => filter.Chooses(task, turn.Today) && task.Id != without).ToList();
        var shown = open.Skip(skip).Take(ListCard.PageSize).ToList();
        var names = await turn.Book.NamesAsync(shown.Select(task => task.Account).OfType<AccountId>(), cancel);
        var page = shown.Select(task => new FollowUpItem(task, task.Account is { } id ? names.GetValueOrDefault(id) : null));
        var more = open.Count > skip + ListCard.PageSize ? new ListMore(List, skip + ListCard.PageSize, filter.Subject) : null;
        return FollowUpsCard.Of(new([.. page], turn.Today, open.Count, more, When: filter.When is { } when ? turn.Language.Period(when) : null), turn.Language);
    }
}

/// <summary>Which follow-ups a list shows. It travels in the button for the next page: it chooses, it permits nothing.</summary>
internal sealed record FollowUpFilter(AccountId? Account, Period? When)
{
    private const char Between = '|';

    /// <summary>Null: all of them.</summary>
    public string? Subject => When is { } when ? string.Join(Between, Account?.Value, Iso(when.From), Iso(when.To)) : Account?.Value;

    /// <summary>What no button of ours can hold is all of them.</summary>
    public static FollowUpFilter Read(string? subject)
    {
        var parts = (subject ?? "").Split(Between);
        var account = parts[0].Length > 0 ? AccountId.Of(parts[0]) : (AccountId?)null;
        return parts is [_, var from, var to] && Day(from) is { } first && Day(to) is { } last && first <= last ? new(account, new Period(first, last)) : new(account, null);
    }

    /// <summary>What is due in the span; where that is going on, also what is late.</summary>
    public bool Chooses(FollowUp task, DateOnly today) => (Account is null || task.Account == Account)
        && (When is not { } when || (task.Due <= when.To && (when.From <= task.Due || (when.From <= today && today <= when.To))));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
