namespace SalesBot.Tests.Channel;

/// <summary>A case of JSONTestSuite: n_ is no JSON, y_ is, and of i_ each parser may think what it likes.</summary>
internal sealed record JsonCase(string Name, byte[] Content)
{
    public char Kind => Name[0];

    /// <summary>JSON with a key twice, which nobody means the same by: refused on purpose.</summary>
    public bool HasDoubledKey => Name.StartsWith("y_object_duplicated_key", StringComparison.Ordinal);

    public static IReadOnlyList<JsonCase> All { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests/channel/json/cases.txt")).Select(line => line.Split(' ')).Select(parts => new JsonCase(
            parts[0], [.. Enumerable.Repeat(Decoded(parts, 2), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)).SelectMany(bytes => bytes), .. Decoded(parts, 3)])),
    ];

    /// <summary>The case as the value at a place marked so in a text that is JSON without it.</summary>
    public byte[] Within(string text, string mark = "CASE")
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return [.. System.Text.Encoding.UTF8.GetBytes(text[..at]), .. Content, .. System.Text.Encoding.UTF8.GetBytes(text[(at + mark.Length)..])];
    }

    private static byte[] Decoded(string[] parts, int at) => at < parts.Length ? Convert.FromBase64String(parts[at]) : [];
}
