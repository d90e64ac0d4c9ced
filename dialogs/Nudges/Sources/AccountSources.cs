using SalesBot.Data.Accounts;
using SalesBot.Data.Visits;

namespace SalesBot.Dialogs.Nudges.Sources;

/// <summary>An account that was not visited within its rhythm.</summary>
internal sealed class OverdueCadence() : NudgeSource("cadence", NudgeTexts.Cadence)
{
    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var nudges = new List<Nudge>();
        foreach (var account in await day.AccountsAsync(cancel))
        {
            if (account.CadenceDays is not { } days || await day.LastContactAsync(account, cancel) is not { } last || last.AddDays(days) >= day.Today) continue;
            var late = day.Today.DayNumber - last.AddDays(days).DayNumber;
            nudges.Add(new(
                Kind, account.Id.Value, $"{last:yyyyMMdd}", day.Say(NudgeTexts.NotVisited(account.Name, last)), day.Say(NudgeTexts.EveryDays(days, late)),
                Open(day, account.Id))
            { Weight = late });
        }
        return nudges;
    }
}

/// <summary>An account that brings a quarter less than in the same months of last year, and enough for that to count.</summary>
internal sealed class FallingRevenue() : NudgeSource("falling-revenue", NudgeTexts.Falling)
{
    private const decimal Fall = -25, Least = 2_000;

    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var figures = await day.FiguresAsync(cancel);
        // Without any revenue of those months it is the import that is missing, not the customer.
        if (figures.Accounts.Sum(account => account.Actual) == 0) return [];
        return
        [
            .. from account in figures.Accounts
               where account.LastYear > 0 && account.LastYear - account.Actual >= Least && Percent(account) <= Fall
               select new Nudge(
                   Kind, account.Account.Value, $"{figures.Reach.To.Year}Q{(figures.Reach.To.Month + 2) / 3}", day.Say(NudgeTexts.Falls(account.Name, Math.Round(Percent(account)))),
                   day.Say(NudgeTexts.FallsDetail(account.Actual, account.LastYear)), Open(day, account.Account, why: true))
               { Weight = account.LastYear - account.Actual },
        ];
    }

    private static decimal Percent(Data.Indicators.AccountFigure account) => (account.Actual - account.LastYear) / account.LastYear * 100;
}

/// <summary>An account that needs little to become a key account.</summary>
internal sealed class NearLine() : NudgeSource("near-line", NudgeTexts.NearLine)
{
    private const decimal Near = 0.85m;

    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var (figures, line) = (await day.FiguresAsync(cancel), day.KeyAccountLine);
        return
        [
            .. from account in figures.Accounts
               where account.Rolling >= line * Near && !account.IsKey
               select new Nudge(
                   Kind, account.Account.Value, $"{figures.Reach.To.Year}Q{(figures.Reach.To.Month + 2) / 3}", day.Say(NudgeTexts.Nearly(account.Name, line - account.Rolling)),
                   day.Say(NudgeTexts.Rolling(account.Rolling, line)), Open(day, account.Account))
               { Weight = account.Rolling },
        ];
    }
}

/// <summary>
/// What a customer will buy and chooses about now: a plan in its buying window, or a lead within four months, while nothing was
/// offered yet.
/// </summary>
internal sealed class BuyingWindow() : NudgeSource("buying-window", NudgeTexts.Plans)
{
    private const int DaysAhead = 120;

    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var nudges = new List<Nudge>();
        var offered = (await day.QuotesAsync(cancel)).ToLookup(quote => quote.Account, quote => quote.RequestedAt);
        foreach (var account in await day.AccountsAsync(cancel))
        {
            foreach (var plan in (await day.Book.FuturePlansAsync(account, cancel)).Select(stored => stored.Record))
            {
                var from = plan.BuyFrom ?? plan.Horizon.AddDays(-DaysAhead);
                if (plan.EndedAt is null && from <= day.Today && day.Today <= (plan.BuyUntil ?? plan.Horizon))
                    Add(account, plan.Id, $"{from:yyyyMMdd}", plan.Horizon, plan.NotedAt, plan.What, plan.ExpectedValue);
            }
            foreach (var lead in await day.Book.LeadsAsync(account, 20, cancel))
            {
                if (lead.Status is LeadStatus.Open or LeadStatus.Qualified && lead.From is { } from && day.Today < from && from <= day.Today.AddDays(DaysAhead))
                    Add(account, lead.Id, $"{from:yyyyMMdd}", from, lead.CreatedAt, lead.Product, lead.ExpectedValue);
            }
        }
        return nudges;

        void Add(Account account, string id, string state, DateOnly about, DateTimeOffset known, string? what, decimal? value)
        {
            if (offered[account.Id].Any(at => at >= known)) return;
            nudges.Add(new(
                Kind, id, state, day.Say(NudgeTexts.Buys(account.Name, about)), what ?? day.Say(NudgeTexts.NothingOffered), Open(day, account.Id))
            { Weight = value ?? 0 });
        }
    }
}
