using System.Net;
using SalesBot.Bot.Connector;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>The bot's own token: where it goes, and what happens when it is refused.</summary>
public sealed class ConnectorTests
{
    [Fact]
    public async Task A_hundred_refusals_at_once_cause_one_new_token()
    {
        var tokens = new Tokens();
        var channel = new Channel(request => request.Headers.Authorization?.Parameter == "token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        var renewal = new BotTokenRenewal(tokens);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync(tokens, renewal, channel, "https://smba.trafficmanager.net/")));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, tokens.Renewals);
    }

    [Fact]
    public async Task A_channel_that_refuses_every_token_is_asked_twice_and_no_more()
    {
        var tokens = new Tokens();
        var channel = new Channel(_ => HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(tokens, new BotTokenRenewal(tokens), channel, "https://smba.trafficmanager.net/"));
        Assert.Equal((2, 1), (channel.Seen, tokens.Renewals));
    }

    [Fact]
    public async Task Without_TLS_no_token_travels()
    {
        var tokens = new Tokens();
        var channel = new Channel(request => request.Headers.Authorization is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(tokens, new BotTokenRenewal(tokens), channel, "http://localhost:56150/_connector"));
    }

    private static async Task<HttpStatusCode> SendAsync(Tokens tokens, BotTokenRenewal renewal, Channel channel, string url)
    {
        using var client = new HttpMessageInvoker(new BotTokenHandler(tokens, renewal) { InnerHandler = channel }, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent("{}") };
        using var answer = await client.SendAsync(request, default);
        return answer.StatusCode;
    }

    private sealed class Tokens : IBotToken
    {
        private int number = 1;

        public int Renewals => number - 1;

        public Task<string?> GetAsync(bool fresh, CancellationToken cancel) =>
            Task.FromResult<string?>($"token-{(fresh ? Interlocked.Increment(ref number) : Volatile.Read(ref number))}");
    }

    private sealed class Channel(Func<HttpRequestMessage, HttpStatusCode> answer) : HttpMessageHandler
    {
        private int seen;

        public int Seen => seen;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            Interlocked.Increment(ref seen);
            var status = answer(request);
            await Task.Yield();
            return new HttpResponseMessage(status);
        }
    }
}
