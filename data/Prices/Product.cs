namespace SalesBot.Data.Prices;

/// <summary>The product groups that revenue, targets and tiers are kept by.</summary>
public enum ProductGroup { RoomHire, Overnight, Package, Fnb, Av, Other }

public enum PriceUnit { Day, HalfDay, RoomNight, Person, PersonDay, Piece }

/// <summary>One dated row of the price list. A product has several rows in the course of time.</summary>
/// <param name="Price">EUR excl. VAT per unit.</param>
/// <param name="Cost">EUR excl. VAT per unit, for the margin.</param>
/// <param name="ValidUntil">Last day, inclusive; null: until further notice.</param>
/// <param name="Discountable">Whether a discount on the total may touch it.</param>
/// <param name="Standard">Belongs to the standard assortment that level I may quote.</param>
public sealed record Product(
    ProductId Id, string NameNl, string NameEn, IReadOnlyList<string> Aliases, ProductGroup Group, PriceUnit Unit,
    decimal Price, decimal Cost, decimal VatPercent, DateOnly ValidFrom, DateOnly? ValidUntil, bool Discountable, bool Standard)
{
    public string Name(Language language) => language == Language.Dutch ? NameNl : NameEn;
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidUntil is not { } until || day <= until);
}

/// <summary>A component of a package (arrangement).</summary>
/// <param name="MarketValue">EUR per unit of the package; all-in prices are split over VAT classes in proportion to it.</param>
public sealed record PackagePart(ProductId Package, ProductId Product, decimal Quantity, decimal MarketValue);

/// <summary>A discount tier (kortingstaffel): at this level, from this volume, up to this percentage.</summary>
public sealed record DiscountTier(ProductGroup Group, int Level, decimal MinQuantity, decimal MaxPercent);
