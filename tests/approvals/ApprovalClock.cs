using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;

namespace SalesBot.Tests.Approvals;

/// <summary>Lets a talk's time pass and does what falls due about approvals, as the schedule's worker would.</summary>
internal sealed class ApprovalClock(Talk talk)
{
    private static readonly ApprovalSettings Settings = new("19:approvals", PolicySettings.Default);

    private static readonly Errand[] Errands = [new AwaitDecision(new(Settings), Settings), new RerouteRequest(new(Settings))];

    private DateTimeOffset stood = DateTimeOffset.MinValue;

    /// <summary>Until nothing is due before that moment any more; then that is the time.</summary>
    public async Task RunUntilAsync(DateTimeOffset until)
    {
        while (true)
        {
            var schedule = new Schedule(talk.Store, Errands);
            if (talk.Now - stood >= TimeSpan.FromHours(1))
            {
                stood = talk.Now;
                await schedule.StandAsync(Talk.Tenant, new("corporate"), talk.Now, CancellationToken.None);
            }
            foreach (var due in await schedule.DueAsync(talk.Corporate, talk.Now, CancellationToken.None))
                await schedule.DoAsync(Talk.Tenant, new("corporate"), due, talk.Now, CancellationToken.None);
            if (talk.Now >= until) return;
            var next = (await schedule.DueAsync(talk.Corporate, until, CancellationToken.None)).Select(due => due.Record.At).Append(until).Min();
            // Every hour somebody looks whether a request waits for the wrong one.
            var hour = Hourly ? talk.Now.AddHours(1) : until;
            talk.Now = new[] { next, hour, until }.Where(moment => moment > talk.Now).Min();
        }
    }

    public bool Hourly { get; init; } = true;

    public Task RunUntilAsync(string moment) => RunUntilAsync(DateTimeOffset.Parse(moment));

    /// <summary>First name of who is asked at that moment.</summary>
    public async Task<string> ApproverAsync(string number, string moment)
    {
        await RunUntilAsync(moment);
        var last = await talk.Store.ListAsync(talk.Corporate, Kinds.Approval, $"{number}|", 1, CancellationToken.None, descending: true);
        return NameOf(last[0].Record.Approver);
    }

    /// <summary>Whose card came anew, and when: not with the request and not with an answer, but because it had waited.</summary>
    /// <param name="sent">Everything that was sent; null: it is read.</param>
    public async Task<IReadOnlyList<(string To, DateTimeOffset At)>> RemindersAsync(string number, IReadOnlyList<OutboxMessage>? sent = null)
    {
        var reminded = (await talk.Store.ListAsync(talk.Corporate, Kinds.Trail, $"{number}|", int.MaxValue, CancellationToken.None))
            .Select(stored => stored.Record).Where(entry => entry.Cause == AwaitDecision.Called).Select(entry => entry.At).ToHashSet();
        var first = new HashSet<string>();
        var posts = new List<(string To, DateTimeOffset At)>();
        foreach (var message in sent ?? await talk.SentAsync())
        {
            if (message.To.Person is not { } person || message.Shows is not { Kind: ApprovalViews.CardKind } view || !view.Subject.StartsWith(number + "|", StringComparison.Ordinal)) continue;
            // The first message of a card posts it; every later one replaces it where it stands.
            if (first.Add($"{person}|{view.Subject}") && reminded.Contains(message.CreatedAt)) posts.Add((NameOf(person), message.CreatedAt));
        }
        return posts;
    }

    private string NameOf(UserId id) => new[] { "Sven", "Femke", "Ingrid", "Anna", "Bram" }.FirstOrDefault(name => talk.Person(name).Id == id) ?? id.Value;
}
