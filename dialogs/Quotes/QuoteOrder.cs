using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Quotes.Orders;

namespace SalesBot.Dialogs.Quotes;

/// <summary>A version of a quote as the order that it came from, so that words can change it.</summary>
internal static class QuoteOrder
{
    public static Order Of(QuoteVersion version, PriceList prices, Language language)
    {
        var lines = Joined(version.Lines);
        var from = lines.Min(line => line.From);
        var asked = QuoteRequest.Of(version with { Lines = lines }).Lines;
        var nights = Shared(lines.Where(line => line.Unit == PriceUnit.RoomNight), line => line.Times);
        var people = Shared(lines.Where(line => line.Unit is PriceUnit.Person or PriceUnit.PersonDay), line => line.Quantity);
        var rooms = lines.Count(line => line.Unit == PriceUnit.RoomNight) == 1 ? lines.First(line => line.Unit == PriceUnit.RoomNight).Quantity : (decimal?)null;
        return new(
            [.. lines.Zip(asked, (line, request) => new OrderLine(
                prices.Latest(line.Product)?.Name(language) ?? line.Name(language),
                line.Unit switch
                {
                    PriceUnit.RoomNight => rooms is null ? line.Quantity : null,
                    PriceUnit.Person or PriceUnit.PersonDay => people is null ? line.Quantity : null,
                    _ => line.Quantity == 1 ? null : line.Quantity,
                },
                line.Unit == PriceUnit.RoomNight ? nights is null ? line.Times : null : line.Times == 1 ? null : line.Times,
                line.From == from ? null : line.From,
                // A product that allows no discount asks for none.
                request.DiscountPercent is 0 && prices.Latest(line.Product) is { Discountable: false } ? null : request.DiscountPercent))],
            rooms, nights, people, from, null, version.DiscountPercent, version.DiscountAmount, version.CommissionPercent);
    }

    /// <summary>A stay that was split because a price changes on the way is one line again.</summary>
    private static List<QuoteLine> Joined(IReadOnlyList<QuoteLine> lines)
    {
        var joined = new List<QuoteLine>();
        foreach (var line in lines)
        {
            if (joined is [.., var last] && last.Product == line.Product && last.Quantity == line.Quantity && last.DiscountPercent == line.DiscountPercent
                && line.Unit is PriceUnit.RoomNight or PriceUnit.Day or PriceUnit.PersonDay && last.From?.AddDays((int)last.Times) == line.From && line.From is not null
                && (last.UnitPrice != line.UnitPrice || last.Agreement != line.Agreement)) joined[^1] = last with { Times = last.Times + line.Times };
            else joined.Add(line);
        }
        return joined;
    }

    private static decimal? Shared(IEnumerable<QuoteLine> lines, Func<QuoteLine, decimal> number) =>
        lines.Select(number).Distinct().ToList() is [var only] ? only : null;
}
