using System.Globalization;
using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>
/// Something that a flow has to know. Declared once: the question, the form's input, the preview's row and the values that
/// understanding may fill in all come from here.
/// </summary>
public abstract class Slot(string name, Text label, Text question, FieldInput input)
{
    /// <summary>One of <see cref="SlotNames"/>; also the id of the form's input.</summary>
    public string Name => name;
    public Text Label => label;
    public Text Question => question;
    public FieldInput Input => input;

    /// <summary>Asked for where it is missing; an optional slot is only filled by what is said or typed into the form.</summary>
    public bool Required { get; init; }

    /// <summary>Takes several values, e.g. the persons met.</summary>
    public bool Many { get; init; }

    /// <summary>Also filled by values that understanding gives another name, e.g. a first day by the spoken period.</summary>
    public IReadOnlyList<string> AlsoFrom { get; init; } = [];

    /// <summary>Not in the form: it is filled by what is said only.</summary>
    public bool Hidden { get; init; }

    /// <summary>What it can be, where it is one of a few.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>What it hears in words that understanding has no value for, such as a choice by the words for it; null: nothing.</summary>
    public virtual SlotValue? Hear(string words, Turn turn) => null;

    /// <summary>The value as this slot keeps it; null where it is of another sort.</summary>
    public abstract SlotValue? Fit(SlotValue value);

    /// <summary>The whole answer as a value, where the bot asked for this slot; null where words can not be one.</summary>
    public abstract SlotValue? FromWords(string words);

    public abstract string Show(SlotValue value, Language language);

    /// <summary>What the form's input holds: ISO date, invariant number, text.</summary>
    public string? FieldValue(IReadOnlyList<SlotValue> values) => values.Count == 0 ? null : string.Join("; ", values.Select(Plain));

    /// <summary>What was typed into the form; empty for a field left empty, null where it can not be read.</summary>
    public IReadOnlyList<SlotValue>? FromField(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        var parts = Many ? typed.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [typed.Trim()];
        var values = parts.Select(ReadField).ToList();
        return values.Contains(null) ? null : [.. values.OfType<SlotValue>()];
    }

    protected abstract SlotValue? ReadField(string typed);

    protected abstract string Plain(SlotValue value);

    public static Slot<SlotValue.Account> Account(Text question, bool required = true) => new(
        SlotNames.Account, new("Klant", "Account"), question, FieldInput.Text,
        value => value as SlotValue.Account, (value, _) => value.Name, typed => new SlotValue.Account(typed, null, []))
    {
        Required = required,
        TakesWords = true,
    };

    public static Slot<string> Words(
        string name, Text label, Text question, bool required = false, bool many = false, FieldInput input = FieldInput.Text) => new(
        name, label, question, input, value => (value as SlotValue.Text)?.Value, (value, _) => value, typed => new SlotValue.Text(typed))
        {
            TakesWords = true,
            Required = required,
            Many = many,
        };

    /// <summary>One of a few, said by any of the words for it; the last one counts.</summary>
    public static Slot<T?> Choice<T>(string name, Text label, Text question, params IReadOnlyList<(T Value, Text Name, string Words)> choices) where T : struct, Enum
    {
        var options = choices.Select(choice => new Option(choice.Value.ToString(), choice.Name, choice.Words)).ToList();
        return new(
            name, label, question, FieldInput.Choice,
            value => value is SlotValue.Text { Value: var code } && Enum.TryParse<T>(code, out var found) && Enum.IsDefined(found) ? found : null,
            (value, language) => options.First(option => option.Code == value!.Value.ToString()).Name.In(language),
            typed => options.Find(option => option.Code == typed) is { } option ? new SlotValue.Text(option.Code) : Option.Said(options, typed))
        {
            Options = options,
            TakesWords = true,
            Ear = (words, _) => Option.Said(options, words),
        };
    }

    /// <summary>Which of several records: picked by a button, its place or words of it, and in no form.</summary>
    public static Slot<string> Pick(string name, Text question) => new(
        name, default, question, FieldInput.Text, value => (value as SlotValue.Text)?.Value, (_, _) => "", typed => new SlotValue.Text(typed))
    {
        TakesWords = true,
        Hidden = true,
    };

    /// <summary>Worked out, never said and in no form.</summary>
    public static Slot<T> Derived<T>(string name, Func<SlotValue, T?> read, bool many = false) =>
        new(name, default, default, FieldInput.Text, read, (_, _) => "", _ => null) { Hidden = true, Many = many };

    public static Slot<decimal?> Number(string name, Text label, Text question, bool required = false) =>
        Decimal(name, label, question, required, (language, number) => language.Number(number));

    public static Slot<decimal?> Money(string name, Text label, Text question, bool required = false) =>
        Decimal(name, label, question, required, (language, amount) => language.Money(amount));

    public static Slot<decimal?> Percent(string name, Text label, Text question, bool required = false) =>
        Decimal(name, label, question, required, (language, percent) => language.Percent(percent));

    /// <summary>A day; of a spoken period its first day.</summary>
    public static Slot<DateOnly?> Day(string name, Text label, Text question, bool required = false, params IReadOnlyList<string> alsoFrom) =>
        Day(name, label, question, period => period.From, required, alsoFrom);

    /// <summary>A day by which something is due; of a spoken period its last working day: "next week" is due on its Friday.</summary>
    public static Slot<DateOnly?> Deadline(string name, Text label, Text question, bool required = false, params IReadOnlyList<string> alsoFrom) =>
        Day(name, label, question, LastWorkday, required, alsoFrom);

    /// <summary>A day to come, whatever the sentence around it: "de klacht moet vrijdag opgelost zijn". The ear reads it so.</summary>
    public static Slot<DateOnly?> DayAhead(string name, Text label, Text question, bool required = false, Func<string, Turn, SlotValue?>? ear = null, params IReadOnlyList<string> alsoFrom)
    {
        var day = Deadline(name, label, question, required, alsoFrom);
        return new(name, label, question, FieldInput.Date, day.Read, (value, language) => language.Date(value!.Value), typed => Iso(typed) is { } read ? new SlotValue.Date(read) : null)
        {
            Required = required,
            AlsoFrom = alsoFrom,
            Ear = ear ?? ((words, turn) => Said.DayAhead(words, turn)),
        };
    }

    /// <summary>A period to come, which the slot finds in the words.</summary>
    public static Slot<Period?> SpanAhead(string name, Text label, Text question, Func<string, Turn, SlotValue?> ear) => new(
        name, label, question, FieldInput.Text, Span("", default, default).Read, (value, language) => language.Period(value!.Value), ReadSpan)
    {
        Ear = ear,
    };

    /// <summary>Words that the slot finds in a message by itself.</summary>
    public static Slot<string> Heard(string name, Text label, Text question, Func<string, string?> ear, bool required = false, FieldInput input = FieldInput.Text) => new(
        name, label, question, input, value => (value as SlotValue.Text)?.Value, (value, _) => value, typed => new SlotValue.Text(typed))
    {
        TakesWords = true,
        Required = required,
        Ear = (words, _) => ear(words) is { Length: > 0 } heard ? new SlotValue.Text(heard) : null,
    };

    /// <summary>How many of something: "3 leads".</summary>
    public static Slot<decimal?> Count(string name, Text label, Text question, params IReadOnlyList<string> of) => new(
        name, label, question, FieldInput.Number, value => (value as SlotValue.Number)?.Value, (value, language) => language.Number(value!.Value),
        typed => decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new SlotValue.Number(number) : null)
    {
        Ear = (words, turn) => Said.Count(words, of, turn),
    };

    /// <summary>The words that started the flow, to read more in; in no form.</summary>
    public static Slot<string> Message { get; } = Derived(SlotNames.Notes, value => (value as SlotValue.Text)?.Value);

    /// <summary>A period; a single day is a period of one.</summary>
    public static Slot<Period?> Span(string name, Text label, Text question, params IReadOnlyList<string> alsoFrom) => new(
        name, label, question, FieldInput.Text,
        value => value switch
        {
            SlotValue.Date date => new Period(date.Value, date.Value),
            SlotValue.Span span => span.Value,
            _ => null,
        },
        (value, language) => language.Period(value!.Value), ReadSpan)
    {
        AlsoFrom = alsoFrom,
    };

    private static Slot<decimal?> Decimal(string name, Text label, Text question, bool required, Func<Language, decimal, string> show) => new(
        name, label, question, FieldInput.Number, value => (value as SlotValue.Number)?.Value,
        (value, language) => show(language, value!.Value),
        typed => decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new SlotValue.Number(number) : null)
    {
        Required = required,
    };

    private static Slot<DateOnly?> Day(string name, Text label, Text question, Func<Period, DateOnly> ofPeriod, bool required, IReadOnlyList<string> alsoFrom) => new(
        name, label, question, FieldInput.Date,
        value => value switch
        {
            SlotValue.Date date => date.Value,
            SlotValue.Span span => ofPeriod(span.Value),
            _ => null,
        },
        (value, language) => language.Date(value!.Value), typed => Iso(typed) is { } day ? new SlotValue.Date(day) : null)
    {
        Required = required,
        AlsoFrom = alsoFrom,
    };

    private static SlotValue? ReadSpan(string typed) => typed.Split('/') switch
    {
        [var from, var to] when Iso(from) is { } first && Iso(to) is { } last && first <= last => new SlotValue.Span(new(first, last)),
        [var day] when Iso(day) is { } only => new SlotValue.Date(only),
        _ => null,
    };

    private static DateOnly? Iso(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateOnly LastWorkday(Period period)
    {
        var day = period.To;
        while (day > period.From && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(-1);
        return day;
    }
}

/// <inheritdoc cref="Slot"/>
/// <typeparam name="T">What a flow reads from it; a type that can be null, which means not known.</typeparam>
public sealed class Slot<T>(
    string name, Text label, Text question, FieldInput input, Func<SlotValue, T?> read, Func<T, Language, string> show, Func<string, SlotValue?> readField)
    : Slot(name, label, question, input)
{
    internal bool TakesWords { get; init; }

    internal Func<string, Turn, SlotValue?>? Ear { get; init; }

    /// <summary>The same slot, which hears nothing by itself.</summary>
    internal Slot<T> Silent() => new(Name, Label, Question, Input, read, show, readField) { Options = Options, TakesWords = TakesWords, Required = Required };

    public override SlotValue? Hear(string words, Turn turn) => Ear?.Invoke(words, turn);

    public T? Read(SlotValue value) => read(value);

    public override SlotValue? Fit(SlotValue value) => read(value) is null ? null : value;

    public override SlotValue? FromWords(string words) => TakesWords ? readField(words.Trim()) : null;

    public override string Show(SlotValue value, Language language) => read(value) is { } known ? show(known, language) : "";

    protected override SlotValue? ReadField(string typed) => readField(typed);

    protected override string Plain(SlotValue value) => (value, Input) switch
    {
        (_, FieldInput.Date) when read(value) is DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (SlotValue.Number number, _) => number.Value.ToString(CultureInfo.InvariantCulture),
        (SlotValue.Date date, _) => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (SlotValue.Span span, _) => $"{span.Value.From:yyyy-MM-dd}/{span.Value.To:yyyy-MM-dd}",
        (SlotValue.Account account, _) => account.Name,
        (SlotValue.Text text, _) => text.Value,
        _ => throw new InvalidOperationException($"No field value for {value}."),
    };
}
