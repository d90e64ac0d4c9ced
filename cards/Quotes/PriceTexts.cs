using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Prices;

namespace SalesBot.Cards.Quotes;

/// <summary>Words for the price list.</summary>
public static class PriceTexts
{
    /// <summary>"per kamernacht · 21 % btw".</summary>
    public static string Of(Product row, Language language) =>
        $"{Per(row.Unit).In(language)} · {language.Percent(row.VatPercent)} {new Text("btw", "VAT").In(language)}"
        + (row.ValidUntil is { } until ? $" · {new Text("t/m", "until").In(language)} {until.ToString("d MMM yyyy", language.Culture())}" : "");

    public static Text Basis(string day) => new($"Lijstprijs op {day}, excl. btw", $"List price on {day}, excl. VAT");

    public static Text More(int count) => new($"En nog {count}. Vraag naar één ervan, zoals “wat kost de boardroom?”", $"And {count} more. Ask for one of them, like “what does the boardroom cost?”");

    public static Text None(string what) => new(
        $"“{Words.Clip(what, 60)}” staat niet in de prijslijst. Zeg “prijslijst” voor alles wat erin staat, of doe er een voorstel voor aan je leidinggevende.",
        $"“{Words.Clip(what, 60)}” is not in the price list. Say “price list” for all that is, or make a proposal for it to your supervisor.");

    private static Text Per(PriceUnit unit) => unit switch
    {
        PriceUnit.RoomNight => new("per kamernacht", "per room night"),
        PriceUnit.Day => new("per dag", "per day"),
        PriceUnit.HalfDay => new("per dagdeel", "per half day"),
        PriceUnit.Person => new("per persoon", "per person"),
        PriceUnit.PersonDay => new("per persoon per dag", "per person per day"),
        _ => new("per stuk", "each"),
    };
}
