using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

/// <summary>Who looks at an approval card, which decides what it shows and offers.</summary>
public enum Audience { Approver, Requester, Channel }

/// <summary>A request for a decision.</summary>
/// <param name="DeciderName">Who decided; differs from the approver where a stand-in did.</param>
/// <param name="History">What the approver should know of the account, one line each: revenue, hit rate, last quotes.</param>
/// <param name="RefreshUserIds">Channel ids of those whose client fetches their own view of the channel's card.</param>
/// <param name="Zone">In which moments are shown; the Dutch one where none is given.</param>
public sealed record ApprovalView(
    Approval Approval, Quote Quote, string AccountName, TeamId Team, string RequesterName, string ApproverName, string? DeciderName,
    IReadOnlyList<string> History, Audience Audience, IReadOnlyList<string> RefreshUserIds, TimeZoneInfo? Zone = null);

/// <summary>
/// Price, discount, margin, history and reason of a quote, and the decision on it. The margin shows to the approver alone.
/// </summary>
public static class ApprovalCard
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static AdaptiveCard Of(ApprovalView view, Language language)
    {
        var status = QuoteTexts.Of(view.Approval.State, language);
        var title = $"{QuoteTexts.Approval.In(language)} {view.Approval.Subject}";
        var summary = $"{title}, {view.AccountName}, {language.Money(VersionOf(view).Total)}: {status.Text}";
        return new AdaptiveCard(
            summary,
            [
                Parts.Header(title, $"{view.AccountName} · {QuoteTexts.Version.In(language)} {view.Approval.Version}", status),
                .. Decision(view, language),
                .. Figures(view, language),
                .. Parts.If(
                    view.Audience == Audience.Channel && view.Approval.State == ApprovalState.Waiting,
                    () => Parts.Remark(QuoteTexts.AskApproverElsewhere.In(language))),
                Parts.Caption(QuoteTexts.Policy.In(language)),
                .. view.Approval.Findings.Count > 0 ? Findings.Of(view.Approval.Findings, language) : [Parts.Remark(QuoteTexts.NoFindings.In(language))],
                .. History(view, language),
                Parts.Caption(QuoteTexts.Lines.In(language)),
                .. QuoteLines.Of(VersionOf(view), language),
                .. QuoteLines.Price(VersionOf(view), language),
            ],
            Actions(view, language), RefreshOf(view, language))
        { IsWide = true };
    }

    /// <summary>The version that was asked about, which need not be the last.</summary>
    private static QuoteVersion VersionOf(ApprovalView view) =>
        view.Quote.Versions.FirstOrDefault(version => version.Number == view.Approval.Version) ?? view.Quote.Current;

    private static IEnumerable<Element> Figures(ApprovalView view, Language language)
    {
        var version = VersionOf(view);
        yield return Parts.Row(QuoteTexts.Price.In(language), language.Money(version.Total), strong: true);
        yield return Parts.Row(QuoteTexts.Discount.In(language), language.Percent(version.DiscountPercent), strong: true);
        if (view.Audience == Audience.Approver)
        {
            yield return Parts.Row(
                QuoteTexts.Margin.In(language),
                version.MarginPercent is { } margin
                    ? $"{language.Percent(margin)} · {language.Money(version.Total - version.Cost)}"
                    : QuoteTexts.MarginUndefined.In(language),
                strong: true);
        }
        if (version.OptionDate is { } day) yield return Parts.Row(QuoteTexts.OptionDate.In(language), language.Date(day));
        yield return Parts.Row(QuoteTexts.Requester.In(language), view.RequesterName);
        if (view.Approval.State == ApprovalState.Waiting) yield return Parts.Row(QuoteTexts.Approver.In(language), view.ApproverName);
        if (version.Justification is { } why) yield return Parts.Row(QuoteTexts.Justification.In(language), Words.Clip(why, 600));
    }

    private static IEnumerable<Element> Decision(ApprovalView view, Language language)
    {
        var approval = view.Approval;
        if (approval.DecidedAt is not { } at) yield break;
        var who = view.DeciderName ?? (approval.DecidedBy == approval.Approver ? view.ApproverName : null);
        var when = TimeZoneInfo.ConvertTime(at, view.Zone ?? Netherlands);
        var moment = $"{language.Date(DateOnly.FromDateTime(when.DateTime))}, {when.ToString("HH:mm", language.Culture())}";
        List<Element> items = [new TextBlock(QuoteTexts.Of(approval.State, language).Text + (who is null ? "" : $" · {who}")) { Bold = true }, Parts.Remark(moment, Spacing.None)];
        if (approval.Reason is { } reason) items.Add(new TextBlock(Words.Clip(reason, 600)) { Spacing = Spacing.Small });
        yield return new Container(items)
        {
            Style = approval.State switch
            {
                ApprovalState.Approved => ContainerStyle.Good,
                ApprovalState.Rejected => ContainerStyle.Attention,
                ApprovalState.Returned => ContainerStyle.Warning,
                _ => ContainerStyle.Default,
            },
        };
    }

    private static IEnumerable<Element> History(ApprovalView view, Language language) =>
        view.Audience != Audience.Approver || view.History.Count == 0
            ? []
            : view.History.Select(line => (Element)new TextBlock(line) { Spacing = Spacing.Small }).Prepend(Parts.Caption(QuoteTexts.History.In(language)));

    private static List<CardAction> Actions(ApprovalView view, Language language)
    {
        if (view.Approval.State != ApprovalState.Waiting) return [];
        var data = DataOf(view);
        return view.Audience switch
        {
            Audience.Approver =>
            [
                new Execute(QuoteTexts.Approve.In(language), "approval.approve", data) { Style = ActionStyle.Positive, IgnoresInputs = true },
                new ShowCard(
                    QuoteTexts.Return.In(language),
                    [new TextInput("question", QuoteTexts.YourQuestion.In(language), QuoteTexts.QuestionNeeded.In(language)) { IsLong = true }],
                    [new Execute(QuoteTexts.SendQuestion.In(language), "approval.return", data)]),
                new ShowCard(
                    QuoteTexts.Reject.In(language),
                    [new TextInput("reason", QuoteTexts.YourReason.In(language), QuoteTexts.ReasonNeeded.In(language)) { IsLong = true }],
                    [new Execute(QuoteTexts.SendRejection.In(language), "approval.reject", data) { Style = ActionStyle.Destructive }]),
            ],
            Audience.Requester => [new Execute(QuoteTexts.Withdraw.In(language), "quote.withdraw", data) { IgnoresInputs = true }],
            _ => [],
        };
    }

    private static Refresh? RefreshOf(ApprovalView view, Language language) =>
        view.RefreshUserIds.Count == 0
            ? null
            : new Refresh(new Execute(QuoteTexts.Refresh.In(language), "approval.refresh", DataOf(view)) { IgnoresInputs = true }, view.RefreshUserIds);

    private static ActionData DataOf(ApprovalView view) =>
        new(("quote", view.Approval.Subject.Value), ("team", view.Team.Value), ("version", view.Approval.Version));
}
