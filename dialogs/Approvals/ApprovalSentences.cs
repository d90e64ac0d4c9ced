using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Approvals;

namespace SalesBot.Dialogs.Approvals;

/// <summary>What is said about requests and decisions.</summary>
internal static class ApprovalSentences
{
    public static readonly Text NobodyDecides = new(
        "Er is nog niemand die hierover mag beslissen; vraag je beheerder een leidinggevende in te stellen.",
        "There is nobody yet who may decide on this; ask your administrator to set a supervisor.");

    public static readonly Text Gone = new("Deze aanvraag bestaat niet (meer) of is niet voor jou.", "This request does not exist (any more) or is not for you.");

    public static readonly Text ApproveOnCard = new(
        "Beslissen doe je op de kaart, zodat je ziet waarover je beslist.", "You decide on the card, so that you see what you decide on.");

    /// <param name="discount">What was said; it stands in the form.</param>
    public static Text ChangeOnCard(decimal? discount) => discount is { } percent
        ? new($"Beslissen doe je op de kaart: onder “Met wijziging” staat {Language.Dutch.Percent(percent)} al ingevuld.", $"You decide on the card: “With a change” has {Language.English.Percent(percent)} filled in already.")
        : new("Beslissen doe je op de kaart: wijzig het onder “Met wijziging”.", "You decide on the card: make the change under “With a change”.");

    public static readonly Text NothingWaits = new("Er wacht niets op jouw goedkeuring.", "Nothing is waiting for your approval.");

    /// <summary>To the requester, when something was decided or withdrawn.</summary>
    public static Text Decided(Matter matter, string account, string by, Approval approval) => approval.State switch
    {
        ApprovalState.Approved when matter.Subject.Kind == SubjectKind.Quote => approval.Changes is { Count: > 0 }
            ? new(
                $"{by} heeft {matter.Name} voor {account} goedgekeurd met een wijziging: {Changes(approval, Language.Dutch)} Je kunt hem zo versturen of alsnog intrekken.",
                $"{by} has approved {matter.Name} for {account} with a change: {Changes(approval, Language.English)} You can send it like this or still withdraw it.")
            : new($"{by} heeft {matter.Name} voor {account} goedgekeurd. Je kunt hem versturen.", $"{by} has approved {matter.Name} for {account}. You can send it."),
        ApprovalState.Approved => approval.Changes is { Count: > 0 }
            ? new(
                $"{by} heeft {matter.Name} voor {account} goedgekeurd met een wijziging: {Changes(approval, Language.Dutch)}",
                $"{by} has approved {matter.Name} for {account} with a change: {Changes(approval, Language.English)}")
            : new($"{by} heeft {matter.Name} voor {account} goedgekeurd.", $"{by} has approved {matter.Name} for {account}."),
        ApprovalState.Returned => new(
            $"{by} heeft een vraag over {matter.Name} voor {account}: “{approval.Reason}” Antwoord op de kaart, of zeg “antwoord: …”.",
            $"{by} has a question about {matter.Name} for {account}: “{approval.Reason}” Answer on the card, or say “answer: …”."),
        ApprovalState.Rejected => new(
            $"{by} heeft {matter.Name} voor {account} afgewezen: “{approval.Reason}”", $"{by} has rejected {matter.Name} for {account}: “{approval.Reason}”"),
        _ => new($"De aanvraag voor {matter.Name} voor {account} is ingetrokken door {by}.", $"{by} has withdrawn the request for {matter.Name} for {account}."),
    };

    /// <summary>Who was there first, and when: said to whoever presses too late.</summary>
    public static Text AlreadyDecided(Approval approval, string name, string by, string momentNl, string momentEn) => approval.State switch
    {
        ApprovalState.Approved => new($"{by} heeft {name} al goedgekeurd, op {momentNl}.", $"{by} already approved {name}, on {momentEn}."),
        ApprovalState.Changed => new($"{by} heeft {name} al met een wijziging goedgekeurd, op {momentNl}.", $"{by} already approved {name} with a change, on {momentEn}."),
        ApprovalState.Returned => new($"{by} heeft {name} al teruggestuurd met een vraag, op {momentNl}.", $"{by} already returned {name} with a question, on {momentEn}."),
        ApprovalState.Rejected => new($"{by} heeft {name} al afgewezen, op {momentNl}.", $"{by} already rejected {name}, on {momentEn}."),
        _ => new($"De aanvraag voor {name} is ingetrokken door {by}, op {momentNl}.", $"{by} withdrew the request for {name}, on {momentEn}."),
    };

    public static Text Stuck(string name, string account, Refusal why) => new(
        $"Over {name} voor {account} kan niet meer worden beslist. {why.Nl}", $"{name} for {account} can no longer be decided on. {why.En}");

    public static Text Escalated(string name, string account, string by, string to) => new(
        $"{by} heeft nog niet beslist over {name} voor {account}; ik heb het ook aan {to} gevraagd.",
        $"{by} has not decided on {name} for {account} yet; I have asked {to} as well.");

    public static Finding WhyEscalated(string by, string to, int days) => new(
        "limit", false,
        $"{to} is gevraagd omdat {by} na {(days == 1 ? "een werkdag" : $"{days} werkdagen")} nog niet had beslist.",
        $"{to} is asked because {by} had not decided after {(days == 1 ? "a working day" : $"{days} working days")}.");

    public static Text NobodyAbove(string name, string account, string by) => new(
        $"{by} heeft nog niet beslist over {name} voor {account}. Boven {by} is er niemand meer die dat mag, dus het blijft bij {by}; ik blijf herinneren.",
        $"{by} has not decided on {name} for {account} yet. There is nobody above {by} who may, so it stays with {by}; I keep reminding them.");

    public static Finding WhyNobodyAbove(string by, int days) => new(
        "limit", false,
        $"{by} had na {(days == 1 ? "een werkdag" : $"{days} werkdagen")} nog niet beslist; boven {by} mag niemand hierover beslissen, dus het blijft bij {by}.",
        $"{by} had not decided after {(days == 1 ? "a working day" : $"{days} working days")}; nobody above {by} may decide on this, so it stays with {by}.");

    /// <summary>Who was asked can not decide now, and nobody else may.</summary>
    public static Text Stays(string name, string account, string with) => new(
        $"{with} kan nu niet beslissen over {name} voor {account}, en niemand anders mag het. Het wacht op {with}.",
        $"{with} can't decide on {name} for {account} now, and nobody else may. It waits for {with}.");

    public static Finding WhyStays(string with) => new(
        "limit", false, $"{with} kan nu niet beslissen en niemand anders mag het, dus het wacht op {with}.", $"{with} can't decide now and nobody else may, so it waits for {with}.");

    public static readonly Refusal OldRound = new(
        "old_round", "Op die vraag is intussen geantwoord; kijk op de nieuwe kaart.", "That question has been answered meanwhile; look at the new card.");

    private static string Changes(Approval approval, Language language) => string.Join(" ", approval.Changes!.Select(change => change.In(language)));
}
