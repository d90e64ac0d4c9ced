using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>Made from what each flow declares and what its sample says: orders of answers, and an interruption at every question.</summary>
public sealed partial class EveryFlowTests
{
    private const int Orders = 3, MostQuestions = 12;
    private const string Digression = "Hoe sta ik ervoor dit jaar?";

    /// <summary>Flows that hear answers in the words of the message themselves: those can't be dealt out one by one.</summary>
    private static readonly HashSet<string> ReadsWords =
    [
        "log_event", "add_contact", "change_contact", "change_issue", "change_lead", "close_issue", "log_future_plan", "answer_advice", "retract_market_info",
        "change_follow_up", "complete_follow_up", "proposal", "hand_over", "request_quote", "change_quote", "send_quote", "close_quote", "agreement", "create_account_plan",
    ];

    public static TheoryData<string> Dealt() => [.. Flows().Where(flow => flow.Confirms && !ReadsWords.Contains(flow.Intent)).Select(flow => flow.Intent)];

    public static TheoryData<string, int> WritingInOrders() =>
        [.. Flows().Where(flow => flow.Confirms && !ReadsWords.Contains(flow.Intent)).SelectMany(flow => Enumerable.Range(1, Orders).Select(seed => (flow.Intent, seed)))];

    [Theory]
    [MemberData(nameof(WritingInOrders))]
    public async Task Answers_in_any_order_come_to_the_same(string intent, int seed)
    {
        var sample = Samples[intent];
        await using var straight = await StartAsync(intent);
        await straight.SayAsync(sample.Who, "herhaal");
        var preview = straight.Shown;

        var (talk, understanding, answers) = await DealAsync(intent);
        await using var _ = talk;
        var random = new Random(seed);
        foreach (var answer in answers.OrderBy(_ => random.Next()).ToList())
        {
            await talk.SayAsync(sample.Who, understanding.Deal(new([intent], [answer])));
            if (random.Next(3) == 0) await talk.RestartAsync();
            if (random.Next(3) == 0) await talk.AgainAsync();
            if (random.Next(3) == 0) await talk.SayAsync(sample.Who, Digression);
        }
        Assert.Equal("confirm", talk.Last.Trace.Asking);
        await talk.SayAsync(sample.Who, "herhaal");
        Assert.Equal(preview, talk.Shown);
    }

    [Theory]
    [MemberData(nameof(Dealt))]
    public async Task At_every_question_an_interruption_and_a_restart_leave_it_open(string intent)
    {
        var sample = Samples[intent];
        var (talk, understanding, answers) = await DealAsync(intent);
        await using var _ = talk;
        for (var question = 0; talk.Last.Trace.Asking is { } asking and not "confirm"; question++)
        {
            Assert.InRange(question, 0, MostQuestions);
            await talk.SayAsync(sample.Who, Digression);
            Assert.Equal(asking, talk.Last.Trace.Asking);
            Assert.Equal(Intents.QueryKpi, talk.Last.Trace.Flow);
            await talk.RestartAsync();
            await talk.SayAsync(sample.Who, "ja");
            Assert.Equal(asking, talk.Last.Trace.Asking);
            Assert.Empty(talk.Last.Trace.Wrote);
            await AnswerAsync(talk, intent, understanding, answers, asking);
            await talk.AgainAsync();
        }
        await talk.SayAsync(sample.Who, "ja");
        Assert.NotEmpty(talk.Last.Trace.Wrote);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task Stopped_at_any_question_nothing_is_written(string intent)
    {
        for (var stop = 0; stop <= MostQuestions; stop++)
        {
            var (talk, understanding, answers) = await DealAsync(intent);
            await using var _ = talk;
            var before = await RecordsAsync(talk);
            for (var question = 0; question < stop && talk.Last.Trace.Asking is { } asking and not "confirm"; question++)
                await AnswerAsync(talk, intent, understanding, answers, asking);
            var last = talk.Last.Trace.Asking == "confirm";
            await talk.SayAsync(Samples[intent].Who, "stop");
            Assert.Null(talk.Last.Trace.Asking);
            await talk.SayAsync(Samples[intent].Who, "ja");
            Assert.Equal(before, await RecordsAsync(talk));
            if (last) return;
        }
    }

    [Theory]
    [MemberData(nameof(Dealt))]
    public async Task Each_answer_may_be_said_to_be_wrong_and_left_as_it_was(string intent)
    {
        var sample = Samples[intent];
        await using var talk = await StartAsync(intent);
        await talk.SayAsync(sample.Who, "herhaal");
        var preview = talk.Shown;
        foreach (var slot in Flows().First(flow => flow.Intent == intent).Slots.Where(slot => !slot.Hidden && slot.Label.Nl.Length > 3))
        {
            await talk.SayAsync(sample.Who, $"{slot.Label.Nl} klopt niet");
            // Two slots of one label can not be told apart by it.
            var asking = talk.Last.Trace.Asking!;
            Assert.True(asking == slot.Name || Flows().First(flow => flow.Intent == intent).Slots.Any(other => other.Name == asking && other.Label.Nl == slot.Label.Nl), $"{slot.Label.Nl}: asks for {asking}");
            await talk.SayAsync(sample.Who, Digression);
            Assert.Equal(asking, talk.Last.Trace.Asking);
            await talk.SayAsync(sample.Who, "laat maar");
            Assert.Equal("confirm", talk.Last.Trace.Asking);
            Assert.Equal(preview, talk.Shown);
        }
    }

    /// <summary>A talk in which the flow has been begun without an answer, and the answers of its sample.</summary>
    private static async Task<(Talk Talk, DealtUnderstanding Understanding, IReadOnlyList<HeardSlot> Answers)> DealAsync(string intent)
    {
        var sample = Samples[intent];
        var understanding = new DealtUnderstanding();
        var talk = await Talk.BeginAsync(understanding: understanding);
        var flow = Flows().First(flow => flow.Intent == intent);
        await talk.SayAsync(sample.Who, sample.Words);
        var heard = understanding.Last!;
        await talk.SayAsync(sample.Who, "stop");
        List<HeardSlot> answers = [.. heard.Slots.Select(slot => slot with { Intent = 0 }).Where(slot => Filling.Fits(flow, [slot]))];
        if (flow.Slots.Any(slot => slot.Name == SlotNames.Notes)) answers.Add(new(SlotNames.Notes, new SlotValue.Text(sample.Words)));
        await talk.SayAsync(sample.Who, understanding.Deal(new([intent], [])));
        return (talk, understanding, answers);
    }

    private static async Task AnswerAsync(Talk talk, string intent, DealtUnderstanding understanding, IReadOnlyList<HeardSlot> answers, string asking)
    {
        var slot = Flows().First(flow => flow.Intent == intent).Slots.First(slot => slot.Name == asking);
        var said = answers.Where(answer => answer.Name == asking).ToList();
        if (said.Count == 0) said = [.. answers.Where(answer => slot.AlsoFrom.Contains(answer.Name))];
        // What is asked for by another name is told by all that is left to say.
        if (said.Count == 0) said = [.. answers];
        await talk.SayAsync(Samples[intent].Who, understanding.Deal(new([intent], said)));
    }
}
