using System.Globalization;
using SalesBot.Data.Approvals;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// What a decider filled in to approve with a change, by the keys of the card's form. The form comes whole, so what stands in it as it was
/// asked is no change, and neither is what was emptied.
/// </summary>
public sealed class Wishes(IReadOnlyDictionary<string, string> filled)
{
    /// <summary>Anything above it is no wish but a slip of the thumb.</summary>
    private const decimal Most = 1_000_000_000;

    public static readonly Refusal Unreadable = new(
        "unreadable", "Die wijziging kon ik niet lezen; er is niets besloten.", "I could not read that change; nothing was decided.");

    /// <summary>False as soon as something was asked for that is neither empty nor what the field holds: then nothing is decided.</summary>
    public bool IsReadable { get; private set; } = true;

    /// <param name="asked">As it stands: the same is no wish.</param>
    /// <returns>Null: no wish.</returns>
    public decimal? Number(string key, decimal? asked)
    {
        if (filled.GetValueOrDefault(key) is not { Length: > 0 } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= Most)
            return number == asked ? null : number;
        IsReadable = false;
        return null;
    }

    /// <summary>EUR, in whole cents.</summary>
    public decimal? Money(string key, decimal? asked) => Number(key, asked) is { } amount && Math.Round(amount, 2) is var cents && cents != asked ? cents : null;

    public DateOnly? Day(string key, DateOnly? asked)
    {
        if (filled.GetValueOrDefault(key) is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day == asked ? null : day;
        IsReadable = false;
        return null;
    }

    public string? Words(string key, string? asked) => filled.GetValueOrDefault(key)?.Trim() is { Length: > 0 } text && text != asked ? text : null;
}
