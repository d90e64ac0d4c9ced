using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Quotes;

/// <summary>Turns spoken wishes into lines of the price list. It never makes up a product, a number or a rate.</summary>
internal static class QuoteComposer
{
    /// <summary>What rooms are called when nothing more is said.</summary>
    private const string AnyRoom = "kamers";

    public static Composition Compose(
        QuoteWish wish, PriceList prices, IReadOnlyList<DiscountTier> tiers, PolicySettings policy, User by, DateTimeOffset at, DateOnly today, Language language)
    {
        var day = wish.From ?? today;
        var products = new List<Product>();
        var counts = new Dictionary<ProductId, decimal>();
        foreach (var spoken in wish.Products)
        {
            if (prices.Search(spoken, day, language) is [var likeliest, ..])
            {
                products.Add(likeliest);
                if (wish.Counts?.TryGetValue(spoken.ToLowerInvariant(), out var count) == true) counts[likeliest.Id] = count;
            }
            else return new Composition.NotInList(spoken, [.. prices.On(day, language).Where(row => row.Standard).Select(row => row.Name(language)).Take(6)]);
        }
        if (wish.Rooms is not null && products.All(product => product.Group != ProductGroup.Overnight)
            && prices.Search(AnyRoom, day, Language.Dutch) is [var room, ..]) products.Insert(0, room);
        products = [.. products.DistinctBy(product => product.Id)];

        // "45 kamers" said later counts for the one kind of room; of two kinds each keeps its own number.
        if (wish.Rooms is not null && products.Count(product => product.Group == ProductGroup.Overnight) == 1)
            counts.Remove(products.First(product => product.Group == ProductGroup.Overnight).Id);

        if (products.Any(product => IsPerPerson(product) && !counts.ContainsKey(product.Id)) && wish.Delegates is null) return new Composition.Missing(Missing.Delegates);
        if (wish.Delegates is not null && !products.Any(product => product.Group is not ProductGroup.Overnight)) return new Composition.Missing(Missing.PerPerson);
        var sleeps = products.Any(product => product.Unit == PriceUnit.RoomNight);
        if (products.Any(product => product.Unit == PriceUnit.RoomNight && !counts.ContainsKey(product.Id)) && wish.Rooms is null) return new Composition.Missing(Missing.Rooms);
        if (wish.From is null) return new Composition.Missing(Missing.Day);
        if (sleeps && wish.Nights is null) return new Composition.Missing(Missing.Nights);

        var request = new QuoteRequest([.. products.Select(product => Line(product, wish, counts))], wish.DiscountPercent, wish.OptionDate, wish.Justification);
        return Pricing.Price(prices, request, 1, by.Id, at, today) switch
        {
            PricingResult.Priced { Version: var version } => new Composition.Composed(version, QuotePolicy.Judge(version, tiers, by, policy)),
            PricingResult.NotPriced { Problems: var problems } => new Composition.NotPriced(problems[0]),
            _ => throw new InvalidOperationException("A price is known or it is not."),
        };
    }

    private static bool IsPerPerson(Product product) => product.Unit is PriceUnit.Person or PriceUnit.PersonDay;

    private static LineRequest Line(Product product, QuoteWish wish, Dictionary<ProductId, decimal> counts)
    {
        decimal? count = counts.TryGetValue(product.Id, out var said) ? said : null;
        return product.Unit switch
        {
            PriceUnit.RoomNight => new(product.Id, count ?? wish.Rooms!.Value, wish.Nights!.Value, wish.From),
            PriceUnit.Person or PriceUnit.PersonDay => new(product.Id, count ?? wish.Delegates!.Value, 1, wish.From),
            _ => new(product.Id, count ?? 1, 1, wish.From),
        };
    }
}
