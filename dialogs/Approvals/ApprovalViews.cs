using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Approvals;

/// <summary>Approval cards as they are now for who looks at them.</summary>
public static class ApprovalViews
{
    public const string CardKind = "approval";

    /// <summary>
    /// A decider's card comes anew below with an answer and a reminder, and the one above then only points at it. A channel has one card
    /// for good, which shows the last request and so stays in its thread.
    /// </summary>
    public static CardView Of(Approval approval, TeamId team, UserId? viewer) =>
        new(CardKind, viewer is null ? $"{approval.Subject}|0000" : $"{approval.Subject}|{approval.Version:0000}{PostOf(approval.Post)}", team, viewer);

    /// <summary>The card before the present one of the same request; null: there is none.</summary>
    public static CardView? Before(Approval approval, TeamId team, UserId viewer) =>
        approval.Post > 1 ? new(CardKind, $"{approval.Subject}|{approval.Version:0000}{PostOf(approval.Post - 1)}", team, viewer) : null;

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
    public static async Task<AdaptiveCard?> CardAsync(ApprovalFile file, User? viewer, Language language, CancellationToken cancel, int? post = null)
    {
        if (file.Approval?.Record is not { } approval) return null;
        var audience = viewer is null ? Audience.Channel
            : approval.Requesters.Contains(viewer.Id) || !file.Mandates.NamesOf(viewer).Any(name => name.Role == Role.Supervisor) ? Audience.Requester
            : Audience.Approver;
        // What the policy says of the margin is the approver's to read.
        if (audience != Audience.Approver) approval = approval with { Findings = [.. approval.Findings.Where(finding => finding.Rule != "margin")] };
        var history = audience == Audience.Approver ? await HistoryAsync(file, language, cancel) : [];
        return ApprovalCard.Of(
            new(
                approval, file.Item.Describe(approval.Version, audience, language), file.Account.Name, file.Team, file.Names, history, audience, [],
                file.Matter.Version == approval.Version ? file.Matter.Obstacle?.In(language) : null, GoesOn: post < approval.Post),
            language);
    }

    private static string PostOf(int post) => post == 1 ? "" : $".{post}";

    /// <summary>What a supervisor wants to know of the customer before deciding.</summary>
    private static async Task<IReadOnlyList<string>> HistoryAsync(ApprovalFile file, Language language, CancellationToken cancel)
    {
        var (store, partition) = (file.Reading.Store, file.Reading.Partition);
        var asked = DateOnly.FromDateTime(file.Approval!.Record.RequestedAt.UtcDateTime);
        var month = new DateOnly(asked.Year, asked.Month, 1);
        var revenue = await store.ListAsync(partition, Kinds.Revenue, $"{file.Account.Id}|", 2000, cancel);
        decimal Between(DateOnly from, DateOnly to) => revenue.Where(row => from <= row.Record.Month && row.Record.Month < to).Sum(row => row.Record.Amount);
        var quotes = (await store.ListAsync(partition, Kinds.Quote, "", int.MaxValue, cancel))
            .Select(stored => stored.Record).Where(quote => quote.Account == file.Account.Id && (Subject)quote.Number != file.Matter.Subject).ToList();
        var decided = quotes.Count(quote => quote.Status is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired);
        return
        [
            QuoteSentences.RevenueHistory(Between(month.AddYears(-1), month), Between(month.AddYears(-2), month.AddYears(-1))).In(language),
            QuoteSentences.QuoteHistory(quotes.Count(quote => quote.Status == QuoteStatus.Accepted), decided).In(language),
        ];
    }
}
