namespace SalesBot.Bot.Settings;

/// <summary>A clock that starts at a given moment and runs on from there, so that a day can be played again.</summary>
internal sealed class OffsetClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan offset = start - DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
}
