using System.Text.Json;
using SalesBot.Bot.Checks;
using SalesBot.Data;
using SalesBot.Tests.Whole;
using Xunit;

namespace SalesBot.Tests.Checks;

/// <summary>The built program checks a copy, as an operator does.</summary>
public sealed class CheckCommandTests
{
    [Fact]
    public async Task A_sound_copy_ends_with_0_and_a_spoilt_one_with_1_and_a_block_that_shows_it()
    {
        await using var morning = await Morning.CopyAsync();
        var (clients, capture) = (morning.Path + ".clients", morning.Path + ".capture");
        await File.WriteAllLinesAsync(clients, morning.Clients.Select(request => JsonSerializer.Serialize(request, StoryJson.Default.ClientRequest)));
        await File.WriteAllLinesAsync(capture, morning.Capture.Select(captured => JsonSerializer.Serialize(captured, StoryJson.Default.Captured)));

        var alone = await RunAsync(morning.Path);
        Assert.True(alone.Code == 0, alone.Output + alone.Error);
        Assert.Equal(13, alone.Lines.Length);
        Assert.Equal(2, alone.Lines.Count(line => line.Contains("not checked", StringComparison.Ordinal)));
        var told = await RunAsync(morning.Path, "--clients", clients, "--capture", capture);
        Assert.True(told.Code == 0, told.Output + told.Error);
        Assert.All(told.Lines, line => Assert.Contains("holds", line));

        await morning.ChangeAsync(Kinds.Account, account => account.Name == "Achmea", account => account with { CadenceDays = 3 });
        var spoilt = await RunAsync(morning.Path, "--clients", clients, "--capture", capture);
        Assert.Equal(1, spoilt.Code);
        Assert.Contains("VIOLATED 1 time", spoilt.Output);
        Assert.Contains("6. Audit complete and closed: The audit of account|A-1004", spoilt.Output);
    }

    [Fact]
    public async Task What_is_no_store_or_no_story_is_not_taken_for_a_sound_one()
    {
        var missing = await RunAsync(Path.Combine(Path.GetTempPath(), $"salesbot-nowhere-{Guid.NewGuid():N}.db"));
        Assert.Equal((2, ""), (missing.Code, missing.Output));
        Assert.Contains("names no file", missing.Error);

        await using var morning = await Morning.CopyAsync();
        var crooked = morning.Path + ".crooked";
        await File.WriteAllTextAsync(crooked, "{}\n");
        var unread = await RunAsync(morning.Path, "--clients", crooked);
        Assert.Equal(2, unread.Code);
        Assert.Contains(".crooked:1:", unread.Error);
        var nobody = await RunAsync(morning.Path, "--tenant", Guid.NewGuid().ToString());
        Assert.Equal(2, nobody.Code);
    }

    private static Task<Ran> RunAsync(string database, params string[] words) =>
        BotProcess.RunAsync(["check", "--environment", "Development", $"--SalesBot:Store:Sqlite:Path={database}", .. words]);
}
