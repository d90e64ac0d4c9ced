using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Approvals;

/// <summary>A supervisor is away for some days, and somebody decides meanwhile.</summary>
internal sealed class SetAbsence() : Flow(Intents.SetAbsence, new("Afwezigheid en waarneming", "Absence and stand-in"), When, StandIn, Said)
{
    private static readonly Slot<Period?> When = Slot.Span(
        SlotNames.Period, new("Afwezig", "Absent"), new("Van wanneer tot en met wanneer ben je afwezig?", "From when until when are you away?"), SlotNames.Date, SlotNames.DueDate);

    private static readonly Slot<string> StandIn = Slot.Words(
        SlotNames.StandIn, new("Waarnemer", "Stand-in"), new("Wie neemt voor je waar?", "Who stands in for you?"));

    private static readonly Slot<string> Said = Slot.Derived(SlotNames.Notes, value => (value as SlotValue.Text)?.Value);

    private static readonly Text OnlyDeciders = new(
        "Alleen wie over aanvragen beslist, heeft een waarnemer nodig; voor jou hoef ik niets vast te leggen.",
        "Only who decides on requests needs a stand-in; there is nothing to record for you.");

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var people = await turn.Book.PeopleAsync(cancel);
        var words = known.Of(Said) ?? "";
        if (!known.Has(When) && PeriodIn(words, turn) is { } period) known = known.With(When, [new SlotValue.Span(period)]);
        if (!known.Has(StandIn) && Named(words, people.Values, turn.User) is { Count: 1 } named) known = known.With(StandIn, [new SlotValue.Text(named[0].Name)]);
        if (!known.Has(When)) return new(known, When);
        if (known.Of(When) is { } days && days.To < turn.Today) return new(known.With(When, []), When, AbsenceSentences.AlreadyOver);
        if (!known.Has(StandIn)) return new(known, StandIn);
        return Named(known.Of(StandIn)!, people.Values, turn.User) switch
        {
            [{ Role: Role.Administrator }] => new(known.With(StandIn, []), StandIn, AbsenceSentences.NoAdministrator),
            [var one] => new(known.With(StandIn, [new SlotValue.Text(one.Name)])),
            [] => new(known.With(StandIn, []), StandIn, AbsenceSentences.WhoIs(known.Of(StandIn)!)),
            var several => new(known.With(StandIn, []), StandIn, AbsenceSentences.WhichOf([.. several.Select(user => user.Name)])),
        };
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel) => new(
        [new(Title.In(turn.Language), Rows(known, turn, [When, StandIn]))],
        turn.Say(turn.User.Role == Role.Supervisor ? AbsenceSentences.Meanwhile(Named(known.Of(StandIn)!, (await turn.Book.PeopleAsync(cancel)).Values, turn.User)[0].Name) : OnlyDeciders));

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (turn.User.Role != Role.Supervisor)
        {
            effect.Refused = "not_supervisor";
            return effect.Say(Message.Of(turn.Say(OnlyDeciders)));
        }
        var standIn = Named(known.Of(StandIn)!, (await turn.Book.PeopleAsync(cancel)).Values, turn.User)[0];
        var days = known.Of(When)!.Value;
        var absence = new Absence(known.Id, turn.User.Id, days.From, days.To, standIn.Id, turn.Now);
        effect.Changes.Create(Kinds.Absence, absence);
        await Rerouting.SetAsync(turn, WallClock.At(days.From, default, turn.Zone), effect, cancel);
        effect.Sends.Add((new(Person: standIn.Id), Message.Of(
            AbsenceSentences.YouStandIn(turn.User.Name, days).In(await Turns.LanguageOf.Async(turn.Book.Store, turn.Book.Tenant, standIn, cancel)))));
        return effect.Say(Message.Of(turn.Say(AbsenceSentences.Recorded(days, standIn.Name))))
            .Say(Message.Of(ShowAbsences.CardOf([absence], await turn.Book.PeopleAsync(cancel), turn)));
    }

    /// <summary>Days with their ends included; "until 14 May" is understood as up to and including it.</summary>
    private static Period? PeriodIn(string words, Turn turn)
    {
        var values = Recognizer.Recognize(words, turn.Language, turn.LocalNow);
        if (values.Select(value => value.Value).OfType<Reading.Days>().FirstOrDefault() is { } range) return new(range.From, range.End.AddDays(-1));
        var days = values.Where(value => value.Value is Reading.Day).DistinctBy(value => value.Start).Select(value => ((Reading.Day)value.Value).Date).Take(2).ToList();
        return days.Count == 0 ? null : new(days[0], days[^1] >= days[0] ? days[^1] : days[0]);
    }

    /// <summary>Colleagues whose whole or first name stands in the words.</summary>
    private static List<User> Named(string words, IEnumerable<User> people, User speaker)
    {
        var spoken = words.Split([' ', ',', '.', ';', ':', '!', '?'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = people.Where(user => user.Id != speaker.Id).ToList();
        var whole = others.Where(user => user.Name.Split(' ').All(spoken.Contains)).ToList();
        return whole.Count > 0 ? whole : [.. others.Where(user => spoken.Contains(user.Name.Split(' ')[0]))];
    }
}

/// <summary>Back before the absence was over.</summary>
internal sealed class EndAbsence() : Flow(Intents.EndAbsence, new("Einde afwezigheid", "End of absence"))
{
    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var mine = (await turn.Book.Store.ListAsync(turn.Book.Partition, Kinds.Absence, "", 1000, cancel))
            .Where(stored => stored.Record.Person == turn.User.Id && stored.Record.EndedAt is null && stored.Record.To >= turn.Today)
            .OrderBy(stored => stored.Record.From).ToList();
        var (begun, coming) = (mine.Where(stored => stored.Record.From <= turn.Today).ToList(), mine.Where(stored => stored.Record.From > turn.Today).ToList());
        if (mine.Count == 0) return effect.Say(Message.Of(turn.Say(AbsenceSentences.NotAway)));
        // Back now is not back from the next holiday; who is there can only mean the next one.
        var ends = begun.Count > 0 ? begun : coming[..1];
        foreach (var absence in ends) effect.Changes.Replace(Kinds.Absence, absence, absence.Record with { EndedAt = turn.Now });
        await Rerouting.SetAsync(turn, turn.Now, effect, cancel);
        var said = begun.Count > 0 ? turn.Say(AbsenceSentences.Ended) : turn.Say(AbsenceSentences.Cancelled(coming[0].Record));
        if (coming.FirstOrDefault(stored => !ends.Contains(stored)) is { Record: var next }) said += " " + turn.Say(AbsenceSentences.StillComing(next));
        return effect.Say(Message.Of(said));
    }
}
