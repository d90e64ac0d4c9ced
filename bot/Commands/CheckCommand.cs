using System.CommandLine;
using SalesBot.Bot.Checks;
using SalesBot.Bot.Settings;

namespace SalesBot.Bot.Commands;

/// <summary><c>check</c>: holds the store against what must hold after whatever happened.</summary>
internal static class CheckCommand
{
    private const int Violated = 1;

    public static Command Create(string[] settings)
    {
        var clients = new Option<string?>("--clients") { Description = "What the clients saw: a JSON object a line, as in docs/invariants.md." };
        var capture = new Option<string?>("--capture") { Description = "What reached the connector: a JSON object a line." };
        var log = new Option<string?>("--log") { Description = "The bot's log." };
        var at = new Option<DateTimeOffset?>("--at") { Description = "The moment to judge by; else the last one that the store knows of." };
        var tenant = TenantOption.Create();
        var command = new Command("check", "Checks the invariants of the store and prints each violation; writes nothing.") { clients, capture, log, at, tenant };
        command.SetAction(async (words, cancel) =>
        {
            await using var bot = await OfflineBot.OpenExistingAsync(settings, cancel);
            var store = await Evidence.ReadAsync(bot.Store, bot.Tenant(words.GetValue(tenant)), cancel);
            var evidence = store.With(
                words.GetValue(clients) is { } told ? Stories.Clients(told) : null, words.GetValue(capture) is { } captured ? Stories.Capture(captured) : null,
                words.GetValue(log) is { } lines ? await File.ReadAllLinesAsync(lines, cancel) : null, words.GetValue(at));
            if (evidence.Users.Count == 0) throw new SettingException("SalesBot:Tenants", $"names a tenant of whom nothing is stored: {evidence.Tenant}");
            var findings = await Checker.CheckAsync(evidence, cancel);
            Console.Write(Checker.Report(findings));
            return findings.Any(finding => finding.Violations.Count > 0) ? Violated : 0;
        });
        return command;
    }
}
