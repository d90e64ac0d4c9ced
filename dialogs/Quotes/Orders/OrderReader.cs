using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using static SalesBot.Dialogs.Quotes.Orders.OrderVocabulary;

namespace SalesBot.Dialogs.Quotes.Orders;

/// <param name="Remarks">What is worth saying about it besides.</param>
/// <param name="Understood">False: nothing in the words was about an order.</param>
internal sealed record OrderRead(Order Order, IReadOnlyList<Text> Remarks, bool Understood);

/// <summary>
/// Reads what somebody says about an order: the first sentence, or a change to what is there. It is read segment by segment, and
/// within one by what stands beside what: a number before a product counts it, a day behind it is its own.
/// </summary>
internal sealed partial class OrderReader
{
    /// <summary>A spoken period of at most so many days is the stay itself; a longer one only says about when.</summary>
    private const int LongestStay = 14;

    private readonly OrderWords words;
    private readonly Language language;
    private readonly bool bare;
    private readonly OrderTargets targets;
    private readonly bool fresh;
    private readonly List<Text> remarks = [];
    private readonly HashSet<OrderLine> lastLines = new(ReferenceEqualityComparer.Instance);
    private Order order;
    private bool understood;
    private bool removing;

    private OrderReader(Order order, OrderWords words, PriceList prices, Language language, bool bare)
    {
        (this.order, this.words, this.language, this.bare, fresh) = (order, words, language, bare, order.Lines.Count == 0);
        targets = new(prices);
    }

    /// <param name="bare">A number by itself answers a question, and counts no line.</param>
    public static OrderRead Read(Order order, OrderWords words, PriceList prices, Language language, bool bare = false)
    {
        var reader = new OrderReader(order, words, prices, language, bare);
        reader.Read();
        return new(reader.order, reader.remarks, reader.understood);
    }

    private void Read()
    {
        var segments = words.Segments;
        if (!fresh && OrderReplacing.Of(words, segments) is { } instead)
        {
            if (Replace(instead.Old, instead.New)) return;
            // Of two numbers the wrong one is left out of what is read.
            segments = [.. segments.Select(segment => segment with { Pieces = [.. segment.Pieces.Where(piece => piece != instead.Old).Select(piece => piece == instead.New ? OrderReplacing.AsUnit(piece, instead.Old) : piece)] })];
        }
        foreach (var segment in segments) Read(segment);
    }

    private void Read(Segment segment)
    {
        if (Commission(segment)) return;
        if (!fresh && Removal(segment)) return;
        removing = false;
        if (Discount(segment) || Rate(segment)) return;
        Dates(segment);
        var heads = segment.Pieces.Where(piece => piece.Part is Part.Product or Part.Rooms || piece is { Part: Part.Group, Group: not null } && IsOrdered(segment)).ToList();
        if (heads.Count == 0) Shared(segment);
        else
        {
            lastLines.Clear();
            foreach (var head in heads) Head(segment, head, heads);
        }
    }

    /// <summary>"10 % commissie", "zonder commissie".</summary>
    private bool Commission(Segment segment)
    {
        if (!segment.Has(OrderVocabulary.Commission)) return false;
        if (segment.First(Part.Percent) is { } percent) Change(order with { Commission = percent.Number });
        else if (segment.Has(Without) || segment.Has(OrderVocabulary.Takes) || segment.Has(Off)) Change(order with { Commission = 0 });
        else return false;
        return true;
    }

    /// <summary>"zonder lunch", "haal de beamer eraf", "drop the AV"; what an "en" adds to it goes too.</summary>
    private bool Removal(Segment segment)
    {
        var named = segment.Pieces.Where(piece => piece.Part is Part.Product or Part.Group).ToList();
        var takes = Takes(segment);
        if (!takes && !(removing && named.Count > 0 && segment.Pieces.All(piece => piece.Part is Part.Product or Part.Group))) return false;
        if (segment.Has(OrderVocabulary.Discount))
        {
            var off = named.SelectMany(piece => targets.Of(order, piece)).ToList();
            if (off.Count == 0) Change(order with { Discount = 0, DiscountAmount = 0, Lines = [.. order.Lines.Select(line => line with { Discount = null })] });
            else foreach (var line in off) Change(order.With(line, line with { Discount = 0 }));
            return true;
        }
        if (named.Count == 0) return false;
        var day = DayIn(segment);
        foreach (var piece in named)
        {
            var gone = targets.Of(order, piece).Where(line => day is null || order.DayOf(line) == day).ToList();
            if (gone.Count == 0) remarks.Add(OrderTexts.NotOnIt(piece.Text));
            Change(order.Without(gone));
        }
        removing = true;
        return true;
    }

    private bool Takes(Segment segment)
    {
        if (segment.Has(Off) && segment.Of(Part.Product).Concat(segment.Of(Part.Group)).Any()) return true;
        for (var i = segment.From; i < segment.To; i++)
        {
            if (OrderVocabulary.Takes.Contains(words.Fold(i))) return true;
            if (!Without.Contains(words.Fold(i))) continue;
            // "No, 25 rooms" denies; "no lunch" takes away.
            var next = i + 1;
            while (next < segment.To && Articles.Contains(words.Fold(next))) next++;
            if (next < segment.To && (OrderVocabulary.Discount.Contains(words.Fold(next)) || segment.Pieces.Any(piece => piece.From == next && piece.Part is Part.Product or Part.Group))) return true;
        }
        return false;
    }

    /// <summary>"8 % korting", "5 % op de kamers", "korting alleen op de zalen", "500 euro korting".</summary>
    private bool Discount(Segment segment)
    {
        var said = segment.Has(OrderVocabulary.Discount);
        var percent = segment.First(Part.Percent);
        if (percent is null && !said) return false;
        if (said && segment.First(Part.Money) is { Number: > 0 } money)
        {
            Change(order with { DiscountAmount = money.Number, Discount = 0, Lines = [.. order.Lines.Select(line => line with { Discount = null })] });
            return false;
        }
        var on = segment.Pieces.Where(piece => piece.Part is Part.Product or Part.Group && segment.Has(On) && IsTarget(segment, piece)).ToList();
        if (on.Count > 0 && Scoped(segment, percent?.Number, on)) return true;
        if (percent is null) return false;
        Change(order with { Discount = percent.Number, DiscountAmount = 0, Lines = fresh ? order.Lines : [.. order.Lines.Select(line => line with { Discount = null })] });
        return false;
    }

    /// <summary>"Op", "on" or "off" stands before it, and no number of its own.</summary>
    private bool IsTarget(Segment segment, Piece piece)
    {
        for (var i = piece.From - 1; i >= segment.From; i--)
        {
            if (On.Contains(words.Fold(i))) return true;
            if (!Articles.Contains(words.Fold(i)) && !Only.Contains(words.Fold(i))) return false;
        }
        return false;
    }

    private bool Scoped(Segment segment, decimal? percent, IReadOnlyList<Piece> on)
    {
        var meant = on.SelectMany(piece => targets.Of(order, piece)).Distinct(ReferenceEqualityComparer.Instance).Cast<OrderLine>().ToList();
        if (meant.Count == 0) return false;
        var fixedPrice = meant.Where(line => targets.Row(line) is { Discountable: false }).ToList();
        foreach (var line in fixedPrice) remarks.Add(OrderTexts.NoDiscountOn(line.Name));
        meant = [.. meant.Except(fixedPrice, ReferenceEqualityComparer.Instance).Cast<OrderLine>()];
        var amount = percent ?? (order.Discount > 0 ? order.Discount : order.Lines.Max(line => line.Discount ?? 0));
        if (amount == 0 && percent is null)
        {
            remarks.Add(OrderTexts.HowMuch);
            return understood = true;
        }
        var only = segment.Has(Only);
        Change(order with
        {
            Discount = only ? 0 : order.Discount,
            DiscountAmount = 0,
            Lines = [.. order.Lines.Select(line => meant.Contains(line, ReferenceEqualityComparer.Instance) ? line with { Discount = amount } : only ? line with { Discount = null } : line)],
        });
        return true;
    }

    /// <summary>"Kamers voor 95 euro": a rate that the list does not have is never taken; what it would mean is said.</summary>
    private bool Rate(Segment segment)
    {
        if (segment.First(Part.Money) is not { Number: > 0 } money || segment.Has(OrderVocabulary.Discount) || !segment.Has(PerOne)) return false;
        var about = segment.Pieces.FirstOrDefault(piece => piece.Part is Part.Product or Part.Group or Part.Rooms);
        var line = about is null ? order.Lines.FirstOrDefault() : targets.Of(order, about).FirstOrDefault();
        var row = line is not null ? targets.Row(line) : about?.Name is { } name ? targets.Row(new(name)) : about?.Part == Part.Rooms ? targets.Row(new(OrderTargets.AnyRoom)) : null;
        remarks.Add(row is null ? OrderTexts.NoSuchRate(money.Number) : OrderTexts.NoSuchRate(money.Number, row));
        understood = true;
        return false;
    }

    private void Dates(Segment segment)
    {
        if (segment.First(Part.Span) is { } span)
        {
            if (span.End.DayNumber - span.Day.DayNumber > LongestStay) Change(order with { Around = new Period(span.Day, span.End) });
            else
            {
                Change(order with { From = span.Day });
                if (order.Nights is null && span.End > span.Day && segment.First(Part.Nights) is null) Change(order with { Nights = span.End.DayNumber - span.Day.DayNumber });
            }
        }
        if (segment.First(Part.Day) is not { } day) return;
        var when = OrderWords.Near(day, order.From);
        var own = segment.Of(Part.Product).Any() || segment.Of(Part.Rooms).Any();
        if (order.From is null) Change(order with { From = when });
        else if (segment.Has(Moves) || words.Segments.Any(other => other.Has(Moves))) Change(Moved(order, when));
        else if (!own && fresh && lastLines.Count > 0) foreach (var line in lastLines.ToList()) Put(line, line with { Day = when == order.From ? null : when });
        else if (!own) Change(order with { From = when });
    }

    /// <summary>The whole order begins on another day; what has a day of its own keeps its distance.</summary>
    public static Order Moved(Order order, DateOnly first)
    {
        var by = order.From is { } from ? first.DayNumber - from.DayNumber : 0;
        return order with { From = first, Lines = [.. order.Lines.Select(line => line.Day is { } day ? line with { Day = day.AddDays(by) } : line)] };
    }
}
