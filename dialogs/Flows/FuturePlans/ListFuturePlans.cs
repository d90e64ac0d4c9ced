using System.Text.RegularExpressions;
using SalesBot.Cards.FuturePlans;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.FuturePlans;

/// <summary>"Wat zijn de toekomstplannen van Philips?"</summary>
internal sealed partial class ListFuturePlans() : Flow("list_future_plans", new("Toekomstplannen", "Future plans"), Account)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.PlanStatus or Intents.LogFuturePlan or Intents.AccountOverview or Intents.CreateAccountPlan or Intents.QuoteStatus && Asks().IsMatch(words)
        && said.All(slot => slot.Name != SlotNames.Indicator);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await turn.Book.AccountAsync(known.Of(Account)!.Id ?? default, cancel) is not { Record: var account }) return FigureSlots.NoAccount(turn);
        var plans = (await turn.Book.FuturePlansAsync(account, cancel)).Select(stored => stored.Record)
            .Where(plan => plan.EndedAt is null && plan.Horizon >= turn.Today).OrderBy(plan => plan.Horizon);
        return Privately.Answer(Message.Of(FuturePlansCard.Of(new(account.Name, [.. plans], turn.Today), turn.Language)), turn);
    }

    [GeneratedRegex(
        @"^\W*(de |the |toon |show |list |laat )?(toekomstplannen|future plans)\b[^:]*$|^\W*(wat|welke|what|which)\b[^.!:]*\b(toekomstplannen|future plans|(plannen|plans) (heeft|hebben|van|does|do|of|for)|van plan|planning)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
