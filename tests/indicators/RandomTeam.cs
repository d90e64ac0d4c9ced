using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Reports;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using static SalesBot.Tests.Indicators.Book;
using Kinds = SalesBot.Data.Kinds;

namespace SalesBot.Tests.Indicators;

/// <summary>Writes anything that a team writes, changes it, deletes it and undoes it.</summary>
internal sealed class RandomTeam(Book book, Random random)
{
    private readonly List<Func<Task>> undos = [];
    private int id;

    public async Task WriteOrUndoAsync()
    {
        if (undos.Count == 0 || random.Next(4) > 0)
        {
            id = random.Next(12);
            await WriteAsync(random.Next(20));
            return;
        }
        var place = random.Next(undos.Count);
        var undo = undos[place];
        undos.RemoveAt(place);
        await undo();
    }

    public Task WriteNewAsync(int number)
    {
        id = number;
        return WriteAsync(number % 20);
    }

    /// <summary>Undoes what was written under the number.</summary>
    public Task TakeBackAsync(int number) => undos[number]();

    private UserId User => random.Next(2) == 0 ? Daan : Eva;
    private AccountId Account => new($"a{random.Next(5)}");
    private DateTimeOffset Moment => At("2024-06-01 12:00").AddHours(random.Next(24 * 700));
    private DateOnly Day => DateOnly.FromDateTime(Moment.DateTime);
    private DateTimeOffset? MomentOrNot => random.Next(3) == 0 ? null : Moment;
    private ContactId Contact => new($"c{random.Next(6)}");
    private T Any<T>() where T : struct, Enum => random.GetItems(Enum.GetValues<T>(), 1)[0];

    private Task WriteAsync(int kind) => kind switch
    {
        0 or 1 => PutAsync(Kinds.Account, Book.Account(NewOr(Account.Value), User, random.Next(2) == 0 ? 30 : null) with
        {
            Status = Any<AccountStatus>(),
            Wallet = random.Next(2) == 0 ? null : 50_000,
            WalletYear = 2025,
        }),
        2 or 3 or 4 => PutAsync(Kinds.Revenue,
            new Revenue(Account, new DateOnly(2024, 1, 1).AddMonths(IsNew ? id : random.Next(26)), Any<ProductGroup>(), random.Next(-100, 1_000_000) / 100m)),
        5 => PutAsync(Kinds.Target,
            Goal(TargetScope.Account, Account.Value, $"2025-{1 + id % 12:00}", random.Next(1, 9_000), random.Next(2) == 0 ? null : ProductGroup.Av)),
        6 => PutAsync(Kinds.Quote, Quote()),
        7 or 8 => PutAsync(Kinds.Visit, new Visit($"v{id}", Account, User, Day, Moment, random.Next(2) == 0 ? [] : [Contact], "Doel", random.Next(2) == 0 ? null : "Uitkomst", "Stap",
            "Lang verhaal", new([new("Lang", [new(0, 4)]), new("Verhaal", [])], false))),
        9 => PutAsync(Kinds.Lead, new Lead($"l{id}", Account, User, Moment, Any<LeadStatus>(), "fair", From: random.Next(2) == 0 ? null : Day,
            ExpectedValue: random.Next(3) == 0 ? null : random.Next(1, 5) * 1_000)),
        10 => PutAsync(Kinds.FollowUp, new FollowUp($"f{id}", random.Next(3) == 0 ? null : Account, User, Day, "Bellen", Moment, MomentOrNot)),
        11 => PutAsync(Kinds.Contact, new Contact(new($"c{id % 6}"), Account, "Jan", random.Next(3) == 0 ? null : Any<ContactRole>(), Since: random.Next(2) == 0 ? null : Day)),
        12 => PutAsync(Kinds.ContactMoment, new ContactMoment($"m{id}", Account, User, Day, ContactChannel.Call, [Contact], Moment)),
        13 => PutAsync(Kinds.Issue, new Issue($"i{id}", Account, User, Any<IssueKind>(), Any<IssueSeverity>(), "Lawaai", Day, User, Moment, MomentOrNot, MomentOrNot)),
        14 => PutAsync(Kinds.Advice, new Advice($"d{id}", Account, User, "Upgrade", Moment, Any<AdviceStatus>(), MomentOrNot)),
        15 => PutAsync(Kinds.Satisfaction, new SatisfactionScore($"s{id}", Account, User, Moment, Any<SatisfactionScale>(), random.Next(1, 6), random.Next(3) == 0)),
        16 => PutAsync(Kinds.FuturePlan, new FuturePlan($"p{id}", Account, User, "Congres", Day.AddYears(1), Moment, Moment, EndedAt: MomentOrNot)),
        17 => PutAsync(Kinds.AccountPlan, Plan()),
        18 => random.Next(3) switch
        {
            0 => PutAsync(Kinds.Proposal, new Proposal($"r{id}", User, Any<ProposalAbout>(), "Pakket", Moment, Any<ProposalStatus>(), Account, DecidedAt: MomentOrNot)),
            1 => PutAsync(Kinds.Event, new EventAttended($"e{id}", User, "Beurs", Any<EventKind>(), Day, Moment, random.Next(2) == 0 ? null : 750m, random.Next(5))),
            _ => PutAsync(Kinds.ReportDelivery, new ReportDelivery($"o{id}", "monthly", User, "x", Day, Day, Moment, MomentOrNot)),
        },
        _ => random.Next(2) == 0
            ? PutAsync(Kinds.TurnedDown, new TurnedDown($"t{id}", Account, User, Moment, Any<TurnedDownReason>(), random.Next(2) == 0 ? null : "mail"))
            : PutAsync(Kinds.Cause, new Cause($"k{id}", random.Next(4) == 0 ? null : Account, Day, Day.AddDays(40), "Verbouwing", User, Moment)),
    };

    // Numbers past the usual ones are written once only, so that they can be taken back in any order.
    private bool IsNew => undos.Count == id;
    private string NewOr(string usual) => IsNew && id >= 20 ? $"a{id}" : usual;

    private Quote Quote()
    {
        var (at, user) = (Moment, User);
        DateTimeOffset? Later(int days) => random.Next(4) == 0 ? null : at.AddDays(days);
        QuoteLine line = new(new("room"), "Kamer", "Room", ProductGroup.Overnight, PriceUnit.RoomNight, 1, random.Next(1, 5),
            random.Next(4) == 0 ? null : new DateOnly(2025, 1, 29).AddDays(random.Next(500)), 1, 0, random.Next(1, 99_999) / 100m, 0, true);
        return new(new($"Q-{id}"), Account, user, Any<QuoteStatus>(), at, [new(1, [line], 0, line.Net, 0, [], null, null, user, at)], Later(1),
            Later(2), Later(3), Later(9), random.Next(2), Competitor: random.Next(2) == 0 ? null : "Van der Valk")
        {
            Source = random.Next(2) == 0 ? null : "mail",
            AddOns = random.Next(2) == 0 ? null : [new("d1", new("room"), 100)],
        };
    }

    private AccountPlan Plan()
    {
        var from = Reckoning.MonthOf(Day);
        PlanObjective Objective(int number) => new($"o{number}", "Meer", random.Next(2) == 0 ? null : 5, Day, User,
            random.Next(2) == 0 ? null : [new("Feit", random.Next(2) == 0 ? null : "market|1", random.Next(2) == 0 ? null : from.AddMonths(random.Next(9)))]);
        var version = new PlanVersion(
            1, [.. Enumerable.Range(0, random.Next(3)).Select(Objective)], [], random.Next(1, 99_999) / 10m, 100, [], [], [new("Jan", true), new("Els")], User, Moment);
        return new($"n{id}", Account, User, from, from.AddMonths(random.Next(1, 13)).AddDays(-1), Any<PlanStatus>(), [version], MomentOrNot, ReturnedCount: random.Next(2));
    }

    private async Task PutAsync<T>(Kind<T> kind, T record) where T : class
    {
        var before = await book.Store.FindAsync(book.Partition, kind.IdOf(record), default) is { } found ? kind.Read(found).Record : null;
        if (before is not null && random.Next(4) == 0)
        {
            await book.DeleteAsync(kind, before);
            undos.Add(() => book.PutAsync(kind, before));
            return;
        }
        await book.PutAsync(kind, record);
        undos.Add(async () =>
        {
            if (before is not null) await book.PutAsync(kind, before);
            else if (await book.Store.FindAsync(book.Partition, kind.IdOf(record), default) is { } now) await book.DeleteAsync(kind, kind.Read(now).Record);
        });
    }
}
