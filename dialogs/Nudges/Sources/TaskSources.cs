using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;

namespace SalesBot.Dialogs.Nudges.Sources;

/// <summary>What has to be done today, and once more when it was not done.</summary>
internal sealed class FollowUpDue() : NudgeSource("follow-up", NudgeTexts.FollowUps)
{
    public override async Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel)
    {
        var due = (await day.Book.OpenFollowUpsAsync(day.Person.Id, cancel)).Select(stored => stored.Record).Where(task => task.Due <= day.Today).ToList();
        var names = await day.Book.NamesAsync(due.Select(task => task.Account).OfType<Data.AccountId>(), cancel);
        return
        [
            .. from task in due
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
        var mandates = await MandateReading.ReadAsync(day.Round.Store, day.Round.Tenant, day.Round.Now, cancel);
        var names = mandates.NamesOf(day.Person).Select(name => name.Id).ToHashSet();
        var nudges = new List<Nudge>();
        // A stand-in and a next manager are asked by other teams as well.
        foreach (var team in mandates.TeamsOf(day.Person))
        {
            var reading = new ApprovalReading(day.Round.Store, day.Round.Tenant, team, day.Round.Now);
            foreach (var approval in (await day.Round.Store.ListAsync(reading.Partition, Kinds.Approval, "", int.MaxValue, cancel)).Select(stored => stored.Record))
            {
                if (approval.State != ApprovalState.Waiting || !names.Contains(approval.Approver) || day.DayOf(approval.RequestedAt) >= day.Today) continue;
                if (await ApprovalFile.ReadAsync(reading, approval.Subject, approval.Version, cancel) is { } file) nudges.Add(Of(approval, file, day));
            }
        }
        return nudges;
    }

    private Nudge Of(Approval approval, ApprovalFile file, NudgeDay day)
    {
        var asked = day.DayOf(approval.RequestedAt);
        var key = $"{approval.Subject}|{approval.Version:0000}";
        return new(
            Kind, key, $"waits {approval.Round}", day.Say(NudgeTexts.Waits(file.Account.Name)), day.Say(NudgeTexts.WaitsDetail(file.Matter.Name, asked, file.NameOf(approval.RequestedBy))),
            new Execute(day.Say(NudgeTexts.Open), NudgePress.Open, new ActionData(("id", key), ("team", file.Team.Value))))
        {
            Urgent = true,
            Weight = day.Today.DayNumber - asked.DayNumber,
        };
    }
}
