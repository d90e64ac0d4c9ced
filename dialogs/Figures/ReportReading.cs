using SalesBot.Cards;
using SalesBot.Cards.Figures;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;

namespace SalesBot.Dialogs.Figures;

/// <param name="Bridge">Null: not for the reader, or nothing to compare with.</param>
internal sealed record Report(ReportView View, IndicatorSet Set, Bridge? Bridge);

/// <summary>One report, the same figures on the card, in Excel and on paper.</summary>
internal static class ReportReading
{
    private static readonly Text
        Figures = new("Kengetallen", "Indicators"), Months = new("Maanden", "Months"), Accounts = new("Klanten", "Accounts"),
        Name = new("Kengetal", "Indicator"), Value = new("Waarde", "Value"), Count = new("Aantal", "Count"), Formula = new("Berekening", "Formula"),
        Basis = new("Grondslag", "Basis"), Remarks = new("Opmerkingen", "Remarks"), Month = new("Maand", "Month"), Actual = new("Realisatie", "Actual"),
        Account = new("Klant", "Account"), Difference = new("Verschil", "Difference"), Cause = new("Oorzaak", "Cause"), Title = new("Rapport", "Report");

    /// <summary>Accounts of the team are listed for who sees them all.</summary>
    /// <param name="shared">Everybody in a channel reads it.</param>
    /// <param name="rows">How many indicators are shown at most.</param>
    public static async Task<Report> ReadAsync(
        Asked asked, IndicatorReading reading, Book book, Language language, CancellationToken cancel, bool shared = false, int rows = FigureViews.MostRows)
    {
        var set = await reading.OfAsync(asked.Scope, asked.Period, cancel, withAccounts: false);
        var mayList = !shared && (asked.Scope is not FigureScope.OfTeam || book.Reader.Role != Role.AccountManager);
        var bridge = mayList ? await Flows.ExplainDeviation.BridgeAsync(asked, false, reading, cancel) : null;
        var kpis = FigureViews.Kpis(asked, set, language, rows);
        var deviations = bridge is null ? null : FigureViews.Bridge(asked, bridge, await book.PeopleAsync(cancel), language).Accounts.Where(row => row.Id.Value is { Length: > 0 }).ToList();
        return new(new(kpis with { Title = $"{Title.In(language)} {kpis.Title}" }, deviations, FigureViews.Trends(set)), set, bridge);
    }

    public static IEnumerable<WorkbookSheet> Sheets(Report report, Language language)
    {
        var (view, set, bridge) = report;
        yield return new(Figures.In(language), [.. new[] { Name, Value, FigureSentences.Target, FigureSentences.LastYear, Count, Formula, Basis, Remarks }.Select(text => text.In(language)), "Code"],
            [.. set.Values.Select(value => (IReadOnlyList<object?>)
            [
                value.Indicator.Name(language), value.Value is { } known ? known : FigureSentences.NotDefined.In(language), value.Target, value.Before, value.Count,
                value.Indicator.Formula(language), value.Basis(language), string.Join("; ", value.Notes.Select(note => note.In(language))), value.Code,
            ])]);
        yield return new(Months.In(language), [.. new[] { Month, Actual, FigureSentences.Target, FigureSentences.LastYear }.Select(text => text.In(language))],
            [.. set.Months.Select(month => (IReadOnlyList<object?>)[month.Month.ToString("yyyy-MM"), month.Actual, month.Target, month.LastYear])]);
        if (bridge is null) yield break;
        var against = bridge.Against == BridgeBase.Target ? FigureSentences.Target : FigureSentences.LastYear;
        var causes = (view.Deviations ?? []).ToDictionary(row => row.Id, row => row.Cause);
        yield return new(Accounts.In(language), [.. new[] { Account, Actual, against, Difference, Cause }.Select(text => text.In(language))],
            [.. bridge.Lines.Select(line => (IReadOnlyList<object?>)
            [
                line.Name ?? FigureSentences.NotAssigned.In(language), line.Actual, line.Base, line.Difference, line.Account is { } id ? causes.GetValueOrDefault(id) : null,
            ])]);
    }
}
