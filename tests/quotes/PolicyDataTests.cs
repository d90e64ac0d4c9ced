using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Quotes;

/// <summary>The same sentence said to the same assistant while the organisation's data changes beside it.</summary>
public sealed class PolicyDataTests
{
    private const string Asked = "offerte voor De Haan, 40 kamers 1 nacht vanaf 6 mei, 8% korting";

    private static readonly Partition Directory = Partition.Directory(Talk.Tenant);

    [Fact]
    public async Task A_changed_tier_holds_from_the_next_quote_on()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("Anna", Asked);
        Assert.Contains("binnen de staffel van 8 %", talk.Shown, StringComparison.Ordinal);
        await talk.SayAsync("Anna", "stop");
        await PutAsync(talk, Kinds.DiscountTier, new DiscountTier(ProductGroup.Overnight, 2, 25, 7.5m));
        await talk.SayAsync("Anna", Asked);
        Assert.Contains("staat bij 40 kamernachten 7,5 % toe, dus de leidinggevende beslist", talk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Automatic_approval_needs_no_supervisor_once_it_is_switched_on_and_says_so()
    {
        await using var talk = await Talk.BeginAsync();
        await PutAsync(talk, Kinds.Policy, new PolicySetting(PolicySettings.Automatic, "true"));
        await PutAsync(talk, Kinds.Policy, new PolicySetting(PolicySettings.KeyAccount, "1000000"));
        await talk.SayAsync("Anna", Asked);
        Assert.Contains("dus automatisch goedgekeurd", talk.Shown, StringComparison.Ordinal);
        await talk.SayAsync("Anna", "ja");

        var quote = Assert.Single(await QuotesAsync(talk), quote => quote.Status == QuoteStatus.Approved && quote.Imported is null);
        var approval = (await talk.Store.FindAsync(talk.Corporate, Kinds.Approval, $"{quote.Number}|0001", default))!.Record;
        Assert.Equal((ApprovalState.Approved, null), (approval.State, approval.DecidedBy));
        Assert.Contains(approval.Findings, finding => finding.Rule == "automatic" && !finding.Deviates);
        var audit = await talk.Store.ListAsync(talk.Corporate, AuditEntry.Kind, "", int.MaxValue, default);
        Assert.Contains(audit, entry => entry.Record.Records.Any(record => record.Kind == "approval" && record.Id.Contains(quote.Number.Value, StringComparison.Ordinal)));

        await talk.OpenAsync("Sven");
        Assert.Contains("automatisch", talk.Shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Automatic_approval_leaves_what_deviates_and_key_accounts_to_the_supervisor()
    {
        await using var talk = await Talk.BeginAsync();
        await PutAsync(talk, Kinds.Policy, new PolicySetting(PolicySettings.Automatic, "true"));
        await talk.SayAsync("Anna", "offerte voor De Haan, 40 kamers 1 nacht vanaf 6 mei, 9% korting");
        Assert.Contains("geen automatische goedkeuring", talk.Shown, StringComparison.Ordinal);
        await talk.SayAsync("Anna", "ja");
        await talk.SayAsync("Anna", "offerte voor Philips, 40 kamers 1 nacht vanaf 6 mei");
        Assert.Contains("Aan een key-account wordt niet automatisch goedgekeurd", talk.Shown, StringComparison.Ordinal);
        await talk.SayAsync("Anna", "ja");
        Assert.Equal(2, (await QuotesAsync(talk)).Count(quote => quote.Status == QuoteStatus.Submitted && quote.Imported is null));
    }

    private static async Task<IReadOnlyList<Quote>> QuotesAsync(Talk talk) =>
        [.. (await talk.Store.ListAsync(talk.Corporate, Kinds.Quote, "", int.MaxValue, default)).Select(stored => stored.Record)];

    private static async Task PutAsync<T>(Talk talk, Kind<T> kind, T record) where T : class =>
        Assert.IsType<SaveResult.Saved>(await talk.Store.SaveAsync(Directory, Guid.NewGuid().ToString("N"), [kind.Put(record)], default));
}
