namespace SalesBot.Training;

/// <summary>What the three models learn from, written out of the corpus anew for every round.</summary>
internal sealed class Examples(Corpus corpus, Shuffle random)
{
    /// <summary>So many ways of saying a line in a round at most: lines with many choices do not outweigh the others.</summary>
    private const int PerLine = 6;

    /// <summary>What steers a running conversation, whatever it is about.</summary>
    private static readonly string[] Steering = ["confirm", "deny", "cancel", "undo", "skip", "repeat"];

    /// <summary>Labels that make sense only in a conversation.</summary>
    private static readonly string[] Turns = ["correct_slot", "answer", "follow"];

    private static readonly string[] Reports = ["log_visit", "log_visit", "log_visit", "log_event", "log_lead", "log_issue", "log_satisfaction", "log_market_info", "request_quote", "add_follow_up"];
    private static readonly string[] Extras = ["request_quote", "add_follow_up", "log_market_info", "log_issue", "log_satisfaction", "log_lead", "request_quote", "add_follow_up", "log_market_info"];
    private static readonly string[] NeverAfter = ["greet", "out_of_scope", .. Steering.Except(["undo"]), .. Turns];

    /// <summary>How many messages in a hundred ramble before they come to the point.</summary>
    private const int Rambling = 12;

    private readonly Noise noise = new(random);
    private readonly Dictionary<bool, string[]> chatter = corpus.Chatter.GroupBy(line => line.Dutch, line => line.Line).ToDictionary(lines => lines.Key, lines => lines.ToArray());

    public string[] Intents { get; } = [.. corpus.Whole.Select(line => line.Intent).Except(Steering).Except(Turns).Append("undo").Distinct().Order(StringComparer.Ordinal)];

    public string[] AfterLabels => field ??= [Corpus.Same, .. Intents.Except(NeverAfter)];

    public string[] Acts => ["fresh", .. Steering, .. Turns];

    /// <summary>A message, or its first matter, and its intent.</summary>
    public List<Example> OfMessages()
    {
        var examples = new List<Example>();
        foreach (var (dutch, intent, line) in corpus.Whole.Where(line => Intents.Contains(line.Intent)))
        {
            foreach (var text in Said(line))
            {
                examples.Add(new(intent, noise.Write(text, dutch, framed: true, intent == "out_of_scope" ? 18 : 2)));
                if (intent != "out_of_scope" && random.Once(Rambling)) examples.Add(new(intent, [.. Aside(dutch), .. noise.Write(text, dutch, framed: false), .. random.Once(25) ? Aside(dutch) : []]));
                // "Bij Achmea geweest, sprak met Jan" is a visit before the comma already.
                if (text.IndexOfAny([',', ':']) is var comma && comma > 0 && Corpus.Tokens(text[..comma]).Count > 2)
                    examples.Add(new(intent, noise.Write(text[..comma], dutch, framed: true), Weight: 0.5f));
            }
        }

        foreach (var (dutch, pieces) in Several())
            examples.Add(new(pieces[0].Intent, noise.Write(pieces[0].Text, dutch, framed: true)));
        foreach (var (dutch, line) in corpus.Chatter)
            for (var time = 0; time < 2; time++) examples.Add(new("out_of_scope", noise.Write(Corpus.Say(line, random), dutch, framed: true, 6), Weight: 0.5f));
        return examples;
    }

    /// <summary>What comes after something else: a matter of its own, or more of the same.</summary>
    public List<Example> OfWhatComesAfter()
    {
        var examples = new List<Example>();
        var own = corpus.Whole.Where(line => AfterLabels.Contains(line.Intent)).ToArray();
        var byIntent = own.GroupBy(line => line.Intent).ToDictionary(lines => lines.Key, lines => lines.ToArray());
        string[] anything = [.. AfterLabels.Skip(1), "greet", "thanks", "undo", "out_of_scope"];
        foreach (var (dutch, intent, line) in own)
        {
            foreach (var text in Said(line))
            {
                var parts = text.Split([',', ':', '.', ';'], StringSplitOptions.RemoveEmptyEntries).Where(part => Corpus.Tokens(part).Count > 0).ToArray();
                foreach (var part in parts.Skip(1)) examples.Add(Further(dutch, intent, Corpus.Same, part, or: intent));
                if (random.Once(Rambling)) examples.Add(Further(dutch, "out_of_scope", intent, text, 0.7f));
                // Whatever a sentence is cut into, its end belongs to its beginning.
                var words = Corpus.Tokens(text);
                if (words.Count > 4) examples.Add(Further(dutch, intent, Corpus.Same, string.Join(' ', words.Skip(2 + random.Next(words.Count - 3))), 0.7f, intent));
            }

            foreach (var before in (string[])[random.Once(70) ? random.Of(Reports) : random.Of(anything), random.Of(anything)])
                if (before != intent) examples.Add(Further(dutch, before, intent, Corpus.Say(line, random), Extras.Contains(intent) ? 0.6f : 0.5f));
        }

        foreach (var (dutch, intent, line) in corpus.Whole.Where(line => Intents.Contains(line.Intent) && !AfterLabels.Contains(line.Intent)))
        {
            foreach (var words in Said(line).Select(Corpus.Tokens).Where(words => words.Count > 2))
                examples.Add(Further(dutch, intent, Corpus.Same, string.Join(' ', words.Skip(1 + random.Next(words.Count - 1)))));
        }

        foreach (var (dutch, line) in corpus.Chatter)
        {
            for (var time = 0; time < 4; time++)
            {
                var before = time < 2 ? random.Of(Reports) : random.Of(anything);
                examples.Add(Further(dutch, before, Corpus.Same, Corpus.Say(line, random)));
            }
        }

        for (var i = 0; i < own.Length / 2; i++)
        {
            var extra = random.Of(Extras);
            var before = random.Of(Reports);
            var (dutch, _, line) = random.Of(byIntent[extra]);
            if (before != extra) examples.Add(Further(dutch, before, extra, Corpus.Say(line, random)));
        }

        foreach (var (dutch, label, line) in corpus.After)
        {
            foreach (var text in Said(line).Concat(Said(line)))
            {
                // What is reported goes together, and so does what is looked up.
                var before = random.Once(Extras.Contains(label) || Reports.Contains(label) || label == Corpus.Same ? 75 : 25) ? random.Of(Reports) : random.Of(anything);
                examples.Add(Further(dutch, before, before == label ? Corpus.Same : label, text));
            }
        }

        foreach (var (dutch, pieces) in Several())
        {
            for (var i = 0; i < pieces.Count; i++)
            {
                var parts = pieces[i].Text.Split([',', '.', ';'], StringSplitOptions.RemoveEmptyEntries).Where(part => Corpus.Tokens(part).Count > 0).ToArray();
                if (i > 0 && AfterLabels.Contains(pieces[i].Intent))
                {
                    examples.Add(Further(dutch, pieces[i - 1].Intent, pieces[i].Intent, pieces[i].Text));
                    if (parts.Length > 1 && Corpus.Tokens(parts[0]).Count > 2) examples.Add(Further(dutch, pieces[i - 1].Intent, pieces[i].Intent, parts[0], 0.5f));
                }

                foreach (var part in parts.Skip(1)) examples.Add(Further(dutch, pieces[i].Intent, Corpus.Same, part, or: pieces[i].Intent));
            }
        }

        return examples;
    }

    /// <summary>What a message does in a conversation: it steers, answers, corrects, asks on, or begins something new.</summary>
    public List<Example> OfTurns()
    {
        var examples = new List<Example>();
        foreach (var sentence in corpus.Whole)
        {
            var (dutch, label, line) = sentence;
            var contexts = sentence.Place is { } place ? ["_" + place] : label switch
            {
                "correct_slot" => ["_confirm", "_confirm", "_slot", "_none"],
                "answer" => ["_slot"],
                "follow" => ["_answered"],
                _ => (string[])["_none", "_confirm", "_slot", "_answered"],
            };
            var act = Steering.Contains(label) || Turns.Contains(label) ? label : "fresh";
            foreach (var text in Said(line).Take(act == "fresh" ? 2 : PerLine))
            {
                var context = random.Of(contexts);
                examples.Add(new(act, [context, .. noise.Write(text, dutch, framed: act == "fresh", steering: act != "fresh")], "in " + context));
            }
        }

        return examples;
    }

    /// <summary>Messages of one matter and of several, and all that each is about.</summary>
    public List<Mixture> OfPresence()
    {
        var examples = new List<Mixture>();
        var whole = corpus.Whole.Where(line => Intents.Contains(line.Intent)).ToArray();
        foreach (var (dutch, intent, line) in whole)
        {
            foreach (var text in Said(line).Take(3))
            {
                var words = noise.Write(text, dutch, framed: true, intent == "out_of_scope" ? 18 : 2);
                if (intent != "out_of_scope" && random.Once(Rambling)) words = [.. Aside(dutch), .. words, .. random.Once(35) ? Aside(dutch) : []];
                examples.Add(new([intent], words));
            }
        }

        foreach (var (dutch, pieces) in Several())
            examples.Add(new([.. pieces.Select(piece => piece.Intent).Distinct()], [.. pieces.SelectMany(piece => noise.Write(piece.Text, dutch, framed: false))]));

        var byLanguage = whole.Where(line => !NeverAfter.Contains(line.Intent) || line.Intent is "greet" or "switch_language" or "undo").ToLookup(line => line.Dutch, line => (line.Intent, line.Line));
        var after = corpus.After.ToLookup(line => line.Dutch, line => (line.Intent, line.Line));
        foreach (var dutch in (bool[])[true, false])
        {
            var (first, next) = (byLanguage[dutch].ToArray(), after[dutch].ToArray());
            var reports = first.Where(line => Reports.Contains(line.Intent)).ToArray();
            var byIntent = first.GroupBy(line => line.Intent).ToDictionary(lines => lines.Key, lines => lines.ToArray());
            string[] intents = [.. byIntent.Keys];
            for (var i = 0; i < first.Length; i++)
            {
                // What people report goes together; and anything may follow anything.
                var reported = random.Once(45);
                var (intent, line) = reported ? random.Of(reports) : first[i];
                var labels = new HashSet<string> { intent };
                var words = noise.Write(Corpus.Say(line, random), dutch, framed: true);
                for (var more = random.Once(25) ? 2 : 1; more > 0; more--)
                {
                    var (other, also) = reported && random.Once(55) ? random.Of(next) : reported ? random.Of(reports) : random.Of(byIntent[random.Of(intents)]);
                    if (other != Corpus.Same) labels.Add(other);
                    if (random.Once(50)) words.AddRange(noise.Joint(dutch).Split(' '));
                    words.AddRange(noise.Write(Corpus.Say(also, random), dutch, framed: false));
                }

                examples.Add(new(labels, words));
            }
        }

        return examples;
    }

    /// <summary>One or two sentences that lead to nothing.</summary>
    private List<string> Aside(bool dutch) => [.. Enumerable.Range(0, random.Once(35) ? 2 : 1).SelectMany(_ => noise.Write(Corpus.Say(random.Of(chatter[dutch]), random), dutch, framed: false, 5))];

    private Example Further(bool dutch, string before, string label, string text, float weight = 1, string? or = null) =>
        new(label, [.. random.Once(40) ? noise.Joint(dutch).Split(' ') : [], .. noise.Write(text, dutch, framed: false)], "after " + before, weight, or);

    private IEnumerable<(bool Dutch, List<Piece> Pieces)> Several()
    {
        foreach (var (dutch, line) in corpus.Several)
        {
            for (var time = 0; time < Math.Clamp(Corpus.Ways(line), 2, PerLine); time++)
            {
                yield return (dutch, [.. Corpus.Say(line, random).Split('{', StringSplitOptions.RemoveEmptyEntries).Select(piece => piece.Split('}', 2))
                    .Where(piece => piece.Length == 2 && Corpus.Tokens(piece[1]).Count > 0).Select(piece => new Piece(piece[0], piece[1]))]);
            }
        }
    }

    private IEnumerable<string> Said(string line)
    {
        for (var time = Math.Clamp(Corpus.Ways(line), 2, PerLine); time > 0; time--)
        {
            var text = Corpus.Say(line, random);
            if (Corpus.Tokens(text).Count > 0) yield return text;
        }
    }
}
