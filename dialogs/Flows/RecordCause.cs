using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>Why an account's revenue deviates, in somebody's own words; it stands in every bridge and report of that time from then on.</summary>
internal sealed class RecordCause() : Flow(Intents.RecordCause, new("Oorzaak vastleggen", "Record a cause"), Account, Time, Why)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant?", "At which account?"));

    private static readonly Slot<Period?> Time = Slot.Span(SlotNames.Period, new("Periode", "Period"), new("Over welke periode?", "Over which period?"), SlotNames.Date);

    private static readonly Slot<string> Why = Slot.Words(SlotNames.Reason, new("Oorzaak", "Cause"), new("Wat is de oorzaak?", "What is the cause?"), required: true);

    /// <summary>So many records are cited, the newest.</summary>
    private const int MostSources = 3;

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        // It answers the figures that were just shown, or else the year so far.
        if (!known.Has(Time)) known = known.With(Time, [turn.Lean.GetValueOrDefault(SlotNames.Period) is SlotValue.Span shown ? shown : new SlotValue.Span(Period.Year(turn.Today.Year))]);
        return new(new Checked(known));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        var period = known.Of(Time)!.Value;
        effect.Changes.Create(Kinds.Cause, new Cause(known.Id, account.Id, period.From, period.To, FlowTexts.AsLine(known.Of(Why)!), turn.User.Id, turn.Now)
        {
            Sources = await SourcesAsync(account, period, known.Of(Why)!, turn, cancel) is { Count: > 0 } sources ? sources : null,
        });
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        effect.Lean[SlotNames.Period] = new SlotValue.Span(period);
        return effect;
    }

    /// <summary>Quotes that are named, and what was recorded at the account in that time and may bear it out: quotes that were lost, issues, visit notes.</summary>
    private static async Task<IReadOnlyList<string>> SourcesAsync(Account account, Period period, string why, Turn turn, CancellationToken cancel)
    {
        var quotes = await turn.Book.QuotesAsync(account, cancel);
        var named = quotes.Where(quote => why.Contains(quote.Record.Number.Value, StringComparison.OrdinalIgnoreCase)).Select(quote => quote.Id);
        var lost = named.Union(quotes.Where(quote => quote.Record.Status == QuoteStatus.Rejected
            && quote.Record.DecidedAt is { } at && period.Contains(Reckoning.LocalDay(at))).Select(quote => quote.Id));
        var issues = (await turn.Book.IssuesAsync(account, cancel)).Where(issue => period.Contains(Reckoning.LocalDay(issue.Record.NotedAt))).Select(issue => issue.Id);
        var visits = (await turn.Book.VisitsAsync(account, 20, cancel)).Where(visit => period.Contains(visit.VisitedOn) && visit.Notes is not null).Select(Kinds.Visit.IdOf);
        return [.. lost.Concat(issues).Concat(visits).Take(MostSources)];
    }
}
