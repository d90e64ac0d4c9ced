using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>
/// A yes whose answer does not come is said again. It is about what the person saw: another preview that came up meanwhile, and has not
/// reached them, is not confirmed by it.
/// </summary>
public sealed class UnseenPreviewTests
{
    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task A_yes_said_again_without_an_answer_confirms_nothing_else(Edition edition)
    {
        await using var talk = await Talk.BeginAsync(edition);
        talk.RepliesWait = true;
        await talk.SayAsync("Anna", "Net bij Philips geweest, gesproken met Jan de Vries over 40 kamers in mei");
        await talk.DeliverAsync();
        await talk.SayAsync("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei");
        await talk.DeliverAsync();
        await talk.SayAsync("Anna", "ja");
        Assert.Contains(talk.Last.Trace.Wrote, record => record.Kind == "quote");
        Assert.Equal("confirm", talk.Last.Trace.Asking);

        // The process was killed before it could answer; Anna has seen nothing of the visit coming back.
        await talk.SayAsync("Anna", "ja");
        Assert.Empty(talk.Last.Trace.Wrote);
        Assert.Equal("confirm", talk.Last.Trace.Asking);
        Assert.Contains("Philips", talk.Shown, StringComparison.Ordinal);

        await talk.DeliverAsync();
        await talk.SayAsync("Anna", "ja");
        Assert.Contains(talk.Last.Trace.Wrote, record => record.Kind == "visit");
        Assert.DoesNotContain(talk.Last.Trace.Wrote, record => record.Kind == "quote");
    }

    /// <summary>A client that takes its replies with the answer to its request has them.</summary>
    [Fact]
    public async Task What_came_with_the_answer_has_been_seen()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("Anna", "Net bij Philips geweest, gesproken met Jan de Vries over 40 kamers in mei");
        await talk.SayAsync("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei");
        await talk.SayAsync("Anna", "ja");
        await talk.SayAsync("Anna", "ja");
        Assert.Contains(talk.Last.Trace.Wrote, record => record.Kind == "visit");
    }
}
