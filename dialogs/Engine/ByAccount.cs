using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>
/// What one message says of several customers. Each report keeps what was told of its own customer; where it is not clear whom it is
/// about, the person is asked: none is picked in silence.
/// </summary>
internal static partial class ByAccount
{
    /// <summary>So many customers are answered for in one turn.</summary>
    private const int MostAnswers = 3;

    /// <param name="own">The slots of one matter, in order of speaking.</param>
    /// <returns>The slots and the words of each matter, in order of speaking.</returns>
    public static IReadOnlyList<(IReadOnlyList<HeardSlot> Said, string Words)> Split(Flow flow, IReadOnlyList<HeardSlot> own, string words)
    {
        var accounts = Spoken(own, words);
        if (accounts.Count < 2 || flow.Slots.All(slot => slot.Name != SlotNames.Account)) return [(own, words)];
        if (!flow.Confirms) return [.. accounts.Take(MostAnswers).Select(account => ((IReadOnlyList<HeardSlot>)[.. own.Where(slot => slot.Name != SlotNames.Account), account], words))];
        return Reports(own, accounts, words) ?? [([.. own.Where(slot => slot.Name != SlotNames.Account), Either(accounts, words)], words)];
    }

    /// <summary>The different customers that were named; one that was taken back ("bij Philips, nee sorry, ASML") does not count.</summary>
    private static List<HeardSlot> Spoken(IReadOnlyList<HeardSlot> own, string words)
    {
        var accounts = own.Where(slot => slot is { Name: SlotNames.Account, Not: false, Start: >= 0, Value: SlotValue.Account }).OrderBy(slot => slot.Start)
            .DistinctBy(slot => (((SlotValue.Account)slot.Value).Id, ((SlotValue.Account)slot.Value).Id is null ? ((SlotValue.Account)slot.Value).Name : "")).ToList();
        for (var at = accounts.Count - 1; at > 0; at--)
            if (TakenBack().IsMatch(words[Math.Min(words.Length, accounts[at - 1].Start)..Math.Min(words.Length, accounts[at].Start)])) accounts.RemoveAt(at - 1);
        return accounts;
    }

    /// <summary>A report for each customer; null where they do not stand in sentences of their own, or nothing else is told of one.</summary>
    private static List<(IReadOnlyList<HeardSlot> Said, string Words)>? Reports(IReadOnlyList<HeardSlot> own, List<HeardSlot> accounts, string words)
    {
        var starts = new List<int>();
        foreach (var account in accounts.Skip(1))
        {
            var start = Beginning().Matches(words[..account.Start]).LastOrDefault() is { } last ? last.Index + last.Length : 0;
            if (start <= accounts[starts.Count].Start) return null;
            starts.Add(start);
        }
        var reports = new List<(IReadOnlyList<HeardSlot> Said, string Words)>();
        for (var at = 0; at < accounts.Count; at++)
        {
            var (from, to) = (at == 0 ? 0 : starts[at - 1], at < starts.Count ? starts[at] : words.Length);
            // What stands nowhere, such as the day of a visit that has just ended, holds for all of them.
            List<HeardSlot> said = [.. own.Where(slot => slot.Name != SlotNames.Account && (slot.Start < 0 || slot.Start >= from && slot.Start < to)), accounts[at]];
            if (!said.Exists(slot => slot.Start >= 0 && slot != accounts[at])) return null;
            // "Gisteren bij Philips, daarna bij KPMG": on the same day, unless another one is named.
            if (at > 0 && said.TrueForAll(slot => slot.Name != SlotNames.Date) && reports[^1].Said.LastOrDefault(slot => slot.Name == SlotNames.Date) is { } day) said.Add(day);
            reports.Add((said, words[from..to].Trim()));
        }
        return reports;
    }

    /// <summary>One of them, to be asked about; of a customer that is only mentioned in a sentence further on the first is meant.</summary>
    private static HeardSlot Either(List<HeardSlot> accounts, string words)
    {
        var first = accounts[0];
        var near = accounts.TakeWhile(account => !SentenceEnd().IsMatch(words[first.Start..account.Start])).Select(account => (SlotValue.Account)account.Value).ToList();
        return near.Count == 1 || near.Exists(account => account.Id is null)
            ? first
            : first with { Value = near[0] with { Others = [.. near.SelectMany(Names).DistinctBy(name => name.Id)] } };
    }

    private static IEnumerable<AccountName> Names(SlotValue.Account account) => [new(account.Id!.Value, account.Name, []), .. account.Others];

    [GeneratedRegex(@"\b(nee|no|sorry|oeps|oops|ik bedoel|i mean|correctie|correction)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TakenBack();

    /// <summary>Where one more report begins.</summary>
    [GeneratedRegex(@"([.!?;]\s+|\n+|,?\s+(en )?(daarna|vervolgens|then|after that)\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"[.!?;]\s|\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
