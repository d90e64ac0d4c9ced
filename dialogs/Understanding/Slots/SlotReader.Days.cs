using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding.Tagging;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>What a day or a span is said of, and whether it lies behind or ahead.</summary>
internal sealed partial class SlotReader
{
    private static readonly HashSet<string> Ahead = [Intents.RequestQuote, Intents.ChangeQuote, Intents.AddFollowUp, Intents.CorrectSlot];

    /// <summary>With these "from Tuesday to Wednesday" is another day, and no span.</summary>
    private static readonly HashSet<string> Moves = ["shift", "move", "moved", "push", "reschedule", "change", "verplaats", "verschuif", "schuif", "verzet", "zet", "wijzig", "verander"];

    private static readonly HashSet<string> OfSomething = ["voor", "for", "of", "van", "over", "from", "since", "sinds"];

    /// <summary>Figures of what has been, unless it is said that they are of what is to come.</summary>
    private static readonly HashSet<string> Coming = ["boeken", "books", "verwacht", "verwachting", "forecast", "prognose", "expected", "volgend", "volgende", "komend", "komende", "next", "coming", "upcoming", "doel", "doelen", "target", "targets", "goal", "goals", "budget", "begroting", "plan", "pijplijn", "pipeline"];

    private readonly bool looksAhead = message.Words.Exists(word => Coming.Contains(word.Fold));

    /// <summary>What is asked for lies ahead, whatever is said around it; a correction is set right by what it corrects.</summary>
    private Direction Tense(int character)
    {
        var word = message.WordAt(character);
        if (intents.All(Ahead.Contains) || IsDue(word)) return Direction.Future;
        if (Looking.Contains(ClauseAt(word).Intent) && IsBooked) return Direction.Future;
        if (Looking.Contains(ClauseAt(word).Intent) && !looksAhead) return Direction.Past;
        return roles.Of(word) is Tags.PastDate or Tags.PastPeriod ? Direction.Past : Direction.Future;
    }

    /// <summary>"Wat staat er in de boeken voor mei": what is booked is still to come.</summary>
    private bool IsBooked { get; } = message.Text.Contains("in de boeken", StringComparison.OrdinalIgnoreCase) || message.Text.Contains("on the books", StringComparison.OrdinalIgnoreCase)
        || message.Words.Exists(word => word.Fold is "forecast" or "prognose" or "verwacht" or "verwachting" or "definite" or "definitief");

    private void Day(DateOnly day, int from, int to)
    {
        var name = IsOption(from) ? SlotNames.OptionDate
            : asked is SlotNames.Date or SlotNames.DueDate or SlotNames.OptionDate && clauses.Count == 1 ? asked
            : Looking.Contains(ClauseAt(from).Intent) ? SlotNames.Period : ClauseAt(from).Intent == Intents.ListFollowUps ? SlotNames.Date : DatedSlot(from);
        // A day is no span, but where figures are asked of it.
        if (name == SlotNames.Period && !Looking.Contains(ClauseAt(from).Intent)) name = SlotNames.Date;
        if (name is not null) Add(name, name == SlotNames.Period ? new SlotValue.Span(new(day, day)) : new SlotValue.Date(day), from, to);
    }

    /// <summary>"The beamer failed on Monday": where nothing else is said of a day that has been, it is the day of what is told.</summary>
    private HeardSlot? TheDay()
    {
        foreach (var value in message.ReadValues(_ => Direction.Past))
        {
            var at = message.WordAt(value.Start);
            var day = value.Value switch { Reading.Day one => one.Date, Reading.Moment one => DateOnly.FromDateTime(one.At), _ => DateOnly.MaxValue };
            if (day > DateOnly.FromDateTime(message.Now) || message.Quoted[at] || !Told.Contains(ClauseAt(at).Intent) || roles.Of(at) is not (Tags.Other or "B-rea" or "I-rea") || IsOption(at) || (at > 0 && OfSomething.Contains(message.Words[at - 1].Fold))) continue;
            return new(SlotNames.Date, new SlotValue.Date(day), IntentAt(at), value.Start, value.Length);
        }

        return null;
    }

    private void Days(Period period, int from, int to)
    {
        if (IsOption(from)) Add(SlotNames.OptionDate, new SlotValue.Date(period.To), from, to);
        // "Uiterlijk eind volgende week": the last day of it, or the one before.
        else if (DatedSlot(from) == SlotNames.DueDate && asked is null && LastDay(period, from, to) is { } last) Add(SlotNames.DueDate, new SlotValue.Date(last), from, to);
        // "Shift it from Tuesday to Wednesday."
        else if (ClauseAt(from).Intent == Intents.ChangeQuote && message.Words[from].Fold is "from" or "van" && message.Words.Exists(word => Moves.Contains(word.Fold))) Add(SlotNames.Date, new SlotValue.Date(period.To), from, to);
        else if (intents is [Intents.QuoteStatus] && RoleOf(from) is null) Add(SlotNames.Period, new SlotValue.Span(period), from, to);
        // "Van 11 tot en met 13 januari" to the question on which day a stay begins.
        else if (asked == SlotNames.Date && Priced.Contains(intents[0]) && period.To > period.From) Add(SlotNames.Period, new SlotValue.Span(period), from, to);
        else if ((asked == SlotNames.DueDate ? asked : Looking.Contains(ClauseAt(from).Intent) || ClauseAt(from).Intent == Intents.ListFollowUps ? SlotNames.Period : DatedSlot(from)) is { } slot)
            Add(slot == SlotNames.Date ? SlotNames.Period : slot, new SlotValue.Span(period), from, to);
    }

    /// <summary>"24 en 25 september": two days by their figures, the one behind the other, are one span.</summary>
    private Period? Following(Recognized one, Recognized other) => one.Value is Reading.Day { Date: var first } && other.Value is Reading.Day { Date: var last } && last == first.AddDays(1)
        && char.IsAsciiDigit(message.Text[one.Start]) && char.IsAsciiDigit(message.Text[other.Start]) && message.Text[one.End..other.Start].Trim() is "en" or "and" or "&" ? new(first, last) : null;

    /// <summary>By when something is to be done, said with a span; null: some time in it.</summary>
    private DateOnly? LastDay(Period period, int from, int to)
    {
        var lead = from > 0 ? message.Words[from - 1].Fold : "";
        if (lead is "the" or "het" or "de" && from > 1) lead = message.Words[from - 2].Fold;
        var weekend = message.Words[to - 1].Fold is "weekend";
        if (lead is not ("by" or "uiterlijk" or "before") && !(lead == "voor" && (weekend || message.Words[from].Fold is "eind" or "einde"))) return null;
        var ends = Enumerable.Range(from, to - from).Any(at => message.Words[at].Fold is "eind" or "einde" or "end");
        return lead is "by" or "uiterlijk" || ends ? period.To : period.From.AddDays(-1);
    }

    /// <summary>The slot of a day or span; null: it is said of something else. What is to be done is due some time.</summary>
    private string? DatedSlot(int word) => IsDue(word) ? SlotNames.DueDate
        : intents is [Intents.AddFollowUp] ? roles.Of(word) == Tags.Due || !message.Words.Where((_, at) => roles.Of(at) == Tags.Due).Any() ? SlotNames.DueDate : null
        : RoleOf(word) ?? (intents is [Intents.CorrectSlot] ? SlotNames.Date : null);

    /// <summary>The only day in what is to be done is when it is to be done, unless it is the day of something else: "de offerte voor 12 mei".</summary>
    private bool IsDue(int word) => intents.Count > 1 && ClauseAt(word) is { Intent: Intents.AddFollowUp } clause && roles.Of(word) is not Tags.Due && !(word > 0 && OfSomething.Contains(message.Words[word - 1].Fold))
        && message.Values.Count(value => value.Value is Reading.Day or Reading.Days or Reading.Moment && message.WordAt(value.Start) is var at && clause.From <= at && at < clause.To) == 1;

    private string? RoleOf(int word) => roles.Of(word) switch
    {
        Tags.PastDate or Tags.Date => SlotNames.Date,
        Tags.PastPeriod or Tags.Period => SlotNames.Period,
        // What is changed in a quote is its day; by when it is to be done nobody says.
        Tags.Due when ClauseAt(word).Intent == Intents.ChangeQuote && !message.Words.Exists(IsOption) => SlotNames.Date,
        Tags.Due => SlotNames.DueDate,
        Tags.Option => SlotNames.OptionDate,
        _ => null,
    };

    private static bool IsOption(Word word) => word.Fold is "optie" or "option" or "optiedatum" or "opt" or "geldig" or "valid";

    private bool IsOption(int word)
    {
        for (var i = word - 1; i >= Math.Max(0, word - 5); i--)
        {
            if (IsOption(message.Words[i]))
            {
                return ClauseAt(word).Intent is not (Intents.QuoteStatus or Intents.AddFollowUp);
            }

            if (message.Words[i].Text is "," or ".")
            {
                break;
            }
        }

        return false;
    }
}
