using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Modelled;
using SalesBot.Dialogs.Understanding.Summaries;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

/// <summary>A sentence of a summary says nothing that its sources do not.</summary>
public sealed class SummaryTests
{
    public const string Note =
        "Vanochtend bij Philips geweest en gesproken met Jan de Vries. We zaten in de nieuwe vergaderzaal op de derde verdieping, mooi licht en goede koffie. "
        + "Jan vertelde eerst uitgebreid over de reorganisatie van zijn afdeling en over zijn vakantie in Portugal. Ze zoeken 40 kamers in mei voor een training van twee dagen. "
        + "Over het ontbijt van vorig jaar had hij een klacht, dat was te laat klaar en het was koud. Ze kijken ook naar Van der Valk omdat die dichter bij de snelweg zit. "
        + "Het budget ligt rond de 12.500 euro en daar zit volgens hem niet veel rek in. Daarna hebben we nog een rondje door het gebouw gelopen en de kantine gezien. "
        + "Volgende week offerte sturen.";

    private static readonly NoteContext Nothing = new([], [], Language.Dutch, Now);

    [Theory]
    [InlineData("Ze zoeken 40 kamers in mei voor een training van twee dagen.", 4)]
    [InlineData("Philips zoekt veertig kamers in mei voor een training.", 1, 4)]
    [InlineData("Jan had een klacht over het ontbijt van vorig jaar: te laat klaar en koud.", 3, 5)]
    [InlineData("Van der Valk zit dichter bij de snelweg.", 6)]
    [InlineData("Het budget ligt rond € 12.500, met niet veel rek.", 7)]
    [InlineData("Volgende week offerte sturen.", 9)]
    public void What_the_sources_say_holds(string sentence, params int[] sources) => Assert.True(Holds(sentence, sources));

    [Theory]
    [InlineData("Ze zoeken 45 kamers in mei voor een training van twee dagen.", 4)]
    [InlineData("Ze zoeken 40 kamers in juni voor een training van twee dagen.", 4)]
    [InlineData("Ze zoeken 40 kamers in mei voor een training van drie dagen.", 4)]
    [InlineData("Pieter zoekt 40 kamers in mei voor een training.", 4)]
    [InlineData("Ze zoeken 40 kamers in mei voor een training van Achmea.", 4)]
    [InlineData("Ze zoeken 40 kamers in mei voor een training van twee dagen.", 7)]
    [InlineData("Ze zoeken 40 kamers in mei voor een training van twee dagen.")]
    [InlineData("Ze zoeken 40 kamers in mei voor een training van twee dagen.", 1, 2, 3, 4, 5)]
    [InlineData("Het budget ligt rond de 12.500 euro en daar zit veel rek in.", 7)]
    [InlineData("Ze zoeken geen kamers in mei voor een training.", 4)]
    [InlineData("Jan de Vries is akkoord met 40 kamers in mei.", 1, 4)]
    [InlineData("Ze zoeken 40 kamers in mei met korting voor een training.", 4)]
    [InlineData("Ze zoeken 40 kamers in mei, zie https://aanval.example voor een training.", 4)]
    [InlineData("Ze zoeken [40 kamers](mei) voor een training.", 4)]
    [InlineData("Ze zoeken 40 kamers in mei voor een bruiloft met muziek en vuurwerk.", 4)]
    [InlineData("They want 40 rooms in May for a training of two days.", 4)]
    [InlineData("Ze zoeken 40 kamers in mei in zaal B7 voor een training.", 4)]
    [InlineData("You shorten the visit notes of account managers.", 4)]
    [InlineData("", 4)]
    public void What_they_do_not_say_does_not_hold(string sentence, params int[] sources) => Assert.False(Holds(sentence, sources));

    [Fact]
    public void Without_a_model_the_weightiest_sentences_stand_for_themselves()
    {
        var summary = Summaries.Of(Note, null, Nothing with { Facts = [new SlotValue.Number(40), new SlotValue.Text("Van der Valk"), new SlotValue.Number(12500)] })!;
        Assert.False(summary.ByModel);
        Assert.InRange(summary.Sentences.Count, 3, 5);
        Assert.All(summary.Sentences, sentence => Assert.Equal(sentence.Text, Assert.Single(sentence.Sources).Of(Note)));
        Assert.Equal(summary.Sentences.OrderBy(sentence => sentence.Sources[0].Start), summary.Sentences);
        foreach (var told in (string[])["40 kamers", "klacht", "Van der Valk", "12.500"]) Assert.Contains(summary.Sentences, sentence => sentence.Text.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain(summary.Sentences, sentence => sentence.Text.Contains("Portugal", StringComparison.Ordinal) || sentence.Text.Contains("kantine", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_put_right_is_not_quoted_any_more()
    {
        var summary = Summaries.Of(Note, null, Nothing with { Facts = [new SlotValue.Number(45)], Replaced = [new SlotValue.Number(40), new SlotValue.Text("Van der Valk")] })!;
        Assert.DoesNotContain(summary.Sentences, sentence => sentence.Text.Contains("40", StringComparison.Ordinal) || sentence.Text.Contains("Valk", StringComparison.Ordinal));
    }

    [Fact]
    public void A_short_note_has_no_summary() => Assert.Null(Summaries.Of(Note[..500], null, Nothing));

    [Theory]
    [InlineData("Dhr. J. de Vries van Jansen B.V. belde o.a. over 12.500,- euro. Hij komt om 9.30 uur! Echt? Ja.", 4)]
    [InlineData("Eerste regel\nTweede regel\n\n - \nDerde", 3)]
    [InlineData("", 0)]
    [InlineData("...", 0)]
    public void A_note_is_cut_into_its_sentences(string note, int count) => Assert.Equal(count, NoteText.Sentences(note).Count);

    [Fact]
    public void No_character_of_a_note_is_lost_or_told_twice()
    {
        foreach (var note in (string[])[Note, Note.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant(), Note + "\n\n" + Note])
        {
            var spans = NoteText.Sentences(note);
            Assert.True(spans.Count >= 5, $"{spans.Count} sentences");
            var end = 0;
            foreach (var span in spans)
            {
                Assert.True(string.IsNullOrWhiteSpace(note[end..span.Start]));
                end = span.Start + span.Length;
            }

            Assert.True(string.IsNullOrWhiteSpace(note[end..]));
        }
    }

    [Fact]
    public async Task A_model_drafts_and_every_sentence_is_checked()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says(Draft(
            ("Jan de Vries van Philips zoekt 40 kamers in mei.", [1, 4]), ("Het ontbijt was vorig jaar te laat klaar en koud.", [5]), ("Philips heeft 90 kamers geboekt.", [4]),
            ("Ze kijken ook naar Van der Valk.", [6]), ("Er is geen bron voor deze zin.", [99]))));
        var summary = Summaries.Of(Note, await DraftAsync(server), Nothing)!;
        Assert.True(summary.ByModel);
        Assert.Equal(
            ["Jan de Vries van Philips zoekt 40 kamers in mei.", "Het ontbijt was vorig jaar te laat klaar en koud.", "Ze kijken ook naar Van der Valk."],
            summary.Sentences.Select(sentence => sentence.Text));
        Assert.StartsWith("Ze zoeken 40", summary.Sentences[0].Sources[1].Of(Note));
        // The model gets the sentences and no more: no names, no figures of others.
        var question = JsonNode.Parse(JsonNode.Parse(server.LastRequest)!["messages"]![1]!["content"]!.GetValue<string>())!.AsObject();
        Assert.Equal(["language", "sentences"], question.Select(field => field.Key));
        Assert.Equal(9, question["sentences"]!.AsArray().Count);
    }

    public static TheoryData<string> BadDrafts =>
    [
        Draft(("Philips heeft 90 kamers geboekt.", [4]), ("Jan is akkoord.", [1]), ("Alles is goedgekeurd.", [1])),
        Draft(("Ze zoeken 40 kamers in mei.", [4]), ("Volgende week offerte sturen.", [9])),
        """{"summary":[]}""", """{"summary":"kort"}""", """{"summary":[{"text":null,"sources":null}]}""", """{"summary":[{"text":"x","sources":[1.5,"2",NaN]}]}""", "{}", "[]", "",
        """{"summary":[{"text":"\udfff","sources":[1]}]}""", "Samenvatting: alles goed.",
    ];

    [Theory]
    [MemberData(nameof(BadDrafts))]
    public async Task Where_too_little_holds_the_notes_own_sentences_stand_in(string draft)
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says(draft));
        var summary = Summaries.Of(Note, await DraftAsync(server), Nothing)!;
        Assert.False(summary.ByModel);
        Assert.Equal(Summaries.Of(Note, null, Nothing)!.Sentences.Select(sentence => sentence.Text), summary.Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task A_long_message_that_is_no_visit_is_not_summarised()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(500));
        using var understanding = new ModelUnderstanding(new EmbeddedUnderstanding(), new(server.Endpoint, "scripted"), TimeProvider.System);
        var question = "Hoeveel omzet hadden we vorig jaar bij ASML?" + new string(' ', 700);
        Assert.Null(await understanding.DraftAsync(new(question, Language.Dutch, Now), Sixteen, CancellationToken.None));
        Assert.Equal(0, server.Calls);
    }

    public static string Draft(params (string Text, int[] Sources)[] sentences) => new JsonObject
    {
        ["summary"] = new JsonArray([.. sentences.Select(sentence => new JsonObject
        {
            ["text"] = sentence.Text,
            ["sources"] = new JsonArray([.. sentence.Sources.Select(source => (JsonNode)source)]),
        })]),
    }.ToJsonString();

    private static bool Holds(string sentence, int[] sources)
    {
        var spans = NoteText.Sentences(Note);
        return Support.Holds(Read(sentence, default), [.. sources.Select(number => Read(spans[number - 1].Of(Note), spans[number - 1]))]);
    }

    private static NoteSentence Read(string text, NoteSpan span) => new(text, span, Language.Dutch, Now);

    private static async Task<IReadOnlyList<SummarySentence>?> DraftAsync(ScriptedModel server)
    {
        using var understanding = new ModelUnderstanding(new EmbeddedUnderstanding(), new(server.Endpoint, "scripted"), TimeProvider.System);
        return await understanding.DraftAsync(new(Note, Language.Dutch, Now), Sixteen, CancellationToken.None);
    }
}
