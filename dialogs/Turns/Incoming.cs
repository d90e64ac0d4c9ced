using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.People;

namespace SalesBot.Dialogs.Turns;

/// <summary>Something a known person did, free of the channel's protocol: typed words or pressed a button.</summary>
/// <param name="TurnId">Names this activity for good, so that a repeated delivery is recognised: channel, conversation and activity id.</param>
/// <param name="ClientLanguage">The client's locale; counts where the person has not chosen a language.</param>
/// <param name="Text">What was typed, mentions of the bot removed; null at a press.</param>
/// <param name="CardId">The message that holds the pressed card.</param>
/// <param name="ActivityId">The activity that replies answer; null where there is none to reply to.</param>
/// <param name="RepliesInResponse">The replies go back in the HTTP response; they are not put in the outbox.</param>
public sealed record Incoming(
    string TurnId, TenantId Tenant, User User, Place Place, Language? ClientLanguage, DateTimeOffset At,
    string? Text = null, Press? Press = null, string? CardId = null, string? ActivityId = null,
    bool RepliesInResponse = false);

public enum PlaceScope { Personal, Group, Channel }

/// <summary>Where it happened.</summary>
/// <param name="Conversation">Key of the conversation reference.</param>
public sealed record Place(string Conversation, PlaceScope Scope);

/// <summary>A pressed button.</summary>
/// <param name="Data">Ids, versions and what was typed into the card's inputs. It comes from a client: never trusted for rights or amounts.</param>
public sealed record Press(string Verb, JsonElement Data);
