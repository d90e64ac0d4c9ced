namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>The best sequence of tags (Viterbi), where a tag's score depends on its unit and on the tag before it.</summary>
internal static class TagPath
{
    public const float Never = -1e9f;

    /// <param name="scores">A row of tag scores for each unit.</param>
    /// <param name="steps">Score of a tag (second index) after another (first index).</param>
    /// <param name="allowed">The tags that a unit may have, a bit each.</param>
    public static int[] Best(float[][] scores, float[,] steps, uint[] allowed)
    {
        if (scores.Length == 0) return [];
        var tags = steps.GetLength(0);
        var best = new float[tags];
        var next = new float[tags];
        var from = new int[scores.Length][];
        for (var tag = 0; tag < tags; tag++) best[tag] = (allowed[0] >> tag & 1) == 1 ? scores[0][tag] + Start(steps, tag) : Never;
        for (var at = 1; at < scores.Length; at++)
        {
            from[at] = new int[tags];
            for (var tag = 0; tag < tags; tag++)
            {
                next[tag] = Never;
                if ((allowed[at] >> tag & 1) == 0) continue;
                for (var before = 0; before < tags; before++)
                {
                    var sum = best[before] + steps[before, tag];
                    if (sum > next[tag]) (next[tag], from[at][tag]) = (sum, before);
                }

                next[tag] += scores[at][tag];
            }

            (best, next) = (next, best);
        }

        var path = new int[scores.Length];
        path[^1] = Array.IndexOf(best, best.Max());
        for (var at = scores.Length - 1; at > 0; at--) path[at - 1] = from[at][path[at]];
        return path;
    }

    /// <summary>Before the first unit stands nothing, as if it were the first tag ("other").</summary>
    private static float Start(float[,] steps, int tag) => steps[0, tag];
}
