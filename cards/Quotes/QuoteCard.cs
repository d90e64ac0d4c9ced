using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

/// <summary>A quote as its owner and the team see it; the rights come decided.</summary>
/// <param name="Approval">Of the current version, where it was submitted.</param>
/// <param name="Findings">What the policy says of the current version.</param>
public sealed record QuoteView(
    Quote Quote, string AccountName, TeamId Team, Approval? Approval, IReadOnlyList<Finding> Findings,
    bool MaySubmit = false, bool MaySend = false, bool MayWithdraw = false, bool MayRecordOutcome = false,
    bool MayFetch = false)
{
    /// <summary>In which it is sent unless somebody says otherwise.</summary>
    public Language CustomerReads { get; init; } = Language.Dutch;
}

/// <summary>What is offered to whom, at what price, and where it stands.</summary>
public static class QuoteCard
{
    public static AdaptiveCard Of(QuoteView view, Language language)
    {
        var quote = view.Quote;
        var status = QuoteTexts.Of(quote.Status, language);
        var title = $"{QuoteTexts.Quote.In(language)} {quote.Number}";
        return new AdaptiveCard(
            $"{title}, {view.AccountName}: {language.Money(quote.Value)}, {status.Text}",
            [
                Parts.Header(title, $"{view.AccountName} · {VersionOf(quote, language)}", status),
                .. Decision(view, language),
                .. quote.Imported is null ? Content(view, language) : Imported(quote, language),
                .. Outcome(quote, language),
            ],
            Actions(view, language))
        { IsWide = true };
    }

    private static string VersionOf(Quote quote, Language language) =>
        $"{QuoteTexts.Version.In(language)} {quote.Imported?.Versions ?? quote.Current.Number}";

    private static IEnumerable<Element> Content(QuoteView view, Language language)
    {
        var version = view.Quote.Current;
        IEnumerable<Element> content =
        [
            .. QuoteLines.Of(version, language),
            .. QuoteLines.Totals(version, language),
            Parts.Row(
                QuoteTexts.OptionDate.In(language),
                version.OptionDate is { } day ? language.Date(day) : QuoteTexts.NoOption.In(language)) with { Separator = true, Spacing = Spacing.Medium },
            .. Parts.If(
                version.Justification is not null,
                () => Parts.Row(QuoteTexts.Justification.In(language), Words.Clip(version.Justification!, 600))),
            .. Parts.If(view.Findings.Count > 0, () => Parts.Caption(QuoteTexts.Policy.In(language))),
            .. Findings.Of(view.Findings, language),
        ];
        return content;
    }

    private static IEnumerable<Element> Imported(Quote quote, Language language) =>
        [Parts.Amount(QuoteTexts.TotalExcl.In(language), language.Money(quote.Value), strong: true), Parts.Remark(QuoteTexts.Imported.In(language))];

    /// <summary>The supervisor's words, as long as they are the last that was said.</summary>
    private static IEnumerable<Element> Decision(QuoteView view, Language language) =>
        view.Approval is { Reason: { } reason, State: ApprovalState.Returned or ApprovalState.Rejected } approval
            && approval.Version == (view.Quote.Imported?.Versions ?? view.Quote.Current.Number)
            ?
            [
                new Container([
                    new TextBlock((approval.State == ApprovalState.Returned ? QuoteTexts.Question : QuoteTexts.Reason).In(language)) { Bold = true },
                    new TextBlock(Words.Clip(reason, 600)) { Spacing = Spacing.None },
                ])
                { Style = approval.State == ApprovalState.Returned ? ContainerStyle.Warning : ContainerStyle.Attention },
            ]
            : [];

    private static IEnumerable<Element> Outcome(Quote quote, Language language)
    {
        if (quote.DecidedAt is null || quote.Reason is null && quote.Competitor is null) yield break;
        yield return Parts.Caption(QuoteTexts.Outcome.In(language));
        if (quote.Reason is { } reason) yield return Parts.Row(QuoteTexts.Reason.In(language), Words.Clip(reason, 600));
        if (quote.Competitor is { } competitor) yield return Parts.Row(QuoteTexts.Competitor.In(language), competitor);
    }

    private static List<CardAction> Actions(QuoteView view, Language language)
    {
        var data = DataOf(view.Quote, view.Team);
        List<CardAction> actions = [];
        if (view is { MaySubmit: true, Quote.Status: QuoteStatus.Returned })
        {
            actions.Add(new ShowCard(
                QuoteTexts.Answer.In(language),
                [new TextInput("answer", QuoteTexts.YourAnswer.In(language), QuoteTexts.AnswerNeeded.In(language)) { IsLong = true }],
                [new Execute(QuoteTexts.Submit.In(language), "quote.submit", new([.. data.Entries, ("round", view.Approval?.Round ?? 1)])) { Style = ActionStyle.Positive }]));
        }
        else if (view.MaySubmit) actions.Add(new Execute(QuoteTexts.Submit.In(language), "quote.submit", data) { Style = ActionStyle.Positive, IgnoresInputs = true });
        if (view.MaySend)
        {
            var other = view.CustomerReads == Language.Dutch ? Language.English : Language.Dutch;
            actions.Add(new Execute(QuoteTexts.Send.In(language), "quote.send", In(data, view.CustomerReads)) { Style = ActionStyle.Positive, IgnoresInputs = true });
            actions.Add(new Execute(QuoteTexts.SendIn(other).In(language), "quote.send", In(data, other)) { IgnoresInputs = true });
        }
        if (view.MayFetch) actions.Add(new Execute(QuoteTexts.Pdf.In(language), "quote.file", data) { IgnoresInputs = true });
        if (view.MayRecordOutcome)
        {
            actions.Add(new ShowCard(
                QuoteTexts.RecordOutcome.In(language),
                [
                    new ChoiceInput("outcome", QuoteTexts.Outcome.In(language), QuoteTexts.Outcomes(language), QuoteTexts.ChooseOutcome.In(language)),
                    new TextInput("reason", QuoteTexts.ReasonOptional.In(language)) { IsLong = true },
                    new TextInput("competitor", QuoteTexts.CompetitorOptional.In(language)),
                ],
                [new Execute(QuoteTexts.Save.In(language), "quote.outcome", data) { Style = ActionStyle.Positive }]));
        }
        if (view.MayWithdraw) actions.Add(new Execute(QuoteTexts.Withdraw.In(language), "quote.withdraw", data) { IgnoresInputs = true });
        return actions;
    }

    private static ActionData In(ActionData data, Language language) => new([.. data.Entries, ("language", language == Language.Dutch ? "nl" : "en")]);

    /// <summary>Which version of which quote a button is about.</summary>
    internal static ActionData DataOf(Quote quote, TeamId team) =>
        new(("quote", quote.Number.Value), ("team", team.Value), ("version", quote.Imported?.Versions ?? quote.Current.Number));
}
