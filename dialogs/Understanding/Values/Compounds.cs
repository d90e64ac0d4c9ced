namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Words that are written together: drieëntwintighonderd, eenentwintigste, twintigtal; dinsdagmiddag, halfdrie, wk19.</summary>
internal sealed class Compounds
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly ILookup<Sense, (string Fold, int Value)> words;
    private readonly string joiner;
    private readonly (string Fold, int Value)[] powers;

    /// <summary>Words that may stand against figures: wk19, q3, eur500, half8, mei26.</summary>
    private static readonly Sense[] BeforeFigures = [Sense.WeekNo, Sense.QuarterMark, Sense.HalfMark, Sense.Fiscal, Sense.Euro, Sense.HalfHour, Sense.Month, Sense.LooseMonth];

    public Compounds((string Fold, Meaning Meaning)[] single)
    {
        words = single.ToLookup(one => one.Meaning.Sense, one => (one.Fold, one.Meaning.Value));
        foreach (var (fold, value) in words[Sense.Number])
        {
            numbers.TryAdd(fold, value);
        }

        joiner = words[Sense.Joiner].Select(one => one.Fold).FirstOrDefault() ?? "";
        powers = [.. words[Sense.Times].Where(one => one.Fold.Length > 4 && one.Value is 1000 or 100).OrderByDescending(one => one.Value)];
    }

    public void Find(string fold, List<Meaning> found)
    {
        if (fold.Length is < 5 or > 60)
        {
            return;
        }

        if (Number(fold) is { } number)
        {
            found.Add(new(Sense.Number, number, 1));
        }
        else if (Stem(fold, Sense.NumberEnd) is { } about)
        {
            found.Add(new(Sense.Number, about, 1));
        }
        else if (Stem(fold, Sense.OrdinalEnd) is { } rank and < 1000)
        {
            found.Add(new(Sense.Ordinal, rank, 1));
        }
        else if (Stem(fold, Sense.HalfEnd) is { } whole and < 1000)
        {
            found.Add(new(Sense.Halves, (2 * whole) + 1, 1));
        }
    }

    public int Cut(string fold, bool afterFigure)
    {
        var letters = fold.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length;
        if (letters < fold.Length)
        {
            var head = fold[..letters];
            return BeforeFigures.Any(sense => words[sense].Any(one => one.Fold == head)) || (afterFigure && words[Sense.OClock].Any(one => one.Fold == head)) ? letters : 0;
        }

        return Cut(fold, Sense.Weekday, Sense.Part) ?? Cut(fold, Sense.Weekday, Sense.PartBehind) ?? Cut(fold, Sense.HalfHour, Sense.Number) ?? 0;
    }

    private int? Cut(string fold, Sense first, Sense second)
    {
        foreach (var (head, _) in words[first])
        {
            if (head.Length > 3 && fold.Length > head.Length && fold.StartsWith(head, StringComparison.Ordinal) && words[second].Any(one => fold.AsSpan(head.Length).SequenceEqual(one.Fold)))
            {
                return head.Length;
            }
        }

        return null;
    }

    private int? Stem(string fold, Sense ending)
    {
        foreach (var (end, _) in words[ending])
        {
            if (fold.Length > end.Length + 2 && fold.EndsWith(end, StringComparison.Ordinal) && Number(fold[..^end.Length]) is { } stem)
            {
                return stem;
            }
        }

        return null;
    }

    private int? Number(string fold)
    {
        foreach (var (power, value) in powers)
        {
            var at = fold.IndexOf(power, StringComparison.Ordinal);
            if (at >= 0)
            {
                return (at == 0 ? 1 : Number(fold[..at])) is { } count && Rest(fold[(at + power.Length)..]) is { } rest && rest < value && count < 1000 && count > 0 ? (count * value) + rest : null;
            }
        }

        return numbers.TryGetValue(fold, out var plain) ? plain : Tens(fold);
    }

    private int? Rest(string fold) => fold.Length == 0 ? 0
        : Number(fold) ?? (joiner.Length > 0 && fold.StartsWith(joiner, StringComparison.Ordinal) && fold.Length > joiner.Length ? Number(fold[joiner.Length..]) : null);

    /// <summary>Vijfentwintig; where a language has no such joiner twentyfive.</summary>
    private int? Tens(string fold)
    {
        foreach (var (head, value) in numbers)
        {
            if (fold.Length <= head.Length + joiner.Length || !fold.StartsWith(head, StringComparison.Ordinal))
            {
                continue;
            }

            var tail = fold[head.Length..];
            if (joiner.Length > 0 ? value is > 0 and < 10 && tail.StartsWith(joiner, StringComparison.Ordinal) && numbers.TryGetValue(tail[joiner.Length..], out var tens) && tens is >= 20 and < 100 && tens % 10 == 0
                : value is >= 20 and < 100 && value % 10 == 0 && numbers.TryGetValue(tail, out tens) && tens is > 0 and < 10)
            {
                return value + tens;
            }
        }

        return null;
    }
}
