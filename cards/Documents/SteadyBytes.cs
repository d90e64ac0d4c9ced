using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;

namespace SalesBot.Cards.Documents;

/// <summary>
/// A document as bytes that depend on its content alone. The library writes made-up ids into every file; a customer who gets the
/// same quote twice should get the same file, and a test should be able to see it.
/// </summary>
internal static partial class SteadyBytes
{
    /// <param name="day">Stands as the day on which it was made.</param>
    public static byte[] Of(PdfDocument document, DateOnly day)
    {
        var moment = day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        document.Info.CreationDate = moment;
        document.Info.ModificationDate = moment;
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);

        // Every byte is one character, and what takes a place is as long as what was there: the file's table of places stays right.
        var text = Encoding.Latin1.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        var fonts = new List<string>();
        text = FontTag().Replace(text, match => Tag(fonts, match.Groups[1].Value) + "+");
        text = Id().Replace(MadeUp().Replace(text, "uuid:" + Guid.Empty), match => match.Value.Replace(match.Groups[1].Value, new string('0', 32)));
        var hash = SHA256.HashData(Encoding.Latin1.GetBytes(text));
        text = MadeUp().Replace(text, "uuid:" + new Guid(hash.AsSpan(0, 16)));
        text = Id().Replace(text, match => match.Value.Replace(match.Groups[1].Value, Convert.ToHexString(hash, 0, 16)));
        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>An embedded part of a font is called by six letters of its own, the same for one font throughout the file.</summary>
    private static string Tag(List<string> fonts, string was)
    {
        if (!fonts.Contains(was)) fonts.Add(was);
        return "QUOTE" + (char)('A' + fonts.IndexOf(was));
    }

    [GeneratedRegex(@"(?<=/(?:FontName|BaseFont)\s?/)([A-Z]{6})\+")]
    private static partial Regex FontTag();

    [GeneratedRegex("uuid:[0-9a-f-]{36}")]
    private static partial Regex MadeUp();

    [GeneratedRegex(@"/ID\s?\[\s?<([0-9A-F]{32})>\s?<\1>")]
    private static partial Regex Id();
}
