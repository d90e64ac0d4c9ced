namespace SalesBot.Data.Quotes;

public enum TurnedDownReason { NoSpace, NoDate, Other }

/// <summary>A quote request that was turned down before a quote was made, such as for lack of space.</summary>
/// <param name="Source">Where the request came from, as with <see cref="Quote.Source"/>.</param>
public sealed record TurnedDown(
    string Id, AccountId Account, UserId Owner, DateTimeOffset At, TurnedDownReason Reason, string? Source = null, string? What = null,
    DateOnly? From = null, DateOnly? To = null, int? Rooms = null, int? Delegates = null)
{
    /// <summary>There was no room for it, or not on that day.</summary>
    public bool IsForLack => Reason is TurnedDownReason.NoSpace or TurnedDownReason.NoDate;
}

/// <summary>What a piece of advice added to a quote.</summary>
/// <param name="Advice">Id of the advice.</param>
/// <param name="Value">EUR excl. VAT of the lines that it added.</param>
public sealed record AddOn(string Advice, ProductId Product, decimal Value);
