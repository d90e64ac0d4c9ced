using System.Numerics;
using System.Runtime.InteropServices;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>A linear softmax: a row of weights, one for each label, for every feature.</summary>
internal sealed class LinearModel
{
    private const int Lanes = 8;

    /// <summary>The row of each feature; the first row is that of features which nothing was learned of.</summary>
    private readonly int[] rows = new int[Features.Buckets];
    private readonly float[] weights;

    private LinearModel(string[] labels, int count)
    {
        Labels = labels;
        Width = (labels.Length + Lanes - 1) / Lanes * Lanes;
        weights = new float[(count + 1) * Width];
    }

    /// <summary>A model that has learned nothing yet.</summary>
    public LinearModel(string[] labels) : this(labels, Features.Buckets)
    {
        for (var bucket = 0; bucket < rows.Length; bucket++) rows[bucket] = bucket + 1;
    }

    public string[] Labels { get; }

    /// <summary>Labels, rounded up so that a row can be summed in whole vectors.</summary>
    public int Width { get; }

    public Span<float> Row(int bucket) => weights.AsSpan(rows[bucket] * Width, Width);

    /// <summary>Adds a feature's row to a sum of scores; lane by lane, so that every machine gets the same.</summary>
    public void Add(int bucket, float value, Span<float> sum) => AddScaled(Row(bucket), value, sum);

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
        var told = Enumerable.Range(0, Features.Buckets).Where(bucket => Largest(bucket) > 0.02f).ToArray();
        writer.Write(told.Length);
        foreach (var bucket in told)
        {
            var largest = Largest(bucket);
            writer.Write(bucket);
            writer.Write(largest);
            foreach (var weight in Row(bucket)[..Labels.Length]) writer.Write((sbyte)MathF.Round(weight / largest * 127));
        }
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var labels = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToArray();
        var model = new LinearModel(labels, reader.ReadInt32());
        Span<byte> steps = stackalloc byte[labels.Length];
        for (var at = 1; at * model.Width < model.weights.Length; at++)
        {
            var bucket = reader.ReadInt32();
            model.rows[bucket] = at;
            var step = reader.ReadSingle() / 127;
            reader.BaseStream.ReadExactly(steps);
            var row = model.Row(bucket);
            for (var label = 0; label < steps.Length; label++) row[label] = (sbyte)steps[label] * step;
        }

        return model;
    }

    private float Largest(int bucket)
    {
        var largest = 0f;
        foreach (var weight in Row(bucket)) largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }
}
