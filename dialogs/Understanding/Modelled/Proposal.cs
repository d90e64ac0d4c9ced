using System.Text.Json;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>What the model returned: intents, and words copied from the message.</summary>
internal sealed record Proposal(IReadOnlyList<string> AnyIntents, IReadOnlyList<(string Name, string Text, string Intent)> Copied)
{
    public static readonly string[] AllowedIntents =
    [
        Intents.LogVisit, Intents.RequestQuote, Intents.QuoteStatus, Intents.ChangeQuote, Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.CreateAccountPlan,
        Intents.PlanStatus, Intents.LogLead, Intents.LeadStatus, Intents.LogMarketInfo, Intents.LogIssue, Intents.LogSatisfaction, Intents.AddFollowUp, Intents.ListFollowUps,
        Intents.LogEvent, Intents.AccountOverview, Intents.ContactLookup, Intents.UpsellSuggestion, Intents.DeviationExplanation, Intents.ApprovalsPending, Intents.Approve,
        Intents.Reject, Intents.Proposal, Intents.ReportExport, Intents.Cancel, Intents.Undo, Intents.CorrectSlot, Intents.Confirm, Intents.Deny, Intents.Help, Intents.Greet,
        Intents.Thanks, Intents.SwitchLanguage, Intents.OutOfScope, Intents.Skip, Intents.Repeat, Intents.CompleteFollowUp,
    ];

    private static readonly string[] AllowedSlots =
    [
        SlotNames.Account, SlotNames.Contact, SlotNames.Date, SlotNames.DueDate, SlotNames.Period, SlotNames.Amount, SlotNames.Rooms, SlotNames.Nights, SlotNames.Delegates,
        SlotNames.Score, SlotNames.DiscountPercent, SlotNames.Product, SlotNames.Competitor, SlotNames.Reason, SlotNames.QuoteNumber, SlotNames.OptionDate, SlotNames.Task,
        SlotNames.Goal, SlotNames.Outcome, SlotNames.NextStep,
    ];

    /// <summary>A message that only steers the conversation is never taken from a model: a "yes" is said by a person.</summary>
    private static readonly HashSet<string> Steering = [Intents.Confirm, Intents.Deny, Intents.Cancel, Intents.Undo];

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

    /// <summary>Only what stands in the message or is derived from it by our own parsers; where model and own reading agree on the intents, what the model left out is kept.</summary>
    public Heard Checked(Utterance utterance, Gazetteer names, Heard own)
    {
        if (AnyIntents.Any(Steering.Contains) || own.Intents.Any(Steering.Contains))
        {
            return own;
        }

        var intents = AnyIntents.ToList();
        var slots = new List<HeardSlot>();
        foreach (var (name, text, intent) in Copied)
        {
            var start = utterance.Text.IndexOf(text, StringComparison.OrdinalIgnoreCase);
            if (start < 0 || slots.Exists(slot => slot.Name == name && slot.Start == start))
            {
                continue;
            }

            // What both found in the same place is what our own reading made of it, with its tense.
            var same = own.Slots.FirstOrDefault(slot => slot.Name == name && slot.Start >= 0 && slot.Start < start + text.Length && start < slot.Start + slot.Length);
            var value = same?.Value ?? Derived(name, utterance.Text.Substring(start, text.Length), utterance, names, own, start);
            if (value is not null)
            {
                slots.Add(new(name, value, Math.Max(0, intents.IndexOf(intent)), start, text.Length));
            }
        }

        if (own.Intents.ToHashSet().SetEquals(intents))
        {
            slots.AddRange(own.Slots.Where(slot => !slots.Exists(known => known.Name == slot.Name)).Select(slot => slot with { Intent = intents.IndexOf(own.Intents[slot.Intent]) }));
        }

        return new(intents, [.. slots.OrderBy(slot => slot.Start < 0 ? int.MaxValue : slot.Start)]);
    }

    private static SlotValue? Derived(string name, string spoken, Utterance utterance, Gazetteer names, Heard own, int start)
    {
        switch (name)
        {
            case SlotNames.Account:
                return names.FindAccounts(spoken) is [var first, ..] all ? new SlotValue.Account(first.Name, first.Id, [.. all.Skip(1)])
                    : spoken.Length <= 80 ? new SlotValue.Account(spoken, null, []) : null;
            case SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.Score or SlotNames.Amount or SlotNames.DiscountPercent:
                return Recognizer.Recognize(spoken, utterance.Language, utterance.Now).Select(value => Number(value.Value)).FirstOrDefault(number => number is not null) is { } found
                    ? new SlotValue.Number(found) : null;
            case SlotNames.Date or SlotNames.DueDate or SlotNames.Period or SlotNames.OptionDate:
                // The own reading of the same words knows the tense, whatever slot it gave them.
                return own.Slots.FirstOrDefault(slot => slot.Value is SlotValue.Date or SlotValue.Span && slot.Start >= 0 && slot.Start < start + spoken.Length && start < slot.Start + slot.Length)?.Value
                    ?? Recognizer.Recognize(spoken, utterance.Language, utterance.Now).Select(value => Dated(value.Value)).FirstOrDefault(value => value is not null);
            default:
                return spoken.Length <= 400 ? new SlotValue.Text(spoken) : null;
        }
    }

    private static decimal? Number(Reading reading) => reading switch
    {
        Reading.Number number => number.Value,
        Reading.Money money => money.Amount,
        Reading.Percent percent => percent.Value,
        _ => null,
    };

    private static SlotValue? Dated(Reading reading) => reading switch
    {
        Reading.Day day => new SlotValue.Date(day.Date),
        Reading.Moment moment => new SlotValue.Date(DateOnly.FromDateTime(moment.At)),
        Reading.Days days => new SlotValue.Span(new Period(days.From, days.End.AddDays(-1))),
        _ => null,
    };
}
