using SalesBot.Cards.Figures;
using SalesBot.Cards.FuturePlans;
using SalesBot.Cards.Issues;
using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Cards.Satisfaction;
using SalesBot.Cards.Visits;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Issues;
using SalesBot.Data.Quotes;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Visits;

namespace SalesBot.Cards.Accounts;

/// <summary>What to know of an account before calling or visiting. Lists are newest or most urgent first; three of each are shown.</summary>
/// <param name="KeyBasis">What makes it a key account, with the line; null: it is none.</param>
/// <param name="Revenue">Of the last 12 months, EUR excl. VAT.</param>
/// <param name="NextContact">Planned, or due by its cadence.</param>
/// <param name="Ask">What to ask at the next contact.</param>
/// <param name="Offer">What to offer, from its history.</param>
/// <param name="ShowsPersons">False in a group or channel, where names do not belong.</param>
public sealed record AccountView(
    Account Account, string OwnerName, DateOnly Today, string? KeyBasis, decimal? Revenue, IReadOnlyList<MonthFigures> Months,
    IReadOnlyList<Contact> Contacts, IReadOnlyList<ContactRole> MissingRoles, DateOnly? LastContact, DateOnly? NextContact,
    IReadOnlyList<Quote> OpenQuotes, IReadOnlyList<Lead> Leads, IReadOnlyList<MarketInfo> Market, IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyList<string> Ask, IReadOnlyList<string> Offer, bool ShowsPersons = true)
{
    /// <summary>Open ones, the most urgent first.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>What the customer means to do, the nearest first.</summary>
    public IReadOnlyList<FuturePlan> Plans { get; init; } = [];

    /// <summary>Not answered yet.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];

    /// <summary>The customer's own last score; estimates stand elsewhere.</summary>
    public SatisfactionScore? Score { get; init; }

    /// <summary>The newest; null: there was none.</summary>
    public Visit? LastVisit { get; init; }

    /// <summary>For a visit to come: what to ask and to offer stands first.</summary>
    public bool Prepares { get; init; }
}

/// <summary>An account at a glance.</summary>
public static class AccountCard
{
    private const int MostPerList = 3;

    public static AdaptiveCard Of(AccountView view, Language language)
    {
        var account = view.Account;
        var about = string.Join(" · ", new[] { AccountTexts.Of(account.Status).In(language), account.Segment, account.City }.Where(part => !string.IsNullOrEmpty(part)));
        return new AdaptiveCard(
            $"{account.Name}: {about}",
            [
                Parts.Header(account.Name, about, view.KeyBasis is null ? null : new Status(AccountTexts.Key.In(language), TextColor.Accent)),
                .. Parts.If(view.KeyBasis is not null, () => Parts.Remark(view.KeyBasis!)),
                .. Facts(view, language),
                .. Parts.If(view.Prepares, () => Parts.Remark(AccountTexts.Beforehand.In(language))),
                .. view.Prepares ? Talk(view, language) : [],
                .. Parts.If(view.LastVisit is not null, () => Parts.Caption(VisitTexts.Last.In(language))),
                .. Parts.If(view.LastVisit is not null, () => Parts.Entry(Clip(VisitTexts.Gist(view.LastVisit!)), language.Date(view.LastVisit!.VisitedOn))),
                .. List(AccountTexts.Issues, view.Issues, issue => Parts.Entry(
                    Clip(issue.What), $"{IssueTexts.Of(issue.Severity).In(language)} · {language.Date(issue.Due)}", color: issue.Kind == IssueKind.Looming ? TextColor.Warning : TextColor.Attention), language),
                .. Contacts(view, language),
                .. Parts.If(view.Months.Count > 1, () => RevenueCharts.ByMonth(view.Months, language)),
                .. List(AccountTexts.FollowUps, view.FollowUps, task => Parts.Entry(
                    Clip(task.What), language.Date(task.Due), color: task.Due < view.Today ? TextColor.Attention : TextColor.Default), language),
                .. List(AccountTexts.OpenQuotes, view.OpenQuotes, quote => Parts.Entry(
                    quote.Number.Value, QuoteTexts.Of(quote.Status, language).Text, Parts.Figure(language.Euros(quote.Value))), language),
                .. List(AccountTexts.Leads, view.Leads, lead => Parts.Entry(
                    Clip(AccountTexts.Size(lead, language)), AccountTexts.Of(lead.Status).In(language),
                    lead.ExpectedValue is { } value ? Parts.Figure(language.Euros(value)) : null), language),
                .. List(AccountTexts.Plans, view.Plans, plan => Parts.Entry(
                    Clip(plan.What), plan.BuyFrom is { } from ? FuturePlanTexts.ChooseFrom(language.Period(new(from, plan.BuyUntil ?? from))).In(language) : null), language),
                .. List(AccountTexts.Advice, view.Advice, advice => Parts.Entry(Clip(advice.What), advice.GivenAt.ToString("d MMM yyyy", language.Culture())), language),
                .. List(AccountTexts.Market, view.Market, fact => Parts.Entry(
                    Clip(fact.Text), $"{fact.Source} · {fact.NotedAt.ToString("d MMM yyyy", language.Culture())}"), language),
                .. view.Prepares ? [] : Talk(view, language),
            ])
        { IsWide = true };
    }

    /// <summary>What to ask and what to offer.</summary>
    private static IEnumerable<Element> Talk(AccountView view, Language language) =>
    [
        .. Lines(AccountTexts.Ask, view.Ask, language),
        .. Lines(AccountTexts.Offer, view.Offer, language),
    ];

    private static IEnumerable<Element> Lines(Text caption, IReadOnlyList<string> lines, Language language) =>
        lines.Count == 0 ? [] : [Parts.Caption(caption.In(language)), .. lines.Select(line => new TextBlock("• " + Clip(line)) { Spacing = Spacing.Small })];

    private static IEnumerable<Element> Facts(AccountView view, Language language)
    {
        yield return Parts.Row(AccountTexts.Owner.In(language), view.OwnerName);
        if (view.Revenue is { } revenue) yield return Parts.Row(AccountTexts.Revenue12.In(language), language.Money(revenue), "revenue", strong: true);
        if (view.Score is { } score) yield return Parts.Row(AccountTexts.Score.In(language), SatisfactionTexts.Written(score, language));
        yield return Parts.Row(AccountTexts.LastContact.In(language), view.LastContact is { } last ? language.Date(last) : AccountTexts.Never.In(language));
        yield return Parts.Row(AccountTexts.NextContact.In(language), view.NextContact switch
        {
            null => AccountTexts.NotPlanned.In(language),
            { } next when next < view.Today => $"{language.Date(next)} · {AccountTexts.Overdue.In(language)}",
            { } next => language.Date(next),
        });
    }

    private static IEnumerable<Element> Contacts(AccountView view, Language language)
    {
        if (view.Contacts.Count == 0 && view.MissingRoles.Count == 0) yield break;
        yield return Parts.Caption(AccountTexts.Contacts.In(language));
        if (!view.ShowsPersons) yield return Parts.Remark(AccountTexts.PersonsElsewhere.In(language));
        foreach (var contact in view.ShowsPersons ? view.Contacts.Take(2 * MostPerList) : [])
        {
            var reach = string.Join(" · ", new[] { contact.Phone, contact.Email }.Where(part => !string.IsNullOrEmpty(part)));
            var role = contact.Role is { } known ? AccountTexts.Of(known).In(language) : AccountTexts.NoRole.In(language);
            yield return Parts.Entry($"{contact.Name} · {role}", reach.Length == 0 ? null : reach);
        }
        if (view.MissingRoles.Count > 0)
        {
            var missing = string.Join(", ", view.MissingRoles.Select(role => AccountTexts.Of(role).In(language)));
            yield return new TextBlock($"{AccountTexts.Missing.In(language)}: {missing}") { Color = TextColor.Warning, Spacing = Spacing.Small };
        }
    }

    private static IEnumerable<Element> List<T>(Text caption, IReadOnlyList<T> items, Func<T, Element> row, Language language)
    {
        if (items.Count == 0) return [];
        IEnumerable<Element> shown = items.Take(MostPerList).Select(row).Prepend(Parts.Caption(caption.In(language)));
        return items.Count <= MostPerList ? shown : shown.Append(Parts.Remark($"{AccountTexts.More.In(language)} {items.Count - MostPerList}"));
    }

    private static string Clip(string text) => Words.Clip(text, 200);
}
