using Microsoft.Playwright;
using Xunit;

namespace SalesBot.Tests.Browser;

/// <summary>
/// Pictures of what a person sees, the window on a desktop and a card as wide as on a phone. They go to TestResults/pictures; with
/// SALESBOT_PICTURES=docs they replace those of the documentation.
/// </summary>
internal static class Pictures
{
    public static readonly ViewportSize Desktop = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Tall = new() { Width = 1280, Height = 1600 };

    private const int MostBytes = 200_000;

    private static readonly string Folder = Environment.GetEnvironmentVariable("SALESBOT_PICTURES") == "docs"
        ? Repository.PathOf("docs/pictures")
        : Repository.PathOf("TestResults/pictures");

    public static async Task TakeAsync(TeamsWindow window, string name, ILocator? from = null)
    {
        await window.Page.Mouse.MoveAsync(0, 0);
        await TidyAsync(window.Page);
        if (from is not null) await from.EvaluateAsync("element => element.scrollIntoView({ block: 'start' })");
        Save(name, await window.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide }));
    }

    /// <summary>The card alone, as wide as Teams draws it on a phone; the client itself has no form for phones.</summary>
    public static async Task TakeOnPhoneAsync(TeamsWindow window, string name, ILocator card)
    {
        // A pointer that happens to rest on a legend fades the other bars.
        await window.Page.Mouse.MoveAsync(0, 0);
        await window.Page.SetViewportSizeAsync(Tall.Width, Tall.Height);
        var style = await window.Page.AddStyleTagAsync(new() { Content = "div:has(> .ac-preview-panel) { width: 360px !important; }" });
        Save(name, await card.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
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

    private static void Save(string name, byte[] picture)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, $"{name}.png"), picture);
        Assert.True(picture.Length < MostBytes, $"{name}.png takes {picture.Length} bytes.");
    }
}
