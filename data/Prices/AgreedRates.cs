namespace SalesBot.Data.Prices;

/// <summary>One rate of an agreement with an account: a price of its own for a product, or a percentage off what the list says.</summary>
/// <param name="Product">Null: it holds for the whole group.</param>
/// <param name="Group">Null with no product either: it holds for everything that may be discounted.</param>
/// <param name="Price">EUR excl. VAT per unit; only for a product.</param>
/// <param name="NameNl">Of the product, as the list had it when it was agreed.</param>
/// <param name="ListPrice">EUR excl. VAT per unit then.</param>
public sealed record AgreedRate(
    ProductId? Product, ProductGroup? Group, decimal? Price, decimal? PercentOff, string? NameNl = null, string? NameEn = null, decimal? ListPrice = null)
{
    public string Name(Language language) =>
        (language == Language.Dutch ? NameNl : NameEn) ?? Group?.Name(language) ?? Product?.Value
        ?? (language == Language.Dutch ? "alles waarop korting mag" : "everything that may be discounted");

    /// <summary>With names and price of the list on the day.</summary>
    public AgreedRate Named(PriceList prices, DateOnly day) => Product is { } product && (prices.Find(product, day) ?? prices.Latest(product)) is { } row
        ? this with { NameNl = row.NameNl, NameEn = row.NameEn, ListPrice = row.Price }
        : this;

    /// <summary>How far it lies below the list, percent.</summary>
    public decimal Below => PercentOff ?? (ListPrice is > 0 && Price is { } price ? Math.Max(0, (ListPrice.Value - price) / ListPrice.Value * 100) : 0);
}

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
