using SalesBot.Cards.Figures;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>A month or a quarter as a report: a card to read at once.</summary>
internal sealed class AskReport(PolicyFor policy) : Flow(
    Intents.ReportExport, new("Rapport", "Report"), FigureSlots.Account, FigureSlots.Period, FigureSlots.Scope, FigureSlots.Indicator)
{
    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        // The last whole month, where no time is named.
        var month = new DateOnly(turn.Today.Year, turn.Today.Month, 1).AddMonths(-1);
        var period = known.Of(FigureSlots.Period) ?? Period.Month(month.Year, month.Month);
        if (await Asked.OfAsync(known.Of(FigureSlots.Account), known.Of(FigureSlots.Scope), period, false, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        // In a channel: what every reader there may see.
        var (view, _, _) = await ReportReading.ReadAsync(asked, Asked.Reading(turn, policy), turn.Book, turn.Language, cancel, shared: !turn.Private);
        return asked.Answer(Message.Of(ReportCard.Of(view, turn.Language)), turn);
    }
}
