using System.Globalization;
using MiniExcelLibs;
using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Documents;
using Xunit;

namespace SalesBot.Tests.Indicators;

/// <summary>The files of a report hold the figures that the chat answers with, for everybody who may see them.</summary>
public sealed class ReportFileTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Period Quarter = Period.Quarter(2025, 4);
    private Talk talk = null!;

    public async ValueTask InitializeAsync() => talk = await Talk.BeginAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Theory]
    [InlineData("Anna", "stuur me het rapport van vorig kwartaal in Excel", false)]
    [InlineData("Sven", "exporteer het rapport van het team van vorig kwartaal naar Excel", true)]
    [InlineData("Daan", "export my report for last quarter to Excel", false)]
    public async Task The_cells_are_the_indicators(string who, string words, bool team)
    {
        await talk.SayAsync(who, words);
        var file = await FileAsync();
        var person = talk.Person(who);
        var set = await Reading().OfAsync(team ? new FigureScope.OfTeam(person.Team) : new FigureScope.OfUser(person.Id), Quarter, None, withAccounts: false);
        var (first, dutch) = (Rows(file.Content, 0), person.Language != Language.English);
        Assert.Equal(set.Values.Count, first.Count);
        foreach (var (value, row) in set.Values.Zip(first))
        {
            Assert.Equal(value.Code, row["Code"]);
            var cell = row[dutch ? "Waarde" : "Value"];
            if (value.Value is { } known) Assert.Equal(known, Number(cell));
            else Assert.Equal(dutch ? "niet bepaald" : "not defined", cell);
            Assert.Equal(value.Target, row[dutch ? "Doel" : "Target"] is { } target ? Number(target) : null);
        }
        var months = Rows(file.Content, 1);
        Assert.Equal(set["revenue"]!.Value, months.Sum(row => Number(row[dutch ? "Realisatie" : "Actual"])));
        var accounts = Rows(file.Content, 2);
        Assert.Equal(set["revenue"]!.Value, accounts.Sum(row => Number(row[dutch ? "Realisatie" : "Actual"])));
    }

    [Fact]
    public async Task The_paper_says_what_the_card_says()
    {
        await talk.SayAsync("Anna", "stuur me het rapport van vorig kwartaal als pdf");
        var card = CardReading.Words(talk.Card!.Value);
        var file = await FileAsync();
        Assert.Equal("Rapport-Anna-Visser-Q4-2025.pdf", file.Name);
        var text = string.Concat(Pdf.Lines(file.Content)).Replace(" ", "");
        var set = await Reading().OfAsync(new FigureScope.OfUser(talk.Person("Anna").Id), Quarter, None, withAccounts: false);
        foreach (var value in set.Values.Where(value => value.Value is not null && value.Count > 0))
            Assert.Contains(FigureViews.Written(value.Value!.Value, value.Unit, Language.Dutch).Replace(" ", "").Replace(" ", ""), text.Replace(" ", ""), StringComparison.Ordinal);
        Assert.Contains(Language.Dutch.Euros(set["revenue"]!.Value!.Value), card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_of_the_team_reads_the_same_figures_and_only_who_sees_all_accounts_their_list()
    {
        await talk.SayAsync("Sven", "stuur het teamrapport van vorig kwartaal in Excel");
        var supervisor = await FileAsync();
        await talk.SayAsync("Anna", "stuur het teamrapport van vorig kwartaal in Excel");
        var manager = await FileAsync();
        Assert.Equal(Rows(supervisor.Content, 0).Select(row => (row["Code"], row["Waarde"])), Rows(manager.Content, 0).Select(row => (row["Code"], row["Waarde"])));
        Assert.Equal(3, MiniExcel.GetSheetNames(new MemoryStream(supervisor.Content)).Count);
        Assert.Equal(2, MiniExcel.GetSheetNames(new MemoryStream(manager.Content)).Count);
    }

    [Fact]
    public async Task The_rows_behind_an_indicator_are_paged_in_chat_and_all_of_them_in_Excel()
    {
        await talk.SayAsync("Sven", "wat was de hitrate van het team in 2025?");
        Assert.Contains("Bronregels 1–10 / ", talk.Shown, StringComparison.Ordinal);
        var first = talk.Shown;
        await talk.PressAsync("Sven", "indicator.rows");
        Assert.Contains("Bronregels 11–20 / ", talk.Shown, StringComparison.Ordinal);
        Assert.NotEqual(first, talk.Shown);
        await talk.PressAsync("Sven", "indicator.excel");
        var rows = Rows((await FileAsync()).Content, 0);
        var rate = (await Reading().OfTeamAsync(Period.Year(2025), None))["hit_rate"]!;
        Assert.Equal(rate.Count, rows.Count);
        Assert.Equal(rate.Value, Math.Round(100m * rows.Count(row => ((string)row["Wat"]!).EndsWith("akkoord", StringComparison.Ordinal)) / rows.Count, 1, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public async Task What_belongs_to_a_colleague_counts_and_is_not_listed()
    {
        await talk.SayAsync("Anna", "exporteer de hitrate van het team in 2025 naar Excel");
        var rows = Rows((await FileAsync()).Content, 0);
        var all = (await Reading().OfTeamAsync(Period.Year(2025), None))["hit_rate"]!.Count;
        Assert.Equal($"{all - rows.Count + 1} regels van klanten van collega's tellen mee, maar staan hier niet", rows[^1]["Wat"]);
        Assert.InRange(rows.Count, 2, all - 1);
    }

    [Fact]
    public async Task A_file_asked_for_in_a_channel_comes_to_the_own_chat_of_who_asks()
    {
        await talk.SayAsync("Sven", "exporteer het rapport van het team van vorig kwartaal", place: "channel");
        await talk.PressAsync("Anna", "report.pdf", place: "channel");
        Assert.Contains("eigen chat", talk.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain(talk.Last.Replies, reply => reply.Offers is not null);
        var sent = Assert.Single(await talk.SentAsync(), message => message.Offers is not null);
        Assert.Equal(talk.Person("Anna").Id, sent.To.Person);
        Assert.IsType<FileResult.Found>(await talk.FileAsync(sent.Offers!));
    }

    [Fact]
    public async Task A_file_of_another_team_or_person_is_not_there()
    {
        await talk.SayAsync("Anna", "stuur me het rapport van vorig kwartaal in Excel");
        var offer = talk.Last.Replies.Select(reply => reply.Offers).OfType<FileOffer>().Single();
        Assert.IsType<FileResult.Gone>(await talk.FileAsync(offer with { For = talk.Person("Sven").Id }));
        Assert.IsType<FileResult.Gone>(await talk.FileAsync(offer with { Team = new("other") }));
        Assert.IsType<FileResult.Gone>(await talk.FileAsync(offer with { Subject = offer.Subject.Replace("user|", "account|", StringComparison.Ordinal) }));
    }

    private async Task<FileResult.Found> FileAsync()
    {
        var offer = Assert.Single(talk.Last.Replies.Select(reply => reply.Offers).OfType<FileOffer>());
        return Assert.IsType<FileResult.Found>(await talk.FileAsync(offer));
    }

    private IndicatorReading Reading() => new(talk.Store, Talk.Tenant, new("corporate"), new(2026, 3, 4), PolicySettings.Default);

    private static List<IDictionary<string, object?>> Rows(byte[] workbook, int sheet)
    {
        using var stream = new MemoryStream(workbook);
        var names = MiniExcel.GetSheetNames(stream);
        return [.. stream.Query(useHeaderRow: true, sheetName: names[sheet]).Cast<IDictionary<string, object?>>()];
    }

    private static decimal Number(object? cell) => cell is null ? 0 : Convert.ToDecimal(cell, CultureInfo.InvariantCulture);
}
