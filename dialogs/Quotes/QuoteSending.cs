using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Quotes;

/// <summary>A quote leaves the house: it counts as sent, and its owner gets the file to forward.</summary>
internal static class QuoteSending
{
    /// <param name="language">Null: as this customer was written to before.</param>
    public static async Task<bool> SendAsync(QuoteFile file, Language? language, Turn turn, Effect effect, CancellationToken cancel)
    {
        var step = await StepAsync(file, turn, cancel);
        var wanted = language ?? file.CustomerReads;
        if (step is QuoteStep.Done done) step = done with { Quote = done.Quote with { Language = wanted } };
        if (!QuoteDesk.Take(step, file.Quote, file.Approval, turn, effect)) return false;
        await RememberAsync(file, wanted, turn, effect, cancel);
        Offer(file, file.Quote.Record, wanted, turn, effect);
        return true;
    }

    /// <summary>Why it may not go out now; null: it may.</summary>
    public static async Task<Refusal?> ObstacleAsync(QuoteFile file, Turn turn, CancellationToken cancel) =>
        await StepAsync(file, turn, cancel) is QuoteStep.Refused { Why: var why } ? why : null;

    /// <summary>A price or an option date that has passed meanwhile voids what was approved.</summary>
    private static async Task<QuoteStep> StepAsync(QuoteFile file, Turn turn, CancellationToken cancel) => QuoteSteps.Send(
        file.Quote.Record, file.Approval?.Record, QuoteMatter.Obstacle(file.Quote.Record, await turn.Book.PricesAsync(cancel), turn.Today), turn.Now);

    /// <summary>The file for who asks; it never stands where others read along.</summary>
    public static void Offer(QuoteFile file, Quote quote, Language language, Turn turn, Effect effect)
    {
        var message = Message.Of(QuoteFiles.Offer(quote, file.Team, turn.User.Id, language));
        if (turn.Private)
        {
            effect.Say(message);
            return;
        }
        effect.Sends.Add((new(Person: turn.User.Id), message));
        effect.Say(Message.Of(turn.Say(QuoteSentences.FileInPrivate)));
    }

    /// <summary>What was chosen once holds for this customer's next quote.</summary>
    private static async Task RememberAsync(QuoteFile file, Language language, Turn turn, Effect effect, CancellationToken cancel)
    {
        var known = await turn.Book.Store.FindAsync(Partition.Of(turn.Book.Tenant, file.Team), Kinds.Correspondence, file.Account.Id.Value, cancel);
        var now = new Correspondence(file.Account.Id, language);
        if (known is null && language != Language.Dutch) effect.Changes.Create(Kinds.Correspondence, now);
        else if (known is not null && known.Record != now) effect.Changes.Replace(Kinds.Correspondence, known, now);
    }
}
