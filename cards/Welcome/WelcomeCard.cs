using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.People;

namespace SalesBot.Cards.Welcome;

public sealed record WelcomeView(string Name, Role Role = Role.AccountManager);

/// <summary>The first thing that a person sees, with things to try at once.</summary>
public static class WelcomeCard
{
    public static AdaptiveCard Of(WelcomeView view, Language language)
    {
        var who = WelcomeTexts.WhoIAm.In(language);
        return new AdaptiveCard(
            $"{WelcomeTexts.Hello.In(language)}! {who}",
            [
                Parts.Header($"{WelcomeTexts.Hello.In(language)} {FirstName(view.Name)}", who),
                new TextBlock(WelcomeTexts.Type.In(language)),
                new TextBlock(WelcomeTexts.VisitExample.In(language)) { Color = TextColor.Accent, Spacing = Spacing.Small },
                Parts.Remark(WelcomeTexts.Nothing.In(language)),
            ],
            [.. Prompts.Of(view.Role, language)]);
    }

    /// <summary>To everybody in a group chat or a channel, where it hears only what mentions it.</summary>
    public static AdaptiveCard ToTeam(Language language) =>
        new(
            $"{WelcomeTexts.Hello.In(language)}! {WelcomeTexts.WhoIAm.In(language)}",
            [
                Parts.Header(WelcomeTexts.HelloAll.In(language), WelcomeTexts.WhoIAm.In(language)),
                new TextBlock(WelcomeTexts.Mention.In(language)),
                new TextBlock(WelcomeTexts.TeamExample.In(language)) { Color = TextColor.Accent, Spacing = Spacing.Small },
                Parts.Remark(WelcomeTexts.OnlyForAll.In(language)),
            ]);

    private static string FirstName(string name) => name.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : name;
}

/// <summary>What can be asked, in groups with examples.</summary>
public static class HelpCard
{
    public static AdaptiveCard Of(Role role, Language language)
    {
        List<Element> body = [Parts.Header(WelcomeTexts.Help.In(language), WelcomeTexts.HelpAbout.In(language))];
        foreach (var (title, examples) in WelcomeTexts.Topics(role))
        {
            body.Add(new TextBlock(title.In(language)) { Bold = true, Spacing = Spacing.Medium });
            body.AddRange(examples.Select(example => new TextBlock(example.In(language)) { Spacing = Spacing.None, Subtle = true }));
        }
        body.Add(new TextBlock(WelcomeTexts.AnyTime.In(language)) { Size = TextSize.Small, Separator = true, Spacing = Spacing.Medium });
        return new AdaptiveCard(
            $"{WelcomeTexts.Help.In(language)}: {string.Join(", ", WelcomeTexts.Topics(role).Select(topic => topic.Title.In(language)))}",
            body, [.. Prompts.Of(role, language).SkipLast(1)]);
    }
}

internal static class Prompts
{
    /// <summary>Buttons that say what they read; the last one asks for help.</summary>
    public static IEnumerable<CardAction> Of(Role role, Language language) =>
        WelcomeTexts.Prompts(role).Select(prompt => new Say(prompt.In(language), prompt.In(language)));
}
