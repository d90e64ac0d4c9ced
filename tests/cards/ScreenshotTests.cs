using System.Text.Json;
using Microsoft.Playwright;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Tests.Browser;
using Xunit;

namespace SalesBot.Tests.Cards;

/// <summary>
/// Microsoft's renderer draws every card in Chromium, on a phone and a desktop, light and dark. Pictures go to
/// TestResults/cards; with SALESBOT_PICTURES=docs they replace those of the documentation.
/// </summary>
[Trait("Category", "Screenshots")]
public sealed class ScreenshotTests : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        NpmFolder.SkipWithout("adaptivecards");
        Chromium.Require();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1320, Height = 900 } });
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(NpmFolder.Repository, "tests", "cards", "card-sheet.html")));
        await page.AddScriptTagAsync(new() { Path = Path.Combine(NpmFolder.Path, "node_modules", "adaptivecards", "dist", "adaptivecards.js") });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    [Fact]
    public async Task No_card_sticks_out_sideways_on_a_phone_or_a_desktop()
    {
        List<string> found = [];
        foreach (var language in CardGallery.Languages)
        {
            foreach (var (name, card) in CardGallery.All(language))
            {
                foreach (var opened in new[] { false, true })
                {
                    found.AddRange((await CheckAsync(card.ToJson(), opened)).Select(what => $"{name} ({language}) {what}"));
                }
            }
        }
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public async Task A_card_that_sticks_out_is_found()
    {
        var wide = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ColumnSet","columns":[{"width":"500px","items":[{"type":"TextBlock","text":"wide"}]}]}]}""");
        Assert.NotEmpty(await CheckAsync(wide, false));
    }

    [Fact]
    public async Task Every_card_is_pictured()
    {
        var folder = Environment.GetEnvironmentVariable("SALESBOT_PICTURES") == "docs"
            ? Path.Combine(NpmFolder.Repository, "docs", "cards")
            : Path.Combine(NpmFolder.Repository, "TestResults", "cards");
        Directory.CreateDirectory(folder);
        var wanted = Environment.GetEnvironmentVariable("SALESBOT_PICTURES_OF")?.Split(',');
        foreach (var (dutch, english) in CardGallery.All(Language.Dutch).Zip(CardGallery.All(Language.English)))
        {
            if (wanted?.Contains(dutch.Name) == false) continue;
            await page.EvaluateAsync("([nl, en]) => sheet(JSON.parse(nl), JSON.parse(en))", new[] { Raw(dutch.Card), Raw(english.Card) });
            var drawn = await page.Locator("#sheet").ScreenshotAsync();
            var picture = Convert.FromBase64String(await page.EvaluateAsync<string>("drawn => shrink(drawn)", Convert.ToBase64String(drawn)));
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{dutch.Name}.png"), picture, TestContext.Current.CancellationToken);
            Assert.True(picture.Length < 200_000, $"{dutch.Name}.png takes {picture.Length} bytes.");
        }
    }

    private Task<string[]> CheckAsync(JsonElement card, bool opened) =>
        page.EvaluateAsync<string[]>("([card, opened]) => check(JSON.parse(card), opened)", new object[] { card.GetRawText(), opened });

    private static string Raw(AdaptiveCard card) => card.ToJson().GetRawText();
}
