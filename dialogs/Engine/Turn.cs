using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>What a flow may know of the turn: who speaks, where, when, and the books that this person may read.</summary>
/// <param name="Preferences">As stored; null where nothing was chosen yet.</param>
/// <param name="Names">The names that this person may use.</param>
/// <param name="Lean">Period, account and the like of the answer before, which a short follow-up question leans on.</param>
/// <param name="LastIntent">What that answer was about.</param>
public sealed record Turn(
    Incoming Incoming, Language Language, Book Book, TimeZoneInfo Zone, Stored<Preferences>? Preferences, Gazetteer Names,
    IReadOnlyDictionary<string, SlotValue> Lean, string? LastIntent)
{
    /// <summary>What a language model proposes as the summary of a long message; null: none was asked.</summary>
    public Task<IReadOnlyList<SummarySentence>?>? Draft { get; init; }

    /// <summary>What the person was told last, and is asked to confirm, has not been delivered yet.</summary>
    public bool Unseen { get; init; }

    public User User => Incoming.User;
    public DateTimeOffset Now => Incoming.At;
    public DateTime LocalNow => TimeZoneInfo.ConvertTime(Incoming.At, Zone).DateTime;
    public DateOnly Today => DateOnly.FromDateTime(LocalNow);
    public bool Private => Incoming.Place.Scope == PlaceScope.Personal;

    public string Say(Text text) => text.In(Language);
}
