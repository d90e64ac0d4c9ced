namespace SalesBot.Data.Exchange;

/// <summary>Files know days, records know moments: a day stands for its noon in the Netherlands, which is that day in UTC too.</summary>
internal static class LocalDay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateTimeOffset Moment(DateOnly day)
    {
        var noon = day.ToDateTime(new(12, 0));
        return new DateTimeOffset(noon, Zone.GetUtcOffset(noon)).ToUniversalTime();
    }

    public static DateTimeOffset? Moment(DateOnly? day) => day is { } some ? Moment(some) : null;
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
    public static DateOnly? Of(DateTimeOffset? moment) => moment is { } some ? Of(some) : null;
}
