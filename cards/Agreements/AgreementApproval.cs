using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Agreements;
using SalesBot.Data.Prices;

namespace SalesBot.Cards.Agreements;

/// <summary>What an agreement says on its approval card: term, promise, and each rate beside the list.</summary>
public static class AgreementApproval
{
    private static readonly Text Term = new("Looptijd", "Term"), Promise = new("Afname", "Volume"), Worth = new("Waarde", "Value"), Below = new("Onder de lijst", "Below the list"),
        Rates = new("Tarieven", "Rates"), List = new("lijst", "list"), Why = new("Toelichting", "Justification"), NoPromise = new("geen toezegging", "no promise"),
        Nights = new("kamernachten", "room nights"), UpTo = new("tot", "up to");

    /// <param name="number">The version that was asked about, which need not be the last.</param>
    public static ApprovalBody Of(Agreement agreement, int number, Audience audience, Language language)
    {
        var version = agreement.Versions.FirstOrDefault(version => version.Number == number) ?? agreement.Current;
        return new(
            agreement.Name, version.Value is { } worth ? language.Money(worth) : null,
            [
                Parts.Row(Term.In(language), language.Period(new(version.From, version.Until)), strong: true),
                Parts.Row(Promise.In(language), VolumeOf(version, language), strong: true),
                .. Parts.If(version.Value is not null, () => Parts.Row(Worth.In(language), language.Money(version.Value!.Value))),
                Parts.Row(Below.In(language), $"{UpTo.In(language)} {language.Percent(Math.Round(version.Discount, 1))}", strong: true),
                .. Parts.If(version.Justification is not null, () => Parts.Row(Why.In(language), Words.Clip(version.Justification!, 600))),
            ],
            [Parts.Caption(Rates.In(language)), .. version.Rates.Select(rate => RateOf(rate, language))],
            audience == Audience.Approver ? AgreementForm.Of(version, language) : []);
    }

    public static string VolumeOf(AgreementVersion version, Language language) => (version.Volume, version.VolumeUnit) switch
    {
        (null, _) => NoPromise.In(language),
        ({ } nights, VolumeUnit.RoomNights) => $"{language.Number(nights)} {Nights.In(language)}",
        ({ } amount, _) => language.Money(amount),
    };

    /// <summary>The name of a group stands in the middle of sentences elsewhere.</summary>
    internal static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    internal static ColumnSet RateOf(AgreedRate rate, Language language) => Parts.Entry(
        Capital(rate.Name(language)), rate.ListPrice is { } list ? $"{List.In(language)} {language.Money(list)}" : null,
        Parts.Figure(rate.Price is { } price ? language.Money(price) : $"-{language.Percent(rate.PercentOff ?? 0)}"));
}
