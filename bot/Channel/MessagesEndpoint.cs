using SalesBot.Bot.Auth;
using SalesBot.Bot.Telemetry;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Channel;

/// <summary><c>POST /api/messages</c>: who sends, before anything is read; then what is sent; then whether it may be.</summary>
internal sealed partial class MessagesEndpoint(
    ChannelAuthentication authentication, ChannelAccess access, Messages messages, Invokes invokes, Arrivals arrivals, ILogger<MessagesEndpoint> log)
{
    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(10), AnswerTime = TimeSpan.FromSeconds(8), InvokeTime = TimeSpan.FromSeconds(4.5);

    public async Task HandleAsync(HttpContext http)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        reading.CancelAfter(BodyTime);
        var sender = await authentication.CheckAsync(http, reading.Token);
        if (sender is Sender.Refused refused)
        {
            Refuse(http, refused.Status, refused.Reason);
            return;
        }
        CrashPoints.Reach(CrashPoints.BeforeParse);
        var (status, activity) = await ReadAsync(http, reading.Token);
        if (activity is null)
        {
            http.Response.StatusCode = status;
            return;
        }
        if (access.Check(sender, activity, out var reason) is not { } tenant)
        {
            Refuse(http, StatusCodes.Status403Forbidden, reason!);
            return;
        }
        // Not the request's own token: a turn that has begun is not undone because its sender hung up.
        using var answering = new CancellationTokenSource(activity.Type == ActivityTypes.Invoke ? InvokeTime : AnswerTime);
        var verified = sender is Sender.Channel;
        await WriteAsync(http, activity.Type switch
        {
            ActivityTypes.Message => await messages.HandleAsync(tenant, activity, verified, answering.Token),
            ActivityTypes.Invoke => await invokes.HandleAsync(tenant, activity, verified, answering.Token),
            ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate =>
                await arrivals.HandleAsync(tenant, activity, verified, answering.Token),
            // Reactions, edits, deletions, and whatever the channel will think of next.
            _ => InvokeResponse.Ok,
        });
    }

    private static async Task<(int Status, Activity? Activity)> ReadAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.Request.ContentLength > ActivityReader.MaxBytes) return (StatusCodes.Status413PayloadTooLarge, null);
        try
        {
            using var body = new MemoryStream((int)(http.Request.ContentLength ?? 4096));
            var buffer = new byte[8192];
            for (int read; (read = await http.Request.Body.ReadAsync(buffer, cancel)) > 0;)
            {
                if (body.Length + read > ActivityReader.MaxBytes) return (StatusCodes.Status413PayloadTooLarge, null);
                body.Write(buffer, 0, read);
            }
            return (StatusCodes.Status400BadRequest, ActivityReader.Read(body.GetBuffer().AsSpan(0, (int)body.Length)));
        }
        catch (BadHttpRequestException e)
        {
            return (e.StatusCode, null);
        }
        catch (OperationCanceledException)
        {
            return (StatusCodes.Status408RequestTimeout, null);
        }
        catch (IOException)
        {
            return (StatusCodes.Status400BadRequest, null);
        }
    }

    private static async Task WriteAsync(HttpContext http, InvokeResponse response)
    {
        http.Response.StatusCode = response.Status;
        if (response.Body is not { } body) return;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Utf8.Length;
        await http.Response.BodyWriter.WriteAsync(body.Utf8, http.RequestAborted);
    }

    private void Refuse(HttpContext http, int status, string reason)
    {
        http.Response.StatusCode = status;
        Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
        RequestRefused(status, reason);
    }

    [LoggerMessage(LogEvents.RequestRefused, LogLevel.Warning, "A request was refused with {Status}: {Reason}.")]
    private partial void RequestRefused(int status, string reason);
}
