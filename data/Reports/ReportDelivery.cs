using SalesBot.Data.Indicators;

namespace SalesBot.Data.Reports;

/// <summary>A report that was due to somebody, and when it came.</summary>
/// <param name="Report">Which one: monthly, quarterly or another scheduled one.</param>
/// <param name="For">Whose figures.</param>
/// <param name="To">Who gets it: a person's or a conversation's id.</param>
/// <param name="DeliveredAt">Null: not delivered yet.</param>
public sealed record ReportDelivery(
    string Id, string Report, UserId For, string To, DateOnly From, DateOnly Until, DateTimeOffset Due, DateTimeOffset? DeliveredAt = null)
{
    public Period Period => new(From, Until);
    public bool IsOnTime => DeliveredAt <= Due;
}
