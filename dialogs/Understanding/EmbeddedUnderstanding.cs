using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding;

/// <summary>Understands Dutch, English and the two mixed without any service: a small trained model for what is asked, a grammar for values, an index for names.</summary>
public sealed class EmbeddedUnderstanding : IUnderstanding
{
    public ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel) => ValueTask.FromResult(Hear(utterance, names));

    public Heard Hear(Utterance utterance, Gazetteer names)
    {
        var message = new Message(utterance.Text, utterance.Language, utterance.Now, names);
        return message.Count == 0 ? new([Intents.OutOfScope], []) : new Hearing(message, utterance.Context).Hear();
    }

    /// <summary>Trains the model now instead of at the first message.</summary>
    public static void Prepare() => _ = IntentModel.Instance;
}
