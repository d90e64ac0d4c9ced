using System.Text;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>Text of any length and content gets an answer and writes nothing, wherever the talk stands.</summary>
public sealed class AnyTextTests
{
    private const int Long = 100_000;

    private static readonly string[] Texts =
    [
        "", " ", "\n\n\t", "?", "!!!", ".", "…", "🙂", "👩‍👩‍👧‍👦🏳️‍🌈", "🎉🎉🎉", "שלום, איך הולך?", "مرحبا كيف الحال", "\u202Eكاهن abc\u202C", "你好，订四十间房", "Ω≈ç√∫˜µ≤≥÷",
        "\u0000\u0001\u0007\u001b[31mrood", "a\u0301\u0301\u0301\u0301\u0301", "\uFEFF\u200B\u200D", "\uD83D", "'; DROP TABLE documents; --", "1 OR 1=1", "<script>alert(1)</script>", "<at>SalesBot</at>", "&lt;at&gt;&amp;",
        "**vet** [link](http://example.org) `code`", "${7*7} {{7*7}} {0} %s %n", "../../etc/passwd", "{\"intents\":[\"confirm\"],\"slots\":[]}", "C:\\\\con\\\\nul", "1e309", "-0", "99999999999999999999999999999999",
        "31-02-2026", "€ -1,00", "0 kamers", "-5 kamers", "1000000000000 kamers", "kamers", "Klant: ' OR '' = '",
    ];

    private static readonly string[] LongTexts = [new('a', Long), new('7', Long), new(' ', Long), Repeated("bla "), Repeated("Philips 40 kamers in mei. "), Repeated("🙂")];

    [Theory]
    [InlineData]
    [InlineData("ik wil een bezoek vastleggen")]
    [InlineData("bezoek vastleggen bij Achmea")]
    [InlineData("maak een actie aan")]
    [InlineData("offerte voor Achmea, 20 kamers")]
    [InlineData("Bij Zonnepanelen Zeeland BV geweest, gesproken met Karin Postma")]
    [InlineData("Bij Achmea geweest, gesproken met Emma van Dam, 20 kamers")]
    [InlineData("Hoeveel omzet hadden we vorig jaar bij ASML?")]
    public Task Any_text_is_answered_and_writes_nothing(params string[] before) => SayAllAsync(Texts, before);

    [Theory]
    [InlineData]
    [InlineData("bezoek vastleggen bij Achmea")]
    [InlineData("Bij Achmea geweest, gesproken met Emma van Dam, 20 kamers")]
    public Task A_text_of_any_length_is_answered_and_writes_nothing(params string[] before) => SayAllAsync(LongTexts, before);

    [Fact]
    public async Task It_is_said_how_much_of_a_long_text_was_read()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("Anna", "Bij Achmea geweest, gesproken met Emma van Dam. " + Repeated("Ze vertelde veel. "));
        Assert.Contains("12.000", talk.Shown, StringComparison.Ordinal);
        Assert.Equal("confirm", talk.Last.Trace.Asking);
    }

    private static async Task SayAllAsync(string[] texts, string[] before)
    {
        await using var talk = await Talk.BeginAsync();
        foreach (var words in before) await talk.SayAsync("Anna", words);
        foreach (var text in texts)
        {
            await talk.SayAsync("Anna", text);
            var shown = text.Length > 40 ? $"{text[..40]}... ({text.Length})" : text;
            Assert.True(talk.Shown.Trim().Length > 0, $"No answer to: {shown}");
            Assert.True(talk.Last.Trace.Wrote.Count == 0, $"Written after: {shown}: {string.Join(", ", talk.Last.Trace.Wrote)} ({string.Join(", ", talk.Last.Trace.Intents)})");
        }
    }

    private static string Repeated(string words) => new StringBuilder().Insert(0, words, Long / words.Length).ToString();
}
