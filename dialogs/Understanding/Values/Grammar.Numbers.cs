using System.Globalization;
using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Numbers in digits and words, percentages and money.</summary>
internal sealed partial class Grammar
{
    private Parse? AmountAt(int at)
    {
        if (text.Is(at, Sense.Euro, out var number) && NumberAt(number) is { } after)
        {
            return new(Cents(after.Next), Money(after.Readings));
        }

        if (Bag(at) is { } bag)
        {
            return bag;
        }

        if (NumberAt(at) is not { } parse)
        {
            return null;
        }

        if (text.Is(parse.Next, Sense.Percent, out var behind))
        {
            return new(behind, [.. parse.Readings.Select(reading => new Reading.Percent(((Reading.Number)reading).Value))]);
        }

        if (text.Is(parse.Next, Sense.Euro, out behind))
        {
            return new(behind, Money(parse.Readings));
        }

        // 12.500,-
        var cents = Cents(parse.Next);
        if (cents > parse.Next)
        {
            return new(text.Is(cents, Sense.Euro, out behind) ? behind : cents, Money(parse.Readings));
        }

        return IsArticleOnly(at, parse) ? null : parse;
    }

    private int Cents(int at)
    {
        if (!text.IsSign(at, ',') || !text.IsJoined(at) || !text.IsJoined(at + 1) || !(text.Is(at + 1, Sense.Cents) || text.Is(at + 1, Sense.Dash)))
        {
            return at;
        }

        return text.IsSign(at + 2, '-') && text.IsJoined(at + 2) ? at + 3 : at + 2;
    }

    private static Reading[] Money(IReadOnlyList<Reading> numbers)
    {
        var amounts = numbers.Select(reading => ((Reading.Number)reading).Value).ToArray();

        // Nobody writes thousandths of a euro: 12.500 is twelve and a half thousand in any language.
        return [.. amounts.OrderBy(amount => decimal.Round(amount, 2) != amount || (amounts.Length > 1 && amounts.Max() != amount))
            .Take(1).Select(amount => new Reading.Money(amount))];
    }

    /// <summary>A ton, anderhalve ton, 15 mille: an amount of money by itself.</summary>
    private Parse? Bag(int at)
    {
        var (count, next) = NumberAt(at) is { } number ? (((Reading.Number)number.Readings[0]).Value, number.Next)
            : text.Is(at, Sense.Article, out var behind) ? (1m, behind) : (0m, at);
        return count > 0 && text.Is(next, Sense.Bag, out var size, out var end)
            ? new(text.Is(end, Sense.Euro, out var euro) ? euro : end, [new Reading.Money(count * size)])
            : null;
    }

    /// <summary>One or een counts as a number only before something that is counted, or written één.</summary>
    private bool IsArticleOnly(int at, Parse parse) =>
        parse.Next == at + 1 && text.Words[at].Kind == WordKind.Letters && parse.Readings[0] is Reading.Number { Value: 1 }
        && !text.Words[at].Text.Contains('é', StringComparison.OrdinalIgnoreCase) && !text.Is(parse.Next, Sense.Count);

    private Parse? NumberAt(int at)
    {
        if (at >= text.Count)
        {
            return null;
        }

        if (text.Words[at].Kind == WordKind.Digits)
        {
            var digits = Digits(text.Words[at].Text);
            if (digits.Length == 0 || IsPartOfName(at))
            {
                return null;
            }

            var next = at + 1;
            while (text.Is(next, Sense.Times, out var times, out var behind))
            {
                digits = [.. digits.Take(1).Select(value => times >= 1_000_000_000 && value > 1_000_000 ? value : value * times)];
                next = behind;
            }

            return new(next, [.. digits.Select(value => new Reading.Number(value))]);
        }

        if (text.Is(at, Sense.Halves, out var halves, out var after))
        {
            var value = halves / 2m;
            return text.Is(after, Sense.Times, out var times, out var end) ? new(end, [new Reading.Number(value * times)])
                : halves == 1 && !text.Is(after, Sense.Bag) ? null : new(after, [new Reading.Number(value)]);
        }

        return Spoken(at);
    }

    /// <summary>OFF-2026-0033, A4 or 0612345678 hold figures, but no numbers.</summary>
    private bool IsPartOfName(int at) =>
        (text.IsJoined(at) && text.IsSign(at - 1, '-') && text.IsJoined(at - 1)
            && (text.Words[at - 2].Kind == WordKind.Letters || (text.IsJoined(at - 2) && text.IsSign(at - 3, '-'))))
        || (text.IsSign(at + 1, '-') && text.IsJoined(at + 1) && text.IsJoined(at + 2) && text.Words[at + 2].Kind == WordKind.Letters
            && !text.Is(at + 2, Sense.Count))
        || (text.Words[at].Text.Length > 1 && text.Words[at].Text[0] == '0' && char.IsAsciiDigit(text.Words[at].Text[1]));

    private Parse? Spoken(int at)
    {
        decimal total = 0, current = 0;
        var next = at;
        var seen = false;
        if (text.Is(at, Sense.Article, out var behind) && text.Is(behind, Sense.Times, out var first, out _) && first >= 12)
        {
            next = behind;
        }

        while (next < text.Count)
        {
            if (text.Is(next, Sense.Number, out var value, out behind) && (current == 0 || current % 100 == 0 || (current % 10 == 0 && value < 10 && current % 100 >= 20)))
            {
                (current, next, seen) = (current + value, behind, true);
            }
            else if (text.Is(next, Sense.Times, out value, out behind) && text.Words[next].Text.Length > 1)
            {
                (total, current, next, seen) = value is 100 or 12
                    ? (total, Math.Max(1, current) * value, behind, true)
                    : (total + (Math.Max(1, current) * value), 0, behind, true);
            }
            else if (seen && current + total > 0 && Bridge(next, current, total) is { } bridge)
            {
                next = bridge;
            }
            else
            {
                break;
            }

            if (total > 1_000_000_000_000m)
            {
                return null;
            }
        }

        return seen ? new(next, [new Reading.Number(total + current)]) : null;
    }

    /// <summary>twenty-five, one hundred and twenty.</summary>
    private int? Bridge(int at, decimal current, decimal total) =>
        text.Is(at, Sense.Dash) && text.IsJoined(at) && text.IsJoined(at + 1) && current % 10 == 0 && current % 100 >= 20
            && text.Is(at + 1, Sense.Number, out var value, out _) && value < 10 ? at + 1
        : text.Is(at, Sense.And, out var behind) && (current >= 100 || (current == 0 && total >= 1000))
            && text.Is(behind, Sense.Number, out value, out _) && value < 100 ? behind
        : null;

    /// <summary>What a figure can mean in this language, likeliest first.</summary>
    private decimal[] Digits(string figure)
    {
        if (figure.Length > 18)
        {
            return [];
        }

        var separators = figure.Where(character => character is '.' or ',').ToArray();
        var (thousands, point) = text.Language == Language.Dutch ? ('.', ',') : (',', '.');
        if (separators.Length == 0)
        {
            return [decimal.Parse(figure, CultureInfo.InvariantCulture)];
        }

        var last = separators[^1];
        var groups = figure.Split('.', ',');
        var grouped = groups.Skip(1).All(group => group.Length == 3) && groups[0].Length is > 0 and <= 3 && groups[0] != "0"
            && separators.Distinct().Count() == 1;
        if (grouped && separators.Length > 1)
        {
            return [Plain(figure)];
        }

        if (separators.Length > 1)
        {
            return separators.Take(separators.Length - 1).Contains(last) ? [] : [Decimal(figure, last)];
        }

        return !grouped ? [Decimal(figure, last)]
            : last == thousands ? [Plain(figure)]
            : [Decimal(figure, point), Plain(figure)];
    }

    private static decimal Plain(string figure) =>
        decimal.Parse(figure.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static decimal Decimal(string figure, char point)
    {
        var at = figure.LastIndexOf(point);
        return decimal.Parse(Plain(figure[..at]).ToString(CultureInfo.InvariantCulture) + "." + figure[(at + 1)..], CultureInfo.InvariantCulture);
    }
}
