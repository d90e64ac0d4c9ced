using SalesBot.Cards;
using SalesBot.Cards.Figures;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>Slots of every question about figures.</summary>
internal static class FigureSlots
{
    public static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);
    public static readonly Slot<Period?> Period = Slot.Span(SlotNames.Period, new("Periode", "Period"), default, SlotNames.Date);
    public static readonly Slot<string> Scope = Slot.Words(SlotNames.Scope, new("Van wie", "Whose"), default);
    public static readonly Slot<string> Group = Slot.Words(SlotNames.Group, new("Productgroep", "Product group"), default);
    public static readonly Slot<string> Indicator = Slot.Words(SlotNames.Indicator, new("Kengetal", "Indicator"), default);
    public static readonly Slot<string> Comparison = Slot.Words(SlotNames.Comparison, new("Vergeleken met", "Compared with"), default);

    public static Task<Asked?> AskedAsync(Answers known, bool team, Turn turn, CancellationToken cancel) =>
        Asked.OfAsync(known.Of(Account), known.Of(Scope), known.Of(Period), team, turn, cancel);

    public static Effect NoAccount(Turn turn)
    {
        var effect = Effect.Of(Message.Of(turn.Say(FigureSentences.NoAccount)));
        effect.Refused = "not_found";
        return effect;
    }
}

/// <summary>Revenue of an account, a person, the team or a product group, against target and last year.</summary>
internal sealed class AskRevenue(PolicyFor policy) : Flow(
    Intents.QueryRevenue, new("Omzet", "Revenue"), FigureSlots.Account, FigureSlots.Period, FigureSlots.Scope, FigureSlots.Group, FigureSlots.Comparison)
{
    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await FigureSlots.AskedAsync(known, false, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        var reading = Asked.Reading(turn, policy);
        if (known.Of(FigureSlots.Comparison) is { } ranking && Rankings.Knows(ranking)) return await Rankings.AnswerAsync(ranking, asked, reading, turn, cancel);
        ProductGroup? group = known.Of(FigureSlots.Group) is { } spoken && Enum.TryParse<ProductGroup>(spoken.Replace("_", ""), ignoreCase: true, out var found) ? found : null;
        var figure = await reading.RevenueAsync(asked.Scope, asked.Period, group, cancel, withAccounts: asked.Scope is not FigureScope.OfAccount && !await reading.IsLargeTeamAsync(cancel));
        var effect = asked.Answer(Message.Of(RevenueCard.Of(FigureViews.Revenue(asked, figure, turn.Language), turn.Language)), turn);
        if (known.Of(FigureSlots.Group) is { } named) effect.Lean[SlotNames.Group] = new SlotValue.Text(named);
        return effect;
    }
}

/// <summary>How a person, an account or the team stands; or one indicator with everything that makes it up.</summary>
internal sealed class AskKpis(PolicyFor policy) : Flow(
    Intents.QueryKpi, new("Resultaten", "Results"), FigureSlots.Account, FigureSlots.Period, FigureSlots.Scope, FigureSlots.Indicator)
{
    public override IReadOnlyList<string> AlsoFor => [Intents.TeamKpi];

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await FigureSlots.AskedAsync(known, known.Intent == Intents.TeamKpi, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        var reading = Asked.Reading(turn, policy);
        var set = await reading.OfAsync(asked.Scope, asked.Period, cancel, withAccounts: false);
        if (known.Of(FigureSlots.Indicator) is not { } code || set[code] is not { } value)
            return asked.Answer(Message.Of(KpiCard.Of(FigureViews.Kpis(asked, set, turn.Language), turn.Language)), turn);
        var effect = asked.Answer(Message.Of(await RowsBehind.CardAsync(value, set, asked, await reading.IsLargeTeamAsync(cancel) ? null : 0, turn, cancel)), turn);
        effect.Lean[SlotNames.Indicator] = new SlotValue.Text(code);
        return effect;
    }
}

/// <summary>Why revenue differs from the target, or from last year where there is none: a bridge by account, with recorded causes.</summary>
internal sealed class ExplainDeviation(PolicyFor policy) : Flow(
    Intents.DeviationExplanation, new("Verklaring", "Explanation"), FigureSlots.Account, FigureSlots.Period, FigureSlots.Scope, FigureSlots.Comparison)
{
    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        // "Why?" asks on about the answer before.
        var account = known.Of(FigureSlots.Account) ?? turn.Lean.GetValueOrDefault(SlotNames.Account) as SlotValue.Account;
        var period = known.Of(FigureSlots.Period) ?? (turn.Lean.GetValueOrDefault(SlotNames.Period) as SlotValue.Span)?.Value;
        var scope = known.Of(FigureSlots.Scope) ?? (turn.Lean.GetValueOrDefault(SlotNames.Scope) as SlotValue.Text)?.Value;
        if (await Asked.OfAsync(account, scope, period, false, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        return await AnswerAsync(asked, known.Of(FigureSlots.Comparison) == "last_year", turn, policy, cancel);
    }

    /// <summary>The bridge; the owner of a large deviation is asked once for its cause.</summary>
    public static async Task<Effect> AnswerAsync(Asked asked, bool lastYear, Turn turn, PolicyFor policy, CancellationToken cancel)
    {
        var reading = Asked.Reading(turn, policy);
        if (await BridgeAsync(asked, lastYear, reading, cancel) is not { } bridge) return Effect.Of(Message.Of(turn.Say(FigureSentences.NothingToExplain)));
        var question = turn.Private ? await QuestionAsync(bridge, reading, turn, cancel) : null;
        var words = question is { } line ? turn.Say(FigureSentences.AskCause(line.Name!, turn.Language.Euros(line.Difference))) : null;
        var card = BridgeCard.Of(FigureViews.Bridge(asked, bridge, await turn.Book.PeopleAsync(cancel), turn.Language, words), turn.Language);
        var effect = asked.Answer(Message.Of(card), turn);
        if (question is not { Account: { } account }) return effect;
        effect.Changes.Create(Kinds.CauseQuestion, new CauseQuestion(turn.User.Id, account, bridge.Period.From, bridge.Period.To, turn.Now));
        return effect;
    }

    /// <summary>Null: there is nothing to compare with.</summary>
    public static async Task<Bridge?> BridgeAsync(Asked asked, bool lastYear, IndicatorReading reading, CancellationToken cancel)
    {
        var bridge = lastYear ? null : await reading.BridgeAsync(asked.Scope, asked.Period, BridgeBase.Target, cancel);
        bridge ??= await reading.BridgeAsync(asked.Scope, asked.Period, BridgeBase.LastYear, cancel);
        return bridge is { Base: 0, Actual: 0 } ? null : bridge;
    }

    /// <summary>The largest deviation without a cause of an account that is the speaker's own and was not asked about before.</summary>
    private static async Task<BridgeLine?> QuestionAsync(Bridge bridge, IndicatorReading reading, Turn turn, CancellationToken cancel)
    {
        foreach (var line in bridge.Lines.Where(line => line.Causes.Count == 0 && reading.IsLarge(line)).Take(MostAsked))
            if (await turn.Book.AccountAsync(line.Account!.Value, cancel) is { Record: var account } && account.Owner == turn.User.Id
                && await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.CauseQuestion, CauseQuestion.KeyOf(turn.User.Id, account.Id, bridge.Period), cancel) is null)
                return line;
        return null;
    }

    /// <summary>Further down nobody is asked.</summary>
    private const int MostAsked = 20;
}
