using Microsoft.Playwright;
using Xunit;

namespace SalesBot.Tests.Browser;

/// <summary>The Chromium of this machine; Playwright brings none, and none is downloaded.</summary>
internal static class Chromium
{
    private static readonly string? Program =
        new[]
        {
            Environment.GetEnvironmentVariable("SALESBOT_TESTS_CHROMIUM"), Environment.GetEnvironmentVariable("CHROMIUM_PATH"),
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        }.FirstOrDefault(path => path is not null && File.Exists(path));

    /// <summary>Call it before work that only a browser can judge.</summary>
    public static void Require() =>
        Assert.SkipWhen(Program is null, "NOT CHECKED: Chromium is not installed; name one in SALESBOT_TESTS_CHROMIUM.");

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Program,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            "--disable-dev-shm-usage", "--disable-lcd-text",
        ],
    });
}
