using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>What a turn says and changes; carried out in one commit, at the end.</summary>
public sealed class Effect
{
    public List<Message> Replies { get; } = [];

    /// <summary>Messages to others, or to this person elsewhere.</summary>
    public List<(Recipient To, Message Message)> Sends { get; } = [];

    public Changes Changes { get; } = new();

    /// <summary>What is to be looked at later, or no longer: committed with the rest.</summary>
    public Timetable Timetable { get; } = new();

    /// <summary>It only answers; what it sends to others is another matter.</summary>
    public bool ChangesNothing => Changes.All.Count == 0 && Timetable.IsEmpty;

    /// <summary>Names the write, so that it can be undone by that name; null: nothing that could be undone.</summary>
    public WriteName? Undoable { get; set; }

    /// <summary>A short code of why it was not done.</summary>
    public string? Refused { get; set; }

    /// <summary>What a following short question may lean on.</summary>
    public Dictionary<string, SlotValue> Lean { get; } = [];

    /// <summary>From here on the bot speaks this language with the person.</summary>
    public Language? Speaks { get; init; }

    /// <summary>At a press: the pressed card stays, and every card of the effect is a message of its own.</summary>
    public bool KeepsPressedCard { get; set; }

    /// <summary>Where the changes belong; null: in the team of who acts. A director decides for another team.</summary>
    public Partition? In { get; set; }

    public static Effect Of(Message message) => new Effect().Say(message);

    /// <summary>
    /// Asked just before the commit: whether what the effect rests on outside its partition still holds. If not, the turn is worked out anew.
    /// </summary>
    public Func<CancellationToken, Task<bool>>? StillHolds { get; set; }

    public Effect Say(Message message)
    {
        Replies.Add(message);
        return this;
    }

    /// <summary>Takes over all of another one: several flows may finish in one turn.</summary>
    internal void Take(Effect other)
    {
        Replies.AddRange(other.Replies);
        Sends.AddRange(other.Sends);
        foreach (var change in other.Changes.All) Changes.Add(change);
        Timetable.Take(other.Timetable);
        Undoable = other.Undoable ?? Undoable;
        Refused = other.Refused ?? Refused;
    }
}

/// <param name="Id">The id of the flow's progress or of the press.</param>
/// <param name="What">Shown in the list of what can be undone.</param>
public sealed record WriteName(string Id, string What);

/// <summary>A message: words, a card, a card that is kept up to date, or a file. Never two of them: Teams would split it.</summary>
public sealed record Message(string? Text = null, AdaptiveCard? Card = null, CardView? Shows = null, FileOffer? Offers = null)
{
    public static Message Of(AdaptiveCard card) => new(Card: card);
    public static Message Of(string text) => new(Text: text);
    public static Message Of(CardView shows) => new(Shows: shows);
    public static Message Of(FileOffer offers) => new(Offers: offers);
}
