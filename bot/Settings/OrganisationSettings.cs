using SalesBot.Cards.Documents;

namespace SalesBot.Bot.Settings;

/// <summary>The organisation whose letterhead the customer sees.</summary>
internal static class OrganisationSettings
{
    public static Letterhead Read(IConfigurationSection section)
    {
        var house = Letterhead.Default;
        string? Text(string name) => section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        // Several lines, as an array or divided by semicolons.
        IReadOnlyList<string> Lines(string name) => Text(name) is { } one
            ? one.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. section.GetSection(name).GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(line => line.Length > 0)];
        return new(
            Text("Name") is { } called ? new(called, called) : house.Name, Lines("Address"), Lines("Contact"), Lines("Registration"),
            (Text("Terms:nl"), Text("Terms:en")) switch
            {
                ({ } dutch, { } english) => new(dutch, english),
                ({ } dutch, null) => new(dutch, dutch),
                (null, { } english) => new(english, english),
                _ => house.Terms,
            });
    }
}
