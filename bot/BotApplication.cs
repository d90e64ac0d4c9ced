using SalesBot.Bot.Auth;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Compose;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Files;
using SalesBot.Bot.Imports;
using SalesBot.Bot.Manifest;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Playground;
using SalesBot.Bot.Privacy;
using SalesBot.Bot.Schedules;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Bot.Upkeep;

namespace SalesBot.Bot;

/// <summary>The application, put together from an explicit list: what runs can be read here.</summary>
internal static class BotApplication
{
    /// <param name="configure">Settings of a test, before they are read.</param>
    /// <param name="replace">Services of a test, in place of those registered here.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);
        var isDevelopment = builder.Environment.IsDevelopment();
        var reader = new SettingsReader(builder.Configuration, isDevelopment);
        var settings = reader.Read();
        reader.CheckServing(settings);

        builder.WebHost.ConfigureKestrel(Kestrel.Limit);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddSalesBot(settings).AddChannel(settings);
        builder.AddTelemetry();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapPost("/api/messages", app.Services.GetRequiredService<MessagesEndpoint>().HandleAsync);
        app.MapHealth();
        app.MapAboutPages();
        app.MapFiles();
        app.MapQuoteLinks();
        app.MapLater();
        return app;
    }

    /// <summary>The assistant and what it stands on; also what the command line works with.</summary>
    public static IServiceCollection AddSalesBot(this IServiceCollection services, SalesBotSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Now is { } start ? new OffsetClock(start) : TimeProvider.System);
        services.AddStore(settings.Store);
        services.AddAssistant();
        return services;
    }

    private static IServiceCollection AddChannel(this IServiceCollection services, SalesBotSettings settings)
    {
        services.AddSingleton(new AuthClock(TimeProvider.System));
        services.AddHttpClient(SigningKeys.Client);
        services.AddSingleton<SigningKeys>().AddSingleton<ChannelAuthentication>().AddSingleton<ChannelAccess>();

        services.AddSingleton<TrustedServiceUrls>().AddSingleton<ConnectorClient>().AddSingleton<BotTokenRenewal>().AddTransient<BotTokenHandler>();
        if (settings.Channel is { IsAnonymous: false, HasCredential: true }) services.AddSingleton<IBotToken, EntraBotToken>();
        else services.AddSingleton<IBotToken, NoBotToken>();
        services.AddSingleton(settings.Channel);
        services.AddHttpClient(ConnectorClient.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(3),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // What comes of a send is logged where it is known what it means.
            .RemoveAllLoggers()
            .AddConnectorResilience()
            .AddHttpMessageHandler<BotTokenHandler>();

        services.AddSingleton<PublicAddress>().AddSingleton<ComposeBox>();
        services.AddSingleton<FileTickets>().AddSingleton<FileOffers>().AddSingleton<FileUploads>().AddSingleton<FileConsent>();
        services.AddHttpClient(FileUploads.Client).ConfigurePrimaryHttpMessageHandler(() => FileUploads.Handler(settings.IsDevelopment));
        services.AddSingleton<ModelFeedback>();
        services.AddSingleton<Downloads>().AddSingleton<ImportMessages>().AddSingleton<ImportDesk>();
        services.AddSingleton<ImportRunner>().AddHostedService(provider => provider.GetRequiredService<ImportRunner>());
        services.AddSingleton<PersonalChats>().AddSingleton<References>().AddSingleton<Visitors>().AddSingleton<TurnLimits>().AddSingleton<Turns>();
        services.AddSingleton<Messages>().AddSingleton<Invokes>().AddSingleton<Arrivals>().AddSingleton<MessagesEndpoint>();
        services.AddSingleton<OutboxSignal>().AddSingleton<Addresses>().AddSingleton<Delivery>().AddSingleton<Outgoing>();
        services.AddHostedService<Demo>();
        services.AddSingleton<ErasuresAgain>().AddHostedService(provider => provider.GetRequiredService<ErasuresAgain>());
        services.AddHostedService<OutboxWorker>();
        services.AddSingleton<ScheduleWorker>().AddHostedService(provider => provider.GetRequiredService<ScheduleWorker>());
        services.AddHostedService<NightlySweep>();
        services.AddHostedService<ChannelStart>();
        if (settings.Playground) services.AddHostedService<LocalClients>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<ChannelHealth>("channel");
        return services;
    }

    private static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}
