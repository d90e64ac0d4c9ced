using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Names;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Tagging;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Training.Names;

/// <summary>Marked sentences as the two models meet them.</summary>
internal static class TagExamples
{
    private static readonly DateTime Now = new(2026, 3, 4, 10, 15, 0);

    /// <summary>Families of words for what is sold.</summary>
    private static readonly HashSet<string> Sold = ["=gathering", "=venue", "=package", "=meal", "=product", "=stay", "=facility"];

    /// <param name="forget">Whether a word is to be taken for one never met before.</param>
    public static TagExample Names(Variant variant, Func<bool> forget, WordFamilies families)
    {
        var words = Words.Of(variant.Text);
        var passage = new Passage(variant.Text, words, Spoken(variant));
        var known = new string?[words.Count];
        var right = new uint[words.Count];
        Array.Fill(right, Tags.Bit(Tags.Names, Tags.Other));
        var unseen = new bool[words.Count];
        foreach (var (start, end, tag, isKnown, fresh) in variant.Marks.Where(mark => mark.Tag is Tags.Person or Tags.Company or Tags.Rival or "town"))
        {
            var inside = Inside(words, start, end);
            if (isKnown && tag is Tags.Person or "town") foreach (var word in inside.Skip(tag == Tags.Person ? 1 : 0)) known[word] = NameUnits.Account;
            if (tag == "town") continue;
            for (var i = 0; i < inside.Count; i++)
            {
                right[inside[i]] = Tags.Bit(Tags.Names, (i == 0 ? "B-" : "I-") + tag);
                unseen[inside[i]] = fresh && forget();
                if (isKnown && tag != Tags.Person) known[inside[i]] = tag == Tags.Company ? NameUnits.Account : NameUnits.Chain;
            }
        }

        foreach (var (from, to) in QuoteNumbers.In(words, passage)) Array.Fill(known, NameUnits.Quote, from, to - from);
        return new(NameUnits.Of(words, passage, known, families), NameUnits.Topics(words), right, unseen);
    }

    public static TagExample Roles(Variant variant, Func<bool> forget, WordFamilies families)
    {
        var words = Words.Of(variant.Text);
        var names = variant.Marks.Where(mark => mark.Tag is Tags.Person or Tags.Company or Tags.Rival).Select(mark => (Inside(words, mark.Start, mark.End), mark.Tag))
            .Where(name => name.Item1.Count > 0).Select(name => (name.Item1[0], name.Item1[^1] + 1, "_" + name.Tag)).ToList();
        var passage = new Passage(variant.Text, words, Spoken(variant));
        names.AddRange(QuoteNumbers.In(words, passage).Select(number => (number.From, number.To, RoleUnits.Quote)));
        List<Recognized> Read(Direction direction) => [.. new Grammar(passage, Now, _ => direction).All().Where(value => !names.Exists(name => words[name.Item1].Start < value.End && value.Start < words[name.Item2 - 1].End))];
        var units = RoleUnits.Of(words, names, Read(Direction.Past), Read(Direction.Future), DateOnly.FromDateTime(Now), families);
        var right = new uint[units.Count];
        var unseen = new bool[units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            var (start, end) = (words[units[i].From].Start, words[units[i].To - 1].End);
            var mark = variant.Marks.FirstOrDefault(mark => mark.Start < end && start < mark.End && mark.Tag is not (Tags.Person or Tags.Company or Tags.Rival or "town"));
            right[i] = Right(mark.Tag, mark.Start, i > 0 ? words[units[i - 1].From].Start : -1, units[i].Unit);
            unseen[i] = mark.Fresh && mark.Tag == Tags.Product && forget();
            if (variant.Source.Untold.Contains(Variants.Thing) && right[i] == Tags.Bit(Tags.Roles, Tags.Other) && families.Of(units[i].Unit.Fold).Any(Sold.Contains)) right[i] |= Tags.Bit(Tags.Roles, "B-" + Tags.Product) | Tags.Bit(Tags.Roles, "I-" + Tags.Product);
            foreach (var untold in variant.Source.Untold.Where(tag => tag != Variants.Thing))
                if (right[i] == Tags.Bit(Tags.Roles, Tags.Other)) right[i] |= Tags.Bit(Tags.Roles, "B-" + untold) | Tags.Bit(Tags.Roles, "I-" + untold);
        }

        return new([.. units.Select(unit => unit.Unit)], variant.Source.Matters, right, unseen);
    }

    private static uint Right(string? tag, int start, int before, Unit unit) => tag switch
    {
        Tags.Product or Tags.Reason => Tags.Bit(Tags.Roles, (before >= start ? "I-" : "B-") + tag),
        "?" => Tags.Allowed(unit, Tags.Roles),
        null or "none" => Tags.Bit(Tags.Roles, Tags.Other),
        _ when !unit.IsValue => Tags.Bit(Tags.Roles, Tags.Other),
        _ => (Tags.Allowed(unit, Tags.Roles) & Tags.Bit(Tags.Roles, tag)) is var bit and > 0 ? bit : Tags.Allowed(unit, Tags.Roles),
    };

    private static List<int> Inside(List<Word> words, int start, int end) => [.. Enumerable.Range(0, words.Count).Where(i => words[i].Start >= start && (words[i].End <= end || (words[i].Start < end && words[i].End == end + 2 && words[i].Fold.EndsWith("'s", StringComparison.Ordinal))))];

    private static Language Spoken(Variant variant) => variant.Source.Dutch ? Language.Dutch : Language.English;
}
