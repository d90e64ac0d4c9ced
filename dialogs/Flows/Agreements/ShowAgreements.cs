using System.Text.RegularExpressions;
using SalesBot.Cards.Agreements;
using SalesBot.Dialogs.Agreements;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Agreements;

/// <summary>The agreements with an account, and whether their rates hold now.</summary>
internal sealed partial class ShowAgreements() : Flow("show_agreements", new("Overeenkomsten", "Agreements"), Account)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    public override bool Confirms => false;

    public override bool Claims(string words, Progress? open, Turn turn) => open is null && words.Length < 120 && Asks().IsMatch(words);

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => [.. said.Where(slot => slot.Name == SlotNames.Account)];

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (known.Of(Account)?.Id is not { } id || await turn.Book.AccountAsync(id, cancel) is not { Record: var account })
            return Effect.Of(Message.Of(turn.Say(AgreementSentences.NoneHolds)));
        var agreements = await turn.Book.AgreementsAsync(account, cancel);
        var effect = Effect.Of(agreements.Count == 0
            ? Message.Of(turn.Say(AgreementSentences.NoneHolds))
            : Message.Of(AgreementsCard.Of(account.Name, [.. agreements.OrderByDescending(agreement => agreement.Current.From)], turn.Today, turn.Language)));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    [GeneratedRegex(@"^\W*(welke|wat|toon|laat|heeft|hebben|zijn|which|what|show|do|does|are|is)\b.*\b(samenwerkingsovereenkomst(en)?|overeenkomst(en)?|jaarafspra(ak|ken)|tariefafspra(ak|ken)|prijsafspra(ak|ken)|jaartarieven|agreed rates|(rate |corporate |yearly |annual )agreements?|corporate rates)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
