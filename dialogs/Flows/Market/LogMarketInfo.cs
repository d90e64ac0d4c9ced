using SalesBot.Cards;
using SalesBot.Cards.Market;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Market;

internal enum MarketSource { Chat, Customer, Colleague, Fair, Press, Web }

/// <summary>What is heard of competitors, prices, needs and trends, from whom, and until when it is taken to hold; shared in the team.</summary>
internal sealed class LogMarketInfo() : Flow(Intents.LogMarketInfo, new("Marktinformatie", "Market information"), Competitor, Account, Fact, Source, Until)
{
    private static readonly Slot<string> Competitor = Slot.Words(
        SlotNames.Competitor, new("Concurrent", "Competitor"), new("Om welke concurrent gaat het?", "Which competitor is it about?"));

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant?", "At which account?"), required: false);

    private static readonly Slot<string> Fact = Slot.Words(
        SlotNames.Notes, new("Wat", "What"), new("Wat moet ik noteren?", "What should I note?"), required: true, input: FieldInput.LongText);

    private static readonly Slot<MarketSource?> Source = Slot.Choice(
        SlotNames.Source, new("Bron", "Source"), new("Waar komt het vandaan?", "Where does it come from?"),
        (MarketSource.Customer, MarketTexts.SourceOf("customer"), "(van|volgens|gehoord van|zegt) (de|een|onze) klant|volgens (onze |de )?(contactpersoon|opdrachtgever)|(from|according to|told by) (the|a|our) (customer|client)"),
        (MarketSource.Colleague, MarketTexts.SourceOf("colleague"), "(van|volgens) (een|mijn) collega|(from|according to) (a|my) colleague"),
        (MarketSource.Fair, MarketTexts.SourceOf("fair"), "op (de|een) beurs|at (the|a) fair"),
        (MarketSource.Press, MarketTexts.SourceOf("press"), "in de krant|persbericht|vakblad|newspaper|press|magazine"),
        (MarketSource.Web, MarketTexts.SourceOf("web"), "website|internet|linkedin|online|booking\\.com"),
        (MarketSource.Chat, MarketTexts.SourceOf("chat"), "zelf (gezien|gehoord)|saw it myself|heard it myself"));

    private static readonly Slot<DateOnly?> Until = Slot.DayAhead(
        SlotNames.Until, new("Geldt tot", "Holds until"), new("Tot wanneer geldt het?", "Until when does it hold?"), ear: Said.HoldsUntil);

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var fact = Of(known, null, turn);
        return new(new PreviewBody(
        [
            new(turn.Say(Title),
            [
                .. Rows(known, turn, [Competitor, Account, Fact]),
                new(turn.Say(Source.Label), turn.Say(MarketTexts.SourceOf(fact.Source))),
                new(turn.Say(Until.Label), turn.Language.Date(fact.Expires)),
            ]),
        ], turn.Say(new("Je team kan dit zien.", "Your team can see this."))));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = known.Of(Account) is { } named ? await AccountFor.AsyncOrNew(named, known.Id, turn, effect, cancel) : null;
        effect.Changes.Create(Kinds.MarketInfo, Of(known, account?.Id, turn));
        return effect;
    }

    private static Data.Visits.MarketInfo Of(Answers known, AccountId? account, Turn turn) => MarketFact.Of(
        known.Id, known.Of(Competitor), known.Of(Fact)!, account, turn, source: known.Of(Source)?.ToString().ToLowerInvariant(), until: known.Of(Until));
}
