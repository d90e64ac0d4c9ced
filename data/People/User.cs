namespace SalesBot.Data.People;

public enum Role { AccountManager, Supervisor, Administrator }

/// <summary>A person of the sales organisation, from users.csv.</summary>
/// <param name="Level">1 or 2; account manager I or II. Null for others.</param>
/// <param name="Manager">The next manager: decides above this person's own limit.</param>
/// <param name="Language">Null: not chosen, the client's locale speaks, else Dutch.</param>
/// <param name="ApprovalLimit">Largest quote value, EUR excl. VAT, that a supervisor decides alone; null: no limit.</param>
/// <param name="ApprovalLimitDiscount">Largest discount, percent, that a supervisor grants alone; null: no limit.</param>
public sealed record User(
    UserId Id, string Name, string Email, Role Role, int? Level, TeamId Team, UserId? Manager = null,
    Language? Language = null, decimal? ApprovalLimit = null, decimal? ApprovalLimitDiscount = null)
{
    /// <summary>IANA zone in which this person's days begin and end.</summary>
    public string TimeZone { get; init; } = "Europe/Amsterdam";
}

/// <summary>A sales team, known from the users in it.</summary>
public sealed record Team(TeamId Id, string Name);
