using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes.Orders;

namespace SalesBot.Dialogs.Quotes;

/// <summary>Turns wishes into lines of the price list. It never makes up a product, a number or a rate.</summary>
internal static class QuoteComposer
{
    /// <param name="account">Null: a customer that is not known yet.</param>
    /// <param name="defaults">Of the policy, where the organisation has set nothing.</param>
    public static async Task<QuoteBasis> BasisAsync(AccountId? account, PolicySettings defaults, Turn turn, CancellationToken cancel)
    {
        var book = turn.Book;
        var standing = account is { } id ? await AccountStanding.ReadAsync(book.Store, book.Partition, id, turn.Today, cancel) : null;
        var known = account is { } named ? (await book.AccountAsync(named, cancel))?.Record : null;
        var agreed = known is null ? [] : (await book.AgreementsAsync(known, cancel)).Select(agreement => agreement.Decided).OfType<AgreedRates>().ToList();
        return new(await book.PricesAsync(cancel), await book.TiersAsync(cancel), await book.PolicyAsync(defaults, cancel), standing, agreed);
    }

    /// <param name="number">Of the version that this becomes.</param>
    public static Composition Compose(QuoteWish wish, QuoteBasis basis, Turn turn, int number = 1)
    {
        var order = wish.Order;
        var prices = basis.Prices;
        var lines = new List<(OrderLine Said, Product Row)>();
        foreach (var line in order.Lines)
        {
            var day = order.DayOf(line) ?? turn.Today;
            if (prices.Named(line.Name) is not { } product)
                return new Composition.NotInList(line.Name, [.. prices.On(day, turn.Language).Where(row => row.Standard).Select(row => row.Name(turn.Language)).Take(6)]);
            lines.Add((line, prices.Find(product, day) ?? prices.Latest(product)!));
        }

        if (order.Delegates is null && lines.Exists(line => IsPerPerson(line.Row) && line.Said.Quantity is null)) return new Composition.Missing(Missing.Delegates);
        if (order.Delegates is not null && lines.TrueForAll(line => line.Row.Group is ProductGroup.Overnight)) return new Composition.Missing(Missing.PerPerson);
        var nights = lines.Where(line => line.Row.Unit == PriceUnit.RoomNight).ToList();
        if (order.Rooms is null && nights.Exists(line => line.Said.Quantity is null)) return new Composition.Missing(Missing.Rooms);
        if (order.From is null) return new Composition.Missing(Missing.Day);
        if (order.Nights is null && nights.Exists(line => line.Said.Times is null)) return new Composition.Missing(Missing.Nights);

        var request = new QuoteRequest(
            [.. lines.Select(line => Line(line.Said, line.Row, order))], order.Discount, wish.OptionDate, wish.Justification, order.Commission, order.DiscountAmount);
        return Pricing.Price(prices, request, number, turn.User.Id, turn.Now, turn.Today, basis.Agreements) switch
        {
            PricingResult.Priced { Version: var version } =>
                new Composition.Composed(version, QuotePolicy.Judge(version, basis.Tiers, turn.User, basis.Policy, basis.Standing)),
            PricingResult.NotPriced { Problems: var problems } => new Composition.NotPriced(problems[0]),
            _ => throw new InvalidOperationException("A price is known or it is not."),
        };
    }

    private static bool IsPerPerson(Product product) => product.Unit is PriceUnit.Person or PriceUnit.PersonDay;

    private static LineRequest Line(OrderLine line, Product row, Order order) => row.Unit switch
    {
        PriceUnit.RoomNight => new(row.Id, line.Quantity ?? order.Rooms!.Value, line.Times ?? order.Nights!.Value, order.DayOf(line), line.Discount),
        PriceUnit.Person or PriceUnit.PersonDay => new(row.Id, line.Quantity ?? order.Delegates!.Value, line.Times ?? 1, order.DayOf(line), line.Discount),
        _ => new(row.Id, line.Quantity ?? 1, line.Times ?? 1, order.DayOf(line), line.Discount),
    };
}
