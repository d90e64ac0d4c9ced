using System.Globalization;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Data.Lists;

/// <summary>In which lists a record stands, and the writes that keep them.</summary>
public static class Listing
{
    /// <summary>Quotes that may still become something, by when they were asked for; those that are over, by when that was.</summary>
    public const string OpenQuotes = "quotes-open", ClosedQuotes = "quotes-closed";

    /// <summary>Quotes that hold until a day, by that day.</summary>
    public const string Options = "quotes-option";

    /// <summary>Quotes by the last four digits of their number, as people say them.</summary>
    public const string Numbers = "quotes-number";

    /// <summary>Requests for a decision that wait, the longest first.</summary>
    public const string Waiting = "waiting";

    public static string Place(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    public static string Place(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>0051 of "Q-2026-0051", "51" and "Q51".</summary>
    public static string LastDigits(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length >= 4 ? digits[^4..] : digits.PadLeft(4, '0');
    }

    /// <summary>Every place where a record stands; nothing for kinds of which no list is kept.</summary>
    public static IEnumerable<Listed> Of(object record) => record switch
    {
        Quote quote => Of(quote),
        Approval { State: ApprovalState.Waiting } approval =>
            [new(Waiting, Place(approval.RequestedAt), $"{approval.Subject}|{approval.Version:0000}", approval.Account)],
        _ => [],
    };

    /// <summary>The writes that belong in the same save as these changes. The records' own versions guard them.</summary>
    public static IEnumerable<Write> Writes(IReadOnlyList<RecordChange> changes)
    {
        var before = changes.SelectMany(change => change.Before is { } record ? Of(record) : []).DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id);
        var after = changes.SelectMany(change => change.After is { } record ? Of(record) : []).DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id);
        foreach (var entry in after.Values.Where(entry => before.GetValueOrDefault(entry.Id) != entry)) yield return Kinds.Listed.Put(entry);
        foreach (var gone in before.Keys.Except(after.Keys)) yield return new(Kinds.Listed.IdOf(gone), Kinds.Listed.Schema, null, Write.Any);
    }

    /// <summary>The writes by which all lists of a team become what its records say.</summary>
    public static async Task<IReadOnlyList<Write>> CorrectionsAsync(IDocumentStore store, Partition partition, CancellationToken cancel)
    {
        // What stands there is read first: a turn that commits meanwhile changes it, and the save notices.
        var stored = (await store.ListAsync(partition, Kinds.Listed, "", int.MaxValue, cancel)).ToDictionary(entry => entry.Record.Id);
        var records = (await store.ListAsync(partition, Kinds.Quote, "", int.MaxValue, cancel)).SelectMany(quote => Of(quote.Record))
            .Concat((await store.ListAsync(partition, Kinds.Approval, "", int.MaxValue, cancel)).SelectMany(approval => Of((object)approval.Record)));
        var writes = new List<Write>();
        foreach (var entry in records)
        {
            if (!stored.Remove(entry.Id, out var old)) writes.Add(Kinds.Listed.Create(entry));
            else if (old.Record != entry) writes.Add(Kinds.Listed.Replace(old, entry));
        }
        writes.AddRange(stored.Values.Select(Kinds.Listed.Delete));
        return writes;
    }

    /// <summary>Whether a team has records and no list yet: it is from before there were lists.</summary>
    public static async Task<bool> IsMissingAsync(IDocumentStore store, Partition partition, CancellationToken cancel) =>
        (await store.ListAsync(partition, Kinds.Listed, "", 1, cancel)).Count == 0 && (await store.ListAsync(partition, Kinds.Quote, "", 1, cancel)).Count > 0;

    private static IEnumerable<Listed> Of(Quote quote)
    {
        var (number, facts) = (quote.Number.Value, QuoteFacts.Of(quote));
        yield return quote.IsOpen
            ? new(OpenQuotes, Place(quote.RequestedAt), number, quote.Account, facts)
            : new(ClosedQuotes, Place(quote.DecidedAt ?? quote.RequestedAt), number, quote.Account, facts);
        yield return new(Numbers, LastDigits(number), number, quote.Account);
        if (quote.Status is QuoteStatus.Submitted or QuoteStatus.Approved or QuoteStatus.Sent && quote.Versions.Count > 0 && quote.Current.OptionDate is { } until)
            yield return new(Options, Place(until), number, quote.Account);
    }
}
