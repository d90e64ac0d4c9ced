using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;

namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>Something the model is asked for.</summary>
/// <param name="Purpose">Names it in telemetry and as the schema's name.</param>
/// <param name="Schema">Of the JSON object that it must answer with.</param>
internal sealed record ModelTask(string Purpose, string Prompt, string Schema);

/// <summary>
/// Asks the model within bounds: six seconds, one repetition, 64 KiB, a share for each person and day; no tools. What comes back
/// is null whatever goes wrong.
/// </summary>
internal sealed class ModelClient : IDisposable
{
    private const int MaxBytes = 64 * 1024, MaxTokens = 1500;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly ModelOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly OpenAIChatCompletionService chat;
    private readonly Circuit circuit;
    private readonly Budget budget;
    private readonly Action<ModelAsked>? watch;
    private volatile Shape shape;

    /// <summary>How the form of the answer is asked for. Endpoints differ in what they refuse; the last one holds nothing to refuse.</summary>
    private enum Shape { Strict, Bare, Plain }

    public ModelClient(ModelOptions options, TimeProvider time, Action<ModelAsked>? watch)
    {
        (this.options, this.time, this.watch) = (options, time, watch);
        circuit = new(options.Failures, options.Rest, time);
        budget = new(options.CallsPerDay, time);

        // The size limit and our own deadline replace the client's: its retries would wait past it.
        http = new(new SizeLimit(MaxBytes, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new OpenAIClient(new ApiKeyCredential(options.Key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(http),
            NetworkTimeout = options.Limit + TimeSpan.FromSeconds(1),
        });
        chat = new(options.Name, client);
    }

    /// <param name="speaker">For whom; null: nobody's share is used.</param>
    /// <param name="read">Null, or a JSON fault, where the answer is not of the form that was asked for.</param>
    public async Task<T?> AskAsync<T>(ModelTask task, string question, string? speaker, Func<string, T?> read, CancellationToken cancel) where T : class
    {
        using var deadline = new CancellationTokenSource(options.Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var started = time.GetTimestamp();
            if (!circuit.TryEnter())
            {
                watch?.Invoke(new(task.Purpose, ModelOutcome.LeftAlone, TimeSpan.Zero));
                return null;
            }

            if (!budget.Take(speaker))
            {
                watch?.Invoke(new(task.Purpose, ModelOutcome.OverBudget, TimeSpan.Zero));
                return null;
            }

            var (answer, fault) = await TryAsync(task, question, read, deadline.Token, both.Token);
            cancel.ThrowIfCancellationRequested();
            var took = time.GetElapsedTime(started);
            if (answer is not null)
            {
                circuit.Succeeded();
                watch?.Invoke(new(task.Purpose, ModelOutcome.Answered, took, 200));
                return answer;
            }

            var opened = circuit.Failed(fault.Wait);
            watch?.Invoke(new(task.Purpose, fault.Outcome, took, fault.Status, opened));
            if (opened || !fault.IsWorthRepeating || both.IsCancellationRequested)
            {
                return null;
            }
        }

        return null;
    }

    public void Dispose() => http.Dispose();

    private async Task<(T?, Fault)> TryAsync<T>(ModelTask task, string question, Func<string, T?> read, CancellationToken deadline, CancellationToken both) where T : class
    {
        var asked = shape;
        string content;
        try
        {
            // The wait is bounded here too: a transport that does not heed cancellation may not hold the turn.
            content = await AskAsync(task, question, asked, both).WaitAsync(both);
        }
        // The library's own reading of a hostile answer can fail in any way; all of it is the model's fault, and the outcome is reported.
        catch (Exception exception)
        {
            var fault = deadline.IsCancellationRequested ? new(ModelOutcome.TimedOut) : Fault.Of(exception);
            if (fault.RefusesForm)
            {
                shape = (Shape)(((int)asked + 1) % 3);
            }

            return (null, fault);
        }

        try
        {
            return (read(asked == Shape.Plain ? Unfenced(content) : content), Fault.Unreadable);
        }
        // Half a surrogate pair is valid JSON and no text.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, Fault.Unreadable);
        }
    }

    /// <returns>The model's words; empty where it said none, did not come to its end, or wants a tool.</returns>
    private async Task<string> AskAsync(ModelTask task, string question, Shape asked, CancellationToken cancel)
    {
        var history = new ChatHistory(asked == Shape.Plain ? $"{task.Prompt}\nAnswer with one JSON object of this schema and nothing around it:\n{task.Schema}\n" : task.Prompt);
        history.AddUserMessage(question);
        var settings = new OpenAIPromptExecutionSettings();
        if (asked != Shape.Plain)
        {
            settings.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(task.Purpose, BinaryData.FromString(task.Schema), jsonSchemaIsStrict: true);
        }

        if (asked == Shape.Strict)
        {
            (settings.Temperature, settings.MaxTokens) = (0, MaxTokens);
        }

        var reply = await chat.GetChatMessageContentAsync(history, settings, null, cancel);
        return reply.InnerContent is ChatCompletion { FinishReason: ChatFinishReason.Stop } ? reply.Content ?? "" : "";
    }

    /// <summary>Without the Markdown fence that models put around JSON where no form is set.</summary>
    private static string Unfenced(string content)
    {
        var text = content.Trim();
        return text.StartsWith("```", StringComparison.Ordinal) && text.EndsWith("```", StringComparison.Ordinal) && text.IndexOf('\n') is > 0 and var line && line < text.Length - 3
            ? text[line..^3]
            : content;
    }

    /// <param name="Wait">The endpoint asks to be left alone for so long.</param>
    private readonly record struct Fault(ModelOutcome Outcome, int Status = 0, TimeSpan? Wait = null)
    {
        public static readonly Fault Unreadable = new(ModelOutcome.Unreadable, 200);

        public bool RefusesForm => Status is 400 or 422;

        /// <summary>A wrong key, a missing model or a wish for quiet is the same a moment later.</summary>
        public bool IsWorthRepeating => Outcome is ModelOutcome.Unreadable or ModelOutcome.Failed && Status is 0 or 200 or 400 or 408 or 422 or >= 500;

        public static Fault Of(Exception exception)
        {
            for (var cause = exception; cause is not null; cause = cause.InnerException)
            {
                if (cause is ClientResultException { Status: > 0 and var status } refused)
                {
                    return status < 300 ? Unreadable : new(ModelOutcome.Failed, status, status is 429 or 503 ? WaitOf(refused) : null);
                }
            }

            return exception is HttpRequestException or HttpOperationException or IOException or OperationCanceledException or AggregateException
                ? new(ModelOutcome.Failed)
                : Unreadable;
        }

        private static TimeSpan? WaitOf(ClientResultException refused) =>
            refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var wait) == true
            && double.TryParse(wait, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6
                ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds))
                : null;
    }
}
