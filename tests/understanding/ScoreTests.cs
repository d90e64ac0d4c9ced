using System.Text.Json;
using Xunit;

namespace SalesBot.Tests.Understanding;

public sealed class ScoreTests
{
    private const string Variable = "SALESBOT_SCORE";

    /// <summary>Figures of labelled files that stay outside the repository: SALESBOT_SCORE=path[,path], from the root of the repository. No text of them is shown.</summary>
    [Fact]
    public async Task Files_named_in_SALESBOT_SCORE_are_scored()
    {
        var paths = Environment.GetEnvironmentVariable(Variable)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        Assert.SkipUnless(paths.Length > 0, $"{Variable} names no files");
        Console.WriteLine($"{string.Join(", ", paths.Select(Path.GetFileName))}\n{await Examples.Score(paths.Select(path => Repository.PathOf(path)))}");
    }

    [Theory]
    [InlineData("""{"rooms":40,"account":"Achmea"}""", """{"rooms":40,"account":"Achmea"}""", 2, 2, 2)]
    [InlineData("""{"rooms":40}""", """{"rooms":45}""", 1, 1, 0)]
    [InlineData("""{"rooms":40}""", "{}", 1, 0, 0)]
    [InlineData("{}", """{"rooms":40}""", 0, 1, 0)]
    [InlineData("""{"contact":["Jan","Piet"]}""", """{"contact":"Piet"}""", 2, 1, 1)]
    [InlineData("""{"contact":["Jan","Piet"]}""", """{"contact":["Piet","Jan"]}""", 2, 2, 2)]
    [InlineData("""{"contact":"Jan"}""", """{"contact":["Piet","Jan"]}""", 1, 2, 1)]
    [InlineData("""{"contact":{"any":["mevrouw Peters","Peters"]}}""", """{"contact":"Peters"}""", 1, 1, 1)]
    [InlineData("""{"contact":["Jan",{"any":["mevrouw Peters","Peters"]}]}""", """{"contact":["Peters","Jan"]}""", 2, 2, 2)]
    [InlineData("""{"product":{"any":[["lunch","diner"],"lunch en diner"]}}""", """{"product":["lunch","diner"]}""", 2, 2, 2)]
    [InlineData("""{"date":"2026-03-04"}""", """{"date":"2026-03-04/2026-03-04"}""", 1, 1, 1)]
    [InlineData("""{"due_date":"2026-03-09/2026-03-15"}""", """{"due_date":"2026-03-09"}""", 1, 1, 0)]
    [InlineData("""{"date":"2026-03-04"}""", "{}", 0, 0, 0, "date")]
    [InlineData("{}", """{"date":"2026-03-04"}""", 0, 0, 0, "date")]
    [InlineData("""{"date":"2026-03-04"}""", """{"date":"2026-03-05"}""", 1, 1, 0, "date")]
    [InlineData("{}", """{"date":"2026-03-04"}""", 0, 1, 0, null, "date")]
    public void Values_are_counted_one_by_one(string wanted, string given, int expected, int got, int right, string? optional = null, string? forbidden = null)
    {
        var line = $$"""{"lang":"nl","intents":["log_visit"],"slots":{{wanted}},"optional":{{List(optional)}},"forbid":{{List(forbidden)}}}""";
        var grade = Examples.Graded(line, $$"""{"intents":["log_visit"],"slots":{{given}}}""");
        Assert.Equal(new Tally(expected, got, right), grade.Slots.Values.Aggregate(default(Tally), (sum, one) => sum + one));
        Assert.Equal(expected == right && got == right, grade.SlotsRight);
    }

    [Fact]
    public void A_sheet_tells_shares_by_language_and_counts_by_intent()
    {
        var sheet = new ScoreSheet();
        sheet.Add(Examples.Graded("""{"lang":"nl","intents":["log_visit","log_issue"],"slots":{"rooms":40}}""", """{"intents":["log_issue","log_visit"],"slots":{"rooms":40}}"""));
        sheet.Add(Examples.Graded("""{"lang":"nl","intents":["log_visit"],"slots":{}}""", """{"intents":["log_visit"],"slots":{"rooms":40}}"""));
        sheet.Add(Examples.Graded("""{"lang":"en","intents":["log_visit"],"slots":{}}""", """{"intents":["log_visit","log_lead"],"slots":{}}"""));
        Assert.Equal((1, 0, 2.0 / 3), (sheet.ExactIntents("nl"), sheet.ExactIntents("en"), sheet.ExactIntents()));
        Assert.Equal((0.5, 0, 1.0 / 3), (sheet.ExactLines("nl"), sheet.ExactLines("en"), sheet.ExactLines()));
        Assert.Equal(2.0 / 3, sheet.SlotF1(), 6);
        Assert.Equal((1, 0), (sheet.Intents["log_visit"].Precision, sheet.Intents["log_lead"].Precision));
        Assert.Equal(0.5, sheet.Slots["rooms"].Precision);
    }

    private static string List(string? name) => JsonSerializer.Serialize(name is null ? [] : new[] { name });
}
