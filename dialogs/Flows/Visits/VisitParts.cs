using System.Text.RegularExpressions;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Satisfaction;
using SalesBot.Data;
using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.Issues;
using SalesBot.Data.Satisfaction;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Advising;
using SalesBot.Dialogs.Flows.Events;
using SalesBot.Dialogs.Flows.FuturePlans;
using SalesBot.Dialogs.Flows.Issues;
using SalesBot.Dialogs.Flows.Satisfaction;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Summaries;

namespace SalesBot.Dialogs.Flows.Visits;

/// <summary>What a visit report tells besides the visit: a complaint, advice, a score, a plan, an event. Each is read from its own sentence.</summary>
internal static partial class VisitParts
{
    public static readonly Slot<string> Issue = Slot.Heard(
        SlotNames.Issue, new("Klacht of issue", "Complaint or issue"), new("Wat is er aan de hand?", "What is the matter?"),
        words => First(words, sentence => Complains().IsMatch(sentence) && !Content().IsMatch(sentence) ? sentence : null), input: FieldInput.LongText);

    public static readonly Slot<string> Advice = Slot.Heard(
        SlotNames.Advice, new("Advies", "Advice"), new("Wat heb je geadviseerd?", "What did you advise?"), words => First(words, LogAdvice.Recommended), input: FieldInput.LongText);

    public static readonly Slot<string> Plan = Slot.Heard(
        SlotNames.Plan, new("Toekomstplan", "Future plan"), new("Wat zijn ze van plan?", "What are they planning?"),
        words => First(words, sentence => Plans().IsMatch(sentence) ? sentence : null), input: FieldInput.LongText);

    public static readonly Slot<string> Event = Slot.Heard(
        SlotNames.Event, new("Beurs of event", "Fair or event"), new("Welke beurs of welk event?", "Which fair or event?"),
        words => First(words, sentence => Attends().IsMatch(sentence) ? EventNames.In(sentence) : null));

    public static readonly Slot<decimal?> Score = Slot.Number(SlotNames.Score, new("Cijfer", "Score"), new("Welk cijfer?", "Which score?"));

    public static readonly Slot<SatisfactionScale?> Scale = Scores.Scale.Silent();

    public static readonly Slot<ScoreBy?> By = Scores.By.Silent();

    public static readonly IReadOnlyList<Slot> All = [Issue, Advice, Score, Scale, By, Plan, Event];

    public static bool Needs(Slot slot, Answers known) => slot != Scale && slot != By || known.Has(Score);

    /// <summary>Another matter of the same message as a part of the report; null where nothing of it can be told.</summary>
    public static IReadOnlyList<HeardSlot>? Absorb(string other, IReadOnlyList<HeardSlot> said, Turn turn)
    {
        if (other == Intents.LogSatisfaction) return [.. said.Where(slot => slot.Name == SlotNames.Score)];
        var slot = other switch
        {
            Intents.LogIssue => Issue,
            Intents.LogAdvice => Advice,
            Intents.LogFuturePlan => Plan,
            Intents.LogEvent => Event,
            _ => null,
        };
        if (slot is null) return null;
        var words = turn.Incoming.Text ?? "";
        if (slot.Hear(words, turn) is not null) return [];
        if (slot == Event) return null;
        // No word of it is known here, but understanding heard it in this sentence.
        var at = said.FirstOrDefault(value => value.Start >= 0 && value.Start < words.Length)?.Start;
        return at is { } place && NoteText.Sentences(words).FirstOrDefault(span => span.Start <= place && place < span.Start + span.Length) is { Length: > 0 } sentence
            ? [new(slot.Name, new SlotValue.Text(FlowTexts.AsLine(sentence.Of(words).Trim(' ', '.'))), said[0].Intent, place)]
            : null;
    }

    /// <summary>Whose score it is and on which scale, by its own sentence; a plan's dates are not those of the lead or the follow-up.</summary>
    public static Checked Check(Answers known, Slot<Data.Indicators.Period?> dates, Slot<DateOnly?> due, Turn turn)
    {
        if (known.Of(Plan) is { } plan && Said.PlannedFor(plan, turn) is { } horizon)
        {
            if (known.Raw(dates).Contains(horizon)) known = known.With(dates, []);
            if (known.Raw(due).Contains(horizon)) known = known.With(due, []);
        }
        if (known.Of(Score) is not { } score) return new(known);
        var sentence = First(known.Of(Slot.Message) ?? "", each => each.Contains($"{score:0.#}", StringComparison.Ordinal) ? each : null) ?? "";
        return Scores.Check(known, Score, Scale, By, sentence);
    }

    public static IEnumerable<PreviewSection> Sections(Answers known, Turn turn, Func<IEnumerable<Slot>, IReadOnlyList<PreviewRow>> rows)
    {
        if (known.Of(Issue) is { } issue) yield return new(turn.Say(Issue.Label), [new(turn.Say(new("Wat", "What")), issue), new(turn.Say(LogIssue.Severity.Label), turn.Say(Cards.Issues.IssueTexts.Of(SeverityOf(issue))))]);
        if (known.Has(Advice)) yield return new(turn.Say(Advice.Label), rows([Advice]));
        if (known.Has(Score)) yield return new(turn.Say(SatisfactionTexts.Title), rows([Score, Scale, By]));
        if (known.Has(Plan)) yield return new(turn.Say(Plan.Label), rows([Plan]));
        if (known.Has(Event)) yield return new(turn.Say(Event.Label), rows([Event]));
    }

    public static void Write(Answers known, AccountId account, DateOnly on, Turn turn, Effect effect)
    {
        if (known.Of(Issue) is { } issue)
            effect.Changes.Create(Kinds.Issue, new Issue(
                known.Id, account, turn.User.Id, KindOf(issue), SeverityOf(issue), issue, IssueDeadline.For(SeverityOf(issue), turn.Today), turn.User.Id, turn.Now,
                ComplainedAt: KindOf(issue) == IssueKind.Real && LogIssue.Complaint().IsMatch(issue) ? turn.Now : null, Visit: known.Id));
        if (known.Of(Advice) is { } advice) effect.Changes.Create(Kinds.Advice, new Advice(known.Id, account, turn.User.Id, advice, turn.Now, Visit: known.Id));
        if (known.Of(Score) is { } score)
            effect.Changes.Create(Kinds.Satisfaction, new SatisfactionScore(
                known.Id, account, turn.User.Id, turn.Now, known.Of(Scale)!.Value, score, known.Of(By) == ScoreBy.Us, Visit: known.Id));
        if (known.Of(Plan) is { } plan)
        {
            var horizon = Said.PlannedFor(plan, turn) switch
            {
                SlotValue.Span span => span.Value,
                SlotValue.Date day => new(day.Value, day.Value),
                _ => new Data.Indicators.Period(turn.Today, turn.Today.AddYears(1)),
            };
            effect.Changes.Create(Kinds.FuturePlan, LogFuturePlan.Of(
                known.Id, account, plan, horizon, (Said.ChoosesIn(plan, turn) as SlotValue.Span)?.Value, null, turn, known.Id));
        }
        if (known.Of(Event) is { } name)
            effect.Changes.Create(Kinds.Event, new EventAttended(
                known.Id, turn.User.Id, name, Option.Said(LogEvent.Kind.Options, known.Of(Slot.Message) ?? name) is { } kind && Enum.TryParse<EventKind>(kind.Value, out var sort) ? sort : EventKind.Other,
                on, turn.Now));
    }

    /// <summary>What the note says of a competitor: the sentences that name it.</summary>
    public static string Told(string? note, string competitor)
    {
        var named = note is null ? [] : NoteText.Sentences(note).Select(span => span.Of(note)).Where(sentence => sentence.Contains(competitor, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 ? FlowTexts.AsLine(string.Join(" ", named)) : note ?? competitor;
    }

    private static IssueKind KindOf(string issue) => Option.Said(LogIssue.Kind.Options, issue)?.Value == nameof(IssueKind.Looming) ? IssueKind.Looming : IssueKind.Real;

    private static IssueSeverity SeverityOf(string issue) => Option.Said(LogIssue.Severity.Options, issue) is { } said && Enum.TryParse<IssueSeverity>(said.Value, out var severity) ? severity : IssueSeverity.Medium;

    private static string? First(string words, Func<string, string?> of) =>
        NoteText.Sentences(words).Select(span => of(span.Of(words))).FirstOrDefault(found => found is not null) is { } line ? FlowTexts.AsLine(line.Trim(' ', '.', '\n')) : null;

    [GeneratedRegex(
        @"\b(klaag(t|de|den)?|klagen|klacht(en)?|complain(ed|s|ing|ts?)?|ontevreden|niet (tevreden|blij)|unhappy|not happy|upset|baal(t|de|den)|dreigt|dreigen|threaten(s|ed)?|considering leaving|overwe(gen|egt) (weg|over))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Complains();

    /// <summary>"Geen klachten."</summary>
    [GeneratedRegex(@"\b(geen|no|zonder|without|any)\s+(enkele\s+)?(klacht|complaint)|\b(opgelost|solved|resolved)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Content();

    [GeneratedRegex(
        @"(?=.*\b(volgend(e)? jaar|next year|over (een|twee|\d) jaar|(in|for|voor|najaar|voorjaar|spring|autumn|january|januari|february|februari|march|maart|april|may|mei|june|juni|july|juli|august|augustus|september|october|oktober|november|december) 20\d\d)\b)(?=.*\b(plan|plannen|plant|plans|planning|van plan|willen|wil|wants?|denken|organiseren|organi[sz]e|intend(s)?|congres|kick-?off)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Plans();

    [GeneratedRegex(
        @"(?=.*\b(beurs|vakbeurs|fair|expo|congres|congress|conference|netwerkborrel|netwerkbijeenkomst|event|summit)\b)(?=.*\b(geweest|was|waren|bezocht|attended|visited|langs)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Attends();
}
