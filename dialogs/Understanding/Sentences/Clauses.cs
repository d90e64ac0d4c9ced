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

    /// <summary>What it costs to believe in one more matter, and that it begins in the middle of a sentence.</summary>
    internal static float Another = 0.8f, Weak = 1.2f, First = 0.5f, LeapCost = 1.2f, WeakDoubt = 0.4f, Sign = 0.3f;

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

    private static readonly HashSet<string> Small = [Intents.Greet, Intents.Thanks, Intents.OutOfScope, Intents.Help];

    private readonly IntentModel model = IntentModel.Instance;
    private readonly Message message;
    private readonly List<string> words;
    private readonly List<int> places;
    private readonly PartScores messages;
    private readonly PartScores after;
    private readonly Dictionary<(int Piece, string Intent), float> doubts = [];
    private readonly Dictionary<(int Start, string Before), float[]> beginnings = [];

    private Clauses(Message message)
    {
        this.message = message;
        (words, places) = message.Masked();
        var count = Math.Min(words.Count, Longest);
        var features = Features.Of(words.GetRange(0, count), model.Families);
        (messages, after) = (new(model.Messages, features), new(model.After, features));
    }

    public static List<Clause> Of(Message message) => message.Masked().Words.Count == 0 ? [] : new Clauses(message).Find();

    /// <summary>The likeliest intent of a text as a whole.</summary>
    public static (string Intent, float Share) Whole(Message message)
    {
        var (words, _) = message.Masked();
        if (words.Count is 0 or > Longest) return (Intents.OutOfScope, 0);
        var model = IntentModel.Instance;
        var scores = new PartScores(model.Messages, Features.Of(words, model.Families)).Of(0, words.Count);
        var best = Array.IndexOf(scores, scores.Max());
        return (model.Messages.Labels[best], scores[best]);
    }

    private sealed record Path(float Score, int To, string Intent, float Sureness, Path? Before);

    private List<Clause> Find()
    {
        var count = Math.Min(words.Count, Longest);
        int[] cuts = [0, .. Cuts(count), count];
        var reached = new List<Path>[cuts.Length];
        for (var end = 1; end < cuts.Length; end++)
        {
            var paths = new Dictionary<string, Path>();
            void Consider(float share, string intent, int start, Path? before)
            {
                if (share < 0.02f) return;
                var score = (before?.Score ?? 0) + MathF.Log(share) - (before is null ? 0 : Cost(cuts[start]) + Another + Leap(before.Intent, intent)) - Doubt(cuts, start, end, intent) - (end > start + 1 ? First * -MathF.Log(Beginning(cuts, start, before, intent) + 0.03f) : 0);
                if (!paths.TryGetValue(intent, out var other) || other.Score < score) paths[intent] = new(score, cuts[end], intent, share, before);
            }

            var whole = messages.Of(0, cuts[end]);
            for (var label = 0; label < model.Messages.Labels.Length; label++) Consider(whole[label], model.Messages.Labels[label], 0, null);
            for (var start = 1; start < end; start++)
            {
                foreach (var before in reached[start])
                {
                    var shares = after.Of(cuts[start], cuts[end], "after " + before.Intent);
                    for (var label = 1; label < model.After.Labels.Length; label++)
                        if (model.After.Labels[label] != before.Intent) Consider(shares[label], model.After.Labels[label], start, before);
                }
            }

            reached[end] = [.. paths.Values.OrderByDescending(path => path.Score).Take(Beam)];
        }

        return Joined(reached[^1][0]);
    }

    /// <summary>How well the first piece of a part goes with the intent of the whole part.</summary>
    private float Beginning(int[] cuts, int start, Path? before, string intent)
    {
        var key = (start, before?.Intent ?? "");
        if (!beginnings.TryGetValue(key, out var shares))
            beginnings[key] = shares = before is null ? messages.Of(0, cuts[1]) : after.Of(cuts[start], cuts[start + 1], "after " + before.Intent);
        var label = Array.IndexOf((before is null ? model.Messages : model.After).Labels, intent);
        return shares[label];
    }

    private static float Leap(string before, string next) => before is Intents.Greet or Intents.Thanks || Array.Exists(Breaths, breath => breath.Contains(before) && breath.Contains(next)) ? 0 : LeapCost;

    /// <summary>How unlikely it is that the pieces of a part all belong to its one matter.</summary>
    private float Doubt(int[] cuts, int start, int end, string intent)
    {
        var doubt = 0f;
        for (var piece = start + 1; piece < end; piece++)
        {
            if (!doubts.TryGetValue((piece, intent), out var one))
            {
                var shares = after.Of(cuts[piece], cuts[piece + 1], "after " + intent);
                var own = Array.IndexOf(model.After.Labels, intent);
                doubts[(piece, intent)] = one = -MathF.Log(shares[0] + (own < 0 ? 0 : shares[own]) + 0.01f) * (Cost(cuts[piece]) >= Weak ? WeakDoubt : 1);
            }

            doubt += one;
        }

        return doubt;
    }

    private List<Clause> Joined(Path last)
    {
        var clauses = new List<Clause>();
        for (var path = last; path is not null; path = path.Before)
        {
            var from = path.Before is null ? 0 : places[path.Before.To];
            var to = path.To >= words.Count || path.To >= Longest ? message.Count : places[path.To];
            clauses.Insert(0, new(from, to, path.Intent, path.Sureness));
        }

        // What is small talk belongs to what is asked; only a greeting or thanks of its own, before it, is answered too.
        var real = clauses.Where((clause, at) => !Small.Contains(clause.Intent) || (at == 0 && clause.Intent is Intents.Greet or Intents.Thanks)).ToList();
        if (real.Exists(clause => !Small.Contains(clause.Intent)) && real.Count < clauses.Count)
        {
            real[0] = real[0] with { From = 0 };
            return real;
        }

        return clauses;
    }

    /// <summary>Places where something else may begin, at most so many, the likeliest ones.</summary>
    private IEnumerable<int> Cuts(int count) =>
        Enumerable.Range(1, Math.Max(0, count - 1)).Where(at => Cost(at) < float.MaxValue && !IsWithinName(places[at])).OrderBy(Cost).Take(MostCuts).Order();

    /// <summary>What it costs to believe that something else begins here.</summary>
    private float Cost(int at)
    {
        var sign = float.MaxValue;
        for (var i = places[at - 1] + 1; i < places[at]; i++)
        {
            if (message.Words[i].Kind == WordKind.Sign && !message.Quoted[i] && !IsWithinName(i)) sign = Math.Min(sign, Ends(i) ? 0 : message.Words[i].Text is "," or ":" or "+" or ">" || (message.Words[i].Text == "-" && !message.Words[i].Joined) || message.Words[i].Text is "–" or "—" or "(" or "." or "/" ? Sign : float.MaxValue);
        }

        if (words[at - 1] == "?" || message.Text.AsSpan(message.Words[places[at] - 1].End, message.Words[places[at]].Start - message.Words[places[at] - 1].End).Contains('\n')) sign = 0;
        return Math.Min(sign, Joints.Contains(words[at]) && !Joints.Contains(words[at - 1]) ? 0.4f : model.Families.Of(words[at]).Contains("=opener") ? Weak : float.MaxValue);
    }

    private bool Ends(int sign) => message.Words[sign].Text is "!" or "?" or ";" or "…"
        || (message.Words[sign].Text == "." && (sign == 0 || !Abbreviations.Contains(message.Words[sign - 1].Fold) || !message.Words[sign].Joined));

    private bool IsWithinName(int at) => message.Mentions.Any(mention => mention.From < at && at < mention.To)
        || message.Values.Any(value => value.Start < message.Words[at].Start && message.Words[at].Start < value.End);
}
