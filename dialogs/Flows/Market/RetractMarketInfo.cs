using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Market;

/// <summary>"Trek de marktinformatie over Fletcher in": it no longer holds, from today. Only who noted it, or the supervisor.</summary>
internal sealed partial class RetractMarketInfo() : Flow("retract_market_info", new("Marktinformatie intrekken", "Retract market information"), Which, Competitor, Slot.Message)
{
    private const int MostRead = 500;

    private static readonly Slot<string> Which = Slot.Pick(SlotNames.Which, new("Wat klopt er niet meer?", "What no longer holds?"));

    private static readonly Slot<string> Competitor = Slot.Derived(SlotNames.Competitor, value => (value as SlotValue.Text)?.Value);

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.LogMarketInfo or Intents.MarketNews or Intents.AccountOverview && Retracts().IsMatch(words);

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var facts = (await MineAsync(turn, cancel)).Where(fact => known.Of(Competitor) is not { } competitor || AskMarket.IsAbout(fact.Record, competitor)).ToList();
        return Picking.Of(
            known, Which, known.Of(Slot.Message), facts, fact => fact.Id, fact => fact.Record.Text, Which.Question,
            Stops.Of("not_found", new("Daarover heb jij niets genoteerd dat nog geldt.", "You noted nothing about that which still holds."), turn));
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel) => new(
    [
        new(turn.Say(Title), (await MineAsync(turn, cancel)).FirstOrDefault(fact => fact.Id == known.Of(Which)) is { Record: var fact } ? [new(turn.Say(new("Wat", "What")), fact.Text)] : []),
    ]);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if ((await MineAsync(turn, cancel)).FirstOrDefault(fact => fact.Id == known.Of(Which)) is not { } stored) return Stops.Gone(turn);
        var effect = new Effect();
        effect.Changes.Replace(Kinds.MarketInfo, stored, Ended(stored.Record, turn));
        return effect;
    }

    /// <summary>Held until yesterday: what rested on it then is still right.</summary>
    public static MarketInfo Ended(MarketInfo fact, Turn turn) => fact with { Expires = turn.Today.AddDays(-1) };

    public static async Task<IReadOnlyList<Stored<MarketInfo>>> MineAsync(Turn turn, CancellationToken cancel) =>
        [.. (await turn.Book.StoredMarketInfoAsync(turn.Today, MostRead, cancel)).Where(fact => fact.Record.By == turn.User.Id || turn.User.Role == Data.People.Role.Supervisor)];

    [GeneratedRegex(
        @"\b(trek|haal|verwijder|retract|withdraw|remove|delete)\b[^.!?]*\b(markt\w*|market|informatie|information|info|dat|that|feit|fact)\b|\b(klopt niet|geldt niet|niet meer waar|no longer (true|holds)|isn't true|not true)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Retracts();
}
