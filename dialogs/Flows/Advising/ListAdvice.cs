using System.Text.RegularExpressions;
using SalesBot.Cards.Advising;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Advising;

/// <summary>"Welke adviezen staan er nog open?"</summary>
internal sealed partial class ListAdvice() : Flow("list_advice", new("Adviezen", "Advice"), Account)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.LogAdvice or Intents.ListFollowUps or Intents.QuoteStatus or Intents.LeadStatus or Intents.UpsellSuggestion && Asks().IsMatch(words)
        && said.All(slot => slot.Name != SlotNames.Indicator);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        Privately.Answer(Message.Of(await CardAsync(turn, known.Of(Account)?.Id, cancel)), turn);

    /// <param name="without">One that this very turn closes.</param>
    public static async Task<AdaptiveCard> CardAsync(Turn turn, AccountId? of, CancellationToken cancel, string? without = null)
    {
        var open = (await OpenAdvice.OfAsync(turn, of, cancel)).Where(advice => advice.Id != without).ToList();
        var names = await turn.Book.NamesAsync([.. open.Take(ListCard.PageSize + 1).Select(advice => advice.Record.Account), .. of is { } about ? [about] : Array.Empty<AccountId>()], cancel);
        return AdviceCard.Of(
            new([.. open.Take(ListCard.PageSize + 1).Select(advice => new AdviceItem(advice.Record, advice.Id, names.GetValueOrDefault(advice.Record.Account, "")))], open.Count,
                of is { } one ? names.GetValueOrDefault(one) : null),
            turn.Language);
    }

    [GeneratedRegex(
        @"^\W*(en |and )?(welke?|toon|laat|geef|lijst|overzicht|open|show|list|which|what|any)\b[^.!]*\b(adviezen|advies|advice|recommendations?)\b[^.!]*(open|lopen|loopt|staan|staat|outstanding|pending|\?|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
