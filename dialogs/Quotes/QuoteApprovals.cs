using SalesBot.Cards.Approvals;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Quotes;

/// <summary>How quotes are decided on.</summary>
internal sealed class QuoteApprovals() : ApprovalKind<Quote>(SubjectKind.Quote, Kinds.Quote)
{
    public static readonly QuoteApprovals Shared = new();

    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    protected override Matter MatterOf(Quote record) => QuoteMatter.Of(record);

    protected override Quote After(Quote record, Approval approval) => QuoteMatter.After(record, approval);

    protected override ApprovalBody Describe(Quote record, int version, Audience audience, Language language) =>
        QuoteApproval.Of(record, version, audience, language);

    protected override CardView? OwnCard(Quote record, TeamId team) => QuoteDesk.ViewFor(record, team, record.Owner);

    protected override async ValueTask<ChangedRecord<Quote>> ChangeAsync(Quote record, Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel)
    {
        var version = record.Current;
        var change = new QuoteChange(
            wishes.Number("discount", version.DiscountPercent), wishes.Money("total", version.Total), wishes.Day("option", version.OptionDate),
            wishes.Words("text", version.Justification));
        if (!wishes.IsReadable) return ChangedRecord<Quote>.Not(Wishes.Unreadable);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, Netherlands).DateTime);
        switch (change.Apply(version, await PriceReading.ReadAsync(reading.Store, reading.Tenant, cancel), decider, reading.Now, today))
        {
            case PricingResult.NotPriced { Problems: [var problem, ..] }:
                return ChangedRecord<Quote>.Not(new(problem.Code, problem.Nl, problem.En));
            case PricingResult.Priced { Version: var next }:
                var directory = Partition.Directory(reading.Tenant);
                var tiers = (await reading.Store.ListAsync(directory, Kinds.DiscountTier, "", int.MaxValue, cancel)).Select(stored => stored.Record).ToList();
                var settings = await reading.PolicyAsync(cancel);
                var standing = await AccountStanding.ReadAsync(reading.Store, reading.Partition, record.Account, today, cancel);
                var requester = await new Data.People.Organisation(reading.Store, reading.Tenant).FindUserAsync(version.By, cancel);
                var findings = requester is null ? [] : QuotePolicy.Judge(next, tiers, requester, settings, standing).Findings;
                return new(record with { Versions = [.. record.Versions, next] }, findings, QuoteChange.Between(version, next), null);
            default:
                throw new InvalidOperationException("A price is known or it is not.");
        }
    }

    protected override async ValueTask<Refusal?> ObstacleAsync(Quote record, ApprovalReading reading, CancellationToken cancel) =>
        record.Status is QuoteStatus.Draft or QuoteStatus.Submitted or QuoteStatus.Returned or QuoteStatus.Approved
            ? QuoteMatter.Obstacle(
                record, await PriceReading.ReadAsync(reading.Store, reading.Tenant, cancel),
                DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, Netherlands).DateTime))
            : null;
}
