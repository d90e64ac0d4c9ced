using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Quotes;

/// <summary>The price list that people try the bot on.</summary>
public sealed class DemoPriceListTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task What_people_say_finds_what_they_mean()
    {
        var prices = await LoadAsync();
        (string Spoken, string Product)[] said =
        [
            ("vergaderarrangement", "vergaderarrangement-8"), ("vergaderarrangementen", "vergaderarrangement-8"),
                ("8-uurs vergaderarrangement", "vergaderarrangement-8"),
            ("8 uurs arrangement", "vergaderarrangement-8"), ("DDR", "vergaderarrangement-8"),
            ("4-uurs arrangement", "vergaderarrangement-4"),
            ("24-uurs arrangement", "arrangement-24"), ("24 uursarrangementen", "arrangement-24"), ("32-hour package", "arrangement-32"),
            ("kamers", "kamer-single"), ("hotelkamers", "kamer-single"),
            ("tweepersoonskamers", "kamer-double"), ("double rooms", "kamer-double"), ("suites", "kamer-suite"), ("zaal", "zaal-klein-dag"),
            ("grote zaal", "zaal-groot-dag"),
            ("large room", "zaal-groot-dag"), ("zaal per dagdeel", "zaal-klein-dagdeel"), ("plenaire zaal", "zaal-plenair-dag"),
            ("lunches", "lunch"), ("diners", "diner"), ("walking dinner", "diner-walking"),
            ("ontbijt", "ontbijt"), ("koffie", "koffie-thee"), ("borrel", "borrel"), ("beamer", "beamer"), ("microfoons", "microfoon"),
            ("parkeerplaatsen", "parkeren"), ("flipcharts", "flipover"),
        ];

        var missed = said.Where(pair => prices.Search(pair.Spoken, Today).FirstOrDefault()?.Id.Value != pair.Product)
            .Select(pair => $"{pair.Spoken}: {prices.Search(pair.Spoken, Today).FirstOrDefault()?.Id.Value ?? "nothing"}");

        Assert.Empty(missed);
        Assert.All(new[] { "helikopter", "sauna", "golfclinic", "bloemen" }, spoken => Assert.Empty(prices.Search(spoken, Today)));
    }

    [Fact]
    public async Task Everything_on_the_list_has_a_price_and_adds_up()
    {
        var prices = await LoadAsync();

        foreach (var product in prices.On(Today))
        {
            var result = Pricing.Price(prices, new([new(product.Id, 30, 2, new(2026, 5, 12))]), 1, new("daan"), default, Today);

            var version = Assert.IsType<PricingResult.Priced>(result).Version;
            Assert.Equal(product.Price * 60, version.Total);
            Assert.Equal(version.Total, version.Vat.Sum(vat => vat.Basis));
            Assert.True(version.MarginPercent > 20);
        }
    }

    private static async Task<PriceList> LoadAsync()
    {
        var store = await TestStores.Sqlite();
        await using var opened = (IAsyncDisposable)store;
        var report = await new Importer(store, DemoOrganisation.Tenant, TimeProvider.System)
            .ImportAsync([DemoOrganisation.Folder], null, CancellationToken.None);
        Assert.Empty(report.Problems);
        var directory = Partition.Directory(DemoOrganisation.Tenant);
        return new(
            (await store.ListAsync(directory, Kinds.Product, "", 10_000, CancellationToken.None)).Select(row => row.Record),
            (await store.ListAsync(directory, Kinds.PackagePart, "", 10_000, CancellationToken.None)).Select(part => part.Record));
    }
}
