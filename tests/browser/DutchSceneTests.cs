using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SalesBot.Tests.Browser;

/// <summary>The three scenes in Dutch, in real windows. The tests share them, and each begins with a message of its own.</summary>
[Trait("Category", "Browser")]
[Collection(LocalClientCollection.Name)]
public sealed partial class DutchSceneTests(LocalTeams teams) : SceneTest(teams), IClassFixture<LocalTeams>
{
    private const string Visit =
        "Net bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.";

    [Fact]
    public async Task A_visit_from_one_message_is_corrected_in_words_and_saved_on_a_typed_yes()
    {
        await Anna.SayAsync(Visit);
        await Anna.SeesAsync(
            "Nog niet opgeslagen. Klopt dit?", "Klant Philips Nederland BV", "Gesproken met Jan de Vries", "Kamers 40", "Periode maart 2026",
            "Concurrent Van der Valk", "Opvolging Offerte sturen", "Uiterlijk vr 13 maart 2026");
        await Pictures.TakeAsync(Anna, "visit-preview");
        await Anna.SayAsync("Nee, 45 kamers");
        await Anna.SeesAsync("Nog niet opgeslagen. Klopt dit?", "Kamers 45", "Gesproken met Jan de Vries", "Concurrent Van der Valk");
        await Pictures.TakeOnPhoneAsync(Anna, "visit-corrected-phone", Anna.Newest);
        await Anna.SayAsync("Ja");
        await Anna.SeesAsync("✓ Opgeslagen", "Kamers 45", "Uiterlijk vr 13 maart 2026");
        await Expect(Anna.Newest.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Ongedaan maken"]);
        await Pictures.TakeOnPhoneAsync(Anna, "visit-saved-phone", Anna.Newest);
    }

    [Fact]
    public async Task A_visit_is_saved_by_the_button_on_its_card_and_undone_by_the_next()
    {
        await Anna.SayAsync("Gisteren langs geweest bij KPMG, sprak met Thomas van der Laan over een training voor 30 man");
        await Anna.SeesAsync("Klopt dit?", "KPMG Nederland", "Datum di 3 maart 2026");
        await Anna.PressAsync("Opslaan");
        await Anna.SeesAsync("✓ Opgeslagen", "KPMG Nederland");
        await Anna.PressAsync("Ongedaan maken");
        await Anna.SeesAsync("Ongedaan gemaakt");
    }

    [Fact]
    public async Task An_approval_on_the_supervisors_card_changes_the_card_in_both_windows()
    {
        await Anna.SayAsync("Graag een offerte voor Philips: 40 kamers, 2 nachten vanaf 12 mei, 8% korting");
        // 40 x 2 x 118.00 = 9,440.00; 8 % off is 755.20, so 8,684.80; with 21 % VAT 10,508.61.
        await Anna.SeesAsync("Klopt dit?", "€ 9.440,00", "Korting 8 % -€ 755,20", "Totaal excl. btw € 8.684,80", "Totaal incl. btw € 10.508,61", "naar Sven Mulder");
        await Pictures.TakeAsync(Anna, "quote-preview");
        await Anna.SayAsync("ja");
        await Anna.SeesAsync("Offerte Q-2026-", "Wacht op goedkeuring");
        var number = NumberIn(await Anna.Newest.InnerTextAsync());

        await Sven.SeesAsync($"Goedkeuring {number}", "Wacht op besluit", "Gevraagd door Anna Visser", "Korting 8 %", "Marge", "€ 8.684,80");
        await Pictures.TakeAsync(Sven, "approval");
        await Pictures.TakeOnPhoneAsync(Sven, "approval-phone", Sven.Newest);
        await Sven.PressAsync("Goedkeuren");

        await Sven.SeesAsync($"Goedkeuring {number}", "✓ Goedgekeurd · Sven Mulder");
        await Expect(Sven.Newest.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Anna.HearsAsync($"Sven Mulder heeft {number} voor Philips Nederland BV goedgekeurd.");
        await Anna.SeesAsync($"Offerte {number}", "Goedgekeurd");
        await Expect(Anna.Newest).Not.ToContainTextAsync("Wacht op goedkeuring");
        await Expect(Anna.Newest).Not.ToContainTextAsync("Marge");
        await Expect(Anna.Newest.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Versturen", "In het Engels", "Intrekken"]);
        await Pictures.TakeAsync(Anna, "quote-approved");
    }

    [Fact]
    public async Task The_team_asks_in_its_channel_how_it_stands_and_why()
    {
        await Anna.GoToAsync("Sales - General");
        await Anna.SeesAsync("Hallo allemaal", "Noem mij");
        await Anna.PostAsync("hoe staan we ervoor dit kwartaal?");
        var thread = Anna.ThreadWith("Team Corporate");
        var card = thread.Locator(".ac-adaptiveCard").Last;
        await TeamsWindow.SeesOnAsync(card, "Team Corporate", "Q1 2026", "Omzet doel € 78.700", "€ 81.317");
        // Three months of three series, each in its own colour, in a chart that can be seen.
        var chart = card.Locator("svg:has(path)").First;
        await Expect(chart).ToBeVisibleAsync();
        Assert.True((await chart.BoundingBoxAsync())!.Height > 100);
        var fills = await chart.Locator("path[fill], rect[fill]").EvaluateAllAsync<string[]>("bars => bars.map(bar => bar.getAttribute('fill'))");
        Assert.Equal([3, 3, 3], fills.CountBy(fill => fill).Select(colour => colour.Value));
        await Pictures.TakeAsync(Anna, "team-figures", thread);

        await Anna.ReplyAsync(thread, "waarom?");
        await TeamsWindow.SeesOnAsync(card, "Per klant, met oorzaak", "Realisatie");
        var amounts = Amounts(await card.InnerTextAsync());
        var steps = amounts["Nieuw"] + amounts["Groei"] + amounts["Krimp"] + amounts["Verloren"] + amounts["Niet toegewezen"];
        // Each of the seven is shown in whole euros.
        Assert.InRange(amounts["Doel"] + steps - amounts["Realisatie"], -3, 3);
        Assert.NotEqual(0, steps);
        await Pictures.TakeAsync(Anna, "team-bridge", card);
        await Anna.GoToAsync("Personal Chat");
    }

    [Fact]
    public async Task A_button_of_the_welcome_asks_what_it_reads_and_nobody_is_welcomed_twice()
    {
        var welcome = Anna.Cards.Filter(new() { HasText = "Hallo Anna" });
        await TeamsWindow.SeesOnAsync(welcome, "Ik sla niets op voordat jij het hebt gezien.");
        await Pictures.TakeAsync(Anna, "welcome", welcome);
        await Anna.PressAsync("Wat is mijn omzet dit jaar?", welcome);
        await Anna.SeesAsync("Omzet Anna Visser", "2026", "Doel € 72.800,00");

        // The client forgets the chat and reports the installation again; the bot does not begin again.
        await Anna.OpenAsync();
        await Anna.SayAsync("hallo");
        await Anna.HearsAsync("Hoi Anna!");
        await Expect(Anna.Cards).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_figures_fit_on_a_phone()
    {
        await Sven.SayAsync("hoe staan we ervoor dit kwartaal?");
        await Sven.SeesAsync("Team Corporate", "Q1 2026");
        await Pictures.TakeOnPhoneAsync(Sven, "figures-phone", Sven.Newest);
    }

    /// <summary>Amounts below their labels, in whole euros.</summary>
    private static Dictionary<string, int> Amounts(string text) =>
        LabelAndAmount().Matches(text).DistinctBy(match => match.Groups["label"].Value).ToDictionary(
            match => match.Groups["label"].Value.Trim(),
            match => int.Parse(match.Groups["sign"].Value + match.Groups["digits"].Value.Replace(".", ""), CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<label>[^\n]+)\n+(?<sign>[+-]?)€\s(?<digits>[\d.]+)")]
    private static partial Regex LabelAndAmount();
}
