using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Quotes;

/// <summary>A quote with what belongs to it, read afresh.</summary>
/// <param name="Approval">Of the version asked for.</param>
public sealed record QuoteFile(Stored<Quote> Quote, Stored<Approval>? Approval, Account Account, TeamId Team, IReadOnlyDictionary<UserId, User> People)
{
    /// <summary>In which the customer reads what we send.</summary>
    public Language CustomerReads { get; init; } = Language.Dutch;

    public static async Task<QuoteFile?> ReadAsync(
        IDocumentStore store, TenantId tenant, TeamId team, QuoteNumber number, int? version, CancellationToken cancel)
    {
        var partition = Partition.Of(tenant, team);
        if (await store.FindAsync(partition, Kinds.Quote, number.Value, cancel) is not { } quote) return null;
        if (await store.FindAsync(partition, Kinds.Account, quote.Record.Account.Value, cancel) is not { } account) return null;
        var wanted = version ?? (quote.Record.Versions.Count > 0 ? quote.Record.Current.Number : 0);
        var approval = await store.FindAsync(partition, Kinds.Approval, $"{number}|{wanted:0000}", cancel);
        var people = (await new Organisation(store, tenant).UsersAsync(cancel)).ToDictionary(user => user.Id);
        var writes = await store.FindAsync(partition, Kinds.Correspondence, account.Record.Id.Value, cancel);
        return new(quote, approval, account.Record, team, people) { CustomerReads = quote.Record.Language ?? writes?.Record.Language ?? Language.Dutch };
    }

    /// <summary>The requesters, the team's supervisors, and the managers above the requester.</summary>
    public bool MayBeSeenBy(User user)
    {
        if (Quote.Record.Owner == user.Id || Account.Owner == user.Id) return true;
        if (user.Role is Role.Supervisor or Role.Administrator && user.Team == Team) return true;
        return Approval?.Record.Approver == user.Id
            || People.TryGetValue(Quote.Record.Owner, out var owner) && ApprovalRules.Managers(owner, People).Any(manager => manager.Id == user.Id);
    }

    public string NameOf(UserId id) => People.TryGetValue(id, out var user) ? user.Name : "?";
}

/// <summary>The cards that are kept up to date, as they are now for who looks at them.</summary>
public sealed class CardViews(IDocumentStore store)
{
    public const string QuoteKind = "quote", ApprovalKind = "approval";

    public async Task<RenderedCard?> RenderAsync(TenantId tenant, CardView view, CancellationToken cancel)
    {
        var parts = view.Subject.Split('|');
        var file = await QuoteFile.ReadAsync(store, tenant, view.Team, new(parts[0]), parts is [_, var version] ? int.Parse(version) : null, cancel);
        if (file is null) return null;
        var viewer = view.Viewer is { } id && file.People.TryGetValue(id, out var user) ? user : null;
        if (view.Viewer is not null && (viewer is null || !file.MayBeSeenBy(viewer))) return null;
        var language = viewer is null ? Language.Dutch : await LanguageOfAsync(tenant, viewer, cancel);
        var card = view.Kind == QuoteKind ? Quote(file, viewer, language) : await ApprovalAsync(file, viewer, language, tenant, cancel);
        return card is null ? null : new(card.ToJson(), card.Summary);
    }

    public static AdaptiveCard Quote(QuoteFile file, User? viewer, Language language)
    {
        var quote = file.Quote.Record;
        var own = viewer?.Id == quote.Owner;
        return QuoteCard.Of(
            new(
                quote, file.Account.Name, file.Team, file.Approval?.Record, file.Approval?.Record.Findings ?? [],
                MaySubmit: own && quote.Status is QuoteStatus.Draft or QuoteStatus.Returned,
                MaySend: own && quote.Status is QuoteStatus.Approved,
                MayWithdraw: own && quote.Status is QuoteStatus.Submitted or QuoteStatus.Approved or QuoteStatus.Returned,
                MayRecordOutcome: own && quote.Status is QuoteStatus.Sent,
                MayFetch: quote.Status is QuoteStatus.Sent or QuoteStatus.Accepted && QuoteFiles.MayLeave(quote, file.Approval?.Record))
            { CustomerReads = file.CustomerReads },
            language);
    }

    public async Task<AdaptiveCard?> ApprovalAsync(QuoteFile file, User? viewer, Language language, TenantId tenant, CancellationToken cancel)
    {
        if (file.Approval?.Record is not { } approval) return null;
        var audience = viewer switch
        {
            null => Audience.Channel,
            { Role: Role.Supervisor } when !approval.Requesters.Contains(viewer.Id) => Audience.Approver,
            _ => Audience.Requester,
        };
        // What the policy says of the margin is the approver's to read.
        if (audience != Audience.Approver) approval = approval with { Findings = [.. approval.Findings.Where(finding => finding.Rule != "margin")] };
        var history = audience == Audience.Approver ? await HistoryAsync(file, tenant, language, cancel) : [];
        return ApprovalCard.Of(
            new(
                approval, file.Quote.Record, file.Account.Name, file.Team, file.NameOf(approval.RequestedBy), file.NameOf(approval.Approver),
                approval.DecidedBy is { } decider ? file.NameOf(decider) : null, history, audience, []),
            language);
    }

    /// <summary>The language that somebody else reads.</summary>
    public async Task<Language> LanguageOfAsync(TenantId tenant, User viewer, CancellationToken cancel) =>
        (await store.FindAsync(Partition.Of(tenant, viewer.Team), Preferences.Kind, viewer.Id.Value, cancel))?.Record.Language
        ?? viewer.Language ?? Language.Dutch;

    /// <summary>What a supervisor wants to know of the customer before deciding.</summary>
    private async Task<IReadOnlyList<string>> HistoryAsync(QuoteFile file, TenantId tenant, Language language, CancellationToken cancel)
    {
        var partition = Partition.Of(tenant, file.Team);
        var asked = DateOnly.FromDateTime(file.Quote.Record.RequestedAt.UtcDateTime);
        var month = new DateOnly(asked.Year, asked.Month, 1);
        var revenue = await store.ListAsync(partition, Kinds.Revenue, $"{file.Account.Id}|", 2000, cancel);
        decimal Between(DateOnly from, DateOnly to) => revenue.Where(row => from <= row.Record.Month && row.Record.Month < to).Sum(row => row.Record.Amount);
        var quotes = (await store.ListAsync(partition, Kinds.Quote, "", int.MaxValue, cancel))
            .Select(stored => stored.Record).Where(quote => quote.Account == file.Account.Id && quote.Number != file.Quote.Record.Number).ToList();
        var decided = quotes.Count(quote => quote.Status is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired);
        return
        [
            QuoteSentences.RevenueHistory(Between(month.AddYears(-1), month), Between(month.AddYears(-2), month.AddYears(-1))).In(language),
            QuoteSentences.QuoteHistory(quotes.Count(quote => quote.Status == QuoteStatus.Accepted), decided).In(language),
        ];
    }
}
