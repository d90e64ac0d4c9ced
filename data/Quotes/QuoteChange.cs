using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Quotes;

/// <summary>What a decider changes when approving; what is null stays as it was asked.</summary>
/// <param name="Discount">Percent on everything that may be discounted.</param>
/// <param name="Total">EUR excl. VAT; what that is below the list is spread over the discountable lines.</param>
public sealed record QuoteChange(decimal? Discount, decimal? Total, DateOnly? Option, string? Justification)
{
    /// <summary>The next version with the change, priced from the list; it stays its requester's.</summary>
    /// <param name="on">Today, local.</param>
    public PricingResult Apply(QuoteVersion version, PriceList prices, UserId decider, DateTimeOffset at, DateOnly on)
    {
        var request = QuoteRequest.Of(version) with { OptionDate = Option ?? version.OptionDate, Justification = Justification ?? version.Justification };
        if (Discount is { } percent) request = WithoutDiscount(request) with { DiscountPercent = percent };
        if (Total is { } total)
        {
            request = WithoutDiscount(request);
            if (Price(request, version, prices, at, on) is not PricingResult.Priced { Version: var list }) return Price(request, version, prices, at, on);
            if (total > list.Total) return new PricingResult.NotPriced([new("above_list", null, null,
                $"{Wording.Money(total, Language.Dutch)} ligt boven de lijstprijs van {Wording.Money(list.Total, Language.Dutch)}.",
                $"{Wording.Money(total, Language.English)} is above the list price of {Wording.Money(list.Total, Language.English)}.")]);
            request = request with { DiscountAmount = list.Total - total };
        }
        return Price(request, version, prices, at, on) is PricingResult.Priced { Version: var next }
            ? new PricingResult.Priced(next with { ChangedBy = decider })
            : Price(request, version, prices, at, on);
    }

    /// <summary>What became different, one sentence each.</summary>
    public static IReadOnlyList<Finding> Between(QuoteVersion before, QuoteVersion after)
    {
        var changes = new List<Finding>();
        if (before.DiscountPercent != after.DiscountPercent)
            Add($"Korting {Wording.Percent(before.DiscountPercent, Language.Dutch)} → {Wording.Percent(after.DiscountPercent, Language.Dutch)}.",
                $"Discount {Wording.Percent(before.DiscountPercent, Language.English)} → {Wording.Percent(after.DiscountPercent, Language.English)}.");
        if (before.Total != after.Total)
            Add($"Prijs excl. btw {Wording.Money(before.Total, Language.Dutch)} → {Wording.Money(after.Total, Language.Dutch)}.",
                $"Price excl. VAT {Wording.Money(before.Total, Language.English)} → {Wording.Money(after.Total, Language.English)}.");
        if (before.OptionDate != after.OptionDate && after.OptionDate is { } option)
            Add($"Optie tot {Wording.Day(option, Language.Dutch)}.", $"Option until {Wording.Day(option, Language.English)}.");
        if (before.Justification != after.Justification) Add("Toelichting aangepast.", "Justification changed.");
        return changes;

        void Add(string nl, string en) => changes.Add(new("change", false, nl, en));
    }

    private static QuoteRequest WithoutDiscount(QuoteRequest request) => request with
    {
        DiscountPercent = 0,
        DiscountAmount = 0,
        Lines = [.. request.Lines.Select(line => line with { DiscountPercent = null })],
    };

    private static PricingResult Price(QuoteRequest request, QuoteVersion version, PriceList prices, DateTimeOffset at, DateOnly on) =>
        Pricing.Price(prices, request, version.Number + 1, version.By, at, on, QuoteMatter.AgreedIn(version));
}
