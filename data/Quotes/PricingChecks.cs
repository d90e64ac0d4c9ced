using SalesBot.Data.Prices;

namespace SalesBot.Data.Quotes;

/// <summary>Why a request can not be priced.</summary>
internal static class PricingChecks
{
    public static IEnumerable<PricingProblem> Of(PriceList prices, QuoteRequest request, DateOnly on)
    {
        if (request.Lines.Count == 0)
            yield return new("no_lines", null, null, "Er staat nog geen product op de offerte.", "There is no product on the quote yet.");
        if (request.DiscountPercent is < 0 or > 100) yield return BadDiscount(null, null, request.DiscountPercent);
        if (request.CommissionPercent is < 0 or >= 100)
            yield return new("bad_commission", null, null,
                $"Een commissie van {Wording.Percent(request.CommissionPercent, Language.Dutch)} kan niet.",
                $"A commission of {Wording.Percent(request.CommissionPercent, Language.English)} is not possible.");
        if (request.OptionDate < on)
            yield return new("option_date_passed", null, null,
                $"De optiedatum {Wording.Day(request.OptionDate.Value, Language.Dutch)} is al voorbij.",
                $"The option date {Wording.Day(request.OptionDate.Value, Language.English)} has already passed.");
        for (var i = 0; i < request.Lines.Count; i++)
            if (OfLine(prices, request.Lines[i], i) is { } problem) yield return problem;
    }

    /// <summary>An amount off has to be whole cents, within what may be discounted, and the only discount.</summary>
    public static PricingProblem? OfAmount(QuoteRequest request, decimal discountable)
    {
        var amount = request.DiscountAmount;
        if (amount == 0) return null;
        if (request.DiscountPercent != 0 || request.Lines.Any(line => line.DiscountPercent > 0))
            return new("bad_discount", null, null,
                "Korting in procenten of in euro's: kies er één.", "A discount in percent or in euros: choose one of them.");
        var (korting, discount) = (Wording.Money(amount, Language.Dutch), Wording.Money(amount, Language.English));
        return amount > 0 && amount < discountable && amount == Cents.Round(amount)
            ? null
            : new("bad_discount", null, null,
                $"Een korting van {korting} kan niet: van deze regels mag op {Wording.Money(discountable, Language.Dutch)} korting.",
                $"A discount of {discount} is not possible: {Wording.Money(discountable, Language.English)} of these lines may be discounted.");
    }

    /// <summary>The product, or a part of the package that it is, has no row on the day.</summary>
    public static PricingProblem? WithoutPrice(PriceList prices, int line, ProductId product, DateOnly day)
    {
        var (nl, en) = Names(prices, product);
        var (dag, date) = (Wording.Day(day, Language.Dutch), Wording.Day(day, Language.English));
        if (prices.Find(product, day) is null)
            return new("no_price", line, product, $"Voor {nl} staat op {dag} geen prijs in de prijslijst.",
                $"The price list has no price for {en} on {date}.");
        foreach (var part in prices.PartsOf(product).Where(part => part.MarketValue > 0 && prices.Find(part.Product, day) is null))
        {
            var (deel, name) = Names(prices, part.Product);
            return new("no_price", line, product,
                $"{nl} bevat {deel}, waarvan op {dag} geen prijs en btw in de prijslijst staan.",
                $"{en} contains {name}, for which the price list has no price and VAT on {date}.");
        }
        return null;
    }

    private static PricingProblem? OfLine(PriceList prices, LineRequest line, int index)
    {
        if (prices.Latest(line.Product) is not { } latest)
            return new("unknown_product", index, line.Product,
                $"{line.Product} staat niet in de prijslijst.", $"{line.Product} is not in the price list.");
        var (nl, en) = (latest.NameNl, latest.NameEn);
        if (line.Quantity is <= 0 or > 1_000_000 || line.Quantity != decimal.Truncate(line.Quantity))
            return new("bad_quantity", index, line.Product,
                $"Hoeveel {nl}? {Wording.Number(line.Quantity, Language.Dutch)} kan niet.",
                $"How many of {en}? {Wording.Number(line.Quantity, Language.English)} is not possible.");
        if (line.Times is <= 0 or > 1000)
            return new("bad_quantity", index, line.Product,
                $"Hoe lang {nl}? {Wording.Number(line.Times, Language.Dutch)} kan niet.",
                $"For how long {en}? {Wording.Number(line.Times, Language.English)} is not possible.");
        if (line.DiscountPercent is < 0 or > 100) return BadDiscount(index, line.Product, line.DiscountPercent.Value);
        if (line.DiscountPercent > 0 && !latest.Discountable)
            return new("not_discountable", index, line.Product, $"Op {nl} geven we geen korting.", $"We give no discount on {en}.");
        return null;
    }

    private static PricingProblem BadDiscount(int? line, ProductId? product, decimal percent) =>
        new("bad_discount", line, product,
            $"Een korting van {Wording.Percent(percent, Language.Dutch)} kan niet.",
            $"A discount of {Wording.Percent(percent, Language.English)} is not possible.");

    private static (string Nl, string En) Names(PriceList prices, ProductId product) =>
        prices.Latest(product) is { } row ? (row.NameNl, row.NameEn) : (product.Value, product.Value);
}
