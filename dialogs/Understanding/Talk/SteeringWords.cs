using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>"Ja, en herinner me vrijdag aan KPMG": a few words that steer the conversation, and behind them a matter of its own.</summary>
internal static class SteeringWords
{
    /// <summary>Words that may steer before something else is said, and matters behind a correction that are looked at.</summary>
    private const int Longest = 9, MostTries = 3;

    private const float Sure = 0.8f;

    private static readonly HashSet<string> Joints = ["en", "and"];

    /// <summary>What is no matter of its own.</summary>
    private static readonly HashSet<string> NoMatters =
        [Intents.Confirm, Intents.Deny, Intents.Cancel, Intents.Undo, Intents.Skip, Intents.Repeat, Intents.CorrectSlot, Intents.OutOfScope, Intents.Thanks, Intents.Greet, Intents.Help];

    /// <summary>The steering word or words that a message begins with, and the character where the rest begins; null: it does not.</summary>
    public static (string Intent, int From)? Of(Message message, HeardContext? context)
    {
        for (var at = 1; at <= Longest && at + 2 < message.Count; at++)
        {
            if (Rest(message, at) is not { } rest || rest + 1 >= message.Count) continue;
            // "Hoi, hoeveel ...": a call for attention.
            if (Steers(message, at, context) is { } intent && !(intent == Intents.Greet && at == 1 && message.Words[at].Text == ",")) return (intent, message.Words[rest].Start);
        }

        return null;
    }

    /// <summary>Whether what was heard behind an opening is something to deal with besides.</summary>
    public static bool IsMatter(Heard rest, HeardContext? context) =>
        !rest.Intents.Any(NoMatters.Contains) && !(context?.Flow is { } flow && rest.Intents is [var only] && only == flow);

    /// <summary>Characters at which something else may begin behind a correction, the likeliest first.</summary>
    public static IEnumerable<int> Behind(Message message) => Enumerable.Range(2, Math.Max(0, message.Count - 4)).Select(at => Rest(message, at)).OfType<int>()
        .Where(rest => rest + 2 < message.Count).Distinct().OrderBy(rest => Joints.Contains(message.Words[rest - 1].Fold) ? 0 : 1).Take(MostTries).Select(rest => message.Words[rest].Start);

    /// <summary>The word with which the rest begins where something ends before a word; null: nothing ends there.</summary>
    private static int? Rest(Message message, int at)
    {
        var from = at;
        while (from < message.Count && (message.Words[from].Kind == WordKind.Sign ? message.Words[from].Text is "," or "." or "!" or ";" or ":" : Joints.Contains(message.Words[from].Fold))) from++;
        return from > at && !message.Values.Any(value => value.Start < message.Words[at].Start && message.Words[at].Start < value.End) ? from : null;
    }

    private static string? Steers(Message message, int count, HeardContext? context)
    {
        var words = message.Words.GetRange(0, count);
        if (words.Exists(word => word.Kind == WordKind.Digits)) return null;
        var command = Commands.Of(words);
        var intent = command ?? (context?.Flow is null ? null : Act(words, context));
        return intent switch
        {
            // A yes is acted on: no quotation and no code before something else is one.
            Intents.Confirm when context?.Asked == "confirm" && Hearing.ArePlain(words) => intent,
            // Undoing is done at once: before something else it has to be said by its name.
            Intents.Undo => command,
            Intents.Cancel or Intents.Greet or Intents.Thanks => intent,
            _ => null,
        };
    }

    private static string? Act(List<Word> words, HeardContext context)
    {
        var (act, share) = Hearing.Turn([.. words.Where(word => word.Kind == WordKind.Letters).Select(word => word.Fold)], context);
        return share >= Sure ? act : null;
    }
}
