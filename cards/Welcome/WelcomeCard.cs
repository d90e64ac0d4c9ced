using System.Collections.Concurrent;
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

/// <summary>What can be asked: a line for each group, and all of one group on request, so that it stays short on a phone.</summary>
public static class HelpCard
{
    public const string Verb = "help.topic", Topic = "topic";

    // Asked for more than anything else, and always the same.
    private static readonly ConcurrentDictionary<(int Topic, Role, Language), AdaptiveCard> Made = new();
    private static readonly ConcurrentDictionary<Role, IReadOnlyList<IReadOnlyList<string>>> Names = new();

    public static AdaptiveCard Of(Role role, Language language) => Of(-1, role, language);

    /// <summary>Everything that can be said in one group, with the way back.</summary>
    /// <param name="topic">Its place; another one gives the overview.</param>
    public static AdaptiveCard Of(int topic, Role role, Language language) =>
        Made.GetOrAdd((topic < 0 || topic >= WelcomeTexts.Topics(role).Count ? -1 : topic, role, language), made => made.Topic < 0 ? Overview(role, language) : About(topic, role, language));

    private static AdaptiveCard Overview(Role role, Language language)
    {
        var topics = WelcomeTexts.Topics(role);
        List<Element> body = [Parts.Header(WelcomeTexts.Help.In(language), WelcomeTexts.HelpAbout.In(language))];
        foreach (var (title, examples) in topics)
        {
            body.Add(new TextBlock(title.In(language)) { Bold = true, Spacing = Spacing.Small });
            body.Add(new TextBlock(examples[0].In(language)) { Spacing = Spacing.None, Subtle = true });
        }
        body.Add(new TextBlock(WelcomeTexts.AnyTime.In(language)) { Size = TextSize.Small, Separator = true, Spacing = Spacing.Medium });
        body.Add(new ChoiceInput(Topic, WelcomeTexts.MoreAbout.In(language), [.. topics.Select((topic, at) => new Choice($"{at}", topic.Title.In(language)))]) { Placeholder = WelcomeTexts.MakeChoice.In(language) });
        return new AdaptiveCard(
            $"{WelcomeTexts.Help.In(language)}: {string.Join(", ", topics.Select(topic => topic.Title.In(language)))}",
            body, [new Execute(WelcomeTexts.MoreExamples.In(language), Verb, new ActionData()), .. Prompts.Of(role, language).SkipLast(1)]);
    }

    private static AdaptiveCard About(int topic, Role role, Language language)
    {
        var (title, examples) = WelcomeTexts.Topics(role)[topic];
        return new AdaptiveCard(
            $"{title.In(language)}: {examples[0].In(language)}",
            [
                Parts.Header(title.In(language), WelcomeTexts.HelpAbout.In(language)),
                .. examples.Select(example => new TextBlock(example.In(language)) { Spacing = Spacing.Small }),
            ],
            [new Execute(WelcomeTexts.AllTopics.In(language), Verb, new ActionData()) { IgnoresInputs = true }]);
    }

    /// <summary>The group that words name; -1: none.</summary>
    public static int Named(string words, Role role)
    {
        var said = words.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3).ToList();
        var topics = Names.GetOrAdd(role, own => [.. WelcomeTexts.Topics(own).Select(topic => Titles(topic.Title))]);
        for (var at = 0; at < topics.Count; at++)
        {
            if (said.Exists(word => topics[at].Any(title => title.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(title, StringComparison.Ordinal)))) return at;
        }
        return -1;
    }

    private static IReadOnlyList<string> Titles(Text title) =>
        [.. $"{title.Nl} {title.En}".ToLowerInvariant().Split([' ', ',', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3)];
}

internal static class Prompts
{
    /// <summary>Buttons that say what they read; the last one asks for help.</summary>
    public static IEnumerable<CardAction> Of(Role role, Language language) =>
        WelcomeTexts.Prompts(role).Select(prompt => Say.Of(prompt.In(language)));
}
