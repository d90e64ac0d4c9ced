namespace SalesBot.Data.Accounts;

public enum AccountStatus { Prospect, Active, Inactive }

/// <summary>A business customer.</summary>
/// <param name="Aliases">Other names that people use for it.</param>
/// <param name="Wallet">The customer's stated yearly volume in the area, EUR excl. VAT.</param>
/// <param name="CadenceDays">It should be contacted at least once in so many days.</param>
public sealed record Account(
    AccountId Id, string Name, IReadOnlyList<string> Aliases, string Segment, string? City, UserId Owner,
    AccountStatus Status, decimal? Wallet = null, int? CadenceDays = null)
{
    /// <summary>The year in which the customer stated the wallet; null: not known.</summary>
    public int? WalletYear { get; init; }
}

/// <summary>How we write to an account: the language in which its last quote went out.</summary>
public sealed record Correspondence(AccountId Account, Language Language);

public enum ContactRole { Principal, Specialist, Intermediary, Booker, Finance }

/// <summary>A person at an account.</summary>
/// <param name="Role">Null: not known yet; the account overview asks for it.</param>
public sealed record Contact(
    ContactId Id, AccountId Account, string Name, ContactRole? Role, string? Email = null, string? Phone = null, DateOnly? Since = null)
{
    /// <summary>The day from which this person no longer works there; null: still does.</summary>
    public DateOnly? LeftOn { get; init; }
}
