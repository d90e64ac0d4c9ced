using SalesBot.Cards.Approvals;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Approvals;

/// <param name="Channel">Conversation id of the approvals channel; null: there is none.</param>
/// <param name="RemindAfter">Working days after which who is asked is reminded, again and again.</param>
/// <param name="EscalateAfter">Working days after which the next manager is asked.</param>
public sealed record ApprovalSettings(string? Channel, PolicySettings Policy, int RemindAfter = 1, int EscalateAfter = 3);

/// <summary>Where anything is submitted and decided on, and everybody who looks on is told: the same for every kind.</summary>
public sealed class ApprovalDesk(ApprovalSettings settings)
{
    /// <summary>Of the policy, where the organisation has set nothing.</summary>
    public PolicySettings Policy => settings.Policy;

    /// <summary>Who would decide; null: nobody may.</summary>
    public static async Task<Route?> RouteAsync(Matter matter, Turn turn, CancellationToken cancel) =>
        ApprovalRules.FirstApprover(turn.User, matter, await MandatesAsync(turn, cancel));

    /// <summary>Asks for a decision on the current version. The record and its request go into the commit; the approver gets the card.</summary>
    /// <param name="findings">What the policy says of it.</param>
    /// <param name="before">The request for an earlier version; a live one is voided by this.</param>
    /// <param name="automatic">The policy approves it by itself: nobody is asked, and who would have decided sees that.</param>
    /// <returns>As it then is; null: it was not submitted, and the reason has been said.</returns>
    public async Task<Decidable?> SubmitAsync(
        Decidable item, IReadOnlyList<Finding> findings, Stored<Approval>? before, TeamId team, Turn turn, Effect effect, CancellationToken cancel,
        bool automatic = false)
    {
        var mandates = await MandatesAsync(turn, cancel);
        if (ApprovalRules.FirstApprover(turn.User, item.Matter, mandates) is not { } route)
        {
            effect.Refused = "nobody_decides";
            effect.Say(Message.Of(ApprovalRules.WhyNobody(turn.User, item.Matter, mandates).In(turn.Language)));
            return null;
        }
        var step = ApprovalSteps.Submit(item.Matter, findings, route, turn.User.Id, turn.Now, before?.Record);
        if (step is not ApprovalStep.Done { Approval: var approval })
        {
            Say(((ApprovalStep.Refused)step).Why, turn, effect);
            return null;
        }
        var after = item.After(approval);
        if (automatic)
        {
            approval = ApprovalSteps.ByPolicy(approval, turn.Now);
            after = after.After(approval);
        }
        await after.PutAsync(new(turn.Book.Store, turn.Book.Tenant, team, turn.Now), effect.Changes, cancel);
        if (before?.Record is { } old && old.Version == approval.Version) effect.Changes.Replace(Kinds.Approval, before, approval);
        else
        {
            if (before is not null) Void(before, team, effect);
            effect.Changes.Create(Kinds.Approval, approval);
        }
        TellDeciders(approval, team, effect);
        Await(approval, mandates, turn.Now, effect);
        return after;
    }

    /// <summary>A new version takes the place of the one asked about: a live request is void, and its cards say so.</summary>
    public void Void(Stored<Approval>? approval, TeamId team, Effect effect)
    {
        if (approval is null || ApprovalSteps.Void(approval.Record) is not { } voided) return;
        effect.Changes.Replace(Kinds.Approval, approval, voided);
        effect.Timetable.Cancel(AwaitDecision.Called, voided.Subject.Value);
        TellDeciders(voided, team, effect);
    }

    /// <returns>The file as it then is.</returns>
    public Task<ApprovalFile> DecideAsync(ApprovalFile file, Answer answer, Turn turn, Effect effect, CancellationToken cancel) => TakeAsync(
        file, ApprovalSteps.Decide(file.Approval!.Record, file.Matter, answer, Present(turn, file), file.Mandates, turn.Now), turn, effect, cancel);

    /// <summary>Approves with a change: the next version is made and approved in one.</summary>
    public async Task<ApprovalFile> ChangeAsync(
        ApprovalFile file, Wishes wishes, string? remark, Turn turn, Effect effect, CancellationToken cancel)
    {
        var decider = Present(turn, file);
        // Who may not decide learns that, and nothing of what the change would have been.
        if (ApprovalRules.MayDecide(decider, file.Approval!.Record, file.Matter, file.Mandates) is Permission.Refused { Why: var barred })
            return await TakeAsync(file, new ApprovalStep.Refused(barred), turn, effect, cancel);
        var changed = await file.Item.ChangeAsync(wishes, decider.Id, file.Reading, cancel);
        if (changed.Record is not { } next) return await TakeAsync(file, new ApprovalStep.Refused(changed.Why!), turn, effect, cancel);
        var step = ApprovalSteps.Change(
            file.Approval.Record, file.Matter, next.Matter, changed.Findings ?? [.. file.Approval.Record.Findings.Where(finding => finding.Rule != "limit")], changed.Changes, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(), decider,
            file.Mandates, turn.Now);
        return await TakeAsync(file with { Item = next }, step, turn, effect, cancel);
    }

    public Task<ApprovalFile> ReplyAsync(ApprovalFile file, string words, Turn turn, Effect effect, CancellationToken cancel) =>
        TakeAsync(file, ApprovalSteps.Reply(file.Approval!.Record, file.Matter, words, turn.User.Id, turn.Now), turn, effect, cancel);

    public Task<ApprovalFile> WithdrawAsync(ApprovalFile file, Turn turn, Effect effect, CancellationToken cancel) =>
        TakeAsync(file, ApprovalSteps.Withdraw(file.Approval!.Record, file.Matter, turn.User.Id, turn.Now), turn, effect, cancel);

    /// <summary>Every card of this request, wherever it was posted, is brought up to date.</summary>
    public void Refresh(Decidable item, Approval? approval, TeamId team, Effect effect)
    {
        if (item.OwnCard(team) is { } own) effect.Sends.Add((new(Person: item.Matter.Owner), Message.Of(own)));
        if (approval is not null) TellDeciders(approval, team, effect);
    }

    /// <summary>What became of a request by itself: why it goes where it goes stands on its owner's card as well.</summary>
    internal void RefreshWaiting(Decidable item, Approval before, Approval approval, TeamId team, Effect effect)
    {
        if (approval.Findings.SequenceEqual(before.Findings)) TellDeciders(approval, team, effect);
        else Refresh(item, approval, team, effect);
    }

    /// <summary>Looks at it again when it has waited for a while; a decision takes that off the timetable.</summary>
    internal void Await(Approval approval, Mandates mandates, DateTimeOffset now, Effect effect)
    {
        if (approval.State != ApprovalState.Waiting) effect.Timetable.Cancel(AwaitDecision.Called, approval.Subject.Value);
        else
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(mandates.People.TryGetValue(approval.Approver, out var approver) ? approver.TimeZone : "Europe/Amsterdam");
            effect.Timetable.Set(AwaitDecision.Called, approval.Subject.Value, WorkingDays.After(now, settings.RemindAfter, zone));
        }
    }

    internal void TellDeciders(Approval approval, TeamId team, Effect effect)
    {
        foreach (var decider in approval.Holders)
        {
            // The card above stays where it is and points at the new one below.
            if (ApprovalViews.Before(approval, team, decider) is { } above) effect.Sends.Add((new(Person: decider), Message.Of(above)));
            effect.Sends.Add((new(Person: decider), Message.Of(ApprovalViews.Of(approval, team, decider))));
        }
        if (settings.Channel is { Length: > 0 } channel) effect.Sends.Add((new(Channel: channel), Message.Of(ApprovalViews.Of(approval, team, null))));
    }

    /// <summary>What became of it without a decision, to whose request it is.</summary>
    internal async Task TellOwnerAsync(ApprovalFile file, Cards.Text words, Schedules.Round round, Effect effect, CancellationToken cancel)
    {
        if (!file.Mandates.People.TryGetValue(file.Matter.Owner, out var owner)) return;
        effect.Sends.Add((new(Person: owner.Id), Message.Of(words.In(await round.LanguageOfAsync(owner, cancel)))));
    }

    /// <summary>The step's records into the commit, or its refusal into words.</summary>
    private async Task<ApprovalFile> TakeAsync(ApprovalFile file, ApprovalStep step, Turn turn, Effect effect, CancellationToken cancel)
    {
        var stored = file.Approval!;
        if (step is ApprovalStep.Refused { Why: var why })
        {
            Say(Told(why, file), turn, effect);
            return file;
        }
        var approval = step is ApprovalStep.Changed change ? change.Next : ((ApprovalStep.Done)step).Approval;
        var after = file.Item.After(approval);
        await after.PutAsync(file.Reading, effect.Changes, cancel);
        effect.Changes.Replace(Kinds.Approval, stored, step is ApprovalStep.Changed { Old: var old } ? old : approval);
        if (step is ApprovalStep.Changed)
        {
            effect.Changes.Create(Kinds.Approval, approval);
            TellDeciders(stored.Record, file.Team, effect);
        }
        // Roles, limits and stand-ins lie in other partitions than the commit: they are looked at once more just before it.
        Await(approval, file.Mandates, turn.Now, effect);
        effect.StillHolds = held => file.Mandates.StillHoldsAsync(file.Reading.Store, file.Reading.Tenant, held);
        Refresh(after, approval, file.Team, effect);
        await TellRequesterAsync(file, after, approval, turn, effect, cancel);
        return file with { Item = after, Approval = stored with { Record = approval, Id = Kinds.Approval.IdOf(approval) } };
    }

    private static async Task TellRequesterAsync(ApprovalFile file, Decidable after, Approval approval, Turn turn, Effect effect, CancellationToken cancel)
    {
        var owner = after.Matter.Owner;
        if (owner == turn.User.Id || approval.State == ApprovalState.Waiting || !file.Mandates.People.TryGetValue(owner, out var person)) return;
        var told = ApprovalSentences.Decided(after.Matter, file.Account.Name, turn.User.Name, approval);
        effect.Sends.Add((new(Person: owner), Message.Of(told.In(await LanguageOf.Async(file.Reading.Store, turn.Book.Tenant, person, cancel)))));
    }

    /// <summary>"Already decided" says by whom and when.</summary>
    private static Refusal Told(Refusal why, ApprovalFile file)
    {
        var approval = file.Approval!.Record;
        if (why.Code != "decided" || approval is not { DecidedBy: { } by, DecidedAt: { } at }) return why;
        var text = ApprovalSentences.AlreadyDecided(
            approval, file.Matter.Name, file.NameOf(by), ApprovalCard.Moment(at, Language.Dutch), ApprovalCard.Moment(at, Language.English));
        return new(why.Code, text.Nl, text.En);
    }

    private static void Say(Refusal why, Turn turn, Effect effect)
    {
        effect.Refused = why.Code;
        effect.Say(Message.Of(why.In(turn.Language)));
    }

    /// <summary>The decider as the store has them now, not as the turn began.</summary>
    private static User Present(Turn turn, ApprovalFile file) =>
        file.Mandates.People.TryGetValue(turn.User.Id, out var present) ? present : turn.User with { Role = Role.AccountManager };

    private static Task<Mandates> MandatesAsync(Turn turn, CancellationToken cancel) =>
        MandateReading.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.Now, cancel);
}
