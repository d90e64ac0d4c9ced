using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Turns;

/// <summary>The language that somebody else reads.</summary>
internal static class LanguageOf
{
    public static async Task<Language> Async(IDocumentStore store, TenantId tenant, User reader, CancellationToken cancel) =>
        (await store.FindAsync(Partition.Of(tenant, reader.Team), Preferences.Kind, reader.Id.Value, cancel))?.Record.Language
        ?? reader.Language ?? Language.Dutch;
}
