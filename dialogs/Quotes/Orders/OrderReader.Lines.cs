using SalesBot.Data.Prices;
using static SalesBot.Dialogs.Quotes.Orders.OrderVocabulary;

namespace SalesBot.Dialogs.Quotes.Orders;

/// <summary>What is said of products: new lines, other numbers, other days, one thing in another's place.</summary>
internal sealed partial class OrderReader
{
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
