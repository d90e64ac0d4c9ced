namespace SalesBot.Data.Events;

public enum EventKind { Fair, Network, Congress, OwnEvent, Other }

/// <summary>A fair, a network meeting, a congress or an event of one's own that somebody of the team was at.</summary>
/// <param name="On">The first day.</param>
/// <param name="Cost">EUR excl. VAT; null: not known.</param>
/// <param name="Leads">How many leads came of it.</param>
/// <param name="Account">The customer whose event it was, where it was one's.</param>
public sealed record EventAttended(
    string Id, UserId By, string Name, EventKind Kind, DateOnly On, DateTimeOffset NotedAt, decimal? Cost = null, int Leads = 0,
    DateOnly? To = null, AccountId? Account = null, string? Notes = null);
