namespace SalesBot.Data.Prices;

/// <summary>The price list with its packages. It knows prices by day and never makes one up.</summary>
public sealed class PriceList
{
    private readonly Dictionary<ProductId, Product[]> rows;
    private readonly ILookup<ProductId, PackagePart> parts;
    private readonly Dictionary<string, ProductId> named = new(StringComparer.Ordinal);

    public PriceList(IEnumerable<Product> products, IEnumerable<PackagePart> packageParts)
    {
        rows = products.GroupBy(row => row.Id)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(row => row.ValidFrom).ToArray());
        parts = packageParts.ToLookup(part => part.Package);
        // Full names go before aliases, what is standard before what is not.
        var latest = rows.Values.Select(dated => dated[0]).OrderByDescending(row => row.Standard).ThenBy(row => row.Id.Value, StringComparer.Ordinal).ToList();
        foreach (var row in latest) Name(row.Id, [row.NameNl, row.NameEn]);
        foreach (var row in latest) Name(row.Id, row.Aliases);
    }

    /// <summary>The product that is called just so, by name or alias; plural and case do not matter. Null: none is.</summary>
    public ProductId? Named(string spoken) => SpokenName.Of(spoken) is { IsEmpty: false } name && named.TryGetValue(name.Key, out var product) ? product : null;

    private void Name(ProductId product, IEnumerable<string> names)
    {
        foreach (var name in names) named.TryAdd(SpokenName.Of(name).Key, product);
    }

    public bool Knows(ProductId product) => rows.ContainsKey(product);

    /// <summary>The row that is valid on the day, the latest where rows overlap; null: there is no price then.</summary>
    public Product? Find(ProductId product, DateOnly day) =>
        rows.TryGetValue(product, out var dated) ? Array.Find(dated, row => row.IsValidOn(day)) : null;

    /// <summary>Any row of the product, the latest, to name it where it has no price on the day asked for.</summary>
    public Product? Latest(ProductId product) => rows.TryGetValue(product, out var dated) ? dated[0] : null;

    public IReadOnlyList<PackagePart> PartsOf(ProductId package) => [.. parts[package]];

    /// <summary>Everything that has a price on the day, by group and name.</summary>
    public IReadOnlyList<Product> On(DateOnly day, Language language = Language.Dutch) =>
        [.. rows.Keys.Select(id => Find(id, day)).OfType<Product>().OrderBy(row => row.Group)
            .ThenBy(row => row.Name(language), StringComparer.Ordinal)];

    /// <summary>Products called so, likeliest first; case, accents, plural and small slips do not matter.</summary>
    /// <param name="language">What is spoken: names in it go first. Null: both count alike.</param>
    public IReadOnlyList<Product> Search(string spoken, DateOnly day, Language? language = null)
    {
        var wanted = SpokenName.Of(spoken);
        if (wanted.IsEmpty) return [];
        return
        [
            .. from row in On(day)
               let likeness = Likeness(wanted, row, language)
               where likeness >= 0.5
               orderby likeness descending, row.Standard descending, row.NameNl.Length, row.Id.Value
               select row,
        ];
    }

    private static double Likeness(SpokenName wanted, Product row, Language? language)
    {
        var best = Math.Max(
            wanted.LikenessTo(row.NameNl) - (language == Language.English ? 0.02 : 0),
            wanted.LikenessTo(row.NameEn) - (language == Language.Dutch ? 0.02 : 0));
        return row.Aliases.Aggregate(best, (best, alias) => Math.Max(best, wanted.LikenessTo(alias) - 0.01));
    }
}
