using SalesBot.Data;
using SalesBot.Data.Prices;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

public sealed class PriceListTests
{
    [Theory]
    [InlineData("vergaderarrangement", "ddr")]
    [InlineData("Vergaderarrangementen", "ddr")]
    [InlineData("8 uurs vergaderarrangement", "ddr")]
    [InlineData("ddr", "ddr")]
    [InlineData("day delegate rates", "ddr")]
    [InlineData("kamers", "room")]
    [InlineData("hotelkamers", "room")]
    [InlineData("standard rooms", "room")]
    [InlineData("zaal", "hall")]
    [InlineData("vergaderzalen", "hall")]
    [InlineData("een vergaderzaal", "hall")]
    [InlineData("meeting rooms", "hall")]
    [InlineData("ontbijt", "breakfast")]
    [InlineData("breakfasts", "breakfast")]
    [InlineData("diner", "dinner")]
    [InlineData("DRIEGANGENDINER", "dinner")]
    [InlineData("driegangendinner", "dinner")]
    [InlineData("koepelzáál", "dome")]
    public void A_product_is_found_as_people_call_it(string spoken, string product) =>
        Assert.Equal(product, Prices.Search(spoken, Today)[0].Id.Value);

    [Theory]
    [InlineData("helikoptervlucht")]
    [InlineData("parkeerkaart")]
    [InlineData("!!")]
    [InlineData("")]
    public void What_is_not_sold_is_not_found(string spoken) => Assert.Empty(Prices.Search(spoken, Today));

    [Fact]
    public void A_product_without_a_row_on_the_day_has_no_price()
    {
        Assert.Null(Prices.Find(Room, new(2024, 12, 31)));
        Assert.Empty(Prices.Search("kamer", new(2024, 12, 31)));
        Assert.Equal(129.50m, Prices.Find(Room, new(2025, 12, 31))!.Price);
        Assert.Equal(135m, Prices.Find(Room, new(2026, 1, 1))!.Price);
    }

    [Fact]
    public void Of_overlapping_rows_the_latest_counts()
    {
        var list = new PriceList(
            [
                Row(Room, "Kamer", "Room", ProductGroup.Overnight, PriceUnit.RoomNight, 100, 21),
                Row(Room, "Kamer", "Room", ProductGroup.Overnight, PriceUnit.RoomNight, 140, 21, from: "2026-07-01", until: "2026-08-31"),
            ], []);

        Assert.Equal([100m, 140m, 100m],
            new[] { new DateOnly(2026, 6, 30), new(2026, 7, 1), new(2026, 9, 1) }.Select(day => list.Find(Room, day)!.Price));
    }

    [Fact]
    public void The_speakers_language_goes_first()
    {
        var list = new PriceList(
            [
                Row(new("a"), "Lunch", "Midday meal", ProductGroup.Fnb, PriceUnit.Person, 20, 9),
                Row(new("b"), "Broodje", "Lunch", ProductGroup.Fnb, PriceUnit.Person, 8, 9),
            ], []);

        Assert.Equal("a", list.Search("lunch", Today, Language.Dutch)[0].Id.Value);
        Assert.Equal("b", list.Search("lunches", Today, Language.English)[0].Id.Value);
    }

    [Fact]
    public void Shares_of_an_amount_add_up_to_it()
    {
        Assert.Equal([33.34m, 33.33m, 33.33m], Cents.Divide(100, [1, 1, 1]));
        Assert.Equal([-33.34m, -33.33m, -33.33m], Cents.Divide(-100, [1, 1, 1]));
        Assert.Equal([0.01m, 0m], Cents.Divide(0.01m, [3, 2]));
        Assert.Equal([120m, 30m], Cents.Divide(150, [280, 70]));
    }
}
