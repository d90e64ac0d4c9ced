using SalesBot.Cards.Approvals;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
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

    protected override async ValueTask<Refusal?> ObstacleAsync(Quote record, ApprovalReading reading, CancellationToken cancel) =>
        record.Status is QuoteStatus.Draft or QuoteStatus.Submitted or QuoteStatus.Returned or QuoteStatus.Approved
            ? QuoteMatter.Obstacle(
                record, await PriceReading.ReadAsync(reading.Store, reading.Tenant, cancel),
                DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, Netherlands).DateTime))
            : null;
}
