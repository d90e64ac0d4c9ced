namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Whether a sentence tells what has been or what is to come.</summary>
public enum Direction { Unknown, Past, Future }

/// <summary>The tense of each clause, by its words; a clause without any has that of its neighbour.</summary>
internal static class Tense
{
    public static Func<int, Direction> Of(Passage text)
    {
        var clauses = new List<(int End, bool Closes, Direction Direction)>();
        var (past, future, will) = (false, false, false);
        for (var i = 0; i < text.Count; i++)
        {
            past |= text.Is(i, Sense.PastCue);
            future |= text.Is(i, Sense.FutureCue, out var weight, out _) && weight == 0;
            will |= weight == 1;
            var closes = i == text.Count - 1 || text.Words[i].Text is "." or ";" or "!" or "?";
            if (closes || text.Words[i].Text == "," || text.Is(i, Sense.And))
            {
                clauses.Add((text.Words[i].End, closes, will ? past && future ? Direction.Unknown : Direction.Future : past ? Direction.Past : future ? Direction.Future : Direction.Unknown));
                (past, future, will) = (false, false, false);
            }
        }

        var directions = Spread(clauses);
        var ends = clauses.ConvertAll(clause => clause.End);
        return at =>
        {
            var clause = ends.BinarySearch(at + 1);
            clause = clause < 0 ? ~clause : clause;
            return clause < directions.Length ? directions[clause] : Direction.Unknown;
        };
    }

    private static Direction[] Spread(List<(int End, bool Closes, Direction Direction)> clauses)
    {
        var directions = clauses.Select(clause => clause.Direction).ToArray();
        for (var i = clauses.Count - 2; i >= 0; i--)
        {
            // What follows the day in its sentence: "maandag en dinsdag geweest".
            directions[i] = directions[i] == Direction.Unknown && !clauses[i].Closes ? directions[i + 1] : directions[i];
        }

        for (var i = 1; i < directions.Length; i++)
        {
            directions[i] = directions[i] == Direction.Unknown && !clauses[i - 1].Closes ? directions[i - 1] : directions[i];
        }

        return directions;
    }
}
