using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

public sealed class QuoteContentTests
{
    private static readonly QuoteNumber Number = new("Q-2026-0001");
    private static readonly QuoteVersion Offered = Version(new([new(Room, 40, 2, new(2026, 3, 20)), new(Breakfast, 80)], 10,
        new(2026, 4, 1), "Grote groep"));

    [Fact]
    public void Any_change_that_a_reader_would_notice_is_other_content()
    {
        var line = Offered.Lines[0];
        QuoteVersion With(QuoteLine changed) => Offered with { Lines = [changed, Offered.Lines[1]] };
        QuoteVersion[] changed =
        [
            Offered with { Number = 2 }, Offered with { DiscountPercent = 11 }, Offered with { Total = Offered.Total - 0.01m },
                Offered with { Cost = 1 },
            Offered with { OptionDate = null }, Offered with { OptionDate = new(2026, 4, 2) },
            Offered with { Justification = "Grote groep." },
            Offered with { Lines = [Offered.Lines[0]] }, Offered with { Lines = [Offered.Lines[1], Offered.Lines[0]] },
            Offered with { Vat = [] },
            With(line with { Product = new("x") }), With(line with { NameNl = "x" }), With(line with { NameEn = "x" }),
            With(line with { Quantity = 41 }),
            With(line with { Times = 3 }), With(line with { From = null }), With(line with { UnitPrice = 1 }),
            With(line with { DiscountPercent = 9 }),
            With(line with { Net = 1 }), With(line with { Cost = 1 }), With(line with { Standard = false }),
        ];

        var hashes = changed.Select(version => QuoteContent.Hash(Number, version)).Append(QuoteContent.Hash(Number, Offered))
            .Append(QuoteContent.Hash(new("Q-2026-0002"), Offered));

        Assert.Equal(changed.Length + 2, hashes.Distinct().Count());
    }

    [Fact]
    public void Content_that_was_stored_and_read_again_is_the_same()
    {
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(Offered, TradeJson.Default.QuoteVersion),
            TradeJson.Default.QuoteVersion)!;

        Assert.Equal(QuoteContent.Hash(Number, Offered), QuoteContent.Hash(Number, read));
        Assert.Equal(QuoteContent.Hash(Number, Offered),
            QuoteContent.Hash(Number, read with { DiscountPercent = 10.00m, At = Now.AddDays(1) }));
    }
}
