using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Slots;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>Something new, in one clause or several.</summary>
internal sealed partial class Hearing
{
    /// <summary>Undoing is done at once, so it has to be said in few words, or by its name: a long text may hold anything.</summary>
    private const int LongestUndo = 8, LongestBack = 24;

    private const int FewWords = 5;

    /// <summary>A change of language is acted on at once, so a language has to be named.</summary>
    private static readonly HashSet<string> Languages =
        ["english", "engels", "engelse", "eng", "en", "dutch", "nederlands", "nederlandse", "ned", "nl", "hollands", "taal", "taalinstelling", "language", "anglais"];

    /// <summary>What was saved a moment ago, and how sure two sentences about it must be.</summary>
    private static readonly HashSet<string> SavedWords = ["zonet", "daarnet", "zojuist", "net", "laatste", "last", "just", "saved", "logged", "opgeslagen"];

    private const int LongestTwo = 16;
    private const float Sure = 0.8f;

    /// <summary>What others saved is theirs to undo.</summary>
    private static readonly HashSet<string> Others = ["collega", "collega's", "colleague", "colleagues", "iedereen", "everyone", "everybody", "iemand", "somebody", "alle", "alles", "all", "everything", "every"];

    private static readonly HashSet<string> Coming = ["morgen", "overmorgen", "volgende", "komende", "aanstaande", "straks", "tomorrow", "tmrw", "next", "coming", "upcoming"];
    private static readonly HashSet<string> Appointments = ["afspraak", "bezoek", "overleg", "gesprek", "lunch", "koffie", "meeting", "appointment", "visit", "call", "coffee", "kennismaking", "rondleiding"];
    private static readonly HashSet<string> Gone = ["geweest", "gehad", "gesproken", "sprak", "bezocht", "was", "had", "gezien", "gedaan", "saw", "spoke", "visited", "been", "went", "done", "heb", "hebben"];

    private Heard Fresh()
    {
        // A day or a number, and nobody asked for it.
        if (message.Masked().Words is { Count: > 0 } said && said.TrueForAll(word => word is "_date" or "_num" or "_time" or "_money" or "_pct")) return new([Intents.OutOfScope], []);

        var clauses = Clauses.Of(message).SelectMany(SetPhrase).Select(clause => IsAhead(clause) ? clause with { Intent = Intents.AddFollowUp }
            : (clause.Intent == Intents.Undo && !IsPlain(clause)) || (clause.Intent == Intents.SwitchLanguage && !NamesLanguage())
                ? clause with { Intent = Intents.OutOfScope } : clause).ToList();
        if (clauses.Count == 0)
        {
            return new([Intents.OutOfScope], []);
        }

        var intents = clauses.Select(clause => clause.Intent).Distinct().ToArray();
        var slots = intents is [Intents.OutOfScope] or [Intents.Greet] or [Intents.Thanks] or [Intents.Help] ? [] : new SlotReader(message, clauses, intents, null).Read().FindAll(slot => !SetPhrases.IsOwnWord(slot));

        // "No. Start again" while something is asked refuses that; a quote is rejected by a word for it or by its name.
        if (context is { Flow: not null, Asked: not null } && Array.IndexOf(intents, Intents.Reject) is >= 0 and var refused && Noes.Contains(First) && !Rejects(clauses) && !slots.Exists(slot => slot.Name is SlotNames.Account or SlotNames.QuoteNumber))
        {
            intents[refused] = Intents.Deny;
            slots.RemoveAll(slot => slot.Intent == refused && slot.Name == SlotNames.Reason);
        }

        // "Wat was onze hitrate?" asks for what has a formula, though revenue is asked for in the same words.
        if (intents is [Intents.QueryRevenue] && slots.Find(slot => slot.Name == SlotNames.Indicator) is { Value: SlotValue.Text { Value: var code } } && !code.StartsWith("revenue", StringComparison.Ordinal) && code is not ("on_the_books" or "target"))
            intents[0] = slots.Exists(slot => slot is { Name: SlotNames.Scope, Value: SlotValue.Text { Value: "team" } }) ? Intents.TeamKpi : Intents.QueryKpi;

        // "Ik ga ermee akkoord" to a preview agrees with the preview; a quote is approved on its card.
        return context?.Asked == "confirm" && intents is [Intents.Approve or Intents.Reject] && IsShortAndOwn && slots.TrueForAll(slot => slot.Name == SlotNames.Reason)
            ? new([intents[0] == Intents.Approve ? Intents.Confirm : Intents.Deny], []) : new(intents, slots);
    }

    /// <summary>What a set phrase says it is, whatever the words around it made of it. A set phrase speaks for its own sentence: what stands around it stays what it was.</summary>
    private IEnumerable<Clause> SetPhrase(Clause clause)
    {
        var ends = SentenceEnds(clause);
        for (var at = 0; ends.Count > 1 && at < ends.Count; at++)
        {
            var sentence = clause with { From = at == 0 ? clause.From : ends[at - 1], To = ends[at] };
            if (Phrased(sentence) is not { } intent) continue;
            Clause[] all = [clause with { To = sentence.From }, sentence with { Intent = intent }, clause with { From = sentence.To }];
            return all.Where(part => part.From < part.To);
        }

        return [Phrased(clause) is { } whole ? clause with { Intent = whole } : clause];
    }

    private string? Phrased(Clause clause)
    {
        var (words, places) = message.Masked();
        var masked = string.Join(' ', words.Where((_, at) => places[at] >= clause.From && places[at] < clause.To));
        return SetPhrases.Of(clause.Intent, masked, Words.Fold(message.Span(clause.From, clause.To)));
    }

    /// <summary>Where the sentences of a clause end.</summary>
    private List<int> SentenceEnds(Clause clause) => [.. Enumerable.Range(clause.From + 1, clause.To - clause.From)
        .Where(end => end == clause.To || (message.Words[end - 1] is { Text: "." or "!" or "?" } && message.Words[end].IsCapital))];

    /// <summary>By its name; its two letters, which are a word in Dutch, only in few words.</summary>
    private bool NamesLanguage() => message.Words.Exists(word => Languages.Contains(word.Fold) && (word.Fold.Length > 2 || message.Count <= FewWords));

    private bool Rejects(List<Clause> clauses) => clauses.Exists(clause => clause.Intent == Intents.Reject && message.Words.GetRange(clause.From, clause.To - clause.From).Exists(word => IntentModel.Instance.Families.Of(word.Fold).Contains("=reject")));

    /// <summary>Of words that are known, and few of them unless they say that something is to be as it was: what is acted on at once is not guessed at.</summary>
    private bool IsPlain(Clause clause)
    {
        var said = message.Words.GetRange(clause.From, clause.To - clause.From);
        var words = said.Where(word => word.Kind == WordKind.Letters).ToList();
        if (said.Exists(word => word.Text is "<" or ">" or "{" or "[") || words.Exists(word => Others.Contains(word.Fold))) return false;
        var known = words.Count(word => IntentModel.Knows(word.Fold));
        // Beside something else it may be anything that was told.
        if ((clause.From > 0 || clause.To < message.Count) && clause.Sureness > Sure && words.Count <= LongestUndo + 2 && words.Exists(word => SavedWords.Contains(word.Fold)) && words.Exists(word => Backs.Contains(word.Fold))) return true;
        return clause.From > 0 || clause.To < message.Count ? words.Count <= LongestUndo && words.Exists(word => Undoes.Contains(word.Fold) || word.Fold is "terug" or "back" or "retract") && known * 4 >= words.Count * 3
            : (words.Count <= LongestUndo || (words.Count <= LongestBack && (IsOneSentence(said) || (clause.Sureness > Sure && words.Count <= LongestTwo)) && words.Exists(word => Backs.Contains(word.Fold) || Undoes.Contains(word.Fold)))) && known * 2 >= words.Count;
    }

    private static bool IsOneSentence(List<Word> said) => said.FindIndex(word => word.Text is "." or "!" or "?" or ":" or ";") is var end && (end < 0 || end == said.Count - 1);

    /// <summary>"Morgen afspraak bij Philips": a visit lies behind us; an appointment to come is something to do.</summary>
    private bool IsAhead(Clause clause)
    {
        if (clause.Intent != Intents.LogVisit || clause.To - clause.From > 14) return false;
        var words = message.Words.GetRange(clause.From, clause.To - clause.From);
        return words.Exists(word => Coming.Contains(word.Fold)) && words.Exists(word => Appointments.Contains(word.Fold)) && !words.Exists(word => Gone.Contains(word.Fold));
    }
}
