using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>What a message does in the conversation, whatever it is about: stop, undo, yes and no.</summary>
internal sealed partial class Hearing
{
    private static readonly string[] Settling = [Intents.Confirm, Intents.Deny, Intents.Cancel];

    /// <summary>Words that may settle a preview, and how likely it must be.</summary>
    private const int LongestSettling = 12;

    private const float LeastAgreeing = 0.5f, LeastSettling = 0.2f, LeastStopping = 0.45f;
    private static readonly HashSet<string> Undoes = ["undo", "undone", "revert", "ongedaan", "terugdraaien", "herstel", "terughalen"];

    /// <summary>Something is to be again as it was.</summary>
    private static readonly HashSet<string> Backs = ["terug", "weer", "rid", "haal", "eruit", "weghalen", "weg", "back", "again", "reverse", "out", "remove", "verwijder", "verwijderen", "fout", "foutje", "vergissing", "verkeerd", "verkeerde", "ongeluk", "mistake", "error", "wrong", "accident", "accidentally", "laatste", "laatst", "zojuist", "daarnet", "vorige", "last", "previous", "oeps", "oops", "whoops"];

    private static readonly HashSet<string> Ordinals = ["laatste", "laatst", "vorige", "last", "previous"];

    /// <summary>What the message does in the conversation.</summary>
    private (string Act, float Share) Act { get; } = Turn(message.Masked().Words, context);

    /// <param name="words">Folded, with names and values masked.</param>
    public static (string Act, float Share) Turn(List<string> words, HeardContext? context)
    {
        if (words.Count is 0 or > 30) return ("fresh", 1);
        var shares = Acts(words, context);
        var best = Array.IndexOf(shares, shares.Max());
        return (IntentModel.Instance.Turns.Labels[best], shares[best]);
    }

    private static float[] Acts(List<string> words, HeardContext? context)
    {
        var model = IntentModel.Instance;
        var place = context switch
        {
            { Asked: "confirm" } => "_confirm",
            { Asked: not null } => "_slot",
            { Flow: not null } or { Known.Count: > 0 } => "_answered",
            _ => "_none",
        };
        return new PartScores(model.Turns, Features.Of([place, .. words], model.Spoken)).Of(0, words.Count + 1, "in " + place);
    }

    /// <summary>Few words to a preview that hold nothing to record and begin nothing else settle it, in whatever way they are put: "lock it in, Eddie".</summary>
    private Heard? Settled()
    {
        var words = message.Masked().Words;
        if (context is not { Flow: not null, Asked: { } asked } || HasValues || words.Count is 0 or > LongestSettling || Strong() is not null || message.Words[^1].Text == "?") return null;
        var (model, shares) = (IntentModel.Instance.Turns, Acts(words, context));
        var likeliest = (asked == "confirm" ? Settling : [Intents.Cancel]).MaxBy(act => shares[Array.IndexOf(model.Labels, act)])!;
        // A yes is acted on: it takes more, and nothing but the person's own plain words.
        var least = likeliest == Intents.Confirm ? LeastAgreeing : asked == "confirm" ? LeastSettling : LeastStopping;
        if (likeliest == Intents.Confirm && !IsOwnWords) return null;
        return shares[Array.IndexOf(model.Labels, likeliest)] >= least && message.Words.Exists(word => IntentModel.Knows(word.Fold)) ? new([likeliest], []) : null;
    }

    /// <summary>Stop, undo, skip and the like, in whatever words.</summary>
    private Heard? Stopped() => Act switch
    {
        { Share: < 0.6f } => null,
        { Act: Intents.Undo } when Clauses.Of(message) is var clauses && clauses.Select(clause => clause.Intent).Distinct().Count() == 1 && IsPlain(new(0, message.Count, Intents.Undo, 1)) && !IsChoosing => new([Intents.Undo], Read(Intents.Undo)),
        // A single word that nobody knows is a name or a slip of the thumb.
        { Act: Intents.Cancel } when message.Words.Exists(word => IntentModel.Knows(word.Fold)) => new([Intents.Cancel], []),
        { Act: Intents.Skip or Intents.Repeat } when !HasValues => new([Act.Act], []),
        _ => null,
    };

    /// <summary>"The second one", "de laatste": to a question for one thing that is an answer, unless something is to be undone by its name.</summary>
    private bool IsChoosing => context is { Flow: not null, Asked: not (null or "confirm") } && !message.Words.Exists(word => Undoes.Contains(word.Fold) || (Backs.Contains(word.Fold) && !Ordinals.Contains(word.Fold)));

    /// <summary>Yes or no, with nothing put right: a few words of the person themselves, since it is acted on at once.</summary>
    private Heard? Agreed() => Act is { Act: Intents.Confirm or Intents.Deny, Share: >= 0.6f } && !HasValues && IsShortAndOwn ? new([Act.Act], []) : null;

    private bool IsShortAndOwn => IsOwnWords && (message.Count <= 9 || (message.Count <= 15 && Yeses.Contains(First)));

    /// <summary>Letters and plain punctuation: no quotation, no code.</summary>
    private bool IsOwnWords => ArePlain(message.Words);

    public static bool ArePlain(List<Word> words) => words.TrueForAll(word => word.Kind == WordKind.Letters || word.Text is "," or "." or "!" or "'" or "’" or "-");
}
