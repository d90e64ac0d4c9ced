using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Training;

/// <summary>An example: words, the label, and what else is known.</summary>
/// <param name="Or">A second label that is as right as the first.</param>
internal sealed record Example(string Label, List<string> Words, string? Besides = null, float Weight = 1, string? Or = null);

/// <summary>A message and all that it is about.</summary>
internal sealed record Mixture(IReadOnlyCollection<string> Labels, List<string> Words);

/// <summary>Stochastic gradient descent on a linear softmax, with examples written anew in every round.</summary>
internal sealed class Trainer(SpokenWords spoken, Shuffle random)
{
    private const int Rounds = 8;

    /// <summary>The same words and pairs of words come again and again.</summary>
    private readonly Dictionary<string, WordAlone> known = [];
    private readonly Dictionary<(WordAlone, WordAlone), Feature[]> pairs = [];

    private readonly List<Feature> features = [];

    public LinearModel Train(string[] labels, Func<List<Example>> examples)
    {
        var model = new LinearModel(labels);
        var scores = new float[model.Width];
        for (var round = 0; round < Rounds; round++)
        {
            var rows = examples();
            var counts = rows.CountBy(row => row.Label).ToDictionary();
            for (var i = rows.Count - 1; i > 0; i--)
            {
                var j = random.Next(i + 1);
                (rows[i], rows[j]) = (rows[j], rows[i]);
            }

            var rate = 1.2f / (1 + (0.7f * round));
            foreach (var row in rows)
            {
                // Rare intents count more, though not in full.
                var weight = row.Weight * MathF.Pow((float)rows.Count / (labels.Length * counts[row.Label]), 0.35f);
                Learn(model, row, rate * Math.Min(weight, 3), scores);
            }
        }

        return model;
    }

    /// <summary>Each label by itself: a text may have several.</summary>
    public LinearModel TrainEach(string[] labels, Func<List<Mixture>> examples)
    {
        var model = new LinearModel(labels);
        var scores = new float[model.Width];
        for (var round = 0; round < Rounds; round++)
        {
            var rows = examples();
            for (var i = rows.Count - 1; i > 0; i--)
            {
                var j = random.Next(i + 1);
                (rows[i], rows[j]) = (rows[j], rows[i]);
            }

            var rate = 2f / (1 + (0.7f * round));
            foreach (var row in rows)
            {
                var norm = Read(row.Words);
                Array.Clear(scores);
                foreach (var feature in features) model.Add(feature.Bucket, feature.Value * norm, scores);
                for (var label = 0; label < labels.Length; label++) scores[label] = (1 / (1 + MathF.Exp(-scores[label]))) - (row.Labels.Contains(labels[label]) ? 1 : 0);
                scores.AsSpan(labels.Length).Clear();
                foreach (var feature in features) LinearModel.AddScaled(scores, -rate * feature.Value * norm, model.Row(feature.Bucket));
            }
        }

        return model;
    }

    /// <summary>
    /// The features of a text, of which a fifth is left out each time, so that no single word decides; and how much each counts, so
    /// that a text of many is as loud as one of few.
    /// </summary>
    private float Read(List<string> words)
    {
        features.Clear();
        WordAlone? first = null, before = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (!known.TryGetValue(words[i], out var word)) known[words[i]] = word = Features.Alone(words[i], spoken);
            features.AddRange(word.Alone);
            if (before is not null)
            {
                if (!pairs.TryGetValue((before, word), out var pair)) pairs[(before, word)] = pair = Features.Pairs(before, word);
                features.AddRange(pair);
            }

            if (first is not null) features.AddRange(Features.Threes(first, before!, word));
            if (i == 0) features.AddRange(word.AsFirst);
            if (i == words.Count - 1) features.AddRange(word.AsLast);
            (first, before) = (before, word);
        }

        var norm = PartScores.Scale(features.Sum(feature => feature.Value * feature.Value));
        var (skip, kept) = (random.Next(5), 0);
        for (var at = 0; at < features.Count; at++)
        {
            if ((at + (at / 5)) % 5 != skip) features[kept++] = features[at];
        }

        features.RemoveRange(kept, features.Count - kept);
        return norm;
    }

    private void Learn(LinearModel model, Example example, float rate, float[] scores)
    {
        var norm = Read(example.Words);
        Array.Clear(scores);
        foreach (var feature in features) model.Add(feature.Bucket, feature.Value * norm, scores);
        if (example.Besides is { } besides) model.Add(Features.Bucket(besides), 1, scores);
        model.Softmax(scores);
        var right = Array.IndexOf(model.Labels, example.Label);
        if (right < 0) throw new InvalidDataException($"'{example.Label}' can not be learned here: {string.Join(' ', example.Words)}");
        var also = example.Or is null ? right : Array.IndexOf(model.Labels, example.Or);
        if (also < 0) also = right;
        var both = also == right ? scores[right] : scores[right] + scores[also];
        var (first, second) = (scores[right] / both, scores[also] / both);
        scores[right] -= first;
        if (also != right) scores[also] -= second;
        foreach (var feature in features) LinearModel.AddScaled(scores, -rate * feature.Value * norm, model.Row(feature.Bucket));
        if (example.Besides is { } known) LinearModel.AddScaled(scores, -rate * 0.3f, model.Row(Features.Bucket(known)));
    }
}
