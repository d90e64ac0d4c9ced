using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SalesBot.Tests.Browser;

/// <summary>Anna speaks English, Sven goes on in Dutch: each sees the same record in their own language.</summary>
[Trait("Category", "Browser")]
[Collection(LocalClientCollection.Name)]
public sealed partial class EnglishSceneTests(LocalTeams teams) : SceneTest(teams), IClassFixture<LocalTeams>
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Anna.SayAsync("talk English please");
        await Anna.HearsAsync("English it is");
    }

    [Fact]
    public async Task A_visit_from_one_message_is_corrected_in_words_and_saved()
    {
        await Anna.SayAsync("Just visited Philips, spoke with Jan de Vries. 40 rooms in March, they are also looking at Van der Valk. Send a quote next week.");
        await Anna.SeesAsync("Not saved yet. Is this right?", "Philips Nederland BV", "Jan de Vries", "Rooms 40", "March 2026", "Van der Valk", "Fri 13 March 2026");
        await Anna.SayAsync("no, 45 rooms");
        await Anna.SeesAsync("Not saved yet. Is this right?", "Rooms 45", "Jan de Vries", "Van der Valk");
        await Anna.PressAsync("Save");
        await Anna.SeesAsync("✓ Saved", "Rooms 45");
        await Pictures.TakeOnPhoneAsync(Anna, "visit-saved-english-phone", Anna.Newest);
    }

    [Fact]
    public async Task A_quote_is_approved_in_the_other_window_in_the_other_language()
    {
        await Anna.SayAsync("Quote for Philips please: 40 rooms, 2 nights from 12 May, 8% discount");
        await Anna.SeesAsync("Is this right?", "€9,440.00", "Total excl. VAT €8,684.80", "Total incl. VAT €10,508.61", "Sven Mulder");
        await Anna.SayAsync("yes");
        await Anna.SeesAsync("Quote Q-2026-", "€8,684.80");
        await Sven.SeesAsync("Goedkeuring Q-2026-", "Gevraagd door Anna Visser", "€ 8.684,80");
        await Sven.PressAsync("Goedkeuren");
        await Sven.SeesAsync("✓ Goedgekeurd · Sven Mulder");
        await Anna.HearsAsync("You can send it.");
        await Anna.SeesAsync("Quote Q-2026-", "Approved");
        await Expect(Anna.Newest.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Send", "In English", "Withdraw"]);
    }

    [Fact]
    public async Task The_figures_are_told_in_English_with_their_cause()
    {
        await Anna.SayAsync("how are we doing this quarter?");
        await Anna.SeesAsync("Q1 2026", "Revenue target €78,700", "€81,317");
        await Expect(Anna.Newest.Locator("svg:has(path)").First).ToBeVisibleAsync();
        await Anna.SayAsync("why?");
        await Anna.SeesAsync("Per account, with cause", "Actual €");
    }
}
