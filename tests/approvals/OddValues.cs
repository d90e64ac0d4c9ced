using System.Text.Json.Nodes;

namespace SalesBot.Tests.Approvals;

/// <summary>What a client may make of a field of a button's data.</summary>
internal static class OddValues
{
    /// <summary>As JSON; none of them names what a button names. Null: the field is taken away.</summary>
    private static readonly string?[] Odd =
    [
        null, "null", "\"\"", "\" \"", "true", "false", "[]", "{}", "-1", "0", "2", "1.5", "1e400", "99999999999999999999", "\"Q-2026-9999\"", "\"../../x\"",
        "\"a|b\"", "\"' OR 1=1 --\"", "\"events\"", "\"public\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "{\"value\":1}", "[\"corporate\"]", "\"LONG\"",
    ];

    /// <summary>The data with each odd value in turn in one field. What comes to the same as what stood there is left out.</summary>
    public static IEnumerable<(string Odd, JsonObject Data)> Of(JsonObject data, string field)
    {
        foreach (var odd in Odd)
        {
            if (odd is not null && odd.Trim('"') == data[field]?.ToString()) continue;
            var changed = data.DeepClone().AsObject();
            changed.Remove(field);
            if (odd is not null) changed[field] = JsonNode.Parse(odd.Replace("LONG", new string('x', 5000)));
            yield return (odd ?? "missing", changed);
        }
    }
}
