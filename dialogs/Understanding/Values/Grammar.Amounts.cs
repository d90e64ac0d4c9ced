namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Percentages, money and counts.</summary>
internal sealed partial class Grammar
{
    /// <summary>An amount, or two of them that share what they count: 10 à 15%, €10-15k, between 10 and 15 thousand euros.</summary>
    private Parse? AmountsAt(int at)
    {
        var from = text.Is(at, Sense.From, out var start);
        start = from ? text.Skip(start, Sense.Article) : at;
        if (AmountAt(start) is not { } first)
        {
            return null;
        }

        var middle = Bound(first.Next, from) ?? (text.Is(first.Next, Sense.Or, out var next) || text.Is(first.Next, Sense.Toward, out next) ? next : null);
        if (middle is not { } other || AmountAt(other) is not { } second)
        {
            return from ? null : first;
        }

        var scale = first.Scale == 1 && first.First is Reading.Number or Reading.Money && second.Scale > 1 && Value(first.First) < 1000 ? second.Scale : 1;
        Parse? share = (first.First, second.First) switch
        {
            (Reading.Number, Reading.Percent) => first.Map(first.Next, one => new Reading.Percent(Value(one))),
            (Reading.Number, Reading.Money) => first.Map(first.Next, one => new Reading.Money(Value(one) * scale)),
            (Reading.Money, Reading.Money) when scale > 1 => first.Map(first.Next, one => new Reading.Money(Value(one) * scale)),
            (Reading.Number, Reading.Number) when scale > 1 => first.Map(first.Next, one => new Reading.Number(Value(one) * scale)),
            (Reading.Money, Reading.Number) when text.Is(start, Sense.Euro) && !IsCounted(second.Next) =>
                first.Map(first.Next, one => new Reading.Money(Value(one) * scale)),
            _ => null,
        };
        var last = share is not null && (first.First, second.First) is (Reading.Money, Reading.Number) ? new(second.Next, Money(second.Readings)) : second;
        return share is null ? from ? null : first : share with { Then = (other, last) };
    }

    private static decimal Value(Reading reading) => reading switch
    {
        Reading.Number number => number.Value,
        Reading.Money money => money.Amount,
        Reading.Percent percent => percent.Value,
        _ => 0,
    };

    private Parse? AmountAt(int at)
    {
        // -5%, minus 5%
        if ((text.Is(at, Sense.Minus, out var less) || (text.IsSign(at, '-') && !text.IsJoined(at) && text.IsJoined(less = at + 1)))
            && PlainAmountAt(less) is { First: Reading.Percent or Reading.Money } negative)
        {
            return negative.Map(negative.Next, one => one is Reading.Money money ? new Reading.Money(-money.Amount) : new Reading.Percent(-Value(one)));
        }

        return PlainAmountAt(at);
    }

    private Parse? PlainAmountAt(int at)
    {
        // een man of twintig
        if (text.Has(Custom.AboutSo) && text.Is(at, Sense.Article, out var noun) && (text.Is(noun, Sense.Count, out var or) || text.Is(noun, Sense.Unit, out or))
            && text.Is(or, Sense.Or, out var about) && NumberAt(about) is { } round)
        {
            return round;
        }

        if (text.Is(at, Sense.Euro, out var figure) && (Grouped(figure) ?? NumberAt(figure)) is { } after)
        {
            var bag = text.Is(after.Next, Sense.Bag, out var value, out var beyond) || text.Is(after.Next, Sense.Grand, out value, out beyond);
            return bag || text.Is(after.Next, Sense.MoneyTimes, out value, out beyond) ? new(beyond, [new Reading.Money(after.Number * value)]) { Scale = value } : new(Cents(after.Next), Money(after.Readings)) { Scale = after.Scale };
        }

        if (Bag(at) is { } whole)
        {
            return whole;
        }

        if ((Grouped(at) ?? NumberAt(at)) is not { } number)
        {
            return Halves(at);
        }

        if (text.Is(number.Next, Sense.Percent, out var behind))
        {
            return new(behind, [.. number.Readings.Select(reading => new Reading.Percent(Value(reading)))]);
        }

        if (text.Is(number.Next, Sense.Euro, out behind))
        {
            return WithCents(new(behind, Money(number.Readings)) { Scale = number.Scale }, number.Next);
        }

        if (text.Is(number.Next, Sense.Cent, out behind))
        {
            return new(behind, [new Reading.Money(number.Number / 100)]);
        }

        // 12.500,-
        var cents = Cents(number.Next);
        return cents > number.Next ? new(text.Is(cents, Sense.Euro, out behind) ? behind : cents, Money(number.Readings))
            : IsArticleOnly(at, number) || IsNumbered(at, number) ? null : number;
    }

    /// <summary>Five euros fifty; "10 euro 20 kamers" is something else.</summary>
    private Parse WithCents(Parse euros, int euro) =>
        text.Words[euro].Kind == WordKind.Letters && NumberAt(euros.Next) is { Number: >= 5 and < 100 and var cents } && decimal.IsInteger(cents)
            && decimal.IsInteger(Value(euros.First)) && NumberAt(euros.Next)!.Next is var next && Stops(next)
            ? new(next, [new Reading.Money(Value(euros.First) + (cents / 100))]) : euros;

    /// <summary>12 500 euro: thousands held apart by a space, where money is meant.</summary>
    private Parse? Grouped(int at)
    {
        if (!text.IsWhole(at, out var value) || text.Words[at].Text.Length > 3)
        {
            return null;
        }

        var (total, next) = ((decimal)value, at + 1);
        for (; text.IsWhole(next, out var group) && text.Words[next].Text.Length == 3 && !text.IsJoined(next); next++)
        {
            total = (total * 1000) + group;
        }

        return next > at + 1 && (text.Is(at - 1, Sense.Euro) || text.Is(next, Sense.Euro)) ? new(next, [new Reading.Number(total)]) : null;
    }

    private int Cents(int at)
    {
        if (!(text.IsSign(at, ',') || text.IsSign(at, '.')) || !text.IsJoined(at) || !text.IsJoined(at + 1) || !(text.Is(at + 1, Sense.Cents) || text.Is(at + 1, Sense.Dash)))
        {
            return at;
        }

        return text.IsSign(at + 2, '-') && text.IsJoined(at + 2) ? at + 3 : at + 2;
    }

    private static Reading[] Money(IReadOnlyList<Reading> numbers)
    {
        var amounts = numbers.Select(Value).ToArray();

        // Nobody writes thousandths of a euro: 12.500 is twelve and a half thousand in any language.
        return [.. amounts.OrderBy(amount => decimal.Round(amount, 2) != amount || (amounts.Length > 1 && amounts.Max() != amount))
            .Take(1).Select(amount => new Reading.Money(amount))];
    }

    /// <summary>A ton, anderhalve ton, 15 mille, een tientje: an amount of money by itself.</summary>
    private Parse? Bag(int at)
    {
        var (count, next) = NumberAt(at) is { } number ? (number.Number, number.Next)
            : text.Is(at, Sense.Halves, out var halves, out var half) ? (halves / 2m, half)
            : text.Is(at, Sense.Article, out var kind, out var behind) && kind == 1 ? (1m, behind) : (0m, at);
        return count > 0 && (text.Is(next, Sense.Bag, out var size, out var end) || (NumberAt(at) is not null && text.Is(next, Sense.Grand, out size, out end)))
            ? new(text.Is(end, Sense.Euro, out var euro) ? euro : end, [new Reading.Money(count * size)]) { Scale = size }
            : null;
    }

    /// <summary>Half a day, een half procent: a half by itself is no number, a half of something is.</summary>
    private Parse? Halves(int at) =>
        !text.Is(at, Sense.Halves, out var halves, out var next) ? null
        : text.Is(next, Sense.Percent, out var end) ? new(end, [new Reading.Percent(halves / 2m)])
        : text.Is(next, Sense.Unit) || text.Is(next, Sense.Count) ? new(next, [new Reading.Number(halves / 2m)])
        : null;

    /// <summary>One or een counts as a number only before something that is counted, or written één.</summary>
    private bool IsArticleOnly(int at, Parse parse) =>
        parse.Next == at + 1 && text.Words[at].Kind == WordKind.Letters && parse.First is Reading.Number { Value: 1 }
        && !text.Words[at].Text.Contains('é', StringComparison.OrdinalIgnoreCase) && !text.Is(parse.Next, Sense.Count)
        && !(text.Is(parse.Next, Sense.Unit) && !text.Is(at, Sense.Article));

    /// <summary>Zaal 3, room 204, Kerkstraat 12: a name for one of several, not a count.</summary>
    private bool IsNumbered(int at, Parse parse)
    {
        var before = text.IsSign(at - 1, '.') || text.IsSign(at - 1, '#') || text.IsSign(at - 1, ':') ? at - 2 : at - 1;
        return parse.Next == at + 1 && text.Words[at].Kind == WordKind.Digits && !text.Is(parse.Next, Sense.Count) && !(text.Is(parse.Next, Sense.Unit) && !text.Is(parse.Next, Sense.WeekNo))
            && (text.IsSign(at - 1, '#') || (text.Is(before, Sense.Label) && (before == at - 1 || !text.IsSign(at - 1, ':'))));
    }
}
