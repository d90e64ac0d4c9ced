using System.Numerics.Tensors;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>
/// A linear softmax over words, word pairs and pieces of words, names and values masked. It is trained from the templates when it is
/// first needed, which takes less time than reading a stored model of the same use would save.
/// </summary>
internal sealed class IntentModel
{
    private const int Buckets = 1 << 15;
    private const int Rounds = 5;

    private static readonly Lazy<IntentModel> Shared = new(() => new(Examples!.Value));
    private static readonly Lazy<List<(string Intent, string[] Words)>> Examples = new(Templates.Load);
    private static readonly Lazy<HashSet<string>> Vocabulary = new(() => [.. Examples.Value.SelectMany(example => example.Words)]);

    private readonly string[] intents;
    private readonly int width;
    private readonly float[] weights;

    private IntentModel(List<(string Intent, string[] Words)> examples)
    {
        intents = [.. examples.Select(example => example.Intent).Distinct()];
        width = (intents.Length + 7) / 8 * 8;
        weights = new float[Buckets * width];
        Train(examples);
    }

    public static IntentModel Instance => Shared.Value;

    public IReadOnlyList<string> IntentNames => intents;

    /// <summary>Whether a word is one of those that people use about their work; such a word is no misspelt name.</summary>
    public static bool Knows(string word) => Vocabulary.Value.Contains(word);

    /// <summary>Probability of each intent, in the order of <see cref="IntentNames"/>.</summary>
    public float[] Score(IReadOnlyList<string> words)
    {
        var scores = new float[width];
        Sum(Features(words), scores);
        Softmax(scores);
        return scores[..intents.Length];
    }

    private void Train(List<(string Intent, string[] Words)> examples)
    {
        var random = new Shuffle(7);
        var classes = intents.Select((intent, index) => (intent, index)).ToDictionary(pair => pair.intent, pair => pair.index);
        var counts = examples.CountBy(example => example.Intent).ToDictionary();
        var rows = examples.Select(example => (Class: classes[example.Intent], Features: Features(example.Words),
            Weight: MathF.Pow(200f / counts[example.Intent], 0.35f))).ToArray();
        var scores = new float[width];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = rows.Length - 1; i > 0; i--)
            {
                var j = random.Next(i + 1);
                (rows[i], rows[j]) = (rows[j], rows[i]);
            }

            var rate = 1.6f / (1 + (0.6f * round));
            foreach (var (right, features, weight) in rows)
            {
                // A fifth of the features is left out each time, so that no single word decides.
                var skip = random.Next(5);
                Array.Clear(scores);
                for (var at = 0; at < features.Length; at++)
                {
                    if ((at + (at / 5)) % 5 != skip)
                    {
                        TensorPrimitives.MultiplyAdd(weights.AsSpan(features[at].Bucket * width, width), features[at].Value, scores, scores);
                    }
                }

                Softmax(scores);
                scores[right] -= 1;
                for (var at = 0; at < features.Length; at++)
                {
                    if ((at + (at / 5)) % 5 == skip)
                    {
                        continue;
                    }

                    var (bucket, value) = features[at];
                    var row = weights.AsSpan(bucket * width, width);
                    TensorPrimitives.MultiplyAdd(scores, -rate * value * weight, row, row);
                }
            }
        }
    }

    private void Sum((int Bucket, float Value)[] features, float[] scores)
    {
        Array.Clear(scores);
        foreach (var (bucket, value) in features)
        {
            TensorPrimitives.MultiplyAdd(weights.AsSpan(bucket * width, width), value, scores, scores);
        }
    }

    private void Softmax(float[] scores)
    {
        var real = scores.AsSpan(0, intents.Length);
        TensorPrimitives.Add(real, -TensorPrimitives.Max(real), real);
        TensorPrimitives.Exp(real, real);
        TensorPrimitives.Divide(real, TensorPrimitives.Sum(real), real);
        scores.AsSpan(intents.Length).Clear();
    }

    private static (int Bucket, float Value)[] Features(IReadOnlyList<string> words)
    {
        var features = new List<(int, float)>(words.Count * 6);
        var before = "^";
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            features.Add((Hash(word, 1), 1f));
            features.Add((Hash(before, Hash(word, 2)), 0.8f));
            if (i == 0)
            {
                features.Add((Hash(word, 3), 0.7f));
            }

            if (word.Length > 4 && word[0] != '_')
            {
                for (var at = 0; at + 4 <= word.Length; at++)
                {
                    features.Add((Hash(word.AsSpan(at, 4), at == 0 ? 5 : 4), 0.35f));
                }
            }

            before = word;
        }

        var norm = MathF.Sqrt(features.Sum(feature => feature.Item2 * feature.Item2)) + 0.001f;
        return [.. features.Select(feature => ((feature.Item1 & int.MaxValue) % Buckets, feature.Item2 * 2.2f / norm))];
    }

    /// <summary>FNV-1a: the same on every machine, which string.GetHashCode is not.</summary>
    private static int Hash(ReadOnlySpan<char> text, int seed)
    {
        unchecked
        {
            var hash = (2166136261u ^ (uint)seed) * 16777619u;
            foreach (var character in text)
            {
                hash = (hash ^ character) * 16777619u;
            }

            return (int)(hash ^ (hash >> 15));
        }
    }
}
