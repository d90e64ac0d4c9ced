using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Understanding.Summaries;

namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>
/// Asks a language model, and believes only what stands in the message: the model copies words, our own parsers make values of them.
/// Whatever goes wrong, the embedded understanding's result is the answer.
/// </summary>
public sealed class ModelUnderstanding : IUnderstanding, IDisposable
{
    /// <summary>Longer messages are understood without the model.</summary>
    private const int MaxText = 6000;

    /// <summary>So many names of customers that the message may mean are shown to the model.</summary>
    private const int MostNames = 8;

    private static readonly ModelTask Hearing = new(
        "hear", $"{ReadPrompt("hear")}\nAllowed intents: {string.Join(", ", Proposal.AllowedIntents)}\n", Proposal.Schema);

    private static readonly ModelTask Summarizing = new("summarize", ReadPrompt("summarize"), Draft.Schema);
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly EmbeddedUnderstanding embedded;
    private readonly ModelClient client;

    /// <param name="watch">Told of each time that the model was asked.</param>
    public ModelUnderstanding(EmbeddedUnderstanding embedded, ModelOptions options, TimeProvider time, Action<ModelAsked>? watch = null)
    {
        this.embedded = embedded;
        client = new(options, time, watch);
    }

    public async ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel)
    {
        var own = embedded.Hear(utterance, names);
        if (string.IsNullOrWhiteSpace(utterance.Text) || utterance.Text.Length > MaxText || Proposal.IsForPeople(own)
            || Talk.Commands.Of(Words.Of(utterance.Text.Length > 200 ? utterance.Text[..200] : utterance.Text)) is not null)
        {
            return own;
        }

        var proposal = await client.AskAsync(Hearing, Question(utterance, own), utterance.Speaker, Proposal.Read, cancel);
        return proposal is null ? own with { Unaided = true } : proposal.Checked(utterance, names, own);
    }

    public async Task<IReadOnlyList<SummarySentence>?> DraftAsync(Utterance note, Gazetteer names, CancellationToken cancel)
    {
        var running = note.Context?.Flow == Intents.LogVisit;
        if (note.Text.Length > MaxText || !(running || embedded.Hear(note, names).Has(Intents.LogVisit)))
        {
            return null;
        }

        var sentences = NoteText.Sentences(note.Text);
        var draft = await client.AskAsync(Summarizing, Question(note, sentences), note.Speaker, Draft.Read, cancel);
        return draft?.Placed(sentences);
    }

    public void Dispose() => client.Dispose();

    /// <summary>What the model sees: the message, what was asked, and those of the reader's own customers that the message seems to name.</summary>
    private static string Question(Utterance utterance, Heard own) => Json(writer =>
    {
        writer.WriteString("language", LanguageOf(utterance));
        writer.WriteString("flow", utterance.Context?.Flow);
        writer.WriteString("asked", utterance.Context?.Asked);
        writer.WriteStartArray("accounts");
        var named = own.Slots.Select(slot => slot.Value).OfType<SlotValue.Account>()
            .SelectMany(account => account.Others.Select(other => other.Name).Prepend(account.Id is null ? "" : account.Name));
        foreach (var name in named.Where(name => name.Length > 0).Distinct().Take(MostNames))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteString("message", utterance.Text);
    });

    private static string Question(Utterance note, IReadOnlyList<NoteSpan> sentences) => Json(writer =>
    {
        writer.WriteString("language", LanguageOf(note));
        writer.WriteStartArray("sentences");
        foreach (var (number, span) in sentences.Index())
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", number + 1);
            writer.WriteString("text", span.Of(note.Text));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static string LanguageOf(Utterance utterance) => utterance.Language == Language.Dutch ? "nl" : "en";

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string ReadPrompt(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"prompt/{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
