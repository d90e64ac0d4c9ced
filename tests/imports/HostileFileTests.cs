using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using SalesBot.Data.Store;
using SalesBot.Tests.Channel;
using Xunit;

namespace SalesBot.Tests.Imports;

/// <summary>Whatever is sent, wherever it is said to lie: nothing is fetched from where it must not be, and nothing is taken.</summary>
public sealed class HostileFileTests
{
    private const string Users = "aad_object_id,name,email,role,level,team,manager_email,language\n";

    [Theory]
    [InlineData("https://evil.example/download")]
    [InlineData("https://contoso.sharepoint.com.evil.example/download")]
    [InlineData("http://contoso-my.sharepoint.com/download")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://user@contoso-my.sharepoint.com/download")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_foreign_place_is_not_asked(string url)
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", "accounts.csv", [], url: url);
        await chat.CardAsync("op een plek die ik niet vertrouw");
        Assert.Empty(chat.Files.Requests);
    }

    [Fact]
    public async Task Where_a_trusted_place_leads_to_is_not_followed()
    {
        await using var chat = await ImportChat.OpenAsync();
        await using var elsewhere = await FileServer.StartAsync();
        chat.Files.Misbehave = http =>
        {
            http.Response.Redirect(elsewhere.Url);
            return Task.CompletedTask;
        };
        await chat.SendAsync("Gijs", "accounts.csv", []);
        await chat.CardAsync("Ik kon het bestand niet ophalen");
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task A_place_that_refuses_is_said_kindly(int status)
    {
        await using var chat = await ImportChat.OpenAsync();
        chat.Files.Misbehave = http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await chat.SendAsync("Gijs", "accounts.csv", []);
        await chat.CardAsync("Ik kon het bestand niet ophalen");
    }

    [Fact]
    public async Task A_place_that_drips_is_left_after_ten_seconds()
    {
        await using var chat = await ImportChat.OpenAsync();
        chat.Files.Misbehave = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync("x");
                await http.Response.Body.FlushAsync();
                await Task.Delay(300, http.RequestAborted).ContinueWith(_ => { });
            }
        };
        var asked = System.Diagnostics.Stopwatch.StartNew();
        await chat.SendAsync("Gijs", "accounts.csv", []);
        Assert.InRange(asked.Elapsed.TotalSeconds, 0, 5);
        await Task.Delay(TimeSpan.FromSeconds(9));
        await chat.CardAsync("Ik kon het bestand niet ophalen");
        Assert.InRange(asked.Elapsed.TotalSeconds, 9, 20);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_ten_megabytes_are_not_read_whatever_was_said_beforehand(bool lengthIsKnown)
    {
        await using var chat = await ImportChat.OpenAsync();
        var written = 0L;
        chat.Files.Misbehave = async http =>
        {
            if (lengthIsKnown) http.Response.ContentLength = 10_000_001;
            var block = new byte[1_000_000];
            for (var at = 0; at < 100 && !http.RequestAborted.IsCancellationRequested; at++)
            {
                try
                {
                    await http.Response.Body.WriteAsync(block, http.RequestAborted);
                }
                catch (OperationCanceledException)
                {
                    // The bot has hung up.
                    return;
                }
                written += block.Length;
                await Task.Delay(20);
            }
        };
        await chat.SendAsync("Gijs", "accounts.csv", []);
        await chat.CardAsync("groter dan 10 MB");
        Assert.InRange(written, 0, 30_000_000);
    }

    public static TheoryData<string, string> Crooked() => new()
    {
        { "bomb", "is uitgepakt groter dan" }, { "macro", "macro's" }, { "external", "koppelingen naar andere bestanden" }, { "doctype", "documenttype" }, { "text", "is geen Excel-bestand dat te lezen is" },
        { "many", "delen, hoogstens 500" }, { "cut", "is geen Excel-bestand dat te lezen is" }, { "empty", "is geen Excel-bestand dat te lezen is" },
    };

    [Theory, MemberData(nameof(Crooked))]
    public async Task A_crooked_workbook_is_refused(string kind, string reason)
    {
        await using var chat = await ImportChat.OpenAsync();
        var asked = System.Diagnostics.Stopwatch.StartNew();
        await chat.SendAsync("Gijs", "users.xlsx", Workbook(kind));
        var words = ImportChat.Words(await chat.CardAsync("Niet overgenomen"));
        Assert.Contains(reason, words, StringComparison.Ordinal);
        Assert.InRange(asked.Elapsed.TotalSeconds, 0, 10);
        Assert.Empty(await chat.Store.ListAsync(Partition.Directory(BotHost.Tenant), IdRange.Prefix("received-"), 10, default));
    }

    [Theory]
    [InlineData("klanten.csv", Users, "is geen naam die SalesBot kent")]
    [InlineData("users.xlsm", Users, "is geen .csv en geen .xlsx")]
    [InlineData("users.csv", "", "is leeg")]
    [InlineData("users.csv", Users + "\"open", "aanhalingsteken dat niet sluit")]
    [InlineData("[x](https://evil.example).csv", Users, "is geen naam die SalesBot kent")]
    public async Task A_file_that_can_not_be_one_is_refused(string name, string content, string reason)
    {
        await using var chat = await ImportChat.OpenAsync();
        await chat.SendAsync("Gijs", name, content);
        var card = await chat.CardAsync("Niet overgenomen");
        Assert.Contains(reason, ImportChat.Words(card), StringComparison.Ordinal);
        Assert.DoesNotContain("](https", card.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
    }

    private static byte[] Workbook(string kind)
    {
        if (kind == "text") return Encoding.UTF8.GetBytes(Users);
        if (kind == "empty") return [];
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            switch (kind)
            {
                case "bomb": Put("xl/worksheets/sheet1.xml", new byte[120_000_000]); break;
                case "macro": Put("xl/vbaProject.bin", [1]); break;
                case "external": Put("xl/externalLinks/externalLink1.xml", [1]); break;
                case "doctype": Put("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"u8.ToArray()); break;
                case "cut": Put("xl/workbook.xml", "<workbook>"u8.ToArray()); break;
                default:
                    for (var at = 0; at < 600; at++) Put($"xl/{at}.xml", [1]);
                    break;
            }

            void Put(string name, byte[] content)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        return stream.ToArray();
    }
}
