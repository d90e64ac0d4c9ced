namespace SalesBot.Data.Indicators;

/// <summary>The cause of a deviation was asked for; it is asked once.</summary>
/// <param name="Account">Null: about the whole.</param>
public sealed record CauseQuestion(UserId Owner, AccountId? Account, DateOnly From, DateOnly To, DateTimeOffset AskedAt)
{
    public static string KeyOf(UserId owner, AccountId? account, Period period) => $"{owner}|{account?.Value ?? "all"}|{period.From:yyyyMMdd}|{period.To:yyyyMMdd}";
}
