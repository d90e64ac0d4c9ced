using System.Numerics;
using System.Runtime.InteropServices;

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

    /// <summary>The row of each feature; the first row is that of features which nothing was learned of.</summary>
    private readonly int[] rows = new int[Features.Buckets];

    /// <summary>While it learns; else empty.</summary>
    private readonly float[] weights = [];

    /// <summary>As it is used, with the size of a step for each row.</summary>
    private readonly sbyte[] stored = [];
    private readonly float[] steps = [];

    /// <summary>A model that has learned nothing yet.</summary>
    public LinearModel(string[] labels)
    {
        Labels = labels;
        weights = new float[(Features.Buckets + 1) * Width];
        for (var bucket = 0; bucket < rows.Length; bucket++) rows[bucket] = bucket + 1;
    }

    private LinearModel(string[] labels, int[] buckets, float[] steps, sbyte[] stored)
    {
        (Labels, this.steps, this.stored) = (labels, steps, stored);
        for (var at = 0; at < buckets.Length; at++) rows[buckets[at]] = at + 1;
    }

    public string[] Labels { get; }

    /// <summary>Labels, rounded up so that a row can be summed in whole vectors.</summary>
    public int Width => (Labels.Length + Lanes - 1) / Lanes * Lanes;

    /// <summary>Of a model that learns.</summary>
    public Span<float> Row(int bucket) => weights.AsSpan(rows[bucket] * Width, Width);

    /// <summary>Adds a feature's row to a sum of scores; lane by lane, so that every machine gets the same.</summary>
    public void Add(int bucket, float value, Span<float> sum)
    {
        if (weights.Length > 0)
        {
            AddScaled(Row(bucket), value, sum);
            return;
        }

        var row = rows[bucket] - 1;
        if (row < 0) return;
        var scale = value * steps[row];
        var bytes = stored.AsSpan(row * Width, sum.Length);
        for (var i = 0; i < bytes.Length; i++) sum[i] += scale * bytes[i];
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
        writer.Write(Labels.Length);
        foreach (var label in Labels) writer.Write(label);
        var told = Enumerable.Range(0, Features.Buckets).Where(bucket => Largest(bucket) > Least).ToArray();
        writer.Write(told.Length);
        foreach (var bucket in told) writer.Write(bucket);
        foreach (var bucket in told) writer.Write(Largest(bucket) / 127);
        foreach (var bucket in told)
        {
            var step = Largest(bucket) / 127;
            foreach (var weight in Row(bucket)) writer.Write((sbyte)MathF.Round(weight / step));
        }
    }

    /// <summary>Whole blocks at once: this is read when the bot starts.</summary>
    public static LinearModel Read(BinaryReader reader)
    {
        var labels = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToArray();
        var count = reader.ReadInt32();
        var (buckets, steps, stored) = (new int[count], new float[count], new sbyte[count * ((labels.Length + Lanes - 1) / Lanes * Lanes)]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(buckets.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(steps.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(stored.AsSpan()));
        return new(labels, buckets, steps, stored);
    }

    private float Largest(int bucket)
    {
        var largest = 0f;
        foreach (var weight in Row(bucket)) largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }
}
