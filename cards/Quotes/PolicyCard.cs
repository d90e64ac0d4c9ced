using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

/// <param name="Reader">Sells with their own level; who decides sees both, and what is asked of the margin.</param>
/// <param name="Manager">Who decides above the reader; null: nobody is set.</param>
public sealed record PolicyView(User Reader, string? Manager, IReadOnlyList<DiscountTier> Tiers, PolicySettings Settings);

/// <summary>The tiers and settings that quotes are judged by, in words, as they are set now.</summary>
public static class PolicyCard
{
    private static readonly Text Title = new("Beleid voor offertes", "Policy for quotes"), AsSet = new("Zoals het nu is ingesteld", "As it is set now"),
        Tiers = new("Korting binnen het beleid", "Discount within the policy"), NoTier = new("Geen staffel: altijd naar de leidinggevende", "No tier: always to the supervisor"),
        Rules = new("Verder", "Besides"), Level = new("Niveau", "Level"), From = new("vanaf", "from");

    public static AdaptiveCard Of(PolicyView view, Language language)
    {
        var decides = view.Reader.Role != Role.AccountManager;
        int[] levels = decides ? [1, 2] : [QuotePolicy.LevelOf(view.Reader)];
        List<(Text Line, Text Detail)> rules = [PolicyTexts.Composition(levels)];
        if (decides) rules.Add(PolicyTexts.Margin(view.Settings));
        rules.AddRange([PolicyTexts.Commission(view.Settings), PolicyTexts.KeyAccount(view.Settings), PolicyTexts.Automatic(view.Settings)]);
        rules.Add(view.Reader.Role == Role.Supervisor ? PolicyTexts.Mandate(view.Reader, view.Manager) : PolicyTexts.Asks(view.Manager));
        return new AdaptiveCard(
            Title.In(language),
            [
                Parts.Header(Title.In(language), AsSet.In(language)),
                Parts.Caption(Tiers.In(language)) with { Separator = false },
                .. Groups(view.Tiers, levels, language),
                Parts.Caption(Rules.In(language)),
                .. rules.Select(rule => Parts.Entry(rule.Line.In(language), rule.Detail.In(language))),
            ],
            null);
    }

    /// <summary>One of each group that has tiers; those without are named together, as they all go the same way.</summary>
    private static IEnumerable<Element> Groups(IReadOnlyList<DiscountTier> tiers, IReadOnlyList<int> levels, Language language)
    {
        var groups = Enum.GetValues<ProductGroup>().ToLookup(group => tiers.Any(tier => tier.Group == group && levels.Contains(tier.Level)));
        foreach (var group in groups[true])
        {
            yield return new TextBlock(Capital(group.Name(language))) { Spacing = Spacing.Small };
            foreach (var level in levels)
            {
                var steps = StepsOf(tiers.Where(tier => tier.Group == group && tier.Level == level), language);
                yield return Parts.Remark(levels.Count == 1 ? steps : $"{Level.In(language)} {(level == 1 ? "I" : "II")}: {steps}", Spacing.None);
            }
        }
        if (groups[false].Any()) yield return Parts.Entry(Capital(string.Join(", ", groups[false].Select(group => group.Name(language)))), NoTier.In(language));
    }

    private static string StepsOf(IEnumerable<DiscountTier> tiers, Language language)
    {
        // The unit once: all steps of a group count the same. On a phone a line breaks between steps and not within one.
        var steps = string.Join(" · ", tiers.OrderBy(tier => tier.MinQuantity).Select((tier, step) =>
            $"{language.Percent(tier.MaxPercent)} {From.In(language)} {(step == 0 ? tier.Group.Volume(tier.MinQuantity, language) : language.Number(tier.MinQuantity))}".Replace(' ', '\u00a0')));
        return steps.Length > 0 ? steps : char.ToLower(NoTier.In(language)[0], language.Culture()) + NoTier.In(language)[1..];
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
