using System.Globalization;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Numbers in digits, with points and commas.</summary>
internal static class Figures
{
    /// <summary>What a figure can mean, likeliest first; empty where it is no number.</summary>
    public static decimal[] Read(string figure, bool decimalComma)
    {
        if (figure.Length > 18)
        {
            return [];
        }

        var separators = figure.Where(character => character is '.' or ',').ToArray();
        var (thousands, point) = decimalComma ? ('.', ',') : (',', '.');
        if (separators.Length == 0)
        {
            return [decimal.Parse(figure, CultureInfo.InvariantCulture)];
        }

        var last = separators[^1];
        var groups = figure.Split('.', ',');
        var grouped = groups.Skip(1).All(group => group.Length == 3) && groups[0].Length is > 0 and <= 3 && groups[0] != "0"
            && separators.Distinct().Count() == 1;
        if (grouped && separators.Length > 1)
        {
            return [Plain(figure)];
        }

        if (separators.Length > 1)
        {
            return separators.Take(separators.Length - 1).Contains(last) ? [] : [Fraction(figure, last)];
        }

        return !grouped ? [Fraction(figure, last)]
            : last == thousands ? [Plain(figure)]
            : [Fraction(figure, point), Plain(figure)];
    }

    private static decimal Plain(string figure) =>
        decimal.Parse(figure.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static decimal Fraction(string figure, char point)
    {
        var at = figure.LastIndexOf(point);
        return decimal.Parse(Plain(figure[..at]).ToString(CultureInfo.InvariantCulture) + "." + figure[(at + 1)..], CultureInfo.InvariantCulture);
    }
}
