using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>The talks of <see cref="Transcript"/>, as they are written. Each way to play them is a class, so that they run beside each other.</summary>
public sealed class TranscriptTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<string>>>> Plays = new();

    public static TheoryData<string> Talks() => [.. Transcript.Files];

    [Theory]
    [MemberData(nameof(Talks))]
    public Task Talk_goes_as_written(string file) => PlayedAsync(file);

    /// <summary>Played once, whoever asks first: the others compare with it.</summary>
    internal static Task<IReadOnlyList<string>> PlayedAsync(string file) =>
        Plays.GetOrAdd(file, name => new(() => Transcript.PlayAsync(name, Edition.Sqlite))).Value;
}

/// <summary>
/// At every turn the process is killed, by turns before its save and after it, and the channel delivers the activity again to a new one:
/// the person sees the same, and the same is written.
/// </summary>
public sealed partial class KilledTranscriptTests
{
    [Theory]
    [MemberData(nameof(TranscriptTests.Talks), MemberType = typeof(TranscriptTests))]
    public async Task Talk_goes_as_written_though_the_process_is_killed_at_every_turn(string file) =>
        Assert.Equal((await TranscriptTests.PlayedAsync(file)).Select(Unnumbered), (await Transcript.PlayAsync(file, Edition.Sqlite, killed: true)).Select(Unnumbered));

    /// <summary>A number that was drawn by the killed process leaves a gap (docs/decisions/0012-quote-numbers.md).</summary>
    private static string Unnumbered(string turn) => QuoteNumber().Replace(turn, "Q");

    [GeneratedRegex(@"Q-\d{4}-\d{4}")]
    private static partial Regex QuoteNumber();
}

/// <summary>The same on Azure Cosmos DB.</summary>
public sealed class CosmosTranscriptTests
{
    [Theory]
    [MemberData(nameof(TranscriptTests.Talks), MemberType = typeof(TranscriptTests))]
    public async Task Talk_goes_as_written_on_the_Cosmos_edition(string file) =>
        Assert.Equal(await TranscriptTests.PlayedAsync(file), await Transcript.PlayAsync(file, Edition.Cosmos));
}
