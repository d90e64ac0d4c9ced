using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Figures;

/// <summary>Revenue of an account, a person, a team or a product group over a period, EUR excl. VAT.</summary>
/// <param name="Subject">Whose revenue it is.</param>
/// <param name="Target">Null: none set for it.</param>
/// <param name="LastYear">The same period a year before; null: not known.</param>
/// <param name="Accounts">Largest first, where the subject has several.</param>
/// <param name="Note">E.g. what makes it a key account.</param>
public sealed record RevenueView(
    string Subject, string PeriodLabel, string Basis, decimal Actual, decimal? Target, decimal? LastYear, decimal? OnTheBooks = null,
    IReadOnlyList<MonthFigures>? Months = null, IReadOnlyList<GroupFigures>? Groups = null, IReadOnlyList<AccountFigures>? Accounts = null,
    string? Note = null, ActionData? Why = null);

public sealed record AccountFigures(AccountId Id, string Name, decimal Amount, decimal? Target = null);

/// <summary>How much was earned, against target and last year.</summary>
public static class RevenueCard
{
    private const int MostAccounts = 8;

    public static AdaptiveCard Of(RevenueView view, Language language)
    {
        var accounts = view.Accounts ?? [];
        return new AdaptiveCard(
            $"{FigureTexts.Revenue.In(language)} {view.Subject}, {view.PeriodLabel}: {language.Money(view.Actual)}",
            [
                Parts.Header($"{FigureTexts.Revenue.In(language)} {view.Subject}", view.PeriodLabel),
                new TextBlock(language.Money(view.Actual)) { Id = "revenue", Size = TextSize.ExtraLarge, Bold = true },
                .. Comparison(view, language),
                .. Parts.If(view.OnTheBooks is not null, () => Parts.Amount(FigureTexts.OnTheBooks.In(language), language.Money(view.OnTheBooks!.Value), "on_the_books")),
                .. Parts.If(view.Note is not null, () => Parts.Remark(view.Note!)),
                .. Parts.If(view.Months is { Count: > 1 }, () => RevenueCharts.ByMonth(view.Months!, language)),
                .. Parts.If(view.Groups?.Count(group => group.Amount > 0) > 1, () => RevenueCharts.ByGroup(view.Groups!, language)),
                .. Parts.If(accounts.Count > 0, () => Parts.Caption(FigureTexts.Accounts.In(language))),
                .. accounts.Take(MostAccounts).Select(account => Parts.Amount(account.Name, language.Euros(account.Amount), $"revenue.{account.Id}")),
                .. Parts.If(
                    accounts.Skip(MostAccounts).Any(account => account.Amount != 0),
                    () => Parts.Amount(FigureTexts.Other.In(language), language.Euros(accounts.Skip(MostAccounts).Sum(account => account.Amount)))),
                Parts.Remark(view.Basis, Spacing.Medium),
            ],
            view.Why is { } why ? [new Execute(FigureTexts.Why.In(language), "deviation.explain", why)] : null)
        { IsWide = true };
    }

    private static IEnumerable<Element> Comparison(RevenueView view, Language language)
    {
        if (view.Target is { } target)
        {
            var gap = view.Actual - target;
            yield return Parts.Amount($"{FigureTexts.TargetLegend.In(language)} {language.Money(target)}", FigureTexts.Signed(gap, language), color: ColorOf(gap));
            if (target != 0) yield return Parts.Remark($"{language.Percent(Percent(view.Actual, target))} {FigureTexts.OfTarget.In(language)}", Spacing.None);
        }
        else yield return Parts.Amount(FigureTexts.TargetLegend.In(language), FigureTexts.NoTarget.In(language));
        if (view.LastYear is not { } before) yield break;
        var growth = before == 0 ? null : Percent(view.Actual - before, before) is var percent ? (percent > 0 ? "+" : "") + language.Percent(percent) : null;
        yield return Parts.Amount(
            $"{FigureTexts.LastYear.In(language)} {language.Money(before)}", growth ?? FigureTexts.NotDefined.In(language), "revenue_growth",
            color: growth is null ? TextColor.Default : ColorOf(view.Actual - before));
    }

    private static decimal Percent(decimal part, decimal whole) => Math.Round(part / whole * 100, 1, MidpointRounding.AwayFromZero);

    private static TextColor ColorOf(decimal difference) => difference < 0 ? TextColor.Attention : TextColor.Good;
}
