using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Modelled;

namespace SalesBot.Bot;

/// <summary>Where the conversation is put in.</summary>
internal static class Assistants
{
    /// <summary>With a language model where one is set; the embedded understanding is always there.</summary>
    public static IUnderstanding Understanding(ModelSettings? model, TimeProvider time, Action<ModelAsked>? watch = null) => model is null
        ? new HeardBefore(new())
        : new ModelUnderstanding(
            new EmbeddedUnderstanding(), new(model.Endpoint, model.Name, model.Key) { CallsPerDay = model.CallsPerDay }, time, watch);

    /// <summary>Registers the <see cref="IAssistant"/> that the turns are handed to.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        // Beside the start of the rest: the first message does not wait for it.
        _ = Task.Run(EmbeddedUnderstanding.Prepare);
        services.AddSingleton<ModelWatch>();
        services.AddSingleton(provider => Understanding(
            provider.GetRequiredService<SalesBotSettings>().Model, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ModelWatch>().Saw));
        services.AddSingleton(provider => Approvals(provider.GetRequiredService<SalesBotSettings>()));
        services.AddSingleton(provider => Schedule.Create(provider.GetRequiredService<IDocumentStore>(), provider.GetRequiredService<ApprovalSettings>(),
            new(provider.GetRequiredService<SalesBotSettings>().ErasureLedger)));
        return services.AddSingleton<IAssistant>(provider => Assistant.Create(
            provider.GetRequiredService<IDocumentStore>(), provider.GetRequiredService<IUnderstanding>(), provider.GetRequiredService<ApprovalSettings>(),
            provider.GetRequiredService<SalesBotSettings>().Letterhead, provider.GetRequiredService<TimeProvider>()));
    }

    private static ApprovalSettings Approvals(SalesBotSettings settings) =>
        new(settings.ApprovalsChannel, PolicySettings.Default, settings.ApprovalDays.Remind, settings.ApprovalDays.Escalate);
}
