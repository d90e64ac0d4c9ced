using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

/// <summary>The rules of the policy beside its tiers: what each is about, and what it says.</summary>
internal static class PolicyTexts
{
    public static (Text, Text) Composition(IReadOnlyList<int> levels) => (
        new("Assortiment", "Assortment"),
        levels.Count > 1
            ? new("Niveau I: alleen standaard, de rest beslist de leidinggevende. Niveau II: vrij samenstellen, met een onderbouwing.",
                "Level I: standard only, the supervisor decides on the rest. Level II: free composition, with a justification.")
            : levels[0] == 1
                ? new("Alleen het standaardassortiment; over de rest beslist de leidinggevende.", "The standard assortment only; the supervisor decides on the rest.")
                : new("Vrij samenstellen, met een onderbouwing.", "Free composition, with a justification."));

    public static (Text, Text) Margin(PolicySettings settings) => (
        new("Marge", "Margin"),
        new($"Onder {Language.Dutch.Percent(settings.MarginFloorPercent)} is het een afwijking.", $"Below {Language.English.Percent(settings.MarginFloorPercent)} it is a deviation."));

    public static (Text, Text) Commission(PolicySettings settings) => (
        new("Commissie", "Commission"),
        new($"Tot en met {Language.Dutch.Percent(settings.MaxCommissionPercent)} voor een tussenpersoon.", $"Up to {Language.English.Percent(settings.MaxCommissionPercent)} for an intermediary."));

    public static (Text, Text) KeyAccount(PolicySettings settings)
    {
        var wider = settings.KeyAccountExtraPercent;
        return (
            new("Key-account", "Key account"),
            new($"Boven {Language.Dutch.Money(settings.KeyAccountLine)} omzet in 12 maanden{(wider > 0 ? $"; de staffels zijn dan {Language.Dutch.Number(wider)} procentpunt ruimer" : "")}.",
                $"Above {Language.English.Money(settings.KeyAccountLine)} revenue in 12 months{(wider > 0 ? $"; the tiers are then {Language.English.Number(wider)} percentage points wider" : "")}."));
    }

    public static (Text, Text) Automatic(PolicySettings settings) => (
        new("Automatisch goedkeuren", "Automatic approval"),
        settings.AutomaticApproval
            ? new($"Aan: wat binnen het beleid valt, is meteen goedgekeurd{(settings.KeyAccountsToSupervisor ? ", behalve voor key-accounts" : "")}.",
                $"On: what is within the policy is approved at once{(settings.KeyAccountsToSupervisor ? ", except for key accounts" : "")}.")
            : new("Uit: over elke offerte beslist een leidinggevende.", "Off: a supervisor decides on every quote."));

    /// <param name="manager">Who decides above the limits; null: nobody is set.</param>
    public static (Text, Text) Mandate(User user, string? manager)
    {
        string Limits(Language language) => (user.ApprovalLimit, user.ApprovalLimitDiscount) switch
        {
            ({ } amount, { } percent) => language == Language.Dutch
                ? $"{language.Money(amount)} en {language.Percent(percent)} korting" : $"{language.Money(amount)} and {language.Percent(percent)} discount",
            ({ } amount, null) => language.Money(amount),
            (null, { } percent) => language == Language.Dutch ? $"{language.Percent(percent)} korting" : $"{language.Percent(percent)} discount",
            _ => "",
        };
        if (user is { ApprovalLimit: null, ApprovalLimitDiscount: null })
            return (new("Jouw mandaat", "Your mandate"), new("Zonder grens.", "Without a limit."));
        return (
            new("Jouw mandaat", "Your mandate"),
            new($"Tot en met {Limits(Language.Dutch)}; daarboven beslist {manager ?? "niemand: stel een manager in"}.",
                $"Up to {Limits(Language.English)}; above it {(manager is null ? "nobody decides: set a manager" : $"{manager} decides")}."));
    }

    /// <summary>To who requests.</summary>
    public static (Text, Text) Asks(string? manager) => (
        new("Wie beslist", "Who decides"),
        manager is null
            ? new("Er is nog geen leidinggevende voor je ingesteld.", "No supervisor is set for you yet.")
            : new($"{manager}, of de manager daarboven als het mandaat niet reikt; nooit wie het aanvraagt.", $"{manager}, or the next manager where the mandate does not reach; never who requests it."));
}
