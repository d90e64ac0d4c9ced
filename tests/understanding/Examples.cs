using System.Text.Json;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Lines;

namespace SalesBot.Tests.Understanding;

/// <summary>The sixteen accounts of the examples, and how an answer is compared with what was expected.</summary>
internal static class Examples
{
    public static readonly string[] AccountNames =
    [
        "Philips Nederland BV", "Van der Valk Techniek", "Achmea", "ASML Holding NV", "Gemeente Utrecht", "Universiteit Twente", "Jansen & Zonen BV", "De Haan Events",
        "Rabobank Regio Oost", "KPMG Nederland", "Stichting Natuurmonumenten", "Bakker Bouw BV", "Koninklijke Ahold Delhaize", "Müller Logistik GmbH", "O'Brien Consulting",
        "'s-Hertogenbosch Congres",
    ];

    public static Gazetteer Gazetteer(params string[] names) => new([.. names.Select(name => new AccountName(new AccountId(name), name, []))], [], [], []);

    public static readonly Gazetteer Sixteen = Gazetteer(AccountNames);

    public static readonly DateTime Now = new(2026, 3, 4, 10, 15, 0);

    public static Heard Hear(string text, Language language = Language.Dutch, HeardContext? context = null, Gazetteer? names = null) =>
        new EmbeddedUnderstanding().Hear(new(text, language, Now, context), names ?? Sixteen);

    public static IEnumerable<string> Read(string file) => File.ReadLines(Place(file)).Where(line => line.Length > 0);

    public static bool Exists(string file) => File.Exists(Place(file));

    private static string Place(string file) => Path.Combine(AppContext.BaseDirectory, "understanding", file);

    /// <summary>The answer to a labelled line, through the same door as the command line.</summary>
    public static async Task<string> Answer(string line)
    {
        var output = new StringWriter();
        var asked = line.Contains("\"now\"", StringComparison.Ordinal) ? line : line.Insert(1, "\"now\":\"2026-03-04T10:15:00\",");
        await JsonLines.UnderstandLines(new StringReader(asked), output, new EmbeddedUnderstanding(), Sixteen, CancellationToken.None);
        return output.ToString().Trim();
    }

    public static Grade Graded(string line, string answer)
    {
        using var expected = JsonDocument.Parse(line);
        using var heard = JsonDocument.Parse(answer);
        return Grade.Of(expected.RootElement, heard.RootElement);
    }

    /// <summary>What is wrong with the answer to a line; null: nothing.</summary>
    public static async Task<string?> Difference(string line)
    {
        var answer = await Answer(line);
        return Graded(line, answer) is { IntentsRight: true, SlotsRight: true } ? null : $"got  {answer}\nwant {line}";
    }

    /// <summary>All lines of some files, counted.</summary>
    public static async Task<ScoreSheet> Score(params IEnumerable<string> paths)
    {
        var sheet = new ScoreSheet();
        foreach (var line in paths.SelectMany(File.ReadLines).Where(line => line.Length > 0))
            sheet.Add(Graded(line, await Answer(line)));
        return sheet;
    }
}
