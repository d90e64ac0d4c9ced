using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SalesBot.Bot.Settings;

/// <summary>Where browsers reach the bot, with a slash at the end; in Development the address it listens on where none is set.</summary>
internal sealed class PublicAddress(SalesBotSettings settings, IServer server)
{
    public Uri? Value => settings.Files.PublicUrl is { } set ? new Uri(set.AbsoluteUri.TrimEnd('/') + "/")
        : settings.IsDevelopment && server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening && Uri.TryCreate(listening, UriKind.Absolute, out var own) ? own
        : null;
}
