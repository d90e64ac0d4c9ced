using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Schedules;

/// <summary>Reports that come by themselves.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private Talk talk = null!;

    public async ValueTask InitializeAsync() => talk = await Talk.BeginAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Theory]
    [InlineData("stuur me elke maandag het teamrapport", "2026-03-09T08:30", "2026-03-16T08:30")]
    [InlineData("send me the team report every first of the month at 9:15", "2026-04-01T09:15", "2026-05-01T09:15")]
    [InlineData("stuur elke werkdag om 16 uur mijn cijfers", "2026-03-04T16:00", "2026-03-05T16:00")]
    [InlineData("I want a monthly report of my results", "2026-04-01T08:30", "2026-05-01T08:30")]
    public async Task It_comes_when_it_was_asked_for(string words, string first, string second)
    {
        await talk.SayAsync("Anna", words);
        Assert.Equal("subscribe_report", talk.Last.Trace.Flow);
        await UntilAsync(WallClock.At(DateOnly.Parse(second[..10]), TimeOnly.Parse(second[11..]), Zone).AddMinutes(1));
        Assert.Equal([first, second], (await ReportsAsync()).Select(message => TimeZoneInfo.ConvertTime(message.CreatedAt, Zone).ToString("yyyy-MM-ddTHH:mm")));
    }

    [Fact]
    public async Task A_channel_gets_the_same_figures_as_who_asks_there()
    {
        await talk.SayAsync("Sven", "post elke maandag het teamrapport hier", place: "channel");
        await UntilAsync(WallClock.At(new(2026, 3, 9), new(9, 0), Zone));
        var report = Assert.Single(await ReportsAsync());
        Assert.Equal("19:channel", report.To.Conversation);
        talk.Now = WallClock.At(new(2026, 3, 9), new(9, 0), Zone);
        await talk.SayAsync("Anna", "hoe staat het team ervoor dit kwartaal?", place: "channel");
        Assert.Equal(CardReading.Words(talk.Card!.Value), CardReading.Words(report.Card!.Element));
        var delivered = Assert.Single(await talk.Store.ListAsync(talk.Corporate, Kinds.ReportDelivery, "", 100, None), found => found.Record.To == "19:channel").Record;
        Assert.True(delivered.IsOnTime);
    }

    [Fact]
    public async Task A_month_that_is_over_comes_as_a_report_and_as_the_files_that_were_asked_for()
    {
        await talk.SayAsync("Anna", "stuur me elke maand mijn rapport als pdf en Excel");
        Assert.Equal("subscribe_report", talk.Last.Trace.Flow);
        await UntilAsync(WallClock.At(new(2026, 4, 1), new(9, 0), Zone));
        var report = Assert.Single(await ReportsAsync());
        Assert.Contains("Rapport Anna Visser", CardReading.Words(report.Card!.Element), StringComparison.Ordinal);
        Assert.Contains("maart 2026", CardReading.Words(report.Card!.Element), StringComparison.Ordinal);
        var files = new List<string>();
        foreach (var offer in (await talk.SentAsync()).Select(message => message.Offers).OfType<FileOffer>())
            files.Add(Assert.IsType<FileResult.Found>(await talk.FileAsync(offer)).Name);
        Assert.Equal(["Rapport-Anna-Visser-maart-2026.pdf", "Rapport-Anna-Visser-maart-2026.xlsx"], files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to_and_in_the_private_chat_no_channel_can_be_filled()
    {
        await talk.SayAsync("Anna", "stuur het teamrapport elke maandag naar het kanaal");
        Assert.Equal("in_the_channel", talk.Last.Trace.Refused);
        await talk.SayAsync("Anna", "stuur me elke maandag het teamrapport");
        await talk.PressAsync("Anna", "report.stop");
        Assert.Contains("Er komt geen rapport vanzelf", talk.Shown, StringComparison.Ordinal);
        await UntilAsync(WallClock.At(new(2026, 3, 20), new(9, 0), Zone));
        Assert.Empty(await ReportsAsync());
    }

    private async Task UntilAsync(DateTimeOffset moment)
    {
        var schedule = Schedule.Create(talk.Store, new(null, PolicySettings.Default));
        while (await schedule.DueAsync(talk.Corporate, moment, None) is [var due, ..])
            Assert.True(await schedule.DoAsync(Talk.Tenant, new("corporate"), due, due.Record.At, None));
    }

    private async Task<IReadOnlyList<OutboxMessage>> ReportsAsync() => [.. (await talk.SentAsync()).Where(message => message.Card is not null)];
}
