using System.IO.Compression;
using System.Text.Json.Nodes;
using SalesBot.Bot.Manifest;
using Xunit;

namespace SalesBot.Tests.Manifest;

public sealed class AppPackageTests : IDisposable
{
    private static readonly Guid Bot = new("5f2f0e8a-7a57-4f0e-9a57-2f5c54b1a0c1");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("salesbot-manifest-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_packed_manifest_and_both_languages_follow_Microsofts_schema()
    {
        var faults = await SchemaFaultsAsync(Packed(new AppPackageOptions(Bot, new Version(1, 2, 3), "salesbot.hotel.example")));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Microsofts_schema_refuses_a_scope_in_small_letters_and_a_key_of_no_text()
    {
        var files = Packed(new AppPackageOptions(Bot));
        files["manifest.json"]!["bots"]![0]!["scopes"] = new JsonArray("groupchat");
        files["en.json"]!["bots[0].commandLists[3].commands[0].title"] = "Fourth list";
        var faults = await SchemaFaultsAsync(files);
        Assert.Contains(faults, fault => fault.StartsWith("manifest.json: /bots/0/scopes/0", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("en.json: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_lies_at_the_root_of_the_zip()
    {
        using var zip = new MemoryStream();
        var packed = AppPackage.Write(zip, new AppPackageOptions(Bot, Domain: "salesbot.hotel.example"));
        using var archive = new ZipArchive(zip);
        Assert.Equal(["manifest.json", "color.png", "en.json", "nl.json", "outline.png"], archive.Entries.Select(entry => entry.FullName));
        Assert.Equal(archive.Entries.Select(entry => entry.FullName), packed.Files);
        Assert.Empty(packed.Warnings);
    }

    [Fact]
    public void The_bots_id_version_and_domain_are_filled_in()
    {
        var manifest = Packed(new AppPackageOptions(Bot, new Version(1, 2, 3), "salesbot.hotel.example", "Hotel \"Zonzicht\""))["manifest.json"]!;
        Assert.Equal(Bot.ToString(), (string?)manifest["id"]);
        Assert.Equal(Bot.ToString(), (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(Bot.ToString(), (string?)manifest["composeExtensions"]![0]!["botId"]);
        Assert.Equal("salesbot.hotel.example", (string?)manifest["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"]![0]);
        Assert.Equal("1.2.3", (string?)manifest["version"]);
        Assert.Equal("salesbot.hotel.example", (string?)manifest["validDomains"]![0]);
        Assert.Equal("https://salesbot.hotel.example/privacy", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.Equal("Hotel \"Zonzicht\"", (string?)manifest["developer"]!["name"]);
    }

    [Fact]
    public async Task Packing_twice_gives_the_same_bytes_whatever_the_clock_says()
    {
        var options = new AppPackageOptions(Bot, new Version(1, 0, 0), "salesbot.hotel.example");
        var (first, second) = (PathOf("one.zip"), PathOf("sub/two.zip"));
        AppPackage.Write(first, options);
        // Zip stores times in steps of two seconds: the sources' own times would show, were they used.
        foreach (var file in Directory.EnumerateFiles(CopySources())) File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        using (var zip = File.Create(PathOf("three.zip"))) AppPackage.Write(zip, options, PathOf("sources"));
        AppPackage.Write(second, options);
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(PathOf("three.zip")));
    }

    [Fact]
    public void Without_an_app_id_or_domain_the_package_is_made_and_says_what_it_is_not_good_for()
    {
        using var zip = new MemoryStream();
        var packed = AppPackage.Write(zip, new AppPackageOptions());
        Assert.Contains(packed.Warnings, warning => warning.Contains("--app-id", StringComparison.Ordinal));
        Assert.Contains(packed.Warnings, warning => warning.Contains("--domain", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://salesbot.hotel.example")]
    [InlineData("hotel.example/bot")]
    [InlineData("10.0.0.1")]
    public void A_domain_that_is_no_host_name_is_refused(string domain)
    {
        using var zip = new MemoryStream();
        var refusal = Assert.Throws<AppPackageException>(() => AppPackage.Write(zip, new AppPackageOptions(Bot, Domain: domain)));
        Assert.Contains(domain, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, zip.Length);
    }

    [Fact]
    public void Every_fault_of_the_sources_is_named_at_once_and_no_file_is_written()
    {
        var sources = CopySources();
        Edit("manifest.json", manifest =>
        {
            manifest["name"]!["short"] = new string('x', 31);
            manifest["bots"]![0]!["scopes"]!.AsArray().Add("groupchat");
            manifest["bots"]![0]!["commandLists"]![0]!["commands"]![0]!["title"] = new string('x', 33);
            manifest["accentColor"] = "{{Color}}";
        });
        Edit("en.json", english =>
        {
            english.AsObject().Remove("name.full");
            english["bots[0].commandLists[2].commands[9].title"] = "Nowhere";
        });
        File.Copy(Path.Combine(sources, "outline.png"), Path.Combine(sources, "color.png"), overwrite: true);

        using var zip = new MemoryStream();
        var faults = Assert.Throws<AppPackageException>(() => AppPackage.Write(zip, new AppPackageOptions(Bot), sources)).Faults;
        string[] expected =
        [
            "name.short: 31 characters", "commands[0].title: 33 characters", "'groupchat'", "{{Color}}", "en.json: name.full is missing",
            "commands[9].title names nothing", "color.png: 32 x 32",
        ];
        Assert.All(expected, part => Assert.Contains(faults, fault => fault.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, faults.Count);
        Assert.Equal(0, zip.Length);
    }

    [Theory]
    [InlineData("color.png")]
    [InlineData("en.json")]
    [InlineData("manifest.json")]
    public void A_missing_file_is_named(string name)
    {
        var sources = CopySources();
        File.Delete(Path.Combine(sources, name));
        using var zip = new MemoryStream();
        var refusal = Assert.Throws<AppPackageException>(() => AppPackage.Write(zip, new AppPackageOptions(Bot), sources));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string CopySources()
    {
        var copy = _folder.CreateSubdirectory("sources");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("manifest"))) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        return copy.FullName;
    }

    private void Edit(string name, Action<JsonNode> change)
    {
        var path = PathOf(Path.Combine("sources", name));
        var content = JsonNode.Parse(File.ReadAllText(path))!;
        change(content);
        File.WriteAllText(path, content.ToJsonString());
    }

    /// <summary>The JSON files of a fresh package, by name.</summary>
    private static JsonObject Packed(AppPackageOptions options)
    {
        using var zip = new MemoryStream();
        AppPackage.Write(zip, options);
        using var archive = new ZipArchive(zip);
        var files = new JsonObject();
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var content = entry.Open();
            files[entry.FullName] = JsonNode.Parse(content);
        }
        return files;
    }

    private static async Task<string[]> SchemaFaultsAsync(JsonObject files)
    {
        var answer = JsonNode.Parse(await NodeTool.RunAsync("validate-manifest.mjs", files.ToJsonString(), TestContext.Current.CancellationToken));
        return [.. answer!.AsArray().Select(fault => (string)fault!)];
    }
}
