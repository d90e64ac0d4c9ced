using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Data.Indicators;

/// <summary>What quotes and turned-down requests add.</summary>
internal static class QuoteCounting
{
    public static void Add(Counts counts, Quote quote, IndicatorSettings settings)
    {
        void Count(DateOnly day, string counter, decimal amount = 1) => counts.Add(quote.Owner, quote.Account, day, counter, amount);

        var requested = Reckoning.LocalDay(quote.RequestedAt);
        counts.Add(null, quote.Account, requested, Counter.QuoteOf + quote.Number);
        if (quote.IsOpen) counts.AddOpen(quote.Account, Counter.OpenQuote, quote.Number.Value);
        Count(requested, Counter.Requested);
        Count(requested, Counter.RequestedFrom + (quote.Source ?? ""));
        if (quote.SubmittedAt is { } submitted)
        {
            Count(Reckoning.LocalDay(submitted), Counter.Submitted);
            if (quote.ApprovedAt is not null && quote.ReturnedCount == 0) Count(Reckoning.LocalDay(submitted), Counter.FirstPass);
        }
        if (quote.SentAt is { } sent)
        {
            var day = Reckoning.LocalDay(sent);
            Count(day, Counter.Sent);
            Count(day, Counter.With(Counter.Turnaround, Reckoning.WorkingHours(quote.RequestedAt, sent)));
            if (quote.Status is QuoteStatus.Accepted) Count(day, Counter.SentAccepted);
        }
        if (quote.IsOpen && (quote.Imported is not null || quote.Versions.Count > 0)) AddOpen(counts, quote, settings);
        if (quote.DecidedAt is not { } at || OutcomeOf(quote.Status) is not { } outcome) return;
        var decided = Reckoning.LocalDay(at);
        Count(decided, outcome);
        Count(decided, Counter.DecidedValue, quote.Value);
        if (quote.Status is QuoteStatus.Rejected && !string.IsNullOrWhiteSpace(quote.Competitor)) Count(decided, Counter.LostToCompetitor);
        if (quote.Status is QuoteStatus.Accepted) AddAccepted(counts, quote, decided);
    }

    /// <summary>A request without a quote counts as a request too.</summary>
    public static void Add(Counts counts, TurnedDown request)
    {
        var day = Reckoning.LocalDay(request.At);
        counts.Add(request.Owner, request.Account, day, Counter.TurnedDown);
        counts.Add(request.Owner, request.Account, day, Counter.RequestedFrom + (request.Source ?? ""));
        if (request.IsForLack) counts.Add(request.Owner, request.Account, day, Counter.Denied);
    }

    /// <summary>What advice added to the present version, never more than its lines are worth.</summary>
    public static decimal AddedValue(Quote quote) => (quote.AddOns ?? []).Sum(addOn => quote.Versions.Count == 0
        ? addOn.Value
        : Math.Min(addOn.Value, quote.Current.Lines.Where(line => line.Product == addOn.Product).Sum(line => line.Net)));

    private static void AddAccepted(Counts counts, Quote quote, DateOnly decided)
    {
        void Count(DateOnly day, string counter, decimal amount = 1) => counts.Add(quote.Owner, quote.Account, day, counter, amount);

        Count(decided, Counter.AcceptedValue, quote.Value);
        Count(decided, Counter.AcceptedVersions, quote.Imported?.Versions ?? quote.Versions.Count);
        if (AddedValue(quote) is > 0 and var added)
        {
            Count(decided, Counter.Upsold);
            Count(decided, Counter.UpsellValue, added);
        }
        if (quote.Versions.Count == 0) return;
        var dated = quote.Current.Lines.Where(line => line.From is not null).ToList();
        foreach (var line in dated)
            foreach (var (day, amount) in ByDay(line)) Count(day, Counter.With(Counter.Booked, day.Day), amount);
        if (dated.Count == 0) return;
        var end = dated.Max(line => ByDay(line).Max(part => part.Day));
        counts.Add(null, quote.Account, end, Counter.With(Counter.EventEnd, end.Day));
    }

    // A stay without a day may come in any period that is not over.
    private static void AddOpen(Counts counts, Quote quote, IndicatorSettings settings)
    {
        var weighted = Cents.Round(quote.Value * settings.QuoteChance / 100);
        var first = quote.Versions.Count == 0 ? null : quote.Current.Lines.Min(line => line.From);
        if (first is { } day) counts.Add(quote.Owner, quote.Account, day, Counter.Pipeline, weighted);
        else counts.AddNow(quote.Owner, quote.Account, Counter.Pipeline, weighted);
    }

    private static string? OutcomeOf(QuoteStatus status) => status switch
    {
        QuoteStatus.Accepted => Counter.Accepted,
        QuoteStatus.Rejected => Counter.Rejected,
        QuoteStatus.Withdrawn => Counter.Withdrawn,
        QuoteStatus.Expired => Counter.Expired,
        _ => null,
    };

    /// <summary>A stay over a month end is split by night.</summary>
    private static IEnumerable<(DateOnly Day, decimal Amount)> ByDay(QuoteLine line)
    {
        var first = line.From!.Value;
        if (line.Unit is not (PriceUnit.RoomNight or PriceUnit.Day or PriceUnit.PersonDay)) return [(first, line.Net)];
        var shares = Enumerable.Range(0, (int)Math.Ceiling(line.Times)).Select(day => Math.Min(1, line.Times - day)).ToArray();
        return Cents.Divide(line.Net, shares).Select((amount, day) => (first.AddDays(day), amount));
    }
}
