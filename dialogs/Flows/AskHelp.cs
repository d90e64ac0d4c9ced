using SalesBot.Cards.Welcome;
using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>What can be asked, for the speaker's role.</summary>
internal sealed class AskHelp() : Flow(Intents.Help, new("Hulp", "Help"))
{
    public override bool Confirms => false;

    public override Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        Task.FromResult(Effect.Of(Message.Of(HelpCard.Of(HelpCard.Named(turn.Incoming.Text ?? "", turn.User.Role), turn.User.Role, turn.Language))));
}

/// <summary>From now on the bot speaks the other language with this person, everywhere.</summary>
internal sealed class SwitchLanguage() : Flow(Intents.SwitchLanguage, new("Taal", "Language"), Spoken)
{
    private static readonly Slot<string> Spoken = Slot.Words(SlotNames.Language, new("Taal", "Language"), default);

    public override bool Confirms => false;

    public override Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var language = known.Of(Spoken) switch
        {
            "en" => Language.English,
            "nl" => Language.Dutch,
            _ => turn.Language == Language.Dutch ? Language.English : Language.Dutch,
        };
        var effect = new Effect { Speaks = language }.Say(Message.Of(EngineTexts.SpeaksNow.In(language)));
        var chosen = new Preferences(turn.User.Id, language);
        if (turn.Preferences is { } old) effect.Changes.Replace(Preferences.Kind, old, chosen);
        else effect.Changes.Create(Preferences.Kind, chosen);
        return Task.FromResult(effect);
    }
}
