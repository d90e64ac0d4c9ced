using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

public sealed class NameTests
{
    [Theory]
    [InlineData("Philips", "Philips Nederland BV")]
    [InlineData("philips", "Philips Nederland BV")]
    [InlineData("Phillips", "Philips Nederland BV")]
    [InlineData("Philps", "Philips Nederland BV")]
    [InlineData("Pihlips", "Philips Nederland BV")]
    [InlineData("Nederland Philips", "Philips Nederland BV")]
    [InlineData("asml", "ASML Holding NV")]
    [InlineData("Universiteit van Twente", "Universiteit Twente")]
    [InlineData("uni Twente", "Universiteit Twente")]
    [InlineData("UT", "Universiteit Twente")]
    [InlineData("gem. Utrecht", "Gemeente Utrecht")]
    [InlineData("Jansen en Zonen", "Jansen & Zonen BV")]
    [InlineData("Jansen & Zn", "Jansen & Zonen BV")]
    [InlineData("jansen", "Jansen & Zonen BV")]
    [InlineData("de haan", "De Haan Events")]
    [InlineData("Haan Events", "De Haan Events")]
    [InlineData("Rabo bank", "Rabobank Regio Oost")]
    [InlineData("rabobnk", "Rabobank Regio Oost")]
    [InlineData("KPMG", "KPMG Nederland")]
    [InlineData("Natuurmon.", "Stichting Natuurmonumenten")]
    [InlineData("Natuurmonumenten", "Stichting Natuurmonumenten")]
    [InlineData("bakker bouw", "Bakker Bouw BV")]
    [InlineData("Bouw Bakker", "Bakker Bouw BV")]
    [InlineData("Ahold", "Koninklijke Ahold Delhaize")]
    [InlineData("Muller Logistik", "Müller Logistik GmbH")]
    [InlineData("Mueller", "Müller Logistik GmbH")]
    [InlineData("Müller", "Müller Logistik GmbH")]
    [InlineData("OBrien", "O'Brien Consulting")]
    [InlineData("O’Brien's", "O'Brien Consulting")]
    [InlineData("Den Bosch congres", "'s-Hertogenbosch Congres")]
    [InlineData("Hertogenbosch Congres", "'s-Hertogenbosch Congres")]
    [InlineData("van der valk techniek", "Van der Valk Techniek")]
    public void An_account_is_found_as_people_write_it(string spoken, string name)
    {
        var account = Assert.Single(Sixteen.FindAccounts(spoken));
        Assert.Equal(name, account.Name);
        var heard = Hear($"Wat weet je over {spoken}?");
        Assert.Equal(name, Assert.IsType<SlotValue.Account>(heard.Slots.First(slot => slot.Name == SlotNames.Account).Value).Name);
    }

    [Theory]
    [InlineData("ik ga morgen naar huis")]
    [InlineData("we hebben een regio oost en een consulting groep")]
    [InlineData("nederland is mooi")]
    [InlineData("de bouw ligt stil in utrecht")]
    [InlineData("hoeveel kamers zijn er in mei")]
    public void Words_of_every_day_are_no_accounts(string text) => Assert.Empty(Sixteen.FindAccounts(text));

    [Fact]
    public void Two_accounts_that_fit_alike_are_both_given()
    {
        var names = Gazetteer("De Vries Transport BV", "De Vries Installaties", "Achmea");
        var account = Assert.IsType<SlotValue.Account>(Hear("omzet van De Vries dit jaar", names: names).Slots.First(slot => slot.Name == SlotNames.Account).Value);
        Assert.Equal(["De Vries Installaties", "De Vries Transport BV"], account.Others.Select(other => other.Name).Prepend(account.Name).Order());
    }

    [Fact]
    public void An_exact_name_is_not_doubted_because_a_longer_one_exists()
    {
        var names = Gazetteer("Bakker Bouw BV", "Bakker Bouw Projecten BV");
        Assert.Equal("Bakker Bouw BV", Assert.Single(names.FindAccounts("Bakker Bouw")).Name);
        Assert.Equal("Bakker Bouw Projecten BV", Assert.Single(names.FindAccounts("bakker bouw projecten")).Name);
    }

    [Fact]
    public void Half_a_name_that_begins_two_accounts_gives_both() =>
        Assert.Equal(2, Gazetteer("Philips Nederland BV", "Philips Medical Systems").FindAccounts("Philips").Count);

    [Fact]
    public void An_alias_leads_to_its_account()
    {
        var names = new Gazetteer([new(new AccountId("1"), "Koninklijke Ahold Delhaize", ["Albert Heijn", "AH"])], [], [], []);
        Assert.Equal("Koninklijke Ahold Delhaize", Assert.Single(names.FindAccounts("bij albert heijn geweest")).Name);
    }

    [Fact]
    public void A_company_that_nobody_knows_is_heard_without_an_id()
    {
        var account = Assert.IsType<SlotValue.Account>(Hear("nieuwe lead Hotelgroep Noord BV, €15k per jaar").Slots.First(slot => slot.Name == SlotNames.Account).Value);
        Assert.Null(account.Id);
        Assert.Equal("Hotelgroep Noord BV", account.Name);
    }

    [Fact]
    public void A_chain_is_a_competitor_and_its_namesake_an_account()
    {
        Assert.Contains(Hear("ze kijken ook naar Van der Valk").Slots, slot => slot is { Name: SlotNames.Competitor, Value: SlotValue.Text { Value: "Van der Valk" } });
        var heard = Hear("gisteren bij van der Valk Techniek geweest");
        Assert.DoesNotContain(heard.Slots, slot => slot.Name == SlotNames.Competitor);
        Assert.Contains(heard.Slots, slot => slot.Value is SlotValue.Account { Name: "Van der Valk Techniek" });
    }

    [Theory]
    [InlineData("bij Achmea geweest, gesproken met Thomas van der Laan over lunch", "Thomas van der Laan")]
    [InlineData("bij Achmea geweest, gesproken met mevrouw Jansen", "mevrouw Jansen")]
    [InlineData("bij Achmea geweest, gesproken met J.P. de Wit", "J.P. de Wit")]
    [InlineData("bij Achmea geweest, sprak met jan de vries over kamers", "jan de vries")]
    [InlineData("bij Achmea geweest, sprak Anne-Marie van 't Hof", "Anne-Marie van 't Hof")]
    [InlineData("bij Achmea geweest, gesproken met Kees v/d Berg", "Kees v/d Berg")]
    [InlineData("bij Achmea geweest, gesproken met Joop ten Have", "Joop ten Have")]
    [InlineData("met Emma van Dam at Achmea this morning", "Emma van Dam")]
    [InlineData("gesproken met Jan de Vries van Achmea", "Jan de Vries")]
    public void A_contact_is_heard_with_particles_and_titles(string text, string name) =>
        Assert.Equal(new SlotValue.Text(name), Assert.Single(Hear(text).Slots, slot => slot.Name == SlotNames.Contact).Value);

    [Fact]
    public void A_hundred_thousand_accounts_are_looked_through_quickly()
    {
        string[] heads = ["Bakker", "Jansen", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks"];
        string[] trades = ["Bouw", "Techniek", "Transport", "Advies", "Media", "Logistics", "Events", "Design"];
        var names = Gazetteer([.. Enumerable.Range(0, 100_000).Select(i => $"{heads[i % 10]}{Syllables(i)} {trades[i % 8]} BV"), .. AccountNames]);
        Assert.Equal("Philips Nederland BV", Assert.Single(names.FindAccounts("Phillips")).Name);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("Philips Nederland BV", Hear("Net bij Phillips geweest, gesproken met Jan de Vries over 40 kamers", names: names).Slots.Select(slot => slot.Value).OfType<SlotValue.Account>().First().Name);
        }

        // Far above what is needed, so that only a search through the whole list would fail it.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    private static string Syllables(int number)
    {
        string[] parts = ["ba", "do", "fi", "gu", "ka", "lo", "mi", "nu", "pa", "ro"];
        return string.Concat(number.ToString("00000", System.Globalization.CultureInfo.InvariantCulture).Select(digit => parts[digit - '0']));
    }

    [Theory]
    [InlineData("offerte voor Achmea, 40 kamers", 40, new string[0])]
    [InlineData("quote for Achmea: 40 rooms, 2 nights", 40, new string[0])]
    [InlineData("offerte voor Achmea, 40 tweepersoonskamers", 40, new[] { "tweepersoonskamers" })]
    [InlineData("offerte voor Achmea, 12 kamers met ontbijt", 12, new[] { "ontbijt" })]
    [InlineData("quote for Achmea: 2 meeting rooms", null, new[] { "meeting rooms" })]
    public void What_is_only_counted_is_no_product_beside_it(string words, int? rooms, string[] products)
    {
        var names = new Gazetteer(Sixteen.Accounts, [], ["kamers", "rooms", "tweepersoonskamers", "ontbijt", "meeting rooms"], []);
        var slots = Hear(words, names: names).Slots;
        Assert.Equal(rooms, (int?)slots.Select(slot => slot.Name == SlotNames.Rooms ? slot.Value : null).OfType<SlotValue.Number>().SingleOrDefault()?.Value);
        Assert.Equal(products, slots.Select(slot => slot.Name == SlotNames.Product ? slot.Value : null).OfType<SlotValue.Text>().Select(text => text.Value));
    }

    [Theory]
    [InlineData("Net bij Bakker Bouw Interieur BV geweest")]
    [InlineData("Visited Philips Lighting BV")]
    public void A_name_that_goes_on_beyond_a_known_one_is_asked_about(string words)
    {
        var account = Hear(words).Slots.Select(slot => slot.Value).OfType<SlotValue.Account>().Single();
        Assert.Null(account.Id);
        Assert.NotEmpty(account.Others);
    }

    [Theory]
    [InlineData("zonder concurrent", SlotNames.Competitor)]
    [InlineData("no follow-up", SlotNames.Task)]
    [InlineData("haal de korting eraf", SlotNames.DiscountPercent)]
    public void A_slot_is_taken_away_by_its_kind(string words, string slot)
    {
        var heard = Hear(words, context: new(Intents.LogVisit, "confirm", new Dictionary<string, SlotValue>()));
        Assert.Equal([Intents.CorrectSlot], heard.Intents);
        Assert.Contains(heard.Slots, value => value.Not && value.Name == slot);
    }
}
