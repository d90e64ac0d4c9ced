using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Tests.Quotes;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>Who may decide what: every presser with every stake in every state, against a table that was written by hand.</summary>
public sealed class MandateTableTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>
    /// sven leads anna's team up to EUR 10,000 and 10 %, ingrid above him decides without limit, femke leads another team below
    /// her. ok: may. The rest is the reason: own request, no supervisor, another team, above the value or the discount.
    /// </summary>
    private const string Table = """
        who                        | small | at    | value | percent
        requester                  | own   | own   | own   | own
        made an earlier version    | own   | own   | own   | own
        colleague                  | role  | role  | role  | role
        administrator              | role  | role  | role  | role
        own supervisor             | ok    | ok    | value | percent
        own supervisor, absent     | ok    | ok    | value | percent
        second supervisor of team  | ok    | value | value | ok
        director                   | ok    | ok    | ok    | ok
        other team's supervisor    | team  | team  | team  | team
        stand-in, day before       | team  | team  | team  | team
        stand-in, first day        | ok    | ok    | value | percent
        stand-in, last day         | ok    | ok    | value | percent
        stand-in, day after        | team  | team  | team  | team
        stand-in, back early       | team  | team  | team  | team
        account manager stands in  | ok    | ok    | value | percent
        the same, day after        | role  | role  | role  | role
        director's stand-in        | ok    | ok    | ok    | ok
        stand-in of the stand-in   | ok    | ok    | value | percent
        passed over in the chain   | team  | team  | team  | team
        requester stands in        | own   | own   | own   | own
        stands in for a maker      | own   | own   | own   | own
        administrator stands in    | role  | role  | role  | role
        nobody of the directory    | role  | role  | role  | role
        """;

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["own"] = "own_request",
        ["role"] = "not_supervisor",
        ["team"] = "other_team",
        ["value"] = "over_value_limit",
        ["percent"] = "over_discount_limit",
    };

    private static readonly Dictionary<string, (decimal Value, decimal Discount)> Stakes = new()
    {
        ["small"] = (4_860m, 5m),
        ["at"] = (10_000m, 10m),
        ["value"] = (10_000.01m, 10m),
        ["percent"] = (4_860m, 10.01m),
    };

    private static readonly User[] Staff =
    [
        Trade.Person("anna", Role.AccountManager, "sven"), Trade.Person("daan", Role.AccountManager, "sven"), Trade.Person("gijs", Role.Administrator),
        Trade.Person("sven", Role.Supervisor, "ingrid", limit: 10_000, discount: 10), Trade.Person("tim", Role.Supervisor, "ingrid", limit: 5_000, discount: 50),
        Trade.Person("mila", Role.Supervisor, "ingrid"), Trade.Person("ingrid", Role.Supervisor, team: "board"),
        Trade.Person("femke", Role.Supervisor, "ingrid", limit: 100, discount: 1, team: "utrecht"), Trade.Person("bram", Role.Supervisor, "ingrid", team: "events"),
        Trade.Person("eva", Role.AccountManager, "femke", team: "utrecht"),
    ];

    private static readonly DateOnly First = new(2026, 5, 4), Last = new(2026, 5, 8);

    /// <summary>Who presses, on which day, and who is away then.</summary>
    private static (string Presser, DateOnly Day, Absence[] Absences) Scene(string who) => who switch
    {
        "requester" => ("anna", First, []),
        "made an earlier version" => ("mila", First, []),
        "colleague" => ("daan", First, []),
        "administrator" => ("gijs", First, []),
        "own supervisor" => ("sven", First, []),
        "own supervisor, absent" => ("sven", First, [Away("sven", "femke")]),
        "second supervisor of team" => ("tim", First, []),
        "director" => ("ingrid", First, []),
        "other team's supervisor" => ("femke", First, []),
        "stand-in, day before" => ("femke", First.AddDays(-1), [Away("sven", "femke")]),
        "stand-in, first day" => ("femke", First, [Away("sven", "femke")]),
        "stand-in, last day" => ("femke", Last, [Away("sven", "femke")]),
        "stand-in, day after" => ("femke", Last.AddDays(1), [Away("sven", "femke")]),
        "stand-in, back early" => ("femke", Last, [Away("sven", "femke") with { EndedAt = Trade.Now }]),
        "account manager stands in" => ("eva", First, [Away("sven", "eva")]),
        "the same, day after" => ("eva", Last.AddDays(1), [Away("sven", "eva")]),
        "director's stand-in" => ("bram", First, [Away("ingrid", "bram")]),
        "stand-in of the stand-in" => ("femke", First, [Away("sven", "bram"), Away("bram", "femke")]),
        "passed over in the chain" => ("bram", First, [Away("sven", "bram"), Away("bram", "femke")]),
        "requester stands in" => ("anna", First, [Away("sven", "anna")]),
        "stands in for a maker" => ("femke", First, [Away("mila", "femke")]),
        "administrator stands in" => ("gijs", First, [Away("sven", "gijs")]),
        "nobody of the directory" => ("ghost", First, []),
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "The table has no such line."),
    };

    private static Absence Away(string who, string standIn) => new(who, new(who), First, Last, new(standIn), Trade.Now);

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        var lines = Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        foreach (var line in lines.Skip(1))
            for (var column = 1; column < line.Length; column++) cells.Add(line[0], lines[0][column], line[column]);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_mandate_reaches_as_far_as_the_table_says(string who, string stake, string expected)
    {
        foreach (var kind in Enum.GetValues<SubjectKind>())
        {
            // First and last minute of the day, on the clock of those who are away.
            foreach (var time in new TimeOnly[] { new(0, 0), new(23, 59, 59) })
            {
                var (presser, mandates, approval, matter) = Case(who, stake, kind, time);
                var code = ApprovalRules.MayDecide(presser, approval, matter, mandates) is Permission.Refused { Why: var why } ? why.Code : "ok";
                Assert.Equal(Codes.GetValueOrDefault(expected, "ok"), code);
            }
        }
    }

    /// <summary>Whoever it is: what is closed, old or other content is refused with that reason and no other.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void Nobody_decides_on_what_no_longer_waits(string who, string stake, string expected)
    {
        var (presser, mandates, approval, matter) = Case(who, stake, SubjectKind.Quote, new(12, 0));
        (string Code, Approval Approval, Matter Matter)[] closed =
        [
            ("decided", approval with { State = ApprovalState.Approved }, matter with { Stage = Stage.Approved }),
            ("decided", approval with { State = ApprovalState.Returned }, matter with { Stage = Stage.Returned }),
            ("decided", approval with { State = ApprovalState.Rejected }, matter with { Stage = Stage.Closed }),
            ("decided", approval with { State = ApprovalState.Withdrawn }, matter with { Stage = Stage.Draft }),
            ("decided", approval, matter with { Stage = Stage.Closed }),
            ("old_version", approval with { State = ApprovalState.Superseded }, matter),
            ("old_version", approval with { State = ApprovalState.Changed }, matter),
            ("old_version", approval, matter with { Version = 3 }),
            ("old_version", approval, matter with { Subject = new(SubjectKind.Quote, "Q-2026-0002") }),
            ("content_changed", approval, matter with { ContentHash = "other" }),
        ];
        foreach (var (code, request, now) in closed)
            Assert.Equal(code, ApprovalRules.MayDecide(presser, request, now, mandates) is Permission.Refused { Why: var why } ? why.Code : "ok, as expected " + expected);
    }

    /// <summary>A proposal's amount is compared with no limit; whose it is counts all the same.</summary>
    [Theory]
    [InlineData("own supervisor", "ok")]
    [InlineData("requester", "own_request")]
    [InlineData("other team's supervisor", "other_team")]
    public void Without_an_amount_only_whose_it_is_counts(string who, string expected)
    {
        var (presser, mandates, approval, matter) = Case(who, "value", SubjectKind.Proposal, new(12, 0));
        var code = ApprovalRules.MayDecide(presser, approval, matter with { Value = null, Discount = null }, mandates) is Permission.Refused { Why: var why } ? why.Code : "ok";
        Assert.Equal(expected, code);
    }

    /// <summary>Where a request goes, and what is said of why.</summary>
    [Theory]
    [InlineData("small", "", "sven", "binnen diens mandaat")]
    [InlineData("at", "", "sven", "binnen diens mandaat")]
    [InlineData("value", "", "ingrid", "gaat boven het mandaat van sven")]
    [InlineData("percent", "", "ingrid", "gaat boven het mandaat van sven")]
    [InlineData("small", "sven>femke", "femke", "femke beslist namens sven, die afwezig is")]
    [InlineData("value", "sven>femke", "ingrid", "gaat boven het mandaat van sven")]
    [InlineData("value", "ingrid>bram", "bram", "bram beslist namens ingrid, die afwezig is")]
    // Round in a circle: past it to the next manager.
    [InlineData("small", "sven>femke femke>sven", "ingrid", "sven is afwezig zonder vervanger")]
    [InlineData("small", "sven>femke femke>bram bram>femke", "ingrid", "sven is afwezig zonder vervanger")]
    [InlineData("small", "sven>gijs", "ingrid", "sven is afwezig zonder vervanger")]
    // The stand-in asked for it, or made a version of it.
    [InlineData("small", "sven>anna", "ingrid", "sven is afwezig zonder vervanger")]
    [InlineData("small", "sven>mila", "ingrid", "sven is afwezig zonder vervanger")]
    // Nobody above is left: a colleague of sven's, if the mandate reaches so far.
    [InlineData("small", "sven>femke femke>sven ingrid>sven", "tim", "is afwezig zonder vervanger")]
    [InlineData("value", "sven>femke femke>sven ingrid>sven", null, "mandaat van sven")]
    [InlineData("value", "ingrid>anna", null, "ingrid is afwezig zonder vervanger")]
    public void A_request_goes_to_the_first_one_up_who_can_decide(string stake, string away, string? expected, string why)
    {
        var absences = away.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => Away(pair.Split('>')[0], pair.Split('>')[1])).ToArray();
        var (_, _, _, matter) = Case("requester", stake, SubjectKind.Quote, new(12, 0));
        var mandates = Of(First, new(12, 0), absences);
        var anna = mandates.People[new("anna")];
        var route = ApprovalRules.FirstApprover(anna, matter with { Stage = Stage.Draft }, mandates);
        Assert.Equal(expected, route?.Approver.Id.Value);
        Assert.Contains(why, route?.Why.Nl ?? ApprovalRules.WhyNobody(anna, matter, mandates).Nl);
        // Whoever is asked may decide, too.
        if (route is not null)
        {
            var asked = Assert.IsType<ApprovalStep.Done>(ApprovalSteps.Submit(matter with { Stage = Stage.Draft }, [], route, anna.Id, mandates.Now)).Approval;
            Assert.IsType<Permission.Allowed>(ApprovalRules.MayDecide(route.Approver, asked, matter, mandates));
        }
    }

    private static (User Presser, Mandates Mandates, Approval Approval, Matter Matter) Case(string who, string stake, SubjectKind kind, TimeOnly time)
    {
        var (presser, day, absences) = Scene(who);
        var (value, discount) = Stakes[stake];
        var subject = new Subject(kind, "Q-2026-0001");
        // mila made the first version, anna the second.
        var matter = new Matter(subject, "Q-2026-0001", new("acc-1"), new("anna"), 2, "hash", [new("mila"), new("anna")], Stage.Submitted, value, discount);
        var approval = new Approval(
            subject, 2, "hash", new("acc-1"), new("anna"), [new("mila"), new("anna")], new("sven"), Trade.Now, ApprovalState.Waiting, []);
        var mandates = Of(day, time, absences);
        return (mandates.People.GetValueOrDefault(new(presser)) ?? Trade.Person(presser, Role.AccountManager), mandates, approval, matter);
    }

    private static Mandates Of(DateOnly day, TimeOnly time, Absence[] absences) =>
        new(Staff.ToDictionary(user => user.Id), absences, Data.Schedules.WallClock.At(day, time, Amsterdam));
}
