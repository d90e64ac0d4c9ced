using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Quotes;

using CardTexts = SalesBot.Cards.Quotes.QuoteTexts;

/// <summary>An approved quote goes out: it counts as sent, and its owner gets the PDF to forward. One that was sent before comes as PDF again.</summary>
internal sealed class SendQuote(QuoteDesk desk) : Flow(Intents.SendQuote, new("Offerte versturen", "Send the quote"), Number, Account, Reads)
{
    private static readonly Slot<string> Number = Slot.Words(
        SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), new("Welke offerte bedoel je?", "Which quote do you mean?"));

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Reads = Slot.Derived(SlotNames.Language, value => (value as SlotValue.Text)?.Value);

    public override bool Claims(string words, Progress? open, Turn turn) =>
        open is null ? CustomerWords.Sends(words) : CustomerWords.LanguageOf(words) is not null && words.Length < 60;

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) =>
    [
        .. said.Where(slot => slot.Name is SlotNames.QuoteNumber or SlotNames.Account),
        .. CustomerWords.LanguageOf(words) is { } language ? [new HeardSlot(SlotNames.Language, new SlotValue.Text(language == Language.English ? "en" : "nl"))] : Array.Empty<HeardSlot>(),
    ];

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var (stored, question) = await QuoteMeant.FindAsync(
            known.Of(Number), known.Of(Account)?.Id, quote => quote.Owner == turn.User.Id && quote.Status is QuoteStatus.Approved, turn, cancel);
        if (stored is null) return new(known.With(Number, []), Number, question);
        known = known.With(Number, [new SlotValue.Text(stored.Record.Number.Value)]);
        var file = (await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, stored.Record.Number, null, cancel))!;
        if (!known.Has(Reads)) known = known.With(Reads, [new SlotValue.Text(file.CustomerReads == Language.English ? "en" : "nl")]);
        return new Checked(known) { Ends = await EndAsync(file, known, turn, cancel) };
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var file = await FileAsync(known, turn, cancel);
        var quote = file.Quote.Record;
        var language = known.Of(Reads) == "en" ? new Text("Engels", "English") : new Text("Nederlands", "Dutch");
        List<PreviewRow> rows =
        [
            new(CardTexts.Quote.In(turn.Language), $"{quote.Number} · {CardTexts.Version.In(turn.Language)} {quote.Current.Number}"), new(turn.Say(Account.Label), file.Account.Name),
            new(CardTexts.TotalIncl.In(turn.Language), turn.Language.Money(quote.Current.TotalInclVat)),
        ];
        if (quote.Current.OptionDate is { } option) rows.Add(new(CardTexts.OptionDate.In(turn.Language), turn.Language.Date(option)));
        rows.Add(new(new Text("Taal van de pdf", "Language of the PDF").In(turn.Language), turn.Say(language)));
        return new([new(turn.Say(Title), rows)], turn.Say(CustomerSentences.GetsPdf));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var file = await FileAsync(known, turn, cancel);
        effect.Say(Message.Of(turn.Say(CustomerSentences.Sent(file.Quote.Record.Number, file.Account.Name, known.Of(Reads) == "en" ? Language.English : Language.Dutch))));
        if (!await QuoteSending.SendAsync(file, known.Of(Reads) == "en" ? Language.English : Language.Dutch, turn, effect, cancel))
        {
            effect.Replies.RemoveAt(0);
            return effect;
        }
        desk.Refresh(effect, file.Quote.Record, file.Approval?.Record, file.Team);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(file.Account.Name, file.Account.Id, []);
        effect.Lean[SlotNames.QuoteNumber] = new SlotValue.Text(file.Quote.Record.Number.Value);
        return effect;
    }

    /// <summary>There is nothing to confirm: it may not go, or went before.</summary>
    private static async Task<Effect?> EndAsync(QuoteFile file, Answers known, Turn turn, CancellationToken cancel)
    {
        var (quote, effect) = (file.Quote.Record, new Effect());
        if (quote.Status is QuoteStatus.Sent or QuoteStatus.Accepted && QuoteFiles.MayLeave(quote, file.Approval?.Record))
        {
            effect.Say(Message.Of(turn.Say(CustomerSentences.AgainSent(quote.Number))));
            QuoteSending.Offer(file, quote, known.Of(Reads) == "en" ? Language.English : Language.Dutch, turn, effect);
            return effect;
        }
        if (quote.Owner != turn.User.Id)
        {
            effect.Refused = "not_owner";
            return effect.Say(Message.Of(turn.Say(CustomerSentences.OnlyOwner(file.NameOf(quote.Owner)))));
        }
        if (quote.Versions.Count == 0) return effect.Say(Message.Of(turn.Say(CustomerSentences.Imported(quote.Number))));
        if (await QuoteSending.ObstacleAsync(file, turn, cancel) is not { } why) return null;
        effect.Refused = why.Code;
        effect.Say(Message.Of(why.In(turn.Language)));
        return turn.Private ? effect.Say(Message.Of(CardViews.Quote(file, turn.User, turn.Language))) : effect;
    }

    private static async Task<QuoteFile> FileAsync(Answers known, Turn turn, CancellationToken cancel) =>
        (await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, new(known.Of(Number)!), null, cancel))!;
}
