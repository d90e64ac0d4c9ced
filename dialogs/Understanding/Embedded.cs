using System.Buffers;
using System.Reflection;

namespace SalesBot.Dialogs.Understanding;

/// <summary>
/// Bytes that lie in the program file. The system maps that file into memory and reads a page when it is looked at: nothing is copied, and
/// what is never asked for takes no memory.
/// </summary>
internal sealed unsafe class Embedded : MemoryManager<byte>
{
    /// <summary>Kept, as it keeps the bytes where they are.</summary>
    private readonly UnmanagedMemoryStream stream;
    private readonly byte* start;

    private Embedded(UnmanagedMemoryStream stream)
    {
        this.stream = stream;
        start = stream.PositionPointer;
    }

    public static Stored Read(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        if (stream is UnmanagedMemoryStream mapped) return new(new Embedded(mapped).Memory);
        var copied = new byte[stream.Length];
        stream.ReadExactly(copied);
        return new(copied);
    }

    public override Span<byte> GetSpan() => new(start, checked((int)stream.Length));

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex, pinnable: this);

    public override void Unpin()
    {
        // The program file stays where it is.
    }

    protected override void Dispose(bool disposing) => stream.Dispose();
}
