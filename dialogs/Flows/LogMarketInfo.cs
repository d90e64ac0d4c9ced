using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>What is heard of competitors, prices, needs and trends; shared in the team.</summary>
internal sealed class LogMarketInfo() : Flow(Intents.LogMarketInfo, new("Marktinformatie", "Market information"), Competitor, Account, Fact)
{
    private static readonly Slot<string> Competitor = Slot.Words(
        SlotNames.Competitor, new("Concurrent", "Competitor"), new("Om welke concurrent gaat het?", "Which competitor is it about?"));

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant?", "At which account?"), required: false);

    private static readonly Slot<string> Fact = Slot.Words(
        SlotNames.Notes, new("Wat", "What"), new("Wat moet ik noteren?", "What should I note?"), required: true, input: FieldInput.LongText);

    public override bool MayStayOpen(Slot slot) => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = known.Of(Account) is { } named ? await AccountFor.AsyncOrNew(named, known.Id, turn, effect, cancel) : null;
        effect.Changes.Create(Kinds.MarketInfo, MarketFact.Of(known.Id, known.Of(Competitor), known.Of(Fact)!, account?.Id, turn));
        return effect;
    }
}
