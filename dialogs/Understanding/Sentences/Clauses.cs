namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>A part of a message with its intent.</summary>
internal sealed record Clause(int From, int To, string Intent, float Sureness);

/// <summary>
/// Finds what is asked, clause by clause: of all ways to cut a message at its signs, its joints and the words that matters begin with,
/// and of all intents for the parts, the likeliest together.
/// </summary>
internal sealed class Clauses
{
    /// <summary>What stands behind this belongs to the last clause: nobody reports so much at once, and the time stays bounded.</summary>
    private const int Longest = 220;

    private const int MostCuts = 24;

    /// <summary>What it costs, as the logarithm of a chance, to believe in one more matter, and that it begins in the middle of a sentence.</summary>
    private const float Another = 0.3f, Weak = 1.2f;

    /// <summary>What it costs to cut at a comma, and where people seldom say the one after the other.</summary>
    private const float Comma = 1.2f, Seldom = 1;

    /// <summary>How much it counts whether an intent is anywhere in the message, and the most that it counts.</summary>
    private const float Present = 0.5f, MostPresent = 4;

    /// <summary>A share that is not followed.</summary>
    private const float Unlikely = 0.02f;

    /// <summary>A question for help beside something else is answered where it is plainly one.</summary>
    private const float PlainHelp = 0.6f, NoHelp = 4;

    /// <summary>Beginnings of a path that are followed further.</summary>
    private const int Beam = 4;

    private static readonly HashSet<string> Abbreviations =
        ["off", "max", "min", "mevr", "dhr", "mw", "evt", "ca", "incl", "excl", "gem", "st", "mr", "mrs", "ms", "dr", "drs", "ir", "nr", "no", "bv", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec", "a", "p", "pers", "vrg", "volg", "tel", "o", "u", "n", "b", "v", "approx", "vs", "afd", "i", "e", "g", "m"];

    private static readonly HashSet<string> Joints = ["en", "and", "maar", "but", "daarnaast", "ook", "also", "then", "verder", "plus", "dus", "so", "bovendien", "tevens", "besides", "additionally", "daarna", "trouwens", "btw", "oh", "o"];

    /// <summary>What people tell or ask for in one breath, and what they look up in one breath.</summary>
    private static readonly HashSet<string>[] Breaths =
    [
        [Intents.LogVisit, Intents.LogEvent, Intents.LogLead, Intents.LogIssue, Intents.LogSatisfaction, Intents.LogMarketInfo, Intents.RequestQuote, Intents.AddFollowUp, Intents.Proposal, Intents.ChangeQuote, Intents.CompleteFollowUp],
        [
            Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.QuoteStatus, Intents.PlanStatus, Intents.LeadStatus, Intents.ListFollowUps, Intents.ApprovalsPending, Intents.AccountOverview,
            Intents.ContactLookup, Intents.UpsellSuggestion, Intents.DeviationExplanation, Intents.ReportExport, Intents.CreateAccountPlan, Intents.AddFollowUp,
        ],
        [Intents.Approve, Intents.Reject],
    ];

    private static readonly HashSet<string> Looked = [Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.LeadStatus, Intents.QuoteStatus, Intents.ListFollowUps];

    private static readonly HashSet<string> Asking = ["hoe", "wat", "wa", "welke", "how", "what", "which", "help", "hulp", "uitleg", "explain", "kun", "kan", "can"];

    private static readonly HashSet<string> Small = [Intents.Greet, Intents.Thanks, Intents.OutOfScope, Intents.Help];

    private readonly IntentModel model = IntentModel.Instance;
    private readonly Message message;
    private readonly List<string> words;
    private readonly List<int> places;
    private readonly PartScores messages;
    private readonly PartScores after;
    private readonly Dictionary<string, float> presence = [];

    /// <summary>Where a matter can begin, the first and the end of the text included, and what it costs to believe so.</summary>
    private readonly (int At, float Cost)[] cuts;
    private readonly Dictionary<(int Piece, string Before), float[]> pieces = [];

    private Clauses(Message message, List<string> words, List<int> places)
    {
        (this.message, this.words, this.places) = (message, words, places);
        var count = Math.Min(words.Count, Longest);
        var features = Features.Of(words.GetRange(0, count), model.Spoken);
        (messages, after) = (new(model.Messages, features), new(model.After, features));
        var odds = new PartScores(model.Presence, features).Raw(0, count);
        for (var label = 0; label < model.Presence.Labels.Length; label++) presence[model.Presence.Labels[label]] = Present * Math.Clamp(odds[label], -MostPresent, MostPresent);
        var possible = Enumerable.Range(1, count - 1).Select(at => (At: at, Cost: Cost(at))).Where(cut => cut.Cost < float.MaxValue);
        cuts = [(0, 0), .. possible.OrderBy(cut => cut.Cost).Take(MostCuts).OrderBy(cut => cut.At), (count, 0)];
    }

    public static List<Clause> Of(Message message) => message.Masked() is { Words.Count: > 0 } masked ? new Clauses(message, masked.Words, masked.Places).Find() : [];

    /// <summary>The likeliest intent of a text as a whole.</summary>
    public static (string Intent, float Share) Whole(Message message)
    {
        var (words, _) = message.Masked();
        if (words.Count is 0 or > Longest) return (Intents.OutOfScope, 0);
        var model = IntentModel.Instance;
        var shares = new PartScores(model.Messages, Features.Of(words, model.Spoken)).Of(0, words.Count);
        var best = Array.IndexOf(shares, shares.Max());
        return (model.Messages.Labels[best], shares[best]);
    }

    /// <summary>One way to understand the text up to a cut: its last part and what stands before it.</summary>
    private sealed record Path(float Score, int Start, int End, string Intent, float Share, Path? Before)
    {
        public bool Holds(string intent) => Intent == intent || (Before?.Holds(intent) ?? false);
    }

    private List<Clause> Find()
    {
        var reached = new List<Path>[cuts.Length];
        for (var end = 1; end < cuts.Length; end++)
        {
            var paths = Beginnings(end);
            for (var start = 1; start < end; start++)
                foreach (var before in reached[start]) paths.AddRange(Further(before, start, end));
            reached[end] = [.. paths.GroupBy(path => path.Intent).Select(same => same.MaxBy(path => path.Score)!).OrderByDescending(path => path.Score).Take(Beam)];
        }

        return Joined(reached[^1][0]);
    }

    /// <summary>The text up to a cut as one matter.</summary>
    private List<Path> Beginnings(int end)
    {
        var paths = new List<Path>();
        var shares = messages.Of(0, cuts[end].At);
        var first = end > 1 ? messages.Of(0, cuts[1].At) : shares;
        for (var label = 0; label < model.Messages.Labels.Length; label++)
        {
            var intent = model.Messages.Labels[label];
            if (shares[label] > Unlikely) paths.Add(new(MathF.Log(shares[label]) + presence[intent] - Doubt(first[label], 0, end, intent) - (intent == Intents.Help ? Wish(end) : 0), 0, end, intent, shares[label], null));
        }

        return paths;
    }

    /// <summary>"Ik wil een bezoek vastleggen", "new contact at KPMG: ...": who wants it done or names somebody does not ask how it is done.</summary>
    private float Wish(int end) => words.Contains("?") ? 0
        : words.Take(cuts[end].At).Any(word => word is "_acc" or "_per" or "_qno") || (words[0] is "ik" or "i" && words.Count > 1 && words[1] is "wil" or "want") || words[0] is "i'd" or "wil" or "nieuwe" or "nieuw" or "new" ? NoHelp : 0;

    /// <summary>What stands between two cuts as one more matter.</summary>
    private IEnumerable<Path> Further(Path before, int start, int end)
    {
        if (IsBare(cuts[start].At, cuts[end].At)) yield break;
        var shares = after.Of(cuts[start].At, cuts[end].At, Behind(before.Intent));
        var first = Piece(start, before.Intent);
        for (var label = 1; label < model.After.Labels.Length; label++)
        {
            var intent = model.After.Labels[label];
            if (shares[label] <= Unlikely || intent == before.Intent) continue;
            var cost = cuts[start].Cost + Another + Leap(before.Intent, intent) + Doubt(first[label], start, end, intent);
            yield return new(before.Score + MathF.Log(shares[label]) + (before.Holds(intent) ? 0 : presence[intent]) - cost, start, end, intent, shares[label], before);
        }
    }

    /// <summary>"20 kamers, 30 personen", "Fletcher?": values, what they count and names are no matter of their own.</summary>
    private bool IsBare(int from, int to) =>
        words.GetRange(from, to - from).TrueForAll(word => word is ['_', ..] or "?" or "en" or "and" or "ook" || model.Families.Of(word).Any(family => family is "=room" or "=people"));

    /// <summary>How unlikely it is that the pieces of a part all belong to its one matter.</summary>
    /// <param name="first">How well its first piece goes with the intent.</param>
    private float Doubt(float first, int start, int end, string intent)
    {
        if (end == start + 1) return 0;
        var doubt = -0.8f * MathF.Log(first + 0.03f);
        var own = Array.IndexOf(model.After.Labels, intent);
        for (var piece = start + 1; piece < end; piece++)
        {
            var shares = Piece(piece, intent);
            doubt -= MathF.Log(shares[0] + (own < 0 ? 0 : shares[own]) + 0.01f) * (cuts[piece].Cost >= Weak ? 0.4f : 1);
        }

        return doubt;
    }

    private float[] Piece(int piece, string before)
    {
        if (!pieces.TryGetValue((piece, before), out var shares)) pieces[(piece, before)] = shares = after.Of(cuts[piece].At, cuts[piece + 1].At, Behind(before));
        return shares;
    }

    private static string Behind(string intent) => "after " + intent;

    private static float Leap(string before, string next) => before is Intents.Greet or Intents.Thanks || Array.Exists(Breaths, breath => breath.Contains(before) && breath.Contains(next)) ? 0
        : before is Intents.OutOfScope ? 0.8f : before is Intents.Help or Intents.Undo or Intents.SwitchLanguage ? 3 : Seldom;

    private List<Clause> Joined(Path last)
    {
        var clauses = new List<Clause>();
        for (var path = last; path is not null; path = path.Before)
        {
            var to = path.End == cuts.Length - 1 ? message.Count : places[cuts[path.End].At];
            clauses.Insert(0, new(path.Start == 0 ? 0 : places[cuts[path.Start].At], to, path.Intent, path.Share));
        }

        Exported(clauses);
        // Small talk belongs to what is asked; only a greeting or thanks of its own, before it, is answered too.
        var real = clauses.Where((clause, at) => !Small.Contains(clause.Intent) || (at == 0 && clause.Intent is Intents.Greet or Intents.Thanks && !IsCall(clause)) || (clause.Intent == Intents.Help && clause.Sureness > PlainHelp && message.Words.GetRange(clause.From, clause.To - clause.From).Exists(word => Asking.Contains(word.Fold)))).ToList();
        if (real.Count == 0 || real.TrueForAll(clause => Small.Contains(clause.Intent))) return clauses.Count > 1 ? [.. clauses.Where(clause => clause.Intent != Intents.OutOfScope || clauses.TrueForAll(one => one.Intent == clause.Intent))] : clauses;
        real[0] = real[0] with { From = 0 };
        return real;
    }

    /// <summary>"The turnover of Ahold in a spreadsheet": what is looked up and at once said to be a file is that file.</summary>
    private void Exported(List<Clause> clauses)
    {
        for (var at = clauses.Count - 1; at > 0; at--)
        {
            var (before, file) = (clauses[at - 1], clauses[at]);
            if (file.Intent != Intents.ReportExport || !Looked.Contains(before.Intent) || message.Words[file.From - 1].Kind == WordKind.Sign || Joints.Contains(message.Words[file.From].Fold)) continue;
            clauses[at - 1] = before with { To = file.To, Intent = file.Intent, Sureness = file.Sureness };
            clauses.RemoveAt(at);
        }
    }

    /// <summary>"Hey, three things", "dag, vrijdag ben ik": no more than a call for attention.</summary>
    private bool IsCall(Clause clause) => clause.Intent == Intents.Greet && message.Words.GetRange(clause.From, clause.To - clause.From) is var said && said.Count(word => word.Kind == WordKind.Letters) == 1
        && !said.Exists(word => word.Text is "!" or ".");

    /// <summary>Least at the end of a sentence; most before a word that a matter often begins with.</summary>
    private float Cost(int at)
    {
        var (before, word) = (places[at - 1], places[at]);
        if (IsWithinName(word)) return float.MaxValue;
        var cost = words[at - 1] == "?" || message.Text.AsSpan(message.Words[word - 1].End, message.Words[word].Start - message.Words[word - 1].End).Contains('\n') ? 0 : float.MaxValue;
        for (var sign = before + 1; sign < word; sign++)
            if (message.Words[sign].Kind == WordKind.Sign && !message.Quoted[sign] && !IsWithinName(sign)) cost = Math.Min(cost, SignCost(sign));
        if (Joints.Contains(words[at]) && !Joints.Contains(words[at - 1])) return Math.Min(cost, 0.4f);
        return model.Families.Of(words[at]).Contains("=opener") ? Math.Min(cost, Weak) : cost;
    }

    private float SignCost(int sign) => message.Words[sign].Text switch
    {
        "!" or "?" or ";" or "…" or "punt" or "puntkomma" => 0,
        "." => sign == 0 || !Abbreviations.Contains(message.Words[sign - 1].Fold) || !message.Words[sign].Joined ? 0 : 0.3f,
        ":" => 1,
        "," or "+" or ">" or "–" or "—" or "(" or "/" => Comma,
        "komma" or "comma" => Comma,
        "-" when !message.Words[sign].Joined => 0.3f,
        _ => float.MaxValue,
    };

    private bool IsWithinName(int at) => message.Mentions.Any(mention => mention.From < at && at < mention.To)
        || message.Values.Any(value => value.Start < message.Words[at].Start && message.Words[at].Start < value.End);
}
