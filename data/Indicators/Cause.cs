namespace SalesBot.Data.Indicators;

/// <summary>Why a figure deviates, as somebody of the team told it; shown again wherever that deviation is.</summary>
/// <param name="Account">Null: about the whole.</param>
public sealed record Cause(string Id, AccountId? Account, DateOnly From, DateOnly To, string Text, UserId By, DateTimeOffset At)
{
    /// <summary>What it rests on: ids of documents such as visits, issues and lost quotes; null: words alone.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    public Period Period => new(From, To);

    public bool IsAbout(Period period) => From <= period.To && period.From <= To;
}
