namespace SalesBot.Data.FuturePlans;

/// <summary>What a customer means to do in the time to come, and when it will be bought.</summary>
/// <param name="Horizon">The last day that the plan speaks of.</param>
/// <param name="BuyFrom">The buying window: from when they choose where to go; null: not known.</param>
/// <param name="UpdatedAt">When it was last heard or confirmed.</param>
/// <param name="EndedAt">It no longer holds: bought or given up.</param>
public sealed record FuturePlan(
    string Id, AccountId Account, UserId By, string What, DateOnly Horizon, DateTimeOffset NotedAt, DateTimeOffset UpdatedAt,
    DateOnly? BuyFrom = null, DateOnly? BuyUntil = null, decimal? ExpectedValue = null, DateTimeOffset? EndedAt = null, string? Visit = null);
