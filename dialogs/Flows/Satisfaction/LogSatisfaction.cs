using SalesBot.Data;
using SalesBot.Data.Satisfaction;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Satisfaction;

/// <summary>A customer's score of us, or, marked as such, what the account manager makes of it.</summary>
internal sealed class LogSatisfaction() : Flow(
    Intents.LogSatisfaction, new("Tevredenheid", "Satisfaction"), Account, Score, Scores.Scale, Scores.By, Person, Reason, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    private static readonly Slot<decimal?> Score = Slot.Number(SlotNames.Score, new("Cijfer", "Score"), new("Welk cijfer?", "Which score?"), required: true);

    private static readonly Slot<string> Person = Slot.Words(SlotNames.Contact, new("Contactpersoon", "Contact"), new("Van wie komt het?", "Who gave it?"));

    private static readonly Slot<string> Reason = Slot.Heard(
        SlotNames.Reason, new("Waarom", "Why"), new("Waarom dat cijfer?", "Why that score?"), Said.Because, input: Cards.Preview.FieldInput.LongText);

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel) =>
        new(known.Has(Score) ? Scores.Check(known, Score, Scores.Scale, Scores.By, known.Of(Slot.Message) ?? "") : new Checked(known));

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        var contact = known.Of(Person) is { } person ? ContactNames.Match(person, await turn.Book.ContactsAsync(account, cancel)) : null;
        effect.Changes.Create(Kinds.Satisfaction, new SatisfactionScore(
            known.Id, account.Id, turn.User.Id, turn.Now, known.Of(Scores.Scale)!.Value, known.Of(Score)!.Value, known.Of(Scores.By) == ScoreBy.Us, contact?.Id, known.Of(Reason)));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }
}
