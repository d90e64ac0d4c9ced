namespace SalesBot.Data.Indicators;

public enum IndicatorUnit { Euro, Percent, Count, Hours, Ratio, Score }

/// <summary>What an indicator is called and how it is reckoned, in words.</summary>
/// <param name="Code">Used in imports, exports and as element id on cards.</param>
/// <param name="MoreIsBetter">False where a fall is good news.</param>
public sealed record Indicator(
    string Code, string NameNl, string NameEn, IndicatorUnit Unit, string FormulaNl, string FormulaEn, string BasisNl, string BasisEn,
    bool MoreIsBetter = true)
{
    public string Name(Language language) => language == Language.Dutch ? NameNl : NameEn;
    public string Formula(Language language) => language == Language.Dutch ? FormulaNl : FormulaEn;
    public string Basis(Language language) => language == Language.Dutch ? BasisNl : BasisEn;
}

/// <summary>The indicators that are reckoned, in the order in which they are shown.</summary>
public static class IndicatorCatalogue
{
    private const string ConsumedNl = "verbruikt, hele maanden, excl. btw", ConsumedEn = "consumed, whole months, excl. VAT",
        RollingNl = "verbruikt in de laatste 12 maanden, excl. btw", RollingEn = "consumed in the last 12 months, excl. VAT",
        DecidedNl = "offertes die in de periode zijn afgesloten", DecidedEn = "quotes decided in the period",
        SentNl = "offertes die in de periode zijn verstuurd", SentEn = "quotes sent in the period";

    public static readonly IReadOnlyList<Indicator> All =
    [
        new("revenue", "omzet", "revenue", IndicatorUnit.Euro, "som van de gerealiseerde omzetregels", "sum of the actual revenue lines",
            ConsumedNl, ConsumedEn),
        new("revenue_growth", "omzetgroei", "revenue growth", IndicatorUnit.Percent,
            "(omzet − omzet in dezelfde periode vorig jaar) / omzet in dezelfde periode vorig jaar",
            "(revenue − revenue in the same period last year) / revenue in the same period last year",
            ConsumedNl, ConsumedEn),
        new("on_the_books", "al geboekt", "on the books", IndicatorUnit.Euro, "definitieve offertes met verblijf of event na vandaag",
            "definite quotes with a stay or event after today",
            "verbruik na vandaag, per nacht, excl. btw", "consumption after today, by night, excl. VAT"),
        new("key_accounts", "key-accounts", "key accounts", IndicatorUnit.Count, "klanten met meer omzet dan de grens",
            "accounts with more revenue than the line", RollingNl, RollingEn),
        new("key_account_share", "aandeel key-accounts", "key account share", IndicatorUnit.Percent,
            "omzet van key-accounts / totale omzet", "revenue of key accounts / total revenue", RollingNl, RollingEn),
        new("retention", "klantbehoud", "retention", IndicatorUnit.Percent,
            "klanten met omzet in beide perioden / klanten met omzet vorig jaar",
            "accounts with revenue in both periods / accounts with revenue last year",
            "verbruikt, tegenover dezelfde periode vorig jaar", "consumed, against the same period last year"),
        new("churn", "klantverloop", "churn", IndicatorUnit.Percent, "100 % − klantbehoud", "100% − retention",
            "verbruikt, tegenover dezelfde periode vorig jaar", "consumed, against the same period last year", MoreIsBetter: false),
        new("quote_requests", "offerteaanvragen", "quote requests", IndicatorUnit.Count, "aantal aanvragen", "number of requests",
            "aanvragen die in de periode zijn gedaan", "requests made in the period"),
        new("hit_rate", "scoringspercentage", "hit rate", IndicatorUnit.Percent,
            "geaccepteerd / (geaccepteerd + afgewezen + ingetrokken + verlopen)", "accepted / (accepted + rejected + withdrawn + expired)",
            DecidedNl, DecidedEn),
        new("hit_rate_sent", "geaccepteerd van verstuurd", "accepted of sent", IndicatorUnit.Percent, "geaccepteerd / verstuurd",
            "accepted / sent", SentNl, SentEn),
        new("hit_rate_value", "scoringspercentage naar waarde", "hit rate by value", IndicatorUnit.Percent,
            "waarde geaccepteerd / waarde van alle afgesloten offertes", "value accepted / value of all decided quotes", DecidedNl,
            DecidedEn),
        new("quote_first_pass", "in één keer goedgekeurd", "approved first time", IndicatorUnit.Percent,
            "goedgekeurd zonder teruggave / ingediend", "approved without return / submitted", "offertes die in de periode zijn ingediend",
            "quotes submitted in the period"),
        new("quote_turnaround", "doorlooptijd offerte", "quote turnaround", IndicatorUnit.Hours,
            "mediaan van de werkuren van aanvraag tot verzending (ma-vr 9-17 uur)",
            "median working hours from request to sending (Mon-Fri, 9 to 5)", SentNl, SentEn, MoreIsBetter: false),
        new("quote_revisions", "versies per offerte", "versions per quote", IndicatorUnit.Ratio,
            "versies van geaccepteerde offertes / geaccepteerde offertes", "versions of accepted quotes / accepted quotes", DecidedNl,
            DecidedEn, MoreIsBetter: false),
        new("leads", "leads", "leads", IndicatorUnit.Count, "aantal leads", "number of leads", "leads die in de periode zijn vastgelegd",
            "leads recorded in the period"),
        new("lead_value", "waarde van leads", "lead value", IndicatorUnit.Euro, "som van de verwachte waarde", "sum of the expected value",
            "leads die in de periode zijn vastgelegd", "leads recorded in the period"),
        new("lead_value_median", "mediaan waarde per lead", "median lead value", IndicatorUnit.Euro, "mediaan van de verwachte waarde",
            "median of the expected value",
            "leads met een waarde die in de periode zijn vastgelegd", "leads with a value recorded in the period"),
        new("leads_qualified", "gekwalificeerde leads", "qualified leads", IndicatorUnit.Percent, "gekwalificeerd of gewonnen / leads",
            "qualified or won / leads",
            "leads die in de periode zijn vastgelegd", "leads recorded in the period"),
        new("cadence", "contactfrequentie", "contact cadence", IndicatorUnit.Percent,
            "klanten die binnen hun interval zijn bezocht / klanten met een interval",
            "accounts visited within their interval / accounts with one",
            "aan het eind van de periode, uiterlijk vandaag", "at the end of the period, today at the latest"),
        new("note_quality", "volledige bezoekverslagen", "complete visit notes", IndicatorUnit.Percent,
            "verslagen met doel, uitkomst, vervolgstap en persoon / verslagen", "notes with goal, outcome, next step and person / notes",
            "bezoeken in de periode", "visits in the period"),
        new("logged_within_24h", "binnen 24 uur vastgelegd", "logged within 24 hours", IndicatorUnit.Percent,
            "bezoeken uiterlijk de volgende dag vastgelegd / bezoeken", "visits logged by the next day / visits", "bezoeken in de periode",
            "visits in the period"),
        new("follow_up_on_time", "opvolging op tijd", "follow-ups on time", IndicatorUnit.Percent,
            "op tijd gedaan / vervallen of gedaan", "done in time / due or done", "opvolgingen met hun datum in de periode",
            "follow-ups due in the period"),
    ];

    private static readonly Dictionary<string, Indicator> ByCode = All.ToDictionary(indicator => indicator.Code);

    public static Indicator? Find(string code) => ByCode.GetValueOrDefault(code);

    internal static Indicator Of(string code) => ByCode[code];
}
