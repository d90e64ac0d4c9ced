return await SalesBot.Bot.Commands.CommandLine.RunAsync(args);
