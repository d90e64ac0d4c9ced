using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Schedules;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Nudges;

/// <summary>What the sources look at for one person on one day; read once, when the first asks for it.</summary>
public sealed class NudgeDay
{
    private readonly PolicySettings policy;
    private readonly Dictionary<AccountId, DateOnly?> contacts = [];
    private IReadOnlyList<Account>? accounts;
    private IReadOnlyList<Quote>? quotes;
    private IndicatorSet? figures;

    public NudgeDay(Round round, User person, Language language, PolicySettings policy)
    {
        (Round, Person, Language, this.policy) = (round, person, language, policy);
        Zone = Round.ZoneOf(person);
        Today = WallClock.DayOf(round.Now, Zone);
        Book = round.BookOf(person);
    }

    public Round Round { get; }
    public User Person { get; }
    public Language Language { get; }
    public TimeZoneInfo Zone { get; }
    public DateOnly Today { get; }
    public Book Book { get; }
    public decimal KeyAccountLine => policy.KeyAccountLine;

    public string Say(Text text) => text.In(Language);

    public DateOnly DayOf(DateTimeOffset moment) => WallClock.DayOf(moment, Zone);

    /// <summary>Those that this person looks after.</summary>
    public async Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancel) =>
        accounts ??= [.. (await Book.AccountsAsync(cancel)).Where(account => account.Owner == Person.Id && account.Status != AccountStatus.Inactive)];

    public async Task<Account?> AccountAsync(AccountId id, CancellationToken cancel) => (await Book.AccountAsync(id, cancel))?.Record;

    /// <summary>The person's own quotes that are not history of an older system.</summary>
    public async Task<IReadOnlyList<Quote>> QuotesAsync(CancellationToken cancel) =>
        quotes ??= [.. (await Book.QuotesAsync(cancel)).Select(stored => stored.Record).Where(quote => quote.Owner == Person.Id && quote.Versions.Count > 0)];

    public async Task<DateOnly?> LastContactAsync(Account account, CancellationToken cancel)
    {
        if (!contacts.TryGetValue(account.Id, out var last))
            contacts[account.Id] = last = (await Book.LastContactAsync(account, Today, cancel))?.On;
        return last;
    }

    /// <summary>The last three whole months against those of a year before, and twelve months, by account.</summary>
    public async Task<IndicatorSet> FiguresAsync(CancellationToken cancel)
    {
        var month = new DateOnly(Today.Year, Today.Month, 1);
        return figures ??= await new IndicatorReading(Round.Store, Round.Tenant, Round.Team, Today, policy)
            .OfUserAsync(Person.Id, new(month.AddMonths(-3), month.AddDays(-1)), cancel);
    }

    /// <summary>Monday to Friday, so many days on.</summary>
    public DateOnly WorkingDays(int count)
    {
        var day = Today;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (WallClock.IsWorkingDay(day)) count--;
        }
        return day;
    }
}
