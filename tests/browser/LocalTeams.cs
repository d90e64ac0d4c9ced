using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using SalesBot.Data.Approvals;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SalesBot.Tests.Browser;

/// <summary>The running bot and its windows in one browser; opened once for the tests of a class.</summary>
public class LocalTeams : IAsyncLifetime
{
    /// <summary>A Wednesday afternoon.</summary>
    private const string Now = "2026-03-04T16:00:00+01:00";

    private readonly SemaphoreSlim opening = new(1);
    private readonly ConcurrentQueue<string> faults = new();
    private DateTimeOffset time = DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture);
    private BotProcess? bot;
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal TeamsWindow Anna { get; private set; } = null!;
    internal TeamsWindow Sven { get; private set; } = null!;

    /// <summary>Of the next manager, where there is a third window.</summary>
    internal TeamsWindow Ingrid { get; private set; } = null!;

    private protected virtual int Windows => 2;

    /// <summary>What the windows' consoles reported that is not the client's own.</summary>
    internal IReadOnlyCollection<string> Faults => faults;

    /// <summary>What the bot wrote to the terminal.</summary>
    internal string Said => bot?.Said() ?? "";

    // Opened by the first test, as only a test can be skipped.
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task OpenAsync()
    {
        NodeTool.Require();
        Chromium.Require();
        await opening.WaitAsync();
        try
        {
            if (browser is not null) return;
            bot = await BotProcess.StartAsync(Now, Windows, TestContext.Current.CancellationToken);
            playwright = await Playwright.CreateAsync();
            browser = await Chromium.LaunchAsync(playwright);
            SetDefaultExpectTimeout(15_000);
            var context = await browser.NewContextAsync(new() { ViewportSize = Pictures.Desktop, Locale = "nl-NL", TimezoneId = "Europe/Amsterdam" });
            // Nothing comes from outside this machine: the client asks for fonts.
            await context.RouteAsync(url => !url.StartsWith("http://localhost:", StringComparison.Ordinal), route => route.AbortAsync());
            Anna = await WindowAsync(context, bot.Windows[0]);
            Sven = await WindowAsync(context, bot.Windows[1]);
            await Anna.SeesAsync("Hallo Anna");
            await Sven.SeesAsync("Hallo Sven");
            if (Windows < 3) return;
            Ingrid = await WindowAsync(context, bot.Windows[2]);
            await Ingrid.SeesAsync("Hallo Ingrid");
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>So many working days go by, and what is due by then is done.</summary>
    internal async Task LaterAsync(int workingDays)
    {
        using var http = new HttpClient();
        var then = WorkingDays.After(time, workingDays, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
        var hours = (int)Math.Ceiling((then - time).TotalHours);
        var answer = await http.PostAsync(new Uri(bot!.Address, $"/development/later?hours={hours}"), null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        time += TimeSpan.FromHours(hours);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (bot is not null) await bot.DisposeAsync();
        opening.Dispose();
    }

    private async Task<TeamsWindow> WindowAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsTheClientsOwn(message)) faults.Enqueue($"{message.Text} ({message.Location})");
        };
        var window = new TeamsWindow(page, address);
        await window.OpenAsync();
        return window;
    }

    /// <summary>It has no icon, asks for fonts and an animation from the internet, and measures its bar charts before they have a width.</summary>
    private static bool IsTheClientsOwn(IConsoleMessage message) =>
        message.Location.Contains("favicon.ico", StringComparison.Ordinal)
        || message.Location.Contains("cdn.office.net", StringComparison.Ordinal)
        || message.Text.Contains("cdn.office.net", StringComparison.Ordinal)
        || message.Text.Contains("<foreignObject> attribute width: A negative value", StringComparison.Ordinal);
}

/// <summary>With the next manager's window.</summary>
public sealed class LocalTeamsOfThree : LocalTeams
{
    private protected override int Windows => 3;
}
