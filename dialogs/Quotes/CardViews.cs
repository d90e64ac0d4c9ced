using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
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
            || People.TryGetValue(Quote.Record.Owner, out var owner) && Mandates.Managers(owner, People).Any(manager => manager.Id == user.Id);
    }

    public string NameOf(UserId id) => People.TryGetValue(id, out var user) ? user.Name : "?";
}

/// <summary>The cards that are kept up to date, as they are now for who looks at them.</summary>
public sealed class CardViews(IDocumentStore store, TimeProvider? clock = null)
{
    public const string QuoteKind = "quote";

    private DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();

    public async Task<RenderedCard?> RenderAsync(TenantId tenant, CardView view, CancellationToken cancel)
    {
        var card = view.Kind == ApprovalViews.CardKind ? await ApprovalAsync(tenant, view, cancel) : await QuoteAsync(tenant, view, cancel);
        return card is null ? null : new(card.ToRaw(), card.Summary);
    }

    private async Task<AdaptiveCard?> QuoteAsync(TenantId tenant, CardView view, CancellationToken cancel)
    {
        if (await QuoteFile.ReadAsync(store, tenant, view.Team, new(view.Subject), null, cancel) is not { } file) return null;
        var viewer = view.Viewer is { } id && file.People.TryGetValue(id, out var user) ? user : null;
        if (view.Viewer is not null && (viewer is null || !file.MayBeSeenBy(viewer))) return null;
        return Quote(file, viewer, viewer is null ? Language.Dutch : await LanguageOf.Async(store, tenant, viewer, cancel));
    }

    private async Task<AdaptiveCard?> ApprovalAsync(TenantId tenant, CardView view, CancellationToken cancel)
    {
        var (subject, version, post) = ApprovalViews.Read(view.Subject);
        if (await ApprovalFile.ReadAsync(new(store, tenant, view.Team, Now), subject, version, cancel) is not { } file) return null;
        var viewer = view.Viewer is { } id && file.Mandates.People.TryGetValue(id, out var user) ? user : null;
        if (view.Viewer is not null && (viewer is null || !file.MayBeSeenBy(viewer))) return null;
        return await ApprovalViews.CardAsync(file, viewer, viewer is null ? Language.Dutch : await LanguageOf.Async(store, tenant, viewer, cancel), cancel, post);
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
}
