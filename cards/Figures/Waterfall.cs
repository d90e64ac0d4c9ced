using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Indicators;

namespace SalesBot.Cards.Figures;

/// <summary>
/// From the base to the actual in steps, each bar beginning where the one before ended. Charts know no such bars: these are columns in
/// the colours of the card, which every client draws.
/// </summary>
internal static class Waterfall
{
    private const int Width = 100;

    public static IEnumerable<Element> Of(BridgeView view, Language language)
    {
        var steps = Steps(view, language).ToList();
        // Base and actual count by where they end: both begin at zero.
        var (low, high) = (steps.Min(step => step.IsTotal ? step.To : Math.Min(step.From, step.To)), steps.Max(step => Math.Max(step.From, step.To)));
        // Where the steps are small beside base and actual, the bars begin above zero, so that they can be seen.
        if (low > 0) low = low - (high - low) * 0.6m is > 0 and var cut ? cut : 0;
        foreach (var step in steps)
        {
            yield return Parts.Amount(step.Name, step.Text, step.Id, step.IsTotal, step.IsTotal ? TextColor.Default : BridgeCard.ColorOf(step.To - step.From));
            if (high > low && step.From != step.To) yield return Bar(step, low, high);
        }
        var residual = view.Actual - view.Base - view.Accounts.Sum(account => account.Amount);
        if (residual != 0) yield return Parts.Amount(FigureTexts.Residual.In(language), FigureTexts.Signed(residual, language), color: TextColor.Warning);
    }

    private static IEnumerable<Step> Steps(BridgeView view, Language language)
    {
        yield return new(view.BaseLabel, language.Euros(view.Base), null, 0, view.Base, true);
        var reached = view.Base;
        foreach (var step in Enum.GetValues<BridgeStep>())
        {
            var amount = view.Accounts.Where(account => account.Class == step).Sum(account => account.Amount);
            if (step == BridgeStep.NotAssigned && amount == 0) continue;
            yield return new(FigureTexts.Of(step).In(language), FigureTexts.Signed(amount, language), null, reached, reached + amount, false);
            reached += amount;
        }
        yield return new(FigureTexts.Actual.In(language), language.Euros(view.Actual), "revenue", 0, view.Actual, true);
    }

    private static ColumnSet Bar(Step step, decimal low, decimal high)
    {
        var from = Place(Math.Min(step.From, step.To));
        var to = Math.Max(Place(Math.Max(step.From, step.To)), from + 1);
        List<Column> columns = [];
        if (from > 0) columns.Add(new Column(from));
        columns.Add(new Column(to - from, new TextBlock(" ") { Size = TextSize.Small })
        {
            Style = step.IsTotal ? ContainerStyle.Accent : step.To < step.From ? ContainerStyle.Attention : ContainerStyle.Good,
        });
        if (to < Width) columns.Add(new Column(Width - to));
        return new(columns) { Spacing = Spacing.None };

        int Place(decimal amount) => Math.Clamp((int)Math.Round((amount - low) / (high - low) * (Width - 1)), 0, Width - 1);
    }

    private sealed record Step(string Name, string Text, string? Id, decimal From, decimal To, bool IsTotal);
}
