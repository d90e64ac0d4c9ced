using System.Globalization;

namespace SalesBot.Data.Schedules;

/// <summary>That something is to be looked at, at a moment. Whether it then still matters is read from its records.</summary>
/// <param name="Errand">Name of what is to be done.</param>
/// <param name="Key">What it is about: a quote's number, a person's id. One moment at a time for an errand and key.</param>
public sealed record Due(string Errand, string Key, DateTimeOffset At)
{
    private const string Time = "yyyyMMddHHmmssfff";

    /// <summary>Begins with the moment, so that what is due now is one range.</summary>
    public string Id => $"{Moment(At)}|{Errand}|{Key}";

    /// <summary>As ids hold it: to the millisecond, UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);

    internal static DateTimeOffset Cut(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}

/// <summary>When an errand is due for a key, found by that key: so the same matter is not scheduled twice.</summary>
public sealed record Scheduled(string Errand, string Key, DateTimeOffset At);
