namespace SalesBot.Data.Visits;

public enum ContactChannel { Call, Mail, Chat, Meeting, Event }

/// <summary>Contact with a customer other than a visit: a call, a mail, a talk at a fair.</summary>
public sealed record ContactMoment(
    string Id, AccountId Account, UserId User, DateOnly On, ContactChannel Channel, IReadOnlyList<ContactId> Contacts, DateTimeOffset LoggedAt,
    string? Notes = null);

/// <summary>The last time somebody was in contact with an account.</summary>
public readonly record struct LastContact(DateOnly On, UserId By, bool WasVisit);
