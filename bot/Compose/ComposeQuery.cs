using System.Text.Json;
using SalesBot.Bot.Channel;
using SalesBot.Dialogs.Sharing;

namespace SalesBot.Bot.Compose;

/// <summary>Reads what Teams sends with a search; anything odd is as good as missing.</summary>
internal static class ComposeQuery
{
    /// <summary>The ids of the commands in the manifest.</summary>
    public const string Accounts = "accounts", Quotes = "quotes";

    /// <summary>What was typed; nothing where the list was just opened.</summary>
    public static string Words(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } asked || !asked.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array) return "";
        foreach (JsonElement? parameter in parameters.EnumerateArray())
        {
            if (parameter.TextAt("name") is not (null or "initialRun") && parameter.TextAt("value") is { } typed) return typed.Trim();
        }
        return "";
    }

    /// <summary>A command that is not ours looks for quotes where a number was typed, else for accounts.</summary>
    public static SearchFor For(JsonElement? value, string words) => value.TextAt("commandId") switch
    {
        Accounts => SearchFor.Accounts,
        Quotes => SearchFor.Quotes,
        _ => words.Any(char.IsAsciiDigit) ? SearchFor.Quotes : SearchFor.Accounts,
    };

    public static int? Number(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } asked && asked.TryGetProperty("queryOptions", out var options) && options.ValueKind == JsonValueKind.Object
            && options.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var whole) ? whole : null;
}
