namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>A word, a value or a name of a text: what gets one tag.</summary>
/// <param name="Fold">How it is written, or its mask.</param>
/// <param name="Shape">Capitals, small letters, digits or signs.</param>
/// <param name="Kind">What is known of it: a day, an amount, a word of an account's name; empty: a plain word.</param>
/// <param name="Part">Index of the piece of the sentence, between commas and full stops, that it stands in.</param>
internal readonly record struct Unit(string Fold, string Shape, string Kind, int Part)
{
    public bool IsValue => Fold.Length > 1 && Fold[0] == '_';

    public static string ShapeOf(Word word)
    {
        if (word.Kind != WordKind.Letters) return word.Kind == WordKind.Digits ? "9" : word.Text;
        if (!word.IsCapital) return word.Text.Skip(1).Any(char.IsUpper) ? "xX" : "x";
        return word.Text.Length == 1 ? "X" : word.Text.All(letter => !char.IsLower(letter)) ? word.Text.Length < 4 ? "XX" : "XXXX" : "Xx";
    }
}
