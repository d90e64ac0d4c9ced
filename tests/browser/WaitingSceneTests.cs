using Microsoft.Playwright;
using SalesBot.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SalesBot.Tests.Browser;

/// <summary>
/// Who decides when, in three windows while the days go by: each scene in Dutch and in English. Digests come in between, so cards are
/// found by what is on them.
/// </summary>
[Trait("Category", "Browser")]
[Collection(LocalClientCollection.Name)]
public sealed class WaitingSceneTests(LocalTeamsOfThree teams) : SceneTest(teams), IClassFixture<LocalTeamsOfThree>
{
    private Language language;

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task A_stand_in_decides_in_the_name_of_who_is_away(Language spoken)
    {
        await SpeakAsync(spoken, Anna, Sven, Ingrid);
        await Sven.SayAsync(Say("Ik ben vandaag afwezig, Ingrid neemt waar", "I am away today, Ingrid stands in for me"));
        await Sven.SeesAsync(Say("Klopt dit?", "Is this right?"), "Ingrid Hoekstra");
        await Sven.SayAsync(Say("ja", "yes"));
        await Sven.SeesAsync(Say("nu afwezig", "away now"), Say("Ingrid Hoekstra neemt waar", "Ingrid Hoekstra stands in"));
        var number = await AskAsync(Say("Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei", "Quote for Achmea, 20 rooms, 1 night from 6 May"), "Ingrid Hoekstra");

        var card = RequestIn(Ingrid, number);
        await TeamsWindow.SeesOnAsync(card, Say("Ingrid Hoekstra beslist namens Sven Mulder, die afwezig is", "Ingrid Hoekstra decides for Sven Mulder, who is absent"));
        await Ingrid.PressAsync(Say("Goedkeuren", "Approve"), card);
        await TeamsWindow.SeesOnAsync(card, Say("✓ Goedgekeurd · Ingrid Hoekstra namens Sven Mulder", "✓ Approved · Ingrid Hoekstra for Sven Mulder"));
        await Anna.HearsAsync(Say($"Ingrid Hoekstra heeft {number}", $"Ingrid Hoekstra has approved {number}"));
        await Expect(RequestIn(Sven, number)).ToHaveCountAsync(0);
        await Sven.SayAsync(Say("ik ben terug", "I'm back"));
        await Sven.HearsAsync(Say("Welkom terug", "Welcome back"));
    }

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task Above_the_supervisors_limit_the_next_manager_decides(Language spoken)
    {
        await SpeakAsync(spoken, Anna, Ingrid);
        // 120 x 3 x 118.00 = 42,480.00; Sven decides up to 25,000.00.
        var number = await AskAsync(Say("Offerte voor Achmea, 120 kamers, 3 nachten vanaf 12 mei", "Quote for Achmea, 120 rooms, 3 nights from 12 May"), "Ingrid Hoekstra");
        var card = RequestIn(Ingrid, number);
        await TeamsWindow.SeesOnAsync(card, Say("gaat boven het mandaat van Sven Mulder", "is above the limit of Sven Mulder"));
        await Ingrid.PressAsync(Say("Goedkeuren", "Approve"), card);
        await TeamsWindow.SeesOnAsync(card, Say("✓ Goedgekeurd · Ingrid Hoekstra", "✓ Approved · Ingrid Hoekstra"));
        await TeamsWindow.SeesOnAsync(Anna.CardWith(Say($"Offerte {number}", $"Quote {number}")), Say("Goedgekeurd", "Approved"));
        await Expect(RequestIn(Sven, number)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task Reminder_and_escalation_come_and_stop_at_the_decision(Language spoken)
    {
        await SpeakAsync(spoken, Anna, Sven, Ingrid);
        var number = await AskAsync(Say("Offerte voor Achmea, 21 kamers, 1 nacht vanaf 6 mei", "Quote for Achmea, 21 rooms, 1 night from 6 May"), "Sven Mulder");
        var reminder = Say("Herinnering: dit wacht sinds", "Reminder: this has waited since");
        await LaterAsync(1);
        await TeamsWindow.SeesOnAsync(RequestIn(Sven, number), reminder);
        await LaterAsync(2);
        await Anna.HearsAsync(Say($"Sven Mulder heeft nog niet beslist over {number}", $"Sven Mulder has not decided on {number}"));
        var card = RequestIn(Ingrid, number);
        await TeamsWindow.SeesOnAsync(card, Say("Ingrid Hoekstra is gevraagd omdat Sven Mulder", "Ingrid Hoekstra is asked because Sven Mulder"));
        await Ingrid.PressAsync(Say("Goedkeuren", "Approve"), card);
        await TeamsWindow.SeesOnAsync(RequestIn(Sven, number), Say("✓ Goedgekeurd · Ingrid Hoekstra", "✓ Approved · Ingrid Hoekstra"));

        await LaterAsync(3);
        // What was due has been done when the answer to a later question is there.
        await Sven.SayAsync(Say("wat wacht op mijn goedkeuring?", "what is waiting for my approval?"));
        await Sven.HearsAsync(Say("Er wacht niets op jouw goedkeuring", "Nothing is waiting for your approval"));
        foreach (var window in (TeamsWindow[])[Sven, Ingrid])
            await Expect(window.Cards.Filter(new() { HasText = number }).Filter(new() { HasText = reminder })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Language.Dutch, "KPMG")]
    [InlineData(Language.English, "Bakker Bouw")]
    public async Task An_agreement_approved_with_a_change_holds_as_it_was_changed(Language spoken, string account)
    {
        await SpeakAsync(spoken, Anna, Sven);
        await Anna.SayAsync(Say($"samenwerkingsovereenkomst met {account}: eenpersoonskamers 105, heel 2026", $"rate agreement with {account}: single rooms 105, all of 2026"));
        await Anna.SeesAsync(Say("Klopt dit?", "Is this right?"), account, "Sven Mulder");
        await Anna.SayAsync(Say("ja", "yes"));
        await Sven.SeesAsync(Say("Goedkeuring SO-2026-", "Approval SO-2026-"), account);
        var card = Sven.CardWith(account);
        await Sven.PressAsync(Say("Met wijziging", "With a change"), card);
        await Sven.FillAsync(AriaRole.Spinbutton, "108", card);
        await Pictures.TakeOnPhoneAsync(Sven, Say("agreement-change-phone", "agreement-change-english-phone"), card);
        await Sven.PressAsync(Say("Zo goedkeuren", "Approve like this"), card);
        await TeamsWindow.SeesOnAsync(card, "Sven Mulder", Say("€ 105,00 → € 108,00", "€105.00 → €108.00"));
        await Anna.HearsAsync(Say("goedgekeurd met een wijziging: Eenpersoonskamer € 105,00 → € 108,00", "with a change: Single room €105.00 → €108.00"));
        await Anna.SayAsync(Say($"welke jaarafspraken hebben we met {account}?", $"which rate agreements do we have with {account}?"));
        await Anna.SeesAsync(Say("geldt nu", "holds now"), Say("€ 108,00", "€108.00"));
    }

    /// <summary>The request itself, not a digest that names it.</summary>
    private ILocator RequestIn(TeamsWindow window, string number) => window.CardWith(Say($"Goedkeuring {number}", $"Approval {number}"));

    /// <summary>A quote that goes to this decider.</summary>
    private async Task<string> AskAsync(string words, string decider)
    {
        await Anna.SayAsync(words);
        await Anna.SeesAsync(Say("Klopt dit?", "Is this right?"), "Achmea", decider);
        await Anna.SayAsync(Say("ja", "yes"));
        await Anna.SeesAsync(Say("Offerte Q-2026-", "Quote Q-2026-"), Say("Wacht op goedkeuring", "Waiting for approval"));
        return NumberIn(await Anna.Newest.InnerTextAsync());
    }

    private async Task SpeakAsync(Language wanted, params TeamsWindow[] windows)
    {
        language = wanted;
        foreach (var window in windows.Where(window => window.Speaks != wanted))
        {
            await window.SayAsync(Say("praat Nederlands", "talk English please"));
            await window.HearsAsync(Say("Prima, we praten Nederlands", "Fine, English it is"));
            window.Speaks = wanted;
        }
    }

    private string Say(string dutch, string english) => language == Language.Dutch ? dutch : english;
}
