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

    public static SalesBotSettings ReadSettings(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        return new SettingsReader(builder.Configuration, builder.Environment.IsDevelopment()).Read();
    }

    /// <param name="named">From the command line; null: the first of the settings.</param>
    public TenantId Tenant(string? named) =>
        named is not null ? new TenantId(named)
        : settings.Tenants is [var first, ..] ? first
        : throw new SettingException("SalesBot:Tenants", "is missing: name a tenant there or with --tenant.");

    public async ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable closing) await closing.DisposeAsync();
    }
}
