using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding;

/// <summary>Understands Dutch, English and the two mixed without any service: a small trained model for what is asked, a grammar for values, an index for names.</summary>
public sealed class EmbeddedUnderstanding : IUnderstanding
{
    public ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel) => ValueTask.FromResult(Hear(utterance, names));

    public Heard Hear(Utterance utterance, Gazetteer names) => Openings.Heard(utterance, part => Whole(part, names));

    private static Heard Whole(Utterance utterance, Gazetteer names)
    {
        var message = new Message(utterance.Text, utterance.Language, utterance.Now, names);
        return message.Count == 0 ? new([Intents.OutOfScope], []) : new Hearing(message, utterance.Context).Hear();
    }

    /// <summary>Trains the model and reads one sentence now, so that the first message is answered as fast as the others.</summary>
    public static void Prepare() => new EmbeddedUnderstanding().Hear(
        new("Net bij Voorbeeld BV geweest, gesproken met Jan de Vries. 40 kamers in maart, volgende week offerte sturen.", Data.Language.Dutch, new(2026, 1, 5, 9, 0, 0)),
        new([], [], [], []));
}
