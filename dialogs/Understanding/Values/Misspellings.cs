namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Long words with a letter wrong, missing, doubled or swapped: donderag, tommorow, febuari, wendsday.</summary>
internal sealed class Misspellings
{
    private readonly ILookup<char, (string Fold, Meaning Meaning)> words;
    private readonly HashSet<string> known;

    public Misspellings((string Fold, Meaning Meaning)[] single)
    {
        words = single.Where(one => one.Meaning.Sense switch
        {
            Sense.Weekday or Sense.Month => one.Fold.Length > 5,
            Sense.Day => one.Fold.Length > 6,
            Sense.Unit or Sense.Next or Sense.Last => one.Fold.Length > 6,
            _ => false,
        }).ToLookup(one => one.Fold[0]);
        known = [.. single.Where(one => one.Meaning.Sense == Sense.Known).Select(one => one.Fold)];
    }

    public void Find(string fold, List<Meaning> found)
    {
        if (fold.Length < 5 || known.Contains(fold))
        {
            return;
        }

        var best = (Distance: 3, Meaning: default(Meaning));
        foreach (var (word, meaning) in words[fold[0]])
        {
            var most = word.Length > 7 && meaning.Sense is Sense.Weekday or Sense.Month or Sense.Day ? 2 : 1;
            if (Math.Abs(word.Length - fold.Length) < 2 && Distance(fold, word) is var distance && distance <= most && distance < best.Distance)
            {
                best = (distance, meaning);
            }
        }

        if (best.Distance < 3)
        {
            found.Add(best.Meaning);
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
