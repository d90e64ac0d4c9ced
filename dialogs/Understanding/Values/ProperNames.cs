namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Words of time and number that are somebody's name: Sam Zondag, Summer Jones, Drie Gezusters, Zaal Mei, mei-ling.</summary>
internal static class ProperNames
{
    private static readonly Sense[] Named = [Sense.Month, Sense.LooseMonth, Sense.Weekday, Sense.LooseDay, Sense.Season, Sense.Number];
    private static readonly HashSet<string> Titles = ["mr", "mrs", "ms", "miss", "dr", "dhr", "mevr", "mw", "meneer", "mevrouw", "heer", "sir", "prof", "drs", "ir"];
    private static readonly HashSet<string> Particles = ["van", "de", "der", "den", "ten", "ter", "von", "vd"];

    /// <summary>What a company or a house ends with: behind it, even a weekday in front belongs to the name.</summary>
    private static readonly HashSet<string> Ends =
        ["company", "co", "bv", "nv", "inc", "ltd", "llc", "gmbh", "catering", "productions", "hotel", "spa", "consultants", "consulting", "group", "groep", "club", "bar", "restaurant", "media", "events", "studio", "foundation", "stichting", "holding", "partners", "lodge", "resort", "inn", "travel", "reizen", "advies", "bureau"];

    /// <returns>Per word whether it is a part of a name.</returns>
    public static bool[] In(Passage text)
    {
        var marked = new bool[text.Count];
        // In a text all of capitals a capital says nothing.
        if (!text.Words.Exists(word => word.Kind == WordKind.Letters && word.Text.Length > 1 && char.IsLower(word.Text[^1]))) return marked;
        for (var at = 0; at < text.Count; at++)
            marked[at] = text.Words[at].Kind == WordKind.Letters && Array.Exists(Named, sense => text.Is(at, sense)) && (IsTied(text, at) || (text.Words[at].IsCapital && IsName(text, at)));
        return marked;
    }

    /// <summary>"mei-ling", "7-Eleven": tied to a word that is no time.</summary>
    private static bool IsTied(Passage text, int at) =>
        (!text.Is(at, Sense.Number) && text.IsSign(at + 1, '-') && text.IsJoined(at + 1) && text.IsJoined(at + 2) && text.Words[at + 2].Kind == WordKind.Letters && !text.IsKnown(at + 2))
        || (text.Words[at].IsCapital && text.IsSign(at - 1, '-') && text.IsJoined(at) && text.IsJoined(at - 1) && text.Words[at - 2].Kind == WordKind.Digits && text.Is(at, Sense.Number));

    private static bool IsName(Passage text, int at)
    {
        var dutch = text.Language == Data.Language.Dutch;
        var calendar = text.Is(at, Sense.Month) || text.Is(at, Sense.LooseMonth) || text.Is(at, Sense.Weekday) || text.Is(at, Sense.LooseDay);
        if (Before(text, at) is { } before && Titles.Contains(before.Fold)) return true;
        if (IsPlainCapital(text, at + 1) && (!calendar || (dutch && text.Is(at, Sense.GivenName)) || EndsName(text, at + 1))) return true;
        if (text.IsSign(at + 1, '&') && text.Words[Math.Min(at + 2, text.Count - 1)].IsCapital && !calendar) return true;
        // "Augustus van Leeuwen"
        if (dutch && calendar && at + 2 < text.Count && Particles.Contains(text.Words[at + 1].Fold) && Array.FindIndex([.. text.Words], at + 2, word => !Particles.Contains(word.Fold)) is var last && last > 0 && IsPlainCapital(text, last)) return true;
        // In Dutch neither a month nor a weekday nor a number has a capital of its own.
        return dutch && at > 0 && (IsPlainCapital(text, at - 1) || (text.Is(at - 1, Sense.Label) && text.Words[at - 1].Kind == WordKind.Letters) || text.Words[at - 1].Text is "De" or "Het")
            && !(text.Is(at, Sense.Number) && text.Is(at + 1, Sense.Count));
    }

    private static Word? Before(Passage text, int at) => at == 0 ? null : text.IsSign(at - 1, '.') ? at > 1 ? text.Words[at - 2] : null : text.Words[at - 1];

    private static bool IsPlainCapital(Passage text, int at) =>
        at >= 0 && at < text.Count && text.Words[at].IsCapital && text.Words[at].Text.Length > 1 && char.IsLower(text.Words[at].Text[^1]) && !text.IsKnown(at);

    private static bool EndsName(Passage text, int at)
    {
        for (; at < text.Count && text.Words[at].IsCapital; at++)
            if (Ends.Contains(text.Words[at].Fold)) return true;
        return false;
    }
}
