using SalesBot.Cards;
using SalesBot.Cards.Model;
using SalesBot.Cards.Nudges;
using SalesBot.Cards.Reports;
using SalesBot.Data;
using SalesBot.Data.Nudges;
using SalesBot.Data.Reports;
using SalesBot.Data.Schedules;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static IEnumerable<(string, AdaptiveCard)> Nudges(Language language)
    {
        Execute Button(string nl, string en, string verb, string key, string id) => new(In(language, nl, en), verb, new ActionData((key, id)));
        DigestLine[] lines =
        [
            new("option|Q-2026-0007", In(language, "De optie van Philips loopt vandaag af", "The option of Philips ends today"), "Q-2026-0007 · " + language.Money(12_500), true,
                Button("Bekijk", "View", "nudge.open", "quote", "Q-2026-0007")),
            new("follow-up|f-1", In(language, "Offerte sturen", "Send the quote"), In(language, "ASML Holding NV · vandaag", "ASML Holding NV · today"), false,
                Button("Klaar", "Done", "nudge.done", "follow-up", "f-1")),
            new("buying-window|l-1", In(language, "Gemeente Helmond kiest nu voor september", "Gemeente Helmond is choosing now for September"), In(language, "Heidag met 60 personen", "Away day for 60 people"), false,
                Button("Bereid voor", "Prepare", "nudge.open", "subject", "A-003")),
            new("falling-revenue|A-4", In(language, "Koninklijke Brabantse Ontwikkelings Maatschappij: omzet -38 %", "Koninklijke Brabantse Ontwikkelings Maatschappij: revenue -38%"),
                In(language, "Drie maanden € 14.200, vorig jaar € 22.900", "Three months €14,200, last year €22,900"), false, Button("Waarom?", "Why?", "nudge.why", "subject", "A-004")),
            new("cadence|A-5", In(language, "VDL Groep: laatste bezoek di 6 januari", "VDL Groep: last visit Tue 6 January"), In(language, "Ritme: elke 42 dagen, 14 dagen te laat", "Rhythm: every 42 days, 14 days late"), false,
                Button("Bereid voor", "Prepare", "nudge.open", "subject", "A-005")),
        ];
        yield return ("digest", DigestCard.Of(new(Today, false, "u-1|20260303|day", 3, lines), language));
        yield return ("digest-urgent", DigestCard.Of(new(Today, true, "u-1|20260303|urgent", 0, [lines[0]]), language));
        yield return ("digest-done", DigestCard.Empty(Today, language));
        (string, string)[] kinds =
        [
            ("option", In(language, "Aflopende opties", "Options running out")), ("follow-up", In(language, "Opvolging", "Follow-up")),
            ("falling-revenue", In(language, "Dalende omzet", "Falling revenue")), ("near-line", In(language, "Bijna key-account", "Nearly a key account")),
        ];
        var settings = NudgeSettings.Of(new("u-1")) with { Driving = [new(new(8, 15), new(9, 0))], Stopped = ["near-line"] };
        yield return ("nudge-settings", NudgeSettingsCard.Of(new(settings, kinds), language));
        ReportSubscription[] reports =
        [
            new("r-1", new("u-1"), true, ReportRhythm.Weekly, 1, new(8, 30), Now),
            new("r-2", new("u-1"), false, ReportRhythm.Monthly, 1, new(9, 0), Now),
        ];
        yield return ("reports", SubscriptionsCard.Of([.. reports.Select(report => (report, WallClock.DayOf(report.Next(Now, TimeZoneInfo.Utc), TimeZoneInfo.Utc)))], language));
        yield return ("nudge-settings-off", NudgeSettingsCard.Of(new(settings with { Off = true }, kinds), language));
    }
}
