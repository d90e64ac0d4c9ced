using System.Text.RegularExpressions;
using SalesBot.Cards.Advising;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Advising;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Advising;

/// <summary>"Philips heeft het advies overgenomen": the customer's answer to it.</summary>
internal sealed partial class AnswerAdvice() : Flow(
    "answer_advice", new("Antwoord op advies", "Answer to advice"), Account, Which, Answer, Value, Reason, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Which = Slot.Pick(SlotNames.Which, new("Welk advies bedoel je?", "Which advice do you mean?"));

    private static readonly Slot<AdviceStatus?> Answer = Slot.Choice(
        SlotNames.Status, new("Antwoord", "Answer"), new("Heeft de klant het overgenomen?", "Did the customer accept it?"),
        (AdviceStatus.Accepted, AdviceTexts.Of(AdviceStatus.Accepted), "overgenomen|opgevolgd|geaccepteerd|accepteert|akkoord|neemt .{0,30}over|volgt|accepted|accepts|took|taken|followed|follows|agreed"),
        (AdviceStatus.Declined, AdviceTexts.Of(AdviceStatus.Declined), "afgewezen|wijst .{0,30}af|wees .{0,30}af|niet (overgenomen|opgevolgd|geaccepteerd)|declined|declines|rejected|turned down|not accepted"));

    private static readonly Slot<decimal?> Value = Slot.Money(SlotNames.Amount, new("Levert op", "Worth"), new("Wat levert het op?", "What is it worth?"));

    private static readonly Slot<string> Reason = Slot.Heard(SlotNames.Reason, new("Reden", "Reason"), new("Waarom?", "Why?"), Said.Because);

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) => heard == Intents.LogAdvice && Answers().IsMatch(words);

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var open = await OpenAdvice.OfAsync(turn, known.Of(Account)?.Id, cancel);
        var names = await turn.Book.NamesAsync(open.Select(advice => advice.Record.Account), cancel);
        var found = Picking.Of(
            known, Which, known.Of(Slot.Message), open, advice => advice.Id, advice => $"{names.GetValueOrDefault(advice.Record.Account)}: {advice.Record.What}", Which.Question,
            Stops.Of("not_found", new("Daar staat geen advies open.", "There is no open advice there."), turn));
        return found.Stops is not null || found.Asks is not null || known.Has(Answer) ? found : new(found.Known, Answer);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var rows = new List<PreviewRow>();
        if (await FindAsync(known, turn, cancel) is { Record: var advice })
        {
            var account = await turn.Book.AccountAsync(advice.Account, cancel);
            rows.Add(new(turn.Say(new("Klant", "Account")), account?.Record.Name ?? ""));
            rows.Add(new(turn.Say(new("Advies", "Advice")), advice.What));
            rows.AddRange(Rows(known, turn, [Answer, Value, Reason]));
        }
        return new([new(turn.Say(Title), rows)]);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await FindAsync(known, turn, cancel) is not { Record: var advice } stored) return Stops.Gone(turn);
        var effect = new Effect();
        effect.Changes.Replace(Kinds.Advice, stored, advice with
        {
            Status = known.Of(Answer)!.Value,
            DecidedAt = turn.Now,
            Reason = known.Of(Reason),
            AddedValue = known.Of(Value) ?? advice.AddedValue,
        });
        return effect;
    }

    private static async Task<Stored<Advice>?> FindAsync(Answers known, Turn turn, CancellationToken cancel) =>
        (await OpenAdvice.OfAsync(turn, null, cancel)).FirstOrDefault(advice => advice.Id == known.Of(Which));

    [GeneratedRegex(
        @"\b(advies|aanbeveling|advice|recommendation)\b[^.!?]*\b(overgenomen|over|opgevolgd|geaccepteerd|akkoord|accepted|taken|followed|afgewezen|af|declined|rejected|turned down)\b|\b(overgenomen|accepteert|volgt|neemt|wijst|wees|accepted|accepts|took|followed|follows|declined|declines|rejected|turned down)\b[^.!?]*\b(advies|aanbeveling|advice|recommendation)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Answers();
}

/// <summary>Advice that the customer has not answered yet.</summary>
internal static class OpenAdvice
{
    /// <summary>Newest first, of one account or of all that the speaker sees.</summary>
    public static async Task<IReadOnlyList<Stored<Advice>>> OfAsync(Turn turn, AccountId? of, CancellationToken cancel) =>
        [.. (await turn.Book.AdviceAsync(cancel)).Where(advice => advice.Record.Status == AdviceStatus.Open && (of is null || advice.Record.Account == of))];
}
