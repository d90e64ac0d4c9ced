using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>One property of a stored record as a column.</summary>
/// <param name="Name">In snake_case, as in the other files.</param>
/// <param name="Property">As it is stored.</param>
/// <param name="IsId">It tells one record from another.</param>
internal sealed record RecordColumn(string Name, string Property, bool IsId, bool IsRequired, Type Type, bool IsText)
{
    // A text that begins like JSON is written as JSON, and so is an empty one: an empty cell is nothing.
    private const string BeginsJson = "{[\"";
    private static readonly Type[] Bare = [typeof(decimal), typeof(int), typeof(long), typeof(double), typeof(bool)];

    public static IEnumerable<RecordColumn> Of<T>(JsonTypeInfo<T> shape)
    {
        var stored = shape.Properties.Where(property => property.Get is not null && (property.Set is not null || property.AssociatedParameter is not null)).ToList();
        var id = stored.FirstOrDefault(property => property.Name is "id" or "number");
        foreach (var property in stored)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var isText = !Bare.Contains(type) && shape.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.None;
            yield return new(
                JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property.Name, property == id, property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }, type, isText);
        }
    }

    public string Write(JsonElement record)
    {
        if (!record.TryGetProperty(Property, out var value) || value.ValueKind == JsonValueKind.Null) return "";
        if (value.ValueKind != JsonValueKind.String) return value.GetRawText();
        var text = value.GetString()!;
        return text.Length == 0 || BeginsJson.Contains(text[0]) ? value.GetRawText() : FormulaGuard.On(text);
    }

    /// <summary>Why a cell can not be read; null: it can, or the record as a whole tells.</summary>
    public Reason? WhyNot(string cell, Known known)
    {
        if (cell.Length == 0) return IsRequired ? Reasons.Empty : null;
        if (Type == typeof(UserId)) return known.Users.ContainsKey(UserId.Of(FormulaGuard.Off(cell))) ? null : Reasons.UnknownUser(cell);
        if (Type == typeof(AccountId)) return known.Accounts.ContainsKey(AccountId.Of(FormulaGuard.Off(cell))) ? null : Reasons.Unknown(cell, "accounts");
        if (Type == typeof(DateOnly)) return DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _) ? null : Reasons.NoDate(cell);
        if (IsText || IsJson(cell)) return null;
        var shown = cell.Length > 40 ? cell[..40] + "…" : cell;
        return Type == typeof(bool) ? Reasons.NoFlag(shown) : Bare.Contains(Type) ? Reasons.NoNumber(shown) : Reasons.NoPart(shown);
    }

    /// <param name="onto">Keeps what there is no column for; null: there is nothing else.</param>
    /// <returns>Null: together they are no record of the kind.</returns>
    public static T? Read<T>(IReadOnlyDictionary<RecordColumn, string> cells, Kind<T> kind, T? onto) where T : class
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (onto is not null)
            {
                using var old = JsonDocument.Parse(kind.Body(onto));
                foreach (var property in old.RootElement.EnumerateObject())
                    if (cells.Keys.All(column => column.Property != property.Name)) property.WriteTo(writer);
            }
            foreach (var (column, cell) in cells.Where(cell => cell.Value.Length > 0))
            {
                writer.WritePropertyName(column.Property);
                if (!column.IsText || BeginsJson.Contains(cell[0]) && IsJson(cell)) writer.WriteRawValue(cell);
                else writer.WriteStringValue(FormulaGuard.Off(cell));
            }
            writer.WriteEndObject();
        }
        try
        {
            return (T)kind.ReadBody(buffer.ToArray());
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsJson(string cell)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(cell));
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
