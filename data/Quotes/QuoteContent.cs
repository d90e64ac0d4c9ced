using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Data.Quotes;

/// <summary>What an approval is bound to.</summary>
public static class QuoteContent
{
    /// <summary>SHA-256 in hexadecimal over everything that the customer or the decider would notice; not over who wrote it and
    /// when.</summary>
    public static string Hash(QuoteNumber number, QuoteVersion version)
    {
        var content = new Canonical();
        content.Add(number.Value).Add(version.Number).Add(version.DiscountPercent).Add(version.Total).Add(version.Cost)
            .Add(version.OptionDate).Add(version.Justification).Add(version.Lines.Count).Add(version.Vat.Count);
        foreach (var line in version.Lines)
            content.Add(line.Product.Value).Add(line.NameNl).Add(line.NameEn).Add(line.Group.ToString()).Add(line.Unit.ToString())
                .Add(line.Quantity).Add(line.Times).Add(line.From).Add(line.UnitPrice).Add(line.DiscountPercent).Add(line.Net)
                    .Add(line.Cost)
                .Add(line.Standard ? 1 : 0);
        // Only where there is one: contents that were approved before there were such keep their hash.
        foreach (var (line, at) in version.Lines.Select((line, at) => (line, at)).Where(one => one.line.Agreement is not null))
            content.Add("agreement").Add(at).Add(line.Agreement).Add(line.ListPrice ?? 0);
        if (version.CommissionPercent != 0) content.Add("commission").Add(version.CommissionPercent).Add(version.Commission);
        if (version.DiscountAmount != 0) content.Add("amount off").Add(version.DiscountAmount);
        foreach (var vat in version.Vat) content.Add(vat.Percent).Add(vat.Basis).Add(vat.Vat);
        return content.Hash();
    }

    /// <summary>The largest discount on any line, percent: what a decider's own limit is compared with.</summary>
    public static decimal LargestDiscount(this QuoteVersion version) => version.Lines.Count == 0 ? 0
        : version.Lines.Max(line => line.DiscountPercent);

    /// <summary>Each field with its length, so that no two contents write the same text; 10 and 10.00 are one number.</summary>
    private sealed class Canonical
    {
        private readonly StringBuilder text = new();

        public Canonical Add(string? value)
        {
            if (value is null) text.Append("-;");
            else text.Append(value.Length).Append(':').Append(value).Append(';');
            return this;
        }

        public Canonical Add(decimal value) => Add(value.ToString("0.############################", CultureInfo.InvariantCulture));

        public Canonical Add(DateOnly? value) => Add(value?.ToString("O", CultureInfo.InvariantCulture));

        public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
