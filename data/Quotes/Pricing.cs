using SalesBot.Data.Prices;

namespace SalesBot.Data.Quotes;

/// <summary>A line as it is asked for.</summary>
/// <param name="Quantity">Rooms, persons, rooms of a venue or pieces.</param>
/// <param name="Times">Nights, days or half days; 1 where the unit has no duration.</param>
/// <param name="From">First day of the stay or event, whose price counts; null: the price of the day of asking.</param>
/// <param name="DiscountPercent">Of this line; null: the quote's own.</param>
public sealed record LineRequest(ProductId Product, decimal Quantity, decimal Times = 1, DateOnly? From = null,
    decimal? DiscountPercent = null);

/// <summary>A quote as it is asked for.</summary>
/// <param name="DiscountPercent">Over every discountable line that names no discount of its own.</param>
/// <param name="CommissionPercent">What an intermediary gets of the total.</param>
/// <param name="DiscountAmount">EUR excl. VAT off the total, spread over the discountable lines; instead of percentages.</param>
public sealed record QuoteRequest(
    IReadOnlyList<LineRequest> Lines, decimal DiscountPercent = 0, DateOnly? OptionDate = null, string? Justification = null,
    decimal CommissionPercent = 0, decimal DiscountAmount = 0)
{
    /// <summary>What has to be asked to get this version again, at the prices of the day of asking.</summary>
    public static QuoteRequest Of(QuoteVersion version) => new(
        [.. version.Lines.Select(line => new LineRequest(
            line.Product, line.Quantity, line.Times, line.From,
            version.DiscountAmount != 0 || line.DiscountPercent == version.DiscountPercent ? null : line.DiscountPercent))],
        version.DiscountPercent, version.OptionDate, version.Justification, version.CommissionPercent, version.DiscountAmount);
}

public abstract record PricingResult
{
    private PricingResult() { }

    public sealed record Priced(QuoteVersion Version) : PricingResult;

    /// <summary>Something can not be priced; all of it is named, and no number is given.</summary>
    public sealed record NotPriced(IReadOnlyList<PricingProblem> Problems) : PricingResult;
}

/// <param name="Code">no_lines, bad_quantity, bad_discount, bad_commission, not_discountable, unknown_product, no_price, option_date_passed.</param>
/// <param name="Line">Index of the line asked for; null: the whole quote.</param>
public sealed record PricingProblem(string Code, int? Line, ProductId? Product, string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}

/// <summary>Prices a quote from the price list. See docs/decisions/0005-pricing.md for rounding and VAT.</summary>
public static class Pricing
{
    /// <param name="version">Number of the version that this becomes.</param>
    /// <param name="on">The day of asking, local.</param>
    /// <param name="agreements">Decided ones of the account; each holds on its own days only.</param>
    public static PricingResult Price(
        PriceList prices, QuoteRequest request, int version, UserId by, DateTimeOffset at, DateOnly on, IReadOnlyList<AgreedRates>? agreements = null)
    {
        var problems = PricingChecks.Of(prices, request, on).ToList();
        var spans = new List<PricedSpan>();
        for (var i = 0; i < request.Lines.Count; i++)
        {
            if (problems.Any(problem => problem.Line == i)) continue;
            spans.AddRange(Spans(prices, request, i, on, agreements ?? [], problems));
        }
        if (problems.Count == 0 && PricingChecks.OfAmount(request, spans.Where(span => span.Row.Discountable).Sum(span => span.Line.Net)) is { } tooMuch)
            problems.Add(tooMuch);
        if (problems.Count > 0) return new PricingResult.NotPriced(problems);

        if (request.DiscountAmount > 0) spans = WithAmountOff(spans, request.DiscountAmount);
        var total = spans.Sum(span => span.Line.Net);
        return new PricingResult.Priced(new(
            version, [.. spans.Select(span => span.Line)], request.DiscountPercent, total, spans.Sum(span => span.Line.Cost),
            VatOf(prices, spans), request.OptionDate, string.IsNullOrWhiteSpace(request.Justification) ? null : request.Justification.Trim(), by, at,
            request.CommissionPercent, Cents.Round(total * request.CommissionPercent / 100), request.DiscountAmount));
    }

    /// <summary>Nights and days count one by one: neighbours that share a row of the price list become one line.</summary>
    private static IReadOnlyList<PricedSpan> Spans(
        PriceList prices, QuoteRequest request, int index, DateOnly on, IReadOnlyList<AgreedRates> agreements, List<PricingProblem> problems)
    {
        var asked = request.Lines[index];
        var first = asked.From ?? on;
        var byDay = asked.From is not null
            && prices.Find(asked.Product, first)?.Unit is PriceUnit.RoomNight or PriceUnit.Day or PriceUnit.PersonDay;
        var days = byDay ? (int)Math.Ceiling(asked.Times) : 1;

        var spans = new List<(Product Row, string Vat, (decimal Price, string Name)? Agreed, DateOnly From, decimal Times)>();
        for (var i = 0; i < days; i++)
        {
            var day = first.AddDays(i);
            if (PricingChecks.WithoutPrice(prices, index, asked.Product, day) is { } problem)
            {
                problems.Add(problem);
                return [];
            }
            var row = prices.Find(asked.Product, day)!;
            // A package's own row may go on while the VAT of a part changes, or an agreement end: that begins a new line too.
            var vat = string.Join(',', VatShares(prices, row, day));
            var agreed = AgreedRates.Of(agreements, row, day);
            var times = byDay ? Math.Min(1, asked.Times - i) : asked.Times;
            if (spans is [.., var last] && last.Row == row && last.Vat == vat && last.Agreed == agreed) spans[^1] = last with { Times = last.Times + times };
            else spans.Add((row, vat, agreed, day, times));
        }
        return [.. spans.Select(span => Span(request, asked, span.Row, span.Agreed, span.From, span.Times))];
    }

    private static PricedSpan Span(QuoteRequest request, LineRequest asked, Product row, (decimal Price, string Name)? agreed, DateOnly from, decimal times)
    {
        var units = asked.Quantity * times;
        var price = agreed?.Price ?? row.Price;
        var discount = row.Discountable ? asked.DiscountPercent ?? request.DiscountPercent : 0;
        return new(
            new(row.Id, row.NameNl, row.NameEn, row.Group, row.Unit, asked.Quantity, times, asked.From is null ? null : from, price,
                discount, Cents.Round(price * units * (100 - discount) / 100), Cents.Round(row.Cost * units), row.Standard,
                agreed?.Name, agreed is null ? null : row.Price),
            row, from);
    }

    /// <summary>Each discountable line bears its share in whole cents; what a tier is compared with is rounded up, never down.</summary>
    private static List<PricedSpan> WithAmountOff(List<PricedSpan> spans, decimal amount)
    {
        var shares = Cents.Divide(amount, [.. spans.Select(span => span.Row.Discountable ? span.Line.Net : 0)]);
        return [.. spans.Zip(shares, (span, share) => share == 0 ? span : span with
        {
            Line = span.Line with { Net = span.Line.Net - share, DiscountPercent = Math.Ceiling(share / span.Line.Net * 10_000) / 100 },
        })];
    }

    /// <summary>Each line's net falls in the classes of its product or of its package's parts; VAT is rounded once a class.</summary>
    private static IReadOnlyList<VatAmount> VatOf(PriceList prices, IEnumerable<PricedSpan> spans)
    {
        var bases = new SortedDictionary<decimal, decimal>(Comparer<decimal>.Create((a, b) => b.CompareTo(a)));
        foreach (var span in spans)
        {
            var shares = VatShares(prices, span.Row, span.Day);
            var amounts = Cents.Divide(span.Line.Net, [.. shares.Select(share => share.Weight)]);
            foreach (var (share, amount) in shares.Zip(amounts)) bases[share.Percent] = bases.GetValueOrDefault(share.Percent) + amount;
        }
        return [.. bases.Select(vat => new VatAmount(vat.Key, vat.Value, Cents.Round(vat.Value * vat.Key / 100)))];
    }

    /// <summary>The VAT classes of a product with their weights, highest class first.</summary>
    private static IReadOnlyList<(decimal Percent, decimal Weight)> VatShares(PriceList prices, Product row, DateOnly day)
    {
        var parts = prices.PartsOf(row.Id);
        if (parts.Count == 0 || parts.Sum(part => part.MarketValue) <= 0) return [(row.VatPercent, 1)];
        return
        [
            .. parts.Where(part => part.MarketValue > 0)
                .GroupBy(part => prices.Find(part.Product, day)!.VatPercent, part => part.MarketValue)
                .OrderByDescending(vat => vat.Key)
                .Select(vat => (vat.Key, vat.Sum())),
        ];
    }

    private sealed record PricedSpan(QuoteLine Line, Product Row, DateOnly Day);
}
