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
var random = new Shuffle(20260304);
var examples = new Examples(corpus, random);
var trainer = new Trainer(new(families), random);

using var writer = new BinaryWriter(File.Create(output));
writer.Write(string.Join('\n', families));
writer.Write(string.Join(' ', corpus.Words().Order(StringComparer.Ordinal)));
foreach (var (labels, make) in ((string[], Func<List<Example>>)[])[(examples.Intents, examples.OfMessages), (examples.AfterLabels, examples.OfWhatComesAfter), (examples.Acts, examples.OfTurns)])
    trainer.Train(labels, make).Write(writer);
trainer.TrainEach(examples.Intents, examples.OfPresence).Write(writer);
