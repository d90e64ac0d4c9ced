using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Modelled;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

/// <summary>Whatever the model does, fifty messages are understood as without it, each in time.</summary>
public sealed class MisbehaviourTests
{
    private const int Messages = 50;

    /// <summary>Messages that a model is asked about: no bare yes or stop.</summary>
    private static readonly IReadOnlyList<Utterance> Utterances =
        [.. new[] { "sample-utterances.jsonl", "held-out.jsonl" }.SelectMany(Read).Select(Utterance).DistinctBy(each => each.Text).Where(AsksModel).Take(Messages)];

    public static TheoryData<string> Names => [.. Misbehaviours.Names];

    [Fact]
    public void There_are_twenty_five_and_more_of_them_and_fifty_messages()
    {
        Assert.True(Misbehaviours.Names.Count() >= 25);
        Assert.Equal(Messages, Utterances.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fifty_messages_are_understood_as_without_a_model(string name)
    {
        var own = Utterances.ToDictionary(each => each.Text, each => new EmbeddedUnderstanding().Hear(each, Sixteen));
        var unconnected = name == Misbehaviours.NoConnection;
        await using var server = await ScriptedModel.StartAsync(unconnected
            ? ScriptedModel.Fails(500)
            : Misbehaviours.Of(name, text => Misbehaviours.Honest(text, own[text])));
        var slow = Misbehaviours.Slow.Contains(name);
        var options = new ModelOptions(unconnected ? Nowhere() : server.Endpoint, "scripted", "key")
        {
            // The true limit has its own test; these only have to come to it.
            Limit = slow ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(6),
            Failures = int.MaxValue,
        };
        using var understanding = new ModelUnderstanding(new EmbeddedUnderstanding(), options, TimeProvider.System);

        await Parallel.ForEachAsync(Utterances, new ParallelOptions { MaxDegreeOfParallelism = slow ? 10 : 4 }, async (utterance, cancel) =>
        {
            var started = Stopwatch.GetTimestamp();
            var heard = await understanding.HearAsync(utterance, Sixteen, cancel);
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
            Assert.Equal(own[utterance.Text].Intents, heard.Intents);
            Assert.Equal(Told(own[utterance.Text]), Told(heard));
        });
        if (!unconnected) Assert.InRange(server.Calls, 1, 2 * Messages);
    }

    /// <summary>A good model changes nothing either where it agrees: what the inventions are added to is sound.</summary>
    [Fact]
    public async Task A_model_that_hears_the_same_gives_the_same()
    {
        var own = Utterances.ToDictionary(each => each.Text, each => new EmbeddedUnderstanding().Hear(each, Sixteen));
        await using var server = await ScriptedModel.StartAsync(context =>
            ScriptedModel.SayAsync(context, Misbehaviours.Honest(Text(context), own[Text(context)]).ToJsonString()));
        using var understanding = new ModelUnderstanding(new EmbeddedUnderstanding(), new(server.Endpoint, "scripted"), TimeProvider.System);
        foreach (var utterance in Utterances)
        {
            var heard = await understanding.HearAsync(utterance, Sixteen, CancellationToken.None);
            Assert.False(heard.Unaided);
            Assert.Equal(Told(own[utterance.Text]), Told(heard));
        }

        Assert.Equal(Messages, server.Calls);

        static string Text(Microsoft.AspNetCore.Http.HttpContext context) => ScriptedModel.Asked(context).Question["message"]!.GetValue<string>();
    }

    private static IEnumerable<string> Told(Heard heard) =>
        heard.Slots.Select(slot => $"{slot.Name} {slot.Value} {heard.Intents[slot.Intent]} {slot.Not}").Distinct().Order(StringComparer.Ordinal);

    private static bool AsksModel(Utterance utterance) =>
        !Proposal.IsForPeople(new EmbeddedUnderstanding().Hear(utterance, Sixteen)) && Dialogs.Understanding.Talk.Commands.Of(Words.Of(utterance.Text)) is null;

    private static Utterance Utterance(string line)
    {
        using var json = JsonDocument.Parse(line);
        var language = json.RootElement.GetProperty("lang").GetString() == "en" ? Language.English : Language.Dutch;
        HeardContext? context = json.RootElement.TryGetProperty("context", out var given)
            ? new(Word(given, "flow"), Word(given, "asked"), new Dictionary<string, SlotValue>())
            : null;
        return new(json.RootElement.GetProperty("text").GetString()!, language, Now, context);
    }

    private static string? Word(JsonElement context, string name) => context.TryGetProperty(name, out var word) ? word.GetString() : null;

    /// <summary>A port that nobody listens on.</summary>
    private static Uri Nowhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");
    }
}
