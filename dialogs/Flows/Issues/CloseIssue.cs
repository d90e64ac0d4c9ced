using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Issues;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Issues;

/// <summary>"De klacht van KPMG is opgelost": with what was done about it, where that is said.</summary>
internal sealed partial class CloseIssue() : Flow("close_issue", new("Klacht afsluiten", "Close a complaint"), Account, OpenIssues.Which, Resolution, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Resolution = Slot.Heard(
        SlotNames.Resolution, new("Oplossing", "Solution"), new("Wat is eraan gedaan?", "What was done about it?"),
        words => Done().Match(words) is { Success: true } done ? FlowTexts.AsLine(done.Groups["what"].Value.Trim()) : null, input: FieldInput.LongText);

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.LogIssue or Intents.CompleteFollowUp && Solved().IsMatch(words) && !Unsolved().IsMatch(words);

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel) => OpenIssues.CheckAsync(known, known.Of(Account)?.Id, turn, cancel);

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel) => new(
    [
        new(turn.Say(Title), [.. await OpenIssues.RowsAsync(known, turn, cancel), .. Rows(known, turn, [Resolution])]),
    ]);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await OpenIssues.FindAsync(known, turn, cancel) is not { } issue) return Stops.Gone(turn);
        var effect = new Effect();
        await PlanTasks.CloseAsync(issue, issue.Record with { ClosedAt = turn.Now, Resolution = known.Of(Resolution) }, turn, effect, cancel);
        return effect;
    }

    [GeneratedRegex(
        @"\b(klacht|issue|complaint|probleem|problem)\b[^.!?]*\b(opgelost|verholpen|afgehandeld|afgesloten|gesloten|solved|resolved|closed|fixed|settled|handled|klaar|weg)\b|\b(sluit|los|rond|close|resolve)\b[^.!?]*\b(klacht|issue|complaint|probleem|problem)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Solved();

    [GeneratedRegex(@"\b(niet|nooit|nog geen|not|never|isn't|moet|must|should)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Unsolved();

    [GeneratedRegex(
        @"\b(opgelost|verholpen|afgehandeld|afgesloten|solved|resolved|closed|fixed|settled|handled)\b\s*(,|:|;|\b(door|met|by|with|want|nadat|after)\b)\s*(?<what>[^.\n]{4,})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Done();
}

/// <summary>The open issue that a flow is about.</summary>
internal static class OpenIssues
{
    public static readonly Slot<string> Which = Slot.Pick(SlotNames.Which, new("Welke bedoel je?", "Which one do you mean?"));

    private static readonly Text NoneOpen = new("Daar loopt geen klacht of issue meer.", "There is no open complaint or issue there.");

    public static async ValueTask<Checked> CheckAsync(Answers known, AccountId? of, Turn turn, CancellationToken cancel)
    {
        var open = (await turn.Book.OpenIssuesAsync(cancel)).Where(issue => of is null || issue.Record.Account == of).ToList();
        var names = await turn.Book.NamesAsync(open.Select(issue => issue.Record.Account), cancel);
        return Picking.Of(
            known, Which, known.Of(Slot.Message), open, issue => issue.Id, issue => of is null ? $"{names.GetValueOrDefault(issue.Record.Account)}: {issue.Record.What}" : issue.Record.What,
            Which.Question, Stops.Of("not_found", NoneOpen, turn));
    }

    public static async Task<Stored<Issue>?> FindAsync(Answers known, Turn turn, CancellationToken cancel) =>
        (await turn.Book.OpenIssuesAsync(cancel)).FirstOrDefault(issue => issue.Id == known.Of(Which));

    public static async Task<IReadOnlyList<PreviewRow>> RowsAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await FindAsync(known, turn, cancel) is not { Record: var issue }) return [];
        var account = await turn.Book.AccountAsync(issue.Account, cancel);
        return [new(turn.Say(new("Klant", "Account")), account?.Record.Name ?? ""), new(turn.Say(new("Wat", "What")), issue.What)];
    }
}
