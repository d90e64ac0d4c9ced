using System.Text.Json;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Settings;
using SalesBot.Cards;
using SalesBot.Cards.Documents;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Files;

/// <summary>
/// Hands a file to somebody: in a personal chat of Teams by asking whether it may stand among the person's own files, anywhere else as
/// a link that ends. The local Teams client can not show the question, and never has a registration.
/// </summary>
internal sealed class FileOffers(FileTickets tickets, IAssistant assistant, SalesBotSettings settings, PublicAddress here, TimeProvider time)
{
    /// <summary>So long a link works, and so long a consent may be given.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly Text NoAddress = new(
        "Ik kan het bestand hier niet geven: mijn webadres is niet ingesteld (PublicUrl). Vraag het je beheerder.",
        "I can't give you the file here: my web address is not set (PublicUrl). Please ask your administrator.");

    public async Task<Activity> ActivityAsync(TenantId tenant, FileOffer offer, ConversationReference to, string? replyTo, CancellationToken cancel)
    {
        var result = await assistant.FileAsync(tenant, offer, cancel);
        if (result is FileResult.Gone gone) return OutgoingActivity.Text(to, gone.Why.In(gone.Speaks), replyTo);
        var file = (FileResult.Found)result;
        if (settings.Channel.IsAnonymous || SpokenText.ScopeOf(to.Conversation) != PlaceScope.Personal) return await LinkAsync(tenant, offer, file, to, replyTo, cancel);
        var context = new FileContext(await TicketAsync(tenant, offer, cancel));
        var consent = new FileConsentCard(file.About, file.Content.Length, context, context);
        return OutgoingActivity.Attached(
            to, new Attachment(FileConsentCard.ContentType, JsonSerializer.SerializeToElement(consent, FilesJson.Default.FileConsentCard), Name: file.Name), file.About, replyTo);
    }

    /// <summary>A card with the link; words where the bot does not know its own address.</summary>
    public async Task<Activity> LinkAsync(
        TenantId tenant, FileOffer offer, FileResult.Found file, ConversationReference to, string? replyTo, CancellationToken cancel)
    {
        if (here.Value is not { } address) return OutgoingActivity.Text(to, NoAddress.In(file.Speaks), replyTo);
        var until = TimeZoneInfo.ConvertTime(time.GetUtcNow() + Lifetime, Netherlands).DateTime;
        var link = new Uri(address, $"{FilePages.Path}/{await TicketAsync(tenant, offer, cancel)}");
        var card = FileCard.Of(new(file.Name, file.About, link, until), file.Speaks);
        return OutgoingActivity.Card(to, card.ToRaw(), card.Summary, replyTo);
    }

    public static Activity Saved(ConversationReference to, SavedFile file, string? replyTo) => OutgoingActivity.Attached(
        to,
        new Attachment(
            FileInfoCard.ContentType, JsonSerializer.SerializeToElement(new FileInfoCard(file.Reference, file.Type), FilesJson.Default.FileInfoCard), file.Url, file.Name),
        file.Name, replyTo);

    private Task<string> TicketAsync(TenantId tenant, FileOffer offer, CancellationToken cancel) =>
        tickets.WriteAsync(new(tenant, offer, time.GetUtcNow() + Lifetime), cancel);
}

/// <summary>What is said about files.</summary>
internal static class FileTexts
{
    public static readonly Text Gone = new(
        "Dit bestand geldt niet (meer). Vraag er gerust opnieuw om.",
        "This file does not hold (any more). Feel free to ask for it again.");

    public static readonly Text Expired = new(
        "De link is verlopen. Vraag SalesBot opnieuw om het bestand.", "The link has expired. Ask SalesBot for the file again.");

    public static readonly Text Unknown = new("Deze link klopt niet. Is hij helemaal gekopieerd?", "This link is not right. Was it copied in full?");

    public static readonly Text Declined = new(
        "Prima, ik zet het niet bij je bestanden. Vraag er later gerust opnieuw om.",
        "Fine, I won't put it among your files. Ask for it again whenever you like.");

    public static readonly Text NotYours = new("Dit bestand is niet voor jou bedoeld.", "This file is not meant for you.");

    public static readonly Text NotPut = new(
        "Het lukte niet om het bij je bestanden te zetten. Er is verder niets mis.", "I could not put it among your files. Nothing else is wrong.");

    public static readonly Text Heading = new("Bestand", "File");
}
