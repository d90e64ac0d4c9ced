using SalesBot.Data.People;

namespace SalesBot.Data.Approvals;

/// <summary>What a decider says to a request.</summary>
public abstract record Answer
{
    private Answer() { }

    public sealed record Approve : Answer;

    /// <summary>Back to the requester with a question.</summary>
    public sealed record Return(string Question) : Answer;

    public sealed record Reject(string Reason) : Answer;
}

/// <summary>The approval after a step, or why it is not taken.</summary>
public abstract record ApprovalStep
{
    private ApprovalStep() { }

    public sealed record Done(Approval Approval) : ApprovalStep;

    /// <summary>Approved as the next version: the old request is closed by it.</summary>
    public sealed record Changed(Approval Old, Approval Next) : ApprovalStep;

    public sealed record Refused(Refusal Why) : ApprovalStep;
}

/// <summary>
/// The way of a request, the same for every kind: waiting, back with a question and waiting again, then approved, approved with a
/// change, rejected or withdrawn. Pure: the record comes back changed and is saved against the version it was read in.
/// </summary>
public static class ApprovalSteps
{
    /// <param name="by">Who submits; counts as a requester.</param>
    /// <param name="before">The request for an earlier version: who was asked goes on seeing what becomes of it.</param>
    public static ApprovalStep Submit(Matter matter, IReadOnlyList<Finding> findings, Route route, UserId by, DateTimeOffset at, Approval? before = null)
    {
        if (matter.Version == 0)
            return Refuse("no_lines", $"{matter.Name} heeft nog niets om over te beslissen.", $"{matter.Name} has nothing to decide on yet.");
        if (matter.Stage is not (Stage.Draft or Stage.Returned))
            return Refuse("not_draft", $"{matter.Name} is al ingediend of afgehandeld.", $"{matter.Name} has already been submitted or closed.");
        if (matter.Obstacle is { } obstacle) return new ApprovalStep.Refused(obstacle);
        if (route.Approver.Id == by || matter.Makers.Contains(route.Approver.Id))
            return Refuse("own_request", "Over een eigen aanvraag beslist iemand anders.", "Somebody else decides on your own request.");
        var asked = new Approval(
            matter.Subject, matter.Version, matter.ContentHash, matter.Account, by, [.. matter.Makers.Append(by).Distinct()], route.Approver.Id, at,
            ApprovalState.Waiting, [.. findings, route.Why]);
        if (before is null) return new ApprovalStep.Done(asked);
        asked = asked with { Remarks = before.Talk };
        return new ApprovalStep.Done(before.Version == asked.Version ? Again(before, asked) : asked with { Carried = before.Talk.Count });
    }

    /// <summary>The same version once more, after it was taken back: what is pressed on a card of the first time does nothing.</summary>
    private static Approval Again(Approval before, Approval asked) => (before.PostAnew([]) with
    {
        ContentHash = asked.ContentHash,
        RequestedBy = asked.RequestedBy,
        Requesters = [.. before.Requesters.Union(asked.Requesters)],
        Approver = asked.Approver,
        Asked = null,
        RequestedAt = asked.RequestedAt,
        AskedAt = null,
        State = ApprovalState.Waiting,
        Findings = asked.Findings,
        Remarks = asked.Remarks,
        DecidedBy = null,
        DecidedAt = null,
        Reason = null,
        InPlaceOf = null,
        Changes = null,
        Again = before.Again + 1,
    }).PostAnew(before.Holders.Contains(asked.Approver) ? [asked.Approver] : []);

    /// <summary>Approved by the policy itself, as the organisation has set it: no person decided.</summary>
    public static Approval ByPolicy(Approval waiting, DateTimeOffset at) => waiting with { State = ApprovalState.Approved, DecidedAt = at };

    public static ApprovalStep Decide(Approval approval, Matter matter, Answer answer, User decider, Mandates mandates, DateTimeOffset at)
    {
        var permission = ApprovalRules.MayDecide(decider, approval, matter, mandates);
        if (permission is not Permission.Allowed allowed) return new ApprovalStep.Refused(((Permission.Refused)permission).Why);
        var decided = approval with { DecidedBy = decider.Id, DecidedAt = at, InPlaceOf = allowed.InPlaceOf };
        switch (answer)
        {
            case Answer.Approve:
                return matter.Obstacle is { } obstacle
                    ? new ApprovalStep.Refused(obstacle)
                    : new ApprovalStep.Done(decided with { State = ApprovalState.Approved });
            case Answer.Return { Question: var asked }:
                if (string.IsNullOrWhiteSpace(asked)) return Refuse("reason_missing", "Wat is je vraag aan de aanvrager?", "What is your question to the requester?");
                return new ApprovalStep.Done(decided with
                {
                    State = ApprovalState.Returned,
                    Reason = asked.Trim(),
                    // Whoever asks gets the answer, though somebody else was asked to decide.
                    Asked = approval.Deciders.Contains(decider.Id) ? approval.Asked : [.. approval.Asked ?? [], decider.Id],
                    Remarks = [.. approval.Talk, new(decider.Id, at, IsQuestion: true, asked.Trim())],
                });
            case Answer.Reject { Reason: var reason }:
                return string.IsNullOrWhiteSpace(reason)
                    ? Refuse("reason_missing", "Wat is de reden van de afwijzing?", "What is the reason for the rejection?")
                    : new ApprovalStep.Done(decided with { State = ApprovalState.Rejected, Reason = reason.Trim() });
            default:
                throw new ArgumentOutOfRangeException(nameof(answer));
        }
    }

    /// <summary>Approves what was asked with a change: the next version is made and approved in one.</summary>
    /// <param name="after">As it is with the change; its version is the next one.</param>
    /// <param name="findings">What the policy says of the changed version.</param>
    /// <param name="changes">What was changed, one sentence each.</param>
    public static ApprovalStep Change(
        Approval approval, Matter before, Matter after, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> changes, string? remark, User decider,
        Mandates mandates, DateTimeOffset at)
    {
        var permission = ApprovalRules.MayDecide(decider, approval, before, mandates, after);
        if (permission is not Permission.Allowed allowed) return new ApprovalStep.Refused(((Permission.Refused)permission).Why);
        if (changes.Count == 0) return Refuse("no_change", "Er is niets gewijzigd; keur dan gewoon goed.", "Nothing was changed; then just approve.");
        if (after.Obstacle is { } obstacle) return new ApprovalStep.Refused(obstacle);
        var old = approval with { State = ApprovalState.Changed, DecidedBy = decider.Id, DecidedAt = at, InPlaceOf = allowed.InPlaceOf, Reason = remark };
        return new ApprovalStep.Changed(old, old with
        {
            Version = after.Version,
            ContentHash = after.ContentHash,
            State = ApprovalState.Approved,
            Findings = findings,
            Changes = changes,
            Carried = old.Talk.Count,
            Again = 0,
            Reminders = 0,
            Cards = null,
        });
    }

    /// <summary>The requester answers the question: the same request waits again.</summary>
    public static ApprovalStep Reply(Approval approval, Matter matter, string words, UserId by, DateTimeOffset at)
    {
        if (approval.State is not ApprovalState.Returned || matter.Stage is not Stage.Returned || approval.Version != matter.Version)
            return Refuse("no_question", $"Over {matter.Name} staat geen vraag open.", $"There is no open question about {matter.Name}.");
        if (approval.RequestedBy != by && !approval.Requesters.Contains(by) && matter.Owner != by)
            return Refuse("not_requester", "Alleen de aanvrager beantwoordt de vraag.", "Only the requester answers the question.");
        if (approval.ContentHash != matter.ContentHash)
            return Refuse("content_changed", $"{matter.Name} is veranderd en moet opnieuw worden ingediend.", $"{matter.Name} has changed and has to be submitted again.");
        if (string.IsNullOrWhiteSpace(words)) return Refuse("answer_missing", "Typ eerst je antwoord.", "Type your answer first.");
        // To who is asked now, and to who had the question.
        var wait = new[] { approval.Approver, approval.Talk.LastOrDefault(remark => remark.IsQuestion)?.By ?? approval.Approver };
        return new ApprovalStep.Done((approval with
        {
            State = ApprovalState.Waiting,
            Requesters = [.. approval.Requesters.Append(by).Distinct()],
            Remarks = [.. approval.Talk, new(by, at, IsQuestion: false, words.Trim())],
            DecidedBy = null,
            DecidedAt = null,
            InPlaceOf = null,
            Reason = null,
            AskedAt = at,
        }).PostAnew(wait));
    }

    /// <summary>The requester takes the request back, also a returned one.</summary>
    public static ApprovalStep Withdraw(Approval approval, Matter matter, UserId by, DateTimeOffset at)
    {
        if (approval.State is not (ApprovalState.Waiting or ApprovalState.Returned) || matter.Stage is not (Stage.Submitted or Stage.Returned)
            || approval.Subject != matter.Subject || approval.Version != matter.Version)
            return Refuse("decided", $"Over {matter.Name} is al beslist.", $"{matter.Name} has already been decided on.");
        if (approval.RequestedBy != by && !approval.Requesters.Contains(by))
            return Refuse("not_requester", "Alleen de aanvrager trekt een aanvraag in.", "Only the requester withdraws a request.");
        return new ApprovalStep.Done(approval with { State = ApprovalState.Withdrawn, DecidedBy = by, DecidedAt = at });
    }

    /// <summary>A new version takes the place of the one asked about: a waiting, returned or given approval is void. Null: it was no longer alive.</summary>
    public static Approval? Void(Approval? approval) =>
        approval?.State is ApprovalState.Waiting or ApprovalState.Returned or ApprovalState.Approved ? approval with { State = ApprovalState.Superseded } : null;

    /// <summary>Whether this approval lets exactly this content leave the house.</summary>
    public static bool Covers(Approval? approval, Matter matter) =>
        approval is { State: ApprovalState.Approved } && matter.Stage is Stage.Approved && approval.Subject == matter.Subject
        && approval.Version == matter.Version && approval.ContentHash == matter.ContentHash && matter.Obstacle is null;

    private static ApprovalStep.Refused Refuse(string code, string nl, string en) => new(new Refusal(code, nl, en));
}
