using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Approvals;

public sealed class ApprovalRulesTests
{
    private static readonly User Daan = Person("daan", Role.AccountManager, "sanne", 1);
    private static readonly Dictionary<UserId, User> People = new User[]
    {
        Daan,
        Person("eva", Role.AccountManager, "sanne", 2),
        Person("sanne", Role.Supervisor, "mark", limit: 15_000, discount: 10),
        Person("tim", Role.Supervisor, "mark", limit: 2_000, discount: 50),
        Person("mark", Role.Supervisor, "ruud", limit: 50_000, discount: 20, team: "directie"),
        Person("ruud", Role.Supervisor, team: "directie"),
        Person("olga", Role.Supervisor, team: "utrecht"),
        Person("beheer", Role.Administrator),
    }.ToDictionary(user => user.Id);

    private static readonly Finding[] Fine = [new("tier", false, "Goed.", "Fine.")];

    private static readonly Mandates Mandates = new(People, [], Now);

    // 40 rooms of 135.00 less 10 %: 4,860.00.
    private static readonly QuoteVersion First = Version(new([new(Room, 40)], 10));

    private static (Quote Quote, Approval Approval) Submitted(params QuoteVersion[] versions)
    {
        var quote = Draft(versions);
        var route = ApprovalRules.FirstApprover(Daan, QuoteMatter.Of(quote), Mandates)!;
        var step = Assert.IsType<ApprovalStep.Done>(ApprovalSteps.Submit(QuoteMatter.Of(quote), Fine, route, Daan.Id, Now));
        return (QuoteMatter.After(quote, step.Approval), step.Approval);
    }

    private static string? Refused(string decider, Approval approval, Quote quote) => Refused(People[new(decider)], approval, quote);

    private static string? Refused(User decider, Approval approval, Quote quote) =>
        ApprovalRules.MayDecide(decider, approval, QuoteMatter.Of(quote), Mandates) is Permission.Refused { Why.Code: var code } ? code : null;

    private static string? Approver(User requester, Quote quote, IReadOnlyDictionary<UserId, User>? people = null) =>
        ApprovalRules.FirstApprover(requester, QuoteMatter.Of(quote), new(people ?? People, [], Now))?.Approver.Id.Value;

    private static ApprovalStep Decide(Approval approval, Quote quote, Answer answer, string decider = "sanne") =>
        ApprovalSteps.Decide(approval, QuoteMatter.Of(quote), answer, People[new(decider)], Mandates, Now);

    private static (Quote Quote, Approval Approval) Decided(Approval approval, Quote quote, Answer answer)
    {
        var done = Assert.IsType<ApprovalStep.Done>(Decide(approval, quote, answer));
        return (QuoteMatter.After(quote, done.Approval), done.Approval);
    }

    private static string? Code(ApprovalStep step) => step is ApprovalStep.Refused { Why.Code: var code } ? code : null;

    private static string? Code(QuoteStep step) => step is QuoteStep.Refused { Why.Code: var code } ? code : null;

    [Theory]
    [InlineData("sanne", null)]
    [InlineData("mark", null)]
    [InlineData("ruud", null)]
    [InlineData("tim", "over_value_limit")]
    [InlineData("olga", "other_team")]
    [InlineData("eva", "not_supervisor")]
    [InlineData("beheer", "not_supervisor")]
    [InlineData("daan", "own_request")]
    public void Who_may_decide(string decider, string? refused)
    {
        var (quote, approval) = Submitted(First);

        Assert.Equal(refused, Refused(decider, approval, quote));
    }

    [Fact]
    public void A_larger_discount_than_the_own_limit_is_for_the_next_manager()
    {
        var (quote, approval) = Submitted(Version(new([new(Room, 40)], 10.01m)));

        Assert.Equal("mark", approval.Approver.Value);
        Assert.Equal("over_discount_limit", Refused("sanne", approval, quote));
        Assert.Contains(approval.Findings, finding => finding is { Rule: "limit", Deviates: true }
            && finding.Nl.Contains("sanne", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4_860.00, null)]
    [InlineData(4_859.99, "over_value_limit")]
    public void A_limit_includes_its_own_amount(double limit, string? refused)
    {
        var (quote, approval) = Submitted(First);

        Assert.Equal(refused, Refused(People[new("sanne")] with { ApprovalLimit = (decimal)limit }, approval, quote));
    }

    [Fact]
    public void A_supervisor_never_decides_on_a_quote_of_which_they_made_any_version()
    {
        var (quote, approval) = Submitted(First with { By = new("sanne") }, Version(new([new(Room, 30)]), 2));

        Assert.Equal("own_request", Refused("sanne", approval, quote));
        Assert.Equal("own_request", Refused("sanne", approval with { Requesters = [] }, quote));
        Assert.NotEqual("sanne", approval.Approver.Value);
    }

    [Fact]
    public void A_supervisors_own_quote_goes_to_their_manager()
    {
        var sanne = People[new("sanne")];
        var quote = Draft(First with { By = sanne.Id });

        Assert.Equal("mark", Approver(sanne, quote));
    }

    [Theory]
    [InlineData(10, "sanne")]
    [InlineData(200, "mark")]
    [InlineData(2_000, "ruud")]
    public void It_goes_up_until_a_limit_suffices(int rooms, string approver) =>
        Assert.Equal(approver, Approver(Daan, Draft(Version(new([new(Room, rooms)])))));

    [Fact]
    public void A_circle_of_managers_ends_without_an_approver()
    {
        var circle = new[] { Person("a", Role.AccountManager, "b"), Person("b", Role.Supervisor, "c", limit: 1),
            Person("c", Role.Supervisor, "b", limit: 1) }
            .ToDictionary(user => user.Id);

        Assert.Null(Approver(circle[new("a")], Draft(First), circle));
    }

    [Fact]
    public void Approving_an_older_version_is_refused()
    {
        var (quote, approval) = Submitted(First);
        var changed = quote with { Versions = [First, Version(new([new(Room, 45)], 10), 2)] };

        Assert.Equal("old_version", Refused("sanne", approval, changed));
    }

    [Fact]
    public void Approving_other_content_under_the_same_version_is_refused()
    {
        var (quote, approval) = Submitted(First);
        var forged = quote with { Versions = [Version(new([new(Room, 45)], 10))] };

        Assert.Equal("content_changed", Refused("sanne", approval, forged));
    }

    [Fact]
    public void A_decision_is_taken_once()
    {
        var (quote, approval) = Submitted(First);
        var sanne = People[new("sanne")];
        Answer[] answers = [new Answer.Approve(), new Answer.Return("Waarom?"), new Answer.Reject("Te laag")];
        foreach (var answer in answers)
        {
            var after = Decided(approval, quote, answer);
            foreach (var again in answers) Assert.Equal("decided", Code(Decide(after.Approval, after.Quote, again)));
        }
    }

    [Fact]
    public void Each_answer_has_its_outcome()
    {
        var (quote, approval) = Submitted(First);
        (QuoteStatus, ApprovalState, string?, int) After(Answer answer)
        {
            var after = Decided(approval, quote, answer);
            Assert.Equal((new UserId("sanne"), Now), (after.Approval.DecidedBy!.Value, after.Approval.DecidedAt!.Value));
            return (after.Quote.Status, after.Approval.State, after.Approval.Reason, after.Quote.ReturnedCount);
        }

        Assert.Equal((QuoteStatus.Approved, ApprovalState.Approved, null, 0), After(new Answer.Approve()));
        Assert.Equal((QuoteStatus.Returned, ApprovalState.Returned, "Waarom?", 1), After(new Answer.Return("Waarom? ")));
        Assert.Equal((QuoteStatus.Refused, ApprovalState.Rejected, "Te laag", 0), After(new Answer.Reject("Te laag")));
        Assert.Equal("reason_missing", Code(Decide(approval, quote, new Answer.Return(" "))));
        Assert.Equal("reason_missing", Code(Decide(approval, quote, new Answer.Reject(""))));
    }

    [Fact]
    public void Only_the_requester_takes_a_request_back_and_only_before_a_decision()
    {
        var (quote, approval) = Submitted(First);
        var withdrawn = Assert.IsType<ApprovalStep.Done>(ApprovalSteps.Withdraw(approval, QuoteMatter.Of(quote), Daan.Id, Now)).Approval;
        Assert.Equal((ApprovalState.Withdrawn, QuoteStatus.Draft), (withdrawn.State, QuoteMatter.After(quote, withdrawn).Status));
        Assert.Equal("not_requester", Code(ApprovalSteps.Withdraw(approval, QuoteMatter.Of(quote), new("sanne"), Now)));
        var decided = Decided(approval, quote, new Answer.Approve());
        Assert.Equal("decided", Code(ApprovalSteps.Withdraw(decided.Approval, QuoteMatter.Of(decided.Quote), Daan.Id, Now)));
    }

    [Fact]
    public void An_answered_question_waits_again_in_its_next_round()
    {
        var (quote, approval) = Submitted(First);
        var asked = Decided(approval, quote, new Answer.Return("Waarom?"));
        Assert.Equal("not_requester", Code(ApprovalSteps.Reply(asked.Approval, QuoteMatter.Of(asked.Quote), "Daarom", new("sanne"), Now)));
        Assert.Equal("answer_missing", Code(ApprovalSteps.Reply(asked.Approval, QuoteMatter.Of(asked.Quote), " ", Daan.Id, Now)));

        var answered = Assert.IsType<ApprovalStep.Done>(ApprovalSteps.Reply(asked.Approval, QuoteMatter.Of(asked.Quote), "Daarom", Daan.Id, Now)).Approval;

        Assert.Equal((ApprovalState.Waiting, 2, null), (answered.State, answered.Round, answered.DecidedBy));
        Assert.Equal(["Waarom?", "Daarom"], answered.Talk.Select(remark => remark.Text));
        Assert.Equal(approval.ContentHash, answered.ContentHash);
        Assert.Equal("no_question", Code(ApprovalSteps.Reply(answered, QuoteMatter.Of(QuoteMatter.After(asked.Quote, answered)), "Nog eens", Daan.Id, Now)));
        Decided(answered, QuoteMatter.After(asked.Quote, answered), new Answer.Approve());
    }

    [Fact]
    public void A_change_voids_the_approval_and_stops_the_sending()
    {
        var (quote, approval) = Submitted(First);
        var approved = Decided(approval, quote, new Answer.Approve());
        Assert.IsType<QuoteStep.Done>(QuoteSteps.Send(approved.Quote, approved.Approval, null, Now));

        var revised = Assert.IsType<QuoteStep.Done>(QuoteSteps.Revise(approved.Quote, approved.Approval,
            Version(new([new(Room, 45)], 10), 2)));

        Assert.Equal((QuoteStatus.Draft, ApprovalState.Superseded), (revised.Quote.Status, revised.Approval!.State));
        Assert.Equal("not_approved", Code(QuoteSteps.Send(revised.Quote, revised.Approval, null, Now)));
        Assert.Equal("not_approved", Code(QuoteSteps.Send(revised.Quote with { Status = QuoteStatus.Approved }, approved.Approval, null, Now)));
        Assert.Equal("old_version", Refused("sanne", revised.Approval, revised.Quote));
        Assert.Equal("old_version", Code(QuoteSteps.Revise(revised.Quote, null, Version(new([new(Room, 46)]), 2))));
    }

    [Fact]
    public void What_was_not_sent_has_no_outcome_and_what_is_closed_stays_closed()
    {
        var (quote, approval) = Submitted(First);

        Assert.Equal("not_sent", Code(QuoteSteps.Close(quote, approval, QuoteStatus.Accepted, Now)));
        var withdrawn = Assert.IsType<QuoteStep.Done>(QuoteSteps.Close(quote, approval, QuoteStatus.Withdrawn, Now, "Afgelast"));
        Assert.Equal((QuoteStatus.Withdrawn, ApprovalState.Withdrawn, "Afgelast"),
            (withdrawn.Quote.Status, withdrawn.Approval!.State, withdrawn.Quote.Reason));
        Assert.Equal("closed", Code(QuoteSteps.Close(withdrawn.Quote, null, QuoteStatus.Accepted, Now)));
        Assert.Equal("closed", Code(QuoteSteps.Revise(withdrawn.Quote, null, Version(new([new(Room, 1)]), 2))));
        Assert.Equal("not_draft", Code(ApprovalSteps.Submit(QuoteMatter.Of(withdrawn.Quote), Fine, new(People[new("sanne")], Fine[0]), Daan.Id, Now)));
    }

    [Fact]
    public void Nothing_is_submitted_to_its_own_maker()
    {
        var route = new Route(People[new("sanne")], Fine[0]);

        Assert.Equal("own_request", Code(ApprovalSteps.Submit(QuoteMatter.Of(Draft(First)), Fine, route, new("sanne"), Now)));
        Assert.Equal("own_request", Code(ApprovalSteps.Submit(QuoteMatter.Of(Draft(First with { By = new("sanne") })), Fine, route, Daan.Id, Now)));
    }

    [Fact]
    public void An_imported_quote_is_not_decided_on_before_it_has_lines()
    {
        var imported = Draft() with { Imported = new(9_000, 2) };
        Assert.Null(Approver(Daan, imported));
        Assert.Equal("no_lines", Code(ApprovalSteps.Submit(QuoteMatter.Of(imported), Fine, new(People[new("sanne")], Fine[0]), Daan.Id, Now)));

        var revised = Assert.IsType<QuoteStep.Done>(QuoteSteps.Revise(imported, null, First));

        Assert.Equal(4_860m, revised.Quote.Value);
        Assert.NotNull(Approver(Daan, revised.Quote));
    }
}
