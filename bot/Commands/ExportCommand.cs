using System.CommandLine;
using SalesBot.Data.Exchange;

namespace SalesBot.Bot.Commands;

/// <summary><c>export PATH</c>: everything a tenant owns, in the import formats.</summary>
internal static class ExportCommand
{
    public static Command Create(string[] settings)
    {
        var folder = new Argument<string>("path") { Description = "The folder to write to." };
        var tenant = TenantOption.Create();
        var command = new Command("export", "Exports everything a tenant owns, in the import formats.") { folder, tenant };
        command.SetAction(async (words, cancel) =>
        {
            await using var bot = await OfflineBot.OpenAsync(settings, cancel);
            foreach (var path in await new Exporter(bot.Store, bot.Tenant(words.GetValue(tenant))).ExportAsync(words.GetRequiredValue(folder), cancel))
            {
                Console.WriteLine(path);
            }
            return 0;
        });
        return command;
    }
}
