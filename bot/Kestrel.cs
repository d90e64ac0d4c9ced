using Microsoft.AspNetCore.Server.Kestrel.Core;
using SalesBot.Bot.Channel;

namespace SalesBot.Bot;

/// <summary>What a sender can make the server hold or wait for.</summary>
internal static class Kestrel
{
    public static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.MaxRequestBodySize = ActivityReader.MaxBytes;
        // A token of a megabyte is refused as a token (401), which says more to its sender than a broken connection.
        server.Limits.MaxRequestHeadersTotalSize = 1_300_000;
        server.Limits.MaxRequestBufferSize = 1_400_000;
    }
}
