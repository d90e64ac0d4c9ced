namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>What a model thinks of any part of a text, from sums over its beginnings: a part costs one subtraction, however long it is.</summary>
internal sealed class PartScores
{
    private readonly LinearModel model;
    private readonly WordFeatures[] words;
    private readonly float[][] sums;
    private readonly float[] squares;
    private readonly int width;

    public PartScores(LinearModel model, WordFeatures[] words)
    {
        (this.model, this.words, width) = (model, words, model.Width);
        sums = [.. Enumerable.Range(0, 3).Select(_ => new float[(words.Length + 1) * width])];
        squares = new float[(words.Length + 1) * 3];
        for (var i = 0; i < words.Length; i++)
        {
            Extend(0, i, words[i].Alone);
            Extend(1, i, words[i].WithOneBefore);
            Extend(2, i, words[i].WithTwoBefore);
        }
    }

    /// <summary>A text of many features is as loud as one of few.</summary>
    public static float Scale(float squares) => 2.6f / (MathF.Sqrt(squares) + 0.001f);

    /// <summary>Probability of each label for the words from one place to another, and what is known besides.</summary>
    public float[] Of(int from, int to, string? besides = null)
    {
        var scores = Raw(from, to, besides);
        model.Softmax(scores);
        return scores;
    }

    /// <summary>The scores behind the probabilities.</summary>
    public float[] Raw(int from, int to, string? besides = null)
    {
        var scores = new float[width];
        var square = 0f;
        for (var reach = 0; reach < 3; reach++)
        {
            var start = Math.Min(from + reach, to);
            for (var label = 0; label < width; label++) scores[label] += sums[reach][(to * width) + label] - sums[reach][(start * width) + label];
            square += squares[(to * 3) + reach] - squares[(start * 3) + reach];
        }

        foreach (var edge in (ReadOnlySpan<Feature[]>)[words[from].AsFirst, words[to - 1].AsLast])
        {
            model.Add(edge, scores);
            foreach (var feature in edge) square += feature.Value * feature.Value;
        }

        var scale = Scale(square);
        foreach (ref var score in scores.AsSpan()) score *= scale;
        if (besides is not null) model.Add(Features.Bucket(besides), 1, scores);
        return scores;
    }

    private void Extend(int reach, int i, Feature[] features)
    {
        var sum = sums[reach].AsSpan((i + 1) * width, width);
        sums[reach].AsSpan(i * width, width).CopyTo(sum);
        squares[((i + 1) * 3) + reach] = squares[(i * 3) + reach];
        model.Add(features, sum);
        foreach (var feature in features)
        {
            squares[((i + 1) * 3) + reach] += feature.Value * feature.Value;
        }
    }
}
