using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SalesBot.Bot.Channel;

namespace SalesBot.Bot.Connector;

/// <summary>The Bot Connector's REST interface. Every address is checked anew; what comes of a call is a value.</summary>
internal sealed class ConnectorClient(IHttpClientFactory clients, TrustedServiceUrls trusted)
{
    public const string Client = "connector";

    /// <summary>Posts into a conversation; with a replyToId as a reply.</summary>
    public Task<SendResult> SendAsync(string serviceUrl, string conversation, Activity activity, CancellationToken cancel) =>
        CallAsync(
            HttpMethod.Post, serviceUrl,
            $"v3/conversations/{Escape(conversation)}/activities{(activity.ReplyToId is { } to ? "/" + Escape(to) : "")}",
            activity, ChannelJson.Default.Activity, cancel);

    public Task<SendResult> UpdateAsync(string serviceUrl, string conversation, string id, Activity activity, CancellationToken cancel) =>
        CallAsync(
            HttpMethod.Put, serviceUrl, $"v3/conversations/{Escape(conversation)}/activities/{Escape(id)}",
            activity with { Id = id }, ChannelJson.Default.Activity, cancel);

    public Task<SendResult> DeleteAsync(string serviceUrl, string conversation, string id, CancellationToken cancel) =>
        CallAsync(
            HttpMethod.Delete, serviceUrl, $"v3/conversations/{Escape(conversation)}/activities/{Escape(id)}",
            null, ChannelJson.Default.Activity, cancel);

    /// <summary>Opens a personal chat, or a thread in a channel with its first activity.</summary>
    public Task<SendResult> CreateAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancel) =>
        CallAsync(HttpMethod.Post, serviceUrl, "v3/conversations", parameters, ChannelJson.Default.ConversationParameters, cancel);

    /// <param name="member">Channel id or Entra object id.</param>
    /// <returns>Null: not a member, or not to be had now.</returns>
    public Task<ConversationMember?> MemberAsync(string serviceUrl, string conversation, string member, CancellationToken cancel) =>
        ReadAsync(serviceUrl, $"v3/conversations/{Escape(conversation)}/members/{Escape(member)}", ChannelJson.Default.ConversationMember, cancel);

    /// <summary>All members, read in pages; null where they are not to be had now.</summary>
    public async Task<IReadOnlyList<ConversationMember>?> MembersAsync(string serviceUrl, string conversation, CancellationToken cancel)
    {
        var members = new List<ConversationMember>();
        string? next = null;
        do
        {
            var page = await ReadAsync(
                serviceUrl, $"v3/conversations/{Escape(conversation)}/pagedmembers?pageSize=500{(next is null ? "" : "&continuationToken=" + Escape(next))}",
                ChannelJson.Default.PagedMembers, cancel);
            if (page is null) return null;
            members.AddRange(page.Members ?? []);
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
        return members;
    }

    private async Task<SendResult> CallAsync<T>(
        HttpMethod method, string serviceUrl, string path, T? body, JsonTypeInfo<T> shape, CancellationToken cancel) where T : class
    {
        if (!trusted.IsTrusted(serviceUrl)) return new SendResult.NotTrusted();
        try
        {
            using var request = Request(method, serviceUrl, path);
            if (body is not null)
            {
                request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, shape));
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            }
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancel);
            return await ResultAsync(response, cancel);
        }
        catch (BotTokenException e)
        {
            return new SendResult.Later(e.Message);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError)
        {
            return new SendResult.Later(e.HttpRequestError.ToString());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or Polly.Timeout.TimeoutRejectedException)
        {
            return new SendResult.Unknown(e.GetType().Name);
        }
    }

    private static async Task<SendResult> ResultAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => await SentAsync(response, cancel),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new SendResult.Gone(status),
            HttpStatusCode.RequestEntityTooLarge => new SendResult.TooLarge(),
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.Unauthorized =>
                new SendResult.Later(status.ToString(System.Globalization.CultureInfo.InvariantCulture), ConnectorResilience.RetryAfter(response)),
            HttpStatusCode.RequestTimeout => new SendResult.Unknown("408"),
            _ when status >= 500 && response.StatusCode != HttpStatusCode.NotImplemented => new SendResult.Unknown(status.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            _ => new SendResult.Refused(status),
        };
    }

    /// <summary>Accepted is accepted, also where the answer is empty or odd.</summary>
    private static async Task<SendResult> SentAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
            var answer = bytes.Length == 0 ? null : JsonSerializer.Deserialize(bytes, ChannelJson.Default.ResourceResponse);
            return answer?.ActivityId is { } first ? new SendResult.Sent(first, answer.Id) : new SendResult.Sent(answer?.Id);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException)
        {
            return new SendResult.Sent(null);
        }
    }

    private async Task<T?> ReadAsync<T>(string serviceUrl, string path, JsonTypeInfo<T> shape, CancellationToken cancel) where T : class
    {
        if (!trusted.IsTrusted(serviceUrl)) return null;
        try
        {
            using var request = Request(HttpMethod.Get, serviceUrl, path);
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancel);
            if (!response.IsSuccessStatusCode) return null;
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancel), shape);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or BotTokenException or Polly.Timeout.TimeoutRejectedException)
        {
            return null;
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string serviceUrl, string path) =>
        new(method, new Uri(serviceUrl.TrimEnd('/') + "/" + path));

    private static string Escape(string part) => Uri.EscapeDataString(part);
}
