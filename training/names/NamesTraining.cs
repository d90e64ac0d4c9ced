using SalesBot.Dialogs.Understanding.Tagging;

namespace SalesBot.Training.Names;

/// <summary>Learns from the marked sentences, as they stand and in many variants.</summary>
internal static class NamesTraining
{
    private const int Rounds = 4, PerRound = 6;

    /// <summary>Reads *-nl.txt and *-en.txt of a folder, writes names.model and roles.model.</summary>
    /// <param name="corpus">Sentences about the same matters with their names masked: names are learned from those too.</param>
    public static void Write(string marked, Corpus corpus, string models)
    {
        var sentences = Directory.GetFiles(marked, "*-??.txt").Order(StringComparer.Ordinal).SelectMany(file => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => (Line: line, Dutch: file.EndsWith("-nl.txt", StringComparison.Ordinal)))).ToArray();
        var random = new Shuffle(20260304);
        var variants = new Variants(File.ReadAllText(Path.Combine(marked, "lists.txt")), random);
        var templates = corpus.Whole.Select(line => (line.Dutch, line.Line)).Concat(corpus.After.Select(line => (line.Dutch, line.Line))).ToArray();
        Learn(Path.Combine(models, "names.model"), Tags.Names, TagExamples.Names, () => templates.Select(template => variants.Unmasked(template.Line, template.Dutch)));
        Learn(Path.Combine(models, "roles.model"), Tags.Roles, TagExamples.Roles, () => []);

        bool Forget() => random.Once(45);

        void Learn(string path, string[] tags, Func<Variant, Func<bool>, TagExample> example, Func<IEnumerable<MarkedSentence>> more)
        {
            var trainer = new TagTrainer(tags);
            for (var round = 0; round < Rounds; round++)
            {
                var examples = sentences.SelectMany(sentence => Enumerable.Range(0, PerRound).Select(way => example(way == 0 ? Variants.Plain(variants.Said(sentence.Line, sentence.Dutch)) : variants.Of(variants.Said(sentence.Line, sentence.Dutch)), Forget)))
                    .Concat(more().Select(sentence => example(variants.Of(sentence), Forget))).ToArray();
                for (var i = examples.Length - 1; i > 0; i--)
                {
                    var j = random.Next(i + 1);
                    (examples[i], examples[j]) = (examples[j], examples[i]);
                }

                foreach (var one in examples) trainer.Learn(one);
            }

            using var writer = new BinaryWriter(File.Create(path));
            trainer.Write(writer);
        }
    }
}
