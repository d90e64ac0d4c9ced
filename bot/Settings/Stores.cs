using SalesBot.Data.Store;
using SalesBot.Data.Store.Cosmos;
using SalesBot.Data.Store.Sqlite;

namespace SalesBot.Bot.Settings;

/// <summary>Opens the store that the settings name.</summary>
internal static class Stores
{
    public static IServiceCollection AddStore(this IServiceCollection services, StoreSettings settings) =>
        // The container closes it at the end. Opened with the first service that needs it, which the start waits for.
        services.AddSingleton(_ => OpenAsync(settings, CancellationToken.None).GetAwaiter().GetResult());

    public static async Task<IDocumentStore> OpenAsync(StoreSettings settings, CancellationToken cancel) => settings switch
    {
        StoreSettings.Sqlite sqlite => await OpenAsync(sqlite, cancel),
        StoreSettings.Cosmos cosmos => await CosmosStore.OpenAsync(
            new CosmosOptions(
                cosmos.Endpoint, cosmos.Key, cosmos.Database, cosmos.Direct, cosmos.TrustAnyCertificate),
            cancel),
        _ => throw new InvalidOperationException("There are two kinds of store."),
    };

    private static async Task<IDocumentStore> OpenAsync(StoreSettings.Sqlite sqlite, CancellationToken cancel)
    {
        const string setting = "SalesBot:Store:Sqlite:Path";
        if (Directory.Exists(sqlite.Path)) throw new SettingException(setting, $"names a folder, not a file: {sqlite.Path}");
        try
        {
            return await SqliteStore.OpenAsync(sqlite.Path, cancel);
        }
        catch (StoreUnavailableException e)
        {
            throw new SettingException(setting, $"names a file that can not be used, {sqlite.Path}: {e.Message}");
        }
    }
}
