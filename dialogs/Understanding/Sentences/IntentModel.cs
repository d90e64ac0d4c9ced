namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>What was learned from the sentences in training/corpus while this project was built.</summary>
internal sealed class IntentModel
{
    private static readonly Lazy<IntentModel> Shared = new(() => new(Embedded.Read("intents.model")));

    private IntentModel(Stored from)
    {
        Families = new(from.Text().Split('\n'));
        Spoken = new(from.Texts(), Families);
        (Messages, After, Turns, Presence) = (new(from), new(from), new(from), new(from));
    }

    public static IntentModel Instance => Shared.Value;

    public WordFamilies Families { get; }

    public SpokenWords Spoken { get; }

    /// <summary>The intent of a message, or of its first matter.</summary>
    public LinearModel Messages { get; }

    /// <summary>The intent of what comes after something else, or "same".</summary>
    public LinearModel After { get; }

    /// <summary>What a message does in a conversation.</summary>
    public LinearModel Turns { get; }

    /// <summary>For each intent by itself, as the logarithm of its odds, whether it is anywhere in a message.</summary>
    public LinearModel Presence { get; }

    /// <summary>Whether a word is one of those that people use about their work; such a word is no misspelt name.</summary>
    public static bool Knows(string word) => Instance.Spoken.Knows(word);
}
