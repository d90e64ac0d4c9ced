using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.People;

namespace SalesBot.Dialogs.Sharing;

public enum SearchFor { Accounts, Quotes }

/// <summary>What a known person looks for while writing a message, to put it in.</summary>
/// <param name="Words">As far as they are typed; nothing: what was worked on last.</param>
/// <param name="Home">Where browsers reach the bot, for links; null: no links.</param>
public sealed record Search(TenantId Tenant, User User, Language? ClientLanguage, SearchFor For, string Words, int Skip, int Take, Uri? Home = null);

/// <param name="Title">With <paramref name="Detail"/> for the eyes of who searches alone.</param>
/// <param name="Card">What everybody sees where it is put in.</param>
public sealed record Shareable(string Title, string Detail, AdaptiveCard Card);

/// <param name="Speaks">The language of who searches.</param>
public sealed record SearchPage(IReadOnlyList<Shareable> Items, Language Speaks);
