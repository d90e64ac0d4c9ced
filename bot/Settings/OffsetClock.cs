namespace SalesBot.Bot.Settings;

/// <summary>A clock that starts at a given moment and runs on from there, so that a day can be played again; it can be put forward.</summary>
internal sealed class OffsetClock(DateTimeOffset start) : TimeProvider
{
    private long offset = (start - DateTimeOffset.UtcNow).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public void PutForward(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
}
