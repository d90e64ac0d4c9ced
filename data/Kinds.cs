using System.Globalization;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using static SalesBot.Data.TradeJson;

namespace SalesBot.Data;

/// <summary>Every kind of record of the trade, with the key that its lists are ranges of.</summary>
public static class Kinds
{
    // In the tenant's directory.
    public static readonly Kind<User> User = new("user", 1, Default.User, user => user.Id.Value);
    public static readonly Kind<Product> Product = new("product", 1, Default.Product, row => $"{row.Id}|{row.ValidFrom:yyyyMMdd}");
    public static readonly Kind<PackagePart> PackagePart = new("package-part", 1, Default.PackagePart, part => $"{part.Package}|{part.Product}");
    public static readonly Kind<DiscountTier> DiscountTier =
        new("tier", 1, Default.DiscountTier, tier => string.Create(CultureInfo.InvariantCulture, $"{tier.Group}|{tier.Level}|{tier.MinQuantity:00000000.##}"));

    // In the team's partition.
    public static readonly Kind<Account> Account = new("account", 1, Default.Account, account => account.Id.Value);
    public static readonly Kind<Contact> Contact = new("contact", 1, Default.Contact, contact => $"{contact.Account}|{contact.Id}");
    public static readonly Kind<Visit> Visit = new("visit", 1, Default.Visit, visit => $"{visit.Account}|{visit.VisitedOn:yyyyMMdd}|{visit.Id}");
    public static readonly Kind<FollowUp> FollowUp =
        new("follow-up", 1, Default.FollowUp, task => $"{task.Owner}|{(task.DoneAt is null ? "open" : "done")}|{task.Due:yyyyMMdd}|{task.Id}");
    public static readonly Kind<Lead> Lead = new("lead", 1, Default.Lead, lead => $"{lead.Account}|{lead.CreatedAt.UtcDateTime:yyyyMMdd}|{lead.Id}");
    public static readonly Kind<MarketInfo> MarketInfo =
        new("market", 1, Default.MarketInfo, fact => $"{fact.NotedAt.UtcDateTime:yyyyMMdd}|{fact.Id}");
    public static readonly Kind<Quote> Quote = new("quote", 1, Default.Quote, quote => quote.Number.Value);
    public static readonly Kind<Approval> Approval = new("approval", 1, Default.Approval, approval => $"{approval.Subject}|{approval.Version:0000}");
    public static readonly Kind<Revenue> Revenue = new("revenue", 1, Default.Revenue, row => $"{row.Account}|{row.Month:yyyyMM}|{row.Group}");
    public static readonly Kind<Target> Target =
        new("target", 1, Default.Target, row => $"{row.Scope}|{row.ScopeId}|{row.Month:yyyyMM}|{row.Group?.ToString() ?? "all"}");
    public static readonly Kind<Rollup> Rollup = new("rollup", 1, Default.Rollup, rollup => rollup.Key);
    public static readonly Kind<Cause> Cause = new("cause", 1, Default.Cause, cause => $"{cause.From:yyyyMMdd}|{cause.Id}");
}
