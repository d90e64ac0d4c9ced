namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>
/// Gives every unit of a text a tag: a linear chain over hashed features, its weights learned while this project was built.
/// Tags of names are begun by "B-" and continued by "I-"; the first tag is "O", for none.
/// </summary>
internal sealed class TagModel
{
    /// <summary>The row of weights of each feature; 0: nothing was learned of it.</summary>
    private readonly int[] rows = new int[TagFeatures.Buckets];
    private readonly sbyte[] weights;
    private readonly float step;
    private readonly float[,] steps;

    private TagModel(BinaryReader reader)
    {
        Tags = reader.ReadString().Split(' ');
        steps = new float[Tags.Length, Tags.Length];
        for (var i = 0; i < steps.Length; i++) steps[i / Tags.Length, i % Tags.Length] = reader.ReadSingle();
        step = reader.ReadSingle();
        var count = reader.ReadInt32();
        weights = new sbyte[(count + 1) * Tags.Length];
        for (var row = 1; row <= count; row++)
        {
            rows[reader.ReadInt32()] = row;
            reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan(row * Tags.Length, Tags.Length)));
        }
    }

    public string[] Tags { get; }

    public static TagModel Read(Stream stored)
    {
        using var reader = new BinaryReader(new BufferedStream(stored, 1 << 16));
        return new(reader);
    }

    /// <summary>The likeliest tags.</summary>
    /// <param name="allowed">The tags that a unit may have, a bit each.</param>
    public string[] Tag(IReadOnlyList<Unit> units, IReadOnlyList<string> matters, uint[] allowed)
    {
        var features = TagFeatures.Of(units, matters);
        var scores = new float[units.Count][];
        Span<int> sums = stackalloc int[Tags.Length];
        for (var i = 0; i < units.Count; i++)
        {
            sums.Clear();
            foreach (var feature in features[i])
            {
                var row = rows[feature] * Tags.Length;
                if (row == 0) continue;
                for (var tag = 0; tag < sums.Length; tag++) sums[tag] += weights[row + tag];
            }

            scores[i] = new float[Tags.Length];
            for (var tag = 0; tag < sums.Length; tag++) scores[i][tag] = sums[tag] * step;
        }

        return [.. TagPath.Best(scores, steps, allowed).Select(tag => Tags[tag])];
    }
}
