using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Lines;

/// <summary>Understanding from the command line: JSON Lines in, JSON Lines out. A line that can not be read gives its id and an error, and the next is read.</summary>
public static class JsonLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The slots that are given to the outside, in this order.</summary>
    private static readonly string[] Published =
    [
        SlotNames.Account, SlotNames.Contact, SlotNames.Date, SlotNames.DueDate, SlotNames.Period, SlotNames.Amount, SlotNames.Rooms, SlotNames.Nights,
        SlotNames.Delegates, SlotNames.Score, SlotNames.DiscountPercent, SlotNames.Product, SlotNames.Competitor, SlotNames.Reason, SlotNames.QuoteNumber,
    ];

    /// <summary>Intents of our own that are a case of a published one: a report that comes every week, what happened to a quote.</summary>
    private static readonly Dictionary<string, string> PublishedAs = new()
    {
        [Intents.SubscribeReport] = Intents.ReportExport,
        [Intents.ShowHistory] = Intents.QuoteStatus,
        [Intents.RecordCause] = Intents.DeviationExplanation,
    };

    /// <summary><c>{"id","lang","now","context"?,"text"}</c> to <c>{"id","intents","slots"}</c>.</summary>
    public static Task UnderstandLines(TextReader input, TextWriter output, IUnderstanding understanding, Gazetteer names, CancellationToken cancel) =>
        EachLine(input, output, async (line, writer) =>
        {
            var now = Time(line, "now") ?? throw new FormatException("now: a local time like 2026-03-04T10:15:00 is needed");
            var utterance = new Utterance(Required(line, "text"), Spoken(line), now, Context(line, names));
            Write(writer, await understanding.HearAsync(utterance, names, cancel));
        }, cancel);

    /// <summary><c>{"id","lang","ref","text"}</c> to <c>{"id","values":[{"type","span","value"}]}</c>.</summary>
    public static Task RecognizeLines(TextReader input, TextWriter output, CancellationToken cancel) =>
        EachLine(input, output, (line, writer) =>
        {
            Write(writer, Recognizer.Recognize(Required(line, "text"), Spoken(line), Time(line, "ref")));
            return Task.CompletedTask;
        }, cancel);

    private static async Task EachLine(TextReader input, TextWriter output, Func<JsonElement, Utf8JsonWriter, Task> answer, CancellationToken cancel)
    {
        while (await input.ReadLineAsync(cancel) is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            await output.WriteLineAsync((await Answer(text, answer)).AsMemory(), cancel);
            await output.FlushAsync(cancel);
        }
    }

    private static async Task<string> Answer(string text, Func<JsonElement, Utf8JsonWriter, Task> answer)
    {
        JsonElement? id = null;
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("a line is a JSON object");
            }

            id = document.RootElement.TryGetProperty("id", out var found) ? found.Clone() : null;
            return await Written(id, writer => answer(document.RootElement, writer));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return await Written(id, writer =>
            {
                writer.WriteString("error", exception.Message);
                return Task.CompletedTask;
            });
        }
    }

    private static async Task<string> Written(JsonElement? id, Func<Utf8JsonWriter, Task> fill)
    {
        using var stream = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            if (id is { } known)
            {
                known.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }

            await fill(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string Required(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"{name}: a text is needed");

    private static Language Spoken(JsonElement line) => !line.TryGetProperty("lang", out var value) || value.ValueKind == JsonValueKind.Null ? Language.Dutch
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: >= 2 } code && code.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: >= 2 } other && other.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? Language.Dutch
        : throw new FormatException("lang: nl or en");

    private static DateTime? Time(JsonElement line, string name) => !line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.DateTime
        : throw new FormatException($"{name}: a local time like 2026-03-04T10:15:00 is needed");

    private static HeardContext? Context(JsonElement line, Gazetteer names)
    {
        if (!line.TryGetProperty("context", out var context) || context.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string? flow = null, asked = null;
        var known = new Dictionary<string, SlotValue>();
        foreach (var property in context.EnumerateObject())
        {
            if (property.NameEquals("flow"))
            {
                flow = TextOf(property);
            }
            else if (property.NameEquals("asked"))
            {
                asked = TextOf(property);
            }
            else if (Known(property, names) is { } value)
            {
                known[property.Name] = value;
            }
        }

        return new(flow, asked, known);
    }

    private static string? TextOf(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => property.Value.GetString(),
        _ => throw new FormatException($"context.{property.Name}: a text is needed"),
    };

    private static SlotValue? Known(JsonProperty slot, Gazetteer names) => slot.Value.ValueKind switch
    {
        JsonValueKind.Number => new SlotValue.Number(slot.Value.GetDecimal()),
        JsonValueKind.String when slot.Name == SlotNames.Account => names.FindAccounts(slot.Value.GetString()!) is [var found, ..]
            ? new SlotValue.Account(found.Name, found.Id, []) : new SlotValue.Account(slot.Value.GetString()!, null, []),
        JsonValueKind.String when Day(slot.Value.GetString()!) is { } day => new SlotValue.Date(day),
        JsonValueKind.String when slot.Value.GetString()!.Split('/') is [var from, var to] && Day(from) is { } first && Day(to) is { } last => new SlotValue.Span(new(first, last)),
        JsonValueKind.String => new SlotValue.Text(slot.Value.GetString()!),
        _ => null,
    };

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static void Write(Utf8JsonWriter writer, Heard heard)
    {
        writer.WriteStartArray("intents");
        foreach (var intent in heard.Intents.Select(intent => PublishedAs.GetValueOrDefault(intent, intent)).Distinct())
        {
            writer.WriteStringValue(intent);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("slots");
        foreach (var name in Published)
        {
            var values = heard.Slots.Where(slot => slot.Name == name && !slot.Not).Select(slot => slot.Value).Distinct().ToArray();
            if (values.Length == 0)
            {
                continue;
            }

            writer.WritePropertyName(name);
            if (values.Length > 1)
            {
                writer.WriteStartArray();
            }

            foreach (var value in values)
            {
                Write(writer, value);
            }

            if (values.Length > 1)
            {
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SlotValue value)
    {
        switch (value)
        {
            case SlotValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case SlotValue.Number number:
                Write(writer, number.Value);
                break;
            case SlotValue.Date date:
                writer.WriteStringValue(Iso(date.Value));
                break;
            case SlotValue.Span { Value: Period span }:
                writer.WriteStringValue($"{Iso(span.From)}/{Iso(span.To)}");
                break;
            case SlotValue.Account account:
                writer.WriteStringValue(account.Name);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<Recognized> values)
    {
        writer.WriteStartArray("values");
        foreach (var value in values)
        {
            writer.WriteStartObject();
            writer.WriteString("type", value.Type);
            writer.WriteString("span", value.Span);
            writer.WritePropertyName("value");
            Write(writer, value.Value);
            if (value.Value is Reading.Money)
            {
                writer.WriteString("currency", "EUR");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Reading reading)
    {
        switch (reading)
        {
            case Reading.Day day:
                writer.WriteStringValue(Iso(day.Date));
                break;
            case Reading.Days days:
                writer.WriteStartArray();
                writer.WriteStringValue(Iso(days.From));
                writer.WriteStringValue(Iso(days.End));
                writer.WriteEndArray();
                break;
            case Reading.Clock clock:
                writer.WriteStringValue(clock.Time.ToString("HH:mm", CultureInfo.InvariantCulture));
                break;
            case Reading.Moment moment:
                writer.WriteStringValue(moment.At.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
                break;
            case Reading.Number number:
                Write(writer, number.Value);
                break;
            case Reading.Percent percent:
                Write(writer, percent.Value);
                break;
            case Reading.Money money:
                Write(writer, money.Amount);
                break;
        }
    }

    /// <summary>Without the zeros that decimal arithmetic leaves behind the point.</summary>
    private static void Write(Utf8JsonWriter writer, decimal number) => writer.WriteNumberValue(number / 1.0000000000000000000000000000m);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
