using System.CommandLine;
using SalesBot.Bot.Manifest;

namespace SalesBot.Bot.Commands;

/// <summary><c>pack</c>: the Teams app package as a zip.</summary>
internal static class PackCommand
{
    public static Command Create(string[] settings)
    {
        var path = new Argument<string?>("path") { Description = "The zip to write.", Arity = ArgumentArity.ZeroOrOne }.NoOption();
        var output = new Option<string?>("--output", "-o") { Description = "The same as an option; salesbot-teams.zip where neither is given." };
        var appId = new Option<string?>("--app-id") { Description = "The bot's application id; else the setting Channel:AppId." };
        var domain = new Option<string?>("--domain") { Description = "Host name under which the bot is reachable." };
        var version = new Option<string?>("--app-version") { Description = "Three numbers, higher at every upload; else the version of this build." };
        var command = new Command("pack", "Writes the Teams app package (manifest and icons, both languages).") { path, output, appId, domain, version };
        command.SetAction(words =>
        {
            var zip = words.GetValue(path) ?? words.GetValue(output) ?? "salesbot-teams.zip";
            var bot = words.GetValue(appId) ?? OfflineBot.ReadSettings(settings).Channel.AppId;
            try
            {
                var options = new AppPackageOptions(IdOf(bot), VersionOf(words.GetValue(version)), words.GetValue(domain));
                var packed = AppPackage.Write(zip, options);
                foreach (var warning in packed.Warnings) Console.Error.WriteLine(warning);
                Console.WriteLine(Path.GetFullPath(zip));
                return 0;
            }
            catch (Exception e) when (e is AppPackageException)
            {
                Console.Error.WriteLine(e.Message);
                return CommandLine.Refused;
            }
        });
        return command;
    }

    private static Guid? IdOf(string? text) =>
        text is null ? null : Guid.TryParse(text, out var id) ? id : throw new AppPackageException([$"app id: '{text}' is not the id of an application, like 5f2f0e8a-7a57-4f0e-9a57-2f5c54b1a0c1."]);

    private static Version? VersionOf(string? text) =>
        text is null ? null : Version.TryParse(text, out var version) ? version : throw new AppPackageException([$"version: '{text}' is not three numbers."]);
}
