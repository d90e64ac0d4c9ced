using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Agreements;

/// <summary>What a decider changes when approving; what is null or not in it stays as it was asked.</summary>
/// <param name="Rates">By their place: EUR per unit where the rate is a price, else percent off.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record AgreementChange(IReadOnlyDictionary<int, decimal> Rates, DateOnly? Until, decimal? Volume, string? Justification)
{
    /// <summary>Why it can not be agreed like this; null: it can.</summary>
    public Refusal? Flaw(AgreementVersion version)
    {
        foreach (var (place, wanted) in Rates)
        {
            var rate = version.Rates[place];
            if (wanted <= 0 || rate.Price is null && wanted >= 100)
                return new("rate_impossible", $"{rate.Name(Language.Dutch)}: dat kan geen tarief zijn.", $"{rate.Name(Language.English)}: that can't be a rate.");
            if (rate is { Price: not null, ListPrice: { } list } && wanted > list)
                return new("above_list",
                    $"{rate.Name(Language.Dutch)}: {Wording.Money(wanted, Language.Dutch)} ligt boven de lijstprijs van {Wording.Money(list, Language.Dutch)}.",
                    $"{rate.Name(Language.English)}: {Wording.Money(wanted, Language.English)} is above the list price of {Wording.Money(list, Language.English)}.");
        }
        return Until < version.From ? new("term_empty", "De overeenkomst zou eindigen voordat ze begint.", "The agreement would end before it begins.") : null;
    }

    /// <summary>The next version with the change; it stays its requester's.</summary>
    public AgreementVersion Apply(AgreementVersion version, PriceList prices, UserId decider, DateTimeOffset at)
    {
        List<AgreedRate> rates =
        [
            .. version.Rates.Select((rate, place) => !Rates.TryGetValue(place, out var wanted) ? rate : rate.Price is null ? rate with { PercentOff = wanted } : rate with { Price = wanted }),
        ];
        var volume = Volume ?? version.Volume;
        return version with
        {
            Number = version.Number + 1,
            Rates = rates,
            Until = Until ?? version.Until,
            Volume = volume,
            Value = AgreementPolicy.Value(volume, version.VolumeUnit, rates, prices),
            Discount = rates.Max(rate => rate.Below),
            Justification = Justification ?? version.Justification,
            At = at,
            ChangedBy = decider,
        };
    }

    /// <summary>What became different, one sentence each.</summary>
    public static IReadOnlyList<Finding> Between(AgreementVersion before, AgreementVersion after)
    {
        var changes = new List<Finding>();
        foreach (var (was, now) in before.Rates.Zip(after.Rates).Where(pair => pair.First != pair.Second))
            Add(language => $"{was.Name(language)} {Of(was, language)} → {Of(now, language)}.");
        if (before.Until != after.Until) Add(language => $"{(language == Language.Dutch ? "Geldt tot en met" : "Holds until")} {Wording.Day(after.Until, language)}.");
        if (before.Volume != after.Volume) Add(language => $"{(language == Language.Dutch ? "Afname" : "Volume")} {Volumes(before, after, language)}.");
        if (before.Justification != after.Justification) Add(language => language == Language.Dutch ? "Toelichting aangepast." : "Justification changed.");
        return changes;

        void Add(Func<Language, string> sentence) => changes.Add(new("change", false, Capital(sentence(Language.Dutch)), Capital(sentence(Language.English))));
    }

    private static string Of(AgreedRate rate, Language language) =>
        rate.Price is { } price ? Wording.Money(price, language) : $"-{Wording.Percent(rate.PercentOff ?? 0, language)}";

    private static string Volumes(AgreementVersion before, AgreementVersion after, Language language)
    {
        string Amount(decimal volume) => after.VolumeUnit == VolumeUnit.Euros ? Wording.Money(volume, language) : Wording.Number(volume, language);
        var unit = after.VolumeUnit == VolumeUnit.Euros ? "" : language == Language.Dutch ? " kamernachten" : " room nights";
        return $"{(before.Volume is { } was ? $"{Amount(was)} → " : "")}{Amount(after.Volume ?? 0)}{unit}";
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
