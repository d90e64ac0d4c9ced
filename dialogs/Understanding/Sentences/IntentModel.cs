using System.Reflection;
using System.Text;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>What was learned from the sentences in training/corpus while this project was built.</summary>
internal sealed class IntentModel
{
    private static readonly Lazy<IntentModel> Shared = new(() => new(Assembly.GetExecutingAssembly().GetManifestResourceStream("intents.model")!));

    private IntentModel(Stream stored)
    {
        using var reader = new BinaryReader(new BufferedStream(stored, 1 << 16), Encoding.UTF8);
        Families = new(reader.ReadString().Split('\n'));
        Spoken = new(reader.ReadString().Split(' '), Families);
        (Messages, After, Turns, Presence) = (LinearModel.Read(reader), LinearModel.Read(reader), LinearModel.Read(reader), LinearModel.Read(reader));
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
