using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Training;
using SalesBot.Training.Names;

// training names MARKED-FOLDER CORPUS-FOLDER OUTPUT-FOLDER: what names and roles are found by.
if (args is ["names", var marked, var masked, var models])
{
    NamesTraining.Write(marked, Corpus.Read(Directory.GetFiles(masked, "??-*.txt").Where(file => !file.Contains("collected", StringComparison.Ordinal)).Concat(Directory.GetFiles(masked, "??.txt"))), new(File.ReadAllLines(Path.Combine(masked, "families.txt"))), models);
    return;
}

// training CORPUS-FOLDER OUTPUT: reads the sentences, writes what the embedded understanding is made of.
var (folder, output) = (args[0], args[1]);
var families = File.ReadAllLines(Path.Combine(folder, "families.txt"));
var corpus = Corpus.Read(Directory.GetFiles(folder, "*.txt").Where(file => Path.GetFileName(file) is ['n', 'l', ..] or ['e', 'n', ..]));
var words = corpus.Words();
var spoken = new SpokenWords(words, new(families));

// Each model by a random order of its own, so that they can be learned side by side and still come out the same everywhere.
Func<Examples, Trainer, LinearModel>[] lessons =
[
    (examples, trainer) => trainer.Train(examples.Intents, examples.OfMessages),
    (examples, trainer) => trainer.Train(examples.AfterLabels, examples.OfWhatComesAfter),
    (examples, trainer) => trainer.Train(examples.Acts, examples.OfTurns),
    (examples, trainer) => trainer.TrainEach(examples.Intents, examples.OfPresence),
];
var learned = lessons.Select((lesson, at) => (lesson, random: new Shuffle(20260304 + (uint)at))).AsParallel().AsOrdered()
    .Select(one => one.lesson(new Examples(corpus, one.random), new Trainer(spoken, one.random))).ToArray();

using var writer = new BinaryWriter(File.Create(output));
Stored.Write(writer, string.Join('\n', families));
Stored.Write(writer, string.Join(' ', words));
foreach (var model in learned) model.Write(writer);
