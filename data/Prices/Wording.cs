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

    /// <summary>What the volume of a tier counts: a line's quantity times its nights or days.</summary>
    public static string Volume(this ProductGroup group, decimal volume, Language language)
    {
        var one = volume == 1;
        var unit = (group, language) switch
        {
            (ProductGroup.RoomHire, Language.Dutch) => one ? "dag of dagdeel" : "dagen of dagdelen",
            (ProductGroup.RoomHire, _) => one ? "day or half day" : "days or half days",
            (ProductGroup.Overnight, Language.Dutch) => one ? "kamernacht" : "kamernachten",
            (ProductGroup.Overnight, _) => one ? "room night" : "room nights",
            (ProductGroup.Package, Language.Dutch) => one ? "persoonsdag" : "persoonsdagen",
            (ProductGroup.Package, _) => one ? "person-day" : "person-days",
            (ProductGroup.Fnb, Language.Dutch) => one ? "persoon" : "personen",
            (ProductGroup.Fnb, _) => one ? "person" : "people",
            (ProductGroup.Av, Language.Dutch) => one ? "dag" : "dagen",
            (ProductGroup.Av, _) => one ? "day" : "days",
            (_, Language.Dutch) => one ? "stuk" : "stuks",
            _ => one ? "piece" : "pieces",
        };
        return $"{Number(volume, language)} {unit}";
    }

    // Amounts in the rules' own sentences; cards format what they show themselves.
    internal static string Money(decimal amount, Language language) =>
        (amount < 0 ? "-" : "") + (language == Language.Dutch ? "€ " : "€") + Math.Abs(amount).ToString("N2", Culture(language));

    internal static string Percent(decimal percent, Language language) =>
        percent.ToString("#,##0.##", Culture(language)) + (language == Language.Dutch ? " %" : "%");

    internal static string Number(decimal number, Language language) => number.ToString("#,##0.##", Culture(language));

    internal static string Day(DateOnly day, Language language) => day.ToString("d MMMM yyyy", Culture(language));

    private static CultureInfo Culture(Language language) => CultureInfo.GetCultureInfo(language == Language.Dutch ? "nl-NL" : "en-GB");
}
