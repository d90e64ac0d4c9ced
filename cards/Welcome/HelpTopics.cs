using SalesBot.Data.People;

namespace SalesBot.Cards.Welcome;

internal static partial class WelcomeTexts
{
    /// <summary>Groups of what can be asked, each with examples in the words of a salesperson; the first one stands in the overview.</summary>
    public static IReadOnlyList<(Text Title, IReadOnlyList<Text> Examples)> Topics(Role role)
    {
        List<(Text, IReadOnlyList<Text>)> topics =
        [
            (new("Bezoek vastleggen", "Log a visit"), [VisitExample]),
            (new("Offerte", "Quote"),
            [
                new("“Offerte voor ASML: 30 kamers, 2 nachten vanaf 10 maart, 5 % korting.”", "“Quote for ASML: 30 rooms, 2 nights from 10 March, 5% discount.”"),
                new("“Maak er 45 kamers van.” “Zonder lunch.”", "“Make it 45 rooms.” “Without lunch.”"),
                new("“Kopieer de offerte van Philips voor juni.”", "“Copy the Philips quote for June.”"),
                new("“Mijn offertes.” “Welke opties verlopen deze week?”", "“My quotes.” “Which options lapse this week?”"),
                new("“Verstuur Q-2026-0007.” “Philips heeft getekend.”", "“Send Q-2026-0007.” “Philips signed.”"),
                new("“Wat kost een boardroom?” “Prijslijst.”", "“What does a boardroom cost?” “Price list.”"),
                new("“Hoeveel korting mag ik geven?”", "“How much discount can I give?”"),
                new("“Antwoord: de lunch regelen ze zelf.”", "“Answer: they arrange lunch themselves.”"),
                new("“Wat is er met Q-2026-0007 gebeurd?”", "“What happened to Q-2026-0007?”"),
            ]),
            (new("Overeenkomst", "Agreement"),
            [
                new("“Samenwerkingsovereenkomst met Achmea: kamers 105, 10 % op de zalen, heel 2026.”", "“Rate agreement with Achmea: rooms 105, 10% off meeting rooms, all of 2026.”"),
                new("“Welke jaarafspraken hebben we met Achmea?”", "“Which agreed rates do we have with Achmea?”"),
                new("“Geschiedenis van de overeenkomst met Achmea.”", "“History of the agreement with Achmea.”"),
            ]),
            (new("Klant", "Account"),
            [
                new("“Wat moet ik weten over Philips?”", "“What should I know about Philips?”"),
                new("“Bereid mijn bezoek aan Philips voor.”", "“Prepare my visit to Philips.”"),
                new("“Wat is er de vorige keer bij Philips besproken?”", "“What did we discuss at Philips last time?”"),
                new("“Wat kan ik Philips nog meer verkopen?”", "“What can I upsell to Philips?”"),
                new("“Hoe tevreden is Philips?”", "“How satisfied is Philips?”"),
                new("“Philips wil volgend jaar een congres, ze kiezen in september een locatie.”", "“Philips plans a congress in 2027, they choose a venue in September.”"),
                new("“Wat zijn de toekomstplannen van Philips?”", "“Future plans of Philips.”"),
            ]),
            (new("Bellen en bezoeken", "Calls and visits"),
            [
                new("“Welke klanten moet ik deze week bellen?”", "“Which customers should I call this week?”"),
                new("“Bezoeklijst deze week.”", "“Who should I visit this week?”"),
            ]),
            (new("Contactpersonen", "Contacts"),
            [
                new("“Wie is de boeker bij Achmea?”", "“Who is the booker at Achmea?”"),
                new("“Telefoonnummer van Emma van Dam.”", "“Phone number of Emma van Dam.”"),
                new("“Nieuwe contactpersoon bij KPMG: Petra Smit, finance.”", "“New contact at KPMG: Petra Smit, finance.”"),
                new("“Emma van Dam werkt niet meer bij Achmea.”", "“Emma van Dam left Achmea.”"),
            ]),
            (new("Leads", "Leads"),
            [
                new("“Welke leads staan er open?”", "“Show my open leads.”"),
                new("“Nieuwe lead bij Rabobank: 50 personen in september, 6000 euro.”", "“New lead at Rabobank: 50 people in September, 6000 euro.”"),
                new("“Lead Rabobank verloren aan Van der Valk, te duur.”", "“We lost the Rabobank lead because of the price.”"),
            ]),
            (new("Klachten en tevredenheid", "Complaints and satisfaction"),
            [
                new("“KPMG klaagt over de factuur.”", "“KPMG complained about the invoice.”"),
                new("“Welke klachten lopen er nog?”", "“Which complaints are still open?”"),
                new("“De klacht van KPMG is opgelost met een creditnota.”", "“The complaint of KPMG is solved by a credit note.”"),
                new("“Philips geeft ons een 8.” “Ik denk dat Achmea een 7 geeft.”", "“Philips rates us an 8.” “I think Achmea gives us a 7.”"),
            ]),
            (new("Markt en beurzen", "Market and fairs"),
            [
                new("“Fletcher stunt met gratis ontbijt, noteer als marktinformatie.”", "“NH now has a 10% loyalty discount, please note.”"),
                new("“Wat weten we van Fletcher?” “Marktnieuws deze maand.”", "“What do we know about Fletcher?” “Market news this month.”"),
                new("“Trek de marktinformatie over Fletcher in.”", "“Retract the market information about Fletcher.”"),
                new("“Gisteren op de beurs Event Summit geweest, 3 leads, kosten 1200 euro.”", "“I was at the Hospitality Fair on Monday, 3 leads.”"),
                new("“Op welke beurzen waren we dit jaar?”", "“Which fairs did we attend this year?”"),
            ]),
            (new("Voorstellen", "Proposals"),
            [
                new("“Voorstel: voor Achmea een zomerarrangement van 95 euro.”", "“Proposal: a winter package for Achmea at 89 euro.”"),
                new("“Welke voorstellen lopen er?”", "“Status of my proposals.”"),
            ]),
            (new("Advies", "Advice"),
            [
                new("“Ik heb Philips geadviseerd om een 24-uursarrangement te nemen.”", "“I advised Philips to book a 24-hour package.”"),
                new("“Philips heeft het advies overgenomen.”", "“Philips accepted our advice.”"),
                new("“Welke adviezen staan er nog open?”", "“Which advice is still open?”"),
            ]),
            (new("Omzet en KPI's", "Revenue and KPIs"),
            [
                new("“Omzet Philips dit jaar tegen doel.”", "“Philips revenue this year against target.”"),
                new("“Wat is mijn hitrate? Waarom?”", "“What is my hit rate? Why?”"),
                new("“Top 10 dalers dit jaar.”", "“Biggest fallers this year.”"),
                new("“Oorzaak bij Philips: reorganisatie.”", "“Cause at Philips: reorganisation.”"),
                new("“Stuur me het rapport van vorig kwartaal als pdf.”", "“Send me last quarter's report as a PDF.”"),
            ]),
            (new("Accountplan", "Account plan"),
            [
                new("“Maak een accountplan voor Philips.”", "“Make an account plan for Philips.”"),
                new("“Doel: 40 kamernachten in Q3, omdat ze een vestiging openen.”", "“Objective: 40 room nights in Q3, because they open a new office.”"),
                new("“Hoe staat het plan van Philips ervoor?”", "“How is the Philips plan doing?”"),
                new("“Wijzig het accountplan van Philips.”", "“Change the account plan of Philips.”"),
            ]),
            (new("Opvolging", "Follow-ups"),
            [
                new("“Bel Jan vrijdag over de zaal.”", "“Call Jan on Friday about the room.”"),
                new("“Wat moet ik nog opvolgen?”", "“What do I have to follow up?”"),
                new("“Verzet de opvolging van Achmea naar vrijdag.”", "“Move the Achmea follow-up to Friday.”"),
                new("“Geef de opvolging van Achmea aan Daan.”", "“Give the Achmea follow-up to Daan.”"),
                new("“De opvolging voor Achmea is gedaan.”", "“The follow-up for Achmea is done.”"),
            ]),
            (new("Terugnemen", "Undo"),
            [
                new("“Maak het bezoek van gisteren aan Achmea ongedaan.”", "“Undo the visit to Achmea of yesterday.”"),
                new("“Wat kan ik ongedaan maken?”", "“What can I undo?”"),
            ]),
            (new("Meldingen en rapporten", "Notifications and reports"),
            [
                new("“Meldingen instellen.” “Dagoverzicht om half acht.”", "“Notification settings.” “Daily overview at 7:30.”"),
                new("“Stuur me elke maandag het teamrapport.”", "“Send me the team report every Monday.”"),
                new("“Herinner me hier volgende week aan.”", "“Remind me of this next week.”"),
            ]),
        ];
        if (role == Role.Administrator) topics.Add((new("Bestanden overnemen", "Import files"),
        [
            new("Stuur me hier een bestand: accounts.csv, users.xlsx. Ik laat zien wat er verandert; jij drukt op Overnemen.", "Send me a file here: accounts.csv, users.xlsx. I show what changes; you press Import."),
        ]));
        if (role == Role.Administrator) topics.Add((new("Persoonsgegevens", "Personal data"),
        [
            new("“Exporteer de persoonsgegevens van Jan de Vries bij Philips.”", "“Export the personal data of Jan de Vries at Philips.”"),
            new("“Wis de gegevens van Jan de Vries bij Philips.”", "“Erase the personal data of Jan de Vries at Philips.”"),
        ]));
        if (role == Role.Supervisor) topics.Insert(0, (new("Beslissen", "Decide"),
        [
            new("“Welke goedkeuringen wachten?”", "“Which approvals are waiting?”"),
            new("“Keur de offerte van Philips goed met 8 %.”", "“Approve the Philips quote at 8%.”"),
            new("“Keur de overeenkomst van Achmea goed met een wijziging.”", "“Approve the Achmea agreement with a change.”"),
            new("“Welk beleid geldt er voor offertes?” “Mijn mandaat.”", "“Which policy holds for quotes?” “My mandate.”"),
            new("“Ik ben van 9 tot en met 13 maart weg, Eva neemt waar.”", "“I'm away from 9 to 13 March, Eva stands in for me.”"),
            new("“Wie is er afwezig?” “Ik ben terug.”", "“Who is away?” “I'm back.”"),
            new("“Wat is er met Q-2026-0007 gebeurd?”", "“What happened to Q-2026-0007?”"),
            new("“Draag Achmea over aan Daan.”", "“Hand over Achmea to Daan.”"),
        ]));
        return topics;
    }
}
