using Microsoft.Playwright;
using Xunit;

namespace SalesBot.Tests.Browser;

/// <summary>
/// Pictures of what a person sees, on a desktop and as wide as a phone. They go to TestResults/pictures; with
/// SALESBOT_PICTURES=docs they replace those of the documentation.
/// </summary>
internal static class Pictures
{
    public static readonly ViewportSize Desktop = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Phone = new() { Width = 400, Height = 800 };

    private const int MostBytes = 200_000;

    private static readonly string Folder = Environment.GetEnvironmentVariable("SALESBOT_PICTURES") == "docs"
        ? Repository.PathOf("docs/pictures")
        : Repository.PathOf("TestResults/pictures");

    public static async Task TakeAsync(TeamsWindow window, string name, ILocator? from = null)
    {
        await TidyAsync(window.Page);
        if (from is not null) await from.EvaluateAsync("element => element.scrollIntoView({ block: 'start' })");
        await SaveAsync(window.Page, name);
    }

    /// <summary>The client itself has no form for phones: its frame is left out, and the chat takes the whole width.</summary>
    public static async Task TakeOnPhoneAsync(TeamsWindow window, string name, ILocator? from = null)
    {
        await window.Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        var style = await window.Page.AddStyleTagAsync(new()
        {
            Content =
                """
                #root div:has(.ac-adaptiveCard) { min-width: 0 !important; max-width: 100vw !important; box-sizing: border-box !important; }
                div:has(> .ac-preview-panel), .fai-OutputCard { width: auto !important; padding-left: 0 !important; padding-right: 0 !important; }
                #root div:has(> h1) { display: none !important; }
                #root div:has(> .fui-Avatar) { display: none !important; }
                """,
        });
        await TakeAsync(window, name, from);
        await style.EvaluateAsync("style => style.remove()");
        await window.Page.SetViewportSizeAsync(Desktop.Width, Desktop.Height);
    }

    /// <summary>Without the client's remark, below a card, that it can not show it in full width.</summary>
    private static Task TidyAsync(IPage page) => page.EvaluateAsync(
        """
        () => [...document.querySelectorAll('span.fui-Text')]
            .filter(text => text.textContent.startsWith('Full width control'))
            .forEach(text => text.parentElement.parentElement.style.display = 'none')
        """);

    private static async Task SaveAsync(IPage page, string name)
    {
        Directory.CreateDirectory(Folder);
        var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        Assert.True(picture.Length < MostBytes, $"{name}.png takes {picture.Length} bytes.");
    }
}
