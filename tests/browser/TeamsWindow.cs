using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SalesBot.Data;
using static Microsoft.Playwright.Assertions;

namespace SalesBot.Tests.Browser;

/// <summary>One person's window of Microsoft's local Teams client, as that person uses it: type, press, look.</summary>
internal sealed class TeamsWindow(IPage page, Uri address)
{
    private const string CardClass = ".ac-adaptiveCard";

    private const int MostClicks = 5;

    public IPage Page => page;

    /// <summary>In which language the bot answers here.</summary>
    public Language Speaks { get; set; } = Language.Dutch;

    public ILocator Cards => page.Locator(CardClass);

    /// <summary>The lowest card, looked up anew at each use.</summary>
    public ILocator Newest => Cards.Last;

    /// <summary>The lowest card with these words on it, whatever came after it.</summary>
    public ILocator CardWith(string words) => Cards.Filter(new() { HasText = words }).Last;

    /// <summary>The post with all of its replies in which something like this is said.</summary>
    public ILocator ThreadWith(string words) => page.Locator(".fui-Card").Filter(new() { HasText = words }).Last;

    public async Task OpenAsync()
    {
        await page.GotoAsync(address.ToString());
        await Expect(page.GetByRole(AriaRole.Treeitem, new() { Name = "Personal Chat" })).ToBeVisibleAsync();
        // The client's own record of the traffic repeats every text.
        var log = page.GetByText("Log Panel", new() { Exact = true });
        await Expect(log).ToBeVisibleAsync();
        for (var clicks = 1; ; clicks++)
        {
            await page.GetByTitle("Toggle Log Panel").ClickAsync();
            try
            {
                await Expect(log).ToBeHiddenAsync(new() { Timeout = 5_000 });
                return;
            }
            catch (PlaywrightException) when (clicks < MostClicks)
            {
                // On a busy machine the page is drawn before it listens: the click was lost.
            }
        }
    }

    public Task GoToAsync(string place) => page.GetByRole(AriaRole.Treeitem, new() { Name = place }).ClickAsync();

    /// <summary>In a chat.</summary>
    public async Task SayAsync(string words)
    {
        var box = page.GetByRole(AriaRole.Textbox).Last;
        await box.FillAsync(words);
        await box.PressAsync("Enter");
        await Expect(box).ToHaveTextAsync("");
    }

    /// <summary>Starts a thread in a channel, with the bot mentioned.</summary>
    public async Task PostAsync(string words)
    {
        await MentionAsync(page.GetByRole(AriaRole.Textbox).First, words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
    }

    /// <summary>Answers in a thread of a channel, with the bot mentioned.</summary>
    public async Task ReplyAsync(ILocator thread, string words)
    {
        var box = thread.GetByRole(AriaRole.Textbox).Last;
        await MentionAsync(box, words);
        await box.PressAsync("Enter");
    }

    public Task PressAsync(string button, ILocator? card = null) =>
        (card ?? Newest).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>Types into the first open input of this sort on the newest card.</summary>
    public Task FillAsync(AriaRole input, string words, ILocator? card = null) => (card ?? Newest).GetByRole(input).Locator("visible=true").First.FillAsync(words);

    /// <summary>Waits until the newest card shows all of these; a label and its value are named as "Kamers 45".</summary>
    public Task SeesAsync(params string[] words) => SeesOnAsync(Newest, words);

    public static async Task SeesOnAsync(ILocator card, params string[] words)
    {
        foreach (var one in words) await Expect(card).ToContainTextAsync(Loosely(one));
    }

    /// <summary>Waits for a message in plain words.</summary>
    public Task HearsAsync(string words) => Expect(page.Locator(".fai-OutputCard span", new() { HasText = words }).Last).ToBeVisibleAsync();

    /// <summary>What lies between two words, spaces or the edge of a column, is the layout's business.</summary>
    private static Regex Loosely(string words) =>
        new(string.Join(@"\s*", words.Split(' ').Select(word => Regex.Escape(word).Replace("#", @"\x23", StringComparison.Ordinal))));

    // Only a name that was picked from the list is a mention; typed out it is plain text, which the bot never gets.
    private async Task MentionAsync(ILocator box, string words)
    {
        await box.ClickAsync();
        await box.PressSequentiallyAsync("@");
        await page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "SalesBot" }).ClickAsync();
        await box.PressSequentiallyAsync(" " + words);
    }
}
