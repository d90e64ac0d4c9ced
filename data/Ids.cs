using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Data;

/// <summary>An id: a name in a type of its own, so that an account can not be passed where a contact is meant.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    string Value { get; }
    static abstract TSelf Of(string value);
}

/// <summary>The Microsoft Entra tenant, a GUID.</summary>
[JsonConverter(typeof(IdConverter<TenantId>))]
public readonly record struct TenantId(string Value) : IId<TenantId>
{
    public static TenantId Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A sales team; the lower-case name from the users file.</summary>
[JsonConverter(typeof(IdConverter<TeamId>))]
public readonly record struct TeamId(string Value) : IId<TeamId>
{
    public static TeamId Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A person: the Entra object id within the tenant.</summary>
[JsonConverter(typeof(IdConverter<UserId>))]
public readonly record struct UserId(string Value) : IId<UserId>
{
    public static UserId Of(string value) => new(value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<AccountId>))]
public readonly record struct AccountId(string Value) : IId<AccountId>
{
    public static AccountId Of(string value) => new(value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<ContactId>))]
public readonly record struct ContactId(string Value) : IId<ContactId>
{
    public static ContactId Of(string value) => new(value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<ProductId>))]
public readonly record struct ProductId(string Value) : IId<ProductId>
{
    public static ProductId Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A quote's number within the tenant: Q-YYYY-NNNN, or an older system's number as imported.</summary>
[JsonConverter(typeof(IdConverter<QuoteNumber>))]
public readonly record struct QuoteNumber(string Value) : IId<QuoteNumber>
{
    public static QuoteNumber Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>Writes an id as the string it is, also as a dictionary key.</summary>
public sealed class IdConverter<T> : JsonConverter<T> where T : struct, IId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString() ?? throw new JsonException("An id is a string."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
