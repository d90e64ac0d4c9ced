using SalesBot.Cards;
using SalesBot.Cards.Nudges;
using SalesBot.Data.Nudges;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Nudges;

/// <summary>When and about what the bot speaks of its own accord: done as it is said, and shown on a card.</summary>
internal sealed class SetNudges(IReadOnlyList<NudgeSource> sources) : Flow(Intents.SetNudges, new("Meldingen", "Messages"), Wish)
{
    private static readonly Slot<string> Wish = Slot.Words(SlotNames.Notes, new("Wens", "Wish"), default);

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var settings = await Digests.SettingsAsync(turn.Book.Store, turn.Book.Partition, turn.User.Id, cancel);
        if (NudgeWish.Of(known.Of(Wish) ?? "") is { } wish && With(settings, wish) is var wanted && wanted != settings)
        {
            settings = await NudgeSteps.SaveAsync(wanted, turn, effect, cancel);
            effect.Undoable = null;
        }
        return effect.Say(Message.Of(Card(settings, turn)));
    }

    public Cards.Model.AdaptiveCard Card(NudgeSettings settings, Turn turn) => NudgeSettingsCard.Of(
        new(settings, [.. sources.Select(source => (source.Kind, turn.Say(source.Title)))]), turn.Language);

    private static NudgeSettings With(NudgeSettings settings, NudgeWish wish) => wish switch
    {
        { Ask: NudgeAsk.Off } => settings with { Off = true },
        { Ask: NudgeAsk.On } => settings with { Off = false },
        { Ask: NudgeAsk.Stop, Kind: { } kind } when !settings.Stopped.Contains(kind) => settings with { Stopped = [.. settings.Stopped, kind] },
        { Ask: NudgeAsk.Resume, Kind: { } kind } when settings.Stopped.Contains(kind) => settings with { Stopped = [.. settings.Stopped.Where(one => one != kind)] },
        // An overview that was asked for in quiet hours ends them.
        { Ask: NudgeAsk.At, From: { } at } => settings with { At = at, Off = false, Quiet = settings.Quiet.Contains(at) ? new(settings.Quiet.From, at) : settings.Quiet },
        { Ask: NudgeAsk.Quiet } => settings with { Quiet = new(wish.From ?? settings.Quiet.From, wish.To ?? settings.Quiet.To) },
        { Ask: NudgeAsk.Driving, From: { } from, To: { } to } => settings with { Driving = [new(from, to)] },
        { Ask: NudgeAsk.Driving } when settings.Driving.Count > 0 => settings with { Driving = [] },
        _ => settings,
    };
}

/// <summary>What the overview last told of comes back on another day.</summary>
internal sealed class SnoozeNudge(Digests digests) : Flow(Intents.SnoozeNudge, new("Later herinneren", "Remind later"), Until, Account)
{
    private static readonly Slot<DateOnly?> Until = Slot.Day(
        SlotNames.DueDate, new("Wanneer", "When"), new("Wanneer zal ik je eraan herinneren?", "When shall I remind you?"), required: true, SlotNames.Date, SlotNames.Period);

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Text Nothing = new(
        "Er staat nu niets in je overzicht om later op terug te komen. Zeg waaraan ik je moet herinneren, bijvoorbeeld \"herinner me maandag aan het contract van Achmea\".",
        "There is nothing in your overview now to come back to. Say what to remind you of, for example \"remind me on Monday of the Achmea contract\".");

    private static readonly Text Which = new("Welk punt bedoel je? Kies het op de kaart onder \"Later of niet meer\".", "Which one do you mean? Pick it on the card under \"Later or not at all\".");

    private static Text PutOff(string line, string day) => new($"Goed, {day} kom ik hierop terug: {line}", $"Fine, on {day} I will come back to this: {line}");

    public override bool Confirms => false;

    public override bool MayStayOpen(Slot slot) => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await digests.LatestAsync(turn, cancel) is not { } latest) return effect.Say(Message.Of(turn.Say(Nothing)));
        var meant = known.Of(Account) is { } account
            ? latest.Shown.Where(nudge => nudge.Line.Contains(account.Name, StringComparison.OrdinalIgnoreCase) || nudge.Detail.Contains(account.Name, StringComparison.OrdinalIgnoreCase)).ToList()
            : latest.Shown;
        if (meant is not [var nudge])
        {
            effect.Say(Message.Of(turn.Say(Which)));
            return effect.Say(Message.Of(latest.Card));
        }
        var day = known.Of(Until) is { } said && said > turn.Today ? said : turn.Today.AddDays(7);
        await NudgeSteps.PutOffAsync(new(nudge.Kind, nudge.Key), day, turn, effect, cancel);
        return effect.Say(Message.Of(turn.Say(PutOff(nudge.Line, NudgeTexts.Day(day, turn.Language)))));
    }
}
