using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

/// <summary>What a quote says on its approval card: price, discount, margin and lines. The margin shows to the approver alone.</summary>
public static class QuoteApproval
{
    /// <param name="number">The version that was asked about, which need not be the last.</param>
    public static ApprovalBody Of(Quote quote, int number, Audience audience, Language language)
    {
        var version = quote.Versions.FirstOrDefault(version => version.Number == number) ?? quote.Current;
        return new(
            quote.Number.Value, language.Money(version.Total), [.. Figures(version, audience, language)],
            [
                Parts.Caption(QuoteTexts.Lines.In(language)),
                .. QuoteLines.Of(version, language),
                .. QuoteLines.Price(version, language),
            ],
            audience == Audience.Approver ? ChangeForm(version, language) : []);
    }

    /// <summary>As asked; what is left as it is stays.</summary>
    private static Input[] ChangeForm(QuoteVersion version, Language language) =>
    [
        new NumberInput("discount", QuoteTexts.DiscountWanted.In(language), Value: version.DiscountPercent) { Least = 0, Most = 100 },
        new NumberInput("total", QuoteTexts.TotalWanted.In(language)) { Least = 0 },
        new DateInput("option", QuoteTexts.OptionDate.In(language), Value: version.OptionDate),
        new TextInput("text", QuoteTexts.Justification.In(language), Value: version.Justification) { IsLong = true },
    ];

    private static IEnumerable<Element> Figures(QuoteVersion version, Audience audience, Language language)
    {
        yield return Parts.Row(QuoteTexts.Price.In(language), language.Money(version.Total), strong: true);
        yield return Parts.Row(QuoteTexts.Discount.In(language), DiscountOf(version, language), strong: true);
        if (audience == Audience.Approver)
        {
            yield return Parts.Row(
                QuoteTexts.Margin.In(language),
                version.MarginPercent is { } margin
                    ? $"{language.Percent(margin)} · {language.Money(version.Margin)}"
                    : QuoteTexts.MarginUndefined.In(language),
                strong: true);
        }
        if (version.CommissionPercent != 0)
            yield return Parts.Row(QuoteTexts.Commission.In(language), $"{language.Percent(version.CommissionPercent)} · {language.Money(version.Commission)}");
        if (version.OptionDate is { } day) yield return Parts.Row(QuoteTexts.OptionDate.In(language), language.Date(day));
        if (version.Justification is { } why) yield return Parts.Row(QuoteTexts.Justification.In(language), Words.Clip(why, 600));
    }

    /// <summary>The one of all lines, or else the largest and what it comes to.</summary>
    private static string DiscountOf(QuoteVersion version, Language language)
    {
        var off = version.Lines.Sum(line => line.Gross) - version.Total;
        return version.Lines.All(line => line.DiscountPercent == 0 || line.DiscountPercent == version.DiscountPercent)
            ? language.Percent(version.DiscountPercent)
            : $"{QuoteTexts.UpTo.In(language)} {language.Percent(version.LargestDiscount())} · {language.Money(off)}";
    }
}
