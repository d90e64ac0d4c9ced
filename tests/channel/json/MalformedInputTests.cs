using System.Net.Http.Headers;
using System.Text.Json;
using SalesBot.Data.People;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>
/// All of JSONTestSuite, as the body, inside it, and inside what a card or a search sends, at the whole bot. What is no JSON is a bad
/// request, what is JSON is read, and nothing is ever answered with a failure.
/// </summary>
public sealed class MalformedInputTests : IAsyncLifetime
{
    private DemoStore demo = null!;
    private BotHost bot = null!;
    private User anna = null!;

    public async ValueTask InitializeAsync()
    {
        demo = await DemoStore.NewAsync(Edition.Sqlite);
        bot = await BotHost.StartAsync(new() { Store = demo.Store, NoUsers = true });
        anna = (await new Organisation(demo.Store, BotHost.Tenant).UsersAsync(default)).First(user => user.Name.StartsWith("Anna ", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await demo.DisposeAsync();
    }

    [Fact]
    public void The_suite_is_whole() => Assert.Equal(
        [('i', 35), ('n', 188), ('y', 95)], JsonCase.All.CountBy(one => one.Kind).Select(kind => (kind.Key, kind.Value)).Order());

    [Fact]
    public async Task As_the_body_no_case_is_an_activity()
    {
        List<string> wrong = [];
        foreach (var one in JsonCase.All)
        {
            var status = (await PostAsync(one.Content)).Status;
            if (status != 400) wrong.Add($"{one.Name}: {status}");
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("a field that nobody knows", """{"type":"typing",WHO,"extra":CASE}""")]
    [InlineData("what the channel adds", """{"type":"messageReaction",WHO,"reactionsAdded":CASE}""")]
    [InlineData("entities", """{"type":"message",WHO,"text":"help","entities":CASE}""")]
    [InlineData("the content of an attachment", """{"type":"message",WHO,"text":"help","attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"a.csv","content":CASE}]}""")]
    [InlineData("a press that comes as a message", """{"type":"message",WHO,"value":{"verb":"quote.show","team":"corporate","quote":CASE}}""")]
    [InlineData("the value of a search", """{"type":"invoke","name":"composeExtension/query",WHO,"value":{"commandId":"accounts","parameters":[{"name":"q","value":CASE}],"queryOptions":CASE2}}""")]
    [InlineData("the value of feedback", """{"type":"invoke","name":"message/submitAction",WHO,"value":{"actionName":"feedback","actionValue":CASE}}""")]
    [InlineData("the answer about a file", """{"type":"invoke","name":"fileConsent/invoke",WHO,"value":{"type":"fileUpload","action":"accept","context":CASE}}""")]
    public async Task Within_it_is_read_or_refused_and_never_fails(string where, string activity)
    {
        List<string> wrong = [];
        foreach (var one in JsonCase.All)
        {
            var (status, _) = await PostAsync(one.Within(activity.Replace("CASE2", "{}")));
            if (!IsRight(one, status, read: 200)) wrong.Add($"{where}: {one.Name}: {status}");
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("quote.show", """{"quote":CASE,"team":"corporate"}""")]
    [InlineData("quote.show", """{"quote":"Q-2026-0001","team":CASE}""")]
    [InlineData("quote.submit", """{"quote":"Q-2026-0001","team":"corporate","version":CASE}""")]
    [InlineData("approval.approve", """{"quote":CASE,"team":"corporate","version":1,"round":1}""")]
    [InlineData("flow.submit", """{"progress":CASE,"version":1,"account":"Philips"}""")]
    [InlineData("flow.submit", """{"progress":"p","version":1,"account":CASE}""")]
    [InlineData("flow.confirm", """{"progress":"p","version":CASE}""")]
    [InlineData("flow.say", """{"say":CASE}""")]
    [InlineData("list.more", """{"list":"quotes","skip":CASE,"subject":""}""")]
    [InlineData("list.more", """{"list":"quotes","skip":0,"subject":CASE}""")]
    [InlineData("account.prepare", """{"id":CASE}""")]
    [InlineData("import.confirm", """{"id":CASE}""")]
    [InlineData("write.undo", """{"write":CASE}""")]
    public async Task Within_what_a_card_sends_it_is_read_or_refused_and_never_fails(string verb, string data)
    {
        List<string> wrong = [];
        foreach (var one in JsonCase.All)
        {
            var (status, body) = await PostAsync(one.Within("""{"type":"invoke","name":"adaptiveCard/action",WHO,"value":{"action":{"type":"Action.Execute","verb":"VERB","data":DATA},"trigger":"manual"}}"""
                .Replace("VERB", verb).Replace("DATA", data)));
            if (!IsRight(one, status, read: 200)) wrong.Add($"{one.Name}: {status}");
            else if (status == 200)
            {
                // The card action's own status is inside.
                using var answer = JsonDocument.Parse(body);
                if (answer.RootElement.GetProperty("statusCode").GetInt32() != 200) wrong.Add($"{one.Name}: {body}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsRight(JsonCase one, int status, int read) => one.Kind switch
    {
        'n' => status == 400,
        'y' => status == (one.HasDoubledKey ? 400 : read),
        _ => status is 400 || status == read,
    };

    private async Task<(int Status, string Body)> PostAsync(byte[] body)
    {
        var text = System.Text.Encoding.Latin1.GetString(body).Replace("WHO", $$$"""
            "id":"{{{Guid.NewGuid():N}}}","channelId":"msteams","serviceUrl":"{{{bot.Connector.ServiceUrl}}}","from":{"id":"29:1","aadObjectId":"{{{anna.Id}}}"},"recipient":{"id":"28:b"},"conversation":{"id":"a:1","conversationType":"personal","tenantId":"{{{BotHost.Tenant}}}"},"channelData":{"tenant":{"id":"{{{BotHost.Tenant}}}"}}
            """.Trim());
        using var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await bot.Http.PostAsync("/api/messages", content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
