using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Values;
using static SalesBot.Dialogs.Quotes.Orders.OrderVocabulary;

namespace SalesBot.Dialogs.Quotes.Orders;

internal enum Part { Number, Rooms, Nights, People, Days, Percent, Money, Day, Span, NthDay, BothDays, Product, Group }

/// <summary>Something in the words that an order is made of.</summary>
/// <param name="From">First word.</param>
/// <param name="To">The word behind the last one.</param>
/// <param name="End">Last day of a span.</param>
/// <param name="Name">Of a product, as the list has it; null: the list does not know it.</param>
/// <param name="Group">Of a word that can also mean a whole group: "zalen", "kamers".</param>
internal sealed record Piece(
    Part Part, int From, int To, decimal Number = 0, DateOnly Day = default, DateOnly End = default, string? Name = null, ProductGroup? Group = null,
    string Text = "");

/// <summary>A part of the message between commas and "and", with what stands in it.</summary>
/// <param name="Loose">The folded words that are in no piece.</param>
internal sealed record Segment(int From, int To, IReadOnlyList<Piece> Pieces, IReadOnlyList<string> Loose)
{
    public bool Has(IReadOnlySet<string> words) => Loose.Any(words.Contains);
    public IEnumerable<Piece> Of(Part part) => Pieces.Where(piece => piece.Part == part);
    public Piece? First(Part part) => Of(part).FirstOrDefault();
}

/// <summary>Reads the words of a message as pieces of an order.</summary>
internal sealed partial class OrderWords
{
    /// <summary>No name of a product is longer, in words.</summary>
    private const int LongestName = 7;

    private readonly Message message;
    private readonly PriceList prices;
    private readonly Language language;
    private readonly List<Piece> pieces = [];

    public OrderWords(string text, PriceList prices, Language language, DateTime now, Gazetteer names, IReadOnlyList<string> alsoProducts)
    {
        (message, this.prices, this.language) = (new(text, language, now, names), prices, language);
        for (var i = 0; i < message.Count;)
        {
            // "95 euro per room": of one room, no room more.
            if (message.Quoted[i] || IsNamed(i) || i > 0 && Fold(i - 1) is "per" or "each")
            {
                i++;
                continue;
            }
            if ((NthDay(i) ?? Product(i) ?? Value(i) ?? Unknown(i, alsoProducts) ?? GroupOf(i)) is { } piece)
            {
                pieces.Add(piece);
                i = piece.To;
            }
            else i++;
        }
        Segments = [.. Cut()];
    }

    public IReadOnlyList<Segment> Segments { get; }
    public IReadOnlyList<Piece> Pieces => pieces;
    public string Text => message.Text;
    public string Fold(int word) => message.Words[word].Fold;
    public int Count => message.Count;
    public string Span(int from, int to) => message.Span(from, to);
    public bool IsSign(int word) => message.Words[word].Kind == WordKind.Sign;

    /// <summary>Of a customer, a person or a quote: nothing in it is ordered.</summary>
    private bool IsNamed(int word) => message.Mentions.Any(mention => mention.Kind != MentionKind.Product && mention.From <= word && word < mention.To);

    private Piece? NthDay(int at)
    {
        if (at + 1 >= Count) return null;
        if (Ordinal(Fold(at)) is { } nth && DayParts.Contains(Fold(at + 1))) return new(Part.NthDay, at, at + 2, nth);
        if (Both.Contains(Fold(at)) && (ManyDays.Contains(Fold(at + 1)) || at + 2 < Count && ManyDays.Contains(Fold(at + 2))))
            return new(Part.BothDays, at, ManyDays.Contains(Fold(at + 1)) ? at + 2 : at + 3);
        return DayParts.Contains(Fold(at)) && message.Words[at + 1].Kind == WordKind.Digits && int.TryParse(Fold(at + 1), out var day) && day is > 0 and < 10
            ? new(Part.NthDay, at, at + 2, day)
            : null;
    }

    private bool IsSmall(int word) => Articles.Contains(Fold(word)) || On.Contains(Fold(word)) || Ands.Contains(Fold(word)) || Fold(word) is "van" or "per" or "in" or "an";

    private Piece? Product(int at)
    {
        for (var to = Math.Min(Count, at + LongestName); to > at; to--)
        {
            if (IsSign(to - 1) || IsSign(at) || IsSmall(at) || IsSmall(to - 1)) continue;
            var text = message.Span(at, to);
            // A word that only fills a name is no product, and a counted number is none either.
            if (to == at + 1 && (text.Length < 3 || message.Words[at].Kind == WordKind.Digits)) continue;
            if (Enumerable.Range(at, to - at).Any(IsNamed) || prices.Named(text) is not { } product) continue;
            return new(Part.Product, at, to, Name: prices.Latest(product)!.Name(language), Group: to == at + 1 ? OrderVocabulary.Group(Fold(at)) : null, Text: text);
        }
        return null;
    }

    private Piece? Value(int at)
    {
        if (message.Values.FirstOrDefault(value => message.WordAt(value.Start) == at) is not { } value) return null;
        var to = Math.Max(at + 1, message.WordAt(value.End - 1) + 1);
        switch (value.Value)
        {
            case Reading.Percent percent: return new(Part.Percent, at, to, Math.Abs(percent.Value));
            case Reading.Money money: return new(Part.Money, at, to, money.Amount);
            case Reading.Day day: return IsOption(at) ? Skipped(at, to) : new(Part.Day, at, to, Day: day.Date, Text: value.Span);
            case Reading.Moment moment: return IsOption(at) ? Skipped(at, to) : new(Part.Day, at, to, Day: DateOnly.FromDateTime(moment.At));
            case Reading.Days days: return IsOption(at) ? Skipped(at, to) : new(Part.Span, at, to, Day: days.From, End: days.End.AddDays(-1));
            case Reading.Number number: return Counted(at, to, number.Value);
            default: return null;
        }
    }

    /// <summary>A piece that means nothing for the lines: the option date has its own slot.</summary>
    private static Piece Skipped(int at, int to) => new(Part.Money, at, to, 0);

    /// <summary>40 kamers, 2 nachten, 80 nette man; 30 lunches stay a number before a product.</summary>
    private Piece Counted(int at, int to, decimal number)
    {
        if (to < Count && Fold(to) is "x" or "×") to++;
        for (var next = to; next < Math.Min(Count, to + 3) && !IsSign(next); next++)
        {
            var product = Product(next);
            if (product is not null && product.To > next + 1) break;
            if (Rooms.Contains(Fold(next))) return new(Part.Rooms, at, next + 1, number);
            if (Nights.Contains(Fold(next))) return new(Part.Nights, at, next + 1, number);
            if (People.Contains(Fold(next))) return new(Part.People, at, next + 1, number);
            if (Days.Contains(Fold(next))) return new(Part.Days, at, next + 1, number);
            if (product is not null || IsSmall(next) || PerOne.Contains(Fold(next))) break;
        }
        return new(Part.Number, at, to, number);
    }

    /// <summary>What was heard as something sold, and stands in no list.</summary>
    private Piece? Unknown(int at, IReadOnlyList<string> products)
    {
        foreach (var product in products)
        {
            if (!message.Text.AsSpan(message.Words[at].Start).StartsWith(product, StringComparison.OrdinalIgnoreCase)) continue;
            if (OrderVocabulary.Group(Fold(at)) is not null && !product.Contains(' ')) continue;
            return new(Part.Product, at, Math.Max(at + 1, message.WordAt(message.Words[at].Start + product.Length - 1) + 1), Text: product);
        }
        return null;
    }

    private Piece? GroupOf(int at) => All.Contains(Fold(at)) ? new(Part.Group, at, at + 1, Text: Fold(at))
        : OrderVocabulary.Group(Fold(at)) is { } group ? new(Part.Group, at, at + 1, Group: group, Text: Fold(at)) : null;

    private bool IsOption(int word)
    {
        for (var i = word - 1; i >= Math.Max(0, word - 5) && message.Words[i].Text is not ("," or "."); i--)
            if (Options.Contains(Fold(i))) return true;
        return false;
    }

    /// <summary>The words of a segment that say what is meant, where nothing in the list is called so; null: there are none.</summary>
    public string? Unknown(Segment segment)
    {
        var words = Enumerable.Range(segment.From, segment.To - segment.From).Where(word => !segment.Pieces.Any(piece => piece.From <= word && word < piece.To)
            && message.Words[word].Kind == WordKind.Letters && !IsSmall(word) && !Adds.Contains(Fold(word)) && !More.Contains(Fold(word)) && !Also.Contains(Fold(word))
            && !Discount.Contains(Fold(word)) && !Noes.Contains(Fold(word))).ToList();
        return words.Count is 0 or > 4 ? null : Span(words[0], words[^1] + 1);
    }

    private IEnumerable<Segment> Cut()
    {
        var from = 0;
        for (var i = 0; i <= Count; i++)
        {
            if (i < Count && (pieces.Exists(piece => piece.From <= i && i < piece.To) || !(IsSign(i) && message.Words[i].Text is "," or ";" or "." or ":" or "!" or "?" or "+" or "&" || Ands.Contains(Fold(i)))))
                continue;
            if (i > from) yield return Segment(from, i);
            from = i + 1;
        }
    }

    private Segment Segment(int from, int to)
    {
        var own = pieces.Where(piece => from <= piece.From && piece.From < to).ToList();
        return new(from, to, own, [.. Enumerable.Range(from, to - from).Where(word => !own.Exists(piece => piece.From <= word && word < piece.To)).Select(Fold)]);
    }

    /// <summary>"De 13e" beside "vanaf 12 mei" is the next thirteenth after that day.</summary>
    public static DateOnly Near(Piece day, DateOnly? first)
    {
        if (first is not { } from || !OnlyDay().IsMatch(day.Text)) return day.Day;
        for (var next = from; next <= from.AddDays(62); next = next.AddDays(1))
            if (next.Day == day.Day.Day) return next;
        return day.Day;
    }

    [GeneratedRegex(@"^(de |the )?\d{1,2}\s?(e|de|ste|st|nd|rd|th)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OnlyDay();
}
