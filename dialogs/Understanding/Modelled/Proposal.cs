using System.Text.Json;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>What the model returned: intents, and words copied from the message.</summary>
internal sealed record Proposal(IReadOnlyList<string> AnyIntents, IReadOnlyList<(string Name, string Text, string Intent)> Copied)
{
    /// <summary>What only a person says: yes and no, and what acts at once or decides.</summary>
    private static readonly HashSet<string> ForPeople =
    [
        Intents.Confirm, Intents.Deny, Intents.Cancel, Intents.Undo, Intents.Approve, Intents.Reject, Intents.Skip, Intents.SwitchLanguage, Intents.CompleteFollowUp,
    ];

    public static readonly string[] AllowedIntents =
    [
        Intents.LogVisit, Intents.RequestQuote, Intents.QuoteStatus, Intents.ChangeQuote, Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.CreateAccountPlan,
        Intents.PlanStatus, Intents.LogLead, Intents.LeadStatus, Intents.LogMarketInfo, Intents.LogIssue, Intents.LogSatisfaction, Intents.AddFollowUp, Intents.ListFollowUps,
        Intents.LogEvent, Intents.AccountOverview, Intents.ContactLookup, Intents.UpsellSuggestion, Intents.DeviationExplanation, Intents.ApprovalsPending, Intents.Proposal,
        Intents.ReportExport, Intents.CorrectSlot, Intents.Help, Intents.Greet, Intents.Thanks, Intents.OutOfScope, Intents.Repeat,
    ];

    private static readonly string[] AllowedSlots =
    [
        SlotNames.Account, SlotNames.Contact, SlotNames.Date, SlotNames.DueDate, SlotNames.Period, SlotNames.Amount, SlotNames.Rooms, SlotNames.Nights, SlotNames.Delegates,
        SlotNames.Score, SlotNames.DiscountPercent, SlotNames.Product, SlotNames.Competitor, SlotNames.Reason, SlotNames.QuoteNumber, SlotNames.OptionDate, SlotNames.Task,
        SlotNames.Goal, SlotNames.Outcome, SlotNames.NextStep,
    ];

    private static readonly string[][] Alike =
        [[SlotNames.Date, SlotNames.DueDate, SlotNames.Period, SlotNames.OptionDate], [SlotNames.Account, SlotNames.Contact, SlotNames.Competitor]];

    public static readonly string Schema = """
        {"type":"object","additionalProperties":false,"required":["intents","slots"],"properties":{
        "intents":{"type":"array","items":{"type":"string","enum":[INTENTS]}},
        "slots":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","text","intent"],"properties":{
        "name":{"type":"string","enum":[SLOTS]},"text":{"type":"string"},"intent":{"type":"string","enum":[INTENTS]}}}}}}
        """.Replace("INTENTS", Quoted(AllowedIntents), StringComparison.Ordinal).Replace("SLOTS", Quoted(AllowedSlots), StringComparison.Ordinal);

    private static string Quoted(string[] names) => string.Join(',', names.Select(name => $"\"{name}\""));

    /// <summary>Null: not of the form that was asked for.</summary>
    public static Proposal? Read(string json)
    {
        using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false, MaxDepth = 8 });
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("intents", out var intents) || intents.ValueKind != JsonValueKind.Array
            || !root.TryGetProperty("slots", out var slots) || slots.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var named = intents.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!).Where(AllowedIntents.Contains).Distinct().Take(8).ToArray();
        var copied = slots.EnumerateArray().Where(slot => slot.ValueKind == JsonValueKind.Object).Take(60)
            .Select(slot => (Name: Text(slot, "name"), Text: Text(slot, "text"), Intent: Text(slot, "intent")))
            .Where(slot => AllowedSlots.Contains(slot.Name) && slot.Text.Length > 0).ToArray();
        return named.Length == 0 ? null : new(named, copied);
    }

    private static string Text(JsonElement slot, string name) => slot.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    /// <summary>Whether the person steers or decides with this message, or puts something right: then no model has a say in it.</summary>
    public static bool IsForPeople(Heard own) => own.Intents.Any(ForPeople.Contains) || own is { Intents: [Intents.CorrectSlot], Slots.Count: > 0 };

    /// <summary>
    /// Only what stands in the message or is derived from it by our own parsers. What the model left out of a matter that both heard
    /// is kept; a model that mostly says what does not stand there is not believed at all.
    /// </summary>
    public Heard Checked(Utterance utterance, Gazetteer names, Heard own)
    {
        var spoken = new Spoken(utterance, own);
        var intents = AnyIntents.ToList();
        var slots = new List<HeardSlot>();
        var invented = 0;
        foreach (var (name, text, intent) in Copied)
        {
            if (spoken.Find(text) is not { } start)
            {
                invented++;
            }
            else if (!slots.Exists(slot => slot.Name == name && slot.Start == start)
                && (spoken.Own(name, start, text.Length) ?? Derived(name, text, spoken, names, start)) is { } value)
            {
                slots.Add(new(name, value, Math.Max(0, intents.IndexOf(intent)), start, text.Length));
            }
        }

        if (invented * 2 > Copied.Count)
        {
            return own;
        }

        var left = own.Slots.Where(slot => intents.Contains(own.Intents[slot.Intent]) && !slots.Exists(known => known.Name == slot.Name || IsSame(known, slot))).ToList();
        slots.AddRange(left.Select(slot => slot with { Intent = intents.IndexOf(own.Intents[slot.Intent]) }));
        return new(intents, [.. slots.OrderBy(slot => slot.Start < 0 ? int.MaxValue : slot.Start)]);
    }

    /// <summary>The same words, heard as another day or another sort of name.</summary>
    private static bool IsSame(HeardSlot one, HeardSlot other) =>
        Alike.Any(names => names.Contains(one.Name) && names.Contains(other.Name)) && other.Start >= 0 && other.Start < one.Start + one.Length && one.Start < other.Start + other.Length;

    private static SlotValue? Derived(string name, string text, Spoken spoken, Gazetteer names, int start)
    {
        switch (name)
        {
            case SlotNames.Account:
                // A customer that our own reading knows is not given up for words that nobody has heard of.
                return names.FindAccounts(text) is [var first, ..] all ? new SlotValue.Account(first.Name, first.Id, [.. all.Skip(1)])
                    : text.Length <= 80 && !spoken.KnowsAccount ? new SlotValue.Account(text, null, []) : null;
            case SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score:
                return spoken.Counted(start, text.Length) ? null : Figure(spoken, start, text.Length, reading => (reading as Reading.Number)?.Value);
            case SlotNames.Amount:
                return spoken.Counted(start, text.Length) ? null : Figure(spoken, start, text.Length, reading => (reading as Reading.Money)?.Amount ?? (reading as Reading.Number)?.Value);
            case SlotNames.DiscountPercent:
                return spoken.Counted(start, text.Length) ? null : Figure(spoken, start, text.Length, reading => (reading as Reading.Percent)?.Value ?? (reading as Reading.Number)?.Value);
            case SlotNames.Date or SlotNames.DueDate or SlotNames.Period or SlotNames.OptionDate:
                // The own reading of the same words knows the tense, whatever slot it gave them.
                return spoken.OwnDay(start, text.Length) ?? spoken.Values(start, text.Length).Select(Dated).FirstOrDefault(value => value is not null);
            case SlotNames.Contact or SlotNames.Competitor or SlotNames.Product or SlotNames.QuoteNumber:
                return text.Length <= 80 && text.Count(char.IsWhiteSpace) <= 7 ? new SlotValue.Text(text) : null;
            default:
                return text.Length <= 400 ? new SlotValue.Text(text) : null;
        }
    }

    private static SlotValue? Figure(Spoken spoken, int start, int length, Func<Reading, decimal?> read) =>
        spoken.Values(start, length).Select(read).FirstOrDefault(number => number is not null) is { } found ? new SlotValue.Number(found) : null;

    private static SlotValue? Dated(Reading reading) => reading switch
    {
        Reading.Day day => new SlotValue.Date(day.Date),
        Reading.Moment moment => new SlotValue.Date(DateOnly.FromDateTime(moment.At)),
        Reading.Days days => new SlotValue.Span(new Period(days.From, days.End.AddDays(-1))),
        _ => null,
    };

    /// <summary>What really stands in the message.</summary>
    private sealed class Spoken(Utterance utterance, Heard own)
    {
        private static readonly string[] Numbers =
            [SlotNames.Rooms, SlotNames.Nights, SlotNames.Delegates, SlotNames.Score, SlotNames.Amount, SlotNames.DiscountPercent, SlotNames.Quantity];

        private readonly List<Word> words = Words.Of(utterance.Text);
        private readonly Lazy<IReadOnlyList<Recognized>> values = new(() => Recognizer.Recognize(utterance.Text, utterance.Language, utterance.Now));

        public bool KnowsAccount { get; } = own.Slots.Any(slot => slot.Value is SlotValue.Account { Id: not null });

        /// <summary>Where the words stand, as whole words: "4" does not stand in "40", nor "500" in "12.500".</summary>
        public int? Find(string text)
        {
            for (var start = utterance.Text.IndexOf(text, StringComparison.OrdinalIgnoreCase); start >= 0; start = utterance.Text.IndexOf(text, start + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = start + text.Length;
                if (!words.Exists(word => (word.Start < start && start < word.End) || (word.Start < end && end < word.End)))
                {
                    return start;
                }
            }

            return null;
        }

        /// <summary>What both found in the same place is what our own reading made of it, with its tense.</summary>
        public SlotValue? Own(string name, int start, int length) => own.Slots.FirstOrDefault(slot => slot.Name == name && Overlaps(slot, start, length))?.Value;

        public SlotValue? OwnDay(int start, int length) =>
            own.Slots.FirstOrDefault(slot => slot.Value is SlotValue.Date or SlotValue.Span && Overlaps(slot, start, length))?.Value;

        /// <summary>Our own reading knows by the words beside it what this number counts.</summary>
        public bool Counted(int start, int length) => own.Slots.Any(slot => Numbers.Contains(slot.Name) && Overlaps(slot, start, length));

        /// <summary>The values within a place; one that reaches beyond it is not what was copied.</summary>
        public IEnumerable<Reading> Values(int start, int length) =>
            values.Value.Where(value => value.Start >= start && value.End <= start + length).Select(value => value.Value);

        private static bool Overlaps(HeardSlot slot, int start, int length) => slot.Start >= 0 && slot.Start < start + length && start < slot.Start + slot.Length;
    }
}
