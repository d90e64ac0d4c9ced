namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Long words with a letter wrong, missing, doubled or swapped: donderag, tommorow, febuari, wendsday.</summary>
internal sealed class Misspellings
{
    private readonly List<Phrase> words;
    private readonly List<Phrase> known;

    public Misspellings(List<Phrase> all)
    {
        words = all.FindAll(word => word.Fold.Length > word.Sense switch
        {
            Sense.Weekday or Sense.Month => 5,
            Sense.Day or Sense.Unit or Sense.Next or Sense.Last => 6,
            _ => int.MaxValue,
        });
        known = all.FindAll(word => word.Sense == Sense.Known);
    }

    public void Find(string fold, List<Meaning> found)
    {
        if (fold.Length < 5 || known.Exists(word => word.Fold == fold))
        {
            return;
        }

        var (best, least) = (default(Phrase), 3);
        foreach (var word in words)
        {
            if (word.Fold[0] != fold[0] || Math.Abs(word.Fold.Length - fold.Length) > 1)
            {
                continue;
            }

            var most = word.Fold.Length > 7 && word.Sense is Sense.Weekday or Sense.Month or Sense.Day ? 2 : 1;
            if (Distance(fold, word.Fold) is var distance && distance <= most && distance < least)
            {
                (best, least) = (word, distance);
            }
        }

        if (best is not null)
        {
            found.Add(new(best.Sense, best.Value, 1));
        }
    }

    /// <summary>Optimal string alignment: letters changed, added, left out or swapped with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[other.Length];
    }
}
