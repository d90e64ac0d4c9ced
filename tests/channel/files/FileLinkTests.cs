using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Bot.Files;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Documents;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>Where a client can not be handed a file, it gets a link: it ends, it can not be guessed, and it gives only what may leave the house.</summary>
public sealed class FileLinkTests
{
    [Fact]
    public async Task The_local_client_gets_a_link_to_the_file()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: false);
        await shop.PressAsync("quote.send");
        using var answer = await shop.Bot.Http.GetAsync(await LinkAsync(shop));
        Assert.Equal(("application/pdf", "Offerte-Q-2026-0012.pdf"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains(Pdf.Lines(await answer.Content.ReadAsByteArrayAsync()), line => line.StartsWith("Hotel De Maasoever", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_asked_for_again_comes_again()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: false);
        await shop.PressAsync("quote.send", "en");
        await shop.PressAsync("quote.file");
        var links = await shop.Bot.Connector.WaitAsync(HasLink, count: 2);
        foreach (var link in links) Assert.Equal("Quote-Q-2026-0012.pdf", (await shop.Bot.Http.GetAsync(LinkOf(link.Card!.Value))).Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task Another_instance_on_the_same_store_reads_the_same_link()
    {
        await using var one = await QuoteShop.OpenAsync(registered: false);
        await one.PressAsync("quote.send");
        var link = await LinkAsync(one);
        await using var other = await QuoteShop.OpenAsync(registered: false, store: one.Bot.Store);
        using var answer = await other.Bot.Http.GetAsync(link.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_bent_anywhere_opens_nothing()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: false);
        var ticket = await TicketAsync(shop, TimeSpan.FromHours(1));
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var bent = ticket.ToCharArray();
            var at = i < ticket.Length ? i * ticket.Length / 60 : 0;
            bent[at] = bent[at] == 'A' ? 'B' : 'A';
            using var answer = await shop.Bot.Http.GetAsync($"/files/{new string(bent)}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        foreach (var odd in new[] { "x", new string('A', 5000), "%00", ticket[..^4], ticket + "AAAA", Convert.ToHexString(Guid.NewGuid().ToByteArray()) })
        {
            using var answer = await shop.Bot.Http.GetAsync($"/files/{odd}");
            Assert.False(answer.IsSuccessStatusCode);
        }
        using var good = await shop.Bot.Http.GetAsync($"/files/{ticket}");
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task A_link_past_its_time_says_so()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: false);
        using var answer = await shop.Bot.Http.GetAsync($"/files/{await TicketAsync(shop, TimeSpan.FromSeconds(-1))}");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("De link is verlopen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<QuoteStatus, ApprovalState, bool> Changed => new()
    {
        { QuoteStatus.Submitted, ApprovalState.Waiting, false }, { QuoteStatus.Refused, ApprovalState.Rejected, false }, { QuoteStatus.Withdrawn, ApprovalState.Approved, false },
        { QuoteStatus.Expired, ApprovalState.Approved, false }, { QuoteStatus.Rejected, ApprovalState.Approved, false }, { QuoteStatus.Sent, ApprovalState.Superseded, false },
        { QuoteStatus.Draft, ApprovalState.Withdrawn, false }, { QuoteStatus.Accepted, ApprovalState.Approved, true }, { QuoteStatus.Sent, ApprovalState.Approved, true },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task Only_what_may_leave_the_house_is_given(QuoteStatus status, ApprovalState approval, bool given)
    {
        await using var shop = await QuoteShop.OpenAsync(registered: false);
        var ticket = await TicketAsync(shop, TimeSpan.FromHours(1));
        await shop.PutAsync(QuoteShop.Approved with { Status = status }, QuoteShop.Approval with { State = approval });
        using var answer = await shop.Bot.Http.GetAsync($"/files/{ticket}");
        Assert.Equal(given ? HttpStatusCode.OK : HttpStatusCode.Gone, answer.StatusCode);
        if (!given) Assert.Contains("geldt niet meer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_of_other_content_gives_nothing()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: false);
        var ticket = await TicketAsync(shop, TimeSpan.FromHours(1));
        await shop.PutAsync(QuoteShop.Approved with { Versions = [QuoteShop.Approved.Current with { Total = 1 }] }, QuoteShop.Approval);
        using var answer = await shop.Bot.Http.GetAsync($"/files/{ticket}");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_who_may_not_see_the_quote_can_have_no_ticket_for_it()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: false);
        var stranger = BotHost.Anna with { Id = new("5a1e5b07-0000-4000-8000-000000000199"), Team = new("zuid") };
        await shop.Bot.Store.SaveAsync(Data.Store.Partition.Directory(BotHost.Tenant), "stranger", [Kinds.User.Put(stranger)], default);
        using var answer = await shop.Bot.Http.GetAsync($"/files/{await TicketAsync(shop, TimeSpan.FromHours(1), stranger.Id)}");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task In_a_group_the_file_goes_to_the_own_chat()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        var press = Activities.Press(shop.Url, "quote.send", new JsonObject { ["quote"] = QuoteShop.Number.Value, ["team"] = BotHost.Anna.Team.Value, ["version"] = 1 }, card: "c1");
        press["conversation"] = new JsonObject { ["id"] = "19:deal-room@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = BotHost.Tenant.Value };
        (await shop.PostAsync(press)).Dispose();
        await shop.ConsentAsync();
        Assert.All(
            shop.Bot.Connector.Requests.Where(request => QuoteShop.ContentType(request)?.Contains("file.consent", StringComparison.Ordinal) == true),
            request => Assert.Contains(Uri.EscapeDataString("a:" + BotHost.Anna.Id), request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_address_of_its_own_the_bot_says_what_is_missing()
    {
        await using var shop = await QuoteShop.OpenAsync(registered: true);
        var settings = shop.Bot.Services.GetRequiredService<Bot.Settings.SalesBotSettings>() with { IsDevelopment = false };
        var offers = ActivatorUtilities.CreateInstance<FileOffers>(shop.Bot.Services, settings, ActivatorUtilities.CreateInstance<Bot.Settings.PublicAddress>(shop.Bot.Services, settings));
        var to = new Bot.Channel.ConversationReference("k", shop.Url, "msteams", new("19:x", "groupChat"), new("28:bot"), null, null, true);
        var activity = await offers.ActivityAsync(BotHost.Tenant, Offer(BotHost.Anna.Id), to, null, default);
        Assert.Contains("PublicUrl", activity.Text, StringComparison.Ordinal);
    }

    internal static Uri LinkOf(JsonElement card) => new(card.GetProperty("actions")[0].GetProperty("url").GetString()!);

    private static async Task<Uri> LinkAsync(QuoteShop shop) => LinkOf((await shop.Bot.Connector.WaitAsync(HasLink))[0].Card!.Value);

    private static bool HasLink(Recorded request) => request.IsMessage && request.Card is { } card && card.ToString().Contains("/files/", StringComparison.Ordinal);

    private static FileOffer Offer(UserId reader) => new("quote", "Q-2026-0012|0001", BotHost.Anna.Team, reader, Language.Dutch);

    private static Task<string> TicketAsync(QuoteShop shop, TimeSpan left, UserId? reader = null) => shop.Bot.Services.GetRequiredService<FileTickets>().WriteAsync(
        new(BotHost.Tenant, Offer(reader ?? BotHost.Anna.Id), shop.Bot.Services.GetRequiredService<TimeProvider>().GetUtcNow() + left), default);
}
