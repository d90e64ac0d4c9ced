using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Exchange;

namespace SalesBot.Cards.Imports;

/// <summary>One message that tells of a file from its arrival to its end: it is drawn anew in the same place each time.</summary>
public static class ImportCard
{
    private const int MostProblems = 8;

    public static AdaptiveCard Fetching(string name, Language language) => Plain(name, ImportTexts.Fetching, null, language);

    /// <param name="id">Of the file that was set aside.</param>
    public static AdaptiveCard Preview(string id, ImportPreview preview, Language language, Text? remark = null)
    {
        if (preview.Problems.Count > 0) return Refused(preview.File, preview.Problems, language);
        var data = new ActionData(("id", id));
        var changes = preview.Added + preview.Changed > 0;
        return new AdaptiveCard(
            $"{preview.File}: {ImportTexts.NotYet.In(language)}",
            [
                Parts.Header(preview.File, ImportTexts.Rows(preview.Rows, language).In(language), changes ? new(ImportTexts.NotYet.In(language), TextColor.Warning) : null),
                Parts.Amount(ImportTexts.Added.In(language), language.Number(preview.Added), strong: preview.Added > 0),
                Parts.Amount(ImportTexts.Changed.In(language), language.Number(preview.Changed), strong: preview.Changed > 0),
                Parts.Amount(ImportTexts.Unchanged.In(language), language.Number(preview.Unchanged)),
                Parts.Remark((remark ?? (changes ? ImportTexts.ByKey : ImportTexts.Nothing)).In(language)),
            ],
            changes ? [new Execute(ImportTexts.Import.In(language), "import.confirm", data) { Style = ActionStyle.Positive }, new Execute(ImportTexts.Cancel.In(language), "import.cancel", data)] : null);
    }

    public static AdaptiveCard Working(string name, int done, int total, Language language) =>
        Plain(name, ImportTexts.Working(done, total, language), new(ImportTexts.Busy.In(language), TextColor.Accent), language);

    public static AdaptiveCard Done(FileReport report, Language language) => new(
        $"{report.File}: {ImportTexts.Imported.In(language)}",
        [
            Parts.Header(report.File, ImportTexts.Rows(report.Read, language).In(language), new(ImportTexts.Imported.In(language), TextColor.Good)),
            Parts.Amount(ImportTexts.Written.In(language), language.Number(report.Written), strong: true),
            Parts.Amount(ImportTexts.Unchanged.In(language), language.Number(report.Unchanged)),
            .. Parts.If(report.Moved > 0, () => Parts.Amount(ImportTexts.Moved.In(language), language.Number(report.Moved))),
        ]);

    /// <summary>Bad rows by line and column. Nothing of the file was taken.</summary>
    public static AdaptiveCard Refused(string name, IReadOnlyList<Problem> problems, Language language) => new(
        $"{name}: {ImportTexts.NotTaken.In(language)}",
        [
            Parts.Header(name, null, new(ImportTexts.NotTaken.In(language), TextColor.Attention)),
            .. problems.Take(MostProblems).Select(problem => (Element)Parts.Entry(ImportTexts.Where(problem).In(language), Words.Clip(problem.Reason.In(language), 200))),
            .. Parts.If(problems.Count > MostProblems, () => Parts.Remark(ImportTexts.More(problems.Count - MostProblems).In(language))),
            Parts.Remark(ImportTexts.PutRight.In(language)),
        ]);

    public static AdaptiveCard Failed(string name, Text why, Language language) => Plain(name, why, new(ImportTexts.NotTaken.In(language), TextColor.Attention), language);

    public static AdaptiveCard Cancelled(string name, Language language) => Plain(name, ImportTexts.Untouched, new(ImportTexts.Cancelled.In(language)), language);

    /// <summary>It is not there any more, or was never this person's.</summary>
    public static AdaptiveCard Gone(Language language) => Plain(ImportTexts.File.In(language), ImportTexts.SendAgain, null, language);

    private static AdaptiveCard Plain(string name, Text says, Status? status, Language language) =>
        new($"{name}: {says.In(language)}", [Parts.Header(name, null, status), new TextBlock(says.In(language))]);
}
