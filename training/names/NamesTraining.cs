using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Tagging;

namespace SalesBot.Training.Names;

/// <summary>Learns from the marked sentences, as they stand and in many variants.</summary>
internal static class NamesTraining
{
    private const int Rounds = 4, PerRound = 4;

    /// <summary>Reads *-nl.txt and *-en.txt of a folder, writes names.model and roles.model.</summary>
    /// <param name="corpus">Sentences about the same matters with their names masked: names are learned from those too.</param>
    public static void Write(string marked, Corpus corpus, WordFamilies families, string models)
    {
        var sentences = Directory.GetFiles(marked, "*-??.txt").Order(StringComparer.Ordinal).SelectMany(file => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => (Line: line, Dutch: file.EndsWith("-nl.txt", StringComparison.Ordinal)))).ToArray();
        var lists = File.ReadAllText(Path.Combine(marked, "lists.txt"));
        var templates = corpus.Whole.Concat(corpus.After).ToArray();
        // Each by a random order of its own, so that they can be learned side by side and still come out the same everywhere.
        Parallel.Invoke(
            () => Learn(Path.Combine(models, "names.model"), Tags.Names, (variant, forget) => TagExamples.Names(variant, forget, families), variants => templates.Select(template => variants.Unmasked(template.Line, template.Dutch, template.Intent))),
            () => Learn(Path.Combine(models, "roles.model"), Tags.Roles, (variant, forget) => TagExamples.Roles(variant, forget, families), variants => templates.Where(template => template.Intent.Contains('_', StringComparison.Ordinal) && template.Intent != "correct_slot").Select(template => variants.Unmasked(template.Line, template.Dutch, template.Intent)).Where(sentence => sentence.Pieces.All(piece => piece.Tag != "?"))));

        // What is said in one breath with something else plays the same part.
        IEnumerable<MarkedSentence> Joined(Variants variants, Shuffle random)
        {
            for (var i = 0; i < sentences.Length; i++)
            {
                var (line, dutch) = random.Of(sentences);
                var (other, also) = random.Of(sentences);
                if (dutch == also) yield return variants.Joined(variants.Said(line, dutch), variants.Said(other, dutch));
            }
        }

        void Learn(string path, string[] tags, Func<Variant, Func<bool>, TagExample> example, Func<Variants, IEnumerable<MarkedSentence>> more)
        {
            var random = new Shuffle(20260304);
            var variants = new Variants(lists, random);
            bool Forget() => random.Once(45);
            var trainer = new TagTrainer(tags);
            for (var round = 0; round < Rounds; round++)
            {
                var examples = sentences.SelectMany(sentence => Enumerable.Range(0, PerRound).Select(way => example(way == 0 ? Variants.Plain(variants.Said(sentence.Line, sentence.Dutch)) : variants.Of(variants.Said(sentence.Line, sentence.Dutch)), Forget)))
                    .Concat(Joined(variants, random).Concat(more(variants)).Select(sentence => example(variants.Of(sentence), Forget))).ToArray();
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
