using System.Globalization;

namespace SalesBot.Data.Prices;

/// <summary>Words for what the rules speak of.</summary>
public static class Wording
{
    public static string Name(this ProductGroup group, Language language) => (group, language) switch
    {
        (ProductGroup.RoomHire, Language.Dutch) => "zaalhuur",
        (ProductGroup.RoomHire, _) => "room hire",
        (ProductGroup.Overnight, Language.Dutch) => "overnachtingen",
        (ProductGroup.Overnight, _) => "overnight stays",
        (ProductGroup.Package, Language.Dutch) => "arrangementen",
        (ProductGroup.Package, _) => "packages",
        (ProductGroup.Fnb, _) => "F&B",
        (ProductGroup.Av, _) => "AV",
        (_, Language.Dutch) => "overige producten",
        _ => "other products",
    };

    // Amounts in the rules' own sentences; cards format what they show themselves.
    internal static string Money(decimal amount, Language language) =>
        (amount < 0 ? "-" : "") + (language == Language.Dutch ? "€ " : "€") + Math.Abs(amount).ToString("N2", Culture(language));

    internal static string Percent(decimal percent, Language language) =>
        percent.ToString("#,##0.##", Culture(language)) + (language == Language.Dutch ? " %" : "%");

    internal static string Number(decimal number, Language language) => number.ToString("#,##0.##", Culture(language));

    internal static string Day(DateOnly day, Language language) => day.ToString("d MMMM yyyy", Culture(language));

    private static CultureInfo Culture(Language language) => CultureInfo.GetCultureInfo(language == Language.Dutch ? "nl-NL" : "en-GB");
}
