using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Accounts;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Imports;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Quotes;
using SalesBot.Cards.Sharing;
using SalesBot.Cards.Welcome;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using Xunit;

namespace SalesBot.Tests.Cards;

/// <summary>What people type shows letter by letter; it never becomes a link, a mention, a style or a function of the card.</summary>
public sealed partial class NaughtyTextTests
{
    public static TheoryData<string> Naughty() =>
    [
        "[klik hier](https://evil.example/login)", "![x](https://evil.example/pixel.png)", "<at>Iedereen</at>", "<a href='https://evil.example'>x</a>",
        "**vet** _schuin_ ~~weg~~ `code`", "# Kop", "- lijst", "1. lijst", "2. tweede", "> citaat", "---", "a | b", "${Q.total}", "{{DATE(2026-01-05T09:00:00Z,SHORT)}}",
        "{{{DATE(2026-01-05T09:00:00Z)}}}", "$${x}", "https://evil.example", "evil.example/login", "tel:112 mailto:a@b.example", "javascript:alert(1)", "\\[x\\](y)", "&lt;at&gt;x&lt;/at&gt;", "AT&amp;T",
        "<script>alert(1)</script>", "\"},{\"type\":\"Image\",\"url\":\"x\"}",
    ];

    [Theory, MemberData(nameof(Naughty))]
    public void It_shows_as_it_was_typed(string naughty)
    {
        foreach (var card in CardsWith(naughty))
        {
            Assert.Contains(card.ToJson().Texts(), text => text.Contains(naughty, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Naughty))]
    public void No_element_that_reads_markdown_gets_it(string naughty)
    {
        foreach (var text in CardsWith(naughty).SelectMany(card => card.ToJson().OfType("TextBlock")).Select(block => block.Word("text")!))
        {
            Assert.DoesNotMatch(Live(), text);
        }
    }

    [Theory, MemberData(nameof(Naughty))]
    public void No_run_holds_a_function_of_the_card(string naughty)
    {
        var runs = CardsWith(naughty).SelectMany(card => card.ToJson().OfType("TextRun")).Select(run => run.Word("text")!).ToList();
        Assert.All(runs, run => Assert.False(run.Contains("{{", StringComparison.Ordinal) || run.Contains("${", StringComparison.Ordinal), run));
    }

    [Theory, MemberData(nameof(Naughty))]
    public void Titles_and_labels_hold_no_link_tag_or_function(string naughty)
    {
        foreach (var found in CardsWith(naughty).SelectMany(card => card.ToJson().Objects()))
        {
            foreach (var place in new[] { "label", "fallbackText", "legend", "x", "placeholder", "errorMessage" })
            {
                if (found.Word(place) is { } text) Assert.DoesNotMatch(LinkTagOrFunction(), text);
            }
        }
    }

    [Theory, MemberData(nameof(Naughty))]
    public void It_makes_no_elements_of_its_own(string naughty)
    {
        var types = CardsWith("Philips").Zip(CardsWith(naughty)).ToList();
        Assert.All(types, pair => Assert.Equal(Shape(pair.First), Shape(pair.Second)));

        static IReadOnlyList<string> Shape(AdaptiveCard card) =>
            [.. card.ToJson().Objects().Select(found => found.Word("type")).OfType<string>().Where(type => type is not "TextRun").Select(type => type is "RichTextBlock" ? "TextBlock" : type)];
    }

    [Theory]
    [InlineData("abc\u202Edef", "abc⟨U+202E⟩def")]
    [InlineData("a\u200Bb", "a⟨U+200B⟩b")]
    [InlineData("a\u200Db", "a⟨U+200D⟩b")]
    [InlineData("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩")]
    [InlineData("a\uFEFFb", "a⟨U+FEFF⟩b")]
    [InlineData("a\u00ADb", "a⟨U+00AD⟩b")]
    [InlineData("a\u0000b\u001B[31m", "a\u2400b\u241B[31m")]
    [InlineData("a\u007Fb", "a⟨U+007F⟩b")]
    [InlineData("een\r\ntwee", "een\ntwee")]
    [InlineData("tab\there", "tab here")]
    [InlineData("\U000E0041x", "⟨U+E0041⟩x")]
    [InlineData("👩\u200D👧 👍🏽 Café Zürich 北京 Ελλάδα", "👩\u200D👧 👍🏽 Café Zürich 北京 Ελλάδα")]
    public void What_can_not_be_seen_is_written_out(string typed, string shown) => Assert.Equal(shown, Words.Visible(typed));

    // Not among the data above: test names can not hold half a character.
    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\uFFFDx", Words.Visible("\uD800x"));

    [Theory]
    [InlineData("€ 12.500,00", true)]
    [InlineData("Koninklijke Philips N.V.", false)]
    [InlineData("-€ 31.200", true)]
    [InlineData("+18.450", true)]
    [InlineData("40 kamers × 2 nachten", true)]
    [InlineData("F&B (ontbijt en lunch)", true)]
    [InlineData("AT&amp;T", false)]
    [InlineData("12. regel", false)]
    [InlineData("Jan de Vries", true)]
    public void Ordinary_words_and_amounts_are_plain(string text, bool plain) => Assert.Equal(plain, Words.IsPlain(text));

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        Assert.Equal("kort", Words.Clip("kort", 4));
        Assert.Equal("lan…", Words.Clip("lang genoeg", 4));
        Assert.DoesNotContain('\uD83D', Words.Clip("abc👍👍", 4));
    }

    /// <summary>The text in every place where people's words come in.</summary>
    private static IEnumerable<AdaptiveCard> CardsWith(string text)
    {
        const Language language = Language.Dutch;
        IReadOnlyList<PreviewSection> sections = [new(text, [new(text, text)])];
        Field[] fields = [new("outcome", text, FieldInput.LongText, text, true, []), new("product", text, FieldInput.Choice, "a", true, [new("a", text)])];
        yield return PreviewCard.Of(new FlowPreview(text, "p", 1, sections, fields, text), language);
        yield return FormCard.Of(new FormView(text, "p", 1, fields, sections, text), language);
        yield return DoneCard.Of(new DoneView(text, sections, "w", text), language);
        yield return CancelledCard.Of(text, language);
        yield return ChoiceCard.Of(new ChoiceView(text, "p", 1, "account", [new("a", text), new("b", "B")]), language);
        var lines = CardGallery.Offered.Lines.Select(line => line with { NameNl = text }).ToList();
        var quote = CardGallery.QuoteOf(QuoteStatus.Draft, CardGallery.Offered with { Lines = lines, Justification = text });
        yield return QuoteCard.Of(new QuoteView(quote, text, CardGallery.Team, null, [new("tier", true, text, text)], MayRecordOutcome: true), language);
        yield return ApprovalCard.Of(
            CardGallery.ApprovalViewOf(quote, CardGallery.ApprovalOf(ApprovalState.Rejected, text) with { Remarks = CardGallery.Talk(text) }, Audience.Approver, language) with
            {
                AccountName = text,
                Names = new Dictionary<UserId, string> { [CardGallery.Requester] = text, [CardGallery.Approver] = text },
                History = [text],
                Obstacle = text,
            },
            language);
        yield return ListCard.Of(new ListView(text, text, [new(text, text, new Status(text))], text), language);
        var account = new Account(new("a"), text, [], text, text, CardGallery.Requester, AccountStatus.Active);
        yield return AccountCard.Of(
            new AccountView(account, text, CardGallery.Today, text, 1, [], [new(new("c"), new("a"), text, null, text, text)], [], null, null, [], [], [], [], [text], [text]),
            language);
        yield return SharedAccountCard.Of(account, text, language);
        yield return SharedQuoteCard.Of(quote, text, text, null, language);
        yield return ImportCard.Refused(text, [new(text, 3, text, new(text, text))], language);
        yield return ImportCard.Working(text, 1, 2, language);
        yield return ErrorCard.Of(text, language);
    }

    // Written apart from the code under test: what CommonMark, Teams and card functions give a meaning to.
    [GeneratedRegex(@"[\\`*_\[\]<>#{}|~@$]|&[#\w]+;|https?:|://|\w\.[a-z]|^\s*(\d+\.|[-+=])(\s|$)|^---|\n")]
    private static partial Regex Live();

    [GeneratedRegex(@"\]\(|<[a-z/]|\{\{|\$\{|://")]
    private static partial Regex LinkTagOrFunction();
}
