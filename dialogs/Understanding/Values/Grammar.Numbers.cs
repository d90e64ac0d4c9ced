namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Numbers in digits and words.</summary>
internal sealed partial class Grammar
{
    private Parse? NumberAt(int at)
    {
        if (at >= text.Count)
        {
            return null;
        }

        if (text.Words[at].Kind == WordKind.Digits)
        {
            return Figure(at);
        }

        if (text.Is(at, Sense.Halves, out var halves, out var after) && (halves > 1 || text.Is(after, Sense.Times)))
        {
            return Multiplied(halves / 2m, after);
        }

        // met z'n achten
        if (text.Is(at - 1, Sense.Together) && text.Is(at, Sense.Hour, out var people, out after))
        {
            return new(after, [new Reading.Number(people)]);
        }

        // een kwart miljoen
        var quarter = text.Skip(at, Sense.Article);
        if (text.Is(quarter, Sense.Quarter, out after) && text.Skip(after, Sense.Of, Sense.Article) is var much && text.Is(much, Sense.Times, out var whole, out _) && whole > 100)
        {
            return Multiplied(0.25m, much);
        }

        return Spoken(at) is { } spoken ? AndHalf(spoken) : null;
    }

    /// <summary>1.250, 2½, 15k, 2,5 mln.</summary>
    private Parse? Figure(int at)
    {
        var digits = Figures.Read(text.Words[at].Text, text.Has(Custom.DecimalComma));
        if (digits.Length == 0 || IsPartOfName(at))
        {
            return null;
        }

        if (at + 1 < text.Count && text.Words[at + 1].Text is "½" or "¼" or "¾")
        {
            var part = text.Words[at + 1].Text switch { "½" => 0.5m, "¼" => 0.25m, _ => 0.75m };
            return Multiplied(digits[0] + part, at + 2);
        }

        // 12k5
        if (at + 1 < text.Count && text.IsJoined(at + 1) && text.Words[at + 1].Fold is ['k', >= '0' and <= '9' and var hundreds] && digits[0] is >= 1 and < 1000)
        {
            return new(at + 2, [new Reading.Number((decimal.Truncate(digits[0]) * 1000) + ((hundreds - '0') * 100))]) { Scale = 1000 };
        }

        return text.Is(at + 1, Sense.Times) ? Multiplied(digits[0], at + 1) : new(at + 1, [.. digits.Select(value => new Reading.Number(value))]);
    }

    private Parse Multiplied(decimal value, int next)
    {
        var scale = 1m;
        while (scale < 1_000_000_000 && text.Is(next, Sense.Times, out var times, out var behind))
        {
            (scale, next) = (scale * times, behind);
        }

        return new(next, [new Reading.Number(value * scale)]) { Scale = scale };
    }

    /// <summary>Two and a half, twee en een halve, a million and a half.</summary>
    private Parse AndHalf(Parse number)
    {
        // twee komma vijf miljoen
        if (text.Is(number.Next, Sense.Point, out var point) && number.Scale == 1 && Spoken(point) is { } decimals && decimals.Number / decimals.Scale is < 100 and var digits)
        {
            return Multiplied(number.Number + (digits / (digits < 10 ? 10 : 100)), decimals.Scale > 1 ? point + 1 : decimals.Next);
        }

        if (!text.Is(number.Next, Sense.And, out var and) || !text.Is(and, Sense.Halves, out var half, out var next) || half != 1)
        {
            return number;
        }

        return number.Scale > 1 ? number with { Next = next, Readings = [new Reading.Number(number.Number + (number.Scale / 2))] }
            : Multiplied(number.Number + 0.5m, next);
    }

    /// <summary>OFF-2026-0033, A4, 3D or 0612345678 hold figures, but no numbers.</summary>
    private bool IsPartOfName(int at) => !(text.IsJoined(at + 1) && text.Words[at + 1].Fold is ['k', >= '0' and <= '9']) && IsPartOfCode(at);

    private bool IsPartOfCode(int at) =>
        (text.IsJoined(at) && text.IsSign(at - 1, '-') && text.IsJoined(at - 1) && text.Words[at - 2].Kind == WordKind.Letters
            && !(text.IsJoined(at - 2) && at > 2 && text.Words[at - 3].Kind == WordKind.Digits) && !text.Is(at - 2, Sense.Month) && !text.Is(at - 2, Sense.Weekday))
        || (text.IsJoined(at) && text.IsSign(at - 1, '-') && text.IsJoined(at - 1) && text.IsJoined(at - 2) && text.IsSign(at - 3, '-'))
        || (text.IsSign(at + 1, '-') && text.IsJoined(at + 1) && text.IsJoined(at + 2) && text.Words[at + 2].Kind == WordKind.Letters && !text.Is(at + 2, Sense.Count)
            && !text.Is(at + 2, Sense.Unit))
        || (text.IsJoined(at + 1) && text.Words[at + 1].Kind == WordKind.Letters && (!text.IsKnown(at + 1) || text.Is(at + 1, Sense.OrdinalMark)) && !IsBriefUnit(at + 1)
            && !(text.Is(at + 1, Sense.MoneyTimes) && text.Is(at - 1, Sense.Euro)))
        || (text.Words[at].Text.Length > 1 && text.Words[at].Text[0] == '0' && char.IsAsciiDigit(text.Words[at].Text[1]));

    /// <summary>2n, 20r, 35p: nights, rooms and people by their letter.</summary>
    private bool IsBriefUnit(int at) => text.Words[at].Fold is "n" or "r" or "p" && !(at + 1 < text.Count && text.IsJoined(at + 1) && text.Words[at + 1].Kind != WordKind.Sign);

    private Parse? Spoken(int at)
    {
        decimal total = 0, current = 0, scale = 1;
        var next = at;
        var seen = false;
        if (text.Is(at, Sense.Article, out var kind, out var behind) && kind == 1 && text.Is(behind, Sense.Times, out var first, out _) && first >= 12)
        {
            next = behind;
        }

        while (next < text.Count)
        {
            if (text.Is(next, Sense.Number, out var value, out behind) && value < Room(current))
            {
                (current, next, seen, scale) = (current + value, behind, true, 1);
            }
            else if (text.Is(next, Sense.Times, out value, out behind) && (text.Words[next].Text.Length > 1 || (seen && text.Has(Custom.MonthFirst) && text.Words[next].Fold == "k")))
            {
                (total, current, next, seen, scale) = value is 100 or 12
                    ? (total, Math.Max(1, current) * value, behind, true, value)
                    : (total + (Math.Max(1, current) * value), 0, behind, true, value);
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

        return seen ? new(next, [new Reading.Number(total + current)]) { Scale = scale > 100 ? scale : 1 } : null;
    }

    /// <summary>What a further number word must stay below: nothing comes behind five, a unit behind twenty, anything up to 99 behind a hundred.</summary>
    private static decimal Room(decimal current) =>
        current == 0 ? decimal.MaxValue : current % 1000 == 0 ? 1000 : current % 100 == 0 ? 100 : current % 10 == 0 && current % 100 >= 20 ? 10 : 0;

    /// <summary>twenty-five, one hundred and twenty.</summary>
    private int? Bridge(int at, decimal current, decimal total) =>
        text.Is(at, Sense.Dash) && text.IsJoined(at) && text.IsJoined(at + 1) && current % 10 == 0 && current % 100 >= 20
            && text.Is(at + 1, Sense.Number, out var value, out _) && value < 10 ? at + 1
        : text.Is(at, Sense.And, out var behind) && (current >= 100 || (current == 0 && total >= 1000))
            && text.Is(behind, Sense.Number, out value, out _) && value < 100 ? behind
        : null;
}
