using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Agreements;

namespace SalesBot.Cards.Agreements;

/// <summary>With which a decider changes an agreement when approving: each rate, the last day, what is promised. As asked; what is left as it is stays.</summary>
public static class AgreementForm
{
    public const string Until = "until", Volume = "volume", Justification = "text";

    private static readonly Text LastDay = new("Geldt tot en met", "Holds until"), Nights = new("Toegezegde kamernachten", "Promised room nights"),
        Revenue = new("Toegezegde omzet in €", "Promised revenue in €"), List = new("lijst", "list"), Off = new("korting in %", "discount in %"), Why = new("Toelichting", "Justification");

    /// <summary>Under which a rate arrives.</summary>
    public static string Rate(int place) => $"rate{place + 1}";

    internal static IReadOnlyList<Input> Of(AgreementVersion version, Language language) =>
    [
        .. version.Rates.Select((rate, place) => rate.Price is { } price
            ? new NumberInput(Rate(place), rate.ListPrice is { } list ? $"{NameOf(rate, language)}, € ({List.In(language)} {language.Number(list)})" : $"{NameOf(rate, language)}, €", Value: price) { Least = 0 }
            : new NumberInput(Rate(place), $"{NameOf(rate, language)}, {Off.In(language)}", Value: rate.PercentOff) { Least = 0, Most = 100 }),
        new DateInput(Until, LastDay.In(language), Value: version.Until),
        new NumberInput(Volume, (version.VolumeUnit == VolumeUnit.RoomNights ? Nights : Revenue).In(language), Value: version.Volume) { Least = 0 },
        new TextInput(Justification, Why.In(language), Value: version.Justification) { IsLong = true },
    ];

    private static string NameOf(Data.Prices.AgreedRate rate, Language language) => AgreementApproval.Capital(Words.Clip(rate.Name(language), 60));
}
