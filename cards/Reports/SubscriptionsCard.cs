using System.Globalization;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Reports;

namespace SalesBot.Cards.Reports;

/// <summary>The reports that come by themselves, each with when it comes next and the button that stops it.</summary>
public static class SubscriptionsCard
{
    public const string StopVerb = "report.stop";

    public static AdaptiveCard Of(IReadOnlyList<(ReportSubscription Report, DateOnly Next)> reports, Language language) => ListCard.Of(
        new ListView(
            SubscriptionTexts.Title.In(language), null,
            [.. reports.Take(ListCard.PageSize).Select(one => new ListItem(
                SubscriptionTexts.Line(one.Report).In(language), SubscriptionTexts.Next(one.Next).In(language), null,
                new Execute(SubscriptionTexts.Stop.In(language), StopVerb, new ActionData(("id", one.Report.Id)))))],
            SubscriptionTexts.None.In(language)),
        language);
}

internal static class SubscriptionTexts
{
    public static readonly Text
        Title = new("Vaste rapporten", "Regular reports"),
        Stop = new("Stop", "Stop"),
        None = new("Er komt geen rapport vanzelf. Zeg bijvoorbeeld “stuur me elke maandag het teamrapport”.", "No report comes by itself. Say for example “send me the team report every Monday”.");

    public static Text Line(ReportSubscription report)
    {
        var time = report.At.ToString("HH:mm", CultureInfo.InvariantCulture);
        return new(
            $"{(report.Team ? "Teamrapport" : "Mijn resultaten")}, {When(report, Language.Dutch)} om {time}{(report.Conversation is null ? "" : ", hier")}{Files(report, "ook als")}",
            $"{(report.Team ? "Team report" : "My results")}, {When(report, Language.English)} at {time}{(report.Conversation is null ? "" : ", here")}{Files(report, "also as")}");
    }

    private static string Files(ReportSubscription report, string also) => report is { Excel: false, Pdf: false } || report.Conversation is not null ? ""
        : $", {also} {string.Join(" + ", new[] { report.Excel ? "Excel" : null, report.Pdf ? "PDF" : null }.OfType<string>())}";

    public static Text Next(DateOnly day) => new($"Eerstvolgende: {Language.Dutch.Date(day)}", $"Next: {Language.English.Date(day)}");

    private static string When(ReportSubscription report, Language language) => (report.Rhythm switch
    {
        ReportRhythm.Daily => new Text("elke werkdag", "every working day"),
        ReportRhythm.Weekly => new Text($"elke {DayName(report.Day, Language.Dutch)}", $"every {DayName(report.Day, Language.English)}"),
        ReportRhythm.Quarterly => new Text("elk kwartaal", "every quarter"),
        _ => report.Day == 1 ? new Text("elke eerste van de maand", "every first of the month") : new Text($"elke {report.Day}e van de maand", $"every month on the {report.Day}th"),
    }).In(language);

    private static string DayName(int day, Language language) => language.Culture().DateTimeFormat.GetDayName((DayOfWeek)(day % 7));
}
