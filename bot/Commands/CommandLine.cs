using System.CommandLine;
using System.CommandLine.Invocation;
using Microsoft.AspNetCore.Connections;
using SalesBot.Bot.Settings;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Commands;

/// <summary>The verbs. Without one the bot serves.</summary>
internal static class CommandLine
{
    /// <summary>What was asked for was refused or did not succeed.</summary>
    public const int Refused = 1;

    /// <summary>A setting, an option or a word is missing or wrong.</summary>
    public const int WrongSetting = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, words) = Split(args);
        var root = new RootCommand("SalesBot, the account manager's assistant in Microsoft Teams. Without a command it serves.");
        root.SetAction((_, cancel) => ServeAsync(settings, cancel));
        root.Add(ImportCommand.Create(settings));
        root.Add(ExportCommand.Create(settings));
        root.Add(PrivacyCommands.Export(settings));
        root.Add(PrivacyCommands.Erase(settings));
        root.Add(CheckCommand.Create(settings));
        root.Add(PackCommand.Create(settings));
        root.Add(LinesCommands.Understand(settings));
        root.Add(LinesCommands.Recognize());
        var parsed = root.Parse(words);
        if (parsed.Action is ParseErrorAction)
        {
            // Standard output is for what a verb gives; who reads it as lines must not get help among them.
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("What there is: --help");
            return WrongSetting;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (e is SettingException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongSetting;
        }
        catch (StoreUnavailableException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            // The server's own message names the address.
            await Console.Error.WriteLineAsync($"{e.Message.TrimEnd('.')}. Is the bot running already? Another address can be named with --urls.");
            return WrongSetting;
        }
        catch (Exception e) when (words.Length > 0 && e is (IOException or UnauthorizedAccessException))
        {
            // A verb that can not read or write a file; the message names it.
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = BotApplication.Build(settings);
        await app.RunAsync(cancel);
        return 0;
    }

    /// <summary>Settings (<c>--SalesBot:Demo=false</c>, <c>--urls ...</c>) may stand anywhere between the words of a verb.</summary>
    internal static (string[] Settings, string[] Words) Split(string[] args)
    {
        List<string> settings = [], words = [];
        for (var at = 0; at < args.Length; at++)
        {
            if (!IsSetting(args[at]))
            {
                words.Add(args[at]);
                continue;
            }
            settings.Add(args[at]);
            if (!args[at].Contains('=') && at + 1 < args.Length) settings.Add(args[++at]);
        }
        return ([.. settings], [.. words]);
    }

    private static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && (word.Split('=')[0].Contains(':') || word.Split('=')[0] is "--urls" or "--environment");
}
