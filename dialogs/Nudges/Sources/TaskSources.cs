using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Nudges.Sources;

/// <summary>What has to be done today, and once more when it was not done.</summary>
internal sealed class FollowUpDue() : NudgeSource("follow-up", NudgeTexts.FollowUps)
{
    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var names = (await day.Book.AccountsAsync(cancel)).ToDictionary(account => account.Id, account => account.Name);
        return
        [
            .. from task in (await day.Book.OpenFollowUpsAsync(day.Person.Id, cancel)).Select(stored => stored.Record)
               where task.Due <= day.Today
               select new Nudge(
                   Kind, task.Id, $"{task.Due:yyyyMMdd} {(task.Due < day.Today ? "late" : "today")}", task.What,
                   day.Say(NudgeTexts.DueOn(task.Account is { } id ? names.GetValueOrDefault(id) : null, task.Due, day.Today)),
                   new Execute(day.Say(NudgeTexts.Done), NudgePress.Done, new ActionData(("follow-up", task.Id))))
               { Weight = day.Today.DayNumber - task.Due.DayNumber },
        ];
    }
}

/// <summary>An issue that this person sees to, on the day that it has to be dealt with, and once more when it was not.</summary>
internal sealed class IssueDue() : NudgeSource("issue", NudgeTexts.Issues)
{
    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var nudges = new List<Nudge>();
        foreach (var issue in (await day.Book.OpenIssuesAsync(cancel)).Select(stored => stored.Record))
        {
            if (issue.Owner != day.Person.Id || issue.Due > day.Today) continue;
            var account = await day.AccountAsync(issue.Account, cancel);
            nudges.Add(new(
                Kind, issue.Id, $"{issue.Due:yyyyMMdd} {(issue.Due < day.Today ? "late" : "today")}", issue.What,
                day.Say(NudgeTexts.DueOn(account?.Name, issue.Due, day.Today)), Open(day, issue.Account))
            {
                Urgent = issue.Severity == Data.Issues.IssueSeverity.High,
                Weight = (int)issue.Severity,
            });
        }
        return nudges;
    }
}

/// <summary>A request that has waited for this person's decision since yesterday.</summary>
internal sealed class ApprovalWaiting() : NudgeSource("approval", NudgeTexts.Approvals)
{
    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var nudges = new List<Nudge>();
        foreach (var stored in await day.Round.Store.ListAsync(day.Round.Partition, Kinds.Approval, "", int.MaxValue, cancel))
        {
            var approval = stored.Record;
            var asked = day.DayOf(approval.RequestedAt);
            if (approval.State != ApprovalState.Waiting || approval.Approver != day.Person.Id || asked >= day.Today) continue;
            var account = await day.Round.Store.FindAsync(day.Round.Partition, Kinds.Account, approval.Account.Value, cancel);
            var by = day.Round.People.TryGetValue(approval.RequestedBy, out var requester) ? requester.Name : "?";
            var key = $"{approval.Subject}|{approval.Version:0000}";
            nudges.Add(new(
                Kind, key, $"waits {approval.Round}", day.Say(NudgeTexts.Waits(account?.Record.Name ?? "?")), day.Say(NudgeTexts.WaitsDetail(approval.Subject.Key, asked, by)),
                new Execute(day.Say(NudgeTexts.Open), NudgePress.Open, new ActionData(("id", key))))
            {
                Urgent = true,
                Weight = day.Today.DayNumber - asked.DayNumber,
            });
        }
        return nudges;
    }
}
