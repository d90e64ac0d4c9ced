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
/// <param name="Carried">How many of the remarks were made about earlier versions.</param>
/// <param name="Again">How often this version was put up once more after it had been taken back.</param>
/// <param name="Cards">Which post of the card each decider has last; null: the only one.</param>
public sealed record Approval(
    Subject Subject, int Version, string ContentHash, AccountId Account, UserId RequestedBy, IReadOnlyList<UserId> Requesters,
    UserId Approver, DateTimeOffset RequestedAt, ApprovalState State, IReadOnlyList<Finding> Findings,
    UserId? DecidedBy = null, DateTimeOffset? DecidedAt = null, string? Reason = null,
    IReadOnlyList<Remark>? Remarks = null, IReadOnlyList<UserId>? Asked = null, UserId? InPlaceOf = null, IReadOnlyList<Finding>? Changes = null,
    DateTimeOffset? AskedAt = null, int Reminders = 0, int Carried = 0, int Again = 0, IReadOnlyList<CardPost>? Cards = null) : ITracked
{
    Subject ITracked.About => Subject;
    int ITracked.AboutVersion => Version;
    string ITracked.State => State.ToString();
    UserId? ITracked.WaitsFor => State == ApprovalState.Waiting ? Approver : null;

    /// <summary>
    /// How often this version has been put to the deciders: each answered question counts one, and so does asking once more. A button
    /// of an earlier round does nothing.
    /// </summary>
    public int Round => 1 + Again + Talk.Skip(Carried).Count(remark => !remark.IsQuestion);

    /// <summary>How often a decider's card came anew: when they were asked, with an answer, with a reminder. Only the last one has buttons.</summary>
    public int PostOf(UserId decider) => Cards?.LastOrDefault(card => card.To == decider)?.Post ?? 1;

    public DateTimeOffset WaitsSince => AskedAt ?? RequestedAt;

    /// <summary>Somebody else is asked from now on; who was asked before keeps the card.</summary>
    public Approval AskNow(Route route, DateTimeOffset at)
    {
        var again = Holders.Contains(route.Approver.Id);
        var asked = this with
        {
            Approver = route.Approver.Id,
            Asked = [.. (Asked ?? []).Append(Approver).Where(asked => asked != route.Approver.Id).Distinct()],
            AskedAt = at,
            Findings = Because(route.Why),
        };
        return again ? asked.PostAnew([route.Approver.Id]) : asked;
    }

    /// <summary>Why it goes where it goes takes the place of what was said of that before.</summary>
    public IReadOnlyList<Finding> Because(Finding why) => [.. Findings.Where(finding => finding.Rule != "limit"), why];

    /// <summary>The card comes once more to these: below, where it is seen.</summary>
    public Approval PostAnew(IEnumerable<UserId> to)
    {
        var anew = to.ToHashSet();
        return this with { Cards = [.. Holders.Select(decider => new CardPost(decider, PostOf(decider) + (anew.Contains(decider) ? 1 : 0)))] };
    }

    /// <summary>Approvals that were stored before there were remarks have the question as their reason only.</summary>
    public IReadOnlyList<Remark> Talk => Remarks
        ?? (this is { State: ApprovalState.Returned, Reason: { } asked, DecidedBy: { } by, DecidedAt: { } at } ? [new(by, at, IsQuestion: true, asked)] : []);

    /// <summary>Who is asked: the present approver and those before.</summary>
    public IEnumerable<UserId> Deciders => (Asked ?? []).Append(Approver).Distinct();

    /// <summary>Whose cards are kept up to date: also of those who were asked before it was taken back and put up again.</summary>
    public IEnumerable<UserId> Holders => Deciders.Concat((Cards ?? []).Select(card => card.To)).Distinct();
}

/// <summary>The last post of a card to somebody: each one before it only points at the next.</summary>
public sealed record CardPost(UserId To, int Post);

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
