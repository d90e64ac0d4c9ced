using PdfSharp.Fonts;

namespace SalesBot.Cards.Documents;

/// <summary>
/// The one family that documents are set in. It comes with the bot, so that a document looks the same whatever fonts a machine has;
/// see docs/third-party.md for its licence.
/// </summary>
internal sealed class DocumentFonts : IFontResolver
{
    public const string Family = "Open Sans";

    private const string Regular = "OpenSans-Regular", SemiBold = "OpenSans-SemiBold";

    /// <summary>The library keeps one resolver for the process.</summary>
    public static void Use() => GlobalFontSettings.FontResolver ??= new DocumentFonts();

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? SemiBold : Regular);

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream($"font/{faceName}.ttf")
            ?? throw new InvalidOperationException($"The font {faceName} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
