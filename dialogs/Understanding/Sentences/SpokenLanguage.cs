using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>The language that a message is in: the speaker's own, unless its small words are all of another ("what was our revenue last year" from a Dutch speaker).</summary>
internal static class SpokenLanguage
{
    /// <summary>So many small words of another language, and none of one's own, settle it.</summary>
    private const int Enough = 2;

    private static readonly HashSet<string> Dutch = [.. "de het een ik je we wij ze zij hij en of maar met voor van naar bij op aan uit om te dat die deze dit niet geen wel is zijn was waren heb hebben heeft had wil willen moet kan kun graag nog ook dan er hoe wat wie waar waarom wanneer hoeveel welke mijn onze ons jij u hun over door tot ja nee even maak zet stuur".Split(' ')];
    private static readonly HashSet<string> English = [.. "the a an i you we they he she it and or but with for from to at on of by that this these those not no is are was were be have has had do did does will would can could should want please how what who where why when which my our us your their his her about any some there then yes me make put send".Split(' ')];

    public static Language Of(List<Word> words, Language own)
    {
        var (dutch, english) = (words.Count(word => Dutch.Contains(word.Fold) && !English.Contains(word.Fold)), words.Count(word => English.Contains(word.Fold) && !Dutch.Contains(word.Fold)));
        return own == Language.Dutch && english >= Enough && dutch == 0 ? Language.English : own == Language.English && dutch >= Enough && english == 0 ? Language.Dutch : own;
    }
}
