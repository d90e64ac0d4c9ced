using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Indicators;

namespace SalesBot.Dialogs.Approvals;

/// <summary>What is said about absences.</summary>
internal static class AbsenceSentences
{
    public static readonly Text AlreadyOver = new("Die dagen zijn al voorbij. Van wanneer tot en met wanneer ben je afwezig?", "Those days have passed. From when until when are you away?");

    public static readonly Text NoAdministrator = new("Een beheerder beslist niet over aanvragen. Wie neemt waar?", "An administrator does not decide on requests. Who stands in?");

    public static readonly Text NotAway = new("Je staat niet als afwezig genoteerd.", "You are not recorded as absent.");

    public static readonly Text Ended = new("Welkom terug! De waarneming is beëindigd; je beslist weer zelf.", "Welcome back! The stand-in has ended; you decide yourself again.");

    public static Text Cancelled(Data.Approvals.Absence absence) => new(
        $"Je afwezigheid van {Language.Dutch.Date(absence.From)} t/m {Language.Dutch.Date(absence.To)} is geschrapt; je beslist zelf.",
        $"Your absence from {Language.English.Date(absence.From)} to {Language.English.Date(absence.To)} is cancelled; you decide yourself.");

    public static Text StillComing(Data.Approvals.Absence absence) => new(
        $"Van {Language.Dutch.Date(absence.From)} t/m {Language.Dutch.Date(absence.To)} sta je nog wel als afwezig genoteerd.",
        $"You are still recorded as away from {Language.English.Date(absence.From)} to {Language.English.Date(absence.To)}.");

    public static Text WhoIs(string spoken) => new($"“{spoken}” ken ik niet als collega. Wie neemt waar?", $"I don't know “{spoken}” as a colleague. Who stands in?");

    public static Text WhichOf(IReadOnlyList<string> names) => new($"Wie bedoel je: {string.Join(" of ", names)}?", $"Whom do you mean: {string.Join(" or ", names)}?");

    public static Text Meanwhile(string standIn) => new(
        $"Wat in die dagen op jouw besluit wacht, gaat naar {standIn}, met jouw mandaat en alleen op die dagen. Over eigen aanvragen beslist {standIn} niet; die gaan naar je manager.",
        $"What waits for your decision on those days goes to {standIn}, with your mandate and on those days only. {standIn} does not decide on own requests; those go to your manager.");

    public static Text Recorded(Period days, string standIn) => new(
        $"Genoteerd: je bent afwezig van {Language.Dutch.Date(days.From)} t/m {Language.Dutch.Date(days.To)} en {standIn} neemt waar. Eerder terug? Zeg “ik ben terug”.",
        $"Noted: you are away from {Language.English.Date(days.From)} to {Language.English.Date(days.To)} and {standIn} stands in. Back early? Say “I'm back”.");

    public static Text YouStandIn(string person, Period days) => new(
        $"{person} is afwezig van {Language.Dutch.Date(days.From)} t/m {Language.Dutch.Date(days.To)}, en jij neemt waar. Wat op een besluit wacht, komt in die dagen bij jou.",
        $"{person} is away from {Language.English.Date(days.From)} to {Language.English.Date(days.To)}, and you stand in. What waits for a decision comes to you on those days.");
}
