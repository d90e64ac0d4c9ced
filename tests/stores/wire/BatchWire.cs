using System.Reflection;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;

namespace SalesBot.Tests.Stores.Wire;

/// <summary>
/// The bodies of a batch: a RecordIO stream of HybridRow rows, one for each operation or result. Reader, writer and the rows' layouts are
/// those that come with the SDK, so that both ends speak the same version.
/// </summary>
internal static class BatchWire
{
    private static readonly Type Schemas =
        typeof(CosmosClient).Assembly.GetType("Microsoft.Azure.Cosmos.BatchSchemaProvider", throwOnError: true)!;
    private static readonly LayoutResolver Resolver = Of<LayoutResolver>("BatchLayoutResolver");
    private static readonly Layout Results = Of<Layout>("BatchResultLayout");

    public static List<DoubleOperation> Read(byte[] body)
    {
        var operations = new List<DoubleOperation>();
        using var stream = new MemoryStream(body);
        Demand(stream.ReadRecordIOAsync(
            (ReadOnlyMemory<byte> record) =>
            {
                operations.Add(ReadRow(record));
                return Result.Success;
            },
            resizer: new MemorySpanResizer<byte>(body.Length)).GetAwaiter().GetResult());
        return operations;
    }

    public static byte[] Write(IReadOnlyList<WireAnswer> answers)
    {
        using var stream = new MemoryStream();
        Demand(stream.WriteRecordIOAsync(default, Next).GetAwaiter().GetResult());
        return stream.ToArray();

        Result Next(long index, out ReadOnlyMemory<byte> row)
        {
            row = index < answers.Count ? WriteRow(answers[(int)index]) : default;
            return Result.Success;
        }
    }

    private static DoubleOperation ReadRow(ReadOnlyMemory<byte> record)
    {
        var reader = new RowReader(record, HybridRowVersion.V1, Resolver);
        var verb = 0;
        string? id = null, ifMatch = null;
        byte[]? body = null;
        while (reader.Read())
        {
            switch (reader.Path.ToString())
            {
                case "operationType": Demand(reader.ReadInt32(out verb)); break;
                case "id": Demand(reader.ReadString(out id)); break;
                case "resourceBody": Demand(reader.ReadBinary(out body)); break;
                case "ifMatch": Demand(reader.ReadString(out ifMatch)); break;
            }
        }
        return Enum.IsDefined((DoubleVerb)verb)
            ? new((DoubleVerb)verb, id, body ?? [], ifMatch)
            : throw new NotSupportedException($"The double does not serve operation {verb} in a batch.");
    }

    private static ReadOnlyMemory<byte> WriteRow(WireAnswer answer)
    {
        var resizer = new MemorySpanResizer<byte>(256);
        var row = new RowBuffer(256, resizer);
        row.InitLayout(HybridRowVersion.V1, Results, Resolver);
        Demand(RowWriter.WriteBuffer(ref row, answer, static (ref RowWriter writer, TypeArgument _, WireAnswer written) =>
        {
            Demand(writer.WriteInt32("statusCode", (int)written.Status));
            if (written.SubStatus != 0) Demand(writer.WriteInt32("subStatusCode", written.SubStatus));
            if (written.ETag is { } etag) Demand(writer.WriteString("eTag", etag));
            return Result.Success;
        }));
        return resizer.Memory[..row.Length];
    }

    private static void Demand(Result result)
    {
        if (result != Result.Success) throw new InvalidDataException($"HybridRow: {result}");
    }

    private static T Of<T>(string property) =>
        (T)Schemas.GetProperty(property, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
}
