using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Figures;

/// <summary>Whose figures are asked for, and over which period.</summary>
/// <param name="Name">Heads the answer.</param>
internal sealed record Asked(FigureScope Scope, string Name, Period Period)
{
    /// <summary>Asked of the team: its sum is shared by all its people; what one customer is about goes to the private chat.</summary>
    public bool IsShared => Scope is FigureScope.OfTeam;

    internal static Text Team(string name) => new($"Team {name}", $"Team {name}");

    /// <summary>Null: the account that was named can not be seen.</summary>
    public static async Task<Asked?> OfAsync(SlotValue.Account? account, string? scope, Period? period, bool team, Turn turn, CancellationToken cancel)
    {
        var asked = period ?? Period.Year(turn.Today.Year);
        if (account is { Id: { } id })
            return await turn.Book.AccountAsync(id, cancel) is { } found ? new(new FigureScope.OfAccount(id), found.Record.Name, asked) : null;
        var ofTeam = team || scope == "team" || scope != "self" && (!turn.Private || turn.User.Role != Role.AccountManager);
        if (!ofTeam) return new(new FigureScope.OfUser(turn.User.Id), turn.User.Name, asked);
        var name = (await turn.Book.Organisation.TeamsAsync(cancel)).First(found => found.Id == turn.User.Team).Name;
        return new(new FigureScope.OfTeam(turn.User.Team), turn.Say(Team(name)), asked);
    }

    /// <summary>What a following "and last year?" or "why?" leans on.</summary>
    public void LeanOn(Effect effect)
    {
        effect.Lean[SlotNames.Period] = new SlotValue.Span(Period);
        effect.Lean[SlotNames.Scope] = new SlotValue.Text(Scope is FigureScope.OfTeam ? "team" : Scope is FigureScope.OfUser ? "self" : "account");
        if (Scope is FigureScope.OfAccount { Account: var id }) effect.Lean[SlotNames.Account] = new SlotValue.Account(Name, id, []);
    }

    public static IndicatorReading Reading(Turn turn, PolicyFor policy) => new(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Today, policy.Settings);

    /// <summary>In a group or channel what is about one customer or person moves to the private chat.</summary>
    public Effect Answer(Message message, Turn turn)
    {
        var effect = new Effect();
        LeanOn(effect);
        if (turn.Private || IsShared) return effect.Say(message);
        effect.Sends.Add((new Recipient(Person: turn.User.Id), message));
        return effect.Say(Message.Of(turn.Say(FigureSentences.MovedToPrivate)));
    }
}

/// <summary>The organisation's own settings that figures depend on.</summary>
public sealed record PolicyFor(Data.Quotes.PolicySettings Settings);

internal static class FigureSentences
{
    public static readonly Text MovedToPrivate = new("Ik heb je het antwoord in onze privéchat gestuurd.", "I have sent you the answer in our private chat.");

    public static readonly Text NoAccount = new("Die klant staat niet tussen jouw klanten.", "That account is not among yours.");

    public static readonly Text NothingToExplain = new(
        "Er is geen doel en geen omzet van vorig jaar om mee te vergelijken.", "There is no target and no revenue of last year to compare with.");

    public static readonly Text Target = new("Doel", "Target");
    public static readonly Text LastYear = new("Vorig jaar", "Last year");
    public static readonly Text NotAssigned = new("Nog niet aan een klant toegewezen doel", "Target not assigned to an account yet");

    public static Text Basis(Period reach, Language nl = Language.Dutch, Language en = Language.English) => new(
        $"Verbruikt, hele maanden ({nl.Period(reach)}), excl. btw", $"Consumed, whole months ({en.Period(reach)}), excl. VAT");

    public static Text Bridge(string name) => new($"Brug {name}", $"Bridge {name}");

    public static Text Revenue(string name, ProductGroup? group, Language nl = Language.Dutch, Language en = Language.English) =>
        group is { } one ? new($"{name}: {one.Name(nl)}", $"{name}: {one.Name(en)}") : new(name, name);

    public static readonly Text NotDefined = new("niet bepaald", "not defined");
    public static readonly Text Nothing = new("Er is niets om te tonen.", "There is nothing to show.");

    /// <summary>What somebody said, and what it rests on.</summary>
    public static Text Cause(Cause cause, string by)
    {
        string In(Language language)
        {
            var sources = string.Join(", ", (cause.Sources ?? []).Select(source => Source(source).In(language)));
            return $"{cause.Text} ({by}, {cause.At.ToString("d MMM", language.Culture())}{(sources.Length == 0 ? "" : $"; {sources}")})";
        }
        return new(In(Language.Dutch), In(Language.English));
    }

    /// <summary>A record that a cause cites, by what people call it.</summary>
    public static Text Source(string id)
    {
        var parts = id.Split('|');
        string Day(Language language) => parts.Length > 2 && DateOnly.TryParseExact(parts[2], "yyyyMMdd", out var day) ? " " + day.ToString("d MMM", language.Culture()) : "";
        return parts[0] switch
        {
            "quote" => new($"offerte {parts[^1]}", $"quote {parts[^1]}"),
            "visit" => new($"bezoek{Day(Language.Dutch)}", $"visit{Day(Language.English)}"),
            "issue" => new($"klacht{Day(Language.Dutch)}", $"issue{Day(Language.English)}"),
            _ => new(parts[0], parts[0]),
        };
    }

    public static Text AskCause(string account, string amount) => new(
        $"Wat is de oorzaak bij {account} ({amount})? Zeg: “oorzaak bij {account}: …”",
        $"What is the cause at {account} ({amount})? Say: “cause at {account}: …”");

    public static Text Fallers(string name) => new($"Grootste dalers: {name}", $"Biggest fallers: {name}");
    public static Text Risers(string name) => new($"Grootste stijgers: {name}", $"Biggest risers: {name}");
    public static Text ByUser(string name) => new($"Omzet per accountmanager: {name}", $"Revenue by account manager: {name}");
    public static Text ByGroup(string name) => new($"Omzet per productgroep: {name}", $"Revenue by product group: {name}");
    public static readonly Text OnlySupervisor = new(
        "Cijfers per accountmanager zijn voor de leidinggevende.", "Figures by account manager are for the supervisor.");

    public static Text Step(BridgeStep step, string name) => step switch
    {
        BridgeStep.New => new($"Nieuw: {name}", $"New: {name}"),
        BridgeStep.Expansion => new($"Groei: {name}", $"Expansion: {name}"),
        BridgeStep.Contraction => new($"Krimp: {name}", $"Contraction: {name}"),
        BridgeStep.Lost => new($"Verloren: {name}", $"Lost: {name}"),
        _ => new($"Niet toegewezen: {name}", $"Not assigned: {name}"),
    };

    public static Text KeyAccount(decimal revenue, decimal line) => new(
        $"Key-account: {Language.Dutch.Money(revenue)} in de laatste 12 maanden, grens {Language.Dutch.Money(line)}",
        $"Key account: {Language.English.Money(revenue)} in the last 12 months, line {Language.English.Money(line)}");
}
