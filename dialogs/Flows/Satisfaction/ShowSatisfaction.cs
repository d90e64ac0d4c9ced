using System.Text.RegularExpressions;
using SalesBot.Cards.Satisfaction;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Satisfaction;

/// <summary>"Hoe tevreden is Philips?"</summary>
internal sealed partial class ShowSatisfaction() : Flow("show_satisfaction", new("Tevredenheid", "Satisfaction"), Account)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.LogSatisfaction or Intents.QueryKpi or Intents.AccountOverview && Asks().IsMatch(words)
        && said.Any(slot => slot.Name == SlotNames.Account) && said.All(slot => slot.Name != SlotNames.Score);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await turn.Book.AccountAsync(known.Of(Account)!.Id ?? default, cancel) is not { Record: var account }) return FigureSlots.NoAccount(turn);
        var scores = await turn.Book.SatisfactionAsync(account, cancel);
        return Privately.Answer(Message.Of(SatisfactionCard.Of(new(account.Name, [.. scores.Select(stored => stored.Record)]), turn.Language)), turn);
    }

    [GeneratedRegex(
        @"\b(hoe (tevreden|blij)|how (satisfied|happy|pleased)|wat (vindt|vinden)\b[^?]*\bvan ons|what does\b[^?]*\bthink of us|welk cijfer|which score|(tevredenheid|cijfers|scores?|satisfaction) (van|of|for|bij))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
