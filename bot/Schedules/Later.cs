using SalesBot.Bot.Settings;

namespace SalesBot.Bot.Schedules;

/// <summary>
/// <c>POST /development/later?hours=24</c>, there only where <c>Development:Now</c> sets the clock: so much time goes by at once, and what is
/// due by then is done before the answer. Reminders and digests can be looked at without waiting for them.
/// </summary>
internal static class Later
{
    public const string Path = "/development/later";

    private const int MostHours = 24 * 366;

    public static void MapLater(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TimeProvider>() is not OffsetClock clock) return;
        app.MapPost(Path, async (int hours, ScheduleWorker worker, CancellationToken cancel) =>
        {
            if (hours is < 1 or > MostHours) return Results.BadRequest();
            clock.PutForward(TimeSpan.FromHours(hours));
            await worker.RoundAsync(cancel);
            return Results.Ok(clock.GetUtcNow());
        });
    }
}
