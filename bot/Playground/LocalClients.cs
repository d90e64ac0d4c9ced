using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SalesBot.Bot.Schedules;
using SalesBot.Bot.Settings;

namespace SalesBot.Bot.Playground;

/// <summary>
/// Microsoft's own local Teams client, twice: one window for the account manager, one for the supervisor, and a third for the next
/// manager where that is set. Installed at the first
/// start, started in the background, and ended with the bot. Without it the bot works all the same.
/// </summary>
internal sealed class LocalClients(IServer server, IHostApplicationLifetime lifetime, IHttpClientFactory clients, SalesBotSettings settings) : BackgroundService
{
    private const int FirstPort = 56150;
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(45);

    private readonly List<LocalClient> started = [];
    private readonly TaskCompletionSource<IReadOnlyList<LocalClient>> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The open windows; none where they can not be had.</summary>
    public Task<IReadOnlyList<LocalClient>> Ready => ready.Task;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            await Started(stop);
            var failure = await OpenAsync(stop);
            if (failure is not null) Say($"The local Teams client is not there: {failure} The bot goes on without it.");
            ready.TrySetResult(failure is null ? started : []);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while it was being prepared.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            Say($"The local Teams client could not be started: {e.Message} The bot goes on without it.");
        }
    }

    public override async Task StopAsync(CancellationToken cancel)
    {
        await base.StopAsync(cancel);
        foreach (var client in started) client.Stop();
        ready.TrySetResult([]);
    }

    /// <returns>Why there is none; null: both are open.</returns>
    private async Task<string?> OpenAsync(CancellationToken stop)
    {
        var home = Path.Combine(Environment.CurrentDirectory, ".salesbot", "playground");
        if (await PlaygroundPackage.InstallAsync(home, Say, stop) is { } failure) return failure;
        if (Endpoint() is not { } endpoint) return "the bot has no plain http address on this machine.";
        var port = FirstPort;
        foreach (var window in PlaygroundConfig.Windows.Take(settings.Windows))
        {
            port = PlaygroundPackage.FreePort(port);
            started.Add(LocalClient.Start(home, window, port++, endpoint));
        }
        using var http = clients.CreateClient();
        foreach (var client in started)
        {
            if (await client.FailureAsync(http, StartTime, stop) is { } reason) return $"{client.Window.Who} did not open: {reason}";
        }
        Say(string.Join(Environment.NewLine,
            ["", "SalesBot is ready. Microsoft's local Teams client shows it from both sides:",
                .. started.Select(client => $"  {client.Window.Who,-36} http://localhost:{client.Port}"),
                "Open each once, so that each person can be reached. Ctrl+C stops everything.",
                .. settings.Now is null ? Array.Empty<string>() : [$"A day later: curl -X POST {endpoint.Replace("/api/messages", Later.Path, StringComparison.Ordinal)}?hours=24"], ""]));
        return null;
    }

    private string? Endpoint()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(url => url.StartsWith("http://", StringComparison.Ordinal));
        return address is null ? null : $"http://127.0.0.1:{new Uri(address.Replace("//*", "//localhost").Replace("//+", "//localhost")).Port.ToString(CultureInfo.InvariantCulture)}/api/messages";
    }

    private async Task Started(CancellationToken stop)
    {
        var listening = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stop);
    }

    private static void Say(string text) => Console.WriteLine(text);
}
