using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using Xunit;

namespace SalesBot.Tests.Understanding;

/// <summary>What was heard a moment ago is heard the same again, and only that.</summary>
public sealed class HeardBeforeTests
{
    private static readonly DateTime Morning = new(2026, 3, 4, 10, 15, 20);
    private static readonly EmbeddedUnderstanding Embedded = new();
    private readonly HeardBefore before = new(Embedded);

    private static IEnumerable<Utterance> Utterances =>
        from text in (string[])["help", "Hoeveel omzet hadden we vorig jaar bij Philips?", "en het kwartaal daarvoor?", "ja", "40 kamers vanaf morgen", "bezoek vastleggen"]
        from day in (int[])[0, 1, 90]
        from language in (Language[])[Language.Dutch, Language.English]
        from context in (HeardContext?[])
        [
            null,
            new(null, null, new Dictionary<string, SlotValue>()),
            new(Intents.QueryKpi, null, new Dictionary<string, SlotValue> { [SlotNames.Account] = Philips }),
            new(Intents.LogVisit, SlotNames.Date, new Dictionary<string, SlotValue> { [SlotNames.Account] = Philips }),
            new(Intents.LogVisit, "confirm", new Dictionary<string, SlotValue> { [SlotNames.Account] = Philips, [SlotNames.Rooms] = new SlotValue.Number(40) }),
        ]
        select new Utterance(text, language, Morning.AddDays(day), context);

    // A new list each time, as each talk that is read brings its own.
    private static SlotValue.Account Philips => new("Philips", new("Philips"), new List<AccountName>());

    [Fact]
    public async Task What_is_said_again_is_heard_as_the_first_time()
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var utterance in Utterances)
            {
                var heard = await before.HearAsync(utterance, Examples.Sixteen, default);
                var fresh = Embedded.Hear(utterance, Examples.Sixteen);
                Assert.Equal(Told(fresh), Told(heard));
            }
        }
    }

    [Fact]
    public async Task The_same_words_at_the_same_point_of_another_talk_are_not_worked_out_again()
    {
        foreach (var utterance in Utterances)
        {
            var first = await before.HearAsync(utterance, Examples.Sixteen, default);
            var twin = Utterances.Single(other => other.Text == utterance.Text && other.Now == utterance.Now && other.Language == utterance.Language
                && (other.Context?.Flow, other.Context?.Asked, other.Context?.Known.Count) == (utterance.Context?.Flow, utterance.Context?.Asked, utterance.Context?.Known.Count));
            Assert.Same(first, await before.HearAsync(twin, Examples.Sixteen, default));
        }
    }

    [Fact]
    public async Task Other_names_are_other_names()
    {
        var question = new Utterance("omzet van Philips", Language.Dutch, Morning);
        var known = await before.HearAsync(question, Examples.Sixteen, default);
        var unknown = await before.HearAsync(question, Examples.Gazetteer("Achmea"), default);
        Assert.Contains(known.Slots, slot => slot.Value is SlotValue.Account { Id: not null });
        Assert.DoesNotContain(unknown.Slots, slot => slot.Value is SlotValue.Account { Id: not null });
    }

    private static string Told(Heard heard) =>
        string.Join(", ", heard.Intents) + " | " + string.Join(", ", heard.Slots.Select(slot => $"{slot.Name}:{slot.Value}:{slot.Intent}:{slot.Start}:{slot.Length}:{slot.Not}".Replace("System.Collections.Generic.List`1[SalesBot.Dialogs.Understanding.AccountName]", "", StringComparison.Ordinal)));
}
