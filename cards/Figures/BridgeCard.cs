using System.Globalization;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Indicators;

namespace SalesBot.Cards.Figures;

/// <summary>Why the actual differs from the base, EUR excl. VAT.</summary>
/// <param name="BaseLabel">What the base is: the target, or last year.</param>
/// <param name="Accounts">All accounts that differ; their sum is the whole difference.</param>
/// <param name="Question">Asks for a cause that nobody has recorded yet.</param>
/// <param name="Split">The difference from last year by product group, price and volume.</param>
/// <param name="Opens">Lets each step show its accounts (deviation.accounts).</param>
public sealed record BridgeView(
    string Title, string PeriodLabel, string BaseLabel, decimal Base, decimal Actual, IReadOnlyList<BridgeRow> Accounts,
    string Basis, string? Question = null, BridgeSplit? Split = null, ActionData? Opens = null);

/// <param name="Cause">As people recorded it, with who and when.</param>
public sealed record BridgeRow(AccountId Id, string Name, BridgeStep Class, decimal Amount, string? Cause = null);

/// <summary>A bridge that adds up: base, new, expansion, contraction, lost, actual; then the accounts and their causes.</summary>
public static class BridgeCard
{
    private const int MostAccounts = 8;

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
                .. Waterfall.Of(view, language),
                .. Parts.If(accounts.Count > 0, () => Parts.Caption(FigureTexts.Causes.In(language))),
                .. accounts.Take(MostAccounts).Select(account => RowOf(account, language)),
                .. Parts.If(accounts.Count > MostAccounts, () => Rest(accounts, language)),
                .. Split(view.Split, language),
                .. Parts.If(view.Question is not null, () => new TextBlock(view.Question!) { Color = TextColor.Accent, Separator = true, Spacing = Spacing.Medium }),
                Parts.Remark(view.Basis, Spacing.Medium),
            ],
            view.Opens is { } opens ? [.. Opening(view, opens, language)] : null)
        { IsWide = true };
    }

    /// <summary>A button for each step that has more accounts than are shown, or any.</summary>
    private static IEnumerable<CardAction> Opening(BridgeView view, ActionData opens, Language language) =>
        from step in Enum.GetValues<BridgeStep>()
        let accounts = view.Accounts.Count(account => account.Class == step && account.Id.Value is { Length: > 0 })
        where accounts > 0
        select new Execute($"{FigureTexts.Of(step).In(language)} ({accounts})", "deviation.accounts", opens.With(("step", step.ToString())));

    private static IEnumerable<Element> Split(BridgeSplit? split, Language language)
    {
        if (split is not { Groups.Count: > 0 }) yield break;
        yield return Parts.Caption(FigureTexts.ByGroup.In(language));
        foreach (var group in split.Groups)
            yield return Parts.Amount(FigureTexts.Of(group.Group, language), FigureTexts.Signed(group.Amount, language), color: ColorOf(group.Amount));
        if (split is { Volume: 0, Price: 0 }) yield break;
        yield return Parts.Caption(FigureTexts.ByPrice.In(language));
        foreach (var (name, amount) in new[] { (FigureTexts.Volume, split.Volume), (FigureTexts.Price, split.Price), (FigureTexts.NotSplit, split.NotSplit) })
            if (amount != 0) yield return Parts.Amount(name.In(language), FigureTexts.Signed(amount, language), color: ColorOf(amount));
    }

    internal static ColumnSet RowOf(BridgeRow account, Language language) =>
        Parts.Entry(
            account.Name,
            account.Class == BridgeStep.NotAssigned && account.Cause is null
                ? null // Nobody can tell why a target is no account's.
                : $"{FigureTexts.Of(account.Class).In(language)} · {Words.Clip(account.Cause ?? FigureTexts.NoCause.In(language), 300)}",
            Parts.Figure(FigureTexts.Signed(account.Amount, language)) with { Color = ColorOf(account.Amount) });

    private static ColumnSet Rest(List<BridgeRow> accounts, Language language)
    {
        var rest = accounts.Skip(MostAccounts).ToList();
        return Parts.Amount(
            $"{FigureTexts.Other.In(language)} ({rest.Count.ToString(CultureInfo.InvariantCulture)})",
            FigureTexts.Signed(rest.Sum(account => account.Amount), language));
    }

    internal static TextColor ColorOf(decimal amount) => amount switch
    {
        < 0 => TextColor.Attention,
        > 0 => TextColor.Good,
        _ => TextColor.Default,
    };
}
