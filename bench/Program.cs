using BenchmarkDotNet.Running;
using SalesBot.Bench.Load;

// The parts by BenchmarkDotNet, or the whole under load: "load", which starts "ceiling" and "connector" beside the bot.
switch (args)
{
    case ["ceiling", .. var rest]: await Ceiling.ServeAsync(rest); break;
    case ["connector", .. var rest]: await StubConnector.ServeAsync(rest); break;
    case ["load", .. var rest]: await LoadRun.RunAsync(rest); break;
    default: BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(args); break;
}
