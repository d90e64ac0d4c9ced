using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Issues;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Issues;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Issues;

/// <summary>Something that went wrong for a customer, or may: a complaint, a problem, a customer that looks elsewhere.</summary>
internal sealed partial class LogIssue() : Flow(
    Intents.LogIssue, new("Klacht of issue", "Complaint or issue"), Account, What, Kind, Severity, Owner, Due, Slot.Message, Reason)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant speelt dit?", "Which account is it about?"));

    private static readonly Slot<string> What = Slot.Words(
        SlotNames.What, new("Wat", "What"), new("Wat is er aan de hand?", "What is the matter?"), required: true, input: FieldInput.LongText);

    public static readonly Slot<IssueKind?> Kind = Slot.Choice(
        SlotNames.Kind, new("Soort", "Kind"), new("Is het al gebeurd, of dreigt het?", "Has it happened, or is it looming?"),
        (IssueKind.Real, IssueTexts.Of(IssueKind.Real), "is gebeurd|al gebeurd|echt gebeurd|has happened|already happened|real\\b"),
        (IssueKind.Looming, IssueTexts.Of(IssueKind.Looming), "dreig|misschien|mogelijk|zou kunnen|overweeg|overwegen|twijfel|might|may (leave|go|switch|complain)|could (leave|go|become|turn)|looming|considering|threaten|at risk|risico"));

    public static readonly Slot<IssueSeverity?> Severity = Slot.Choice(
        SlotNames.Severity, new("Ernst", "Severity"), new("Hoe ernstig is het?", "How serious is it?"),
        (IssueSeverity.High, IssueTexts.Of(IssueSeverity.High), "ernstig|urgent|spoed|boos|woedend|razend|serious|severe|furious|angry|escal|opzeggen|weg te gaan|weggaan|vertrekken|leaving|leave us|hoge? (ernst|prioriteit)|high\\b"),
        (IssueSeverity.Medium, IssueTexts.Of(IssueSeverity.Medium), "gemiddeld|normale? (ernst|prioriteit)|medium"),
        (IssueSeverity.Low, IssueTexts.Of(IssueSeverity.Low), "licht[e]? (klacht|issue|ernst)|klein|kleinigheid|niet (zo )?(erg|ernstig)|minor|small|low\\b|lage? (ernst|prioriteit)"));

    private static readonly Slot<string> Owner = Colleagues.Slot(new("Pakt het op", "Owner"), new("Wie pakt het op?", "Who picks it up?"));

    private static readonly Slot<DateOnly?> Due = Slot.DayAhead(
        SlotNames.DueDate, new("Uiterlijk", "Due"), new("Wanneer moet het opgelost zijn?", "By when should it be solved?"), ear: Said.DueDay,
        alsoFrom: [SlotNames.Date, SlotNames.Period]);

    private static readonly Slot<string> Reason = Slot.Derived(SlotNames.Reason, value => (value as SlotValue.Text)?.Value);

    public override bool MayStayOpen(Slot slot) => false;

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        // "Gisteren" is when it happened; what has to be done lies ahead.
        if (known.Of(Due) < turn.Today) known = known.With(Due, []);
        if (!known.Has(Kind)) known = known.With(Kind, [new SlotValue.Text(nameof(IssueKind.Real))]);
        if (!known.Has(Severity)) known = known.With(Severity, [new SlotValue.Text(nameof(IssueSeverity.Medium))]);
        if (!known.Has(Owner)) known = known.With(Owner, [new SlotValue.Text(turn.User.Name)]);
        if (!known.Has(What) && known.Of(Slot.Message) is { } words && (known.Has(Reason) || Lines.Tells(words)))
            known = known.With(What, [new SlotValue.Text(Lines.Of(words, Lead()))]);
        (known, var question) = await Colleagues.CheckAsync(known, Owner, turn, cancel);
        return question is { } ask ? new(known, Owner, ask) : new(known);
    }

    public override ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel) => new(new PreviewBody(
    [
        new(turn.Say(Title),
        [
            .. Rows(known, turn, [Account, What, Kind, Severity, Owner]),
            new(turn.Say(Due.Label), turn.Language.Date(DueOf(known, turn))),
        ]),
    ]));

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        var owner = await Colleagues.FindAsync(known.Of(Owner)!, turn, cancel) ?? turn.User;
        var issue = new Issue(
            known.Id, account.Id, owner.Id, known.Of(Kind)!.Value, known.Of(Severity)!.Value, known.Of(What)!, DueOf(known, turn), turn.User.Id, turn.Now,
            ComplainedAt: known.Of(Kind) == IssueKind.Real && Complaint().IsMatch(known.Of(Slot.Message) ?? "") ? turn.Now : null);
        effect.Changes.Create(Kinds.Issue, issue);
        if (owner.Id != turn.User.Id) effect.Sends.Add((new Recipient(Person: owner.Id), IssueSentences.Assigned(issue, account.Name, turn.User.Name, owner.Language ?? turn.Language)));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    private static DateOnly DueOf(Answers known, Turn turn) => known.Of(Due) ?? IssueDeadline.For(known.Of(Severity) ?? IssueSeverity.Medium, turn.Today);

    [GeneratedRegex(@"^\s*(noteer|registreer|log|note|record|leg vast|nieuwe?|new)?\s*(een|a|an|the|de)?\s*(klacht|complaint|issue|probleem|problem)\s*[:,-]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(@"klacht|klaag|klagen|complain", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    internal static partial Regex Complaint();
}

internal static class IssueSentences
{
    public static Message Assigned(Issue issue, string account, string by, Language language) => Message.Of(new Text(
        $"{by} heeft je een issue gegeven: {issue.What} ({account}), uiterlijk {language.Date(issue.Due)}.",
        $"{by} gave you an issue: {issue.What} ({account}), due {language.Date(issue.Due)}.").In(language));
}
