using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Schedules;
using SalesBot.Bot.Upkeep;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Store;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Whole;

namespace SalesBot.Tests.Capacity;

/// <summary>The whole bot with the demo organisation on a metered account. What works by the clock stands still and is done by hand.</summary>
internal sealed class MeteredBot(BotHost host, Meter meter) : IAsyncDisposable
{
    private static readonly Partition Team = Partition.Of(DemoOrganisation.Tenant, new("corporate"));

    public IServiceProvider Services => host.Services;
    public IDocumentStore Store => host.Store;

    public static async Task<MeteredBot> StartAsync()
    {
        var meter = new Meter(await DemoStore.NewAccountAsync());
        var host = await BotHost.StartAsync(new()
        {
            Store = await TestStores.CosmosDouble(meter),
            NoUsers = true,
            Settings = { ["SalesBot:Development:Now"] = WholeBot.Now },
            Services = services =>
            {
                foreach (var worker in services.Where(service => service.ServiceType == typeof(IHostedService) && IsClockwork(service)).ToList()) services.Remove(worker);
            },
        });
        foreach (var person in (Person[])[Person.Anna, Person.Sven]) await new TeamsClient(host.Http, host.Connector.ServiceUrl, person).InstallAsync();
        return new(host, meter);
    }

    /// <summary>What it is charged with, the delivery included, where it was done once before already.</summary>
    public async Task<Charge> MeasureAsync(Func<Task> first, Func<Task> again)
    {
        await first();
        await meter.TakeAsync();
        await again();
        return await meter.TakeAsync();
    }

    public async Task SayAsync(Person person, params string[] turns)
    {
        var client = new TeamsClient(host.Http, host.Connector.ServiceUrl, person);
        foreach (var words in turns)
        {
            var heard = host.Connector.Messages.Count;
            using var answer = await client.PostAsync(client.Message(words));
            answer.EnsureSuccessStatusCode();
            // The request is let go when the turn is committed; what it says leaves after that.
            await Services.GetRequiredService<Turns>().DrainAsync(default);
            await WholeBot.UntilAsync(() => Task.FromResult(host.Connector.Messages.Count > heard), seconds: 60);
        }
    }

    /// <summary>Asked for, submitted, brought to who decides, approved, and told to who asked.</summary>
    public async Task QuoteAsync(string words)
    {
        var before = Quotes().ToHashSet();
        await SayAsync(Person.Anna, words, "ja");
        await DeliverAsync();
        await WholeBot.UntilAsync(() => Task.FromResult(Quotes().Any(quote => !before.Contains(quote))), seconds: 60);
        var number = Quotes().Single(quote => !before.Contains(quote));
        var sven = new TeamsClient(host.Http, host.Connector.ServiceUrl, Person.Sven);
        var pressed = await sven.PressAsync("approval.approve", new JsonObject { ["quote"] = number, ["team"] = "corporate", ["version"] = 1 });
        await Services.GetRequiredService<Turns>().DrainAsync(default);
        if (!pressed.Value.GetRawText().Contains("Goedgekeurd", StringComparison.Ordinal)) throw new InvalidDataException($"{number} was not approved: {pressed.Value}");
        await DeliverAsync();
    }

    public async Task<int> VisitsAsync() => (await Store.ListAsync(Team, Kinds.Visit, "", int.MaxValue, default)).Count;

    public async Task HealthAsync() => (await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).EnsureSuccessStatusCode();

    /// <summary>One look into a team's outbox, and what waits there leaves.</summary>
    public Task DeliverAsync() => ActivatorUtilities.CreateInstance<OutboxWorker>(host.Services).EmptyAsync(DemoOrganisation.Tenant, Team, default);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (host.Store is IAsyncDisposable closing) await closing.DisposeAsync();
    }

    // From what people were told, so that looking is not counted.
    private IReadOnlyList<string> Quotes() => [.. host.Connector.Messages.SelectMany(message => QuoteNumbers(message.Body?.GetRawText() ?? "")).Distinct()];

    private static IEnumerable<string> QuoteNumbers(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "Q-2026-\\d{4}").Select(match => match.Value);

    private static bool IsClockwork(ServiceDescriptor service) =>
        service.ImplementationType == typeof(OutboxWorker) || service.ImplementationType == typeof(NightlySweep)
        // Registered by what makes them: the schedule, imports, erasures.
        || service.ImplementationFactory?.Method.ReturnType is { } made && (made == typeof(ScheduleWorker) || made.Namespace!.StartsWith("SalesBot", StringComparison.Ordinal));
}
