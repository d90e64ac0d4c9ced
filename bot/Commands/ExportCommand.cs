using System.CommandLine;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;

namespace SalesBot.Bot.Commands;

/// <summary><c>export PATH</c>: everything a tenant owns, in the import formats.</summary>
internal static class ExportCommand
{
    public static Command Create(string[] settings)
    {
        var folder = new Argument<string>("path") { Description = "The folder to write to." }.NoOption();
        var tenant = TenantOption.Create();
        var command = new Command("export", "Exports everything a tenant owns, in the import formats.") { folder, tenant };
        command.SetAction(async (words, cancel) =>
        {
            await using var bot = await OfflineBot.OpenExistingAsync(settings, cancel);
            var of = bot.Tenant(words.GetValue(tenant));
            if ((await new Organisation(bot.Store, of).UsersAsync(cancel)).Count == 0) await Console.Error.WriteLineAsync($"Of tenant {of} nothing is stored: the files have headers only.");
            foreach (var path in await new Exporter(bot.Store, of).ExportAsync(words.GetRequiredValue(folder), cancel))
            {
                Console.WriteLine(path);
            }
            return 0;
        });
        return command;
    }
}
