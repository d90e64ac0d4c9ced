using System.Globalization;
using SalesBot.Cards.Figures;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Presses;

/// <summary>Buttons below figures: as Excel, as PDF, and the pages of the rows behind one.</summary>
internal sealed class FiguresPress(PolicyFor policy) : PressAction(ReportVerbs.Excel, ReportVerbs.Pdf, ReportVerbs.Rows, ReportVerbs.RowsExcel)
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        if (await PressedFigures.OfAsync(press, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        var code = press.Text("indicator") ?? "";
        if (press.Verb == ReportVerbs.Rows)
        {
            var set = await Asked.Reading(turn, policy).OfAsync(asked.Scope, asked.Period, cancel, withAccounts: false);
            return set[code] is { } value
                ? Effect.Of(Message.Of(await RowsBehind.CardAsync(value, set, asked, press.Number("skip") ?? 0, turn, cancel)))
                : FigureSlots.NoAccount(turn);
        }
        var effect = new Effect { KeepsPressedCard = true };
        var kind = press.Verb switch { ReportVerbs.Pdf => ReportFiles.Pdf, ReportVerbs.RowsExcel => ReportFiles.Rows, _ => ReportFiles.Excel };
        if (!turn.Private) effect.Say(Message.Of(turn.Say(ReportFiles.InPrivate)));
        ReportFiles.Give(ReportFiles.Offer(kind, asked, turn, kind == ReportFiles.Rows ? code : ""), turn, effect);
        return effect;
    }
}

/// <summary>Whose figures of when the card with the pressed button showed.</summary>
internal static class PressedFigures
{
    /// <summary>Longer than this no card shows.</summary>
    private const int MostYears = 10;

    /// <summary>Null: an account that is not the reader's.</summary>
    public static async Task<Asked?> OfAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var id = press.Text("account") is { Length: > 0 } sent ? sent : null;
        if (id is not null && !PressReading.IsId(id)) return null;
        var period = Day(press, "from") is { } from && Day(press, "to") is { } to && from <= to && to < from.AddYears(MostYears) ? new Period(from, to) : (Period?)null;
        return await Asked.OfAsync(id is null ? null : new SlotValue.Account("", new(id), []), press.Text("scope"), period, false, turn, cancel);
    }

    private static DateOnly? Day(Press press, string name) =>
        DateOnly.TryParseExact(press.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
