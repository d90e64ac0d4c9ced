using System.Globalization;
using SalesBot.Cards.Nudges;
using SalesBot.Data.Nudges;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Nudges;

/// <summary>The buttons of the settings card. A time that can not be read leaves that setting as it was.</summary>
internal sealed class NudgeSettingsPress(SetNudges flow, IReadOnlyList<NudgeSource> sources)
    : PressAction(NudgeSettingsCard.SaveVerb, NudgeSettingsCard.OffVerb, NudgeSettingsCard.OnVerb)
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var settings = await Digests.SettingsAsync(turn.Book.Store, turn.Book.Partition, turn.User.Id, cancel);
        var wanted = press.Verb switch
        {
            NudgeSettingsCard.OffVerb => settings with { Off = true },
            NudgeSettingsCard.OnVerb => settings with { Off = false },
            _ => Filled(press, settings),
        };
        return effect.Say(Message.Of(flow.Card(await NudgeSteps.SaveAsync(wanted, turn, effect, cancel), turn)));
    }

    private NudgeSettings Filled(Press press, NudgeSettings settings) => settings with
    {
        At = Time(press, NudgeSettingsCard.AtInput) ?? settings.At,
        Quiet = Hours(press, NudgeSettingsCard.QuietFrom, NudgeSettingsCard.QuietTo),
        Driving = Hours(press, NudgeSettingsCard.DrivingFrom, NudgeSettingsCard.DrivingTo) is { IsEmpty: false } drive ? [drive] : [],
        Stopped = [.. sources.Select(source => source.Kind).Where(kind => press.Text(NudgeSettingsCard.KindInput + kind) == "false")],
    };

    private static DayHours Hours(Press press, string from, string to) =>
        Time(press, from) is { } begins && Time(press, to) is { } ends ? new(begins, ends) : default;

    private static TimeOnly? Time(Press press, string input) =>
        TimeOnly.TryParseExact(
            press.Text(input)?.Trim().Replace('.', ':'), ["H:mm", "HH:mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
