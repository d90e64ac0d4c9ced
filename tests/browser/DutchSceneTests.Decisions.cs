using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SalesBot.Tests.Browser;

/// <summary>From a question and a change to the customer's answer, in two windows.</summary>
public sealed partial class DutchSceneTests
{
    [Fact]
    public async Task An_approval_with_a_change_gives_the_requester_the_changed_quote_to_send()
    {
        await Anna.SayAsync("Offerte voor Philips, 30 kamers, 2 nachten vanaf 12 mei, 8% korting");
        await Anna.SeesAsync("Klopt dit?", "Klant Philips Nederland BV");
        await Anna.PressAsync("Opslaan");
        await Anna.SeesAsync("Offerte Q-2026-", "Wacht op goedkeuring");
        var number = NumberIn(await Anna.Newest.InnerTextAsync());

        await Sven.SeesAsync($"Goedkeuring {number}", "Korting 8 %");
        await Sven.PressAsync("Met wijziging");
        await Sven.FillAsync(AriaRole.Spinbutton, "5");
        await Pictures.TakeOnPhoneAsync(Sven, "approval-change-phone", Sven.Newest);
        await Sven.PressAsync("Zo goedkeuren");

        // 30 x 2 x 118.00 = 7,080.00; 5 % off leaves 6,726.00.
        await Sven.SeesAsync("✓ Goedgekeurd · Sven Mulder", "Korting 8 % → 5 %", "€ 6.726,00");
        await Anna.HearsAsync("goedgekeurd met een wijziging");
        await Anna.SeesAsync($"Offerte {number}", "versie 2", "Goedgekeurd", "Korting 5 %", "€ 6.726,00");
    }

    [Fact]
    public async Task A_quote_goes_from_question_and_answer_to_the_customer_and_its_history_tells_it_all()
    {
        const string question = "Waarom geen lunch erbij?";
        await Anna.SayAsync("Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei");
        await Anna.SeesAsync("Klopt dit?", "Klant Achmea", "Totaal excl. btw € 2.360,00");
        await Anna.PressAsync("Opslaan");
        await Anna.SeesAsync("Offerte Q-2026-", "Achmea", "Wacht op goedkeuring");
        var number = NumberIn(await Anna.Newest.InnerTextAsync());

        await Sven.SeesAsync($"Goedkeuring {number}");
        await Sven.PressAsync("Terug met vraag");
        await Sven.FillAsync(AriaRole.Textbox, question);
        await Sven.PressAsync("Terugsturen");
        await Sven.SeesAsync($"Goedkeuring {number}", question);
        await Expect(Sven.Newest.GetByRole(AriaRole.Button, new() { Name = "Goedkeuren" })).ToHaveCountAsync(0);
        await Anna.HearsAsync($"Sven Mulder heeft een vraag over {number} voor Achmea: “{question}”");
        await Anna.SeesAsync($"Offerte {number}", question);
        await Expect(Anna.Newest).Not.ToContainTextAsync("Wacht op goedkeuring");

        await Anna.SayAsync("antwoord: de lunch regelen ze zelf");
        await Anna.HearsAsync($"Je antwoord over {number} is naar Sven Mulder.");
        await Sven.SeesAsync($"Goedkeuring {number}", "Antwoord · Anna Visser", "de lunch regelen ze zelf");
        await Pictures.TakeOnPhoneAsync(Sven, "approval-answered-phone", Sven.Newest);
        await Sven.PressAsync("Goedkeuren");
        await Sven.SeesAsync($"Goedkeuring {number}", "✓ Goedgekeurd · Sven Mulder");

        await Anna.HearsAsync($"Sven Mulder heeft {number} voor Achmea goedgekeurd.");
        await Anna.SayAsync($"verstuur {number}");
        await Anna.SeesAsync("Klopt dit?", number, "Taal van de pdf Nederlands");
        await Anna.SayAsync("ja");
        await FileOfAsync(Anna, number, "Offerte");
        await Anna.SayAsync($"{number} is getekend");
        await Anna.SeesAsync("Klopt dit?", "Akkoord van de klant");
        await Anna.SayAsync("ja");
        await Anna.SayAsync($"wat is er met {number} gebeurd?");
        await Anna.SeesAsync(
            $"Geschiedenis {number}", "Aangevraagd: versie 1", "Teruggestuurd met een vraag", question, "Vraag beantwoord", "de lunch regelen ze zelf", "Goedgekeurd",
            "Verstuurd naar de klant", "Akkoord van de klant");
        await Pictures.TakeOnPhoneAsync(Anna, "history-phone", Anna.Newest);
    }

    [Fact]
    public async Task Rates_of_an_agreement_are_decided_in_the_other_window_and_priced_with()
    {
        await Anna.SayAsync("samenwerkingsovereenkomst met KPMG: kamers 112, heel 2026");
        await Anna.SeesAsync("Klopt dit?", "KPMG Nederland", "€ 112,00 (lijst € 118,00)", "naar Sven Mulder");
        await Pictures.TakeOnPhoneAsync(Anna, "agreement-preview-phone", Anna.Newest);
        await Anna.SayAsync("ja");
        await Sven.SeesAsync("Goedkeuring SO-2026-", "KPMG Nederland", "€ 112,00");
        await Sven.PressAsync("Goedkeuren");
        await Sven.SeesAsync("✓ Goedgekeurd · Sven Mulder");
        await Anna.HearsAsync("goedgekeurd.");
        await Anna.SayAsync("welke jaarafspraken hebben we met KPMG?");
        await Anna.SeesAsync("Overeenkomsten", "geldt nu", "€ 112,00");
        await Anna.SayAsync("offerte voor KPMG, 20 kamers 1 nacht vanaf 6 mei");
        await Anna.SeesAsync("Klopt dit?", "SO-2026-", "€ 2.240,00");
        await Anna.PressAsync("Annuleren");
    }
}
