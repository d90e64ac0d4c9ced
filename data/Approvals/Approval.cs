namespace SalesBot.Data.Approvals;

/// <summary>Changed: approved as the next version, which holds the decider's change.</summary>
public enum ApprovalState { Waiting, Approved, Returned, Rejected, Withdrawn, Superseded, Changed }

/// <summary>A supervisor's decision on one version of something; bound to that version's content.</summary>
/// <param name="ContentHash">SHA-256 of the version's content; an approval of other content is void.</param>
/// <param name="Requesters">Everybody who made a version of it; none of them decides.</param>
/// <param name="Approver">Who is asked. Others with the right may decide as well.</param>
/// <param name="Findings">What the policy said when it was submitted, one sentence a rule, Dutch and English.</param>
/// <param name="Reason">The decider's words at return or rejection, or beside an approval.</param>
/// <param name="Remarks">Questions of deciders and answers of requesters, oldest first.</param>
/// <param name="Asked">Everybody who was asked before the present approver and still has the card.</param>
/// <param name="InPlaceOf">The absent supervisor for whom the decider stood in.</param>
/// <param name="Changes">What the decider changed, where this version holds a decider's change.</param>
/// <param name="AskedAt">When the present approver was asked; null: with the request.</param>
/// <param name="Reminders">How often a decider was reminded.</param>
public sealed record Approval(
    Subject Subject, int Version, string ContentHash, AccountId Account, UserId RequestedBy, IReadOnlyList<UserId> Requesters,
    UserId Approver, DateTimeOffset RequestedAt, ApprovalState State, IReadOnlyList<Finding> Findings,
    UserId? DecidedBy = null, DateTimeOffset? DecidedAt = null, string? Reason = null,
    IReadOnlyList<Remark>? Remarks = null, IReadOnlyList<UserId>? Asked = null, UserId? InPlaceOf = null, IReadOnlyList<Finding>? Changes = null,
    DateTimeOffset? AskedAt = null, int Reminders = 0) : ITracked
{
    Subject ITracked.About => Subject;
    int ITracked.AboutVersion => Version;
    string ITracked.State => State.ToString();
    UserId? ITracked.WaitsFor => State == ApprovalState.Waiting ? Approver : null;

    /// <summary>How often it has been put to the deciders: each answered question counts one. A button of an earlier round does nothing.</summary>
    public int Round => 1 + Talk.Count(remark => !remark.IsQuestion);

    /// <summary>How often its card came anew: with each answer and each reminder. Only the last one has buttons.</summary>
    public int Post => Round + Reminders;

    public DateTimeOffset WaitsSince => AskedAt ?? RequestedAt;

    /// <summary>Somebody else is asked from now on; who was asked before keeps the card.</summary>
    public Approval AskNow(Route route, DateTimeOffset at) => this with
    {
        Approver = route.Approver.Id,
        Asked = [.. (Asked ?? []).Append(Approver).Where(asked => asked != route.Approver.Id).Distinct()],
        AskedAt = at,
        Findings = [.. Findings.Where(finding => finding.Rule != "limit"), route.Why],
    };

    /// <summary>Approvals that were stored before there were remarks have the question as their reason only.</summary>
    public IReadOnlyList<Remark> Talk => Remarks
        ?? (this is { State: ApprovalState.Returned, Reason: { } asked, DecidedBy: { } by, DecidedAt: { } at } ? [new(by, at, IsQuestion: true, asked)] : []);

    /// <summary>Whose cards are kept up to date: the present approver and those asked before.</summary>
    public IEnumerable<UserId> Deciders => (Asked ?? []).Append(Approver).Distinct();
}

/// <summary>A decider's question or a requester's answer.</summary>
public sealed record Remark(UserId By, DateTimeOffset At, bool IsQuestion, string Text);

/// <summary>One sentence of the policy in both languages: what was asked, what is allowed, why it goes where it goes.</summary>
/// <param name="Rule">tier, assortment, composition, margin, limit, no_tier, key_account.</param>
/// <param name="Deviates">False: within what the requester may do.</param>
public sealed record Finding(string Rule, bool Deviates, string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}

/// <summary>Why something is not allowed, to be said to the person.</summary>
public sealed record Refusal(string Code, string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}
