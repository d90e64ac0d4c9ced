using System.Diagnostics;
using SalesBot.Cards;
using SalesBot.Cards.Documents;
using SalesBot.Data;
using Xunit;

namespace SalesBot.Tests.Documents;

/// <summary>What the customer reads is what was approved: every line, every amount, and nothing that is ours alone.</summary>
public sealed class QuoteDocumentTests
{
    [Fact]
    public void The_text_equals_the_quote()
    {
        foreach (var language in Papers.Languages)
        {
            foreach (var (name, view) in Papers.All)
            {
                var lines = Pdf.Lines(QuoteDocument.Of(view, language));
                var text = string.Concat(lines.Select(line => line.Replace(" ", "")));
                string Joined(string words) => words.Replace(" ", "");
                Assert.All(view.Lines, line => Assert.Contains(Joined(language.Money(view.DiscountByLine ? line.Net : line.Gross)), text, StringComparison.Ordinal));
                // A row: what was bought how often, at what price; wrapped names may stand over several lines.
                Assert.All(view.Lines, line => Assert.Contains(lines, row => Joined(row).Contains(Joined(language.Money(line.UnitPrice)), StringComparison.Ordinal)));
                Assert.All(view.Vat, vat => Assert.Contains(lines, row =>
                    row.Contains(language.Percent(vat.Percent), StringComparison.Ordinal) && row.Contains(language.Money(vat.Basis), StringComparison.Ordinal) && row.EndsWith(language.Money(vat.Vat), StringComparison.Ordinal)));
                Assert.Single(lines, row => row.StartsWith(new Text("Totaal excl. btw", "Total excl. VAT").In(language), StringComparison.Ordinal) && row.EndsWith(language.Money(view.Total), StringComparison.Ordinal));
                Assert.Single(lines, row => row.StartsWith(new Text("Totaal incl. btw", "Total incl. VAT").In(language), StringComparison.Ordinal) && row.EndsWith(language.Money(view.TotalInclVat), StringComparison.Ordinal));
                Assert.Contains(view.Number, text, StringComparison.Ordinal);
                if (name == "ordinary") Assert.Contains(lines, row => row.Contains(language == Language.Dutch ? "40 kamers × 2 nachten" : "40 rooms × 2 nights", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Amounts_and_dates_are_written_as_the_customer_writes_them()
    {
        var dutch = string.Join('\n', Pdf.Lines(QuoteDocument.Of(Papers.Of(Papers.Ordinary), Language.Dutch)));
        Assert.Contains("Geldig t/m 1 april 2026", dutch, StringComparison.Ordinal);
        Assert.Contains("€ 9.936,00", dutch, StringComparison.Ordinal); // 40 x 2 x 135.00 less 8 %
        Assert.Contains("Pagina 1 van 1", dutch, StringComparison.Ordinal);
        var english = string.Join('\n', Pdf.Lines(QuoteDocument.Of(Papers.Of(Papers.Ordinary), Language.English)));
        Assert.Contains("Valid until 1 April 2026", english, StringComparison.Ordinal);
        Assert.Contains("€9,936.00", english, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 1", english, StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_lines_take_pages_with_heads_and_numbers_on_each()
    {
        foreach (var language in Papers.Languages)
        {
            var pages = Pdf.Pages(QuoteDocument.Of(Papers.Of(Papers.Long), language));
            Assert.InRange(pages.Count, 2, 4);
            var head = new Text("Omschrijving Aantal Prijs Korting Bedrag", "Description Quantity Price Disc. Amount").In(language);
            for (var i = 0; i < pages.Count; i++)
            {
                Assert.Contains(new Text($"Pagina {i + 1} van {pages.Count}", $"Page {i + 1} of {pages.Count}").In(language), pages[i], StringComparison.Ordinal);
                if (pages[i].Contains(new Text("nachten", "nights").In(language), StringComparison.Ordinal)) Assert.Contains(head, pages[i], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Nothing_sticks_out_of_the_paper()
    {
        foreach (var language in Papers.Languages)
            foreach (var (_, view) in Papers.All) Assert.Empty(Pdf.Outside(QuoteDocument.Of(view, language)));
    }

    [Fact]
    public void A_long_name_wraps_and_is_whole()
    {
        var (_, view) = Papers.All.First(paper => paper.Name == "long-names");
        var text = string.Concat(Pdf.Lines(QuoteDocument.Of(view, Language.Dutch)).Select(line => line.Replace(" ", "")));
        foreach (var word in new[] { "Overnachting", "rivier,", "toeristenbelasting", "Oldenbarnevelt-Hooghiemstra", "Zuid-Nederland", "Meervoudige", "uitbreiding" })
            Assert.Contains(word, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_quote_gives_the_same_bytes_and_another_one_gives_others()
    {
        var view = Papers.Of(Papers.Long);
        Assert.Equal(QuoteDocument.Of(view, Language.Dutch), QuoteDocument.Of(view, Language.Dutch));
        Assert.NotEqual(QuoteDocument.Of(view, Language.Dutch), QuoteDocument.Of(view with { Number = "Q-2026-0013" }, Language.Dutch));
        Assert.NotEqual(QuoteDocument.Of(view, Language.Dutch), QuoteDocument.Of(view, Language.English));
    }

    [Fact]
    public void Many_at_once_are_as_one_after_the_other()
    {
        var one = QuoteDocument.Of(Papers.Of(Papers.Ordinary), Language.Dutch);
        var others = new byte[16][];
        Parallel.For(0, others.Length, i => others[i] = QuoteDocument.Of(Papers.Of(Papers.Ordinary), Language.Dutch));
        Assert.All(others, other => Assert.Equal(one, other));
    }

    [Fact]
    public void Its_letters_travel_with_it()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(QuoteDocument.Of(Papers.Of(Papers.Ordinary), Language.Dutch));
        var fonts = document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct().ToList();
        Assert.All(fonts, font => Assert.Matches("^[A-Z]{6}\\+", font));
        Assert.Equal("Offerte Q-2026-0012", document.Information.Title);
    }

    [Theory]
    [InlineData("Q-2026-0012", 1, Language.Dutch, "Offerte-Q-2026-0012.pdf")]
    [InlineData("Q-2026-0012", 3, Language.English, "Quote-Q-2026-0012-v3.pdf")]
    public void A_file_is_named_for_what_it_is(string number, int version, Language language, string name) =>
        Assert.Equal(name, QuoteDocument.FileName(number, version, language));

    /// <summary>To be looked at: TestResults/documents.</summary>
    [Fact]
    public async Task Every_paper_is_pictured()
    {
        var folder = Path.Combine(Repository.Root, "TestResults", "documents");
        Directory.CreateDirectory(folder);
        foreach (var language in Papers.Languages)
            foreach (var (name, view) in Papers.All) await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{language}.pdf"), QuoteDocument.Of(view, language));
        Assert.SkipUnless(File.Exists("/usr/bin/pdftoppm"), "Without pdftoppm (poppler-utils) the documents are not drawn as pictures.");
        foreach (var pdf in Directory.GetFiles(folder, "*.pdf"))
        {
            using var drawing = Process.Start("/usr/bin/pdftoppm", ["-png", "-r", "60", pdf, Path.ChangeExtension(pdf, null)]);
            await drawing.WaitForExitAsync();
            Assert.Equal(0, drawing.ExitCode);
        }
    }
}
