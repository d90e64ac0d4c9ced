using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Agreements;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes.Orders;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Agreements;

/// <summary>What was said of an agreement.</summary>
/// <param name="Unknown">Something that is in no price list; null: there is no such thing.</param>
internal sealed record AgreementRead(
    IReadOnlyList<AgreedRate> Rates, IReadOnlyList<AgreedRate> Dropped, Period? Term, (decimal Amount, VolumeUnit Unit)? Volume, string? Unknown);

/// <summary>Reads rates, term and promised volume from words: "kamers 105, 10 % op de zalen, heel 2026, 400 kamernachten".</summary>
internal static partial class AgreementWords
{
    /// <summary>A term is longer than a stay.</summary>
    private const int ShortestTerm = 25;

    public static AgreementRead Read(string text, PriceList prices, Turn turn)
    {
        var term = Recognizer.Recognize(text, turn.Language, turn.LocalNow).Select(value => value.Value).OfType<Reading.Days>()
            .FirstOrDefault(days => days.End.DayNumber - days.From.DayNumber > ShortestTerm);
        var volume = VolumeIn(text);
        // The promise is no rate.
        var rest = Nights().Replace(Turnover().Replace(text, " "), " ");
        var words = new OrderWords(rest, prices, turn.Language, turn.LocalNow, turn.Names, []);
        List<AgreedRate> rates = [], dropped = [];
        string? unknown = null;
        foreach (var segment in words.Segments)
        {
            var about = segment.Pieces.FirstOrDefault(piece => piece.Part is Part.Product or Part.Group or Part.Rooms);
            if (about is not null && (segment.Has(OrderVocabulary.Without) || segment.Has(OrderVocabulary.Takes) || segment.Has(OrderVocabulary.Off)))
            {
                dropped.AddRange(RatesOf(about, prices, null, null));
                continue;
            }
            if (segment.First(Part.Percent) is { } percent)
                rates.AddRange(about is null || about.Part == Part.Group && about.Group is null ? [new(null, null, null, percent.Number)] : RatesOf(about, prices, null, percent.Number));
            else if ((segment.First(Part.Money) ?? segment.First(Part.Number)) is { Number: > 0 } price)
            {
                var own = about is null ? [] : RatesOf(about, prices, price.Number, null).Where(rate => rate.Product is not null).ToList();
                rates.AddRange(own);
                if (own.Count == 0) unknown = about?.Text ?? words.Unknown(segment);
            }
        }
        return new(rates, dropped, term is null ? null : new Period(term.From, term.End.AddDays(-1)), volume, unknown);
    }

    /// <summary>A percentage on "zalen" is for the group; a price is for one product.</summary>
    private static IEnumerable<AgreedRate> RatesOf(Piece about, PriceList prices, decimal? price, decimal? percent)
    {
        var name = about.Part == Part.Rooms ? OrderTargets.AnyRoom : about.Name ?? about.Text;
        var group = about.Part == Part.Rooms ? ProductGroup.Overnight : about.Group;
        if (price is null && group is { } whole) yield return new(null, whole, null, percent);
        else if (prices.Named(name) is { } product) yield return new(product, null, price, percent);
    }

    private static (decimal, VolumeUnit)? VolumeIn(string text)
    {
        if (Nights().Match(text) is { Success: true } nights) return (Number(nights), VolumeUnit.RoomNights);
        return Turnover().Match(text) is { Success: true } money ? (Number(money) * (money.Groups["k"].Value.Length > 0 ? 1000 : 1), VolumeUnit.Euros) : null;
    }

    private static decimal Number(Match match) => decimal.Parse(match.Groups["n"].Value.Replace(".", "").Replace(",", ""), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<n>\d{1,3}([.,]\d{3})+|\d+)\s*(kamernachten|hotelnachten|overnachtingen|room[\s-]?nights|nachten|nights)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Nights();

    [GeneratedRegex(@"\b(afname|volume|omzet|besteding|revenue|spend|turnover)\s*(van|of|voor|worth|minimaal|at least|:)*\s*(€|eur|euro)?\s*(?<n>\d{1,3}([.,]\d{3})+|\d+)(,-|\s*euro)?\s*(?<k>k|mille|duizend|thousand)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Turnover();

    /// <summary>A rate as it is kept in a slot and shown in the form: "Eenpersoonskamer 105.00" or "zaalhuur 10%"; a star is everything.</summary>
    public static string Write(AgreedRate rate, PriceList prices, Language language)
    {
        var name = rate is { Product: null, Group: null } ? "*" : rate.Named(prices, default).Name(language);
        return rate.Price is { } price
            ? $"{name} {price.ToString("0.00", CultureInfo.InvariantCulture)}"
            : $"{name} {(rate.PercentOff ?? 0).ToString("0.##", CultureInfo.InvariantCulture)}%";
    }

    public static AgreedRate? Parse(string text, PriceList prices)
    {
        if (Written().Match(text.Trim()) is not { Success: true } written || !decimal.TryParse(written.Groups["n"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var name = written.Groups["name"].Value.Trim();
        var percent = written.Groups["percent"].Success;
        if (name == "*") return percent ? new(null, null, null, number) : null;
        ProductGroup? group = Enum.GetValues<ProductGroup>().Cast<ProductGroup?>().FirstOrDefault(one =>
            name.Equals(one!.Value.Name(Language.Dutch), StringComparison.OrdinalIgnoreCase) || name.Equals(one.Value.Name(Language.English), StringComparison.OrdinalIgnoreCase));
        if (percent && group is not null) return new(null, group, null, number);
        return prices.Named(name) is { } product ? percent ? new(product, null, null, number) : new(product, null, number, null) : null;
    }

    [GeneratedRegex(@"^(?<name>.+?)\s+(€\s*)?(?<n>\d+([.,]\d{1,2})?)\s*(?<percent>%)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
