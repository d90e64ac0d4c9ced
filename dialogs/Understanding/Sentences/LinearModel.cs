using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>
/// A linear softmax: a row of weights, one for each label, for every feature. As it is stored
/// and used, a weight is a byte in steps of its row: a quarter of the memory that it learned in.
/// </summary>
internal sealed class LinearModel
{
    private const int Lanes = 8;

    /// <summary>A row whose largest weight is smaller says nothing.</summary>
    private const float Least = 0.03f;

    /// <summary>While it learns; else empty.</summary>
    private readonly float[] weights = [];

    /// <summary>As it is used: one more than the row of each feature, 0 where nothing was learned of it; the size of a step for each row; the rows. They are looked at where they are stored.</summary>
    private readonly ReadOnlyMemory<byte> rows, steps, stored;

    /// <summary>A model that has learned nothing yet.</summary>
    public LinearModel(string[] labels)
    {
        Labels = labels;
        weights = new float[Features.Buckets * Width];
    }

    public LinearModel(Stored from)
    {
        Labels = from.Texts();
        var count = from.Number();
        (rows, steps, stored) = (from.Block(Features.Buckets * sizeof(int)), from.Block(count * sizeof(float)), from.Block(count * Width));
    }

    public string[] Labels { get; }

    /// <summary>Labels, rounded up so that a row can be summed in whole vectors.</summary>
    public int Width => (Labels.Length + Lanes - 1) / Lanes * Lanes;

    /// <summary>Of a model that learns.</summary>
    public Span<float> Row(int bucket) => weights.AsSpan(bucket * Width, Width);

    /// <summary>Adds the row of each feature to a sum of scores; lane by lane, so that every machine gets the same.</summary>
    public void Add(ReadOnlySpan<Feature> features, Span<float> sum)
    {
        if (weights.Length > 0)
        {
            foreach (var feature in features) AddScaled(Row(feature.Bucket), feature.Value, sum);
            return;
        }

        var places = MemoryMarshal.Cast<byte, int>(rows.Span);
        var scales = MemoryMarshal.Cast<byte, float>(steps.Span);
        var all = MemoryMarshal.Cast<byte, sbyte>(stored.Span);
        foreach (var feature in features)
        {
            var row = places[feature.Bucket] - 1;
            if (row >= 0) AddScaled(all.Slice(row * Width, sum.Length), feature.Value * scales[row], sum);
        }
    }

    public void Add(int bucket, float value, Span<float> sum) => Add([new Feature(bucket, value)], sum);

    /// <summary>A row of eighths of the width at once.</summary>
    private static void AddScaled(ReadOnlySpan<sbyte> row, float value, Span<float> sum)
    {
        for (var at = 0; at < row.Length; at += Lanes)
        {
            var eight = Vector128.WidenLower(Vector64.LoadUnsafe(in row[at]).ToVector128());
            var (low, high) = Vector128.Widen(eight);
            (Vector128.LoadUnsafe(in sum[at]) + (Vector128.ConvertToSingle(low) * value)).StoreUnsafe(ref sum[at]);
            (Vector128.LoadUnsafe(in sum[at + 4]) + (Vector128.ConvertToSingle(high) * value)).StoreUnsafe(ref sum[at + 4]);
        }
    }

    public static void AddScaled(ReadOnlySpan<float> row, float value, Span<float> sum)
    {
        if (Vector<float>.Count > Lanes)
        {
            for (var i = 0; i < row.Length; i++) sum[i] += value * row[i];
            return;
        }

        var rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (var i = 0; i < rows.Length; i++) sums[i] += rows[i] * value;
    }

    /// <summary>Scores as probabilities, in place; lanes beyond the labels are cleared.</summary>
    public void Softmax(Span<float> scores)
    {
        var real = scores[..Labels.Length];
        var top = real[0];
        foreach (var score in real) top = Math.Max(top, score);
        var sum = 0f;
        foreach (ref var score in real)
        {
            score = MathF.Exp(score - top);
            sum += score;
        }

        foreach (ref var score in real) score /= sum;
        scores[Labels.Length..].Clear();
    }

    /// <summary>Weights in steps of a 127th of the largest in their row; rows that say nothing are left out.</summary>
    public void Write(BinaryWriter writer)
    {
        Stored.Write(writer, string.Join(' ', Labels));
        var told = Enumerable.Range(0, Features.Buckets).Where(bucket => Largest(bucket) > Least).ToArray();
        var places = new int[Features.Buckets];
        for (var at = 0; at < told.Length; at++) places[told[at]] = at + 1;
        float[] sizes = [.. told.Select(bucket => Largest(bucket) / 127)];
        Stored.Write(writer, told.Length);
        Stored.Write(writer, places);
        Stored.Write(writer, sizes);
        Stored.Write(writer, [.. told.SelectMany((bucket, at) => Row(bucket).ToArray().Select(weight => (sbyte)MathF.Round(weight / sizes[at])))]);
    }

    private float Largest(int bucket)
    {
        var largest = 0f;
        foreach (var weight in Row(bucket)) largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }
}
