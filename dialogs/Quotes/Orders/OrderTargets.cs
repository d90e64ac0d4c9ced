using SalesBot.Data.Prices;

namespace SalesBot.Dialogs.Quotes.Orders;

/// <summary>Which lines are meant by a product or a group of them.</summary>
internal sealed class OrderTargets(PriceList prices)
{
    /// <summary>What rooms are called when nothing more is said.</summary>
    public const string AnyRoom = "kamers";

    public Product? Row(OrderLine line) => prices.Named(line.Name) is { } product ? prices.Latest(product) : null;

    /// <summary>A whole group where the word can mean one ("zalen"), else the lines of that product, else those whose name holds it.</summary>
    public IEnumerable<OrderLine> Of(Order order, Piece piece)
    {
        if (piece is { Part: Part.Group, Group: null }) return order.Lines;
        var group = piece.Part == Part.Rooms ? ProductGroup.Overnight : piece.Group;
        var product = piece.Name is { } name ? prices.Named(name) : null;
        if (piece.Part == Part.Rooms || group is not null)
        {
            var all = order.Lines.Where(line => Row(line)?.Group == group).ToList();
            // "45 kamers" of several kinds of room means the plain one where it is among them.
            if (piece.Part == Part.Rooms && all.Count > 1 && prices.Named(AnyRoom) is { } plain && all.Where(line => prices.Named(line.Name) == plain).ToList() is { Count: > 0 } plainer) return plainer;
            return all;
        }
        if (product is { } known) return order.Lines.Where(line => prices.Named(line.Name) == known);
        return order.Lines.Where(line => line.Name.Contains(piece.Text, StringComparison.OrdinalIgnoreCase));
    }
}
