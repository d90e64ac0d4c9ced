using System.Text.Json.Serialization;

namespace SalesBot.Data.Store;

/// <summary>One change of state: who, when, what, by which operation. It holds ids only, no personal text.</summary>
/// <param name="Id">Begins with the moment, so that entries lie in the order of time.</param>
/// <param name="Cause">The flow, button or errand; an import, an erasure.</param>
/// <param name="Operation">Of the save that it is part of.</param>
/// <param name="Records">Those that changed, each as it was and as it became: on one record every entry begins where another ended.</param>
public sealed record AuditEntry(string Id, DateTimeOffset At, UserId By, string Cause, string Operation, IReadOnlyList<AuditedRecord> Records)
{
    public static readonly Kind<AuditEntry> Kind = new("audit", 1, () => AuditJson.Default.AuditEntry, entry => entry.Id);

    /// <summary>Who stands in the audit for what is done at the command line.</summary>
    public static readonly UserId Operator = new("operator");

    /// <summary>The entry for a save that no turn made.</summary>
    /// <param name="writes">With the body that each replaces; null: there was none.</param>
    public static AuditEntry Of(DateTimeOffset at, UserId by, string cause, string operation, IEnumerable<(Write Write, ReadOnlyMemory<byte>? Before)> writes) => new(
        $"{at.UtcDateTime:yyyyMMddHHmmssfff}-{Fingerprint.Of(System.Text.Encoding.UTF8.GetBytes($"\"{operation}\""))[..12]}", at, by, cause, operation,
        [.. writes.Select(change => new AuditedRecord(change.Write.Id.Split('|')[0], change.Write.Id, Fingerprint.Of(change.Before), Fingerprint.Of(change.Write.Body)))]);
}

/// <param name="Before"><see cref="Fingerprint"/> of the body before; empty: there was none.</param>
/// <param name="After">Of the body after; empty: it was deleted.</param>
public sealed record AuditedRecord(string Kind, string Id, string Before, string After);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
