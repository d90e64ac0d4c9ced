namespace SalesBot.Data.Prices;

/// <summary>One rate of an agreement with an account: a price of its own for a product, or a percentage off what the list says.</summary>
/// <param name="Product">Null: it holds for the whole group.</param>
/// <param name="Group">Null with no product either: it holds for everything that may be discounted.</param>
/// <param name="Price">EUR excl. VAT per unit; only for a product.</param>
public sealed record AgreedRate(ProductId? Product, ProductGroup? Group, decimal? Price, decimal? PercentOff);

/// <summary>The rates that an account has agreed with us for a time, as pricing uses them.</summary>
/// <param name="Name">Stands on the quote line, so that everybody sees where the price comes from.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record AgreedRates(string Name, DateOnly From, DateOnly Until, IReadOnlyList<AgreedRate> Rates)
{
    /// <summary>
    /// The agreed price of a row of the list on a day; null: the list holds. The most particular rate counts, product before
    /// group before all, and of several agreements the one that began last.
    /// </summary>
    public static (decimal Price, string Name)? Of(IReadOnlyList<AgreedRates> agreements, Product row, DateOnly day)
    {
        foreach (var agreement in agreements.Where(agreement => agreement.From <= day && day <= agreement.Until).OrderByDescending(agreement => agreement.From))
        {
            var rate = agreement.Rates.FirstOrDefault(rate => rate.Product == row.Id)
                ?? (row.Discountable ? agreement.Rates.FirstOrDefault(rate => rate.Product is null && rate.Group == row.Group) : null)
                ?? (row.Discountable ? agreement.Rates.FirstOrDefault(rate => rate.Product is null && rate.Group is null) : null);
            if (rate is { Price: { } price }) return (price, agreement.Name);
            if (rate is { PercentOff: { } percent }) return (Cents.Round(row.Price * (100 - percent) / 100), agreement.Name);
        }
        return null;
    }
}
