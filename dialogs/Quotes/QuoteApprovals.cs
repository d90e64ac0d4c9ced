using System.Globalization;
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

    protected override async ValueTask<ChangedRecord<Quote>> ChangeAsync(
        Quote record, IReadOnlyDictionary<string, string> wishes, UserId decider, ApprovalReading reading, CancellationToken cancel)
    {
        var version = record.Current;
        if (!TryRead(wishes, version, out var change))
            return ChangedRecord<Quote>.Not(new("unreadable", "Die wijziging kon ik niet lezen; er is niets besloten.", "I could not read that change; nothing was decided."));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, Netherlands).DateTime);
        switch (change.Apply(version, await PriceReading.ReadAsync(reading.Store, reading.Tenant, cancel), decider, reading.Now, today))
        {
            case PricingResult.NotPriced { Problems: [var problem, ..] }:
                return ChangedRecord<Quote>.Not(new(problem.Code, problem.Nl, problem.En));
            case PricingResult.Priced { Version: var next }:
                var directory = Partition.Directory(reading.Tenant);
                var tiers = (await reading.Store.ListAsync(directory, Kinds.DiscountTier, "", int.MaxValue, cancel)).Select(stored => stored.Record).ToList();
                var settings = PolicySettings.Default.With((await reading.Store.ListAsync(directory, Kinds.Policy, "", int.MaxValue, cancel)).Select(stored => stored.Record));
                var standing = await AccountStanding.ReadAsync(reading.Store, reading.Partition, record.Account, today, cancel);
                var requester = await new Data.People.Organisation(reading.Store, reading.Tenant).FindUserAsync(version.By, cancel);
                var findings = requester is null ? [] : QuotePolicy.Judge(next, tiers, requester, settings, standing).Findings;
                return new(record with { Versions = [.. record.Versions, next] }, findings, QuoteChange.Between(version, next), null);
            default:
                throw new InvalidOperationException("A price is known or it is not.");
        }
    }

    /// <summary>The form comes whole: what stands in it as it was asked is no change.</summary>
    private static bool TryRead(IReadOnlyDictionary<string, string> wishes, QuoteVersion version, out QuoteChange change)
    {
        var ok = true;
        decimal? Amount(string name)
        {
            if (wishes.GetValueOrDefault(name) is not { Length: > 0 } text) return null;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            ok = false;
            return null;
        }
        DateOnly? option = null;
        if (wishes.GetValueOrDefault("option") is { Length: > 0 } day)
        {
            ok &= DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
            option = read;
        }
        var (discount, total) = (Amount("discount"), Amount("total"));
        var text = wishes.GetValueOrDefault("text")?.Trim();
        change = new(
            discount == version.DiscountPercent ? null : discount, total == version.Total ? null : total is { } sum ? Math.Round(sum, 2) : null, option,
            string.IsNullOrEmpty(text) ? null : text);
        return ok;
    }

    protected override async ValueTask<Refusal?> ObstacleAsync(Quote record, ApprovalReading reading, CancellationToken cancel) =>
        record.Status is QuoteStatus.Draft or QuoteStatus.Submitted or QuoteStatus.Returned or QuoteStatus.Approved
            ? QuoteMatter.Obstacle(
                record, await PriceReading.ReadAsync(reading.Store, reading.Tenant, cancel),
                DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, Netherlands).DateTime))
            : null;
}
