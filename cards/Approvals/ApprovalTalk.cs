using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Approvals;

/// <summary>The questions of deciders and the requester's answers, in their order: the card goes on where it stopped.</summary>
internal static class ApprovalTalk
{
    /// <summary>The last ones stand on the card; the whole of it is in the history.</summary>
    private const int Most = 6;

    public static IEnumerable<Element> Of(ApprovalView view, Language language)
    {
        foreach (var remark in view.Approval.Talk.TakeLast(Most))
        {
            var title = (remark.IsQuestion ? ApprovalTexts.Question : ApprovalTexts.Reply).In(language);
            var who = view.NameOf(remark.By);
            if (remark.IsQuestion && remark.At == view.Approval.DecidedAt && view.Approval.InPlaceOf is { } absent) who += $" {ApprovalTexts.For.In(language)} {view.NameOf(absent)}";
            yield return new Container(
            [
                new TextBlock($"{title} · {who}") { Bold = true },
                Parts.Remark(ApprovalCard.Moment(remark.At, view, language), Spacing.None),
                new TextBlock(Words.Clip(remark.Text, 600)) { Spacing = Spacing.Small },
            ])
            { Style = remark.IsQuestion ? ContainerStyle.Warning : ContainerStyle.Accent };
        }
    }
}
