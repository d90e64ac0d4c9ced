using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Shared;

/// <summary>Which of several records is meant: by its button, its place or words of it. Where that leaves more than one, it is asked.</summary>
internal static class Picking
{
    private const int MostOffered = 5, ShortestTelling = 4;

    private static readonly string[][] Ordinals =
        [["1", "eerste", "first", "bovenste"], ["2", "tweede", "second"], ["3", "derde", "third"], ["4", "vierde", "fourth"], ["5", "vijfde", "fifth"]];

    /// <summary>Words that say what kind of thing is meant, not which one.</summary>
    private static readonly HashSet<string> Kinds =
        ["klacht", "klachten", "issue", "complaint", "probleem", "problem", "lead", "leads", "opvolging", "follow", "advies", "advice", "nieuwe", "over", "about", "with", "that", "moet", "zijn", "opgelost"];

    /// <param name="which">Keeps the id of the one that is meant.</param>
    /// <param name="words">What was said so far, which may tell it.</param>
    public static Checked Of<T>(
        Answers known, Slot<string> which, string? words, IReadOnlyList<T> candidates, Func<T, string> id, Func<T, string> title, Text question, Stop none)
        where T : class
    {
        if (candidates.Count == 0) return new(known) { Stops = none };
        var meant = known.Of(which) is { } said ? Meant(said, candidates, id, title) : null;
        meant ??= candidates.Count == 1 ? candidates[0] : words is null || known.Has(which) ? null : Told(words, candidates, title);
        if (meant is not null) return new(known.With(which, [new SlotValue.Text(id(meant))]));
        return new(known.With(which, []), which, question) { Choices = [.. candidates.Take(MostOffered).Select(one => new FieldChoice(id(one), title(one)))] };
    }

    private static T? Meant<T>(string said, IReadOnlyList<T> candidates, Func<T, string> id, Func<T, string> title) where T : class
    {
        if (candidates.FirstOrDefault(one => id(one) == said) is { } pressed) return pressed;
        var words = Spoken(said);
        var at = Array.FindIndex(Ordinals, ordinal => words.Any(ordinal.Contains));
        if (words.Any(word => word is "laatste" or "last" or "onderste")) at = Math.Min(candidates.Count, MostOffered) - 1;
        return at >= 0 && at < candidates.Count && words.Length <= 3 ? candidates[at] : Told(said, candidates, title);
    }

    /// <summary>The one that shares more telling words with what was said than any other.</summary>
    private static T? Told<T>(string said, IReadOnlyList<T> candidates, Func<T, string> title) where T : class
    {
        var words = Spoken(said).Where(word => word.Length >= ShortestTelling && !Kinds.Contains(word)).ToHashSet();
        var shared = candidates.Select(one => (One: one, Count: Spoken(title(one)).Distinct().Count(words.Contains))).OrderByDescending(one => one.Count).ToList();
        return shared[0].Count > 0 && (shared.Count == 1 || shared[0].Count > shared[1].Count) ? shared[0].One : null;
    }

    private static string[] Spoken(string text) => [.. Words.Of(text).Where(word => word.Kind != WordKind.Sign).Select(word => word.Fold)];
}
