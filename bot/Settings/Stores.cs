using SalesBot.Data.Store;

namespace SalesBot.Bot.Settings;

/// <summary>Opens the store that the settings name.</summary>
internal static class Stores
{
    public static IServiceCollection AddStore(this IServiceCollection services, StoreSettings settings) => services;
}
