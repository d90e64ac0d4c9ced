using System.Security.Cryptography;
using System.Text;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Files;
using SalesBot.Cards;
using SalesBot.Cards.Imports;
using SalesBot.Cards.Model;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Imports;

/// <summary>
/// Files that an administrator sends: fetched, set aside, shown as what would come of them, and imported at a press, by the same code as
/// at the command line (docs/decisions/0132-files-in-chat.md).
/// </summary>
internal sealed class ImportDesk(Downloads downloads, ImportMessages messages, ImportRunner runner, IDocumentStore store, TurnLimits limits, Turns turns, TimeProvider time)
{
    public const string Confirm = "import.confirm", Cancel = "import.cancel";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(60);

    private readonly KeyedLock receiving = new();

    public static bool IsOurs(Press press) => press.Verb is Confirm or Cancel;

    /// <summary>Words at once for who may not; else everything else happens behind the answer.</summary>
    public Text? Receive(Visitor visitor, Activity activity, IReadOnlyList<SentFile> files)
    {
        if (visitor.Scope != PlaceScope.Personal) return ImportTexts.InOwnChat;
        if (visitor.User!.Role != Role.Administrator) return ImportTexts.AdministratorsOnly;
        if (!limits.Allow(visitor.Tenant, visitor.User.Id)) return TurnTexts.TooFast;
        turns.Background(LookAsync(visitor, activity, files));
        return null;
    }

    /// <summary>The card that takes the place of the pressed one; or words, where the message is about to be drawn anew itself.</summary>
    public async Task<(RenderedCard? Card, Text? Notice)> PressAsync(Visitor visitor, Press press, CancellationToken cancel)
    {
        var received = new ReceivedFiles(store, visitor.Tenant);
        var id = ((System.Text.Json.JsonElement?)press.Data).TextAt("id");
        // Who asks and what may be is read anew: the press is a client's word.
        if (visitor.User!.Role != Role.Administrator || id is not { Length: 40 } || !id.All(char.IsAsciiHexDigitLower)
            || await received.FindAsync(id, cancel) is not { } file || file.Record.By != visitor.User.Id || IsOver(file.Record)) return Shown(ImportCard.Gone(visitor.Language));
        if (file.Record.State == ReceivedState.Waiting && press.Verb == Cancel)
        {
            await received.DropAsync(id, cancel);
            var cancelled = ImportCard.Cancelled(file.Record.Name, visitor.Language);
            turns.Background(messages.UpdateAsync(visitor.Reference, file.Record.Card, cancelled, CancellationToken.None));
            return Shown(cancelled);
        }
        // Of two presses one begins it; both show that it goes on.
        if (file.Record.State == ReceivedState.Waiting && await received.MarkAsync(file, ReceivedState.Importing, cancel))
            turns.Background(runner.RunAsync(visitor.Tenant, visitor.User, visitor.Reference, file.Record));
        return (null, ImportTexts.Working(0, 0, visitor.Language));

        static (RenderedCard?, Text?) Shown(AdaptiveCard card) => (new(card.ToRaw(), card.Summary), null);
    }

    private bool IsOver(ReceivedFile file) => file.State == ReceivedState.Waiting && time.GetUtcNow() - file.At > ReceivedFiles.Kept;

    private async Task LookAsync(Visitor visitor, Activity activity, IReadOnlyList<SentFile> files)
    {
        for (var at = 0; at < files.Count; at++)
        {
            using var limit = new CancellationTokenSource(Look);
            await LookAsync(visitor, KeyOf(visitor, activity, at), files[at], limit.Token);
        }
    }

    private async Task LookAsync(Visitor visitor, string key, SentFile file, CancellationToken cancel)
    {
        using var _ = await receiving.EnterAsync(key, cancel);
        var partition = Partition.Of(visitor.Tenant, visitor.User!.Team);
        // A message that Teams repeats is answered once.
        if (await store.FindAsync(partition, FileAnswer.Kind, key, cancel) is not null) return;
        var posted = await messages.PostAsync(visitor.Reference, ImportCard.Fetching(file.Name, visitor.Language), cancel);
        AdaptiveCard card;
        try
        {
            card = await WorkOutAsync(visitor, key, file, posted, cancel);
        }
        catch (Exception e)
        {
            card = ImportCard.Failed(file.Name, ImportTexts.Broken(turns.Failed(e).Reference), visitor.Language);
        }
        await messages.EndAsync(visitor.Tenant, visitor.User, visitor.Reference, posted, card, CancellationToken.None);
        await store.SaveAsync(partition, $"received|{key}", [FileAnswer.Kind.Put(new(key, "received", time.GetUtcNow()))], CancellationToken.None);
    }

    private async Task<AdaptiveCard> WorkOutAsync(Visitor visitor, string key, SentFile file, string? posted, CancellationToken cancel)
    {
        var language = visitor.Language;
        switch (await downloads.GetAsync(file.Address, cancel))
        {
            case Download.NotTrusted: return ImportCard.Failed(file.Name, ImportTexts.NotTrusted, language);
            case Download.TooLarge: return ImportCard.Failed(file.Name, ImportTexts.TooLarge, language);
            case Download.Had { Content: var content }:
                // Reading a large file is work of its own: the answers of others do not wait for it.
                var preview = await Task.Run(() => new Importer(store, visitor.Tenant, time).PreviewAsync(file.Name, content, cancel), cancel);
                if (preview.WouldChange)
                    await new ReceivedFiles(store, visitor.Tenant).StageAsync(
                        new(key, preview.File, "", 0, visitor.User!.Id, ReceivedState.Waiting, time.GetUtcNow(), visitor.Reference.Key, posted, language), content, cancel);
                return ImportCard.Preview(key, preview, language);
            default: return ImportCard.Failed(file.Name, ImportTexts.NotFetched, language);
        }
    }

    private static string KeyOf(Visitor visitor, Activity activity, int at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"received|{visitor.Reference.Key}|{activity.Id ?? Guid.NewGuid().ToString()}|{at}")).AsSpan(0, 20));
}
