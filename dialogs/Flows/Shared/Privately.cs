using SalesBot.Cards;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Flows.Shared;

/// <summary>What is about one customer or person is answered in the private chat, wherever it was asked.</summary>
internal static class Privately
{
    private static readonly Text OnlyPrivately = new(
        "Gegevens van personen bespreek ik alleen in onze privéchat. Vraag het me daar nog eens.",
        "I discuss people's details in our private chat only. Please ask me there.");

    public static Effect Answer(Message message, Turn turn) => new Effect().SayPrivately(message, turn);

    /// <inheritdoc cref="Privately"/>
    public static Effect SayPrivately(this Effect effect, Message message, Turn turn)
    {
        if (turn.Private) return effect.Say(message);
        effect.Sends.Add((new Recipient(Person: turn.User.Id), message));
        return effect.Say(Message.Of(turn.Say(FigureSentences.MovedToPrivate)));
    }

    /// <summary>Nothing of it is even previewed in a group or channel; null: this is the private chat.</summary>
    public static Stop? Stop(Turn turn) => turn.Private ? null : new("private_only", Message.Of(turn.Say(OnlyPrivately)));
}

/// <summary>Ends of flows that several share.</summary>
internal static class Stops
{
    private static readonly Text NotFound = new("Dat vind ik niet (meer) terug. Er is niets gewijzigd.", "I can't find that (any more). Nothing was changed.");

    public static Stop Of(string code, Text says, Turn turn) => new(code, Message.Of(turn.Say(says)));

    /// <summary>It was there at the preview and is not at the yes.</summary>
    public static Effect Gone(Turn turn)
    {
        var effect = Effect.Of(Message.Of(turn.Say(NotFound)));
        effect.Refused = "not_found";
        return effect;
    }
}
