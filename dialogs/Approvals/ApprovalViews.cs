using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Approvals;

/// <summary>Approval cards as they are now for who looks at them.</summary>
public static class ApprovalViews
{
    public const string CardKind = "approval";

    /// <summary>
    /// A decider's card comes anew below when they are asked once more, with an answer and with a reminder, and the one above then only points at it. A channel has one card
    /// for good, which shows the last request and so stays in its thread.
    /// </summary>
    public static CardView Of(Approval approval, TeamId team, UserId? viewer) =>
        new(CardKind, viewer is not { } decider ? $"{approval.Subject}|0000" : $"{approval.Subject}|{approval.Version:0000}{PostOf(approval.PostOf(decider))}", team, viewer);

    /// <summary>The card before the present one of the same request; null: there is none.</summary>
    public static CardView? Before(Approval approval, TeamId team, UserId viewer) =>
        approval.PostOf(viewer) is > 1 and var post ? new(CardKind, $"{approval.Subject}|{approval.Version:0000}{PostOf(post - 1)}", team, viewer) : null;

    /// <summary>Which request, version and post a kept card is about; version null: the last one.</summary>
    public static (Subject Subject, int? Version, int? Post) Read(string subject)
    {
        var bar = subject.LastIndexOf('|');
        var place = subject[(bar + 1)..].Split('.');
        var version = int.Parse(place[0]);
        return version == 0
            ? (Subject.Of(subject[..bar]), null, null)
            : (Subject.Of(subject[..bar]), version, place.Length > 1 ? int.Parse(place[1]) : 1);
    }

    /// <param name="viewer">Null: a channel.</param>
    /// <param name="post">Which post of the card it is; null: the present one.</param>
    /// <param name="discount">Stands in the form for a change, where the decider has said it.</param>
    public static async Task<AdaptiveCard?> CardAsync(
        ApprovalFile file, User? viewer, Language language, CancellationToken cancel, int? post = null, decimal? discount = null)
    {
        if (file.Approval?.Record is not { } approval) return null;
        var audience = viewer is null ? Audience.Channel
            : approval.Requesters.Contains(viewer.Id) || !file.Mandates.NamesOf(viewer).Any(name => name.Role == Role.Supervisor) ? Audience.Requester
            : Audience.Approver;
        // What the policy says of the margin is the approver's to read.
        if (audience != Audience.Approver) approval = approval with { Findings = [.. approval.Findings.Where(finding => finding.Rule != "margin")] };
        var history = audience == Audience.Approver ? await HistoryAsync(file, language, cancel) : [];
        var body = file.Item.Describe(approval.Version, audience, language);
        if (discount is { } said) body = body with { ChangeForm = [.. body.ChangeForm.Select(input => input is NumberInput { Key: "discount" } number ? number with { Value = said } : input)] };
        return ApprovalCard.Of(
            new(
                approval, body, file.Account.Name, file.Team, file.Names, history, audience, [],
                file.Matter.Version == approval.Version ? file.Matter.Obstacle?.In(language) : null, GoesOn: viewer is not null && post < approval.PostOf(viewer.Id)),
            language);
    }

    private static string PostOf(int post) => post == 1 ? "" : $".{post}";

    /// <summary>What a supervisor wants to know of the customer before deciding.</summary>
    private static async Task<IReadOnlyList<string>> HistoryAsync(ApprovalFile file, Language language, CancellationToken cancel)
    {
        var asked = DateOnly.FromDateTime(file.Approval!.Record.RequestedAt.UtcDateTime);
        var past = await AccountPast.ReadAsync(file.Reading.Store, file.Reading.Partition, file.Account.Id, new(asked.Year, asked.Month, 1), cancel);
        // The quote itself is no history of its own decision.
        var (accepted, decided) = file.Item.Record is Quote { Status: var own } && QuoteOutcomes.IsOutcome(own)
            ? (past.Accepted - (own == QuoteStatus.Accepted ? 1 : 0), past.Decided - 1)
            : (past.Accepted, past.Decided);
        return
        [
            QuoteSentences.RevenueHistory(past.Revenue, past.Before).In(language),
            QuoteSentences.QuoteHistory(accepted, decided).In(language),
        ];
    }
}
