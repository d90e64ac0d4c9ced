using System.Globalization;
using System.Text.Json;

namespace SalesBot.Data.Exchange;

/// <summary>Reads a cell; gives the reason where it can not.</summary>
internal delegate Reason? ReadCell<TValue>(string text, out TValue value);

/// <summary>How one type of value stands in a file, for import and export alike.</summary>
/// <param name="Guarded">Free text, which a spreadsheet could take for a formula.</param>
/// <param name="MayBeEmpty">The cell, and so the whole column, may be left out.</param>
internal sealed record Cell<TValue>(ReadCell<TValue> Read, Func<TValue, string> Write, bool Guarded = false, bool MayBeEmpty = false);

/// <summary>The types of cells that the files have.</summary>
internal static class Cell
{
    // The store's ids without the bar, which separates the parts of a key, and without '~', which ends a range.
    private const string NotInIds = "/\\?#|~";
    private const int MaxIdLength = 60;

    /// <summary>A name: required, without spaces around it.</summary>
    public static readonly Cell<string> Name = new(
        (string text, out string value) => (value = text.Trim()).Length == 0 ? Reasons.Empty : null, value => value, Guarded: true);

    /// <summary>Free text, kept as it is.</summary>
    public static readonly Cell<string?> Text = new(
        (string text, out string? value) => { value = text.Length == 0 ? null : text; return null; }, value => value ?? "", Guarded: true, MayBeEmpty: true);

    /// <summary>Names separated by bars.</summary>
    public static readonly Cell<IReadOnlyList<string>> Names = new(
        (string text, out IReadOnlyList<string> value) =>
        {
            value = text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return null;
        },
        value => string.Join('|', value), Guarded: true, MayBeEmpty: true);

    public static readonly Cell<string> Email = new(
        (string text, out string value) =>
        {
            value = text.Trim();
            if (value.Length == 0) return Reasons.Empty;
            var at = value.IndexOf('@');
            return at < 1 || at != value.LastIndexOf('@') || at == value.Length - 1 || value.Any(char.IsWhiteSpace) ? Reasons.NoEmail(value) : null;
        },
        value => value, Guarded: true);

    public static readonly Cell<string?> EmailOrEmpty = OrNull(Email);

    public static readonly Cell<DateOnly> Date = new(ReadDate, value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    public static readonly Cell<DateOnly?> DateOrEmpty = OrEmpty(Date);

    /// <summary>A month, as its first day.</summary>
    public static readonly Cell<DateOnly> Month = new(
        (string text, out DateOnly value) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            ? null : text.Trim().Length == 0 ? Reasons.Empty : Reasons.NoMonth(text.Trim()),
        value => value.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    public static readonly Cell<bool> Flag = new(
        (string text, out bool value) =>
        {
            value = text.Trim().ToLowerInvariant() is "true" or "yes" or "1";
            return value || text.Trim().ToLowerInvariant() is "false" or "no" or "0" ? null
                : text.Trim().Length == 0 ? Reasons.Empty : Reasons.NoFlag(text.Trim());
        },
        value => value ? "true" : "false");

    /// <summary>EUR, written with cents.</summary>
    public static Cell<decimal> Money(bool orLess = false) => Decimal("0.00########", orLess ? -MaxNumber : 0, MaxNumber);
    public static Cell<decimal> Number(decimal min, decimal max = MaxNumber) => Decimal("0.##########", min, max);
    public static readonly Cell<decimal> Percent = Number(0, 100);

    /// <summary>Larger is a typing error, and would overflow in sums.</summary>
    private const decimal MaxNumber = 1_000_000_000_000m;

    public static Cell<int> Whole(int min, int max) => new(
        (string text, out int value) =>
        {
            var trimmed = text.Trim();
            value = 0;
            if (trimmed.Length == 0) return Reasons.Empty;
            if (!int.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)) return Reasons.NoWholeNumber(trimmed);
            return value < min || value > max ? Reasons.NotBetween(value, min, max) : null;
        },
        value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A key that ids of documents are made with.</summary>
    public static Cell<TId> Id<TId>() where TId : struct, IId<TId> => new(
        (string text, out TId value) =>
        {
            var trimmed = text.Trim();
            value = TId.Of(trimmed);
            return WhyNoId(trimmed);
        },
        value => value.Value, Guarded: true);

    /// <summary>Keys of the same kind separated by bars; most often one.</summary>
    public static Cell<IReadOnlyList<TId>> Ids<TId>() where TId : struct, IId<TId> => new(
        (string text, out IReadOnlyList<TId> value) =>
        {
            var keys = text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            value = [.. keys.Select(TId.Of)];
            return keys.Select(WhyNoId).FirstOrDefault(reason => reason is not null);
        },
        value => string.Join('|', value.Select(id => id.Value)), Guarded: true, MayBeEmpty: true);

    /// <summary>One of the names of an enum, in snake_case.</summary>
    public static Cell<TEnum> Choice<TEnum>() where TEnum : struct, Enum =>
        Choice(Enum.GetValues<TEnum>().Select(value => (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), value)));

    public static Cell<TValue> Choice<TValue>(IEnumerable<(string Name, TValue Value)> choices) where TValue : struct
    {
        var byName = choices.ToDictionary(choice => choice.Name, choice => choice.Value, StringComparer.OrdinalIgnoreCase);
        return new(
            (string text, out TValue value) => byName.TryGetValue(text.Trim(), out value) ? null
                : text.Trim().Length == 0 ? Reasons.Empty : Reasons.NoneOf(text.Trim(), byName.Keys),
            value => byName.First(choice => choice.Value.Equals(value)).Key);
    }

    public static Cell<TValue?> OrEmpty<TValue>(Cell<TValue> cell) where TValue : struct => new(
        (string text, out TValue? value) =>
        {
            value = null;
            if (text.Trim().Length == 0) return null;
            var reason = cell.Read(text, out var read);
            value = read;
            return reason;
        },
        value => value is { } some ? cell.Write(some) : "", cell.Guarded, MayBeEmpty: true);

    private static Cell<string?> OrNull(Cell<string> cell) => new(
        (string text, out string? value) =>
        {
            value = null;
            return text.Trim().Length == 0 ? null : cell.Read(text, out value);
        },
        value => value ?? "", cell.Guarded, MayBeEmpty: true);

    private static Cell<decimal> Decimal(string format, decimal min, decimal max) => new(
        (string text, out decimal value) =>
        {
            var trimmed = text.Trim();
            value = 0;
            if (trimmed.Length == 0) return Reasons.Empty;
            if (trimmed.Contains(',')) return Reasons.HasComma(trimmed);
            const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(trimmed, style, CultureInfo.InvariantCulture, out var read)) return Reasons.NoNumber(trimmed);
            if (read < min) return Reasons.Less(trimmed, min);
            if (read > max) return Reasons.More(trimmed, max);
            // 118.00 and 118 are stored alike.
            value = read / 1.0000000000000000000000000000m;
            return null;
        },
        value => value.ToString(format, CultureInfo.InvariantCulture));

    private static Reason? ReadDate(string text, out DateOnly value)
    {
        var trimmed = text.Trim();
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)) return null;
        return trimmed.Length == 0 ? Reasons.Empty : Reasons.NoDate(trimmed);
    }

    private static Reason? WhyNoId(string id) =>
        id.Length == 0 ? Reasons.Empty
        : id.Length > MaxIdLength ? Reasons.KeyTooLong(id.Length, MaxIdLength)
        : id.Any(letter => letter is < ' ' or > '~' || NotInIds.Contains(letter))
            ? Reasons.NoKey(id, string.Join(' ', NotInIds.AsEnumerable()))
            : null;
}
