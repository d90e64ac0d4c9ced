using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SalesBot.Bot.Manifest;
using Xunit;

namespace SalesBot.Tests.Manifest;

public sealed class LanguagesAndIconsTests
{
    private static readonly Dictionary<string, string> Manifest = ManifestRules.Texts(Json("manifest.json")).ToDictionary();

    [Fact]
    public void The_default_language_file_says_what_the_manifest_says()
    {
        var dutch = Language("nl.json");
        Assert.NotEmpty(dutch);
        Assert.Equal(Manifest.Where(text => ManifestRules.IsTranslated(text.Key)).OrderBy(text => text.Key), dutch.OrderBy(text => text.Key));
    }

    [Fact]
    public void Both_languages_have_the_same_texts_and_none_is_empty()
    {
        var (dutch, english) = (Language("nl.json"), Language("en.json"));
        Assert.Equal(dutch.Keys.Order(), english.Keys.Order());
        Assert.DoesNotContain(english.Concat(dutch), text => string.IsNullOrWhiteSpace(text.Value));
    }

    [Fact]
    public void English_is_translated_and_not_the_Dutch_again()
    {
        var dutch = Language("nl.json");
        string[] alike = ["SalesBot", "Help"];
        Assert.DoesNotContain(Language("en.json"), text => text.Value == dutch[text.Key] && !alike.Contains(text.Value));
    }

    [Fact]
    public void Each_scope_has_one_command_list_of_at_most_ten()
    {
        var lists = Json("manifest.json")["bots"]![0]!["commandLists"]!.AsArray();
        Assert.Equal(["groupChat", "personal", "team"], lists.Select(list => (string)list!["scopes"]!.AsArray().Single()!).Order());
        Assert.All(lists, list => Assert.InRange(list!["commands"]!.AsArray().Count, 3, 10));
    }

    [Fact]
    public void Prompts_stand_in_the_personal_chat_only_and_have_their_text()
    {
        var commands = Json("manifest.json")["bots"]![0]!["commandLists"]!.AsArray()
            .SelectMany(list => list!["commands"]!.AsArray().Select(command => (Scope: (string)list["scopes"]![0]!, Command: command!))).ToArray();
        Assert.Contains(commands, command => (string?)command.Command["type"] == "prompt");
        Assert.All(
            commands.Where(command => (string?)command.Command["type"] == "prompt" || command.Command["prompt"] is not null),
            command => Assert.True(command.Scope == "personal" && (string?)command.Command["type"] == "prompt" && command.Command["prompt"] is not null));
    }

    [Fact]
    public void The_colour_icon_covers_its_whole_square()
    {
        var icon = Png.Read("manifest/color.png");
        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal(255, pixel.Alpha));
    }

    [Fact]
    public void The_outline_icon_is_white_on_transparent_and_nothing_else()
    {
        var icon = Png.Read("manifest/outline.png");
        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.Pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.InRange(icon.Pixels.Count(pixel => pixel.Alpha == 255) / (double)icon.Pixels.Length, 0.1, 0.6);
        Assert.Contains(icon.Pixels, pixel => pixel.Alpha == 0);
    }

    private static JsonNode Json(string name) => JsonNode.Parse(File.ReadAllText(Repository.PathOf($"manifest/{name}")))!;

    private static Dictionary<string, string> Language(string name) =>
        Json(name).AsObject().Where(text => text.Key != "$schema").ToDictionary(text => text.Key, text => (string)text.Value!);

    private readonly record struct Pixel(byte Red, byte Green, byte Blue, byte Alpha);

    /// <summary>An 8-bit RGB or RGBA picture without interlacing, read by the PNG specification (ISO/IEC 15948), chunks and filters.</summary>
    private sealed record Png(int Width, int Height, Pixel[] Pixels)
    {
        public static Png Read(string path)
        {
            var file = File.ReadAllBytes(Repository.PathOf(path));
            var data = new MemoryStream();
            var header = Array.Empty<byte>();
            for (var at = 8; at < file.Length;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
                var content = file.AsSpan(at + 8, length);
                switch (Encoding.ASCII.GetString(file, at + 4, 4))
                {
                    case "IHDR": header = content.ToArray(); break;
                    case "IDAT": data.Write(content); break;
                }
                at += length + 12;
            }
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
            Assert.Equal((8, 0), (header[8], header[12]));
            var size = header[9] switch { 2 => 3, 6 => 4, var other => throw new InvalidDataException($"Colour type {other}.") };
            data.Position = 0;
            using var inflated = new ZLibStream(data, CompressionMode.Decompress);
            var rows = Unfilter(inflated, width * size, height, size);
            return new(width, height, [.. rows.Chunk(size).Select(at => new Pixel(at[0], at[1], at[2], size == 4 ? at[3] : (byte)255))]);
        }

        private static byte[] Unfilter(Stream lines, int stride, int height, int size)
        {
            var pixels = new byte[stride * height];
            for (var y = 0; y < height; y++)
            {
                var filter = lines.ReadByte();
                var row = pixels.AsSpan(y * stride, stride);
                lines.ReadExactly(row);
                for (var x = 0; x < stride; x++)
                {
                    int left = x >= size ? row[x - size] : 0, up = y > 0 ? pixels[(y - 1) * stride + x] : 0;
                    var corner = x >= size && y > 0 ? pixels[(y - 1) * stride + x - size] : 0;
                    row[x] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
                }
            }
            return pixels;
        }

        private static int Paeth(int left, int up, int corner)
        {
            var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
            return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        }
    }
}
