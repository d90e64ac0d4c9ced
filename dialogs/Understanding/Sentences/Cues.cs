using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>
/// Turns of phrase that say the intent beyond doubt, over the masked text of a clause (see Training/nl.txt for the masks).
/// They add to what the model thinks; a further intent within one message needs one of them.
/// </summary>
internal static class Cues
{
    private static readonly (string Intent, float Weight, Regex Pattern)[] All =
    [
        Cue(Intents.LogVisit, 5, @"\b(geweest|bezocht|langsgegaan|gesproken met|sprak|spraken|op bezoek|bezoekverslag|gespreksverslag|bezoek (bij|aan)|visited|spoke (to|with)|sat down with|lunch met _per|(had|net|zojuist) (een )?(afspraak|gesprek|overleg|meeting))\b"),
        Cue(Intents.LogVisit, 5, @"^(i |we |just |net )*(met|saw) (_per|_acc|with)|\b(was|were|been) (at|with|over at|to see) _acc|(meeting|call|coffee|lunch) (with|at) (_per|_acc)|(log|record|noteer|registreer|leg vast) .{0,20}(visit|meeting|bezoek)|\b(ontmoet|gezien|gesproken)\b|\b(was|waren|ben|zijn) .{0,20}\b(bij|langs bij) _acc|back from _acc"),
        Cue(Intents.RequestQuote, 5, @"\b(offerte|prijsopgave|quote|quotation|offreer|offreren|offerteaanvraag|aanbieding|off)\b.{0,40}\b(sturen|maken|opsturen|nasturen|mailen|uitbrengen|opstellen|voor|for|please|to|klaarzetten)\b|\b(stuur|mail|maak|doe|send|make|prepare|create|need|graag|wil|wants|mag|krijgen?|nieuwe|new|email)\b.{0,40}\b(offerte|prijsopgave|quote|quotation|offer|aanbieding)\b"),
        Cue(Intents.RequestQuote, 5, @"^(offerte|off|quote|prijsopgave|quotation)\b (?!_qno)|\bprijs (nodig|maken)|\b(offreer|offreren)\b|wat kost .{0,40}_(num|acc)|what would .{0,40}\bcost|price up"),
        Cue(Intents.QuoteStatus, 7, @"\b(staat|is|zijn|has|is|did|heeft|status|stand|hoe staat|waar blijft|wanneer|when|gehoord|reactie|respond|reply|news|welke|which|openstaande|open|lopende|outstanding)\b.{0,50}\b(offerte|offertes|quote|quotes|offer|_qno|aanbieding|optie)\b(?!.{0,30}(wachten op|waiting|goedkeuring|approval))"),
        Cue(Intents.ChangeQuote, 8, @"\b(zet|wijzig|verander|pas|geef|give|change|update|set|put|amend|adjust|kopieer|copy|trek|withdraw|verleng|extend|verplaats|move|add|voeg|remove|verstuur|send out|make|maak|verhoog|verlaag|haal|raise|lower|verschuif)\b.{0,30}\b(_qno|(de|the) (offerte|quote) (van|voor|for) _acc)\b"),
        Cue(Intents.ChangeQuote, 6, @"_qno .{0,30}\b(accepted|geaccepteerd|verloren|lost|won|gewonnen|afgewezen|moeten?|should|naar _)"),
        Cue(Intents.QueryRevenue, 6, @"\b(omzet|omzetcijfers|omzetoverzicht|revenue|turnover|sales figures|besteed|uitgegeven|spend|spent|on the books|in de boeken|omgezet|gefactureerd|billed)\b"),
        Cue(Intents.QueryKpi, 7, @"\b(mijn|my|ik|i)\b.{0,30}\b(kpi|kpis|kpi's|doelen|targets|target|doelstellingen|cijfers|resultaten|numbers|goals|results|scores|op schema|on track|figures)\b|\b(hit.?rate|scoringspercentage|key accounts?|nps|csat|marktaandeel|market share|retentie|retention|conversie|conversion|churn|doorlooptijd|turnaround|rolbezetting)\b|hoe (lig|sta|zit|scoor|doe) ik|how am i"),
        Cue(Intents.TeamKpi, 8, @"\b(het|hele|ons|the|our|whole) (hele |whole )?team\b|\bteam(cijfers|resultaten|overzicht|score|'s)\b|\bteam (kpi|kpis|results|numbers|performance|figures)|hoe (staan|liggen|doen) (we|wij)\b|how (are|do) we (doing|stand|look)|are we (on track|on target|ahead|behind)|(halen|liggen|zitten) (we|wij) .{0,20}(target|koers|schema|doel)|will we (make|hit|reach)"),
        Cue(Intents.CreateAccountPlan, 7, @"\b(maken|maak|opstellen|schrijven|schrijf|start|begin|beginnen|create|make|write|draft|nieuw|new|build|set up|opzetten)\b.{0,30}\b(accountplan|account plan|klantplan|jaarplan)|\b(accountplan|account plan)\b.{0,30}\b(maken|opstellen|schrijven|beginnen)|^(nieuw |new )?(accountplan|account plan) _acc|plan (schrijven|maken) voor _acc"),
        Cue(Intents.PlanStatus, 8, @"\b(status|staat|ver|is|has|welke|which|toon|show|laat)\b.{0,30}\b(accountplan|accountplannen|account plans?|klantplan|the plan|het plan)\b(?!.{0,20}(maken|goedkeuren))"),
        Cue(Intents.LogLead, 8, @"\b(nieuwe|new|verse|potentiele|mogelijke|warm|warme|hot|potential) (lead|prospect|kans|opportunity|klant|client|customer)\b|^(lead|prospect)\b|\b(als|een|add|create|log|record|noteer|maak|a) (nieuwe |new )?(lead|prospect)\b(?!s)"),
        Cue(Intents.LeadStatus, 9, @"\b(status|staat|loopt|hoe|how|welke|which|hoeveel|how many|toon|show|list|is de|has the|laat)\b.{0,30}\bleads?\b"),
        Cue(Intents.LogMarketInfo, 7, @"_comp\b.{0,60}|\b(marktinformatie|marktinfo|market info|market information|marktnieuws|market news|trend:|concurrent|concurrentie|competitor)\b"),
        Cue(Intents.LogIssue, 8, @"\b(klacht|klachten|klaagt|klaagde|klagen|ontevreden|boos|baalt|mopperde|complaint|complained|complaining|complains|unhappy|upset|angry|disappointed|storing|niet blij|not happy|teleurgesteld|issue (at|from|with|bij)|problem (at|with)|probleem (bij|met)|kapot|broken|deed het niet|did not work|didn't work|viel uit|failed)\b"),
        Cue(Intents.LogSatisfaction, 9, @"\b(beoordeelt|beoordeelde|waardeert|waardeerde|rates|rated|scores|scored)\b|\b(geeft|gaf|gives|gave|cijfer|score|tevredenheid|satisfaction|nps|csat|rapportcijfer)\b.{0,30}_num\b|\b(zeer|heel|erg|super|very|really|was) (tevreden|satisfied|pleased)\b|met een _num\b|_num out of"),
        Cue(Intents.AddFollowUp, 8, @"\b(herinner|remind|nabellen|terugbellen|opvolgen|follow up|follow-up (for|with)|call back|chase|niet vergeten|vergeet niet|don't forget|do not forget|belafspraak|reminder|herinnering|to do|todo|bel|terugkoppelen)\b(?!.{0,10}(list|lijst))|\b(call|email|ring|mail) (_per|_acc|them|him|her)\b|_date .{0,30}\bbellen\b|\b(afspraak|appointment|meeting|call) (maken|inplannen|plannen)|(schedule|plan|book) .{0,20}(call|meeting|appointment)|ik moet .{0,40}(bellen|mailen|sturen)|(afspraak|actie) .{0,20}inplannen|\b(maak|nieuwe|new|add|create|voeg|noteer|zet)\b.{0,15}\b(actie|taak|opvolging|herinnering|task|action|follow-up|follow up|reminder)\b(?!.{0,10}(lijst|list))"),
        Cue(Intents.ListFollowUps, 10, @"\b(welke|wat|which|what|toon|show|list|laat|hoeveel|mijn|my)\b.{0,40}\b(acties|opvolgingen|taken|follow-ups|follow ups|actions|tasks|todo's|todos|reminders|herinneringen|actielijst|takenlijst|bellijst|bezoeklijst|to do list|call list|visit list)\b|wat moet ik (_date |nog |deze week |vandaag )+(doen|opvolgen|oppakken)|what do i (have|need|still have|still need) to (do|follow up)|wat moet ik opvolgen|(wie|who|welke klanten|which accounts) (moet|should|do) i(k)? .{0,30}(bellen|bezoeken|call|visit|see)|on my (list|plate)|op mijn lijst"),
        Cue(Intents.CompleteFollowUp, 10, @"\b(actie|taak|opvolging|follow-up|task|action)\b.{0,30}\b(gedaan|klaar|afgerond|afvinken|done|finished|completed)\b|\b(vink|streep|mark|tick)\b.{0,40}\b(actie|taak|opvolging|follow-up|task|action)\b"),
        Cue(Intents.LogEvent, 8, @"\b(beurs|vakbeurs|beursbezoek|netwerkborrel|netwerkbijeenkomst|netwerkevent|fair|trade show|expo|networking (event|drinks)|conference)\b"),
        Cue(Intents.AccountOverview, 8, @"\b(wat weet|vertel|what do (you|we) know|tell me (more |everything )?about|brief me|overzicht (van|over)|overview (of|for)|(klant|account)overzicht|(account|customer) overview|klantkaart|account card|klantbeeld|dossier|voorbereiden|bereid .{0,30}voor|prepare me|prep me|laatst bij|laatste keer bij|last (at|visit|see)|profile of|profiel van|wat moet ik weten)\b"),
        Cue(Intents.ContactLookup, 9, @"\b(telefoonnummer|mailadres|e-mailadres|phone number|email address|contactgegevens|contact details|contactpersonen|wie is .{0,20}(contactpersoon|contact|beslisser|boeker)|who is .{0,20}(contact|decision maker|booker)|which contacts|what contacts|hoe bereik|how (can|do) i reach|wie moet ik hebben|who should i talk to|nummer van _per|email of|number (of|for) _per)\b"),
        Cue(Intents.UpsellSuggestion, 9, @"\b(upsell|upsellen|upselling|cross-sell|cross sell|cross-selling|bijverkopen|bijverkoop|extra verkopen|meer verkopen|what else|sell more|extra aanbieden|add-ons)\b|meer (uit|omzet bij) _acc|more (out of|business from)"),
        Cue(Intents.DeviationExplanation, 11, @"^(maar |en |but |and )?(waarom|why|how come|hoezo|waardoor|hoe komt|hoe kan het|wat is de oorzaak|what caused|what explains|verklaar|explain|waar ligt)\b|\b(afwijking|deviation|variance|shortfall)\b"),
        Cue(Intents.ApprovalsPending, 11, @"\b(wacht|wachten|waiting|awaiting|pending|openstaande|open|staan|staat|list|toon|show)\b.{0,40}\b(goedkeuring|goedkeuringen|akkoord|approval|approvals|approve|sign-off|goedkeuren|beoordeling)\b|\b(moet|need).{0,20}(goedkeuren|beoordelen|approve|sign off)"),
        Cue(Intents.Approve, 10, @"\bkeur\b.{0,60}\bgoed\b|\b(approve|sign off|goedkeuren|akkoord (met|op)|geef akkoord)\b(?!.{0,3}\?)|_qno (is )?(goedgekeurd|approved|akkoord)$"),
        Cue(Intents.Reject, 13, @"\b(keur|wijs)\b.{0,60}\b(af|niet goed)\b|\b(reject|decline|turn down|afwijzen|afkeuren|not approve|niet akkoord met|disapprove|refuse)\b|(send|stuur|return) (offerte |quote )?_qno (back|terug)"),
        Cue(Intents.Proposal, 8, @"\b(voorstel (doen|indienen|voor|aan)|proposal|een voorstel|propose)\b"),
        Cue(Intents.ReportExport, 10, @"\b(exporteer|export|download|rapport|rapportage|maandrapport|kwartaalrapport|weekrapport|report (to|in|as|of|for|on)|spreadsheet|excel|pdf|monthly report|quarterly report)\b(?!.{0,3}is)"),
        Cue(Intents.SwitchLanguage, 12, @"\b(praat|spreek|antwoord|talk|speak|switch|reply|answer|taal|language|schakel|in het|kan je|can you)\b.{0,20}\b(engels|nederlands|english|dutch)\b|^(english|dutch|engels|nederlands)( please| graag| alsjeblieft)?$"),
        Cue(Intents.Help, 9, @"^(help|hulp|help me|info|menu)$|\b(what can you do|wat kun je|wat kan je|what can i ask|hoe werkt (dit|je)|how does this work|wat kan ik (je )?vragen)\b"),
        Cue(Intents.OutOfScope, 10, @"\b(weer|weather|trein|train|mop|grap|joke|pizza|recept|recipe|voetbal|football|bitcoin|gedicht|poem|muziek|music|president|hoofdstad|capital of)\b"),
    ];

    /// <summary>How strongly each intent is said; intents that are not are absent.</summary>
    public static Dictionary<string, float> In(string clause)
    {
        var found = new Dictionary<string, float>();
        foreach (var (intent, weight, pattern) in All)
        {
            if (pattern.IsMatch(clause))
            {
                found[intent] = Math.Max(found.GetValueOrDefault(intent), weight);
            }
        }

        return found;
    }

    private static (string, float, Regex) Cue(string intent, float weight, string pattern) =>
        (intent, weight, new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
}
