using System.Buffers;

namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>Words by the three-letter pieces they hold, to find those that are spelt much alike.</summary>
internal sealed class WordPieces
{
    private const int Buckets = 1 << 16;

    private readonly string[] words;
    private readonly byte[] lengths;
    private readonly int[] starts = new int[Buckets + 1];
    private readonly int[] holders;

    public WordPieces(string[] words)
    {
        this.words = words;
        lengths = [.. words.Select(word => (byte)Math.Min(word.Length, 255))];
        foreach (var word in words)
        {
            if (word.Length < 4) continue;
            for (var i = 0; i < word.Length; i++) starts[Piece(word, i) + 1]++;
        }

        for (var bucket = 0; bucket < Buckets; bucket++) starts[bucket + 1] += starts[bucket];
        holders = new int[starts[Buckets]];
        var fill = starts.AsSpan(0, Buckets).ToArray();
        for (var id = 0; id < words.Length; id++)
        {
            if (words[id].Length < 4) continue;
            for (var i = 0; i < words[id].Length; i++) holders[fill[Piece(words[id], i)]++] = id;
        }
    }

    /// <summary>Words of about the same length with enough pieces of this one.</summary>
    public List<int> Near(string word, int errors)
    {
        // Two letters turned about spoil four of the pieces.
        var needed = Math.Max(word.Length >= 6 ? 2 : 1, word.Length - (4 * errors));
        var shared = ArrayPool<byte>.Shared.Rent(words.Length);
        shared.AsSpan(0, words.Length).Clear();
        var near = new List<int>();
        for (var i = 0; i < word.Length; i++)
        {
            var piece = Piece(word, i);
            foreach (var holder in holders.AsSpan(starts[piece], starts[piece + 1] - starts[piece]))
            {
                if (Math.Abs(lengths[holder] - word.Length) <= errors + 1 && ++shared[holder] == needed) near.Add(holder);
            }
        }

        ArrayPool<byte>.Shared.Return(shared);
        return near;
    }

    /// <summary>The piece around a letter, with a blank before and behind the word.</summary>
    private static int Piece(string word, int at)
    {
        var (before, after) = (at > 0 ? word[at - 1] : ' ', at + 1 < word.Length ? word[at + 1] : ' ');
        return (int)(((uint)((before * 65599 * 31) + (word[at] * 65599) + after) * 0x9E3779B1u) >> 16);
    }
}
