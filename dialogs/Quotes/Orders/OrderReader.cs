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
internal sealed class OrderReader
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
            Discount = only ? 0 : order.Discount, DiscountAmount = 0,
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

    /// <summary>What is said beside no product holds for all lines.</summary>
    private void Shared(Segment segment)
    {
        if (segment.First(Part.Nights) is { } nights)
            Change(order with { Nights = nights.Number, Lines = [.. order.Lines.Select(line => targets.Row(line)?.Unit == PriceUnit.RoomNight ? line with { Times = null } : line)] });
        if (segment.First(Part.People) is { } people) People(people.Number);
        if (segment.First(Part.Days) is { } days)
            foreach (var line in order.Lines.Where(line => targets.Row(line)?.Unit is PriceUnit.Day or PriceUnit.PersonDay or PriceUnit.HalfDay).ToList()) Put(line, line with { Times = days.Number });
        if (!fresh && order.Lines.Count == 1 && segment.Pieces is [{ Part: Part.Number } number] && !bare) Count(order.Lines[0], number.Number);
        // "Voeg 2 subzalen toe": to be asked about, as the list does not know it.
        if (!fresh && segment.Has(Adds) && words.Unknown(segment) is { } unknown) Change(order.Plus(new(unknown, segment.First(Part.Number)?.Number)));
    }

    private void People(decimal people)
    {
        var each = order.Lines.Where(line => targets.Row(line)?.Unit is PriceUnit.Person or PriceUnit.PersonDay).ToList();
        var counted = each.Where(line => line.Quantity is not null).ToList();
        // Where every line has its own number and all are alike, all of them are meant.
        if (!fresh && each.Count > 0 && counted.Count == each.Count && counted.Select(line => line.Quantity).Distinct().Count() == 1)
            foreach (var line in counted) Put(line, line with { Quantity = people });
        else Change(order with { Delegates = people });
    }

    private bool IsOrdered(Segment segment) => fresh || segment.Of(Part.Number).Any() || segment.Has(Adds);

    private void Head(Segment segment, Piece head, IReadOnlyList<Piece> heads)
    {
        var count = head.Part == Part.Rooms ? head.Number : CountOf(segment, head, heads);
        var there = fresh ? [] : targets.Of(order, head).ToList();
        if (DayIn(segment) is { } day && (segment.First(Part.NthDay) is not null || there.Count > 0 || order.From != day))
        {
            OnDay(head, there, count, day, segment);
            return;
        }
        if (segment.First(Part.BothDays) is not null && order.From is { } first)
        {
            OnDay(head, there, count, first, segment);
            OnDay(head, [.. targets.Of(order, head)], count, first.AddDays(1), segment);
            return;
        }
        if (there.Count > 0)
        {
            foreach (var line in there) Update(segment, line, count);
            understood |= count is null;
            return;
        }
        if (!fresh && Instead(segment, head, count)) return;
        Add(segment, head, count, null);
    }

    /// <summary>"De lunch de tweede dag ook": the same again on that day; on a day that has it already its number changes.</summary>
    private void OnDay(Piece head, IReadOnlyList<OrderLine> there, decimal? count, DateOnly day, Segment segment)
    {
        var same = there.Where(line => order.DayOf(line) == day).ToList();
        if (same.Count > 0) foreach (var line in same) Update(segment, line, count);
        else if (there.Count > 0 && !segment.Has(Also) && !segment.Has(Adds) && segment.First(Part.NthDay) is null && segment.First(Part.BothDays) is null)
            foreach (var line in there) { Put(line, line with { Day = day == order.From ? null : day }); }
        else if (there.Count > 0) Change(order.Plus(there[0] with { Day = day == order.From ? null : day, Quantity = count ?? there[0].Quantity }));
        else Add(segment, head, count, day);
    }

    private void Update(Segment segment, OrderLine line, decimal? count)
    {
        if (count is { } number) line = Count(line, segment.Has(More) ? number + (QuantityOf(line) ?? 0) : number);
        if (segment.First(Part.Nights) is { } nights && targets.Row(line)?.Unit == PriceUnit.RoomNight)
        {
            if (order.Lines.Count(other => targets.Row(other)?.Unit == PriceUnit.RoomNight) > 1) line = Put(line, line with { Times = nights.Number });
            else
            {
                Change(order with { Nights = nights.Number });
                line = Put(line, line with { Times = null });
            }
        }
        if (segment.First(Part.Days) is { } days && targets.Row(line)?.Unit is PriceUnit.Day or PriceUnit.PersonDay or PriceUnit.HalfDay) Put(line, line with { Times = days.Number });
    }

    /// <summary>Numbers that hold for all lines stay such; others are the line's own.</summary>
    private OrderLine Count(OrderLine line, decimal number)
    {
        understood = true;
        switch (targets.Row(line)?.Unit)
        {
            case PriceUnit.RoomNight when line.Quantity is null:
                Change(order with { Rooms = number });
                return line;
            case PriceUnit.Person or PriceUnit.PersonDay when line.Quantity is null && order.Lines.Count(IsShared) == 1:
                Change(order with { Delegates = number });
                return line;
            default:
                return Put(line, line with { Quantity = number });
        }
    }

    private bool IsShared(OrderLine line) => line.Quantity is null && targets.Row(line)?.Unit is PriceUnit.Person or PriceUnit.PersonDay;

    private decimal? QuantityOf(OrderLine line) => line.Quantity ?? targets.Row(line)?.Unit switch
    {
        PriceUnit.RoomNight => order.Rooms,
        PriceUnit.Person or PriceUnit.PersonDay => order.Delegates,
        _ => 1,
    };

    /// <summary>"Nee, grote zaal": another one of the same group, where there is one of it.</summary>
    private bool Instead(Segment segment, Piece head, decimal? count)
    {
        if (segment.Has(Adds) || segment.Has(Also) || segment.Has(More) || head.Name is null || targets.Row(new(head.Name)) is not { } row) return false;
        if (!words.Segments.Any(one => one.Has(Noes))) return false;
        if (order.Lines.Where(line => targets.Row(line)?.Group == row.Group).ToList() is not [var only]) return false;
        var changed = Put(only, only with { Name = head.Name });
        if (count is { } number) Count(changed, number);
        return true;
    }

    private bool Replace(Piece old, Piece fresh)
    {
        var gone = old.Part is Part.Product or Part.Group ? targets.Of(order, old).ToList() : [];
        if (gone.Count == 0 || fresh.Part is not (Part.Product or Part.Rooms)) return false;
        var count = words.Segments.SelectMany(segment => segment.Of(Part.Number)).FirstOrDefault(number => number.To == fresh.From)?.Number;
        foreach (var line in gone)
        {
            var changed = Put(line, line with { Name = fresh.Name ?? fresh.Text });
            if (count is { } number) Count(changed, number);
        }
        return true;
    }

    private void Add(Segment segment, Piece head, decimal? count, DateOnly? day)
    {
        var name = head.Part == Part.Rooms ? targets.Row(new(OrderTargets.AnyRoom)) is { } room ? room.Name(language) : head.Text : head.Name ?? head.Text;
        var row = targets.Row(new(name));
        var line = new OrderLine(name, Day: day == order.From ? null : day);
        if (row?.Unit == PriceUnit.RoomNight)
        {
            // The first kind of room takes the number that "45 kamers" changes later.
            var first = order.Lines.All(other => targets.Row(other)?.Unit != PriceUnit.RoomNight);
            if (head.Part == Part.Rooms && first) Change(order with { Rooms = count });
            else line = line with { Quantity = count };
            if (segment.First(Part.Nights) is { } nights)
                if (order.Nights is null || fresh && first) Change(order with { Nights = nights.Number });
                else line = line with { Times = nights.Number == order.Nights ? null : nights.Number };
        }
        else if (row?.Unit is PriceUnit.Person or PriceUnit.PersonDay && count is null && segment.First(Part.People) is { } people)
        {
            if (order.Delegates is null) Change(order with { Delegates = people.Number });
            else if (order.Delegates != people.Number) line = line with { Quantity = people.Number };
        }
        else line = line with { Quantity = count };
        if (row?.Unit is not PriceUnit.Person and not PriceUnit.PersonDay && segment.First(Part.People) is { } guests && order.Delegates is null) Change(order with { Delegates = guests.Number });
        if (row?.Unit is PriceUnit.Day or PriceUnit.PersonDay or PriceUnit.HalfDay && segment.First(Part.Days) is { } days) line = line with { Times = days.Number };
        Change(order.Plus(line));
        lastLines.Add(line);
    }

    /// <summary>"30 lunches", "lunch voor 30", "kamers: 40".</summary>
    private static decimal? CountOf(Segment segment, Piece head, IReadOnlyList<Piece> heads)
    {
        var before = segment.Of(Part.Number).LastOrDefault(number => number.To <= head.From && !heads.Any(other => other != head && number.To <= other.From && other.From < head.From));
        var behind = segment.Of(Part.Number).FirstOrDefault(number => number.From >= head.To && !heads.Any(other => head.To <= other.From && other.From < number.From));
        return (before ?? behind)?.Number;
    }

    private DateOnly? DayIn(Segment segment)
    {
        if (segment.First(Part.NthDay) is { } nth && order.From is { } first) return first.AddDays((int)nth.Number - 1);
        return segment.First(Part.Day) is { } day ? OrderWords.Near(day, order.From) : null;
    }

    private OrderLine Put(OrderLine old, OrderLine changed)
    {
        // Its place in the order, and in what was said last.
        if (lastLines.Remove(old)) lastLines.Add(changed);
        Change(order.With(old, changed));
        return changed;
    }

    private void Change(Order changed)
    {
        understood = true;
        order = changed;
    }
}
