using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Quotes;

/// <summary>A quote as something to decide on.</summary>
public static class QuoteMatter
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static Matter Of(Quote quote)
    {
        var version = quote.Versions.Count > 0 ? quote.Current : null;
        return new(
            quote.Number, quote.Number.Value, quote.Account, quote.Owner, version?.Number ?? 0, version is null ? "" : QuoteContent.Hash(quote.Number, version),
            [.. quote.Versions.Select(made => made.By).Distinct()],
            quote.Status switch
            {
                QuoteStatus.Draft => Stage.Draft,
                QuoteStatus.Submitted => Stage.Submitted,
                QuoteStatus.Returned => Stage.Returned,
                QuoteStatus.Approved => Stage.Approved,
                _ => Stage.Closed,
            },
            version?.Total, version?.LargestDiscount());
    }

    /// <summary>The quote after a step of its approval.</summary>
    public static Quote After(Quote quote, Approval approval) => approval.State switch
    {
        // The first moment counts for the indicators; the approval has its own.
        ApprovalState.Waiting => quote with { Status = QuoteStatus.Submitted, SubmittedAt = quote.SubmittedAt ?? approval.RequestedAt, ApprovedAt = null },
        ApprovalState.Approved => quote with { Status = QuoteStatus.Approved, ApprovedAt = approval.DecidedAt },
        ApprovalState.Returned => quote with { Status = QuoteStatus.Returned, ReturnedCount = quote.ReturnedCount + 1 },
        ApprovalState.Rejected => quote with { Status = QuoteStatus.Refused },
        ApprovalState.Withdrawn => quote with { Status = QuoteStatus.Draft },
        _ => throw new ArgumentOutOfRangeException(nameof(approval), approval.State, "It leaves the quote as it is."),
    };

    /// <summary>Why the current version can not leave the house as it stands: its option date has passed, or a price is no longer that of the list.</summary>
    public static Refusal? Obstacle(Quote quote, PriceList prices, DateOnly today)
    {
        if (quote.Versions.Count == 0) return null;
        var version = quote.Current;
        if (version.OptionDate is { } option && option < today)
            return new("option_passed",
                $"De optie van {quote.Number} liep tot {Wording.Day(option, Language.Dutch)}; er is een nieuwe versie nodig.",
                $"The option of {quote.Number} ran until {Wording.Day(option, Language.English)}; it needs a new version.");
        return PriceChange(version, prices) is { } line
            ? new("price_changed",
                $"De prijs van {line.NameNl} is veranderd sinds {quote.Number} werd gemaakt; er is een nieuwe versie nodig.",
                $"The price of {line.NameEn} has changed since {quote.Number} was made; it needs a new version.")
            : null;
    }

    /// <summary>What agreements gave this version, as rates to price it with again.</summary>
    internal static IReadOnlyList<AgreedRates> AgreedIn(QuoteVersion version) =>
        [.. version.Lines.Where(line => line.Agreement is not null)
            .Select(line => new AgreedRates(line.Agreement!, DateOnly.MinValue, DateOnly.MaxValue, [new(line.Product, null, line.UnitPrice, null)]))];

    /// <summary>A line whose price or VAT the list would give otherwise now; null: none. What an agreement set stays as it was agreed.</summary>
    private static QuoteLine? PriceChange(QuoteVersion version, PriceList prices)
    {
        var on = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(version.At, Netherlands).DateTime);
        // The option date is judged by today, not by the day of asking.
        var request = QuoteRequest.Of(version) with { OptionDate = null };
        if (Pricing.Price(prices, request, version.Number, version.By, version.At, on, AgreedIn(version)) is not PricingResult.Priced { Version: var now })
            return version.Lines.FirstOrDefault(line => prices.Find(line.Product, line.From ?? on) is null) ?? version.Lines[0];
        var changed = version.Lines.FirstOrDefault(line => now.Lines.All(other =>
            (other.Product, other.From, other.UnitPrice, other.ListPrice) != (line.Product, line.From, line.UnitPrice, line.ListPrice)));
        return changed ?? (now.Total == version.Total && now.Vat.SequenceEqual(version.Vat) ? null : version.Lines[0]);
    }
}
