using System.Text.RegularExpressions;
using SalesBot.Cards.Issues;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Issues;

/// <summary>"Welke klachten lopen er nog?", of one customer or of all.</summary>
internal sealed partial class ListIssues() : Flow("list_issues", new("Klachten en issues", "Complaints and issues"), Account)
{
    public const string List = "issues";

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.LogIssue or Intents.QuoteStatus or Intents.ListFollowUps or Intents.LeadStatus or Intents.QueryKpi or Intents.AccountOverview or Intents.OutOfScope
        && Asks().IsMatch(words) && said.All(slot => slot.Name != SlotNames.Indicator);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        Privately.Answer(Message.Of(await CardAsync(turn, known.Of(Account)?.Id, 0, cancel)), turn);

    /// <param name="without">One that this very turn closes.</param>
    public static async Task<AdaptiveCard> CardAsync(Turn turn, AccountId? of, int skip, CancellationToken cancel, string? without = null)
    {
        var people = await turn.Book.PeopleAsync(cancel);
        var open = (await turn.Book.OpenIssuesAsync(cancel)).Where(issue => issue.Id != without && (of is null || issue.Record.Account == of)).ToList();
        var shown = open.Skip(skip).Take(ListCard.PageSize).ToList();
        var names = await turn.Book.NamesAsync([.. shown.Select(issue => issue.Record.Account), .. of is { } about ? [about] : Array.Empty<AccountId>()], cancel);
        var page = shown.Select(issue => new IssueItem(
            issue.Record, issue.Id, names.GetValueOrDefault(issue.Record.Account, ""), issue.Record.Owner == turn.User.Id ? null : people.TryGetValue(issue.Record.Owner, out var owner) ? owner.Name : "?"));
        var more = open.Count > skip + ListCard.PageSize ? new ListMore(List, skip + ListCard.PageSize, of?.Value) : null;
        return IssuesCard.Of(new([.. page], turn.Today, open.Count, of is { } one ? names.GetValueOrDefault(one) : null, more), turn.Language);
    }

    [GeneratedRegex(
        @"^\W*(en |and )?(welke|wat|hoeveel|toon|laat|geef|zijn er|heb ik|hebben we|lopen|staan|show|list|which|what|how many|are there|any|open|lijst|overzicht)\b[^.!]*\b(klachten|klacht|issues?|complaints?|problemen|problems)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
