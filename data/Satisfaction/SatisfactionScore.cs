namespace SalesBot.Data.Satisfaction;

/// <summary>Csat: 1 to 5. Nps: 0 to 10, how likely they would recommend us. Grade: 0 to 10, a school mark.</summary>
public enum SatisfactionScale { Csat, Nps, Grade }

/// <summary>What a customer thinks of us, as a score.</summary>
/// <param name="IsEstimate">The account manager's own impression; it is never mixed with what customers say themselves.</param>
/// <param name="Contact">Who gave it.</param>
public sealed record SatisfactionScore(
    string Id, AccountId Account, UserId By, DateTimeOffset At, SatisfactionScale Scale, decimal Value, bool IsEstimate = false,
    ContactId? Contact = null, string? Reason = null, string? Visit = null)
{
    /// <summary>Whether the scale has such a value.</summary>
    public static bool IsValid(SatisfactionScale scale, decimal value) =>
        scale == SatisfactionScale.Csat ? value is >= 1 and <= 5 : value is >= 0 and <= 10;
}
