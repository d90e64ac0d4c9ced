using System.ClientModel;
using System.ClientModel.Primitives;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;

namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>A language model at an OpenAI-compatible endpoint.</summary>
/// <param name="Endpoint">Base address, e.g. https://host/v1.</param>
/// <param name="Name">The model's or deployment's name.</param>
/// <param name="Key">Null: the endpoint wants none.</param>
public sealed record ModelOptions(Uri Endpoint, string Name, string? Key = null)
{
    /// <summary>All of a message's model work ends within this time.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Failures in a row after which the model is left alone.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>How long it is left alone.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>
/// Asks a language model, and believes only what stands in the message: the model copies words, our own parsers make values of them.
/// Whatever goes wrong, the embedded understanding's result is the answer.
/// </summary>
public sealed class ModelUnderstanding : IUnderstanding, IDisposable
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxText = 6000;

    private static readonly string Prompt = ReadPrompt();
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly EmbeddedUnderstanding embedded;
    private readonly ModelOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly OpenAIChatCompletionService chat;
    private readonly Circuit circuit;

    /// <param name="innermost">Transport under the size limit; null: the network.</param>
    public ModelUnderstanding(EmbeddedUnderstanding embedded, ModelOptions options, TimeProvider time, HttpMessageHandler? innermost = null)
    {
        (this.embedded, this.options, this.time) = (embedded, options, time);
        circuit = new(options.Failures, options.Rest, time);

        // The size limit and our own deadline replace the client's: its retries would wait past it.
        http = new(new SizeLimit(MaxBytes, innermost ?? new SocketsHttpHandler { AllowAutoRedirect = false })) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new OpenAIClient(new ApiKeyCredential(options.Key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(http),
            NetworkTimeout = options.Limit + TimeSpan.FromSeconds(1),
        });
        chat = new(options.Name, client);
    }

    public async ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel)
    {
        var own = embedded.Hear(utterance, names);
        if (Sentences.Commands.Of(Words.Of(utterance.Text.Length > 200 ? utterance.Text[..200] : utterance.Text)) is not null
            || string.IsNullOrWhiteSpace(utterance.Text) || utterance.Text.Length > MaxText || !circuit.IsClosed)
        {
            return own;
        }

        using var deadline = new CancellationTokenSource(options.Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        for (var attempt = 0; attempt < 2 && !both.IsCancellationRequested && circuit.IsClosed; attempt++)
        {
            try
            {
                // The wait is bounded here too: a transport that does not heed cancellation may not hold the turn.
                var answer = await AskAsync(utterance, both.Token).WaitAsync(both.Token);
                if (Proposal.Read(answer) is { } proposal)
                {
                    circuit.Succeeded();
                    return proposal.Checked(utterance, names, own);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception) when (IsModelsFault(exception))
            {
                // Told by the circuit; the embedded result stands.
            }

            circuit.Failed();
        }

        return own;
    }

    public void Dispose() => http.Dispose();

    private static bool IsModelsFault(Exception exception) => exception is HttpOperationException or ClientResultException or HttpRequestException or IOException
        or OperationCanceledException or JsonException or KernelException or InvalidOperationException or ArgumentException or AggregateException or FormatException
        or NotSupportedException;

    private async Task<string> AskAsync(Utterance utterance, CancellationToken cancel)
    {
        var history = new ChatHistory(Prompt);
        history.AddUserMessage(Question(utterance));
        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = 0,
            MaxTokens = 1500,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("heard", BinaryData.FromString(Proposal.Schema), jsonSchemaIsStrict: true),
        };
        var reply = await chat.GetChatMessageContentAsync(history, settings, null, cancel);
        return reply.Content ?? "";
    }

    private static string Question(Utterance utterance)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("language", utterance.Language == Data.Language.Dutch ? "nl" : "en");
            writer.WriteString("flow", utterance.Context?.Flow);
            writer.WriteString("asked", utterance.Context?.Asked);
            writer.WriteString("message", utterance.Text);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string ReadPrompt()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("prompt/hear.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd() + "\nAllowed intents: " + string.Join(", ", Proposal.AllowedIntents) + "\n";
    }
}
