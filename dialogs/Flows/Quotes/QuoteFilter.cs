using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Lists;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Flows.Quotes;

using CardTexts = SalesBot.Cards.Quotes.QuoteTexts;

/// <summary>Which quotes a list shows. It travels in the button for the next page, where a client may have changed it: it chooses, it permits nothing.</summary>
/// <param name="Statuses">Empty: all.</param>
/// <param name="Lapsing">By option date, the first to lapse first.</param>
internal sealed partial record QuoteFilter(
    IReadOnlyList<QuoteStatus> Statuses, bool Lapsing = false, bool Mine = false, AccountId? Account = null, Period? Period = null, decimal? Above = null, decimal? Below = null)
{
    private static readonly QuoteStatus[] Open = [QuoteStatus.Draft, QuoteStatus.Submitted, QuoteStatus.Returned, QuoteStatus.Approved, QuoteStatus.Sent];
    private static readonly QuoteStatus[] Binding = [QuoteStatus.Submitted, QuoteStatus.Approved, QuoteStatus.Sent];

    /// <summary>What the words ask for; an account, a period and amounts are heard beside them.</summary>
    public static QuoteFilter Of(string words, AccountId? account, Period? period, IReadOnlyList<decimal> amounts, DateOnly today)
    {
        var filter = new QuoteFilter([], Mine: OwnWords().IsMatch(words), Account: account, Period: period);
        if (LapsedWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Expired] };
        else if (LapsingWords().IsMatch(words)) filter = filter with { Statuses = Binding, Lapsing = true, Period = period ?? new Period(today, today.AddDays(7)) };
        else if (WaitingWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Submitted] };
        else if (ApprovedWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Approved] };
        else if (LostWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Rejected] };
        else if (WonWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Accepted] };
        else if (WithdrawnWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Withdrawn] };
        else if (SentWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Sent] };
        else if (DraftWords().IsMatch(words)) filter = filter with { Statuses = [QuoteStatus.Draft, QuoteStatus.Returned] };
        else if (AllWords().IsMatch(words)) return filter;
        else if (OpenWords().IsMatch(words) || filter.IsBare && amounts.Count == 0) filter = filter with { Statuses = Open };
        if (amounts.Count >= 2) return filter with { Above = amounts.Min(), Below = amounts.Max() };
        if (amounts is [var amount]) return BelowWords().IsMatch(words) ? filter with { Below = amount } : filter with { Above = amount };
        return filter;
    }

    /// <summary>Nothing narrows it: then what is still open is meant.</summary>
    private bool IsBare => Account is null && Period is null && Statuses.Count == 0;

    /// <summary>The lists it chooses from where no account is named: what is open before what is over.</summary>
    public IEnumerable<Stretch> Lists
    {
        get
        {
            // Sending and deciding come after asking, by which open ones are listed; only an outcome is listed by its own day.
            if (Statuses.Count == 0 || Statuses.Any(Quote.MayStillBecome)) yield return new(Listing.OpenQuotes, Statuses is [QuoteStatus.Sent] ? null : Period?.From, Period?.To);
            if (Statuses.Count == 0 || !Statuses.All(Quote.MayStillBecome)) yield return new(Listing.ClosedQuotes, Period?.From, IsOfOutcome ? Period?.To : null);
        }
    }

    public bool Chooses(QuoteFacts quote, UserId reader) => Fits(quote, reader) && (Period is not { } period || DayOf(quote) is { } day && period.From <= day && day <= period.To);

    /// <summary>Of all quotes of an account, or of those whose option ends.</summary>
    public IEnumerable<Stored<Quote>> Choose(IEnumerable<Stored<Quote>> quotes, UserId reader) => Lapsing
        ? quotes.Where(stored => Fits(QuoteFacts.Of(stored.Record), reader) && OptionOf(stored.Record) is { } day && (Period is not { } period || period.From <= day && day <= period.To))
            .OrderBy(stored => OptionOf(stored.Record)).ThenBy(stored => stored.Record.Number.Value, StringComparer.Ordinal)
        : quotes.Where(stored => Chooses(QuoteFacts.Of(stored.Record), reader))
            .OrderByDescending(stored => stored.Record.RequestedAt).ThenByDescending(stored => stored.Record.Number.Value, StringComparer.Ordinal);

    private bool Fits(QuoteFacts quote, UserId reader) =>
        (Statuses.Count == 0 || Statuses.Contains(quote.Status)) && (!Mine || quote.Owner == reader)
        && (Above is not { } above || quote.Value >= above) && (Below is not { } below || quote.Value <= below);

    private bool IsOfOutcome => Statuses is [var only] && QuoteOutcomes.IsOutcome(only);

    /// <summary>The day that the period is about: of the outcome, of sending, else of asking.</summary>
    private DateOnly? DayOf(QuoteFacts quote) => IsOfOutcome ? Day(quote.DecidedAt) : Statuses is [QuoteStatus.Sent] ? Day(quote.SentAt) : Day(quote.RequestedAt);

    private static DateOnly? OptionOf(Quote quote) => quote.Versions.Count > 0 ? quote.Current.OptionDate : null;

    private static DateOnly? Day(DateTimeOffset? moment) => moment is { } at ? Reckoning.LocalDay(at) : null;

    /// <summary>What the list is of, for its head.</summary>
    public string Describe(string? accountName, Language language)
    {
        List<string> parts = [];
        if (accountName is not null) parts.Add(accountName);
        if (Mine) parts.Add(new Text("van mij", "mine").In(language));
        if (Lapsing) parts.Add(new Text("optie verloopt", "option lapses").In(language));
        else if (Statuses.SequenceEqual(Open)) parts.Add(new Text("nog open", "still open").In(language));
        else if (Statuses.Count > 0) parts.Add(CardTexts.Of(Statuses[0], language).Text.ToLower(language.Culture()));
        if (Period is { } period) parts.Add(language.Period(period));
        if (Above is { } above && Below is { } below) parts.Add($"{language.Euros(above)} – {language.Euros(below)}");
        else if (Above is { } from) parts.Add(new Text($"vanaf {language.Euros(from)}", $"from {language.Euros(from)}").In(language));
        else if (Below is { } to) parts.Add(new Text($"tot {language.Euros(to)}", $"up to {language.Euros(to)}").In(language));
        return string.Join(" · ", parts);
    }

    public override string ToString() => string.Join(';',
        string.Join(',', Statuses.Select(status => (int)status)), Lapsing ? "l" : "", Mine ? "m" : "", Account?.Value,
        Period is { } period ? $"{period.From:yyyyMMdd}-{period.To:yyyyMMdd}" : "", Plain(Above), Plain(Below));

    /// <summary>Null: it was not written here.</summary>
    public static QuoteFilter? Read(string? text)
    {
        if (text?.Split(';') is not [var statuses, var lapsing, var mine, var account, var period, var above, var below]) return null;
        var chosen = statuses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Enum.TryParse<QuoteStatus>(code, out var status) && Enum.IsDefined(status) ? status : (QuoteStatus?)null).ToList();
        if (chosen.Contains(null) || chosen.Count > 10) return null;
        Period? days = null;
        if (period.Length > 0)
        {
            if (period.Split('-') is not [var from, var to] || Exact(from) is not { } first || Exact(to) is not { } last || last < first) return null;
            days = new(first, last);
        }
        return new([.. chosen.OfType<QuoteStatus>()], lapsing == "l", mine == "m", account.Length > 0 ? new AccountId(account) : null, days, Amount(above), Amount(below));
    }

    private static string Plain(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static decimal? Amount(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static DateOnly? Exact(string text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A list of quotes is asked for: "mijn offertes", "lost quotes this quarter"; not how many, and not a figure.</summary>
    public static bool IsAskedFor(string words) => words.Length < 120 && (ListWords().IsMatch(words) || LapsingOptions().IsMatch(words)) && !Counting().IsMatch(words);

    [GeneratedRegex(@"^\W*((toon|laat|geef|lijst|overzicht|show|list|give|zie|zoek|find|mijn|my|alle|all|open|openstaande|welke|which|what|wat|verloren|lost|gewonnen|won|accepted|rejected|afgewezen|verstuurde|sent|goedgekeurde|approved|verlopen|expired|lopende|ingetrokken|withdrawn|concept|draft)\b.{0,60})?\b(offertes|quotes|quotations)\b", Options)]
    private static partial Regex ListWords();

    /// <summary>"Welke opties verlopen deze week?" is about quotes as well.</summary>
    [GeneratedRegex(@"^\W*(welke|toon|laat|mijn|which|what|show|my|list)\b.{0,20}\b(opties|optiedatums|options|option dates)\b.{0,40}\b(verlo\w+|verval\w*|af|aflop\w*|lapse|lapsing|expire|expiring|run out|end)\b", Options)]
    private static partial Regex LapsingOptions();

    [GeneratedRegex(@"\b(hoeveel|aantal|how many|number of|percentage|hitrate|hit rate|ratio|gemiddeld\w*|average|waarom|why|scoring\w*|conversie|doorlooptijd|turnaround|target|doel\w*|maak|make|stuur|send|verstuur|nieuwe|new)\b|%", Options)]
    private static partial Regex Counting();

    [GeneratedRegex(@"\b(mijn|my|mine|van mij)\b", Options)]
    private static partial Regex OwnWords();

    [GeneratedRegex(@"\b(verlopen|vervallen) offertes|\b(expired|lapsed) quotes|\b(zijn|is|have|has) (al )?(verlopen|expired|lapsed)\b", Options)]
    private static partial Regex LapsedWords();

    [GeneratedRegex(@"\b(verlopen|verloopt|verlopende|vervallen|vervalt|aflopende|lopen .{0,30}af|loopt .{0,30}af|expire|expires|expiring|lapse|lapses|lapsing|run out|runs out|opties|options)\b", Options)]
    private static partial Regex LapsingWords();

    [GeneratedRegex(@"\b(wacht\w*|waiting|wait|pending|ter goedkeuring|in behandeling|ingediend\w*|submitted)\b", Options)]
    private static partial Regex WaitingWords();

    [GeneratedRegex(@"\b(goedgekeurd\w*|approved)\b", Options)]
    private static partial Regex ApprovedWords();

    [GeneratedRegex(@"\b(verloren|afgewezen|lost|rejected|declined)\b", Options)]
    private static partial Regex LostWords();

    [GeneratedRegex(@"\b(gewonnen|geaccepteerd\w*|getekend\w*|won|accepted|signed)\b", Options)]
    private static partial Regex WonWords();

    [GeneratedRegex(@"\b(ingetrokken|withdrawn)\b", Options)]
    private static partial Regex WithdrawnWords();

    [GeneratedRegex(@"\b(verstuurd\w*|verzonden|gestuurd\w*|sent|bij de klant|with the customer)\b", Options)]
    private static partial Regex SentWords();

    [GeneratedRegex(@"\b(concept\w*|draft|drafts|in voorbereiding)\b", Options)]
    private static partial Regex DraftWords();

    [GeneratedRegex(@"\b(open|openstaand\w*|lopend\w*|outstanding|running|uit)\b", Options)]
    private static partial Regex OpenWords();

    [GeneratedRegex(@"\b(alle|allemaal|all)\b", Options)]
    private static partial Regex AllWords();

    [GeneratedRegex(@"\b(onder|minder|tot|hooguit|maximaal|lager|kleiner|under|below|less|up to|at most|smaller)\b", Options)]
    private static partial Regex BelowWords();
}
