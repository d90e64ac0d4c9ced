namespace SalesBot.Dialogs.Engine;

/// <summary>What is said about the talk itself.</summary>
public sealed partial class Step
{
    /// <summary>Takes "stop met alles", "laat die offerte maar" or "de datum klopt niet"; false where the words are about something else.</summary>
    internal bool Follow(string words)
    {
        switch (Steering.Of(words, Conversation, FlowOf))
        {
            case Steer.StopAll when Conversation.Running.Count > 1:
                Conversation = Conversation with { Running = [] };
                Say(EngineTexts.AllCancelled);
                return true;
            case Steer.StopAll:
                Cancel();
                return true;
            case Steer.Stop { Progress: var named }:
                Stop(named);
                return true;
            case Steer.Wrong { Slots: var wrong }:
                Conversation = Conversation.With(Active! with { Anew = [.. wrong.Select(slot => slot.Name)], Shown = 0 });
                advances = true;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A flow that waits stops without a word about the open one, which goes on.</summary>
    private void Stop(Progress named)
    {
        if (named == Active)
        {
            Cancel();
            return;
        }
        Conversation = Conversation with { Running = [.. Conversation.Running.Where(progress => progress != named)] };
        Say(EngineTexts.Cancelled(FlowOf(named).Title));
        advances = true;
    }
}
