using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Visits;

namespace SalesBot.Cards.Lists;

/// <param name="Today">The reader's day, against which something is overdue.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Owner">Whose they are, where they are not the reader's own.</param>
/// <param name="When">The day or span that they are due in, where not all were asked for.</param>
public sealed record FollowUpsView(
    IReadOnlyList<FollowUpItem> Items, DateOnly Today, int Total, ListMore? More = null, string? Owner = null, bool MayFinish = true, string? When = null);

public sealed record FollowUpItem(FollowUp FollowUp, string? AccountName);

/// <summary>What has to be followed up, earliest first; a tap finishes one.</summary>
public static class FollowUpsCard
{
    public static AdaptiveCard Of(FollowUpsView view, Language language) =>
        ListCard.Of(
            new ListView(
                ListTexts.FollowUps.In(language), About(view, language), [.. view.Items.Select(item => ItemOf(item, view, language))],
                (view.When is null ? ListTexts.NoFollowUps : ListTexts.NoFollowUpsThen).In(language), view.More),
            language);

    private static string? About(FollowUpsView view, Language language)
    {
        var count = view.Total > view.Items.Count ? $"{view.Items.Count} {new Text("van", "of").In(language)} {view.Total}" : null;
        string?[] parts = [view.Owner, view.When, count];
        return parts.Any(part => part is not null) ? string.Join(" · ", parts.OfType<string>()) : null;
    }

    private static ListItem ItemOf(FollowUpItem item, FollowUpsView view, Language language)
    {
        var task = item.FollowUp;
        var due = language.Date(task.Due);
        var detail = item.AccountName is null ? due : $"{item.AccountName} · {due}";
        if (task.DoneAt is not null) return new ListItem(task.What, detail, new Status(ListTexts.IsDone.In(language), TextColor.Good));
        var status = task.Due < view.Today ? new Status(ListTexts.Overdue.In(language), TextColor.Attention)
            : task.Due == view.Today ? new Status(ListTexts.Today.In(language), TextColor.Warning)
            : null;
        var button = view.MayFinish ? new Execute(ListTexts.Done.In(language), "follow-up.done", new ActionData(("follow-up", task.Id))) : null;
        return new ListItem(task.What, detail, status, button);
    }
}
