using System.Net;
using SalesBot.Bot.Files;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Tests.Documents;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>In Teams the file comes as a question in the personal chat: may it stand among your own files?</summary>
public sealed class FileConsentTests
{
    [Fact]
    public async Task A_sent_quote_is_offered_and_accepted_stands_among_the_files()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        await shop.PressAsync("quote.send");
        var consent = await shop.ConsentAsync();
        Assert.Equal("Offerte-Q-2026-0012.pdf", consent.GetProperty("name").GetString());
        Assert.Contains("Philips Nederland BV", consent.GetProperty("content").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(QuoteStatus.Sent, (await shop.QuoteAsync())!.Record.Status);

        using var answer = await shop.AnswerAsync(consent, "accept");
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        var info = QuoteShop.AttachmentOf((await shop.Bot.Connector.WaitAsync(IsInfo))[0]);
        Assert.Equal("https://contoso-my.sharepoint.com/anna/Offerte.pdf", info.GetProperty("contentUrl").GetString());
        Assert.Equal(("u-1", "pdf"), (info.GetProperty("content").GetProperty("uniqueId").GetString(), info.GetProperty("content").GetProperty("fileType").GetString()));
        // The question has been answered: it goes.
        await shop.Bot.Connector.WaitAsync(request => request.Method == "DELETE" && request.Path.EndsWith("/activities/asked", StringComparison.Ordinal));

        var put = Assert.Single(shop.Drive.Puts);
        Assert.Null(put.Authorization);
        Assert.Equal($"bytes 0-{put.Content.Length - 1}/{put.Content.Length}", put.Range);
        Assert.Equal(put.Content.Length, put.Length);
        Assert.Equal(consent.GetProperty("content").GetProperty("sizeInBytes").GetInt32(), put.Content.Length);
        Assert.Contains(Pdf.Lines(put.Content), line => line.Contains("€ 9.936,00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_English_it_is_an_English_file_and_the_customer_is_written_to_so_from_then_on()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        await shop.PressAsync("quote.send", "en");
        Assert.Equal("Quote-Q-2026-0012.pdf", (await shop.ConsentAsync()).GetProperty("name").GetString());
        Assert.Equal(Data.Language.English, (await shop.QuoteAsync())!.Record.Language);
        var how = await SalesBot.Data.Store.StoreReading.FindAsync(shop.Bot.Store, BotHost.Team, Data.Kinds.Correspondence, "A-1", default);
        Assert.Equal(Data.Language.English, how!.Record.Language);
    }

    [Fact]
    public async Task Declined_is_said_kindly_and_nothing_is_put_anywhere()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        await shop.PressAsync("quote.send");
        (await shop.AnswerAsync(await shop.ConsentAsync(), "decline")).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Text?.StartsWith("Prima, ik zet het niet bij je bestanden", StringComparison.Ordinal) == true);
        Assert.Empty(shop.Drive.Puts);
    }

    [Fact]
    public async Task An_answer_that_comes_many_times_is_answered_once()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        await shop.PressAsync("quote.send");
        var consent = await shop.ConsentAsync();
        // Under one id, and as Teams does after its patience is over, under new ones.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => (await shop.AnswerAsync(consent, "accept", id: i < 3 ? "same" : null)).Dispose()));
        await shop.Bot.Connector.WaitAsync(IsInfo);
        (await shop.AnswerAsync(consent, "accept")).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Method == "DELETE");
        Assert.Single(shop.Drive.Puts);
        Assert.Single(shop.Bot.Connector.Requests, IsInfo);
    }

    [Fact]
    public async Task A_place_that_refuses_gives_a_link_instead()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        shop.Drive.Status = 507;
        await shop.PressAsync("quote.send");
        (await shop.AnswerAsync(await shop.ConsentAsync(), "accept")).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Text?.StartsWith("Het lukte niet om het bij je bestanden te zetten", StringComparison.Ordinal) == true);
        var card = (await shop.Bot.Connector.WaitAsync(request => request.Card is { } card && card.ToString().Contains("/files/", StringComparison.Ordinal)))[0].Card!.Value;
        var pdf = await shop.Bot.Http.GetByteArrayAsync(FileLinkTests.LinkOf(card));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(pdf, 0, 4));
        Assert.DoesNotContain(shop.Bot.Connector.Requests, IsInfo);
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://contoso.sharepoint.com.evil.example/upload")]
    [InlineData("https://evilsharepoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.com:8443/upload")]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData("https://user@contoso-my.sharepoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.com\\@evil.example/")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("https://[::1]/upload")]
    [InlineData("https://2130706433/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//contoso-my.sharepoint.com/upload")]
    [InlineData("")]
    [InlineData(null)]
    public void A_foreign_place_is_not_trusted(string? address) => Assert.False(Uploads(isDevelopment: false).IsTrusted(address));

    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/anna/_api/v2.0/drive/items/1/uploadSession?guid='1'&tempauth=x")]
    [InlineData("https://contoso.sharepoint.us/upload")]
    public void A_persons_own_drive_is_trusted(string address) => Assert.True(Uploads(isDevelopment: false).IsTrusted(address));

    [Fact]
    public async Task Nothing_is_put_at_a_foreign_place_or_where_it_leads_to()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        await using var elsewhere = await FakeDrive.StartAsync();
        await shop.PressAsync("quote.send");
        var consent = await shop.ConsentAsync();
        (await shop.AnswerAsync(consent, "accept", "https://evil.example/upload")).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Text?.StartsWith("Het lukte niet", StringComparison.Ordinal) == true);

        (shop.Drive.Status, shop.Drive.Redirect) = (307, elsewhere.UploadUrl);
        (await shop.AnswerAsync(consent, "accept")).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Text?.StartsWith("Het lukte niet", StringComparison.Ordinal) == true, count: 2);
        Assert.Empty(elsewhere.Puts);
    }

    [Fact]
    public async Task A_version_that_no_longer_holds_is_not_put_there()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        await shop.PressAsync("quote.send");
        var consent = await shop.ConsentAsync();
        var quote = (await shop.QuoteAsync())!.Record;
        await shop.PutAsync(quote with { Status = QuoteStatus.Draft, Versions = [.. quote.Versions, quote.Current with { Number = 2 }] }, QuoteShop.Approval with { State = ApprovalState.Superseded });
        (await shop.AnswerAsync(consent, "accept")).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Text?.StartsWith("Deze versie van Q-2026-0012 geldt niet meer", StringComparison.Ordinal) == true);
        Assert.Empty(shop.Drive.Puts);
    }

    [Fact]
    public async Task Somebody_elses_consent_and_a_made_up_one_open_nothing()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        await shop.PressAsync("quote.send");
        var consent = await shop.ConsentAsync();
        (await shop.AnswerAsync(consent, "accept", by: BotHost.Sven)).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Text == "This file is not meant for you.");
        (await shop.AnswerAsync(consent, "accept", file: "bm90IG91cnM")).Dispose();
        await shop.Bot.Connector.WaitAsync(request => request.Text?.StartsWith("Dit bestand geldt niet", StringComparison.Ordinal) == true);
        Assert.Empty(shop.Drive.Puts);
    }

    [Theory]
    [InlineData("10.0.0.1"), InlineData("127.0.0.1"), InlineData("169.254.169.254"), InlineData("::1"), InlineData("::ffff:10.0.0.1"), InlineData("fd00::1"), InlineData("0.0.0.0")]
    [InlineData("fe80::1"), InlineData("64:ff9b::a00:1"), InlineData("100.64.0.1"), InlineData("224.0.0.1"), InlineData("255.255.255.255")]
    public void An_address_inside_is_not_public(string address) => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("13.107.136.10"), InlineData("2620:1ec:8fa::10"), InlineData("::ffff:13.107.136.10")]
    public void An_address_outside_is_public(string address) => Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    private static FileUploads Uploads(bool isDevelopment)
    {
        var files = new Bot.Settings.FileSettings(null, ["*.sharepoint.com", "*.sharepoint.us"]);
        var settings = new Bot.Settings.SalesBotSettings(null!, null!, [], null, null, false, false, null, isDevelopment) { Files = files };
        return new(null!, settings, Microsoft.Extensions.Logging.Abstractions.NullLogger<FileUploads>.Instance);
    }

    private static bool IsInfo(Recorded request) => QuoteShop.ContentType(request) == "application/vnd.microsoft.teams.card.file.info";
}
