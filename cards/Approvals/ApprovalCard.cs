using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;

namespace SalesBot.Cards.Approvals;

/// <summary>Who looks at an approval card, which decides what it shows and offers.</summary>
public enum Audience { Approver, Requester, Channel }

/// <summary>A request for a decision.</summary>
/// <param name="Names">Names of the people on it, by id.</param>
/// <param name="History">What the approver should know of the account, one line each: revenue, hit rate, last quotes.</param>
/// <param name="RefreshUserIds">Channel ids of those whose client fetches their own view of the channel's card.</param>
/// <param name="Obstacle">Why it can not be approved as it stands; null: nothing is in the way.</param>
/// <param name="GoesOn">An older card of the same request: it only points at the newer one, so that nothing on it can become untrue.</param>
/// <param name="Zone">In which moments are shown; the Dutch one where none is given.</param>
public sealed record ApprovalView(
    Approval Approval, ApprovalBody Body, string AccountName, TeamId Team, IReadOnlyDictionary<UserId, string> Names,
    IReadOnlyList<string> History, Audience Audience, IReadOnlyList<string> RefreshUserIds, string? Obstacle = null, bool GoesOn = false,
    TimeZoneInfo? Zone = null)
{
    public string NameOf(UserId id) => Names.GetValueOrDefault(id) ?? "?";
}

/// <summary>What a supervisor decides on, with figures, policy, history and what was said, and the buttons to decide.</summary>
public static class ApprovalCard
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static AdaptiveCard Of(ApprovalView view, Language language)
    {
        var status = ApprovalTexts.Of(view.Approval.State, language);
        var title = $"{ApprovalTexts.Approval.In(language)} {view.Body.Name}";
        var stake = view.Body.Stake is { } amount ? ", " + amount : "";
        var about = $"{view.AccountName} · {ApprovalTexts.Version.In(language)} {view.Approval.Version}";
        if (view.GoesOn)
        {
            var below = ApprovalTexts.GoesOn.In(language);
            return new AdaptiveCard($"{title}, {view.AccountName}{stake}: {below}", [Parts.Header(title, about), Parts.Remark(below)], [], RefreshOf(view, language)) { IsWide = true };
        }
        return new AdaptiveCard(
            $"{title}, {view.AccountName}{stake}: {status.Text}",
            [
                Parts.Header(title, about, status),
                .. Reminded(view, language),
                .. Decision(view, language),
                .. ApprovalTalk.Of(view, language),
                .. Whole(view, language),
            ],
            ApprovalButtons.Of(view, language), RefreshOf(view, language))
        { IsWide = true };
    }

    private static IEnumerable<Element> Whole(ApprovalView view, Language language) =>
    [
        .. Obstacle(view, language),
        .. Figures(view),
        Parts.Row(ApprovalTexts.Requester.In(language), view.NameOf(view.Approval.RequestedBy)),
        .. Parts.If(
            view.Approval.State == ApprovalState.Waiting,
            () => Parts.Row(ApprovalTexts.Approver.In(language), view.NameOf(view.Approval.Approver))),
        .. Parts.If(
            view.Audience == Audience.Channel && view.Approval.State == ApprovalState.Waiting,
            () => Parts.Remark(ApprovalTexts.AskApproverElsewhere.In(language))),
        Parts.Caption(ApprovalTexts.Policy.In(language)),
        .. view.Approval.Findings.Count > 0 ? Findings.Of(view.Approval.Findings, language) : [Parts.Remark(ApprovalTexts.NoFindings.In(language))],
        .. History(view, language),
        .. view.Body.Content,
    ];

    /// <summary>Why the card comes once more.</summary>
    private static IEnumerable<Element> Reminded(ApprovalView view, Language language) =>
        view is { Audience: Audience.Approver, Approval: { State: ApprovalState.Waiting, Reminders: > 0 } approval }
            ? [new TextBlock($"{ApprovalTexts.Reminder.In(language)} {language.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(approval.RequestedAt, view.Zone ?? Netherlands).DateTime))}.") { Bold = true }]
            : [];

    /// <summary>What is said above them keeps its distance.</summary>
    private static IEnumerable<Element> Figures(ApprovalView view) => view.Approval.DecidedAt is null && view.Approval.Talk.Count == 0
        ? view.Body.Figures
        : view.Body.Figures.Select((figure, index) => index == 0 ? figure with { Spacing = Spacing.Medium } : figure);

    internal static string Moment(DateTimeOffset at, ApprovalView view, Language language) => Moment(at, language, view.Zone);

    /// <summary>di 10 maart 2026, 09:15.</summary>
    public static string Moment(DateTimeOffset at, Language language, TimeZoneInfo? zone = null)
    {
        var when = TimeZoneInfo.ConvertTime(at, zone ?? Netherlands);
        return $"{language.Date(DateOnly.FromDateTime(when.DateTime))}, {when.ToString("HH:mm", language.Culture())}";
    }

    /// <summary>4 mrt 2026, 09:15: where many stand below each other.</summary>
    public static string ShortMoment(DateTimeOffset at, Language language, TimeZoneInfo? zone = null) =>
        TimeZoneInfo.ConvertTime(at, zone ?? Netherlands).ToString("d MMM yyyy, HH:mm", language.Culture());

    /// <summary>Who decided, when, in whose place, and what was changed.</summary>
    private static IEnumerable<Element> Decision(ApprovalView view, Language language)
    {
        var approval = view.Approval;
        // A question stands below, in the talk, with who asked it.
        if (approval.DecidedAt is not { } at || approval.State == ApprovalState.Returned && approval.Talk.Count > 0) yield break;
        var who = approval.DecidedBy is { } decider ? " · " + view.NameOf(decider)
            : approval.State == ApprovalState.Approved ? " · " + ApprovalTexts.Automatic.In(language) : "";
        if (approval.InPlaceOf is { } absent) who += $" {ApprovalTexts.For.In(language)} {view.NameOf(absent)}";
        List<Element> items =
        [
            new TextBlock(ApprovalTexts.Of(approval.State, language).Text + who) { Bold = true },
            Parts.Remark(Moment(at, view, language), Spacing.None),
        ];
        if (approval.Reason is { Length: > 0 } reason)
            items.Add(new TextBlock(Words.Clip(reason, 600)) { Spacing = Spacing.Small });
        items.AddRange(Changed(approval, language));
        yield return new Container(items)
        {
            Style = approval.State switch
            {
                ApprovalState.Approved or ApprovalState.Changed => ContainerStyle.Good,
                ApprovalState.Rejected => ContainerStyle.Attention,
                ApprovalState.Returned => ContainerStyle.Warning,
                _ => ContainerStyle.Default,
            },
        };
    }

    /// <summary>What a decider changed, for the cards of both sides.</summary>
    internal static IEnumerable<Element> Changed(Approval approval, Language language) =>
        approval.Changes is not { Count: > 0 } changes
            ? []
            : changes.Select(change => (Element)new TextBlock("• " + Words.Clip(change.In(language), 300)) { Spacing = Spacing.Small })
                .Prepend(new TextBlock(ApprovalTexts.Changed.In(language)) { Bold = true, Spacing = Spacing.Small });

    private static IEnumerable<Element> Obstacle(ApprovalView view, Language language)
    {
        if (view.Obstacle is null || view.Approval.State != ApprovalState.Waiting) yield break;
        yield return new Container(
        [
            new TextBlock(ApprovalTexts.NotAsItStands.In(language)) { Bold = true },
            new TextBlock(view.Obstacle) { Spacing = Spacing.None },
        ])
        { Style = ContainerStyle.Warning };
    }

    private static IEnumerable<Element> History(ApprovalView view, Language language) =>
        view.Audience != Audience.Approver || view.History.Count == 0
            ? []
            : view.History.Select(line => (Element)new TextBlock(line) { Spacing = Spacing.Small }).Prepend(Parts.Caption(ApprovalTexts.History.In(language)));

    private static Refresh? RefreshOf(ApprovalView view, Language language) =>
        view.RefreshUserIds.Count == 0
            ? null
            : new Refresh(new Execute(ApprovalTexts.Refresh.In(language), "approval.refresh", ApprovalButtons.DataOf(view)) { IgnoresInputs = true }, view.RefreshUserIds);
}
