using System.Globalization;
using SalesBot.Data;
using SalesBot.Data.Indicators;

namespace SalesBot.Cards;

/// <summary>A text in every language the bot speaks, side by side: the compiler finds the one that is missing.</summary>
public readonly record struct Text(string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}

/// <summary>Numbers, money and dates as the reader writes them.</summary>
public static class Formats
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(this Language language) => language == Language.Dutch ? Dutch : English;

    /// <summary>€ 12.500,00 in Dutch, €12,500.00 in English.</summary>
    public static string Money(this Language language, decimal amount) =>
        (amount < 0 ? "-" : "") + (language == Language.Dutch ? "€ " : "€") + Math.Abs(amount).ToString("N2", language.Culture());

    /// <summary>Without cents, for figures of thousands.</summary>
    public static string Euros(this Language language, decimal amount) =>
        (amount < 0 ? "-" : "") + (language == Language.Dutch ? "€ " : "€") + Math.Abs(amount).ToString("N0", language.Culture());

    public static string Number(this Language language, decimal number) => number.ToString("#,##0.##", language.Culture());

    public static string Percent(this Language language, decimal percent) => percent.ToString("#,##0.#", language.Culture()) + (language == Language.Dutch ? " %" : "%");

    /// <summary>di 10 maart 2026, Tue 10 March 2026.</summary>
    public static string Date(this Language language, DateOnly day) => day.ToString("ddd d MMMM yyyy", language.Culture());

    /// <summary>March 2026, Q1 2026, 2026, or first and last day.</summary>
    public static string Period(this Language language, Period period)
    {
        if (period == Data.Indicators.Period.Year(period.From.Year)) return period.From.Year.ToString(CultureInfo.InvariantCulture);
        if (period == Data.Indicators.Period.Quarter(period.From.Year, (period.From.Month + 2) / 3))
            return $"Q{(period.From.Month + 2) / 3} {period.From.Year}";
        if (period == Data.Indicators.Period.Month(period.From.Year, period.From.Month)) return period.From.ToString("MMMM yyyy", language.Culture());
        if (period.From == period.To) return language.Date(period.From);
        return $"{period.From.ToString("d MMM yyyy", language.Culture())} – {period.To.ToString("d MMM yyyy", language.Culture())}";
    }
}
