using System.Globalization;
using BenchmarkDotNet.Running;
using SalesBot.Bench.Load;
using SalesBot.Bench.Parts;

// The parts by BenchmarkDotNet; answers in teams of different size: "answers 1000 10000"; or the whole under load: "load" and, for an
// hour, "soak", which start "ceiling" and "connector" beside the bot.
switch (args)
{
    case ["ceiling", .. var rest]: await Ceiling.ServeAsync(rest); break;
    case ["connector", .. var rest]: await StubConnector.ServeAsync(rest); break;
    case ["load", .. var rest]: await LoadRun.RunAsync(rest); break;
    case ["soak", .. var rest]: await SoakRun.RunAsync(rest); break;
    case ["answers", .. var sizes]: await AnswerScale.RunAsync(sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))); break;
    default: BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(args); break;
}
