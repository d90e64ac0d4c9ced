using System.Text.Json;
using SalesBot.Data.Visits;

namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>A summary as the model wrote it, not checked yet: sentences, and the numbers of those they rest on.</summary>
internal sealed record Draft(IReadOnlyList<(string Text, IReadOnlyList<int> Sources)> Sentences)
{
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["summary"],"properties":{
        "summary":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["text","sources"],"properties":{
        "text":{"type":"string"},"sources":{"type":"array","items":{"type":"integer"}}}}}}}
        """;

    private const int Most = 8, MostSources = 20;

    /// <summary>Null: not of the form that was asked for.</summary>
    public static Draft? Read(string json)
    {
        using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false, MaxDepth = 8 });
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("summary", out var summary)
            || summary.ValueKind != JsonValueKind.Array || summary.GetArrayLength() == 0)
        {
            return null;
        }

        var sentences = new List<(string, IReadOnlyList<int>)>();
        foreach (var sentence in summary.EnumerateArray().Take(Most))
        {
            if (sentence.ValueKind != JsonValueKind.Object || !sentence.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String
                || !sentence.TryGetProperty("sources", out var sources) || sources.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            sentences.Add((text.GetString()!.Trim(), [.. sources.EnumerateArray().Take(MostSources)
                .Select(source => source.ValueKind == JsonValueKind.Number && source.TryGetInt32(out var number) ? number : 0).Distinct()]));
        }

        return new(sentences);
    }

    /// <summary>With places in the note; a number that no sentence has is no source.</summary>
    public IReadOnlyList<SummarySentence> Placed(IReadOnlyList<NoteSpan> sentences) =>
        [.. Sentences.Select(sentence => new SummarySentence(sentence.Text,
            [.. sentence.Sources.Where(number => number >= 1 && number <= sentences.Count).Order().Select(number => sentences[number - 1])]))];
}
