using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Data.Agreements;

/// <summary>What the policy says of an agreement. Rates for a year bind more than one quote does: a supervisor always decides.</summary>
public static class AgreementPolicy
{
    public static IReadOnlyList<Finding> Judge(AgreementVersion version, PriceList prices, PolicySettings settings) =>
    [
        .. version.Rates.Select(RateFinding),
        .. version.Rates.Select(rate => MarginFinding(rate, version, prices, settings)).OfType<Finding>(),
        .. version.Volume is null ? [new Finding("volume", true, "De klant zegt geen afname toe.", "The account promises no volume.")] : Array.Empty<Finding>(),
        new("agreement", false,
            "Een samenwerkingsovereenkomst bindt voor langere tijd en gaat daarom altijd naar de leidinggevende.",
            "A rate agreement binds for a longer time, so it always goes to the supervisor."),
    ];

    /// <summary>EUR excl. VAT that a promise comes to; null: no amount was promised and none follows from the rates.</summary>
    public static decimal? Value(decimal? volume, VolumeUnit unit, IReadOnlyList<AgreedRate> rates, PriceList prices) => (volume, unit) switch
    {
        (null, _) => null,
        ({ } amount, VolumeUnit.Euros) => amount,
        ({ } nights, _) => rates.FirstOrDefault(rate => rate is { Product: { } product, Price: not null } && prices.Latest(product)?.Unit == PriceUnit.RoomNight)?.Price is { } price
            ? nights * price
            : null,
    };

    private static Finding RateFinding(AgreedRate rate)
    {
        var (nl, en) = (rate.Name(Language.Dutch), rate.Name(Language.English));
        if (rate is not { Price: { } price, ListPrice: { } list })
            return new("rate", false,
                $"{Wording.Percent(rate.PercentOff ?? 0, Language.Dutch)} korting op {nl} voor de hele looptijd.",
                $"{Wording.Percent(rate.PercentOff ?? 0, Language.English)} off {en} for the whole term.");
        var below = Math.Round(rate.Below, 1);
        return new("rate", false,
            $"{nl} voor {Wording.Money(price, Language.Dutch)} in plaats van {Wording.Money(list, Language.Dutch)}: {Wording.Percent(below, Language.Dutch)} onder de lijst.",
            $"{en} at {Wording.Money(price, Language.English)} instead of {Wording.Money(list, Language.English)}: {Wording.Percent(below, Language.English)} below the list.");
    }

    private static Finding? MarginFinding(AgreedRate rate, AgreementVersion version, PriceList prices, PolicySettings settings)
    {
        if (rate.Product is not { } product || (prices.Find(product, version.From) ?? prices.Latest(product)) is not { } row) return null;
        var price = rate.Price ?? row.Price * (100 - (rate.PercentOff ?? 0)) / 100;
        if (price <= 0 || (price - row.Cost) * 100 >= settings.MarginFloorPercent * price) return null;
        var margin = Math.Floor((price - row.Cost) / price * 1000) / 10;
        return new("margin", true,
            $"De marge op {row.NameNl} is dan {Wording.Percent(margin, Language.Dutch)}; de ondergrens is {Wording.Percent(settings.MarginFloorPercent, Language.Dutch)}.",
            $"The margin on {row.NameEn} is then {Wording.Percent(margin, Language.English)}; the floor is {Wording.Percent(settings.MarginFloorPercent, Language.English)}.");
    }
}
