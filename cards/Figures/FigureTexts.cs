using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;

namespace SalesBot.Cards.Figures;

internal static class FigureTexts
{
    public static readonly Text
        NotDefined = new("niet bepaald", "not defined"),
        Target = new("doel", "target"),
        Count = new("Aantal", "Count"),
        Why = new("Waarom?", "Why?"),
        Revenue = new("Omzet", "Revenue"),
        RevenueByMonth = new("Omzet per maand", "Revenue by month"),
        RevenueByGroup = new("Omzet per productgroep", "Revenue by product group"),
        Month = new("Maand", "Month"),
        Actual = new("Realisatie", "Actual"),
        TargetLegend = new("Doel", "Target"),
        LastYear = new("Vorig jaar", "Last year"),
        Group = new("Groep", "Group"),
        Amount = new("Bedrag", "Amount"),
        OfTarget = new("van het doel", "of target"),
        NoTarget = new("geen doel vastgelegd", "no target set"),
        OnTheBooks = new("In de boeken", "On the books"),
        Accounts = new("Klanten", "Accounts"),
        Other = new("Overige klanten", "Other accounts"),
        Bridge = new("Waarom", "Why"),
        New = new("Nieuw", "New"),
        Expansion = new("Groei", "Expansion"),
        Contraction = new("Krimp", "Contraction"),
        Lost = new("Verloren", "Lost"),
        NotAssigned = new("Niet toegewezen", "Not assigned"),
        Residual = new("Onverklaard", "Unexplained"),
        Causes = new("Per klant, met oorzaak", "Per account, with cause"),
        NoCause = new("oorzaak nog niet bekend", "cause not known yet"),
        Account = new("Klant", "Account"),
        Difference = new("Verschil", "Difference"),
        ByGroup = new("Per productgroep, t.o.v. vorig jaar", "By product group, on last year"),
        ByPrice = new("Prijs en volume, t.o.v. vorig jaar", "Price and volume, on last year"),
        Volume = new("Volume", "Volume"),
        Price = new("Prijs", "Price"),
        Deviations = new("Grootste afwijkingen", "Largest deviations"),
        NotSplit = new("Aantal niet bekend", "Quantity not known"),
        Show = new("Klanten", "Accounts"),
        Formula = new("Berekening", "Formula"),
        Period = new("Periode", "Period"),
        Basis = new("Grondslag", "Basis"),
        Sources = new("Bronregels", "Source rows"),
        Next = new("Volgende", "Next"),
        Previous = new("Vorige", "Previous"),
        HitsByMonth = new("Hitrate per maand (%)", "Hit rate by month (%)"),
        HitRate = new("Hitrate", "Hit rate"),
        AcceptedOf = new("Akkoord van besloten", "Accepted of decided"),
        PipelineByMonth = new("Gewogen pijplijn per maand", "Weighted pipeline by month"),
        Indicator = new("Kengetal", "Indicator"),
        Value = new("Waarde", "Value"),
        Made = new("Opgemaakt op", "Made on");


    public static string Of(ProductGroup group, Language language) => (group switch
    {
        ProductGroup.RoomHire => new Text("Zaalhuur", "Room hire"),
        ProductGroup.Overnight => new Text("Overnachting", "Overnight"),
        ProductGroup.Package => new Text("Arrangement", "Package"),
        ProductGroup.Fnb => new Text("F&B", "F&B"),
        ProductGroup.Av => new Text("AV", "AV"),
        ProductGroup.Other => new Text("Overig", "Other"),
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "No text for it."),
    }).In(language);

    public static Text Of(BridgeStep step) => step switch
    {
        BridgeStep.New => New,
        BridgeStep.Expansion => Expansion,
        BridgeStep.Contraction => Contraction,
        BridgeStep.Lost => Lost,
        BridgeStep.NotAssigned => NotAssigned,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No text for it."),
    };

    /// <summary>+€ 1.200, -€ 300.</summary>
    public static string Signed(decimal amount, Language language) => (amount > 0 ? "+" : "") + language.Euros(amount);
}
