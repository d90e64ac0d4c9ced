using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>Whatever becomes of a request, each card of it that somebody has shows the present, however often it came anew below.</summary>
public sealed class KeptCardsTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Dictionary<CardView, string> shown = [];
    private readonly HashSet<string> delivered = [];
    private Talk talk = null!;
    private ApprovalClock clock = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Talk.BeginAsync();
        clock = new(talk);
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task Reminded_escalated_and_decided()
    {
        var number = await AskAsync("");
        await WaitAsync("2026-03-10T12:00:00Z");
        Assert.Contains(shown.Values, card => card.Contains("Ingrid Hoekstra is gevraagd omdat Sven Mulder na 3 werkdagen nog niet had beslist", StringComparison.Ordinal));
        Assert.True(shown.Keys.Count(view => view.Viewer == talk.Person("Sven").Id) > 2);
        await PressAsync("Ingrid", "approval.approve", number);
        await AllShowThePresentAsync();
    }

    [Fact]
    public async Task Nobody_above_is_left_to_ask()
    {
        await AskAsync("");
        await WaitAsync("2026-03-20T12:00:00Z");
        Assert.Contains(shown.Keys, view => view.Viewer == talk.Person("Ingrid").Id);
    }

    [Fact]
    public async Task Asked_about_and_answered_twice_then_rejected()
    {
        var number = await AskAsync("");
        await PressAsync("Sven", "approval.return", number, ("question", "Waarom deze prijs?"));
        await PressAsync("Anna", "approval.reply", number, ("answer", "Ze komen elk jaar."));
        await PressAsync("Sven", "approval.return", number, ("question", "En hoeveel kamers?"));
        await PressAsync("Anna", "approval.reply", number, ("answer", "Twintig."));
        await PressAsync("Sven", "approval.reject", number, ("reason", "Te laag"));
        Assert.Equal(3, shown.Keys.Count(view => view.Viewer == talk.Person("Sven").Id));
    }

    [Fact]
    public async Task Its_option_lapsed_while_it_waited()
    {
        await AskAsync(", optie tot 5 maart");
        await WaitAsync("2026-03-10T12:00:00Z");
        Assert.Contains(shown.Values, card => card.Contains("Zo niet goed te keuren", StringComparison.Ordinal));
    }

    private async Task<string> AskAsync(string more)
    {
        await talk.SayAsync("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei" + more);
        await talk.SayAsync("Anna", "ja");
        await DeliveredAsync(talk.Last.Replies);
        return talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
    }

    private async Task PressAsync(string who, string verb, string number, params (string Name, string Value)[] more)
    {
        var approval = (await talk.Store.ListAsync(talk.Corporate, Data.Kinds.Approval, $"{number}|", 1, None, descending: true))[0].Record;
        var data = new Dictionary<string, object> { ["quote"] = number, ["team"] = "corporate", ["version"] = approval.Version, ["round"] = approval.Round };
        foreach (var (name, value) in more) data[name] = value;
        await talk.PressAsync(who, verb, System.Text.Json.JsonSerializer.SerializeToElement(data));
        Assert.Null(talk.Last.Trace.Refused);
        await DeliveredAsync(talk.Last.Replies);
        await AllShowThePresentAsync();
    }

    /// <summary>By the hour, and whatever is sent arrives at once.</summary>
    private async Task WaitAsync(string until)
    {
        for (var moment = talk.Now; moment < DateTimeOffset.Parse(until);)
        {
            moment += TimeSpan.FromHours(1);
            await clock.RunUntilAsync(moment);
            await DeliveredAsync([]);
        }
        await AllShowThePresentAsync();
    }

    private async Task DeliveredAsync(IEnumerable<OutboxMessage> replies)
    {
        foreach (var message in replies.Concat(await talk.SentAsync()).Where(message => delivered.Add(message.Id)))
            if (message.Shows is { } view) shown[view] = await SeenAsync(view);
    }

    private async Task AllShowThePresentAsync()
    {
        foreach (var (view, card) in shown) Assert.Equal((view, await SeenAsync(view)), (view, card));
    }

    private async Task<string> SeenAsync(CardView view) => CardReading.Words((await talk.SeeAsync(view))!.Value);
}
