using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesBot.Bot.Manifest;

/// <summary>What is filled into the manifest when it is packed.</summary>
/// <param name="BotId">The bot's application id in Microsoft Entra; null: a placeholder, for a look at the package only.</param>
/// <param name="Version">Three numbers; Teams wants a higher one at every upload. Null: the version of this build.</param>
/// <param name="Domain">Host name under which the bot is reachable; also leads to the privacy page and the terms of use.</param>
/// <param name="Developer">Name shown in Teams as the maker, at most 32 characters.</param>
internal sealed record AppPackageOptions(Guid? BotId = null, Version? Version = null, string? Domain = null, string Developer = "SalesBot");

/// <param name="Files">The names in the zip.</param>
/// <param name="Warnings">What keeps this package from being used in earnest, a sentence each.</param>
internal sealed record PackedApp(IReadOnlyList<string> Files, IReadOnlyList<string> Warnings);

/// <summary>The manifest, an icon or a language file is not what Teams takes; the message names every fault.</summary>
internal sealed class AppPackageException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}

/// <summary>
/// The Teams app package: manifest, language files and icons in one zip, all at its root, as Teams wants it. The same sources
/// and options give the same bytes.
/// </summary>
internal static class AppPackage
{
    /// <summary>Stands for a bot id that is not known yet. Teams takes it, but no message would ever arrive.</summary>
    public static readonly Guid PlaceholderBotId = new("00000000-0000-0000-0000-000000000001");

    /// <summary>A name that is reserved for examples and never resolves.</summary>
    public const string PlaceholderDomain = "salesbot.example";

    /// <summary>The moment every entry carries; zip can not go further back.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "manifest");

    /// <summary>Writes the package to a file; nothing is written where the sources are at fault.</summary>
    /// <exception cref="AppPackageException">What Teams would refuse.</exception>
    public static PackedApp Write(string path, AppPackageOptions options)
    {
        using var zip = new MemoryStream();
        var packed = Write(zip, options);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        File.WriteAllBytes(path, zip.ToArray());
        return packed;
    }

    /// <inheritdoc cref="Write(string, AppPackageOptions)"/>
    /// <param name="zip">Gets the package; stays open.</param>
    /// <param name="source">Folder with manifest.json; the one shipped with the bot where it is not named.</param>
    public static PackedApp Write(Stream zip, AppPackageOptions options, string? source = null)
    {
        var faults = new List<string>();
        var domain = options.Domain ?? PlaceholderDomain;
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns) faults.Add($"domain: '{domain}' is not a host name.");
        var version = options.Version ?? typeof(AppPackage).Assembly.GetName().Version!;
        if (version.Build < 0) faults.Add($"version: '{version}' is not three numbers.");
        if (faults.Count > 0) throw new AppPackageException(faults);

        var files = Read(source ?? Shipped, new()
        {
            ["BotId"] = (options.BotId ?? PlaceholderBotId).ToString(),
            ["Version"] = version.ToString(3),
            ["Domain"] = domain,
            ["Developer"] = options.Developer,
            ["Website"] = $"https://{domain}",
            ["Privacy"] = $"https://{domain}/privacy",
            ["Terms"] = $"https://{domain}/terms",
        });
        faults.AddRange(ManifestRules.FaultsIn(files));
        if (faults.Count > 0) throw new AppPackageException(faults);

        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var body = entry.Open();
                body.Write(content);
            }
        }
        return new([.. files.Keys], [.. Warnings(options)]);
    }

    /// <summary>The files in the order of the zip: the manifest first, then by name.</summary>
    private static OrderedDictionary<string, byte[]> Read(string source, Dictionary<string, string> values)
    {
        var files = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal);
        var names = Directory.EnumerateFiles(source).Select(Path.GetFileName).OfType<string>();
        foreach (var name in names.OrderBy(name => name != "manifest.json").ThenBy(name => name, StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(Path.Combine(source, name));
            files.Add(name, name == "manifest.json" ? Fill(content, values) : content);
        }
        return files;
    }

    /// <summary>Fills the places marked {{Name}} inside the strings, so that no value can break the JSON around it.</summary>
    private static byte[] Fill(byte[] template, Dictionary<string, string> values)
    {
        return Encoding.UTF8.GetBytes(Filled(JsonNode.Parse(template))!.ToJsonString(ManifestRules.Indented) + "\n");

        JsonNode? Filled(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Filled)]),
            JsonValue text when text.TryGetValue<string>(out var written) => JsonValue.Create(
                values.Aggregate(written, (filled, value) => filled.Replace("{{" + value.Key + "}}", value.Value, StringComparison.Ordinal))),
            _ => node?.DeepClone(),
        };
    }

    private static IEnumerable<string> Warnings(AppPackageOptions options)
    {
        if (options.BotId is null)
        {
            yield return $"No app id is set, so the package carries the placeholder {PlaceholderBotId}: good for a look, but no message "
                + "will reach the bot. Name the bot's own id with --app-id, or set SalesBot:Channel:AppId.";
        }
        if (options.Domain is null)
        {
            yield return $"No domain is set, so the links to the website, the privacy page and the terms point to {PlaceholderDomain}. "
                + "Name the bot's host with --domain.";
        }
    }
}
