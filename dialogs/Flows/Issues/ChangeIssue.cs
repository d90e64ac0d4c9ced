using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Issues;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Issues;

/// <summary>Another owner, another due date, another severity for an open issue.</summary>
internal sealed partial class ChangeIssue() : Flow(
    "change_issue", new("Klacht wijzigen", "Change a complaint"), Account, OpenIssues.Which, Owner, Due, LogIssue.Severity, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Owner = Colleagues.Slot(new("Pakt het op", "Owner"), new("Wie pakt het op?", "Who picks it up?"));

    private static readonly Slot<DateOnly?> Due = Slot.DayAhead(SlotNames.DueDate, new("Uiterlijk", "Due"), new(
        "Wat moet er anders: wie pakt het op, of wanneer moet het klaar zijn?", "What should change: who picks it up, or when is it due?"));

    public override bool Claims(string words, Progress? open, Turn turn) => open is null && Hands().IsMatch(words);

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.LogIssue or Intents.ChangeQuote or Intents.AddFollowUp or Intents.CompleteFollowUp && Changes().IsMatch(words);

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var found = await OpenIssues.CheckAsync(known, known.Of(Account)?.Id, turn, cancel);
        if (found.Stops is not null || found.Asks is not null) return found;
        (known, var question) = await Colleagues.CheckAsync(found.Known, Owner, turn, cancel);
        return question is { } ask ? new(known, Owner, ask) : known.Has(Owner) || known.Has(Due) || known.Has(LogIssue.Severity) ? new(known) : new(known, Due);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var rows = new List<PreviewRow>(await OpenIssues.RowsAsync(known, turn, cancel));
        if (await OpenIssues.FindAsync(known, turn, cancel) is { Record: var issue })
        {
            var people = await turn.Book.PeopleAsync(cancel);
            if (known.Of(Owner) is { } owner) rows.Add(new(turn.Say(Owner.Label), $"{(people.TryGetValue(issue.Owner, out var old) ? old.Name : "?")} → {owner}"));
            if (known.Of(Due) is { } due) rows.Add(new(turn.Say(Due.Label), $"{turn.Language.Date(issue.Due)} → {turn.Language.Date(due)}"));
            if (known.Of(LogIssue.Severity) is { } severity) rows.Add(new(turn.Say(LogIssue.Severity.Label), $"{turn.Say(IssueTexts.Of(issue.Severity))} → {turn.Say(IssueTexts.Of(severity))}"));
        }
        return new([new(turn.Say(Title), rows)]);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await OpenIssues.FindAsync(known, turn, cancel) is not { Record: var issue } stored) return Stops.Gone(turn);
        var effect = new Effect();
        var owner = known.Of(Owner) is { } name ? await Colleagues.FindAsync(name, turn, cancel) : null;
        var changed = issue with { Owner = owner?.Id ?? issue.Owner, Due = known.Of(Due) ?? issue.Due, Severity = known.Of(LogIssue.Severity) ?? issue.Severity };
        effect.Changes.Replace(Kinds.Issue, stored, changed);
        if (owner is not null && owner.Id != turn.User.Id && owner.Id != issue.Owner && await turn.Book.AccountAsync(issue.Account, cancel) is { } account)
            effect.Sends.Add((new Recipient(Person: owner.Id), IssueSentences.Assigned(changed, account.Record.Name, turn.User.Name, owner.Language ?? turn.Language)));
        return effect;
    }

    [GeneratedRegex(
        @"\b(zet|put|verzet|verplaats|geef|draag|wijs|move|postpone|assign|hand|reassign|give|change|wijzig|maak)\b[^.!?]*\b(klacht|issue|complaint|probleem|problem)\b|\b(de|die|deze|het|dat|the|that|this) (klacht|issue|complaint|probleem|problem)\b[^.!?]*\b(moet|uiterlijk|op naam|eigenaar|owner|must|should|due|is (ernstig|urgent|serious))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Changes();

    /// <summary>"Zet de klacht over de wifi op Sven": nothing else can be meant.</summary>
    [GeneratedRegex(
        @"^\W*(zet|geef|draag|wijs|assign|hand|reassign|give)\b (de|die|deze|the|that|this) (klacht|issue|complaint|probleem|problem)\b[^.!?]*\b(op( naam van)?|aan|to) (?-i:\p{Lu})\p{L}+[.!]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hands();
}
