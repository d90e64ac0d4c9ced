using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Flows.Quotes;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>What the account manager does with a quote of theirs.</summary>
internal sealed class QuotePress(QuoteDesk desk) : PressAction("quote.submit", "quote.send", "quote.withdraw", "quote.outcome", "quote.show", "quote.file")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await FileAsync(press, turn, cancel) is not { } file)
        {
            effect.Refused = "not_found";
            return effect.Say(Message.Of(turn.Say(QuoteSentences.Gone)));
        }
        effect.In = Partition.Of(turn.Book.Tenant, file.Team);
        var quote = file.Quote.Record;
        if (press.Verb != "quote.show" && quote.Owner != turn.User.Id) Refuse("not_owner", QuoteSentences.Others(file.NameOf(quote.Owner)), turn, effect);
        else if (press.Verb != "quote.show" && press.Number("version") != (quote.Imported?.Versions ?? quote.Current.Number))
            Refuse("old_version", QuoteSentences.OldCard(quote.Number, press.Number("version")), turn, effect);
        else await ActAsync(press, file, turn, effect, cancel);
        if (effect.Refused is "answer_missing" or "reason_missing") return effect;
        var after = effect.Changes.All.Select(change => change.After).OfType<Quote>().LastOrDefault() ?? quote;
        var approval = effect.Changes.All.Select(change => change.After).OfType<Approval>().LastOrDefault() ?? file.Approval?.Record;
        var shown = file with
        {
            Quote = file.Quote with { Record = after },
            Approval = approval is null ? null : new(approval, Kinds.Approval.IdOf(approval), ""),
        };
        return effect.Say(Message.Of(CardViews.Quote(shown, turn.User, turn.Language)));
    }

    private static Language? LanguageOf(Press press) => press.Text("language") switch { "nl" => Language.Dutch, "en" => Language.English, _ => null };

    /// <summary>The file that a press names, if its presser may see it. Nothing else in the press is believed.</summary>
    public static async Task<QuoteFile?> FileAsync(Press press, Turn turn, CancellationToken cancel)
    {
        if (press.Text("quote") is not { } number || press.Text("team") is not { } team || !PressReading.IsId(number) || !PressReading.IsId(team)) return null;
        var file = await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, new(team), new(number), null, cancel);
        return file is not null && file.MayBeSeenBy(turn.User) ? file : null;
    }

    private async Task ActAsync(Press press, QuoteFile file, Turn turn, Effect effect, CancellationToken cancel)
    {
        var (quote, approval) = (file.Quote.Record, file.Approval?.Record);
        switch (press.Verb)
        {
            case "quote.submit" when quote.Status is QuoteStatus.Draft:
                await desk.SubmitDraftAsync(file, turn, effect, cancel);
                return;
            case "quote.submit" when quote.Status is QuoteStatus.Returned:
                if (press.Has("round") && press.Number("round") != approval?.Round) Refuse(ApprovalSentences.OldRound.Code, new(ApprovalSentences.OldRound.Nl, ApprovalSentences.OldRound.En), turn, effect);
                else if (press.Text("answer") is not { } answer || string.IsNullOrWhiteSpace(answer))
                {
                    effect.Refused = "answer_missing";
                    effect.Say(Message.Of(turn.Say(QuoteSentences.NoAnswer)));
                }
                else await desk.ReplyAsync(file, answer.Trim(), turn, effect, cancel);
                return;
            case "quote.send" or "quote.file" when press.Has("language") && LanguageOf(press) is null:
                Refuse("unreadable", QuoteSentences.OldCard(quote.Number, null), turn, effect);
                return;
            case "quote.send":
                await QuoteSending.SendAsync(file, LanguageOf(press), turn, effect, cancel);
                break;
            case "quote.file":
                QuoteSending.Offer(file, quote, file.CustomerReads, turn, effect);
                return;
            case "quote.withdraw":
                QuoteDesk.Take(QuoteSteps.Close(quote, approval, QuoteStatus.Withdrawn, turn.Now, press.Text("reason")), file.Quote, file.Approval, turn, effect);
                break;
            case "quote.outcome" when Enum.TryParse<QuoteStatus>(press.Text("outcome"), ignoreCase: true, out var outcome)
                                      && outcome is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired:
                RecordOutcome(press, outcome, file, turn, effect);
                break;
            case "quote.outcome":
                Refuse("outcome_missing", QuoteSentences.WhichOutcome, turn, effect);
                break;
            case "quote.submit":
                Refuse("not_draft", QuoteSentences.NotToSubmit(quote.Number), turn, effect);
                break;
        }
        if (effect.Changes.All.Count == 0) return;
        desk.Refresh(effect, effect.Changes.All.Select(change => change.After).OfType<Quote>().LastOrDefault() ?? quote, approval, file.Team);
    }

    /// <summary>What is lost has a reason; a competitor that was named is noted for the team.</summary>
    private static void RecordOutcome(Press press, QuoteStatus outcome, QuoteFile file, Turn turn, Effect effect)
    {
        var (reason, competitor) = (Said(press, "reason"), Said(press, "competitor"));
        if (outcome is QuoteStatus.Rejected && reason is null)
        {
            effect.Refused = "reason_missing";
            effect.Say(Message.Of(turn.Say(CustomerSentences.ReasonFirst)));
            return;
        }
        var step = QuoteOutcomes.Record(file.Quote.Record, file.Approval?.Record, outcome, turn.Now, reason, competitor);
        if (!QuoteDesk.Take(step, file.Quote, file.Approval, turn, effect)) return;
        var id = $"{turn.Now.UtcDateTime:yyyyMMddHHmmssfff}-{Commit.KeyOf(turn.Incoming.TurnId)[..12]}";
        effect.Undoable = new(id, $"{Cards.Quotes.QuoteTexts.Outcome.In(turn.Language)} {file.Quote.Record.Number}");
        if (outcome is QuoteStatus.Rejected && competitor is not null)
            effect.Changes.Create(Kinds.MarketInfo, MarketFact.Of(id, competitor, CustomerSentences.LostTo(file.Account.Name, competitor, reason).In(turn.Language), file.Account.Id, turn));
    }

    private static void Refuse(string code, Cards.Text why, Turn turn, Effect effect)
    {
        effect.Refused = code;
        effect.Say(Message.Of(turn.Say(why)));
    }

    private static string? Said(Press press, string name) => press.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
