namespace SalesBot.Bot;

/// <summary>Where the conversation is put in.</summary>
internal static class Assistants
{
    /// <summary>Registers the <see cref="Dialogs.Turns.IAssistant"/> that the turns are handed to.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services) => services;
}
