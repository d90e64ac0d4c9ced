using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;

namespace SalesBot.Bot.Files;

/// <summary>
/// Puts a file where a client asked for it. The address comes from outside: only hosts on the list, only public addresses, no
/// redirects, and never the bot's token: such an address carries its own right to write.
/// </summary>
internal sealed partial class FileUploads(IHttpClientFactory clients, SalesBotSettings settings, ILogger<FileUploads> log)
{
    public const string Client = "files";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);

    public bool IsTrusted(string? address) =>
        address is not null && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or > '~')
        && Uri.TryCreate(address, UriKind.Absolute, out var url) && url is { UserInfo: "", Fragment: "" }
        && (TrustedServiceUrls.IsLocal(url, settings.IsDevelopment) || settings.Files.AllowedUploadHosts.Any(entry => TrustedServiceUrls.Fits(entry, url)));

    /// <summary>True: it is there.</summary>
    public async Task<bool> PutAsync(string? address, byte[] content, CancellationToken cancel)
    {
        if (!IsTrusted(address))
        {
            Refused();
            return false;
        }
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Limit);
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(content) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.IsSuccessStatusCode) return true;
            Failed(((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return false;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            Failed(e.GetType().Name);
            return false;
        }
    }

    public static SocketsHttpHandler Handler(bool isDevelopment) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // Where a name leads is known when it is connected to, whatever it led to before.
        ConnectCallback = async (context, cancel) =>
        {
            var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
            var open = found.Where(address => PublicAddresses.IsPublic(address) || isDevelopment && IPAddress.IsLoopback(address)).ToArray();
            if (open.Length == 0) throw new HttpRequestException("The name leads to no public address.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    [LoggerMessage(LogEvents.UploadRefused, LogLevel.Warning, "A file was to be put at a place that is not trusted; it was not.")]
    private partial void Refused();

    [LoggerMessage(LogEvents.UploadFailed, LogLevel.Warning, "A file could not be put among its reader's files: {Error}.")]
    private partial void Failed(string error);
}

/// <summary>Which addresses lie outside: not this machine, not its network, not what a cloud keeps for its machines alone.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
            "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Inside, network => network.Contains(plain));
    }
}
