using Microsoft.Playwright;
using Xunit;

namespace SalesBot.Tests.Browser;

/// <summary>Anna reads in English what Sven decides in Dutch.</summary>
public sealed partial class EnglishSceneTests
{
    [Fact]
    public async Task A_question_is_answered_a_change_approved_and_the_history_is_told_in_English()
    {
        await Anna.SayAsync("Quote for Achmea, 20 rooms, 1 night from 6 May, 8% discount");
        await Anna.SeesAsync("Is this right?", "Account Achmea");
        await Anna.SayAsync("yes");
        await Anna.SeesAsync("Quote Q-2026-", "Waiting for approval");
        var number = NumberIn(await Anna.Newest.InnerTextAsync());

        await Sven.SeesAsync($"Goedkeuring {number}");
        await Sven.PressAsync("Terug met vraag");
        await Sven.FillAsync(AriaRole.Textbox, "Waarom 8 %?");
        await Sven.PressAsync("Terugsturen");
        await Anna.HearsAsync($"Sven Mulder has a question about {number} for Achmea: “Waarom 8 %?”");
        await Anna.SayAsync("answer: they book every month");
        await Anna.HearsAsync($"Your answer about {number} has gone to Sven Mulder.");

        await Sven.SeesAsync($"Goedkeuring {number}", "they book every month");
        await Sven.PressAsync("Met wijziging");
        await Sven.FillAsync(AriaRole.Spinbutton, "5");
        await Sven.PressAsync("Zo goedkeuren");
        await Sven.SeesAsync("✓ Goedgekeurd · Sven Mulder", "Korting 8 % → 5 %");
        await Anna.HearsAsync("Discount 8% → 5%");
        await Anna.SeesAsync($"Quote {number}", "version 2", "Approved", "€2,242.00");

        await Anna.SayAsync($"send {number} in English");
        await Anna.SeesAsync("Is this right?", number, "Language of the PDF English");
        await Anna.SayAsync("yes");
        await FileOfAsync(Anna, number, "Quote");
        await Anna.SayAsync($"the customer accepted {number}");
        await Anna.SeesAsync("Is this right?", number, "Accepted by the customer");
        await Anna.SayAsync("yes");
        await Anna.SayAsync($"history of {number}");
        await Anna.SeesAsync(
            $"History {number}", "Requested: version 1", "Returned with a question", "Waarom 8 %?", "Question answered", "they book every month",
            "Approved with a change: version 2, €2,242.00", "Discount 8% → 5%", "Sent to the customer, in English", "Accepted by the customer");
        await Pictures.TakeOnPhoneAsync(Anna, "history-english-phone", Anna.Newest);
    }

    [Fact]
    public async Task Rates_of_an_agreement_are_decided_in_the_other_window_and_priced_with()
    {
        await Anna.SayAsync("rate agreement with Bakker Bouw: single rooms 112, all of 2026");
        await Anna.SeesAsync("Is this right?", "Bakker Bouw BV", "€112.00 (list €118.00)", "Sven Mulder");
        await Anna.SayAsync("yes");
        await Sven.SeesAsync("Goedkeuring SO-2026-", "Bakker Bouw BV", "€ 112,00");
        await Sven.PressAsync("Goedkeuren");
        await Sven.SeesAsync("✓ Goedgekeurd · Sven Mulder");
        await Anna.HearsAsync("approved");
        await Anna.SayAsync("which rate agreements do we have with Bakker Bouw?");
        await Anna.SeesAsync("Agreements", "holds now", "€112.00");
        await Anna.SayAsync("quote for Bakker Bouw, 20 rooms, 1 night from 6 May");
        await Anna.SeesAsync("Is this right?", "SO-2026-", "€2,240.00");
        await Anna.PressAsync("Cancel");
    }
}
