using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Quotes;

/// <summary>Where quotes are made and changed, and everybody who looks on is told.</summary>
public sealed partial class QuoteDesk(ApprovalSettings settings)
{
    /// <summary>Where they are submitted and decided on, as everything else that a supervisor decides on.</summary>
    public ApprovalDesk Approvals { get; } = new(settings);

    /// <summary>Of the policy, where the organisation has set nothing.</summary>
    public PolicySettings Policy => settings.Policy;

    public ApprovalSettings Settings => settings;

    /// <summary>Who would decide; null: nobody may.</summary>
    public static Task<Route?> RouteAsync(Composition.Composed composed, Turn turn, CancellationToken cancel) =>
        ApprovalDesk.RouteAsync(QuoteMatter.Of(Draft(default, default, composed.Version, turn)), turn, cancel);

    /// <summary>A new quote, submitted at once; without anybody to decide it stays a draft.</summary>
    public async Task SubmitNewAsync(Account account, Composition.Composed composed, Turn turn, Effect effect, CancellationToken cancel)
    {
        var number = await new QuoteNumbers(turn.Book.Store, turn.Book.Tenant).TakeAsync(turn.Today.Year, cancel);
        var quote = Draft(number, account.Id, composed.Version, turn);
        if (await Approvals.SubmitAsync(QuoteApprovals.Shared.New(quote), composed.Verdict.Findings, null, turn.User.Team, turn, effect, cancel, composed.Verdict.Automatic) is null)
        {
            effect.Refused = null;
            effect.Changes.Create(Kinds.Quote, quote);
        }
        effect.Say(Message.Of(ViewFor(quote, turn.User.Team, turn.User.Id)));
    }

    /// <summary>A draft that nobody could decide on when it was made, or whose request was taken back.</summary>
    public async Task SubmitDraftAsync(QuoteFile file, Turn turn, Effect effect, CancellationToken cancel)
    {
        var verdict = await JudgeAsync(file.Quote.Record, turn, cancel);
        if (verdict.NeedsJustification)
        {
            effect.Refused = "justification_missing";
            effect.Say(Message.Of(turn.Say(QuoteSentences.JustificationMissing)));
            return;
        }
        var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, file.Team, turn.Now);
        if (await QuoteApprovals.Shared.FindAsync(reading, file.Quote.Record.Number.Value, cancel) is not { } item) return;
        await Approvals.SubmitAsync(item, verdict.Findings, await ApprovalFile.LastAsync(reading, file.Quote.Record.Number, cancel), file.Team, turn, effect, cancel, verdict.Automatic);
    }

    /// <summary>The answer to a supervisor's question, given on the quote's own card.</summary>
    public async Task ReplyAsync(QuoteFile file, string answer, Turn turn, Effect effect, CancellationToken cancel)
    {
        var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, file.Team, turn.Now);
        if (await ApprovalFile.ReadAsync(reading, file.Quote.Record.Number, file.Quote.Record.Current.Number, cancel) is { Approval: not null } asked)
            await Approvals.ReplyAsync(asked, answer, turn, effect, cancel);
    }

    /// <summary>The step's records into the commit, its refusal into words.</summary>
    public static bool Take(QuoteStep step, Stored<Quote> quote, Stored<Approval>? approval, Turn turn, Effect effect)
    {
        if (step is QuoteStep.Refused { Why: var why })
        {
            effect.Refused = why.Code;
            effect.Say(Message.Of(why.In(turn.Language)));
            return false;
        }
        var done = (QuoteStep.Done)step;
        effect.Changes.Replace(Kinds.Quote, quote, done.Quote);
        if (approval is not null && done.Approval is { } changed)
        {
            effect.Changes.Replace(Kinds.Approval, approval, changed);
            effect.Timetable.Cancel(AwaitDecision.Called, changed.Subject.Value);
        }
        return true;
    }

    /// <summary>Every card of this quote, wherever it was posted, is brought up to date.</summary>
    public void Refresh(Effect effect, Quote quote, Approval? approval, TeamId team) =>
        Approvals.Refresh(QuoteApprovals.Shared.New(quote), approval, team, effect);

    public static CardView ViewFor(Quote quote, TeamId team, UserId viewer) => new(CardViews.QuoteKind, quote.Number.Value, team, viewer);

    private static Quote Draft(QuoteNumber number, AccountId account, QuoteVersion version, Turn turn) =>
        new(number, account, turn.User.Id, QuoteStatus.Draft, turn.Now, [version]);
}
