using System.Diagnostics;
using SalesBot.Cards.Documents;
using SalesBot.Data;
using Xunit;

namespace SalesBot.Tests.Documents;

/// <summary>A report on paper says what its card says.</summary>
public sealed class ReportDocumentTests
{
    private static readonly DateOnly Day = new(2026, 4, 2);

    [Fact]
    public void The_text_equals_the_report()
    {
        foreach (var language in Papers.Languages)
        {
            foreach (var (_, view) in ReportPapers.All(language))
            {
                var lines = Pdf.Lines(ReportDocument.Of(view, Day, language));
                Assert.Equal(view.Figures.Title, lines[0]);
                Assert.All(view.Figures.Rows.Where(row => row.Name.Length < 30), row => Assert.Contains(lines, line =>
                    line.StartsWith(row.Name, StringComparison.Ordinal)
                    && new[] { row.Value ?? (language == Language.Dutch ? "niet bepaald" : "not defined"), row.Target, row.Before }.OfType<string>().All(part => line.Contains(part, StringComparison.Ordinal))));
                Assert.All(view.Deviations!.OrderBy(row => row.Amount).Take(3).Where(row => row.Name.Length < 30), row => Assert.Contains(lines, line =>
                    line.StartsWith(row.Name, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public void Nothing_sticks_out_and_each_page_has_a_number_and_the_heads()
    {
        foreach (var language in Papers.Languages)
        {
            foreach (var (name, view) in ReportPapers.All(language))
            {
                var pdf = ReportDocument.Of(view, Day, language);
                Assert.Empty(Pdf.Outside(pdf));
                var pages = Pdf.Pages(pdf);
                Assert.Equal(name == "report-year" ? 3 : 1, pages.Count);
                for (var i = 0; i < pages.Count; i++) Assert.Contains(language == Language.Dutch ? $"Pagina {i + 1} van {pages.Count}" : $"Page {i + 1} of {pages.Count}", pages[i], StringComparison.Ordinal);
                Assert.All(pages.Where(page => page.Contains("37 %", StringComparison.Ordinal)), page => Assert.Contains(language == Language.Dutch ? "Vorig jaar" : "Last year", page, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        var (_, view) = ReportPapers.All(Language.Dutch).First();
        Assert.Equal(ReportDocument.Of(view, Day, Language.Dutch), ReportDocument.Of(view, Day, Language.Dutch));
        Assert.NotEqual(ReportDocument.Of(view, Day, Language.Dutch), ReportDocument.Of(view with { Deviations = null }, Day, Language.Dutch));
    }

    /// <summary>To be looked at: TestResults/documents.</summary>
    [Fact]
    public async Task Every_report_is_pictured()
    {
        var folder = Path.Combine(Repository.Root, "TestResults", "documents");
        Directory.CreateDirectory(folder);
        var papers = Papers.Languages.SelectMany(language => ReportPapers.All(language).Select(paper => ($"{paper.Name}-{language}.pdf", ReportDocument.Of(paper.View, Day, language)))).ToList();
        foreach (var (name, bytes) in papers) await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
        Assert.SkipUnless(File.Exists("/usr/bin/pdftoppm"), "Without pdftoppm (poppler-utils) the documents are not drawn as pictures.");
        foreach (var (name, _) in papers)
        {
            using var drawing = Process.Start("/usr/bin/pdftoppm", ["-png", "-r", "60", Path.Combine(folder, name), Path.Combine(folder, Path.ChangeExtension(name, null))]);
            await drawing.WaitForExitAsync();
            Assert.Equal(0, drawing.ExitCode);
        }
    }
}
