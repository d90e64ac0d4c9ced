using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Quotes;

/// <summary>Draft: being composed. Submitted: waits for the supervisor. Returned: back with a question. Approved: may be sent.</summary>
public enum QuoteStatus { Draft, Submitted, Returned, Approved, Refused, Sent, Accepted, Rejected, Withdrawn, Expired }

/// <summary>A quote (offerte) with all its versions; the last one counts.</summary>
/// <param name="Versions">Oldest first, never empty for a quote made here.</param>
/// <param name="Reason">Of the outcome, as the customer gave it.</param>
public sealed record Quote(
    QuoteNumber Number, AccountId Account, UserId Owner, QuoteStatus Status, DateTimeOffset RequestedAt, IReadOnlyList<QuoteVersion> Versions,
    DateTimeOffset? SubmittedAt = null, DateTimeOffset? ApprovedAt = null, DateTimeOffset? SentAt = null, DateTimeOffset? DecidedAt = null,
    int ReturnedCount = 0, string? Reason = null, string? Competitor = null) : ITracked
{
    Subject ITracked.About => Number;
    int ITracked.AboutVersion => Imported?.Versions ?? (Versions.Count > 0 ? Current.Number : 0);
    string ITracked.State => Status.ToString();

    /// <summary>Value and version count of a quote imported from an older system, which has no lines here.</summary>
    public ImportedQuote? Imported { get; init; }

    /// <summary>Where the request came from: visit, chat, mail, fair, web, ...; null: not known.</summary>
    public string? Source { get; init; }

    /// <summary>What advice added to it; null: nothing.</summary>
    public IReadOnlyList<AddOn>? AddOns { get; init; }

    /// <summary>In which the customer reads it; null: it was not sent from here.</summary>
    public Language? Language { get; init; }

    /// <summary>What left the house last: it stays known when the quote is revised. Null: it never left, or left before this was kept.</summary>
    public SentVersion? Sent { get; init; }

    public QuoteVersion Current => Versions[^1];

    /// <summary>Whether it may still become business.</summary>
    public bool IsOpen => MayStillBecome(Status);

    public static bool MayStillBecome(QuoteStatus status) =>
        status is QuoteStatus.Draft or QuoteStatus.Submitted or QuoteStatus.Returned or QuoteStatus.Approved or QuoteStatus.Sent;

    /// <summary>EUR excl. VAT of what counts now.</summary>
    public decimal Value => Imported?.Value ?? Current.Total;
}

/// <param name="ContentHash">As of <see cref="QuoteContent"/>, at the moment of sending.</param>
public sealed record SentVersion(int Number, string ContentHash);

public sealed record ImportedQuote(decimal Value, int Versions);

/// <summary>What was offered at one moment. Never changed: a change makes the next version.</summary>
/// <param name="Number">1, 2, ...</param>
/// <param name="Total">EUR excl. VAT after discount; equals the sum of the lines to the cent.</param>
/// <param name="OptionDate">Until when the offer holds.</param>
/// <param name="Justification">Why it deviates, required for own compositions.</param>
/// <param name="CommissionPercent">Of an intermediary, over the total.</param>
/// <param name="Commission">EUR excl. VAT that the intermediary gets of the total: it lessens the margin, not what the customer pays.</param>
/// <param name="DiscountAmount">EUR excl. VAT taken off as one amount and spread over the discountable lines; instead of a percentage.</param>
public sealed record QuoteVersion(
    int Number, IReadOnlyList<QuoteLine> Lines, decimal DiscountPercent, decimal Total, decimal Cost, IReadOnlyList<VatAmount> Vat,
    DateOnly? OptionDate, string? Justification, UserId By, DateTimeOffset At,
    decimal CommissionPercent = 0, decimal Commission = 0, decimal DiscountAmount = 0)
{
    /// <summary>The decider who approved it with this change; it stays the request of who made the version before. Null: its maker's own.</summary>
    public UserId? ChangedBy { get; init; }

    public decimal TotalInclVat => Total + Vat.Sum(vat => vat.Vat);

    /// <summary>EUR excl. VAT that is left when cost and commission are paid.</summary>
    public decimal Margin => Total - Cost - Commission;

    /// <summary>Percent of the total; null where the total is 0.</summary>
    public decimal? MarginPercent => Total == 0 ? null : Math.Round(Margin / Total * 100, 1, MidpointRounding.AwayFromZero);
}

/// <summary>A priced line.</summary>
/// <param name="Quantity">Rooms, persons, rooms of a venue or pieces.</param>
/// <param name="Times">Nights, days or half days that the quantity is multiplied with; 1 where the unit has no duration.</param>
/// <param name="UnitPrice">EUR excl. VAT from the price list or the agreement, before discount.</param>
/// <param name="DiscountPercent">Of this line; of an amount off the whole quote this line's share, rounded up.</param>
/// <param name="Net">EUR excl. VAT after discount, rounded to the cent.</param>
/// <param name="Agreement">Name of the agreement that the price comes from; null: the price list.</param>
/// <param name="ListPrice">What the list says where an agreement holds.</param>
public sealed record QuoteLine(
    ProductId Product, string NameNl, string NameEn, ProductGroup Group, PriceUnit Unit, decimal Quantity, decimal Times,
    DateOnly? From, decimal UnitPrice, decimal DiscountPercent, decimal Net, decimal Cost, bool Standard,
    string? Agreement = null, decimal? ListPrice = null)
{
    public string Name(Language language) => language == Language.Dutch ? NameNl : NameEn;
    public decimal Units => Quantity * Times;
    public decimal Gross => Math.Round(UnitPrice * Units, 2, MidpointRounding.AwayFromZero);
}

/// <summary>What falls in one VAT class, EUR.</summary>
public sealed record VatAmount(decimal Percent, decimal Basis, decimal Vat);
