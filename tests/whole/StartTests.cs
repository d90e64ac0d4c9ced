using System.Net;
using SalesBot.Tests.Channel;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>The main job on a fresh machine: the built bot starts, and needs nothing for it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-start-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Without_Node_js_it_says_so_and_goes_on_with_the_demo_organisation()
    {
        var database = Path.Combine(folder, "new", "sales.db");
        // A folder without programs in it: nothing is found by its name.
        await using var bot = await BotProcess.ServeOnAsync(
            [$"--SalesBot:Store:Sqlite:Path={database}", "--SalesBot:Playground=true", "--SalesBot:Demo=true"], new(2026, 3, 4, 10, 15, 0), programs: folder);
        const string says = "The local Teams client is not there: Node.js (20 or newer) is not installed. The bot goes on without it.";
        await WholeBot.UntilAsync(() => Task.FromResult(bot.Log.Contains(says)));
        Assert.True(File.Exists(database));
        await using var connector = await FakeConnector.StartAsync();
        var answer = await new TeamsClient(bot.Http, connector.ServiceUrl, Person.Anna).SayAsync("Wat weet je over Philips?");
        Assert.Contains("Philips Nederland BV", answer.Words);
        using var live = await bot.Http.GetAsync(new Uri("/health/live", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
