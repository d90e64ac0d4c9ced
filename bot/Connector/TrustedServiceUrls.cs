using SalesBot.Bot.Settings;

namespace SalesBot.Bot.Connector;

/// <summary>
/// The addresses that the bot speaks to: https at a listed host; in Development loopback too. Checked when an activity comes in
/// and again at each send, because what was stored may have been trusted by rules of yesterday.
/// </summary>
internal sealed class TrustedServiceUrls(SalesBotSettings settings)
{
    private readonly IReadOnlyList<string> allowed = settings.Channel.AllowedServiceUrls;

    public bool IsTrusted(string? serviceUrl) =>
        // Control characters, spaces and backslashes are read differently by different parsers: no service has them.
        serviceUrl is not null && !serviceUrl.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or '@' || c > '~')
        && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url is { UserInfo: "", Fragment: "", Query: "" }
        && (IsLocal(url, settings.IsDevelopment) || allowed.Any(entry => Fits(entry, url)));

    /// <summary>A token never travels without TLS, not even on this machine.</summary>
    public static bool MayCarryToken(Uri url) => url.Scheme == Uri.UriSchemeHttps;

    /// <summary>Equal apart from case and a slash at the end.</summary>
    public static bool AreSame(string one, string other) => one.TrimEnd('/').Equals(other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    internal static bool IsLocal(Uri url, bool isDevelopment) => isDevelopment && url.Scheme is "http" or "https" && IsLoopbackLiteral(url);

    internal static bool Fits(string entry, Uri url)
    {
        if (entry.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(entry, UriKind.Absolute, out var exact) && exact.Scheme == url.Scheme && exact.Authority == url.Authority
                && (url.Scheme == "https" || IsLoopbackLiteral(url));
        }
        if (url.Scheme != "https" || !url.IsDefaultPort || url.HostNameType != UriHostNameType.Dns) return false;
        return entry.StartsWith("*.", StringComparison.Ordinal)
            ? url.Host.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
            : url.Host.Equals(entry, StringComparison.OrdinalIgnoreCase);
    }

    // Not Uri.IsLoopback alone: it also takes the machine's own names.
    private static bool IsLoopbackLiteral(Uri url) =>
        url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));
}
