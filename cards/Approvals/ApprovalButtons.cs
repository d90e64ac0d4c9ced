using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;

namespace SalesBot.Cards.Approvals;

/// <summary>What the reader may do on an approval card as it stands.</summary>
internal static class ApprovalButtons
{
    public static List<CardAction> Of(ApprovalView view, Language language) => (view.Approval.State, view.Audience) switch
    {
        (ApprovalState.Waiting, Audience.Approver) => Decider(view, language),
        (ApprovalState.Waiting, Audience.Requester) => [Withdraw(view, language)],
        (ApprovalState.Returned, Audience.Requester) => [Reply(view, language), Withdraw(view, language)],
        _ => [],
    };

    /// <summary>Which round of which version of what a button is about.</summary>
    public static ActionData DataOf(ApprovalView view)
    {
        var approval = view.Approval;
        return new((approval.Subject.Word, approval.Subject.Key), ("team", view.Team.Value), ("version", approval.Version), ("round", approval.Round));
    }

    private static List<CardAction> Decider(ApprovalView view, Language language)
    {
        var data = DataOf(view);
        List<CardAction> actions = [];
        if (view.Obstacle is null) actions.Add(new Execute(ApprovalTexts.Approve.In(language), "approval.approve", data) { Style = ActionStyle.Positive, IgnoresInputs = true });
        if (view.Body.ChangeForm.Count > 0)
        {
            actions.Add(new ShowCard(
                ApprovalTexts.Change.In(language),
                [.. view.Body.ChangeForm, new TextInput("remark", ApprovalTexts.ChangeRemark.In(language)) { IsLong = true }],
                [new Execute(ApprovalTexts.ApproveChanged.In(language), "approval.change", data) { Style = ActionStyle.Positive }]));
        }
        actions.Add(new ShowCard(
            ApprovalTexts.Return.In(language),
            [new TextInput("question", ApprovalTexts.YourQuestion.In(language), ApprovalTexts.QuestionNeeded.In(language)) { IsLong = true }],
            [new Execute(ApprovalTexts.SendQuestion.In(language), "approval.return", data)]));
        actions.Add(new ShowCard(
            ApprovalTexts.Reject.In(language),
            [new TextInput("reason", ApprovalTexts.YourReason.In(language), ApprovalTexts.ReasonNeeded.In(language)) { IsLong = true }],
            [new Execute(ApprovalTexts.SendRejection.In(language), "approval.reject", data) { Style = ActionStyle.Destructive }]));
        return actions;
    }

    private static ShowCard Reply(ApprovalView view, Language language) => new(
        ApprovalTexts.Answer.In(language),
        [new TextInput("answer", ApprovalTexts.YourAnswer.In(language), ApprovalTexts.AnswerNeeded.In(language)) { IsLong = true }],
        [new Execute(ApprovalTexts.SendAnswer.In(language), "approval.reply", DataOf(view)) { Style = ActionStyle.Positive }]);

    private static Execute Withdraw(ApprovalView view, Language language) =>
        new(ApprovalTexts.Withdraw.In(language), "approval.withdraw", DataOf(view)) { IgnoresInputs = true };
}
