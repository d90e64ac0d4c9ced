using System.Collections.Immutable;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Talk;

namespace SalesBot.Dialogs.Understanding;

/// <summary>Understands Dutch, English and the two mixed without any service: a small trained model for what is asked, a grammar for values, an index for names.</summary>
public sealed class EmbeddedUnderstanding : IUnderstanding
{
    private const float PlainMatter = 0.8f;

    public ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel) => ValueTask.FromResult(Hear(utterance, names));

    public Heard Hear(Utterance utterance, Gazetteer names) => Openings.Heard(utterance, part => Whole(part, names));

    private static Heard Whole(Utterance utterance, Gazetteer names)
    {
        var message = new Message(utterance.Text, utterance.Language, utterance.Now, names);
        if (message.Count == 0) return new([Intents.OutOfScope], []);
        if (SteeringWords.Of(message, utterance.Context) is var (steering, rest) && Behind(utterance, names, rest) is { } more)
            return steering == Intents.Cancel && utterance.Context?.Flow is not null && !IsPlain(utterance, names, rest) ? new([steering], []) : Joined(new([steering], []), more, rest);
        var heard = new Hearing(message, utterance.Context).Hear();
        return heard.Intents is [Intents.CorrectSlot] && message.Count > 6 ? Corrected(utterance, names, message) ?? heard : heard;
    }

    /// <summary>"Stop maar, de klant staat hier net": why somebody stops is no matter of its own, unless it is plainly one.</summary>
    private static bool IsPlain(Utterance utterance, Gazetteer names, int rest) => Clauses.Whole(new(utterance.Text[rest..], utterance.Language, utterance.Now, names)).Share > PlainMatter;

    /// <summary>"Nee, 30 kamers, en herinner me vrijdag": a correction and something besides.</summary>
    private static Heard? Corrected(Utterance utterance, Gazetteer names, Message message)
    {
        foreach (var rest in SteeringWords.Behind(message))
        {
            if (Behind(utterance, names, rest) is not { } more || new Hearing(new(message.Text[..rest], utterance.Language, utterance.Now, names), utterance.Context).Hear() is not { Intents: [Intents.CorrectSlot] } head) continue;
            return Joined(head, more, rest);
        }

        return null;
    }

    /// <summary>What is said from a character on, if that is a matter of its own.</summary>
    private static Heard? Behind(Utterance utterance, Gazetteer names, int rest)
    {
        var said = utterance with { Text = utterance.Text[rest..] };
        if (utterance.Context is null) return Whole(said, names) is var fresh && SteeringWords.IsMatter(fresh, null) ? fresh : null;
        if (!SteeringWords.IsMatter(Whole(said, names), utterance.Context)) return null;
        var heard = Whole(said with { Context = new(null, null, ImmutableDictionary<string, SlotValue>.Empty) }, names);
        return SteeringWords.IsMatter(heard, utterance.Context) ? heard : null;
    }

    private static Heard Joined(Heard first, Heard more, int rest) => new([.. first.Intents, .. more.Intents],
        [.. first.Slots, .. more.Slots.Select(slot => slot with { Intent = slot.Intent + first.Intents.Count, Start = slot.Start < 0 ? slot.Start : slot.Start + rest })]);

    /// <summary>Trains the model and reads one sentence now, so that the first message is answered as fast as the others.</summary>
    public static void Prepare() => new EmbeddedUnderstanding().Hear(
        new("Net bij Voorbeeld BV geweest, gesproken met Jan de Vries. 40 kamers in maart, volgende week offerte sturen.", Data.Language.Dutch, new(2026, 1, 5, 9, 0, 0)),
        new([], [], [], []));
}
