using SalesBot.Data.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// The buttons of an approval card. It names what is decided on, the version and the round; record, approval and rights are read
/// anew, and whoever comes too late gets the card as it is now.
/// </summary>
internal sealed class ApprovalPress(ApprovalDesk desk) : PressAction(
    "approval.approve", "approval.change", "approval.return", "approval.reject", "approval.reply", "approval.withdraw", "approval.refresh", "approval.show")
{
    private static readonly string[] Named = [.. Enum.GetValues<SubjectKind>().Select(Subject.WordOf), "team", "version", "round", "verb", "remark"];

    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await FileAsync(press, turn, cancel) is not { Approval: { Record: var approval } } file)
        {
            effect.Refused = "not_found";
            return effect.Say(Message.Of(turn.Say(ApprovalSentences.Gone)));
        }
        effect.In = file.Reading.Partition;
        var after = file;
        var acts = press.Verb is not ("approval.refresh" or "approval.show");
        // The question of this card was answered and it came anew: what is pressed here belongs to what stood there before.
        if (acts && approval.State is ApprovalState.Waiting or ApprovalState.Returned && (press.Has("round") ? press.Number("round") : 1) != approval.Round)
        {
            effect.Refused = ApprovalSentences.OldRound.Code;
            effect.Say(Message.Of(ApprovalSentences.OldRound.In(turn.Language)));
        }
        else if (acts) after = await ActAsync(press, file, turn, effect, cancel);
        // Missing words are asked for on the card as it is: it stays open.
        if (effect.Refused is "reason_missing" or "answer_missing" or "no_change") return effect;
        var card = await ApprovalViews.CardAsync(after, turn.Private || after.IsRequester(turn.User.Id) ? turn.User : null, turn.Language, cancel);
        return card is null ? effect : effect.Say(Message.Of(card));
    }

    private async Task<ApprovalFile> ActAsync(Press press, ApprovalFile file, Turn turn, Effect effect, CancellationToken cancel) => press.Verb switch
    {
        "approval.approve" => await desk.DecideAsync(file, new Answer.Approve(), turn, effect, cancel),
        "approval.return" => await desk.DecideAsync(file, new Answer.Return(press.Text("question") ?? ""), turn, effect, cancel),
        "approval.reject" => await desk.DecideAsync(file, new Answer.Reject(press.Text("reason") ?? ""), turn, effect, cancel),
        "approval.change" => await desk.ChangeAsync(file, WishesIn(press), press.Text("remark"), turn, effect, cancel),
        "approval.reply" => await desk.ReplyAsync(file, press.Text("answer") ?? "", turn, effect, cancel),
        _ => await desk.WithdrawAsync(file, turn, effect, cancel),
    };

    /// <summary>The file that a press names, if its presser may see it. Nothing else in the press is believed.</summary>
    private static async Task<ApprovalFile?> FileAsync(Press press, Turn turn, CancellationToken cancel)
    {
        if (SubjectOf(press) is not { } subject || press.Text("team") is not { } team || !PressReading.IsId(team)) return null;
        // A decision is about the version that was read; without one it would be about whatever is there by now.
        if (press.Number("version") is not { } version || press.Has("round") && press.Number("round") is null) return null;
        var file = await ApprovalFile.ReadAsync(new(turn.Book.Store, turn.Book.Tenant, new(team), turn.Now), subject, version, cancel);
        return file is not null && file.MayBeSeenBy(turn.User) ? file : null;
    }

    private static Subject? SubjectOf(Press press)
    {
        foreach (var kind in AllApprovals.Kinds)
            if (press.Text(Subject.WordOf(kind.Kind)) is { } key && PressReading.IsKey(key)) return new(kind.Kind, key);
        return null;
    }

    private static Wishes WishesIn(Press press) => new(press.OfFlow().Fields
        .Where(field => !Named.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value));
}
