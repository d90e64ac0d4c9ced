using System.Runtime.InteropServices;
using System.Text;

namespace SalesBot.Dialogs.Understanding;

/// <summary>Reads what was learned, front to back, out of bytes that stay where they are: large blocks are looked at, not copied.</summary>
internal sealed class Stored(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Every block begins at a multiple of this, so that numbers in it can be read in place.</summary>
    private const int Alignment = 8;

    private int at;

    public int Number() => MemoryMarshal.Read<int>(Block(sizeof(int)).Span);

    public float Fraction() => MemoryMarshal.Read<float>(Block(sizeof(float)).Span);

    public string Text() => Encoding.UTF8.GetString(Block(Number()).Span);

    public string[] Texts() => Text().Split(' ');

    public ReadOnlyMemory<byte> Block(int length)
    {
        var block = bytes.Slice(at, length);
        at += (length + Alignment - 1) / Alignment * Alignment;
        return block;
    }

    public static void Write(BinaryWriter writer, string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        Write(writer, encoded.Length);
        Write(writer, encoded);
    }

    public static void Write<T>(BinaryWriter writer, T value) where T : unmanaged => Write(writer, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    public static void Write<T>(BinaryWriter writer, T[] values) where T : unmanaged => Write(writer, MemoryMarshal.AsBytes(values.AsSpan()));

    private static void Write(BinaryWriter writer, ReadOnlySpan<byte> block)
    {
        writer.Write(block);
        for (var rest = block.Length; rest % Alignment != 0; rest++) writer.Write((byte)0);
    }
}
