using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Tagging;

namespace SalesBot.Training.Names;

/// <summary>A sentence to learn from.</summary>
/// <param name="Right">The tags that each unit may rightly have, a bit each.</param>
internal sealed record TagExample(IReadOnlyList<Unit> Units, IReadOnlyList<string> Matters, uint[] Right, bool[] Unseen);

/// <summary>Averaged structured perceptron (Collins 2002): what is wrong in the best sequence is unlearned, what is right learned, and the mean of all weights kept.</summary>
internal sealed class TagTrainer(string[] tags)
{
    private readonly float[] weights = new float[TagFeatures.Buckets * tags.Length];
    private readonly float[] sums = new float[TagFeatures.Buckets * tags.Length];
    private readonly int[] since = new int[TagFeatures.Buckets * tags.Length];
    private readonly float[,] steps = Steps(tags);
    private readonly float[,] stepSums = new float[tags.Length, tags.Length];
    private int time;

    public void Learn(TagExample example)
    {
        time++;
        var features = TagFeatures.Of(example.Units, example.Matters, example.Unseen);
        var scores = features.Select(Scores).ToArray();
        var allowed = example.Units.Select(unit => Tags.Allowed(unit, tags)).ToArray();
        // A margin: a wrong tag counts as a little better than it is.
        for (var i = 0; i < scores.Length; i++)
        {
            for (var tag = 0; tag < tags.Length; tag++) scores[i][tag] += (example.Right[i] >> tag & 1) == 0 ? 1f : 0;
        }

        var given = TagPath.Best(scores, steps, allowed);
        var right = TagPath.Best(scores, steps, [.. allowed.Zip(example.Right, (may, must) => (may & must) == 0 ? must : may & must)]);
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i] != right[i])
            {
                foreach (var feature in features[i])
                {
                    Change(feature, right[i], 1);
                    Change(feature, given[i], -1);
                }
            }

            var (givenBefore, rightBefore) = i == 0 ? (0, 0) : (given[i - 1], right[i - 1]);
            if (givenBefore == rightBefore && given[i] == right[i]) continue;
            Step(rightBefore, right[i], 1);
            Step(givenBefore, given[i], -1);
        }
    }

    /// <summary>The mean weights, in steps of a 127th of the largest; small ones are left out.</summary>
    public void Write(BinaryWriter writer)
    {
        Stored.Write(writer, string.Join(' ', tags));
        for (var before = 0; before < tags.Length; before++)
            for (var tag = 0; tag < tags.Length; tag++) Stored.Write(writer, steps[before, tag] <= TagPath.Never / 2 ? TagPath.Never : steps[before, tag] - (stepSums[before, tag] / time));
        var means = new float[weights.Length];
        for (var i = 0; i < weights.Length; i++) means[i] = (sums[i] + (weights[i] * (time - since[i]))) / time;
        var ordered = means.Select(Math.Abs).Where(mean => mean > 0).Order().ToArray();
        var largest = ordered[(int)(ordered.Length * 0.9995)];
        var step = largest / 127;
        Stored.Write(writer, step);
        var rows = Enumerable.Range(0, TagFeatures.Buckets).Where(row => means.AsSpan(row * tags.Length, tags.Length).ContainsAnyExceptInRange(-step, step)).ToArray();
        Stored.Write(writer, rows.Length);
        Stored.Write(writer, rows);
        Stored.Write(writer, [.. rows.SelectMany(row => means[(row * tags.Length)..((row + 1) * tags.Length)]).Select(mean => (sbyte)Math.Clamp(MathF.Round(mean / step), -127, 127))]);
    }

    private static float[,] Steps(string[] tags)
    {
        var steps = new float[tags.Length, tags.Length];
        for (var before = 0; before < tags.Length; before++)
            for (var tag = 0; tag < tags.Length; tag++)
                steps[before, tag] = tags[tag].StartsWith("I-", StringComparison.Ordinal) && !(tags[before].Length > 2 && tags[before][1] == '-' && tags[before][2..] == tags[tag][2..]) ? TagPath.Never : 0;
        return steps;
    }

    private float[] Scores(int[] features)
    {
        var scores = new float[tags.Length];
        foreach (var feature in features)
            for (var tag = 0; tag < tags.Length; tag++) scores[tag] += weights[(feature * tags.Length) + tag];
        return scores;
    }

    private void Change(int feature, int tag, float by)
    {
        var at = (feature * tags.Length) + tag;
        sums[at] += weights[at] * (time - since[at]);
        since[at] = time;
        weights[at] += by;
    }

    private void Step(int before, int tag, float by)
    {
        if (steps[before, tag] <= TagPath.Never / 2) return;
        steps[before, tag] += by;
        stepSums[before, tag] += by * time;
    }
}
