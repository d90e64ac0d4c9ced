namespace SalesBot.Dialogs.Quotes.Orders;

/// <summary>"In plaats van diner een walking dinner", "vervang A door B", "niet 40 maar 45 kamers": which of two things takes the other's place.</summary>
internal static class OrderReplacing
{
    public static (Piece Old, Piece New)? Of(OrderWords words, IReadOnlyList<Segment> segments)
    {
        var plain = " " + string.Join(' ', Enumerable.Range(0, words.Count).Select(words.Fold)) + " ";
        var instead = At(words, ["in", "plaats", "van"]) ?? At(words, ["i.p.v."]) ?? At(words, ["ipv"]) ?? At(words, ["instead", "of"]);
        var pieces = segments.SelectMany(segment => segment.Pieces).OrderBy(piece => piece.From).ToList();
        var things = pieces.Where(piece => piece.Part is Part.Product or Part.Group).ToList();
        var numbers = pieces.Where(piece => piece.Part is Part.Number or Part.Rooms or Part.Nights or Part.People or Part.Percent or Part.Day).ToList();
        var swaps = Swaps(plain);
        var (first, second) = things.Count >= 2 ? (things[0], things[1]) : numbers.Count >= 2 ? (numbers[0], numbers[1]) : (null, null);
        if (first is null || second is null) return null;
        if (instead is { } at) return first.From > at ? (first, second) : second.From > at ? (second, first) : null;
        return swaps ? (first, second) : null;
    }

    /// <summary>"Niet 40 maar 45 kamers": the new number counts what the old one counted, and the other way round.</summary>
    public static Piece AsUnit(Piece fresh, Piece old) => fresh.Part == Part.Number && old.Part is not (Part.Product or Part.Group) ? fresh with { Part = old.Part } : fresh;

    private static bool Swaps(string plain) =>
        plain.Contains(" vervang ", StringComparison.Ordinal) || plain.Contains(" replace ", StringComparison.Ordinal) || plain.Contains(" swap ", StringComparison.Ordinal)
        || plain.Contains(" ruil ", StringComparison.Ordinal)
        || (plain.Contains(" niet ", StringComparison.Ordinal) || plain.Contains(" geen ", StringComparison.Ordinal)) && plain.Contains(" maar ", StringComparison.Ordinal)
        || plain.Contains(" not ", StringComparison.Ordinal) && plain.Contains(" but ", StringComparison.Ordinal);

    private static int? At(OrderWords words, string[] phrase)
    {
        for (var i = 0; i + phrase.Length <= words.Count; i++)
            if (phrase.Index().All(one => words.Fold(i + one.Index) == one.Item)) return i;
        return null;
    }
}
