using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Nudges.Sources;

/// <summary>An offer whose option date is near: three working days before, on the day itself, and once when it has passed.</summary>
internal sealed class OptionLapsing() : NudgeSource("option", NudgeTexts.Options)
{
    private const int DaysBefore = 3, DaysAfter = 14;

    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var nudges = new List<Nudge>();
        foreach (var quote in await day.QuotesAsync(cancel))
        {
            if (quote.Status is not (QuoteStatus.Sent or QuoteStatus.Approved) || quote.Current.OptionDate is not { } ends) continue;
            if (ends > day.WorkingDays(DaysBefore) || ends < day.Today.AddDays(-DaysAfter)) continue;
            var state = ends < day.Today ? "past" : ends == day.Today ? "last" : "near";
            var account = await day.AccountAsync(quote.Account, cancel);
            nudges.Add(new(Kind, quote.Number.Value, $"{ends:yyyyMMdd} {state}", day.Say(NudgeTexts.OptionEnds(account?.Name ?? "?", ends, day.Today)),
                $"{quote.Number} · {Cards.Formats.Money(day.Language, quote.Value)}", Open(day, quote.Number))
            {
                Urgent = state == "last",
                Weight = quote.Value,
            });
        }
        return nudges;
    }
}

/// <summary>A quote that was sent a week ago, since when the customer was neither heard of nor visited.</summary>
internal sealed class SilentQuote() : NudgeSource("silent-quote", NudgeTexts.Silent)
{
    private const int Days = 7, Forgotten = 90;

    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var nudges = new List<Nudge>();
        foreach (var quote in await day.QuotesAsync(cancel))
        {
            if (quote.Status != QuoteStatus.Sent || quote.SentAt is not { } at) continue;
            var sent = day.DayOf(at);
            var silent = day.Today.DayNumber - sent.DayNumber;
            // A near option date is told of already, and says more.
            if (silent is < Days or > Forgotten || quote.Current.OptionDate is { } ends && ends <= day.WorkingDays(3)) continue;
            if (await day.AccountAsync(quote.Account, cancel) is not { } account || await day.LastContactAsync(account, cancel) > sent) continue;
            nudges.Add(new(
                Kind, quote.Number.Value, $"{sent:yyyyMMdd}", day.Say(NudgeTexts.NoAnswer(account.Name, silent)),
                $"{quote.Number} · {Cards.Formats.Money(day.Language, quote.Value)}", Open(day, quote.Number))
            { Weight = quote.Value });
        }
        return nudges;
    }
}

/// <summary>An event or a stay that has ended, after which nobody has asked how it was.</summary>
internal sealed class AfterSales() : NudgeSource("after-sales", NudgeTexts.AfterSales)
{
    private const int Days = 14;

    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var nudges = new List<Nudge>();
        foreach (var quote in await day.QuotesAsync(cancel))
        {
            if (quote.Status != QuoteStatus.Accepted || EndOf(quote) is not { } end || end >= day.Today || end < day.Today.AddDays(-Days)) continue;
            if (await day.AccountAsync(quote.Account, cancel) is not { } account || await day.LastContactAsync(account, cancel) > end) continue;
            nudges.Add(new(
                Kind, quote.Number.Value, $"{end:yyyyMMdd}", day.Say(NudgeTexts.WasHere(account.Name)), day.Say(NudgeTexts.WasHereUntil(end)),
                Open(day, account.Id))
            { Weight = quote.Value });
        }
        return nudges;
    }

    private static DateOnly? EndOf(Quote quote) =>
        quote.Current.Lines.Max(line => line.From is { } from ? (DateOnly?)from.AddDays(line.Group == Data.Prices.ProductGroup.Overnight ? (int)line.Times : (int)Math.Max(line.Times, 1) - 1) : null);
}
