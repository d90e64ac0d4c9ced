using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Data.Indicators;

namespace SalesBot.Dialogs.Quotes.Orders;

/// <summary>
/// What a customer wants, as far as it was said: lines, and what holds for all lines that say nothing else. It knows no prices.
/// </summary>
/// <param name="Rooms">Of every kind of room that has no number of its own.</param>
/// <param name="Delegates">Of everything that is per person and has no number of its own.</param>
/// <param name="Around">About when, where no first day was said.</param>
/// <param name="Discount">Percent, on every line that has none of its own.</param>
/// <param name="DiscountAmount">EUR off the whole, instead of percentages.</param>
/// <param name="Commission">Percent for an intermediary.</param>
internal sealed record Order(
    IReadOnlyList<OrderLine> Lines, decimal? Rooms = null, decimal? Nights = null, decimal? Delegates = null, DateOnly? From = null,
    Period? Around = null, decimal Discount = 0, decimal DiscountAmount = 0, decimal Commission = 0)
{
    public static readonly Order Empty = new([]);

    public Order With(OrderLine old, OrderLine changed) => this with { Lines = [.. Lines.Select(line => ReferenceEquals(line, old) ? changed : line)] };
    public Order Plus(OrderLine line) => this with { Lines = [.. Lines, line] };
    public Order Without(IEnumerable<OrderLine> gone) => this with { Lines = [.. Lines.Where(line => !gone.Contains(line, ReferenceEqualityComparer.Instance))] };

    public bool Says(Order other) => this with { Lines = [] } == other with { Lines = [] } && Lines.SequenceEqual(other.Lines);

    public DateOnly? DayOf(OrderLine line) => line.Day ?? From;
}

/// <summary>A wished line. It is kept, and shown in the form, as words: "80 Lunchbuffet | 2x | 2026-05-13 | 10%".</summary>
/// <param name="Name">As the price list has it, or as spoken where the list does not know it.</param>
/// <param name="Times">Nights, days or half days of its own.</param>
/// <param name="Day">First day of its own.</param>
/// <param name="Discount">Percent of its own.</param>
internal sealed partial record OrderLine(string Name, decimal? Quantity = null, decimal? Times = null, DateOnly? Day = null, decimal? Discount = null)
{
    public override string ToString() => string.Join(" | ", new[]
    {
        Quantity is { } count ? $"{Plain(count)} {Name}" : Name,
        Times is { } times ? $"{Plain(times)}x" : null,
        Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Discount is { } percent ? $"{Plain(percent)}%" : null,
    }.OfType<string>());

    /// <summary>Whatever stands there, a name at least: it may have been typed into the form.</summary>
    public static OrderLine Parse(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var counted = Counted().Match(parts[0]);
        var line = counted.Success ? new OrderLine(counted.Groups["name"].Value, Read(counted.Groups["count"].Value)) : new OrderLine(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            if (part.EndsWith('%')) line = line with { Discount = Read(part[..^1]) };
            else if (part.EndsWith('x')) line = line with { Times = Read(part[..^1]) };
            else if (DateOnly.TryParseExact(part, ["yyyy-MM-dd", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) line = line with { Day = day };
        }
        return line;
    }

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static decimal? Read(string text) =>
        decimal.TryParse(text.Replace(',', '.').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "8-uurs arrangement" begins with a figure too, but no space comes behind it.
    [GeneratedRegex(@"^(?<count>\d{1,7})\s*[x×]?\s+(?<name>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();
}
