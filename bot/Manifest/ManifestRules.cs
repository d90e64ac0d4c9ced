using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesBot.Bot.Manifest;

/// <summary>
/// What Teams refuses, or shows cut off, in an app package. The whole schema is checked by the tests; these are the rules that
/// somebody who edits the manifest for an own edition runs into.
/// </summary>
internal static partial class ManifestRules
{
    /// <summary>As the sources are written: Dutch letters stay letters.</summary>
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Scopes = ["personal", "team", "groupChat"];

    /// <summary>Longest text by its path, the numbers in brackets left out. Teams allows longer commands, but its clients cut them off.</summary>
    private static readonly Dictionary<string, int> Longest = new()
    {
        ["developer.name"] = 32,
        ["name.short"] = 30,
        ["name.full"] = 100,
        ["description.short"] = 80,
        ["description.full"] = 4000,
        ["bots[].commandLists[].commands[].title"] = 32,
        ["bots[].commandLists[].commands[].description"] = 128,
        ["bots[].commandLists[].commands[].prompt"] = 4000,
        ["composeExtensions[].commands[].title"] = 32,
        ["composeExtensions[].commands[].description"] = 128,
        ["composeExtensions[].commands[].parameters[].title"] = 32,
        ["composeExtensions[].commands[].parameters[].description"] = 128,
    };

    private const int MostCommands = 10;

    /// <param name="files">Name and content of everything in the package.</param>
    public static IEnumerable<string> FaultsIn(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue("manifest.json", out var bytes)) return ["manifest.json is missing."];
        var manifest = JsonNode.Parse(bytes)!;
        var texts = Texts(manifest).ToDictionary();
        return
        [
            .. TooLong("manifest.json", texts),
            .. texts.Where(text => text.Value.Contains("{{", StringComparison.Ordinal))
                .Select(text => $"manifest.json: {text.Key}: {text.Value} is a place that nothing fills."),
            .. FaultsInBots(manifest),
            .. FaultsInIcon(files, manifest, "color", 192),
            .. FaultsInIcon(files, manifest, "outline", 32),
            .. LanguageFiles(manifest).SelectMany(file => FaultsInLanguage(files, file, texts)),
        ];
    }

    /// <summary>Every text of a JSON document by its path as language files write it: bots[0].commandLists[1].commands[2].title.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Texts(item, $"{path}[{index}]")),
        JsonValue value when value.TryGetValue<string>(out var text) => [KeyValuePair.Create(path, text)],
        _ => [],
    };

    /// <summary>The texts that people read, which every language has to have.</summary>
    public static bool IsTranslated(string path) => path != "developer.name" && Longest.ContainsKey(Shape(path));

    private static IEnumerable<string> FaultsInBots(JsonNode manifest)
    {
        foreach (var bot in manifest["bots"]?.AsArray() ?? [])
        {
            var lists = bot?["commandLists"]?.AsArray() ?? [];
            foreach (var list in lists.Where(list => list?["commands"]?.AsArray().Count > MostCommands))
            {
                yield return $"manifest.json: {list!.GetPath()}: more than {MostCommands} commands; Teams shows no more.";
            }
            var scopes = lists.Prepend(bot).SelectMany(owner => owner?["scopes"]?.AsArray() ?? []).Select(scope => (string?)scope);
            foreach (var scope in scopes.Distinct().Where(scope => !Scopes.Contains(scope)))
            {
                yield return $"manifest.json: scope '{scope}' is none of {string.Join(", ", Scopes)}.";
            }
        }
    }

    private static IEnumerable<string> FaultsInIcon(IReadOnlyDictionary<string, byte[]> files, JsonNode manifest, string icon, int side)
    {
        var name = (string?)manifest["icons"]?[icon] ?? "";
        if (!files.TryGetValue(name, out var png)) return [$"manifest.json: icons.{icon}: the file '{name}' is missing."];
        // A PNG begins with 8 fixed bytes, then the header chunk with width and height at 16 and 20, big-endian.
        if (png.Length < 24 || !png.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return [$"{name}: not a PNG picture."];
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        return width == side && height == side ? [] : [$"{name}: {width} x {height}; Teams wants {side} x {side}."];
    }

    private static IEnumerable<string> LanguageFiles(JsonNode manifest)
    {
        var languages = manifest["localizationInfo"];
        if ((string?)languages?["defaultLanguageFile"] is { } standard) yield return standard;
        foreach (var language in languages?["additionalLanguages"]?.AsArray() ?? []) yield return (string?)language?["file"] ?? "";
    }

    private static IEnumerable<string> FaultsInLanguage(
        IReadOnlyDictionary<string, byte[]> files, string name, Dictionary<string, string> manifest)
    {
        if (!files.TryGetValue(name, out var bytes)) return [$"manifest.json: localizationInfo: the file '{name}' is missing."];
        var texts = JsonNode.Parse(bytes)!.AsObject()
            .Where(text => text.Key != "$schema").ToDictionary(text => text.Key, text => (string?)text.Value ?? "");
        return
        [
            .. TooLong(name, texts),
            .. manifest.Keys.Where(path => IsTranslated(path) && !texts.ContainsKey(path)).Select(path => $"{name}: {path} is missing."),
            .. texts.Keys.Where(path => !manifest.ContainsKey(path)).Select(path => $"{name}: {path} names nothing in manifest.json."),
        ];
    }

    private static IEnumerable<string> TooLong(string file, Dictionary<string, string> texts) =>
        from text in texts
        where Longest.TryGetValue(Shape(text.Key), out var most) && text.Value.Length > most
        select $"{file}: {text.Key}: {text.Value.Length} characters; at most {Longest[Shape(text.Key)]}.";

    private static string Shape(string path) => Position().Replace(path, "[]");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Position();
}
