namespace SalesBot.Data.Advising;

public enum AdviceStatus { Open, Accepted, Declined }

/// <summary>What was recommended to a customer (advies).</summary>
/// <param name="What">The recommendation.</param>
/// <param name="DecidedAt">When the customer said yes or no; null while open.</param>
/// <param name="Reason">Of the customer's answer.</param>
/// <param name="Quote">The quote to which it belongs or led.</param>
/// <param name="AddedValue">EUR excl. VAT of the quote lines that were added by it; null: none.</param>
/// <param name="Visit">The visit where it was given.</param>
public sealed record Advice(
    string Id, AccountId Account, UserId By, string What, DateTimeOffset GivenAt, AdviceStatus Status = AdviceStatus.Open,
    DateTimeOffset? DecidedAt = null, string? Reason = null, ProductId? Product = null, QuoteNumber? Quote = null, decimal? AddedValue = null,
    string? Visit = null);
