using System.CommandLine;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Privacy;

namespace SalesBot.Bot.Commands;

/// <summary><c>personal-data</c> and <c>erase</c>: what is known of a contact, and its end.</summary>
internal static class PrivacyCommands
{
    public static Command Export(string[] settings)
    {
        var contact = new Argument<string>("contact") { Description = "The contact's id." }.NoOption();
        var path = new Argument<string?>("path") { Description = "The file to write; else it goes to standard output.", Arity = ArgumentArity.ZeroOrOne }.NoOption();
        var tenant = TenantOption.Create();
        var command = new Command("personal-data", "Everything that is known of a contact, as JSON.") { contact, path, tenant };
        command.SetAction(async (words, cancel) =>
        {
            await using var bot = await OfflineBot.OpenExistingAsync(settings, cancel);
            if (await Of(bot, words.GetValue(tenant)).ExportAsync(new(words.GetValue(contact)!), cancel) is not { } data) return NotFound(words.GetValue(contact)!);
            var json = PersonalDataFile.Write(data);
            if (words.GetValue(path) is { } file) await File.WriteAllTextAsync(file, json, cancel);
            else await Console.Out.WriteLineAsync(json);
            return 0;
        });
        return command;
    }

    public static Command Erase(string[] settings)
    {
        var contact = new Argument<string>("contact") { Description = "The contact's id." }.NoOption();
        var sure = new Option<bool>("--yes") { Description = "Without it nothing is erased: it only says what would be." };
        var tenant = TenantOption.Create();
        var command = new Command("erase", "Erases a contact's personal data everywhere and prints the proof.") { contact, sure, tenant };
        command.SetAction(async (words, cancel) =>
        {
            await using var bot = await OfflineBot.OpenExistingAsync(settings, cancel);
            var erasing = Of(bot, words.GetValue(tenant));
            var id = new ContactId(words.GetValue(contact)!);
            if (!words.GetValue(sure))
            {
                if (await erasing.ExportAsync(id, cancel) is not { } data) return NotFound(id.Value);
                foreach (var kind in data.Documents.CountBy(document => document.Kind)) Console.WriteLine($"{kind.Key}\t{kind.Value}");
                await Console.Error.WriteLineAsync("Nothing was erased. Repeat with --yes; it can not be undone.");
                return CommandLine.Refused;
            }
            if (await erasing.EraseAsync(id, AuditEntry.Operator, cancel) is not { } done) return NotFound(id.Value);
            Console.WriteLine($"erased\t{done.Contact}\t{done.DoneAt:O}");
            foreach (var (kind, count) in done.Documents) Console.WriteLine($"{kind}\t{count}");
            return 0;
        });
        return command;
    }

    private static Erasing Of(OfflineBot bot, string? tenant) => new(bot.Store, bot.Tenant(tenant), new(bot.Settings.ErasureLedger), bot.Clock);

    private static int NotFound(string contact)
    {
        Console.Error.WriteLine($"There is no contact {contact}.");
        return CommandLine.Refused;
    }
}
