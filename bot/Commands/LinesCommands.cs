using System.CommandLine;
using SalesBot.Bot.Settings;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Lines;

namespace SalesBot.Bot.Commands;

/// <summary><c>understand</c> and <c>recognize</c>: JSON Lines from standard input to standard output, without a server.</summary>
internal static class LinesCommands
{
    public static Command Understand(string[] settings)
    {
        var by = new Option<string>("--by") { Description = "Who understands.", DefaultValueFactory = _ => "embedded" }.AcceptOnlyFromAmong("embedded", "model");
        var tenant = TenantOption.Create();
        var command = new Command("understand", "Understands messages: a JSON object a line in, its intents and slots out.") { by, tenant };
        command.SetAction(async (words, cancel) =>
        {
            await using var bot = await OfflineBot.OpenAsync(settings, cancel);
            var model = words.GetValue(by) == "model"
                ? bot.Settings.Model ?? throw new SettingException("SalesBot:Model:Endpoint", "is missing: --by model needs one.")
                : null;
            var names = await NamesAsync(bot, words.GetValue(tenant), cancel);
            await JsonLines.UnderstandLines(Console.In, Console.Out, Assistants.Understanding(model, bot.Clock), names, cancel);
            return 0;
        });
        return command;
    }

    public static Command Recognize()
    {
        var command = new Command("recognize", "Recognises dates, times, numbers and money: a JSON object a line in, its values out.");
        command.SetAction(async (_, cancel) =>
        {
            await JsonLines.RecognizeLines(Console.In, Console.Out, cancel);
            return 0;
        });
        return command;
    }

    /// <summary>The names of the store; of the demo organisation where that is empty and wanted.</summary>
    private static async Task<Gazetteer> NamesAsync(OfflineBot bot, string? named, CancellationToken cancel)
    {
        var tenant = bot.Tenant(named);
        if (!bot.Settings.Demo || (await new Organisation(bot.Store, tenant).UsersAsync(cancel)).Count > 0)
            return await NameBook.OfTenantAsync(bot.Store, tenant, cancel);
        var folder = Directory.CreateTempSubdirectory("salesbot-names-");
        try
        {
            await using var store = await SqliteStore.OpenAsync(Path.Combine(folder.FullName, "demo.db"), cancel);
            var files = new[] { "users.csv", "accounts.csv", "contacts.csv", "products.csv" };
            await new Importer(store, tenant, bot.Clock).ImportAsync([.. files.Select(file => Path.Combine(DemoOrganisation.Folder, file))], null, cancel);
            return await NameBook.OfTenantAsync(store, tenant, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
