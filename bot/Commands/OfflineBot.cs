using SalesBot.Bot.Settings;
using SalesBot.Data;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Commands;

/// <summary>What a verb works with: the settings and the store, without a server.</summary>
internal sealed class OfflineBot(SalesBotSettings settings, IDocumentStore store, TimeProvider clock) : IAsyncDisposable
{
    public SalesBotSettings Settings => settings;
    public IDocumentStore Store => store;
    public TimeProvider Clock => clock;

    public static async Task<OfflineBot> OpenAsync(string[] args, CancellationToken cancel)
    {
        var settings = ReadSettings(args);
        return new OfflineBot(
            settings, await Stores.OpenAsync(settings.Store, cancel), settings.Now is { } start ? new OffsetClock(start) : TimeProvider.System);
    }

    /// <summary>For what reads: a path that is wrong must not be taken for an empty store, and none is made there.</summary>
    public static Task<OfflineBot> OpenExistingAsync(string[] args, CancellationToken cancel) =>
        ReadSettings(args).Store is StoreSettings.Sqlite { Path: var path } && !File.Exists(path)
            ? throw new SettingException("SalesBot:Store:Sqlite:Path", $"names no file: {path}")
            : OpenAsync(args, cancel);

    public static SalesBotSettings ReadSettings(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        return new SettingsReader(builder.Configuration, builder.Environment.IsDevelopment()).Read();
    }

    /// <param name="named">From the command line; null: the first of the settings.</param>
    public TenantId Tenant(string? named) =>
        named is not null ? SettingsReader.IsTenant(named) ? new TenantId(named) : throw new SettingException("--tenant", $"is \"{named}\", which is not a tenant's id.")
        : settings.Tenants is [var first, ..] ? first
        : throw new SettingException("SalesBot:Tenants", "is missing: name a tenant there or with --tenant.");

    public async ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable closing) await closing.DisposeAsync();
    }
}
