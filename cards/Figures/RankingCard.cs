using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Figures;

/// <summary>Who or what brought how much, beside last year or a target.</summary>
/// <param name="Rest">What is not shown, summed up; null: all is shown.</param>
public sealed record RankingView(string Title, string PeriodLabel, IReadOnlyList<RankingRow> Rows, string Basis, string Nothing, RankingRow? Rest = null);

/// <param name="Id">Account, person or group: the element's id is revenue.{id}.</param>
/// <param name="Compared">Last year or the target; null: nothing to compare with.</param>
public sealed record RankingRow(string Id, string Name, decimal Amount, decimal? Compared, string? ComparedLabel);

public static class RankingCard
{
    public static AdaptiveCard Of(RankingView view, Language language) =>
        new(
            $"{view.Title}, {view.PeriodLabel}: {(view.Rows.Count == 0 ? view.Nothing : string.Join("; ", view.Rows.Take(3).Select(row => $"{row.Name} {language.Euros(row.Amount)}")))}",
            [
                Parts.Header(view.Title, view.PeriodLabel),
                .. view.Rows.Count == 0 ? (IEnumerable<Element>)[new TextBlock(view.Nothing)] : view.Rows.Select((row, index) => RowOf(row, index, language)),
                .. Parts.If(view.Rest is not null, () => RowOf(view.Rest!, 1, language)),
                Parts.Remark(view.Basis, Spacing.Medium),
            ])
        { IsWide = true };

    private static ColumnSet RowOf(RankingRow row, int index, Language language)
    {
        var difference = row.Amount - row.Compared;
        return Parts.Entry(
            row.Name,
            row.Compared is { } compared ? $"{language.Euros(row.Amount)} · {row.ComparedLabel} {language.Euros(compared)}" : null,
            Parts.Figure(difference is { } change ? FigureTexts.Signed(change, language) : language.Euros(row.Amount)) with
            {
                Id = row.Id.Length == 0 ? null : $"revenue.{row.Id}",
                Color = difference switch { < 0 => TextColor.Attention, > 0 => TextColor.Good, _ => TextColor.Default },
            },
            separator: index > 0);
    }
}
