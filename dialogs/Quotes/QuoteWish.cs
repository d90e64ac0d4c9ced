using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Quotes.Orders;

namespace SalesBot.Dialogs.Quotes;

/// <summary>What the customer wants, with what is said beside the lines.</summary>
internal sealed record QuoteWish(Order Order, DateOnly? OptionDate, string? Justification);

/// <summary>What a quote is made from besides the wish: all of it data of the organisation and of the customer.</summary>
/// <param name="Standing">Null: a customer that is not known yet.</param>
/// <param name="Agreements">Decided ones, whenever they hold.</param>
internal sealed record QuoteBasis(
    PriceList Prices, IReadOnlyList<DiscountTier> Tiers, PolicySettings Policy, AccountStanding? Standing, IReadOnlyList<AgreedRates> Agreements);

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
