using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Quotes;

/// <summary>What the customer wants, as it was said.</summary>
/// <param name="Products">As spoken.</param>
/// <param name="Counts">How many of a product, by its spoken name in lower case.</param>
/// <param name="DiscountPercent">On everything that may be discounted.</param>
public sealed record QuoteWish(
    decimal? Rooms, decimal? Nights, decimal? Delegates, IReadOnlyList<string> Products, DateOnly? From, decimal DiscountPercent, DateOnly? OptionDate,
    string? Justification, IReadOnlyDictionary<string, decimal>? Counts = null);

/// <summary>What has to be asked before it can be priced. PerPerson: people were named, but not what for.</summary>
public enum Missing { Delegates, Rooms, Day, Nights, PerPerson }

/// <summary>A wish as lines from the price list, or what is in the way.</summary>
public abstract record Composition
{
    private Composition() { }

    public sealed record Composed(QuoteVersion Version, Verdict Verdict) : Composition;

    public sealed record Missing(Quotes.Missing What) : Composition;

    /// <param name="Offers">Products that come near it.</param>
    public sealed record NotInList(string Spoken, IReadOnlyList<string> Offers) : Composition;

    public sealed record NotPriced(PricingProblem Problem) : Composition;
}
