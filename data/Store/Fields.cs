using System.Buffers;
using System.Text.Json;

namespace SalesBot.Data.Store;

/// <summary>The outermost fields of a body: what this release does not know, a newer one beside it may need again.</summary>
internal static class Fields
{
    /// <summary>The members that are not among <paramref name="known"/>, as they are written; null: there are none.</summary>
    public static byte[]? OfOthers(ReadOnlySpan<byte> body, HashSet<string> known)
    {
        ArrayBufferWriter<byte>? others = null;
        var names = known.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> name = stackalloc char[64];
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, isOurs) = ((int)reader.TokenStartIndex, reader.ValueSpan.Length <= name.Length && names.Contains(name[..reader.CopyString(name)]));
            reader.Skip();
            if (isOurs) continue;
            others ??= new();
            others.Write(","u8);
            others.Write(body[start..(int)reader.BytesConsumed]);
        }
        return others?.WrittenSpan.ToArray();
    }

    /// <param name="body">An object with at least one field.</param>
    /// <param name="others">From <see cref="OfOthers"/>.</param>
    public static byte[] Add(byte[] body, byte[] others) => [.. body.AsSpan(0, body.Length - 1), .. others, (byte)'}'];
}
