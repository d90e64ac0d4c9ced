using SalesBot.Data.Prices;

namespace SalesBot.Data.Exchange;

internal sealed class ProductsFile() : ExchangeFile<Product>("products", Kinds.Product)
{
    private static readonly Column<Product, ProductId> Id = new("product_id", Cell.Id<ProductId>(), product => product.Id);
    private static readonly Column<Product, string> NameNl = new("name_nl", Cell.Name, product => product.NameNl);
    private static readonly Column<Product, string> NameEn = new("name_en", Cell.Name, product => product.NameEn);
    private static readonly Column<Product, IReadOnlyList<string>> Aliases = new("aliases", Cell.Names, product => product.Aliases);
    private static readonly Column<Product, ProductGroup> Group = new("group", Cell.Choice<ProductGroup>(), product => product.Group);
    private static readonly Column<Product, PriceUnit> Unit = new("unit", Cell.Choice<PriceUnit>(), product => product.Unit);
    private static readonly Column<Product, decimal> Price = new("price_eur", Cell.Money(), product => product.Price);
    private static readonly Column<Product, decimal> Cost = new("cost_eur", Cell.Money(), product => product.Cost);
    private static readonly Column<Product, decimal> Vat = new("vat_percent", Cell.Percent, product => product.VatPercent);
    private static readonly Column<Product, DateOnly> From = new("valid_from", Cell.Date, product => product.ValidFrom);
    private static readonly Column<Product, DateOnly?> Until = new("valid_until", Cell.DateOrEmpty, product => product.ValidUntil);
    private static readonly Column<Product, bool> Discountable = new("discountable", Cell.Flag, product => product.Discountable);
    private static readonly Column<Product, bool> Standard = new("standard", Cell.Flag, product => product.Standard);

    protected override IReadOnlyList<Column<Product>> Columns =>
        [Id, NameNl, NameEn, Aliases, Group, Unit, Price, Cost, Vat, From, Until, Discountable, Standard];

    protected override IReadOnlyList<Column<Product>> Key => [Id, From];
    protected override bool InDirectory => true;

    protected override Product Read(Cells row, Known known)
    {
        var (from, until) = (row.Of(From), row.Of(Until));
        if (row.Sound && until < from) row.Refuse(Until, Reasons.Before("valid_from", from));
        return new(
            row.Of(Id), row.Of(NameNl), row.Of(NameEn), row.Of(Aliases), row.Of(Group), row.Of(Unit), row.Of(Price), row.Of(Cost), row.Of(Vat),
            from, until, row.Of(Discountable), row.Of(Standard));
    }

    // On each day a product has one price at most.
    protected override void CheckTogether(IReadOnlyList<(Cells Row, Product Record)> rows, Known known)
    {
        var here = rows.ToLookup(row => row.Record.Id, row => row.Record);
        foreach (var (row, product) in rows)
        {
            var stored = known.Products[product.Id].Where(old => here[product.Id].All(record => record.ValidFrom != old.ValidFrom));
            var earlier = here[product.Id].Concat(stored).Where(other => other.ValidFrom < product.ValidFrom).MaxBy(other => other.ValidFrom);
            if (earlier is not null && (earlier.ValidUntil is not { } until || until >= product.ValidFrom))
                row.Refuse(From, Reasons.StillValid(earlier.ValidFrom, product.ValidFrom));
        }
    }
}

internal sealed class PackagePartsFile() : ExchangeFile<PackagePart>("package_parts", Kinds.PackagePart)
{
    private static readonly Column<PackagePart, ProductId> Package = new("package_id", Cell.Id<ProductId>(), part => part.Package);
    private static readonly Column<PackagePart, ProductId> Product = new("product_id", Cell.Id<ProductId>(), part => part.Product);
    private static readonly Column<PackagePart, decimal> Quantity = new("quantity", Cell.Number(0), part => part.Quantity);
    private static readonly Column<PackagePart, decimal> Value = new("market_value_eur", Cell.Money(), part => part.MarketValue);

    protected override IReadOnlyList<Column<PackagePart>> Columns => [Package, Product, Quantity, Value];
    protected override IReadOnlyList<Column<PackagePart>> Key => [Package, Product];
    protected override bool InDirectory => true;

    protected override PackagePart Read(Cells row, Known known)
    {
        var (package, product) = (row.Of(Package), row.Of(Product));
        if (row.Sound)
        {
            if (!known.Products.Contains(package)) row.Refuse(Package, Reasons.Unknown(package.Value, "products"));
            if (!known.Products.Contains(product)) row.Refuse(Product, Reasons.Unknown(product.Value, "products"));
            if (package == product) row.Refuse(Product, Reasons.PartOfItself);
        }
        return new(package, product, row.Of(Quantity), row.Of(Value));
    }
}

internal sealed class DiscountTiersFile() : ExchangeFile<DiscountTier>("discount_tiers", Kinds.DiscountTier)
{
    private static readonly Column<DiscountTier, ProductGroup> Group = new("group", Cell.Choice<ProductGroup>(), tier => tier.Group);
    private static readonly Column<DiscountTier, int> Level = new("level", Cell.Whole(1, 2), tier => tier.Level);

    // The store's key has eight digits for it.
    private static readonly Column<DiscountTier, decimal> From = new("min_quantity", Cell.Number(0, 99_999_999), tier => tier.MinQuantity);
    private static readonly Column<DiscountTier, decimal> Percent = new("max_percent", Cell.Percent, tier => tier.MaxPercent);

    protected override IReadOnlyList<Column<DiscountTier>> Columns => [Group, Level, From, Percent];
    protected override IReadOnlyList<Column<DiscountTier>> Key => [Group, Level, From];
    protected override bool InDirectory => true;

    protected override DiscountTier Read(Cells row, Known known) => new(row.Of(Group), row.Of(Level), row.Of(From), row.Of(Percent));
}
