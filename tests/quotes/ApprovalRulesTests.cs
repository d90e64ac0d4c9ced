using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

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

    private static readonly Verdict Fine = new([new("tier", false, "Goed.", "Fine.")], false);

    // 40 rooms of 135.00 less 10 %: 4,860.00.
    private static readonly QuoteVersion First = Version(new([new(Room, 40)], 10));

    private static (Quote Quote, Approval Approval) Submitted(params QuoteVersion[] versions)
    {
        var quote = Draft(versions);
        var route = ApprovalRules.FirstApprover(Daan, quote, People)!;
        var step = Assert.IsType<QuoteStep.Done>(QuoteSteps.Submit(quote, Fine, route, Daan.Id, Now));
        return (step.Quote, step.Approval!);
    }

    private static string? Code(Permission permission) => permission is Permission.Refused { Why.Code: var code } ? code : null;

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

        Assert.Equal(refused, Code(ApprovalRules.MayDecide(People[new(decider)], approval, quote, People)));
    }

    [Fact]
    public void A_larger_discount_than_the_own_limit_is_for_the_next_manager()
    {
        var (quote, approval) = Submitted(Version(new([new(Room, 40)], 10.01m)));

        Assert.Equal("mark", approval.Approver.Value);
        Assert.Equal("over_discount_limit", Code(ApprovalRules.MayDecide(People[new("sanne")], approval, quote, People)));
        Assert.Contains(approval.Findings, finding => finding is { Rule: "limit", Deviates: true }
            && finding.Nl.Contains("sanne", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4_860.00, null)]
    [InlineData(4_859.99, "over_value_limit")]
    public void A_limit_includes_its_own_amount(double limit, string? refused)
    {
        var (quote, approval) = Submitted(First);

        Assert.Equal(refused, Code(ApprovalRules.MayDecide(People[new("sanne")] with { ApprovalLimit = (decimal)limit }, approval, quote,
            People)));
    }

    [Fact]
    public void A_supervisor_never_decides_on_a_quote_of_which_they_made_any_version()
    {
        var (quote, approval) = Submitted(First with { By = new("sanne") }, Version(new([new(Room, 30)]), 2));

        Assert.Equal("own_request", Code(ApprovalRules.MayDecide(People[new("sanne")], approval, quote, People)));
        Assert.Equal("own_request", Code(ApprovalRules.MayDecide(People[new("sanne")], approval with { Requesters = [] }, quote, People)));
        Assert.NotEqual("sanne", approval.Approver.Value);
    }

    [Fact]
    public void A_supervisors_own_quote_goes_to_their_manager()
    {
        var sanne = People[new("sanne")];
        var quote = Draft(First with { By = sanne.Id });

        Assert.Equal("mark", ApprovalRules.FirstApprover(sanne, quote, People)!.Approver.Id.Value);
    }

    [Theory]
    [InlineData(10, "sanne")]
    [InlineData(200, "mark")]
    [InlineData(2_000, "ruud")]
    public void It_goes_up_until_a_limit_suffices(int rooms, string approver) =>
        Assert.Equal(approver, ApprovalRules.FirstApprover(Daan, Draft(Version(new([new(Room, rooms)]))), People)!.Approver.Id.Value);

    [Fact]
    public void A_circle_of_managers_ends_without_an_approver()
    {
        var circle = new[] { Person("a", Role.AccountManager, "b"), Person("b", Role.Supervisor, "c", limit: 1),
            Person("c", Role.Supervisor, "b", limit: 1) }
            .ToDictionary(user => user.Id);

        Assert.Null(ApprovalRules.FirstApprover(circle[new("a")], Draft(First), circle));
    }

    [Fact]
    public void Approving_an_older_version_is_refused()
    {
        var (quote, approval) = Submitted(First);
        var changed = quote with { Versions = [First, Version(new([new(Room, 45)], 10), 2)] };

        Assert.Equal("old_version", Code(ApprovalRules.MayDecide(People[new("sanne")], approval, changed, People)));
    }

    [Fact]
    public void Approving_other_content_under_the_same_version_is_refused()
    {
        var (quote, approval) = Submitted(First);
        var forged = quote with { Versions = [Version(new([new(Room, 45)], 10))] };

        Assert.Equal("content_changed", Code(ApprovalRules.MayDecide(People[new("sanne")], approval, forged, People)));
    }

    [Fact]
    public void A_decision_is_taken_once()
    {
        var (quote, approval) = Submitted(First);
        var sanne = People[new("sanne")];
        Answer[] answers = [new Answer.Approve(), new Answer.Return("Waarom?"), new Answer.Reject("Te laag")];
        foreach (var answer in answers)
        {
            var done = Assert.IsType<QuoteStep.Done>(QuoteSteps.Decide(approval, quote, answer, sanne, People, Now));
            foreach (var again in answers)
                Assert.Equal("decided", Code(QuoteSteps.Decide(done.Approval!, done.Quote, again, sanne, People, Now)));
        }
    }

    [Fact]
    public void Each_answer_has_its_outcome()
    {
        var (quote, approval) = Submitted(First);
        var sanne = People[new("sanne")];
        (QuoteStatus, ApprovalState, string?, int) After(Answer answer, User user)
        {
            var step = Assert.IsType<QuoteStep.Done>(QuoteSteps.Decide(approval, quote, answer, user, People, Now));
            Assert.Equal((user.Id, Now), (step.Approval!.DecidedBy!.Value, step.Approval.DecidedAt!.Value));
            return (step.Quote.Status, step.Approval.State, step.Approval.Reason, step.Quote.ReturnedCount);
        }

        Assert.Equal((QuoteStatus.Approved, ApprovalState.Approved, null, 0), After(new Answer.Approve(), sanne));
        Assert.Equal((QuoteStatus.Returned, ApprovalState.Returned, "Waarom?", 1), After(new Answer.Return("Waarom? "), sanne));
        Assert.Equal((QuoteStatus.Refused, ApprovalState.Rejected, "Te laag", 0), After(new Answer.Reject("Te laag"), sanne));
        Assert.Equal((QuoteStatus.Draft, ApprovalState.Withdrawn, null, 0), After(new Answer.Withdraw(), Daan));
        Assert.Equal("reason_missing", Code(QuoteSteps.Decide(approval, quote, new Answer.Return(" "), sanne, People, Now)));
        Assert.Equal("reason_missing", Code(QuoteSteps.Decide(approval, quote, new Answer.Reject(""), sanne, People, Now)));
        Assert.Equal("not_requester", Code(QuoteSteps.Decide(approval, quote, new Answer.Withdraw(), sanne, People, Now)));
    }

    [Fact]
    public void A_change_voids_the_approval_and_stops_the_sending()
    {
        var (quote, approval) = Submitted(First);
        var approved = Assert.IsType<QuoteStep.Done>(QuoteSteps.Decide(approval, quote, new Answer.Approve(), People[new("sanne")], People,
            Now));
        Assert.IsType<QuoteStep.Done>(QuoteSteps.Send(approved.Quote, approved.Approval, Now));

        var revised = Assert.IsType<QuoteStep.Done>(QuoteSteps.Revise(approved.Quote, approved.Approval,
            Version(new([new(Room, 45)], 10), 2)));

        Assert.Equal((QuoteStatus.Draft, ApprovalState.Superseded), (revised.Quote.Status, revised.Approval!.State));
        Assert.Equal("not_approved", Code(QuoteSteps.Send(revised.Quote, revised.Approval, Now)));
        Assert.Equal("not_approved", Code(QuoteSteps.Send(revised.Quote with { Status = QuoteStatus.Approved }, approved.Approval, Now)));
        Assert.Equal("old_version", Code(ApprovalRules.MayDecide(People[new("sanne")], revised.Approval, revised.Quote, People)));
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
        Assert.Equal("not_draft", Code(QuoteSteps.Submit(withdrawn.Quote, Fine, new(People[new("sanne")], Fine.Findings[0]), Daan.Id,
            Now)));
    }

    [Fact]
    public void Nothing_is_submitted_to_its_own_maker_or_without_the_justification_it_needs()
    {
        var route = new Route(People[new("sanne")], Fine.Findings[0]);

        Assert.Equal("own_request", Code(QuoteSteps.Submit(Draft(First), Fine, route, new("sanne"), Now)));
        Assert.Equal("own_request", Code(QuoteSteps.Submit(Draft(First with { By = new("sanne") }), Fine, route, Daan.Id, Now)));
        Assert.Equal("justification_missing",
            Code(QuoteSteps.Submit(Draft(First), Fine with { NeedsJustification = true }, route, Daan.Id, Now)));
    }

    [Fact]
    public void An_imported_quote_is_not_decided_on_before_it_has_lines()
    {
        var imported = Draft() with { Imported = new(9_000, 2) };
        Assert.Null(ApprovalRules.FirstApprover(Daan, imported, People));
        Assert.Equal("no_lines", Code(QuoteSteps.Submit(imported, Fine, new(People[new("sanne")], Fine.Findings[0]), Daan.Id, Now)));

        var revised = Assert.IsType<QuoteStep.Done>(QuoteSteps.Revise(imported, null, First));

        Assert.Equal(4_860m, revised.Quote.Value);
        Assert.NotNull(ApprovalRules.FirstApprover(Daan, revised.Quote, People));
    }
}
