using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace SalesBot.Tests.Documents;

/// <summary>Reads a PDF as a reader's program does.</summary>
internal static class Pdf
{
    /// <summary>The words of each page in the order of reading, with single spaces.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Join(' ', Lines(page)))];
    }

    /// <summary>The lines of all pages, from top to bottom; what stands on one height is one line, from left to right.</summary>
    public static IReadOnlyList<string> Lines(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().SelectMany(Lines)];
    }

    public static string? Title(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.Information.Title;
    }

    /// <summary>What sticks out of the paper or its margins.</summary>
    public static IReadOnlyList<string> Outside(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().SelectMany(page => page.GetWords()
            .Where(word => word.BoundingBox.Left < 50 || word.BoundingBox.Right > page.Width - 50 || word.BoundingBox.Bottom < 20 || word.BoundingBox.Top > page.Height - 40)
            .Select(word => $"{page.Number}: {word.Text}"))];
    }

    private static IEnumerable<string> Lines(Page page) => page.GetWords()
        .GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y))
        .OrderByDescending(line => line.Key).Select(line => string.Join(' ', line.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text)));
}
