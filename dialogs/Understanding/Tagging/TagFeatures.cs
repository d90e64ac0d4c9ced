namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>What can be said of a unit and its neighbours, as places in a table of weights.</summary>
internal static class TagFeatures
{
    public const int Buckets = 1 << 18;

    /// <summary>How far words beside a value count that stand in the same piece of a sentence.</summary>
    private const int Reach = 7;

    /// <param name="matters">What the message is about, where that is known already.</param>
    /// <param name="unseen">Units that are to be taken for words never met before (training).</param>
    public static int[][] Of(IReadOnlyList<Unit> units, IReadOnlyList<string> matters, bool[]? unseen = null)
    {
        var count = units.Count;
        var folds = new int[count + 6];
        var shapes = new int[count + 6];
        var kinds = new int[count + 6];
        Array.Fill(folds, 1);
        Array.Fill(shapes, 2);
        Array.Fill(kinds, 3);
        var capitals = 0;
        for (var i = 0; i < count; i++)
        {
            folds[i + 3] = unseen is not null && unseen[i] ? 7 : Hash(units[i].Fold, 11);
            shapes[i + 3] = Hash(units[i].Shape, 12);
            kinds[i + 3] = Hash(units[i].Kind, 13);
            capitals += units[i].Shape[0] == 'X' ? 1 : 0;
        }

        var loud = capitals == 0 ? 21 : capitals * 2 > count ? 22 : 23;
        var about = matters.Select(matter => Hash(matter, 14)).ToArray();
        var all = new int[count][];
        var found = new List<int>(64);
        for (var i = 0; i < count; i++)
        {
            found.Clear();
            var at = i + 3;
            var (w, s, k) = (folds[at], shapes[at], kinds[at]);
            void Add(int template, int one, int two = 0, int three = 0) => found.Add(Mix(template, one, two, three));
            Add(1, 0);
            Add(2, w);
            Add(3, folds[at - 1]);
            Add(4, folds[at + 1]);
            Add(5, folds[at - 2]);
            Add(6, folds[at + 2]);
            Add(7, folds[at - 1], w);
            Add(8, w, folds[at + 1]);
            Add(9, folds[at - 2], folds[at - 1]);
            Add(10, folds[at + 1], folds[at + 2]);
            Add(11, s, k, loud);
            Add(12, s, shapes[at - 1], shapes[at + 1]);
            Add(13, s, shapes[at + 1], shapes[at + 2]);
            Add(14, kinds[at - 1], k);
            Add(15, k, kinds[at + 1]);
            Add(16, kinds[at - 2], kinds[at - 1], k);
            Add(17, k, kinds[at + 1], kinds[at + 2]);
            Add(18, kinds[at - 1], k, kinds[at + 1]);
            Add(19, folds[at - 1], s, k);
            Add(20, folds[at + 1], s, k);
            Add(21, folds[at - 2], s, k);
            Add(22, folds[at - 1], folds[at + 1], s);
            Add(23, folds[at - 2], folds[at - 1], s);
            Add(24, folds[at - 3], s, k);
            Add(25, folds[at - 1], kinds[at + 1], s);
            Add(26, kinds[at - 1], folds[at + 1], s);
            Add(27, kinds[at - 1], s, shapes[at - 1]);
            Add(28, kinds[at + 1], s, shapes[at + 1]);
            Add(42, kinds[at - 2], s, k);
            Add(43, kinds[at + 2], s, k);
            if (i == 0 || units[i - 1].Shape is "." or "!" or "?" or ":") Add(29, s, k);
            var fold = units[i].Fold;
            if (units[i].Shape[0] is 'X' or 'x' && !units[i].IsValue && !(unseen is not null && unseen[i]))
            {
                for (var length = 2; length <= 5 && length < fold.Length; length++)
                {
                    Add(29 + length, Hash(fold.AsSpan(fold.Length - length), 15), length > 3 ? 0 : s);
                    if (length > 2) Add(34 + length, Hash(fold.AsSpan(0, length), 16));
                }
            }

            foreach (var matter in about)
            {
                Add(50, matter, k);
                Add(56, matter, k, s);
                Add(57, matter, kinds[at - 1], s);
                if (!units[i].IsValue) continue;
                Add(51, matter, folds[at - 1]);
                Add(52, matter, k, folds[at + 1]);
            }

            if (units[i].IsValue && about.Length > 0) Around(units, i, folds, k, found);
            all[i] = [.. found];
        }

        return all;
    }

    /// <summary>The words of the same piece of the sentence, before and behind, near and far.</summary>
    private static void Around(IReadOnlyList<Unit> units, int at, int[] folds, int kind, List<int> found)
    {
        for (var i = Math.Max(0, at - Reach); i < Math.Min(units.Count, at + Reach + 1); i++)
        {
            if (i == at) continue;
            var same = units[i].Part == units[at].Part;
            found.Add(Mix(53, folds[i + 3], i < at ? 1 : 2, same ? 1 : 2));
            if (same) found.Add(Mix(54, folds[i + 3], kind, i < at ? 1 : 2));
        }

        found.Add(Mix(55, units[at].Part, kind, 0));
    }

    private static int Mix(int template, int one, int two, int three)
    {
        unchecked
        {
            var hash = (uint)template * 0x9E3779B1u;
            hash = (hash ^ (uint)one) * 0x85EBCA77u;
            hash ^= hash >> 15;
            hash = (hash ^ (uint)two) * 0xC2B2AE3Du;
            hash ^= hash >> 13;
            hash = (hash ^ (uint)three) * 0x27D4EB2Fu;
            hash ^= hash >> 16;
            return (int)(hash & (Buckets - 1));
        }
    }

    /// <summary>FNV-1a: the same on every machine, which string.GetHashCode is not.</summary>
    private static int Hash(ReadOnlySpan<char> text, int seed)
    {
        unchecked
        {
            var hash = (2166136261u ^ (uint)seed) * 16777619u;
            foreach (var character in text) hash = (hash ^ character) * 16777619u;
            return (int)(hash ^ (hash >> 15));
        }
    }
}
