using SalesBot.Cards;
using SalesBot.Cards.Documents;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Quotes;

/// <summary>The quote as a file for the customer: made from the record each time, as long as exactly that version may leave the house.</summary>
public sealed class QuoteFiles(IDocumentStore store, Letterhead letterhead)
{
    public const string Kind = "quote";

    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly Text NotThere = new("Dit bestand is er niet (meer).", "This file does not exist (any more).");

    private static Text Void(QuoteNumber number) => new(
        $"Deze versie van {number} geldt niet meer. Vraag SalesBot om de offerte zoals die nu is.",
        $"This version of {number} is no longer valid. Ask SalesBot for the quote as it is now.");

    public static FileOffer Offer(Quote quote, TeamId team, UserId reader, Language language) =>
        new(Kind, $"{quote.Number}|{quote.Current.Number:0000}", team, reader, language);

    /// <summary>Whether this version of it is approved and is what counts: what was rejected, withdrawn or lapsed stays in the house.</summary>
    public static bool MayLeave(Quote quote, Approval? approval) =>
        quote.Status is QuoteStatus.Approved or QuoteStatus.Sent or QuoteStatus.Accepted && quote.Versions.Count > 0
        && approval is { State: ApprovalState.Approved } && approval.Version == quote.Current.Number
        && approval.ContentHash == QuoteContent.Hash(quote.Number, quote.Current);

    public async Task<FileResult> MakeAsync(TenantId tenant, FileOffer offer, CancellationToken cancel)
    {
        if (offer.Kind != Kind || offer.Subject.Split('|') is not [var number, var part] || !int.TryParse(part, out var version)) return new FileResult.Gone(NotThere);
        var file = await QuoteFile.ReadAsync(store, tenant, offer.Team, new(number), version, cancel);
        if (file is null || !file.People.TryGetValue(offer.For, out var reader) || !file.MayBeSeenBy(reader)) return new FileResult.Gone(NotThere);
        var quote = file.Quote.Record;
        var speaks = await LanguageOf.Async(store, tenant, reader, cancel);
        if (!MayLeave(quote, file.Approval?.Record) || quote.Current.Number != version) return new FileResult.Gone(Void(quote.Number), speaks);
        var view = ViewOf(file, await AttentionAsync(tenant, file, cancel));
        return new FileResult.Found(
            QuoteDocument.FileName(quote.Number.Value, version, offer.Language), "application/pdf", QuoteDocument.Of(view, offer.Language),
            QuoteSentences.FileAbout(quote.Number.Value, file.Account.Name, offer.Language).In(speaks), speaks);
    }

    private QuoteDocumentView ViewOf(QuoteFile file, string? attention)
    {
        var (quote, version) = (file.Quote.Record, file.Quote.Record.Current);
        var sender = file.People.GetValueOrDefault(quote.Owner);
        // Approved is a moment that stays; a letter made again tomorrow is the same letter.
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(quote.ApprovedAt ?? version.At, Netherlands).DateTime);
        return new(
            quote.Number.Value, version.Number, day, file.Account.Name, file.Account.City, attention, sender?.Name ?? "", sender?.Email,
            version.Lines, version.Total, version.Vat, version.OptionDate, letterhead);
    }

    /// <summary>To the one who decides at the customer, else to who books; a name only where there is one such person.</summary>
    private async Task<string?> AttentionAsync(TenantId tenant, QuoteFile file, CancellationToken cancel)
    {
        var contacts = (await store.ListAsync(Partition.Of(tenant, file.Team), Kinds.Contact, $"{file.Account.Id}|", 200, cancel)).Select(stored => stored.Record).ToList();
        foreach (var role in new[] { ContactRole.Principal, ContactRole.Booker })
            if (contacts.Where(contact => contact.Role == role).ToList() is [var only]) return only.Name;
        return null;
    }
}
