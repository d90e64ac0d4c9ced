using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.FollowUps;

/// <summary>"Verzet de opvolging van Achmea naar vrijdag", or to a colleague.</summary>
internal sealed partial class ChangeFollowUp() : Flow(
    "change_follow_up", new("Opvolging wijzigen", "Change a follow-up"), Account, OpenFollowUps.Which, Due, Owner, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<DateOnly?> Due = Slot.DayAhead(SlotNames.DueDate, new("Uiterlijk", "Due"), new("Naar welke dag?", "To which day?"));

    private static readonly Slot<string> Owner = Colleagues.Slot(new("Voor", "For"), new("Wie neemt het over?", "Who takes it over?"));

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.CompleteFollowUp or Intents.ChangeQuote or Intents.AddFollowUp or Intents.ListFollowUps && Changes().IsMatch(words);

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var found = await OpenFollowUps.CheckAsync(known, known.Of(Account)?.Id, turn, cancel);
        if (found.Stops is not null || found.Asks is not null) return found;
        (known, var question) = await Colleagues.CheckAsync(found.Known, Owner, turn, cancel);
        return question is { } ask ? new(known, Owner, ask) : known.Has(Owner) || known.Has(Due) ? new(known) : new(known, Due);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var rows = (await OpenFollowUps.RowsAsync(known, turn, cancel)).ToList();
        if (known.Of(Due) is { } due && rows.Count > 0) rows[^1] = rows[^1] with { Value = $"{rows[^1].Value} → {turn.Language.Date(due)}" };
        if (known.Of(Owner) is { } owner) rows.Add(new(turn.Say(Owner.Label), $"{turn.User.Name} → {owner}"));
        return new([new(turn.Say(Title), rows)]);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await OpenFollowUps.FindAsync(known, turn, cancel) is not { Record: var task } stored) return Stops.Gone(turn);
        var effect = new Effect();
        var owner = known.Of(Owner) is { } name ? await Colleagues.FindAsync(name, turn, cancel) ?? turn.User : turn.User;
        var changed = task with { Due = known.Of(Due) ?? task.Due, Owner = owner.Id };
        effect.Changes.Replace(Kinds.FollowUp, stored, changed);
        if (owner.Id != turn.User.Id)
        {
            var language = owner.Language ?? turn.Language;
            effect.Sends.Add((new Recipient(Person: owner.Id), Message.Of(new Text(
                $"{turn.User.Name} heeft je een opvolging gegeven: {changed.What}, uiterlijk {language.Date(changed.Due)}.",
                $"{turn.User.Name} gave you a follow-up: {changed.What}, due {language.Date(changed.Due)}.").In(language))));
        }
        return effect;
    }

    [GeneratedRegex(
        @"\b(verzet|verplaats|schuif|uitstellen|stel|move|postpone|push|reschedule|shift|geef|draag|hand|assign|zet (de|die|deze|mijn)|give)\b[^.!?]*\b(opvolging|taak|actie|follow-?\s?up|task|herinnering|reminder|afspraak)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Changes();
}
