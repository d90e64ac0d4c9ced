using System.Globalization;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Nudges;

namespace SalesBot.Cards.Nudges;

/// <param name="Kinds">Every kind of matter that there is, with its title.</param>
public sealed record NudgeSettingsView(NudgeSettings Settings, IReadOnlyList<(string Kind, string Title)> Kinds);

/// <summary>When and about what the bot speaks of its own accord, with the means to change it.</summary>
public static class NudgeSettingsCard
{
    public const string SaveVerb = "nudge.set", OffVerb = "nudge.off", OnVerb = "nudge.on",
        AtInput = "at", QuietFrom = "quiet-from", QuietTo = "quiet-to", DrivingFrom = "driving-from", DrivingTo = "driving-to", KindInput = "kind-";

    public static AdaptiveCard Of(NudgeSettingsView view, Language language)
    {
        var settings = view.Settings;
        string Say(Text text) => text.In(language);
        var title = Say(SettingsTexts.Title);
        if (settings.Off)
        {
            return new AdaptiveCard(
                Say(SettingsTexts.IsOff), [Parts.Header(title), new TextBlock(Say(SettingsTexts.IsOff))],
                [new Execute(Say(SettingsTexts.TurnOn), OnVerb, new ActionData()) { Style = ActionStyle.Positive }]);
        }
        var stopped = view.Kinds.Where(kind => settings.Stopped.Contains(kind.Kind)).Select(kind => kind.Title).ToList();
        return new AdaptiveCard(
            $"{title}: {Say(SettingsTexts.At(Time(settings.At)))}",
            [
                Parts.Header(title),
                Parts.Row(Say(SettingsTexts.Overview), Say(SettingsTexts.At(Time(settings.At)))),
                Parts.Row(Say(SettingsTexts.Quiet), settings.Quiet.IsEmpty ? "–" : Hours(settings.Quiet)),
                Parts.Row(Say(SettingsTexts.Driving), settings.Driving.Count == 0 ? "–" : string.Join(", ", settings.Driving.Select(Hours))),
                Parts.Row(Say(SettingsTexts.Most), Say(SettingsTexts.ADay(settings.Cap))),
                Parts.Row(Say(SettingsTexts.NotAbout), stopped.Count == 0 ? "–" : string.Join(", ", stopped)),
            ],
            [Change(view, language), new Execute(Say(SettingsTexts.TurnOff), OffVerb, new ActionData()) { IgnoresInputs = true }]);
    }

    private static ShowCard Change(NudgeSettingsView view, Language language)
    {
        var (settings, drive) = (view.Settings, view.Settings.Driving is [var first, ..] ? first : default);
        return new(
            SettingsTexts.Change.In(language),
            [
                TimeInput(AtInput, SettingsTexts.Overview, settings.At),
                TimeInput(QuietFrom, SettingsTexts.QuietFrom, settings.Quiet.IsEmpty ? null : settings.Quiet.From),
                TimeInput(QuietTo, SettingsTexts.Until, settings.Quiet.IsEmpty ? null : settings.Quiet.To),
                TimeInput(DrivingFrom, SettingsTexts.DrivingFrom, drive.IsEmpty ? null : drive.From),
                TimeInput(DrivingTo, SettingsTexts.Until, drive.IsEmpty ? null : drive.To),
                .. view.Kinds.Select(kind => new ToggleInput(KindInput + kind.Kind, kind.Title, SettingsTexts.Tell.In(language), !settings.Stopped.Contains(kind.Kind))),
            ],
            [new Execute(SettingsTexts.Save.In(language), SaveVerb, new ActionData()) { Style = ActionStyle.Positive }]);

        TextInput TimeInput(string id, Text label, TimeOnly? value) => new(id, label.In(language), null, value is { } time ? Time(time) : null) { Placeholder = "08:00" };
    }

    private static string Hours(DayHours hours) => $"{Time(hours.From)} – {Time(hours.To)}";

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

internal static class SettingsTexts
{
    public static readonly Text
        Title = new("Mijn meldingen", "My messages"),
        IsOff = new("Je krijgt nu niets uit mezelf. Vraag gerust; antwoord krijg je altijd.", "I send you nothing of my own accord now. Do ask; you always get an answer."),
        TurnOn = new("Zet weer aan", "Turn on again"),
        TurnOff = new("Alles uit", "All off"),
        Change = new("Aanpassen", "Change"),
        Save = new("Bewaar", "Save"),
        Overview = new("Dagoverzicht", "Daily overview"),
        Quiet = new("Stil", "Quiet"),
        QuietFrom = new("Stil vanaf", "Quiet from"),
        DrivingFrom = new("In de auto vanaf", "Driving from"),
        Until = new("Tot", "Until"),
        Driving = new("In de auto", "Driving"),
        Most = new("Hoogstens", "At most"),
        NotAbout = new("Niet over", "Not about"),
        Tell = new("Laat het me weten", "Let me know");

    public static Text At(string time) => new($"{time} op werkdagen", $"{time} on working days");

    public static Text ADay(int count) => new($"{count} punten per dag", $"{count} matters a day");
}
