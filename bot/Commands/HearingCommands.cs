using System.CommandLine;
using SalesBot.Bot.Settings;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Lines;
using SalesBot.Dialogs.Understanding.Modelled;

namespace SalesBot.Bot.Commands;

/// <summary><c>understand</c> and <c>recognize</c>: JSON Lines in, JSON Lines out, without a server.</summary>
internal static class HearingCommands
{
    public static Command Recognize()
    {
        var command = new Command("recognize", "Reads dates, times, numbers and amounts of money from JSON Lines.");
        command.SetAction(async (_, cancel) =>
        {
            await JsonLines.RecognizeLines(Console.In, Console.Out, cancel);
            return 0;
        });
        return command;
    }

    public static Command Understand(string[] settings)
    {
        var by = new Option<string>("--by") { Description = "embedded or model", DefaultValueFactory = _ => "embedded" };
        by.AcceptOnlyFromAmong("embedded", "model");
        var command = new Command("understand", "Understands messages from JSON Lines.") { by };
        command.SetAction((words, cancel) => UnderstandAsync(settings, words.GetRequiredValue(by) == "model", cancel));
        return command;
    }

    private static async Task<int> UnderstandAsync(string[] args, bool byModel, CancellationToken cancel)
    {
        await using var bot = await OfflineBot.OpenAsync(args, cancel);
        var names = await NamesAsync(bot, cancel);
        var embedded = new EmbeddedUnderstanding();
        if (!byModel)
        {
            await JsonLines.UnderstandLines(Console.In, Console.Out, embedded, names, cancel);
            return 0;
        }
        var settings = bot.Settings.Model ?? throw new SettingException("SalesBot:Model:Endpoint", "is missing, which --by model needs.");
        using var model = new ModelUnderstanding(embedded, new ModelOptions(settings.Endpoint, settings.Name, settings.Key), bot.Clock);
        await JsonLines.UnderstandLines(Console.In, Console.Out, model, names, cancel);
        return 0;
    }

    /// <summary>The tenant's names; those of the demo organisation where there are none and it is wanted.</summary>
    private static async Task<Gazetteer> NamesAsync(OfflineBot bot, CancellationToken cancel)
    {
        var tenant = bot.Tenant(null);
        if (!bot.Settings.Demo || (await new Organisation(bot.Store, tenant).UsersAsync(cancel)).Count > 0) return await NamesAsync(bot.Store, tenant, cancel);
        // Read through a store of its own, so that asking for a meaning writes nothing to the configured one.
        var folder = Directory.CreateTempSubdirectory("salesbot-demo-");
        try
        {
            await using var demo = await SqliteStore.OpenAsync(Path.Combine(folder.FullName, "demo.db"), cancel);
            await new Importer(demo, tenant, bot.Clock).ImportAsync([DemoOrganisation.Folder], null, cancel);
            return await NamesAsync(demo, tenant, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Gazetteer> NamesAsync(IDocumentStore store, TenantId tenant, CancellationToken cancel)
    {
        const int all = int.MaxValue;
        var accounts = new List<AccountName>();
        var contacts = new List<string>();
        var competitors = new List<string>();
        foreach (var team in await new Organisation(store, tenant).TeamsAsync(cancel))
        {
            var partition = Partition.Of(tenant, team.Id);
            accounts.AddRange((await store.ListAsync(partition, Kinds.Account, "", all, cancel)).Select(row => new AccountName(row.Record.Id, row.Record.Name, row.Record.Aliases)));
            contacts.AddRange((await store.ListAsync(partition, Kinds.Contact, "", all, cancel)).Select(row => row.Record.Name));
            competitors.AddRange((await store.ListAsync(partition, Kinds.MarketInfo, "", all, cancel)).Select(row => row.Record.Competitor).OfType<string>());
        }
        var products = await store.ListAsync(Partition.Directory(tenant), Kinds.Product, "", all, cancel);
        return new Gazetteer(
            accounts, [.. contacts.Distinct()],
            [.. products.SelectMany(row => (string[])[row.Record.NameNl, row.Record.NameEn, .. row.Record.Aliases]).Distinct()], [.. competitors.Distinct()]);
    }
}
