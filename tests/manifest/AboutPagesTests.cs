using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SalesBot.Bot.Manifest;
using Xunit;

namespace SalesBot.Tests.Manifest;

public sealed class AboutPagesTests
{
    [Theory]
    [InlineData("websiteUrl")]
    [InlineData("privacyUrl")]
    [InlineData("termsOfUseUrl")]
    public async Task The_bot_answers_every_page_that_the_app_package_names(string link)
    {
        using var zip = new MemoryStream();
        AppPackage.Write(zip, new AppPackageOptions(Domain: "salesbot.hotel.example"));
        using var archive = new ZipArchive(zip);
        using var manifest = archive.GetEntry("manifest.json")!.Open();
        var address = new Uri((string)JsonNode.Parse(manifest)!["developer"]![link]!);

        Assert.Equal("salesbot.hotel.example", address.Host);
        Assert.Contains("SalesBot", await ReadAsync("/", "nl"), StringComparison.Ordinal);
        Assert.Contains("<p>", await ReadAsync(address.AbsolutePath, "nl"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL,nl;q=0.9,en;q=0.8", "Gebruiksvoorwaarden")]
    [InlineData("en-GB,en;q=0.9,nl;q=0.5", "Terms of use")]
    [InlineData("nl;q=0.3,en;q=0.7", "Terms of use")]
    [InlineData("de-DE", "Gebruiksvoorwaarden")]
    [InlineData("", "Gebruiksvoorwaarden")]
    public async Task A_page_is_in_the_language_that_the_browser_prefers(string accepted, string title) =>
        Assert.Contains($"<h1>{title}</h1>", await ReadAsync("/terms", accepted), StringComparison.Ordinal);

    private static async Task<string> ReadAsync(string path, string languages)
    {
        var cancel = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapAboutPages();
        await app.StartAsync(cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("Accept-Language", languages);
        return await client.GetStringAsync(path, cancel);
    }
}
