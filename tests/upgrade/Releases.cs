using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Tests.Upgrade;

/// <summary>A document as a release wrote it.</summary>
internal sealed record WrittenDocument(string Partition, string Id, int Schema, JsonNode Body)
{
    public string Kind => Id[..Id.IndexOf('|')];
    public byte[] Bytes => JsonSerializer.SerializeToUtf8Bytes(Body);
}

/// <summary>
/// What earlier releases have left in stores, kept for good: <c>{version}.kinds.jsonl</c> has a few documents of each kind,
/// <c>{version}.store.jsonl.gz</c> a whole store with talks under way, <c>{version}.card.json</c> the card on which somebody is
/// to decide there. They are written once, at the release.
/// </summary>
internal static class Releases
{
    public const string Variable = "SALESBOT_RELEASE";

    private static readonly string Folder = Repository.PathOf("tests/upgrade/releases");

    /// <summary>Every kind of document that this release knows, by partition and name: a talk and a reference to one share a name.</summary>
    public static ILookup<(bool IsDirectory, string Name), Kind> Known { get; } =
        new[] { typeof(Kinds).Assembly, typeof(OutboxMessage).Assembly, typeof(Bot.Channel.Activity).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => typeof(Kind).IsAssignableFrom(field.FieldType) && !field.DeclaringType!.IsGenericType).Select(field => (Kind)field.GetValue(null)!).Distinct()
            .ToLookup(kind => (kind.GetType().GenericTypeArguments[0].Namespace == "SalesBot.Bot.Channel", kind.Name));

    public static IReadOnlyList<string> Versions { get; } =
        [.. Directory.GetFiles(Folder, "*.kinds.jsonl").Select(path => Path.GetFileName(path).Replace(".kinds.jsonl", "", StringComparison.Ordinal))];

    public static IReadOnlyList<WrittenDocument> KindsOf(string version) =>
        [.. File.ReadLines(Path.Combine(Folder, $"{version}.kinds.jsonl")).Select(Read)];

    public static async Task<IReadOnlyList<WrittenDocument>> StoreOfAsync(string version)
    {
        await using var file = new GZipStream(File.OpenRead(Path.Combine(Folder, $"{version}.store.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var documents = new List<WrittenDocument>();
        while (await reader.ReadLineAsync() is { } line) documents.Add(Read(line));
        return documents;
    }

    public static async Task<JsonElement> CardOfAsync(string version)
    {
        using var card = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, $"{version}.card.json")));
        return card.RootElement.Clone();
    }

    public static Task WriteCardAsync(string version, JsonElement card) => File.WriteAllTextAsync(Path.Combine(Folder, $"{version}.card.json"), card.GetRawText() + "\n");

    public static Task WriteKindsAsync(string version, IEnumerable<WrittenDocument> documents) =>
        File.WriteAllLinesAsync(Path.Combine(Folder, $"{version}.kinds.jsonl"), documents.OrderBy(one => (one.Kind, one.Partition, one.Id)).Select(Line));

    public static async Task WriteStoreAsync(string version, IEnumerable<WrittenDocument> documents)
    {
        await using var file = new GZipStream(File.Create(Path.Combine(Folder, $"{version}.store.jsonl.gz")), CompressionLevel.SmallestSize);
        await using var writer = new StreamWriter(file);
        foreach (var document in documents) await writer.WriteLineAsync(Line(document));
    }

    /// <summary>All that the teams and the directory of the demo organisation hold.</summary>
    public static async Task<IReadOnlyList<WrittenDocument>> ReadAsync(IDocumentStore store)
    {
        var all = new List<WrittenDocument>();
        foreach (var partition in Partitions)
            all.AddRange((await store.ListAsync(partition, new IdRange(" ", "~"), int.MaxValue, CancellationToken.None))
                .Select(one => new WrittenDocument(partition.Key, one.Id, one.Schema, JsonNode.Parse(one.Body.Span)!)));
        return all;
    }

    public static async Task FillAsync(IDocumentStore store, IEnumerable<WrittenDocument> documents)
    {
        foreach (var some in documents.GroupBy(document => document.Partition).SelectMany(partition => partition.Chunk(50).Select(chunk => (partition.Key, chunk))))
            await store.SaveAsync(new(some.Key), Guid.NewGuid().ToString("N"), [.. some.chunk.Select(one => new Write(one.Id, one.Schema, one.Bytes, null))], CancellationToken.None);
    }

    private static IEnumerable<Partition> Partitions =>
        [Partition.Directory(Conversations.Talk.Tenant), Whole.WholeBot.Team("corporate"), Whole.WholeBot.Team("public"), Whole.WholeBot.Team("events")];

    private static string Line(WrittenDocument document) =>
        new JsonObject { ["partition"] = document.Partition, ["id"] = document.Id, ["schema"] = document.Schema, ["body"] = document.Body.DeepClone() }.ToJsonString();

    private static WrittenDocument Read(string line)
    {
        var json = JsonNode.Parse(line)!;
        return new((string)json["partition"]!, (string)json["id"]!, (int)json["schema"]!, json["body"]!.DeepClone());
    }
}
