using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>How people call the indicators and the groups of products; made ready at the first question for a figure, not at the start.</summary>
internal static class FigureNames
{
    private static readonly (string Code, Regex Pattern)[] Indicators =
    [
        Code("hit_rate_value", @"hit.?rate.*(waarde|value)"), Code("hit_rate_sent", @"hit.?rate.*(verzonden|verstuurde|sent)"),
        Code("hit_rate", @"hit.?rate|scoringspercentage|scoringskans|conversie|conversion|geaccepteerde offertes|accepted quotes"),
        Code("key_account_share", @"(aandeel|share).*key.?account"), Code("key_accounts", @"key.?accounts?\b"), Code("csat", @"klanttevredenheid|customer satisfaction|\bcsat\b"),
        Code("nps", @"\bnps\b|net promoter"), Code("revenue_growth", @"omzetgroei|revenue growth|groei van (de )?omzet"), Code("on_the_books", @"on the books|in de boeken|op de boeken"),
        Code("market_share", @"marktaandeel|market share"), Code("retention", @"retentie|retention|klantbehoud"), Code("churn", @"\bchurn\b|klantverloop"),
        Code("quote_turnaround", @"doorlooptijd|turnaround"), Code("quote_first_pass", @"first pass|in een keer goedgekeurd"), Code("quote_revisions", @"revisies|revisions|versies per offerte"),
        Code("denial_rate", @"denial|nee.?verkoop|afgewezen wegens"), Code("quote_requests", @"(aantal |hoeveel |number of |how many )?(offerteaanvragen|quote requests)"),
        Code("lead_value", @"(waarde|value|omvang) (van )?(de )?(mijn )?leads|lead value|leadwaarde"), Code("leads", @"(aantal|hoeveel|how many|number of) (nieuwe |new )?leads"),
        Code("cadence", @"cadans|cadence|contactfrequentie|bezoekfrequentie"), Code("note_quality", @"(kwaliteit|quality).*(verslag|notes?)|note quality"),
        Code("logged_within_24h", @"binnen 24|within 24"), Code("follow_up_on_time", @"(opvolging|opvolgingen|follow.?ups?).*(op tijd|on time)"), Code("issues_on_time", @"(klachten|issues).*(op tijd|on time)"),
        Code("role_coverage", @"rolbezetting|role coverage"), Code("multi_threading", @"multi.?threading"), Code("upsell_rate", @"upsell(ing)?.?(rate|percentage)"), Code("upsell_value", @"upsell.?(waarde|value)"),
        Code("cross_sell", @"cross.?sell"), Code("advice_acceptance", @"(advies|adviezen|advice).*(opgevolgd|geaccepteerd|accept)"), Code("plan_coverage", @"plandekking|plan coverage"), Code("plan_acceptance", @"plan acceptance|draagvlak"),
        Code("proposals_adopted", @"(voorstellen|proposals).*(overgenomen|adopted)"), Code("events_attended", @"(aantal|hoeveel|how many) (beurzen|events|evenementen|fairs)"), Code("cost_per_lead", @"kosten per lead|cost per lead"),
        Code("competitive_win_rate", @"win.?rate|gewonnen van de concurrent"), Code("contact_stability", @"contact stability|stabiliteit van (de )?contacten"), Code("cause_coverage", @"cause coverage|bekende oorzaken"),
        Code("reports_on_time", @"(rapporten|reports).*(op tijd|on time)"), Code("future_plan_insight", @"toekomstplannen|future plans?"), Code("revenue", @"\b(omzet|revenue|turnover)\b"),
    ];

    private static readonly (string Group, Regex Pattern)[] ProductGroups =
    [
        Code("room_hire", @"zaalhuur|room hire|zaalverhuur|meeting rooms?\b"), Code("overnight", @"overnachting(en)?|overnight|logies|lodging|\brooms revenue|kameromzet"),
        Code("package", @"arrangement(en)?\b|packages?\b|vergaderarrangement"), Code("fnb", @"f&b|\bf & b|food and beverage|eten en drinken|horeca|catering"), Code("av", @"\bav\b|techniek|audiovisueel|av-techniek"),
    ];

    /// <summary>The first indicator that is named; null: none.</summary>
    public static string? Indicator(string fold) => Array.Find(Indicators, one => one.Pattern.IsMatch(fold)).Code;

    /// <summary>The group of products that is named; null: none.</summary>
    public static string? Group(string fold) => Array.Find(ProductGroups, one => one.Pattern.IsMatch(fold)).Group;

    private static (string, Regex) Code(string code, string pattern) => (code, new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
}
