using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Quotes;

/// <summary>What the policy says about a version.</summary>
/// <param name="Findings">One sentence a rule; never empty.</param>
/// <param name="NeedsJustification">It has to be justified and is not: ask for it before it is submitted.</param>
/// <param name="Automatic">The policy approves it by itself: the setting is on and nothing deviates.</param>
public sealed record Verdict(IReadOnlyList<Finding> Findings, bool NeedsJustification, bool Automatic = false)
{
    public bool Deviates => Findings.Any(finding => finding.Deviates);
}

/// <summary>
/// Judges a quote against tiers, assortment, commission and margin. It forbids nothing: every quote needs a supervisor's decision,
/// unless the organisation has switched automatic approval on, and the findings tell why this one goes where it goes.
/// </summary>
public static class QuotePolicy
{
    /// <param name="standing">Of the account; null: not known, and no key account.</param>
    public static Verdict Judge(
        QuoteVersion version, IReadOnlyList<DiscountTier> tiers, User requester, PolicySettings settings, AccountStanding? standing = null)
    {
        var level = LevelOf(requester);
        var isKey = standing?.IsKey(settings) == true;
        var extra = isKey ? settings.KeyAccountExtraPercent : 0;
        var findings = new List<Finding>();
        foreach (var group in version.Lines.GroupBy(line => line.Group).OrderBy(group => group.Key))
            if (TierFinding(group.Key, [.. group], tiers, level, extra) is { } finding) findings.Add(finding);
        if (findings.Count == 0) findings.Add(new("tier", false, "Zonder korting, tegen lijstprijs.", "No discount, at list price."));

        var ownComposition = version.Lines.Where(line => !line.Standard).ToList();
        if (ownComposition.Count > 0) findings.Add(AssortmentFinding(ownComposition, level, version.Justification));
        if (AgreementFinding(version) is { } agreed) findings.Add(agreed);
        if (CommissionFinding(version, settings) is { } commission) findings.Add(commission);
        if (MarginFinding(version, settings) is { } margin) findings.Add(margin);
        if (isKey) findings.Add(KeyAccountFinding(standing!, settings));

        var missing = ownComposition.Count > 0 && level >= 2 && string.IsNullOrWhiteSpace(version.Justification);
        var inside = findings.All(finding => !finding.Deviates) && !missing;
        var automatic = settings.AutomaticApproval && inside && !(isKey && settings.KeyAccountsToSupervisor);
        if (settings.AutomaticApproval) findings.Add(AutomaticFinding(automatic, inside));
        return new(findings, missing, automatic);
    }

    /// <summary>An account manager without a level has the rights of level I; supervisors sell with those of level II.</summary>
    public static int LevelOf(User user) => user.Level ?? (user.Role == Role.AccountManager ? 1 : 2);

    /// <summary>The tier with the largest volume that is reached; 0 % below the first one; null where the group has no tiers at the
    /// level.</summary>
    public static decimal? AllowedPercent(IReadOnlyList<DiscountTier> tiers, ProductGroup group, int level, decimal volume)
    {
        var configured = tiers.Where(tier => tier.Group == group && tier.Level == level).ToList();
        if (configured.Count == 0) return null;
        return configured.Where(tier => tier.MinQuantity <= volume).MaxBy(tier => tier.MinQuantity)?.MaxPercent ?? 0;
    }

    private static Finding? TierFinding(
        ProductGroup group, IReadOnlyList<QuoteLine> lines, IReadOnlyList<DiscountTier> tiers, int level, decimal extra)
    {
        var volume = lines.Sum(line => line.Units);
        var asked = lines.Max(line => line.DiscountPercent);
        var (nl, en) = (group.Name(Language.Dutch), group.Name(Language.English));
        var (korting, discount) = (Wording.Percent(asked, Language.Dutch), Wording.Percent(asked, Language.English));
        var (aantal, count) = (group.Volume(volume, Language.Dutch), group.Volume(volume, Language.English));
        var grade = level == 1 ? "I" : "II";
        if (AllowedPercent(tiers, group, level, volume) is not { } configured)
            return new("no_tier", true,
                $"Voor {nl} is op niveau {grade} geen kortingstaffel ingesteld ({korting} gevraagd); dit gaat altijd naar de leidinggevende.",
                $"No discount tier is set for {en} at level {grade} ({discount} asked); this always goes to the supervisor.");
        if (asked == 0) return null;
        // Below the first tier nothing is allowed, to a key account either.
        var allowed = configured == 0 ? 0 : configured + extra;
        var (staffel, tier) = (Wording.Percent(allowed, Language.Dutch), Wording.Percent(allowed, Language.English));
        return asked <= allowed
            ? new("tier", false,
                $"{korting} korting op {nl}: binnen de staffel van {staffel} voor niveau {grade} bij {aantal}.",
                $"{discount} discount on {en}: within the tier of {tier} for level {grade} at {count}.")
            : new("tier", true,
                $"{korting} korting op {nl} gevraagd; de staffel voor niveau {grade} staat bij {aantal} {staffel} toe, dus de leidinggevende beslist.",
                $"{discount} discount on {en} asked; the tier for level {grade} allows {tier} at {count}, so the supervisor decides.");
    }

    private static Finding AssortmentFinding(IReadOnlyList<QuoteLine> lines, int level, string? justification)
    {
        var nl = string.Join(", ", lines.Select(line => line.NameNl).Distinct());
        var en = string.Join(", ", lines.Select(line => line.NameEn).Distinct());
        if (level == 1)
            return new("assortment", true,
                $"{nl} hoort niet tot het standaardassortiment van niveau I, dus de leidinggevende beslist.",
                $"{en} is outside the standard assortment of level I, so the supervisor decides.");
        return string.IsNullOrWhiteSpace(justification)
            ? new("composition", true,
                $"{nl} is een eigen samenstelling; niveau II mag dat met een onderbouwing, en die ontbreekt nog.",
                $"{en} is an own composition; level II may do so with a justification, which is still missing.")
            : new("composition", false,
                $"{nl} is een eigen samenstelling; niveau II mag dat, met deze onderbouwing: {justification}",
                $"{en} is an own composition; level II may do so, with this justification: {justification}");
    }

    private static Finding? AgreementFinding(QuoteVersion version)
    {
        var agreed = version.Lines.Where(line => line.Agreement is not null).ToList();
        if (agreed.Count == 0) return null;
        var names = string.Join(", ", agreed.Select(line => line.Agreement).Distinct());
        return new("agreement", false,
            $"{agreed.Count} {(agreed.Count == 1 ? "regel" : "regels")} tegen het tarief van {names}, waarover al besloten is.",
            $"{agreed.Count} {(agreed.Count == 1 ? "line" : "lines")} at the rate of {names}, which has been decided on already.");
    }

    private static Finding? CommissionFinding(QuoteVersion version, PolicySettings settings)
    {
        if (version.CommissionPercent == 0) return null;
        var (commissie, commission) = (
            $"{Wording.Percent(version.CommissionPercent, Language.Dutch)} commissie ({Wording.Money(version.Commission, Language.Dutch)})",
            $"{Wording.Percent(version.CommissionPercent, Language.English)} commission ({Wording.Money(version.Commission, Language.English)})");
        var (grens, limit) = (Wording.Percent(settings.MaxCommissionPercent, Language.Dutch), Wording.Percent(settings.MaxCommissionPercent, Language.English));
        return version.CommissionPercent <= settings.MaxCommissionPercent
            ? new("commission", false, $"{commissie}: binnen de {grens} die mag.", $"{commission}: within the {limit} allowed.")
            : new("commission", true,
                $"{commissie} gevraagd; {grens} mag, dus de leidinggevende beslist.", $"{commission} asked; {limit} is allowed, so the supervisor decides.");
    }

    private static Finding KeyAccountFinding(AccountStanding standing, PolicySettings settings)
    {
        string Wider(Language language) => settings.KeyAccountExtraPercent == 0 ? "" : language == Language.Dutch
            ? $" De staffels zijn daarom {Wording.Number(settings.KeyAccountExtraPercent, language)} procentpunt ruimer."
            : $" The tiers are {Wording.Number(settings.KeyAccountExtraPercent, language)} percent points wider for it.";
        return new("key_account", false,
            $"Key-account: {Wording.Money(standing.Revenue, Language.Dutch)} omzet in 12 maanden, boven de grens van {Wording.Money(settings.KeyAccountLine, Language.Dutch)}.{Wider(Language.Dutch)}",
            $"Key account: {Wording.Money(standing.Revenue, Language.English)} revenue in 12 months, above the line of {Wording.Money(settings.KeyAccountLine, Language.English)}.{Wider(Language.English)}");
    }

    private static Finding AutomaticFinding(bool automatic, bool inside) => automatic
        ? new("automatic", false, "Alles valt binnen het beleid, dus automatisch goedgekeurd.", "All of it is within the policy, so it is approved automatically.")
        : inside
            ? new("automatic", true, "Aan een key-account wordt niet automatisch goedgekeurd, dus de leidinggevende beslist.",
                "Nothing is approved automatically for a key account, so the supervisor decides.")
            : new("automatic", true, "Niet alles valt binnen het beleid, dus geen automatische goedkeuring.",
                "Not all of it is within the policy, so no automatic approval.");

    private static Finding? MarginFinding(QuoteVersion version, PolicySettings settings)
    {
        // Compared unrounded: 19.96 % is below 20 % though it would be shown as 20.0.
        if (version.Total <= 0 || version.Margin * 100 >= settings.MarginFloorPercent * version.Total)
            return version.Total > 0 ? null : new("margin", true,
                "De offerte levert niets op, dus de leidinggevende beslist.", "The quote yields nothing, so the supervisor decides.");
        var margin = Math.Floor(version.Margin / version.Total * 1000) / 10;
        return new("margin", true,
            $"De marge is {Wording.Percent(margin, Language.Dutch)}; de ondergrens is {Wording.Percent(settings.MarginFloorPercent, Language.Dutch)}, dus de leidinggevende beslist.",
            $"The margin is {Wording.Percent(margin, Language.English)}; the floor is {Wording.Percent(settings.MarginFloorPercent, Language.English)}, so the supervisor decides.");
    }
}
