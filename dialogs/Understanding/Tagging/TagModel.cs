using System.Runtime.InteropServices;

namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>
/// Gives every unit of a text a tag: a linear chain over hashed features, its weights learned while this project was built.
/// Tags of names are begun by "B-" and continued by "I-"; the first tag is "O", for none.
/// </summary>
internal sealed class TagModel
{
    /// <summary>The row of weights of each feature; 0: nothing was learned of it.</summary>
    private readonly int[] rows = new int[TagFeatures.Buckets];
    private readonly ReadOnlyMemory<byte> weights;
    private readonly float step;
    private readonly float[,] steps;

    public TagModel(Stored from)
    {
        Tags = from.Texts();
        steps = new float[Tags.Length, Tags.Length];
        for (var i = 0; i < steps.Length; i++) steps[i / Tags.Length, i % Tags.Length] = from.Fraction();
        step = from.Fraction();
        var count = from.Number();
        var places = MemoryMarshal.Cast<byte, int>(from.Block(count * sizeof(int)).Span);
        for (var row = 0; row < places.Length; row++) rows[places[row]] = row + 1;
        weights = from.Block(count * Tags.Length);
    }

    public string[] Tags { get; }

    /// <summary>The likeliest tags.</summary>
    /// <param name="allowed">The tags that a unit may have, a bit each.</param>
    public string[] Tag(IReadOnlyList<Unit> units, IReadOnlyList<string> matters, uint[] allowed)
    {
        var features = TagFeatures.Of(units, matters);
        var scores = new float[units.Count][];
        Span<int> sums = stackalloc int[Tags.Length];
        var all = MemoryMarshal.Cast<byte, sbyte>(weights.Span);
        for (var i = 0; i < units.Count; i++)
        {
            sums.Clear();
            foreach (var feature in features[i])
            {
                var row = (rows[feature] - 1) * sums.Length;
                if (row < 0) continue;
                for (var tag = 0; tag < sums.Length; tag++) sums[tag] += all[row + tag];
            }

            scores[i] = new float[Tags.Length];
            for (var tag = 0; tag < sums.Length; tag++) scores[i][tag] = sums[tag] * step;
        }

        return [.. TagPath.Best(scores, steps, allowed).Select(tag => Tags[tag])];
    }
}
