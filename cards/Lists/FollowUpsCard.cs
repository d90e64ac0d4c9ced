using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Visits;

namespace SalesBot.Cards.Lists;

/// <param name="Today">The reader's day, against which something is overdue.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Owner">Whose they are, where they are not the reader's own.</param>
public sealed record FollowUpsView(
    IReadOnlyList<FollowUpItem> Items, DateOnly Today, int Total, ListMore? More = null, string? Owner = null, bool MayFinish = true);

public sealed record FollowUpItem(FollowUp FollowUp, string? AccountName);

/// <summary>What has to be followed up, earliest first; a tap finishes one.</summary>
public static class FollowUpsCard
{
    public static AdaptiveCard Of(FollowUpsView view, Language language) =>
        ListCard.Of(
            new ListView(
                ListTexts.FollowUps.In(language), About(view, language), [.. view.Items.Select(item => ItemOf(item, view, language))],
                ListTexts.NoFollowUps.In(language), view.More),
            language);

    private static string? About(FollowUpsView view, Language language)
    {
        var count = view.Total > view.Items.Count ? $"{view.Items.Count} {new Text("van", "of").In(language)} {view.Total}" : null;
        return (view.Owner, count) switch
        {
            (null, _) => count,
            (_, null) => view.Owner,
            _ => $"{view.Owner} · {count}",
        };
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
