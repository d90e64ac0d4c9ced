using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Data.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Approvals;

/// <summary>The audit of a quote, agreement, plan or proposal, in words and in order, from the first request to the outcome.</summary>
internal sealed partial class ShowHistory() : Flow(Intents.ShowHistory, new("Geschiedenis", "History"), Account, Number, Which, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Number = Slot.Words(SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), default);

    private static readonly Slot<string> Which = Slot.Words(SlotNames.Which, default, new("Welke bedoel je?", "Which one do you mean?"));

    private static readonly Text InPrivate = new("De geschiedenis staat in je eigen chat met mij.", "The history is in your own chat with me.");

    private static readonly Text None = new(
        "Daar vind ik geen offerte, overeenkomst of voorstel bij. Noem het nummer of de klant.", "I find no quote, agreement or proposal for that. Give me its number or the account.");

    private static Text WhichOf(string? account) => account is null
        ? new("Waarvan wil je de geschiedenis zien?", "Of which one do you want to see the history?")
        : new($"Van welke, bij {account}?", $"Of which one, at {account}?");

    public override bool Confirms => false;

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) =>
        asked is null ? [.. said, new(SlotNames.Notes, new SlotValue.Text(words))] : said;

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var found = await MeantAsync(known, turn, cancel);
        var account = known.Of(Account) is { Id: not null } named ? named.Name : null;
        return Picking.Of(known, Which, null, found, one => one.Id, one => account is null ? $"{one.AccountName} · {one.Title}" : one.Title, WhichOf(account), new("not_found", Message.Of(turn.Say(None))));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var one = (await MeantAsync(known, turn, cancel)).First(found => found.Id == known.Of(Which));
        var message = Message.Of(await History.CardAsync(one, 0, turn, cancel));
        var effect = turn.Private ? Effect.Of(message) : Effect.Of(Message.Of(turn.Say(InPrivate)));
        if (!turn.Private) effect.Sends.Add((new(Person: turn.User.Id), message));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(one.AccountName, one.Account, []);
        if (one.Subject.Kind == SubjectKind.Quote) effect.Lean[SlotNames.QuoteNumber] = new SlotValue.Text(one.Subject.Key);
        return effect;
    }

    private static async Task<IReadOnlyList<HistoryOf>> MeantAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var words = known.Of(Slot.Message) ?? "";
        var (number, account) = (known.Of(Number), known.Of(Account)?.Id);
        // "Wat is ermee gebeurd?" is about what the talk was about.
        if (number is null && account is null)
        {
            number = turn.Lean.GetValueOrDefault(SlotNames.QuoteNumber) is SlotValue.Text { Value: var last } && !OtherKinds().IsMatch(words) ? last : null;
            account = (turn.Lean.GetValueOrDefault(SlotNames.Account) as SlotValue.Account)?.Id;
        }
        var found = await History.FindAsync(KindsIn(words), number, number is null ? account : null, turn, cancel);
        if (found.Where(one => words.Contains(one.Name, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } named) return named;
        if (number is not null)
        {
            var numbered = found.Where(one => one.Subject.Kind == SubjectKind.Quote && QuoteNumbering.Means(number, new(one.Subject.Key))).ToList();
            // A short number is of this year, unless only an older one has it.
            if (numbered.Where(one => one.At.Year == turn.Today.Year).ToList() is { Count: > 0 } newest) numbered = newest;
            return numbered.Count > 0 ? numbered : await History.ElsewhereAsync(number, turn, cancel) is { } elsewhere ? [elsewhere] : [];
        }
        // Those whose whole way was followed here say more than what was taken over from an older system.
        return found.Where(one => !one.IsImported).ToList() is { Count: > 0 } own ? own : found;
    }

    private static SubjectKind[] KindsIn(string words) =>
        Agreements().IsMatch(words) ? [SubjectKind.Agreement] : Proposals().IsMatch(words) ? [SubjectKind.Proposal] : Plans().IsMatch(words) ? [SubjectKind.AccountPlan]
        : Requests().IsMatch(words) ? Enum.GetValues<SubjectKind>() : [SubjectKind.Quote];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(\p{L}*overeenkomst|\p{L}*afspraken|agreement|SO-\d{4})\b", Options)]
    private static partial Regex Agreements();

    [GeneratedRegex(@"\b(voorstel|proposal)\b", Options)]
    private static partial Regex Proposals();

    [GeneratedRegex(@"\b(\p{L}*plan)\b", Options)]
    private static partial Regex Plans();

    [GeneratedRegex(@"\b(aanvraag|request|goedkeuring|approval)\b", Options)]
    private static partial Regex Requests();

    [GeneratedRegex(@"\b(\p{L}*overeenkomst|\p{L}*afspraken|agreement|SO-\d{4}|voorstel|proposal|\p{L}*plan)\b", Options)]
    private static partial Regex OtherKinds();
}
