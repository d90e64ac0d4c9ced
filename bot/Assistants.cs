using SalesBot.Bot.Settings;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Bot;

/// <summary>Where the conversation is put in.</summary>
internal static class Assistants
{
    /// <summary>Registers the <see cref="IAssistant"/> that the turns are handed to.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        services.AddSingleton<IUnderstanding, EmbeddedUnderstanding>();
        return services.AddSingleton<IAssistant>(provider => Assistant.Create(
            provider.GetRequiredService<IDocumentStore>(), provider.GetRequiredService<IUnderstanding>(),
            new ApprovalSettings(provider.GetRequiredService<SalesBotSettings>().ApprovalsChannel, PolicySettings.Default)));
    }
}
