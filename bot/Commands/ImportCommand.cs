using System.CommandLine;
using SalesBot.Data.Exchange;
using SalesBot.Dialogs.Imports;
using Spectre.Console;

namespace SalesBot.Bot.Commands;

/// <summary><c>import PATH...</c>: files and folders into a tenant's store; every bad row is named.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] settings)
    {
        var paths = new Argument<string[]>("path") { Description = "Files, or folders that hold them.", Arity = ArgumentArity.OneOrMore }.NoOption();
        var tenant = TenantOption.Create();
        var command = new Command("import", "Imports users, accounts, prices, revenue and the rest; running it again changes nothing.") { paths, tenant };
        command.SetAction((words, cancel) => RunAsync(settings, words.GetRequiredValue(paths), words.GetValue(tenant), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string[] paths, string? tenant, CancellationToken cancel)
    {
        await using var bot = await OfflineBot.OpenAsync(settings, cancel);
        var to = bot.Tenant(tenant);
        var report = await WithProgressAsync(progress => new Importer(bot.Store, to, bot.Clock).ImportAsync(paths, progress, cancel));
        var erased = await AfterImport.RunAsync(bot.Store, to, report, bot.Settings.ErasureLedger, bot.Clock, cancel);
        foreach (var file in report.Files)
        {
            Console.WriteLine($"{file.File}: {file.Read} read, {file.Written} written, {file.Unchanged} unchanged{(file.Moved > 0 ? $", {file.Moved} moved" : "")}");
        }
        foreach (var contact in erased) Console.WriteLine($"erased again: {contact}");
        foreach (var problem in report.Problems) await Console.Error.WriteLineAsync(problem.ToString());
        return report.Succeeded ? 0 : CommandLine.Refused;
    }

    /// <summary>A bar on a terminal, nothing elsewhere.</summary>
    private static Task<ImportReport> WithProgressAsync(Func<IProgress<ImportProgress>?, Task<ImportReport>> import)
    {
        if (Console.IsOutputRedirected) return import(null);
        return AnsiConsole.Progress().AutoClear(true).StartAsync(context =>
        {
            var bars = new Dictionary<string, ProgressTask>();
            return import(new Reporter(progress =>
            {
                if (!bars.TryGetValue(progress.File, out var bar)) bars[progress.File] = bar = context.AddTask(Markup.Escape(progress.File));
                bar.MaxValue(Math.Max(progress.Total, 1)).Value(progress.Done);
            }));
        });
    }

    private sealed class Reporter(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}

