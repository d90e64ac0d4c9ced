namespace SalesBot.Data.Nudges;

/// <summary>When and about what the bot may speak to a person of its own accord. Times are on that person's clock.</summary>
/// <param name="At">When the day's overview comes, on working days.</param>
/// <param name="Off">Nothing at all, until it is asked for again.</param>
/// <param name="Quiet">Nothing comes then; it may go over midnight.</param>
/// <param name="Driving">Times of the day behind the wheel: nothing comes then either.</param>
/// <param name="Cap">Matters a day at most, urgent ones included.</param>
/// <param name="Stopped">Kinds of matter that this person does not want to hear of.</param>
public sealed record NudgeSettings(
    UserId Person, TimeOnly At, DayHours Quiet, IReadOnlyList<DayHours> Driving, IReadOnlyList<string> Stopped, int Cap = NudgeSettings.MostADay, bool Off = false)
{
    public const int MostADay = 7;

    public static NudgeSettings Of(UserId person) => new(person, new(8, 0), new(new(18, 30), new(7, 30)), [], []);

    /// <summary>The moment itself where something may come then; else the first one after it.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset moment, TimeZoneInfo zone)
    {
        // Each pass leaves one window; windows that touch are left one after the other.
        for (var i = 0; i <= Driving.Count + 1; i++)
        {
            var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
            if (Driving.Prepend(Quiet).FirstOrDefault(hours => hours.Contains(local)) is not { IsEmpty: false } closed) return moment;
            moment = Schedules.WallClock.Next(moment, closed.To, zone);
        }
        return moment;
    }
}

/// <summary>From a time of the day up to another one, which is no longer in it; over midnight where that is the earlier one.</summary>
public readonly record struct DayHours(TimeOnly From, TimeOnly To)
{
    public bool IsEmpty => From == To;

    public bool Contains(TimeOnly time) => !IsEmpty && (From < To ? From <= time && time < To : time >= From || time < To);
}

/// <summary>What a person was told of, so that each matter is told once; and what they want to hear of later.</summary>
/// <param name="Marks">By kind and key of the matter.</param>
/// <param name="Day">The day that <paramref name="Told"/> counts.</param>
public sealed record NudgeLog(UserId Person, IReadOnlyDictionary<string, NudgeMark> Marks, DateOnly Day, int Told);

/// <param name="State">How the matter stood when it was told.</param>
/// <param name="On">When.</param>
/// <param name="Until">Put off to this day, when it is told again if it still matters.</param>
public sealed record NudgeMark(string State, DateOnly On, DateOnly? Until = null);

/// <summary>One message of the bot's own accord: the matters that it told, to be shown as they are now.</summary>
/// <param name="Part">The day's overview, or what could not wait for the next one.</param>
/// <param name="More">How many matters had to wait for another day.</param>
public sealed record Digest(UserId Person, DateOnly Day, string Part, IReadOnlyList<DigestItem> Items, int More = 0)
{
    public const string Morning = "day", Urgent = "urgent";

    public string Key => $"{Person}|{Day:yyyyMMdd}|{Part}";
}

public sealed record DigestItem(string Kind, string Key);
