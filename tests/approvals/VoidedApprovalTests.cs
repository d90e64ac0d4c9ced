using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>An approval is of one version's content: whatever makes it another one voids it, and who presses learns why.</summary>
public sealed class VoidedApprovalTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private Talk talk = null!;

    public async ValueTask InitializeAsync() => talk = await Talk.BeginAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task Untouched_it_is_sent_at_once()
    {
        var number = await ApprovedAsync();
        await PressAsync("Anna", "quote.send", number);
        Assert.Null(talk.Last.Trace.Refused);
        Assert.Equal(QuoteStatus.Sent, (await QuoteAsync(number)).Status);

        await RefusedAsync("Anna", "quote.send", number, "already_sent", "al verstuurd");
    }

    [Fact]
    public async Task A_changed_line_is_another_version()
    {
        var number = await ApprovedAsync();
        await talk.SayAsync("Anna", $"maak er 25 kamers van in {number}");
        await talk.SayAsync("Anna", "ja");
        await RefusedAsync("Anna", "quote.send", number, "old_version", "hoort bij versie 1");
        await RefusedAsync("Anna", "quote.send", number, "not_approved", "niet goedgekeurd", version: 2);
        await RefusedAsync("Sven", "approval.approve", number, "old_version", "oudere versie");
        await PressAsync("Sven", "approval.approve", number, 2);
        await PressAsync("Anna", "quote.send", number, 2);
        Assert.Equal((QuoteStatus.Sent, 2), ((await QuoteAsync(number)).Status, (await QuoteAsync(number)).Current.Number));
    }

    [Fact]
    public async Task A_copy_has_no_approval()
    {
        var number = await ApprovedAsync();
        await talk.SayAsync("Anna", $"kopieer offerte {number} voor juni");
        await talk.SayAsync("Anna", "ja");
        var copy = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
        Assert.NotEqual(number, copy);
        await RefusedAsync("Anna", "quote.send", copy, "not_approved", "niet goedgekeurd");
        await PressAsync("Anna", "quote.send", number);
        Assert.Equal(QuoteStatus.Sent, (await QuoteAsync(number)).Status);
    }

    [Fact]
    public async Task A_changed_price_stops_approving_and_sending()
    {
        var (approved, waiting) = (await ApprovedAsync(), await SubmitAsync());
        var directory = Partition.Directory(Talk.Tenant);
        var line = (await QuoteAsync(approved)).Current.Lines[0];
        foreach (var row in await talk.Store.ListAsync(directory, Kinds.Product, $"{line.Product}|", 100, None))
            await talk.Store.SaveAsync(directory, $"price-{row.Id}", [Kinds.Product.Replace(row, row.Record with { Price = row.Record.Price + 0.01m })], None);
        await RefusedAsync("Anna", "quote.send", approved, "price_changed", $"De prijs van {line.NameNl} is veranderd");
        await RefusedAsync("Sven", "approval.approve", waiting, "price_changed", $"De prijs van {line.NameNl} is veranderd");
        // Returning it is still possible: it needs a new version.
        await PressAsync("Sven", "approval.return", waiting, 1, ("question", "De prijs is veranderd, pas je hem aan?"));
        Assert.Null(talk.Last.Trace.Refused);
    }

    [Fact]
    public async Task A_passed_option_stops_approving_and_sending()
    {
        var (approved, waiting) = (await ApprovedAsync(" optie tot 20 maart"), await SubmitAsync(" optie tot 20 maart"));
        // The last day is still one of it.
        talk.Now = DateTimeOffset.Parse("2026-03-20T22:30:00Z");
        await PressAsync("Sven", "approval.approve", waiting);
        Assert.Null(talk.Last.Trace.Refused);
        talk.Now = DateTimeOffset.Parse("2026-03-20T23:30:00Z");
        await RefusedAsync("Anna", "quote.send", approved, "option_passed", "liep tot");
        await RefusedAsync("Anna", "quote.send", waiting, "option_passed", "liep tot");
        var late = await SubmitAsync(" optie tot 25 maart");
        talk.Now = DateTimeOffset.Parse("2026-03-26T08:00:00Z");
        await RefusedAsync("Sven", "approval.approve", late, "option_passed", "liep tot");
    }

    [Theory]
    [InlineData("approval.approve", "goedgekeurd")]
    [InlineData("approval.reject", "afgewezen")]
    [InlineData("approval.return", "teruggestuurd")]
    public async Task Pressed_again_it_says_who_decided_and_when(string verb, string what)
    {
        var number = await SubmitAsync();
        await PressAsync("Sven", verb, number, 1, ("reason", "Te laag"), ("question", "Waarom?"));
        foreach (var again in new[] { "approval.approve", "approval.reject", "approval.return", "approval.change" })
            foreach (var who in new[] { "Sven", "Ingrid" })
                await RefusedAsync(who, again, number, "decided", $"Sven Mulder heeft {number} al {what}", 1, ("reason", "Toch"), ("question", "Toch?"), ("discount", "1"));
    }

    [Fact]
    public async Task A_withdrawn_request_says_so_and_its_buttons_stay_dead_when_it_is_asked_again()
    {
        var number = await SubmitAsync();
        await PressAsync("Anna", "approval.withdraw", number);
        await RefusedAsync("Sven", "approval.approve", number, "decided", $"De aanvraag voor {number} is ingetrokken door Anna Visser");
        await PressAsync("Anna", "quote.submit", number);
        Assert.Null(talk.Last.Trace.Refused);
        await RefusedAsync("Sven", "approval.approve", number, "old_round", "kijk op de nieuwe kaart");
        await PressAsync("Sven", "approval.approve", number, 1, ("round", "2"));
        Assert.Equal(QuoteStatus.Approved, (await QuoteAsync(number)).Status);
        // A withdrawn quote stays withdrawn.
        await PressAsync("Anna", "quote.withdraw", number);
        await RefusedAsync("Sven", "approval.approve", number, "decided", $"Sven Mulder heeft {number} al goedgekeurd", 1, ("round", "2"));
        await RefusedAsync("Anna", "quote.send", number, "not_approved", "niet goedgekeurd");
        await RefusedAsync("Anna", "quote.submit", number, "not_draft", "afgehandeld");
        await RefusedAsync("Anna", "quote.outcome", number, "outcome_missing", "Wat is het geworden");
    }

    /// <summary>Sven made a version, whether the first or the last one: he decides on none of them.</summary>
    [Theory]
    [InlineData("Sven", "Anna")]
    [InlineData("Anna", "Sven")]
    public async Task Who_made_any_version_decides_on_none(string first, string second)
    {
        await talk.SayAsync(first, "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei");
        await talk.SayAsync(first, "ja");
        var number = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
        await talk.SayAsync(second, $"maak er 25 kamers van in {number}");
        await talk.SayAsync(second, "ja");
        Assert.Equal(2, (await QuoteAsync(number)).Current.Number);
        foreach (var verb in new[] { "approval.approve", "approval.reject", "approval.return", "approval.change" })
        {
            await RefusedAsync("Sven", verb, number, "own_request", "Over een eigen aanvraag beslist iemand anders", 2, ("reason", "x"), ("question", "x"), ("discount", "1"));
            await RefusedAsync("Anna", verb, number, "own_request", "Over een eigen aanvraag beslist iemand anders", 2, ("reason", "x"), ("question", "x"), ("discount", "1"));
        }
        await PressAsync("Ingrid", "approval.approve", number, 2);
        Assert.Equal(QuoteStatus.Approved, (await QuoteAsync(number)).Status);
    }

    [Theory]
    [InlineData("Femke", "not_found", "niet voor jou")]
    [InlineData("Bram", "not_found", "niet voor jou")]
    [InlineData("Eva", "not_found", "niet voor jou")]
    [InlineData("Gijs", "not_supervisor", "Alleen een leidinggevende")]
    [InlineData("Anna", "own_request", "Over een eigen aanvraag")]
    public async Task Whose_it_is_not_is_told_so(string who, string code, string words)
    {
        var number = await SubmitAsync();
        foreach (var verb in new[] { "approval.approve", "approval.reject", "approval.return", "approval.change" })
            await RefusedAsync(who, verb, number, code, words, 1, ("reason", "x"), ("question", "x"), ("discount", "1"));
        Assert.Equal(QuoteStatus.Submitted, (await QuoteAsync(number)).Status);
    }

    [Fact]
    public async Task Approved_with_a_change_it_is_the_next_version_that_leaves_the_house()
    {
        var number = await SubmitAsync();
        await PressAsync("Sven", "approval.change", number, 1, ("discount", "3"));
        await RefusedAsync("Anna", "quote.send", number, "old_version", "hoort bij versie 1");
        await RefusedAsync("Sven", "approval.approve", number, "old_version", "oudere versie");
        // The decider's cards: the old one, and one of the new version; none that would only point at another.
        var cards = (await talk.SentAsync()).Where(message => message.To.Person == talk.Person("Sven").Id && message.Shows is { Kind: "approval" }).Select(message => message.Shows!.Subject).Distinct();
        Assert.Equal([$"{number}|0001", $"{number}|0002"], cards);
        await PressAsync("Anna", "quote.send", number, 2);
        Assert.Equal(QuoteStatus.Sent, (await QuoteAsync(number)).Status);
    }

    [Fact]
    public async Task An_answer_to_an_earlier_question_does_not_answer_the_next()
    {
        var number = await SubmitAsync();
        await PressAsync("Sven", "approval.return", number, 1, ("question", "Waarom?"));
        await PressAsync("Anna", "approval.reply", number, 1, ("answer", "Vaste klant."), ("round", "1"));
        await PressAsync("Sven", "approval.return", number, 1, ("question", "En de marge?"), ("round", "2"));
        await RefusedAsync("Anna", "approval.reply", number, "old_round", "nieuwe kaart", 1, ("answer", "Vaste klant, zei ik."), ("round", "1"));
        await RefusedAsync("Anna", "quote.submit", number, "old_round", "nieuwe kaart", 1, ("answer", "Vaste klant, zei ik."), ("round", "1"));
        await PressAsync("Anna", "quote.submit", number, 1, ("answer", "Die is 40 %."), ("round", "2"));
        Assert.Null(talk.Last.Trace.Refused);
    }

    private async Task RefusedAsync(string who, string verb, string number, string code, string words, int version = 1, params (string Name, string Value)[] more)
    {
        await PressAsync(who, verb, number, version, more);
        Assert.Equal(code, talk.Last.Trace.Refused);
        Assert.Empty(talk.Last.Trace.Wrote);
        Assert.Contains(words, talk.Shown);
    }

    private Task PressAsync(string who, string verb, string number, int version = 1, params (string Name, string Value)[] more)
    {
        var data = new Dictionary<string, object> { ["quote"] = number, ["team"] = "corporate", ["version"] = version };
        foreach (var (name, value) in more) data[name] = value;
        return talk.PressAsync(who, verb, JsonSerializer.SerializeToElement(data));
    }

    private async Task<string> SubmitAsync(string more = "")
    {
        await talk.SayAsync("Anna", $"Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei{(more.Length > 0 ? "," : "")}{more}");
        await talk.SayAsync("Anna", "ja");
        return talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
    }

    private async Task<string> ApprovedAsync(string more = "")
    {
        var number = await SubmitAsync(more);
        await PressAsync("Sven", "approval.approve", number);
        Assert.NotEmpty(talk.Last.Trace.Wrote);
        return number;
    }

    private async Task<Quote> QuoteAsync(string number) => (await talk.Store.FindAsync(talk.Corporate, Kinds.Quote, number, None))!.Record;
}
