using SalesBot.Data.People;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Approvals;

/// <summary>Says why a request goes to whom it goes.</summary>
internal static class RoutePhrases
{
    /// <param name="absent">For whom the approver stands in; null: for nobody.</param>
    /// <param name="small">Whose limits do not suffice.</param>
    /// <param name="away">Who is absent without anybody who may stand in.</param>
    public static Finding WhyThere(User approver, User? absent, IReadOnlyList<User> small, IReadOnlyList<User> away, Matter matter)
    {
        var (nl, en) = ($"{approver.Name} beslist", $"{approver.Name} decides");
        if (absent is not null) (nl, en) = ($"{nl} namens {absent.Name}, die afwezig is", $"{en} for {absent.Name}, who is absent");
        var reasons = Reasons(small, away, matter);
        if (reasons.Count == 0 && absent is null)
        {
            reasons.Add(matter.Value is null && matter.Discount is null
                ? ("dit valt binnen diens mandaat", "this is within their mandate")
                : ($"{AtStake(matter, Language.Dutch)} valt binnen diens mandaat", $"{AtStake(matter, Language.English)} is within their limit"));
        }
        if (reasons.Count > 0)
            (nl, en) = ($"{nl}: {string.Join("; ", reasons.Select(reason => reason.Nl))}", $"{en}: {string.Join("; ", reasons.Select(reason => reason.En))}");
        return new("limit", small.Count > 0, nl + ".", en + ".");
    }

    public static Refusal WhyNobody(IReadOnlyList<User> small, IReadOnlyList<User> away, Matter matter)
    {
        var reasons = Reasons(small, away, matter);
        return reasons.Count == 0
            ? new("nobody_decides",
                "Er is nog niemand die hierover mag beslissen; vraag je beheerder een leidinggevende in te stellen.",
                "There is nobody yet who may decide on this; ask your administrator to set a supervisor.")
            : new("nobody_decides",
                $"Hierover kan nu niemand beslissen: {string.Join("; ", reasons.Select(reason => reason.Nl))}. Ik heb het aan niemand gestuurd; het blijft bij jou.",
                $"Nobody can decide on this now: {string.Join("; ", reasons.Select(reason => reason.En))}. I have sent it to nobody; it stays with you.");
    }

    private static List<(string Nl, string En)> Reasons(IReadOnlyList<User> small, IReadOnlyList<User> away, Matter matter)
    {
        var reasons = new List<(string Nl, string En)>();
        if (small.Count > 0) reasons.Add(($"{AtStake(matter, Language.Dutch)} gaat boven het mandaat van {Names(small)}", $"{AtStake(matter, Language.English)} is above the limit of {Names(small)}"));
        if (away.Count > 0) reasons.Add(($"{Names(away)} is afwezig zonder vervanger die hierover mag beslissen", $"{Names(away)} is absent without a stand-in who may decide on this"));
        return reasons;
    }

    private static string AtStake(Matter matter, Language language)
    {
        var value = matter.Value is { } amount ? Wording.Money(amount, language) : null;
        var discount = matter.Discount is > 0 and { } percent ? $"{Wording.Percent(percent, language)} {(language == Language.Dutch ? "korting" : "discount")}" : null;
        return (value, discount) switch
        {
            ({ } money, { } off) => language == Language.Dutch ? $"{money} met {off}" : $"{money} with {off}",
            _ => value ?? discount ?? (language == Language.Dutch ? "dit" : "this"),
        };
    }

    private static string Names(IEnumerable<User> people) => string.Join(", ", people.Select(user => user.Name));
}
