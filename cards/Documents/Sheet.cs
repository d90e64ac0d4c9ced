using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace SalesBot.Cards.Documents;

/// <summary>
/// Paper that is written from top to bottom: text wraps, and what no longer fits goes on the next page. Measures are points, 72 an inch.
/// </summary>
internal sealed class Sheet
{
    public const double Left = 57, Right = 538, Width = Right - Left;

    private const double Top = 57, Bottom = 770, LineHeight = 1.35;

    /// <summary>Dark teal, as the bot's icons.</summary>
    public static readonly XColor Ink = XColor.FromArgb(0x1b, 0x2a, 0x30), Brand = XColor.FromArgb(0x0b, 0x5a, 0x6b), Soft = XColor.FromArgb(0x5b, 0x6b, 0x72),
        Line = XColor.FromArgb(0xc9, 0xd6, 0xda), Band = XColor.FromArgb(0xed, 0xf4, 0xf5);

    private readonly PdfDocument document;
    private readonly Dictionary<(double, bool), XFont> fonts = [];
    private XGraphics page = null!;

    public Sheet(PdfDocument document)
    {
        DocumentFonts.Use();
        this.document = document;
        AddPage();
    }

    /// <summary>Where the next thing is written.</summary>
    public double Y { get; set; }

    /// <summary>What stands at the top of each page but the first.</summary>
    public Action? Continue { get; set; }

    /// <summary>Makes sure that so much fits below; says whether a new page was begun for it.</summary>
    public bool Need(double height)
    {
        if (Y + height <= Bottom) return false;
        AddPage();
        Continue?.Invoke();
        return true;
    }

    /// <summary>Writes wrapped text and gives its height; leaves <see cref="Y"/> as it is.</summary>
    public double Write(string text, double x, double width, double size = 9, bool bold = false, XColor? color = null, bool right = false)
    {
        var y = Y;
        foreach (var line in Wrapped(text, width, size, bold))
        {
            y += size * LineHeight;
            if (line.Length > 0)
                page.DrawString(line, Font(size, bold), new XSolidBrush(color ?? Ink), x + (right ? width - Measure(line, size, bold) : 0), y - size * 0.3);
        }
        return y - Y;
    }

    /// <summary>A paragraph over the width, across pages where it must be.</summary>
    public void Flow(string text, double size = 9, XColor? color = null)
    {
        foreach (var line in Wrapped(text, Width, size, bold: false))
        {
            Need(size * LineHeight);
            Y += Write(line, Left, Width, size, color: color);
        }
    }

    public double HeightOf(string text, double width, double size = 9, bool bold = false) => Wrapped(text, width, size, bold).Count * size * LineHeight;

    public void Rule(XColor color, double width = 0.75) => page.DrawLine(new XPen(color, width), Left, Y, Right, Y);

    public void Fill(double height, XColor color) => page.DrawRectangle(new XSolidBrush(color), Left, Y, Width, height);

    /// <summary>A filled box anywhere.</summary>
    public void Box(double x, double y, double width, double height, XColor color) => page.DrawRectangle(new XSolidBrush(color), x, y, width, height);

    /// <summary>One line in the middle of a width; leaves <see cref="Y"/> as it is.</summary>
    public void Middle(string text, double x, double width, double size, XColor color) => Write(text, x + (width - Measure(text, size, false)) / 2, width, size, color: color);

    /// <summary>The foot of every page, when it is known how many there are.</summary>
    public void Foot(string words, Func<int, int, string> number)
    {
        for (var i = 0; i < document.PageCount; i++)
        {
            if (i < document.PageCount - 1 || page.PdfPage != document.Pages[i])
            {
                page.Dispose();
                page = XGraphics.FromPdfPage(document.Pages[i], XGraphicsPdfPageOptions.Append);
            }
            Y = Bottom + 16;
            Rule(Line, 0.5);
            Y += 4;
            Write(words, Left, Width - 90, 7, color: Soft);
            Write(number(i + 1, document.PageCount), Right - 80, 80, 7, color: Soft, right: true);
        }
        page.Dispose();
    }

    private void AddPage()
    {
        page?.Dispose();
        var added = document.AddPage();
        added.Size = PdfSharp.PageSize.A4;
        page = XGraphics.FromPdfPage(added);
        Y = Top;
    }

    /// <summary>Words on lines; a word that is wider than a line is broken in it.</summary>
    private List<string> Wrapped(string text, double width, double size, bool bold)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var rest = word;
                if (line.Length > 0 && Measure($"{line} {word}", size, bold) <= width)
                {
                    line = $"{line} {word}";
                    continue;
                }
                if (line.Length > 0) lines.Add(line);
                while (Measure(rest, size, bold) > width && rest.Length > 1)
                {
                    var fits = rest.Length - 1;
                    while (fits > 1 && (Measure(rest[..fits], size, bold) > width || char.IsLowSurrogate(rest[fits]))) fits--;
                    lines.Add(rest[..fits]);
                    rest = rest[fits..];
                }
                line = rest;
            }
            lines.Add(line);
        }
        return lines;
    }

    private double Measure(string text, double size, bool bold) => page.MeasureString(text, Font(size, bold)).Width;

    private XFont Font(double size, bool bold) => fonts.TryGetValue((size, bold), out var known) ? known
        : fonts[(size, bold)] = new(DocumentFonts.Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));
}
