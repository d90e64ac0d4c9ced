using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Bot.Schedules;
using SalesBot.Data.Exchange;
using SalesBot.Tests.Whole;

namespace SalesBot.Tests.Capacity;

/// <summary>What people do in a day, and what the bot does without them, each measured once it has run before.</summary>
internal static class Scenes
{
    public const string Help = "help", Revenue = "revenue of an account", Overview = "overview of an account", Figures = "own figures", Visit = "visit, corrected and saved",
        Quote = "quote, submitted and approved", Row = "import, a row", Poll = "outbox, a look at a team", Tick = "schedule, a look at a tenant", Standing = "schedule, once an hour a tenant",
        Health = "health, a look";

    public const int Rows = 200;

    public static async Task<IReadOnlyDictionary<string, Charge>> MeasureAsync()
    {
        await using var bot = await MeteredBot.StartAsync();
        var schedule = bot.Services.GetRequiredService<ScheduleWorker>();
        var found = new Dictionary<string, Charge>
        {
            [Help] = await SaidAsync("help", "help"),
            [Revenue] = await SaidAsync("omzet van Philips dit kwartaal", "omzet van Achmea dit kwartaal"),
            [Overview] = await SaidAsync("overzicht van Philips", "overzicht van Achmea"),
            [Figures] = await SaidAsync("hoe sta ik ervoor", "hoe sta ik ervoor"),
            [Visit] = await VisitedAsync(),
            [Quote] = await bot.MeasureAsync(() => QuoteAsync("Philips"), () => QuoteAsync("Achmea")),
            [Poll] = await bot.MeasureAsync(bot.DeliverAsync, bot.DeliverAsync),
            [Tick] = await bot.MeasureAsync(() => schedule.RoundAsync(default), () => schedule.RoundAsync(default)),
            [Standing] = await bot.MeasureAsync(() => Task.CompletedTask, () => ActivatorUtilities.CreateInstance<ScheduleWorker>(bot.Services).RoundAsync(default)),
            [Health] = await bot.MeasureAsync(bot.HealthAsync, bot.HealthAsync),
        };
        found[Row] = await bot.MeasureAsync(() => Task.CompletedTask, () => ImportAsync(bot));
        return found;

        Task<Charge> SaidAsync(string first, string again) => bot.MeasureAsync(() => bot.SayAsync(Person.Anna, first), () => bot.SayAsync(Person.Anna, again));

        async Task<Charge> VisitedAsync()
        {
            var before = await bot.VisitsAsync();
            var charge = await bot.MeasureAsync(() => VisitAsync("Achmea", "Karin Bos", 20), () => VisitAsync("Philips", "Jan de Vries", 40));
            return await bot.VisitsAsync() == before + 2 ? charge : throw new InvalidDataException("The visits were not saved.");
        }

        Task VisitAsync(string account, string contact, int rooms) => bot.SayAsync(
            Person.Anna, $"Net bij {account} geweest, gesproken met {contact}. {rooms} kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.",
            $"nee, {rooms + 5} kamers", "ja");

        Task QuoteAsync(string account) => bot.QuoteAsync($"Offerte voor {account}, 20 kamers, 1 nacht vanaf 6 mei");
    }

    /// <summary>So many new contacts in one file.</summary>
    private static async Task ImportAsync(MeteredBot bot)
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-rows-");
        try
        {
            var rows = new StringBuilder("contact_id,account_id,name,role,email,phone,since\n");
            for (var i = 0; i < Rows; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"C-9{i:000},A-1001,Robin Nieuwkamp {i},booker,robin{i}@philips.example,+31 6 0000 {i:0000},2025-01-01\n");
            var file = Path.Combine(folder.FullName, "contacts.csv");
            await File.WriteAllTextAsync(file, rows.ToString());
            var report = await new Importer(bot.Store, DemoOrganisation.Tenant, TimeProvider.System).ImportAsync([file], null, default);
            if (!report.Succeeded) throw new InvalidDataException(string.Join('\n', report.Problems));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
