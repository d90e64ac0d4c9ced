using System.Globalization;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Indicators;

namespace SalesBot.Cards.Figures;

/// <summary>Why the actual differs from the base, EUR excl. VAT.</summary>
/// <param name="BaseLabel">What the base is: the target, or last year.</param>
/// <param name="Accounts">All accounts that differ; their sum is the whole difference.</param>
/// <param name="Question">Asks for a cause that nobody has recorded yet.</param>
public sealed record BridgeView(
    string Title, string PeriodLabel, string BaseLabel, decimal Base, decimal Actual, IReadOnlyList<BridgeRow> Accounts,
    string Basis, string? Question = null);

/// <param name="Cause">As people recorded it, with who and when.</param>
public sealed record BridgeRow(AccountId Id, string Name, BridgeStep Class, decimal Amount, string? Cause = null);

/// <summary>A bridge that adds up: base, new, expansion, contraction, lost, actual; then the accounts and their causes.</summary>
public static class BridgeCard
{
    private const int MostAccounts = 8;
    private const int MostBars = 5;

    public static AdaptiveCard Of(BridgeView view, Language language)
    {
        var accounts = view.Accounts.OrderByDescending(account => Math.Abs(account.Amount)).ToList();
        var difference = view.Actual - view.Base;
        return new AdaptiveCard(
            $"{view.Title}, {view.PeriodLabel}: {FigureTexts.Signed(difference, language)}",
            [
                Parts.Header(
                    view.Title, view.PeriodLabel,
                    new Status(FigureTexts.Signed(difference, language), difference < 0 ? TextColor.Attention : TextColor.Good)),
                .. Steps(view, language),
                .. Parts.If(accounts.Count > 0, () => Chart(accounts, language)),
                .. Parts.If(accounts.Count > 0, () => Parts.Caption(FigureTexts.Causes.In(language))),
                .. accounts.Take(MostAccounts).Select(account => RowOf(account, language)),
                .. Parts.If(accounts.Count > MostAccounts, () => Rest(accounts, language)),
                .. Parts.If(view.Question is not null, () => new TextBlock(view.Question!) { Color = TextColor.Accent, Separator = true, Spacing = Spacing.Medium }),
                Parts.Remark(view.Basis, Spacing.Medium),
            ])
        { IsWide = true };
    }

    private static IEnumerable<Element> Steps(BridgeView view, Language language)
    {
        yield return Parts.Amount(view.BaseLabel, language.Euros(view.Base), strong: true);
        foreach (var step in Enum.GetValues<BridgeStep>())
        {
            var amount = view.Accounts.Where(account => account.Class == step).Sum(account => account.Amount);
            if (step == BridgeStep.NotAssigned && amount == 0) continue;
            yield return Parts.Amount(FigureTexts.Of(step).In(language), FigureTexts.Signed(amount, language), color: ColorOf(amount));
        }
        var residual = view.Actual - view.Base - view.Accounts.Sum(account => account.Amount);
        if (residual != 0) yield return Parts.Amount(FigureTexts.Residual.In(language), FigureTexts.Signed(residual, language), color: TextColor.Warning);
        yield return Parts.Amount(FigureTexts.Actual.In(language), language.Euros(view.Actual), "revenue", strong: true) with { Separator = true };
    }

    // Charts know no bars below zero: the length says how much, colour and sign say in which direction.
    private static HorizontalBarChart Chart(List<BridgeRow> accounts, Language language)
    {
        var shown = accounts.Take(MostBars).ToList();
        return new HorizontalBarChart(
            FigureTexts.Difference.In(language),
            [.. shown.Select(account => new Point(
                $"{(account.Amount < 0 ? "−" : "+")} {account.Name}", Math.Abs(account.Amount), account.Amount < 0 ? "attention" : "good"))],
            new Table(
                [3, 2], [FigureTexts.Account.In(language), FigureTexts.Difference.In(language)],
                [.. shown.Select(account => (IReadOnlyList<string>)[account.Name, FigureTexts.Signed(account.Amount, language)])]))
        { Spacing = Spacing.Medium };
    }

    private static ColumnSet RowOf(BridgeRow account, Language language) =>
        Parts.Entry(
            account.Name,
            $"{FigureTexts.Of(account.Class).In(language)} · {Words.Clip(account.Cause ?? FigureTexts.NoCause.In(language), 300)}",
            Parts.Figure(FigureTexts.Signed(account.Amount, language)) with { Color = ColorOf(account.Amount) });

    private static ColumnSet Rest(List<BridgeRow> accounts, Language language)
    {
        var rest = accounts.Skip(MostAccounts).ToList();
        return Parts.Amount(
            $"{FigureTexts.Other.In(language)} ({rest.Count.ToString(CultureInfo.InvariantCulture)})",
            FigureTexts.Signed(rest.Sum(account => account.Amount), language));
    }

    private static TextColor ColorOf(decimal amount) => amount switch
    {
        < 0 => TextColor.Attention,
        > 0 => TextColor.Good,
        _ => TextColor.Default,
    };
}
