using System.Text.RegularExpressions;
using SalesBot.Cards.Figures;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>A month or a quarter as a report: a card to read at once, and as Excel or PDF to keep where that is asked for.</summary>
internal sealed partial class AskReport(PolicyFor policy) : Flow(
    Intents.ReportExport, new("Rapport", "Report"), FigureSlots.Account, FigureSlots.Period, FigureSlots.Scope, FigureSlots.Indicator)
{
    private static readonly string[] About = [Intents.ReportExport, Intents.QueryKpi, Intents.TeamKpi, Intents.QueryRevenue];

    public override bool Confirms => false;

    /// <summary>"En als pdf?" asks for the answer before as a file.</summary>
    public override bool Claims(string words, Progress? open, Turn turn) => open is null && turn.LastIntent is { } last && About.Contains(last) && AsFile().IsMatch(words);

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => said;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var words = turn.Incoming.Text ?? "";
        var again = AsFile().IsMatch(words);
        if (await AskedAsync(known, again, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        var code = known.Of(FigureSlots.Indicator) ?? (again ? (turn.Lean.GetValueOrDefault(SlotNames.Indicator) as SlotValue.Text)?.Value : null);
        if (code is not null && !Pdf().IsMatch(words) && await RowsAsync(code, asked, turn, cancel) is { } rows) return rows;
        // In a channel: what every reader there may see.
        var report = await ReportReading.ReadAsync(asked, Asked.Reading(turn, policy), turn.Book, turn.Language, cancel, shared: !turn.Private);
        var effect = again ? new Effect() : asked.Answer(Message.Of(ReportCard.Of(report.View, turn.Language)), turn);
        if (again) asked.LeanOn(effect);
        Give(asked, Excel().IsMatch(words), Pdf().IsMatch(words), turn, effect);
        return effect;
    }

    /// <summary>The files that were asked for; each for who asks alone.</summary>
    public static void Give(Asked asked, bool excel, bool pdf, Turn turn, Effect effect)
    {
        if (!excel && !pdf) return;
        if (!turn.Private) effect.Say(Message.Of(turn.Say(ReportFiles.InPrivate)));
        if (excel) ReportFiles.Give(ReportFiles.Offer(ReportFiles.Excel, asked, turn), turn, effect);
        if (pdf) ReportFiles.Give(ReportFiles.Offer(ReportFiles.Pdf, asked, turn), turn, effect);
    }

    private static Task<Asked?> AskedAsync(Answers known, bool again, Turn turn, CancellationToken cancel)
    {
        if (again)
            return Asked.OfAsync(
                turn.Lean.GetValueOrDefault(SlotNames.Account) as SlotValue.Account, (turn.Lean.GetValueOrDefault(SlotNames.Scope) as SlotValue.Text)?.Value,
                (turn.Lean.GetValueOrDefault(SlotNames.Period) as SlotValue.Span)?.Value, false, turn, cancel);
        var words = turn.Incoming.Text ?? "";
        return Asked.OfAsync(known.Of(FigureSlots.Account), known.Of(FigureSlots.Scope), known.Of(FigureSlots.Period) ?? LastOf(words, turn.Today), TeamReport().IsMatch(words), turn, cancel);
    }

    /// <summary>Where no time is named: the last whole quarter or year of a report called after one, else the last whole month.</summary>
    private static Period LastOf(string words, DateOnly today)
    {
        if (OfYear().IsMatch(words)) return Period.Year(today.Year - 1);
        var before = new DateOnly(today.Year, today.Month, 1).AddMonths(OfQuarter().IsMatch(words) ? -3 : -1);
        return OfQuarter().IsMatch(words) ? Period.Quarter(before.Year, (before.Month + 2) / 3) : Period.Month(before.Year, before.Month);
    }

    /// <summary>One indicator: its card, and the rows behind it in Excel. Null: it does not apply.</summary>
    private async Task<Effect?> RowsAsync(string code, Asked asked, Turn turn, CancellationToken cancel)
    {
        var set = await Asked.Reading(turn, policy).OfAsync(asked.Scope, asked.Period, cancel, withAccounts: false);
        if (set[code] is not { } value) return null;
        var effect = asked.Answer(Message.Of(await RowsBehind.CardAsync(value, set, asked, 0, turn, cancel)), turn);
        ReportFiles.Give(ReportFiles.Offer(ReportFiles.Rows, asked, turn, code), turn, effect);
        effect.Lean[SlotNames.Indicator] = new SlotValue.Text(code);
        return effect;
    }

    [GeneratedRegex(@"\b(excel|xlsx|spreadsheet|werkblad)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Excel();

    [GeneratedRegex(@"\bteam-?(rapport|report|cijfers|figures)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TeamReport();

    [GeneratedRegex(@"\b(kwartaal-?(rapport|cijfers|overzicht)|quarterly (report|figures|overview)|quarter(ly)? report)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfQuarter();

    [GeneratedRegex(@"\b(jaar-?(rapport|cijfers|overzicht)|(annual|yearly) (report|figures|overview))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfYear();

    [GeneratedRegex(@"\bpdf\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Pdf();

    [GeneratedRegex(@"^\W*(?:(?:en|and|ok[eé]?|graag|please|now|nu|ook|also|dat|that|this|dit|it)\W+)*(?:(?:stuur|geef|mail|maak|exporteer|zet|send|give|make|export|download|get|put)\W+)?(?:(?:me|mij|dat|dit|het|that|this|it|ook|also|er|nog|maar)\W+)*(?:als|in|as|naar|to|into|de|the|a|an|een|van)?\W*(?:(?:een|an|a|de|the)\W+)?(?:excel|xlsx|pdf|spreadsheet)(?:[\s-]*(?:bestand|file|export|versie|version|van|of|it|dat|that))*(?:\W+(?:graag|alsjeblieft|please|aub))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsFile();
}
