using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Calls;

/// <param name="Week">In words.</param>
/// <param name="Rows">The most urgent first.</param>
/// <param name="Total">How many accounts want contact this week.</param>
public sealed record CallListView(string Week, IReadOnlyList<CallRow> Rows, int Total, ListMore? More = null);

/// <param name="Reasons">Why this one, in words; the weightiest first.</param>
/// <param name="Visit">A visit is wanted, not just a call.</param>
/// <param name="IsKey">A key account.</param>
public sealed record CallRow(string AccountName, string AccountId, IReadOnlyList<CallReason> Reasons, bool Visit, bool IsKey);

public sealed record CallReason(string Text, bool Urgent);

/// <summary>Whom to call or visit this week, each with its reasons; a tap shows what to know beforehand.</summary>
public static class CallListCard
{
    private const int MostReasons = 3;

    public static AdaptiveCard Of(CallListView view, Language language)
    {
        var title = CallTexts.Title.In(language);
        return new AdaptiveCard(
            Words.Clip(view.Rows.Count == 0 ? $"{title}: {CallTexts.None.In(language)}" : $"{title}: {string.Join(", ", view.Rows.Select(row => row.AccountName))}", 300),
            [
                Parts.Header(title, view.Total == 0 ? view.Week : $"{view.Week} · {CallTexts.Accounts(view.Total).In(language)}"),
                .. view.Rows.Count == 0 ? [new TextBlock(CallTexts.None.In(language))] : view.Rows.Select((row, index) => Row(row, index, language)),
            ],
            view.More is { } more ? [new Execute(ListTexts.More.In(language), "list.more", ListCard.DataOf(more))] : null);
    }

    private static Element Row(CallRow row, int index, Language language)
    {
        List<Element> left = [new TextBlock(row.IsKey ? $"★ {row.AccountName}" : row.AccountName) { Bold = true }];
        left.AddRange(row.Reasons.Take(MostReasons).Select(reason => new TextBlock("• " + Words.Clip(reason.Text, 140))
        { Size = TextSize.Small, Spacing = Spacing.None, Color = reason.Urgent ? TextColor.Attention : TextColor.Default }));
        if (row.Visit) left.Add(Parts.Remark(CallTexts.Visit.In(language), Spacing.None));
        var button = new Execute(CallTexts.Prepare.In(language), "account.prepare", new ActionData(("id", row.AccountId)));
        return new ColumnSet([new Column(1, left), new Column(0, new ActionSet([button]))]) { Separator = index > 0, Spacing = Spacing.Medium };
    }
}

/// <summary>Words for the call list.</summary>
public static class CallTexts
{
    public static readonly Text
        Title = new("Bel- en bezoeklijst", "Call and visit list"),
        None = new("Niemand hoeft deze week per se gebeld te worden. Mooi moment voor een prospect.", "Nobody has to be called this week. A good moment for a prospect."),
        Visit = new("Liever langsgaan dan bellen", "Better a visit than a call"),
        Prepare = new("Bekijk", "View");

    public static Text Accounts(int count) => count == 1 ? new("1 klant", "1 account") : new($"{count} klanten", $"{count} accounts");

    public static Text Overdue(int days) => new($"{days} dagen geen contact, langer dan afgesproken", $"no contact for {days} days, longer than agreed");

    public static Text DueThisWeek(string day) => new($"volgens afspraak contact vóór {day}", $"contact agreed before {day}");

    public static readonly Text Never = new("nog nooit contact vastgelegd", "no contact recorded yet");

    public static Text Silent(int days) => new($"key-account, {days} dagen stil", $"key account, silent for {days} days");

    public static Text Option(string number, string day) => new($"optie op {number} loopt af op {day}", $"option on {number} ends on {day}");

    public static Text QuietQuote(string number, int days) => new($"{number} ligt er {days} dagen zonder antwoord", $"{number} has waited {days} days for an answer");

    public static Text Issue(string what, bool looming) => looming ? new($"dreigend: {what}", $"looming: {what}") : new($"klacht: {what}", $"complaint: {what}");

    public static Text FollowUp(string what, string day) => new($"{what} ({day})", $"{what} ({day})");

    public static Text Window(string what) => new($"kiest nu een locatie: {what}", $"choosing a venue now: {what}");
}
