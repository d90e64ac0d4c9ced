using System.Text.Json;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using Xunit;

namespace SalesBot.Tests.Manifest;

/// <summary>What Teams offers as a command is sent as it is written: the bot must know what to do with it.</summary>
public sealed class CommandsTests
{
    private static readonly Gazetteer NoNames = new([], [], [], []);

    public static TheoryData<string, string, string> Commands()
    {
        var commands = new TheoryData<string, string, string>();
        using var manifest = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("manifest/manifest.json")));
        using var english = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("manifest/en.json")));
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().ToList();
        for (var list = 0; list < lists.Count; list++)
        {
            var entries = lists[list].GetProperty("commands").EnumerateArray().ToList();
            for (var entry = 0; entry < entries.Count; entry++)
            {
                // A prompt is filled in by its reader; a command is sent by its title.
                if (entries[entry].TryGetProperty("prompt", out _)) continue;
                var dutch = entries[entry].GetProperty("title").GetString()!;
                commands.Add("nl", dutch, dutch);
                commands.Add("en", english.RootElement.GetProperty($"bots[0].commandLists[{list}].commands[{entry}].title").GetString()!, dutch);
            }
        }
        return commands;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_app_is_understood(string language, string words, string dutch)
    {
        var expected = dutch switch
        {
            "Bezoek vastleggen" => Intents.LogVisit,
            "Offerte maken" => Intents.RequestQuote,
            "Hoe sta ik ervoor?" => Intents.QueryKpi,
            "Hoe staan we ervoor?" => Intents.TeamKpi,
            "Omzet dit kwartaal" => Intents.QueryRevenue,
            "Wat moet ik opvolgen?" => Intents.ListFollowUps,
            "Klantoverzicht" => Intents.AccountOverview,
            "Wat wacht op akkoord?" => Intents.ApprovalsPending,
            "Help" => Intents.Help,
            _ => throw new InvalidOperationException($"Say here what \"{dutch}\" starts."),
        };
        var heard = new EmbeddedUnderstanding().Hear(
            new(words, language == "nl" ? Language.Dutch : Language.English, new(2026, 3, 4, 10, 15, 0)), NoNames);
        Assert.Equal([expected], heard.Intents);
    }
}
