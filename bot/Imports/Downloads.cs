using SalesBot.Bot.Files;

namespace SalesBot.Bot.Imports;

internal abstract record Download
{
    private Download() { }

    public sealed record Had(byte[] Content) : Download;

    /// <summary>Not asked for: the address is none that is trusted.</summary>
    public sealed record NotTrusted : Download;

    public sealed record TooLarge : Download;

    public sealed record NotHad : Download;
}

/// <summary>
/// Fetches a file that somebody sent. The address comes from a client: the same hosts, addresses and rules as for putting one
/// (<see cref="FileUploads"/>), ten seconds and ten megabytes at most, and never the bot's token: such an address carries its own right.
/// </summary>
internal sealed class Downloads(IHttpClientFactory clients, FileUploads uploads)
{
    public const int MaxBytes = 10_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<Download> GetAsync(string? address, CancellationToken cancel)
    {
        if (!uploads.IsTrusted(address)) return new Download.NotTrusted();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Limit);
            using var client = clients.CreateClient(FileUploads.Client);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode) return new Download.NotHad();
            if (response.Content.Headers.ContentLength > MaxBytes) return new Download.TooLarge();
            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            using var content = new MemoryStream();
            var buffer = new byte[65536];
            for (int read; (read = await body.ReadAsync(buffer, limit.Token)) > 0;)
            {
                // The length that was named may lie, or be missing.
                if (content.Length + read > MaxBytes) return new Download.TooLarge();
                content.Write(buffer, 0, read);
            }
            return new Download.Had(content.ToArray());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            return new Download.NotHad();
        }
    }
}
