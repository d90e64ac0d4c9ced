namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>The tags of both models, and which unit may have which.</summary>
internal static class Tags
{
    public const string Other = "O", Person = "per", Company = "acc", Rival = "riv", Product = "pro", Reason = "rea";

    /// <summary>A day or span: of what was reported, of what is wanted, when something is due, an option's end, or nothing.</summary>
    public const string PastDate = "date<", Date = "date>", Due = "due", PastPeriod = "period<", Period = "period>", Option = "option";

    public static readonly string[] Names = [Other, "B-per", "I-per", "B-acc", "I-acc", "B-riv", "I-riv"];

    public static readonly string[] Roles =
        [Other, "B-pro", "I-pro", "B-rea", "I-rea", PastDate, Date, Due, PastPeriod, Period, Option, SlotNames.Rooms, SlotNames.Nights, SlotNames.Delegates, SlotNames.Score, SlotNames.Amount, SlotNames.DiscountPercent];

    /// <summary>What may stand in somebody else's words: why something was wrong.</summary>
    public static readonly uint Quotable = Bit(Roles, Other) | Bit(Roles, "B-rea") | Bit(Roles, "I-rea");

    public static uint Bit(string[] tags, string tag) => Array.IndexOf(tags, tag) is var at and >= 0 ? 1u << at : throw new FormatException($"No such tag: {tag}");

    /// <summary>A bit for each tag that a unit may have.</summary>
    public static uint Allowed(Unit unit, string[] tags)
    {
        var allowed = 0u;
        for (var tag = 0; tag < tags.Length; tag++)
        {
            if (tags[tag].Length == 1 || (tags[tag][1] == '-' ? IsNamed(unit, tags[tag][0]) : unit.IsValue && Fits(unit.Fold, tags[tag]))) allowed |= 1u << tag;
        }

        return allowed;
    }

    /// <summary>No sign begins a name, and few stand in one; a full stop only behind a title or an initial.</summary>
    private static bool IsNamed(Unit unit, char place) => unit.Kind is not ("sign" or "dot") || (place == 'I' && unit.Kind == "dot") || (place == 'I' && unit.Fold is "&" or "-" or "/" or "'" or "’");

    private static bool Fits(string mask, string role) => mask switch
    {
        "_day" or "_days" => role is PastDate or Date or Due or PastPeriod or Period or Option,
        "_money" => role == SlotNames.Amount,
        "_pct" => role == SlotNames.DiscountPercent,
        "_num" => role is SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score or SlotNames.Amount or SlotNames.DiscountPercent,
        _ => false,
    };
}
