using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

/// <summary>People put right in mid-sentence what they said; only what they mean is kept.</summary>
public sealed class RepairTests
{
    [Theory]
    [InlineData("offerte voor Achmea, twaalf kamers, sorry veertien kamers, op 3 mei", SlotNames.Rooms, 14)]
    [InlineData("in offerte Q-2026-0012 moet het aantal van 80 naar 95 personen", SlotNames.Delegates, 95)]
    [InlineData("maak van offerte 51 8 kamers i.p.v. 16 kamers", SlotNames.Rooms, 8)]
    [InlineData("quote for ASML, 20 rooms, no wait, 24 rooms in June", SlotNames.Rooms, 24)]
    [InlineData("quote 0051 to 45 delegates instead of 40 delegates", SlotNames.Delegates, 45)]
    public void Of_two_numbers_the_one_that_is_meant_counts(string text, string slot, int number) =>
        Assert.Equal([new SlotValue.Number(number)], Hear(text, text.Contains("quote", StringComparison.Ordinal) ? Language.English : Language.Dutch).Slots.Where(one => one.Name == slot).Select(one => one.Value));

    [Theory]
    [InlineData("was dinsdag bij Achmea, nee wacht, maandag, met Jan", "2026-03-02", Language.Dutch)]
    [InlineData("I was at Achmea today; no, not today, yesterday. With Ellen.", "2026-03-03", Language.English)]
    public void Of_two_days_the_one_that_is_meant_counts(string text, string day, Language language) =>
        Assert.Equal([new SlotValue.Date(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))], Hear(text, language).Slots.Where(one => one.Name == SlotNames.Date).Select(one => one.Value));

    [Theory]
    [InlineData("bezoek aan Achmea gehad, 20 kamers in mei en 20 personen", 2)]
    [InlineData("Gisteren bij Philips, 30 kamers. Daarna bij Achmea, ook 30 kamers.", 2)]
    public void Two_values_that_are_both_meant_are_both_kept(string text, int count) =>
        Assert.Equal(count, Hear(text).Slots.Count(one => one.Name is SlotNames.Rooms or SlotNames.Delegates));

    [Theory]
    [InlineData("Knock 5% off quote 0112. They've been loyal for ten years.", "They've been loyal for ten years", Language.English)]
    [InlineData("wijs offerte 51 af omdat de marge te laag is, zet dat erbij", "de marge te laag is", Language.Dutch)]
    [InlineData("ASML geeft een 6 vanwege de trage bediening", "trage bediening", Language.Dutch)]
    [InlineData("Achmea gave us a four because check-in took forty minutes", "check-in took forty minutes", Language.English)]
    public void Why_is_told_without_what_leads_to_it(string text, string why, Language language) =>
        Assert.Equal(new SlotValue.Text(why), Assert.Single(Hear(text, language).Slots, one => one.Name == SlotNames.Reason).Value);

    [Theory]
    [InlineData("taak: zaaltekening naar Twente sturen", "Universiteit Twente")]
    [InlineData("offerte voor de gemeente, 20 kamers", "Gemeente Utrecht")]
    public void A_body_is_called_by_its_place_or_its_kind(string text, string account) =>
        Assert.Equal(account, Assert.IsType<SlotValue.Account>(Assert.Single(Hear(text).Slots, one => one.Name == SlotNames.Account).Value).Name);

    [Fact]
    public void A_town_is_not_its_municipality() =>
        Assert.DoesNotContain(Hear("Wat is ons marktaandeel in Utrecht?").Slots, slot => slot.Name == SlotNames.Account);

    [Fact]
    public void A_task_is_told_without_the_agenda_that_it_is_put_in() =>
        Assert.Equal(new SlotValue.Text("Jan bellen"), Assert.Single(Hear("zet in mijn agenda dat ik vrijdag Jan moet bellen").Slots, slot => slot.Name == SlotNames.Task).Value);

    [Theory]
    [InlineData("doe maar Irene Slotemaker", Intents.LogVisit, SlotNames.Contact)]
    [InlineData("omdat de concurrent tien euro lager zat", Intents.ChangeQuote, SlotNames.Reason)]
    public void What_was_asked_for_is_an_answer_and_no_correction(string text, string flow, string asked) =>
        Assert.Equal([flow], Hear(text, context: new(flow, asked, new Dictionary<string, SlotValue>())).Intents);
}
