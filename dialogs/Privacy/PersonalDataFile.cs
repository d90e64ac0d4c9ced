using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Dialogs.Privacy;

/// <summary>What is known of a contact as a file that can be handed to them.</summary>
public static class PersonalDataFile
{
    public static string Write(PersonalData data) => JsonSerializer.Serialize(data, Readable.PersonalData);

    private static readonly PrivacyJson Readable = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PersonalData))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
