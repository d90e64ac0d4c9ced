using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Quotes;

/// <param name="Channel">Conversation id of the approvals channel; null: there is none.</param>
public sealed record ApprovalSettings(string? Channel, PolicySettings Policy);

/// <summary>Where quotes are made, submitted and decided on, and everybody who looks on is told.</summary>
public sealed class QuoteDesk(ApprovalSettings settings)
{
    public async Task<Composition> ComposeAsync(QuoteWish wish, Turn turn, CancellationToken cancel) => QuoteComposer.Compose(
        wish, await turn.Book.PricesAsync(cancel), await turn.Book.TiersAsync(cancel), settings.Policy, turn.User, turn.Now, turn.Today, turn.Language);

    /// <summary>Who would decide; null: nobody may.</summary>
    public async Task<Route?> RouteAsync(Composition.Composed composed, Turn turn, CancellationToken cancel) =>
        ApprovalRules.FirstApprover(turn.User, Draft(default, default, composed.Version, turn), await turn.Book.PeopleAsync(cancel));

    /// <summary>A new quote, submitted at once; without anybody to decide it stays a draft.</summary>
    public async Task SubmitNewAsync(Account account, Composition.Composed composed, Turn turn, Effect effect, CancellationToken cancel)
    {
        var number = await new QuoteNumbers(turn.Book.Store, turn.Book.Tenant).TakeAsync(turn.Today.Year, cancel);
        var draft = Draft(number, account.Id, composed.Version, turn);
        var (quote, approval) = await SubmittedAsync(draft, composed.Verdict, turn, effect, cancel);
        effect.Changes.Create(Kinds.Quote, quote);
        if (approval is not null) effect.Changes.Create(Kinds.Approval, approval);
        effect.Say(Message.Of(ViewFor(quote, turn.User.Team, turn.User.Id)));
        if (approval is not null) TellDeciders(effect, approval, turn.User.Team);
    }

    /// <summary>A draft that nobody could decide on when it was made.</summary>
    public async Task SubmitDraftAsync(Stored<Quote> stored, TeamId team, Turn turn, Effect effect, CancellationToken cancel)
    {
        var verdict = QuotePolicy.Judge(stored.Record.Current, await turn.Book.TiersAsync(cancel), turn.User, settings.Policy);
        var (quote, approval) = await SubmittedAsync(stored.Record, verdict, turn, effect, cancel);
        if (approval is null) return;
        effect.Changes.Replace(Kinds.Quote, stored, quote);
        effect.Changes.Create(Kinds.Approval, approval);
        TellDeciders(effect, approval, team);
    }

    /// <summary>The answer to a supervisor's question becomes part of a next version, which is submitted.</summary>
    public async Task ResubmitAsync(Stored<Quote> stored, TeamId team, string answer, Turn turn, Effect effect, CancellationToken cancel)
    {
        var version = stored.Record.Current;
        var justification = string.IsNullOrWhiteSpace(version.Justification) ? answer : $"{version.Justification}\n{answer}";
        var next = version with { Number = version.Number + 1, Justification = justification, By = turn.User.Id, At = turn.Now };
        var old = await turn.Book.ApprovalAsync(stored.Record.Number, version.Number, cancel);
        if (QuoteSteps.Revise(stored.Record, old?.Record, next) is not QuoteStep.Done revised) return;
        var verdict = QuotePolicy.Judge(next, await turn.Book.TiersAsync(cancel), turn.User, settings.Policy);
        var (quote, approval) = await SubmittedAsync(revised.Quote, verdict, turn, effect, cancel);
        effect.Changes.Replace(Kinds.Quote, stored, quote);
        Refresh(effect, quote, old?.Record, team);
        if (approval is null) return;
        effect.Changes.Create(Kinds.Approval, approval);
        TellDeciders(effect, approval, team);
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
        if (approval is not null && done.Approval is { } changed) effect.Changes.Replace(Kinds.Approval, approval, changed);
        return true;
    }

    /// <summary>Every card of this quote, wherever it was posted, is brought up to date.</summary>
    public void Refresh(Effect effect, Quote quote, Approval? approval, TeamId team)
    {
        effect.Sends.Add((new(Person: quote.Owner), Message.Of(ViewFor(quote, team, quote.Owner))));
        if (approval is not null) TellDeciders(effect, approval, team);
    }

    public static CardView ViewFor(Quote quote, TeamId team, UserId viewer) => new(CardViews.QuoteKind, quote.Number.Value, team, viewer);

    public static CardView ViewFor(Approval approval, TeamId team, UserId? viewer) =>
        new(CardViews.ApprovalKind, $"{approval.Subject}|{approval.Version:0000}", team, viewer);

    private void TellDeciders(Effect effect, Approval approval, TeamId team)
    {
        effect.Sends.Add((new(Person: approval.Approver), Message.Of(ViewFor(approval, team, approval.Approver))));
        if (settings.Channel is { Length: > 0 } channel) effect.Sends.Add((new(Channel: channel), Message.Of(ViewFor(approval, team, null))));
    }

    private static async Task<(Quote Quote, Approval? Approval)> SubmittedAsync(Quote draft, Verdict verdict, Turn turn, Effect effect, CancellationToken cancel)
    {
        if (ApprovalRules.FirstApprover(turn.User, draft, await turn.Book.PeopleAsync(cancel)) is not { } route)
        {
            effect.Say(Message.Of(turn.Say(QuoteSentences.NobodyDecides)));
            return (draft, null);
        }
        switch (QuoteSteps.Submit(draft, verdict, route, turn.User.Id, turn.Now))
        {
            case QuoteStep.Done done:
                return (done.Quote, done.Approval);
            case QuoteStep.Refused { Why: var why }:
                effect.Say(Message.Of(why.In(turn.Language)));
                break;
        }
        return (draft, null);
    }

    private static Quote Draft(QuoteNumber number, AccountId account, QuoteVersion version, Turn turn) =>
        new(number, account, turn.User.Id, QuoteStatus.Draft, turn.Now, [version]);
}
