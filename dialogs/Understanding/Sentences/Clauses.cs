namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>A part of a message with its intent.</summary>
internal sealed record Clause(int From, int To, string Intent, float Sureness);

/// <summary>Finds what is asked, clause by clause.</summary>
internal static class Clauses
{
    /// <summary>A clause longer than this is judged by its beginning.</summary>
    private const int Longest = 120;

    private static readonly HashSet<string> Abbreviations =
        ["off", "max", "min", "mevr", "dhr", "mw", "evt", "ca", "incl", "excl", "gem", "st", "mr", "mrs", "ms", "dr", "drs", "ir", "nr", "no", "bv", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec", "a", "p", "pers", "vrg", "volg", "tel", "o", "u", "n", "b", "v", "approx", "vs", "afd", "i", "e", "g", "m"];

    private static readonly HashSet<string> Joints = [",", "en", "and", "maar", "but", "daarnaast", "ook", "also", "then", "verder", "plus"];

    /// <summary>Reports tell a story; only a turn of phrase beyond doubt makes more of it.</summary>
    private static readonly HashSet<string> Reports = [Intents.LogVisit, Intents.LogEvent, Intents.RequestQuote, Intents.LogLead, Intents.LogMarketInfo, Intents.LogIssue, Intents.LogSatisfaction, Intents.AddFollowUp, Intents.ChangeQuote, Intents.Proposal];

    private static readonly HashSet<string> Small = [Intents.Greet, Intents.Thanks, Intents.OutOfScope, Intents.Help, Intents.Confirm, Intents.Deny];

    /// <summary>What a report may bring along.</summary>
    private static readonly HashSet<string> Extras = [Intents.RequestQuote, Intents.AddFollowUp, Intents.LogMarketInfo, Intents.LogIssue, Intents.LogSatisfaction, Intents.LogLead, Intents.LogVisit, Intents.LogEvent];

    public static List<Clause> Of(Message message)
    {
        var clauses = new List<Clause>();
        foreach (var (from, to) in Sentences(message))
        {
            Add(message, from, to, clauses);
        }

        var real = clauses.Where(clause => !Small.Contains(clause.Intent)).ToList();
        if (real.Count > 0 && real.Count < clauses.Count)
        {
            // "Hoi, ..." or "... bedankt": the small words belong to what is asked.
            real[0] = real[0] with { From = Math.Min(real[0].From, clauses[0].From) };
            clauses = real;
        }

        return clauses;
    }

    /// <summary>The intents of a text as a whole, likeliest first, with a share of certainty.</summary>
    public static List<(string Intent, float Share)> Rank(List<string> masked)
    {
        if (masked.Count > Longest)
        {
            masked = masked[..Longest];
        }

        var model = IntentModel.Instance;
        var scores = model.Score(masked);
        var cues = Cues.In(string.Join(' ', masked));
        var ranked = new List<(string Intent, float Logit)>(scores.Length);
        for (var i = 0; i < scores.Length; i++)
        {
            ranked.Add((model.IntentNames[i], MathF.Log(scores[i] + 1e-4f) + (cues.GetValueOrDefault(model.IntentNames[i]) * 0.7f)));
        }

        var top = ranked.Max(one => one.Logit);
        var sum = ranked.Sum(one => MathF.Exp(one.Logit - top));
        return [.. ranked.OrderByDescending(one => one.Logit).Select(one => (one.Intent, MathF.Exp(one.Logit - top) / sum))];
    }

    private static void Add(Message message, int from, int to, List<Clause> clauses)
    {
        var masked = message.Masked(from, to);
        if (masked.Count == 0)
        {
            return;
        }

        var (intent, share) = Judge(masked);
        var first = clauses.LastOrDefault(clause => !Small.Contains(clause.Intent));
        if (first is not null && (intent == Intents.OutOfScope || (Reports.Contains(first.Intent) && !(IsExtra(masked, intent) && intent != first.Intent))))
        {
            var kept = first.Intent;
            clauses.Add(new(from, to, kept, share));
        }
        else
        {
            clauses.Add(new(from, to, intent, share));
        }

        Further(message, from, to, clauses);
    }

    private static bool IsExtra(List<string> masked, string intent) => Cues.In(string.Join(' ', masked)).ContainsKey(intent) && !Small.Contains(intent);

    /// <summary>Within one sentence: what stands after a comma or "en" may be something else again.</summary>
    private static void Further(Message message, int from, int to, List<Clause> clauses)
    {
        var main = clauses[^1];
        var cuts = Cuts(message, from, to);
        if (cuts.Count == 0)
        {
            return;
        }

        clauses.RemoveAt(clauses.Count - 1);
        cuts.Insert(0, from);
        cuts.Add(to);
        var parts = new List<Clause>();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var masked = message.Masked(cuts[i], cuts[i + 1]);
            var (intent, share) = masked.Count > 1 ? Judge(masked) : (main.Intent, 0);
            var stands = masked.Count > 2 && IsExtra(masked, intent) && share > 0.6f
                && (!Reports.Contains(main.Intent) || Extras.Contains(intent));
            parts.Add(new(cuts[i], cuts[i + 1], stands ? intent : "", share));
        }

        // The sentence's own intent holds where no part of it says otherwise; it is kept if any part says it or none does.
        var said = parts.Where(part => part.Intent.Length > 0).Select(part => part.Intent).Distinct().ToList();
        var current = said.Count == 0 ? main.Intent : parts[0].Intent.Length > 0 ? parts[0].Intent : said.Contains(main.Intent) || Reports.Contains(main.Intent) ? main.Intent : said[0];
        foreach (var part in parts)
        {
            current = part.Intent.Length > 0 ? part.Intent : current;
            clauses.Add(part with { Intent = current });
        }
    }

    private static (string Intent, float Share) Judge(List<string> masked)
    {
        var ranked = Rank(masked);
        var (intent, share) = ranked[0];
        if (intent != Intents.OutOfScope)
        {
            var names = masked.Any(word => word is "_acc" or "_per" or "_comp" or "_qno");
            var known = masked.Count(word => word[0] == '_' || IntentModel.Knows(word)) / (float)masked.Count;
            var cued = Cues.In(string.Join(' ', masked)).ContainsKey(intent);
            if (!cued && (share < (names ? 0.25f : 0.4f) || (!names && known < 0.5f)))
            {
                return (Intents.OutOfScope, share);
            }
        }

        return (intent, share);
    }

    private static List<(int From, int To)> Sentences(Message message)
    {
        var sentences = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i < message.Count; i++)
        {
            var sign = message.Words[i];
            var ends = sign.Kind == WordKind.Sign && !message.Quoted[i] && !IsWithinName(message, i)
                && (sign.Text is "!" or "?" or ";" or "…" || (sign.Text == "." && (i == 0 || !Abbreviations.Contains(message.Words[i - 1].Fold) || !sign.Joined)));
            var line = i + 1 < message.Count && message.Text.AsSpan(sign.End, message.Words[i + 1].Start - sign.End).Contains('\n');
            if (ends || line)
            {
                sentences.Add((from, i + 1));
                from = i + 1;
            }
        }

        if (from < message.Count)
        {
            sentences.Add((from, message.Count));
        }

        return sentences;
    }

    private static bool IsWithinName(Message message, int at) => message.Mentions.Any(mention => mention.From <= at && at < mention.To)
        || message.Values.Any(value => value.Start <= message.Words[at].Start && message.Words[at].Start < value.End);

    private static List<int> Cuts(Message message, int from, int to)
    {
        var cuts = new List<int>();
        for (var i = from + 1; i < to - 1; i++)
        {
            if (Joints.Contains(message.Words[i].Fold) && !message.Quoted[i] && !IsWithinName(message, i) && cuts.Count < 12)
            {
                cuts.Add(i + 1);
            }
        }

        return cuts;
    }
}
