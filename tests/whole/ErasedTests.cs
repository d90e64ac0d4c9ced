using SalesBot.Tests.Channel;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>The running bot that tells its log everything: what it heard of a contact is in no line of it, and after an erasure in no file.</summary>
public sealed class ErasedTests
{
    private static readonly string[] Traces = ["zebedeus", "kanarievogel", "zeb@canary.example", "9876 5432", "98765432"];

    [Fact]
    public async Task A_contact_is_in_no_line_of_the_log_and_once_erased_in_no_file()
    {
        var path = await DemoStore.NewFileAsync();
        try
        {
            await using var connector = await FakeConnector.StartAsync();
            await using var bot = await BotProcess.ServeAsync(path, new(2026, 3, 4, 10, 15, 0), null,
                "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:System.Net.Http.HttpClient=Trace", "--Logging:LogLevel:Polly=Trace");
            TeamsClient anna = new(bot.Http, connector.ServiceUrl, Person.Anna), gijs = new(bot.Http, connector.ServiceUrl, Person.Gijs);
            await anna.InstallAsync();
            await gijs.InstallAsync();
            await anna.SayAsync("Nieuwe contactpersoon bij Achmea: Zebedeus van Kanarievogel, zeb@canary.example, 06-9876 5432");
            await anna.SayAsync("ja");
            await anna.SayAsync("Bij Achmea geweest, gesproken met Zebedeus van Kanarievogel. Hij belt op 06-9876 5432 of mailt zeb@canary.example. 45 kamers in mei.");
            Assert.Contains("visit", (await anna.SayAsync("ja")).Wrote);
            await anna.SayAsync("Wie is de contactpersoon bij Achmea?");
            Assert.Contains("zebedeus", Stored(path));

            await gijs.SayAsync("wis de gegevens van Zebedeus van Kanarievogel bij Achmea");
            await gijs.SayAsync("ja");
            for (var left = 60; Stored(path).Count > 0; left--)
            {
                Assert.True(left > 0, $"After a minute there is still {string.Join(", ", Stored(path))}; {string.Join("\n", bot.Log.TakeLast(5))}");
                await Task.Delay(1000, TestContext.Current.CancellationToken);
            }

            Assert.True(bot.Log.Count > 200, $"{bot.Log.Count} lines are not all that it has to tell.");
            Assert.DoesNotContain(bot.Log, line => Traces.Any(trace => line.Contains(trace, StringComparison.OrdinalIgnoreCase)));
        }
        finally
        {
            DemoStore.DeleteFile(path);
        }
    }

    private static IReadOnlyList<string> Stored(string path) =>
        [.. DemoStore.FilesOf(path).SelectMany(file => Traces.Where(trace => file.Text.Contains(trace, StringComparison.OrdinalIgnoreCase)))];
}
