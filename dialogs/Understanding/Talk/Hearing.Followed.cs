using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>A short question that leans on the one before.</summary>
internal sealed partial class Hearing
{
    private static readonly HashSet<string> Whys = ["waarom", "hoezo", "hoe", "why", "how", "oorzaak", "reden", "reason", "cause", "verklaring", "waardoor", "explain", "uitleg", "verklaar"];
    private static readonly HashSet<string> Leans = ["die", "those", "ones", "them", "eens", "en", "and", "wat", "what", "about", "how", "hoe", "zit", "het", "met", "voor", "for", "bij", "van", "in", "the", "de", "at", "of", "dan", "nu", "dat", "same", "ook", "also", "maar", "but", "then", "op", "over", "to", "with", "vergeleken", "compared", "daarvoor", "ervoor", "before", "dezelfde", "hetzelfde", "een", "one", "that"];

    /// <summary>"En vorig jaar?", "en voor Achmea?", "waarom?": the question before, with one thing changed.</summary>
    private Heard? Followed()
    {
        if (context is not { Known: var known } || (context.Flow is null && known.Count == 0) || message.Count > 9)
        {
            return null;
        }

        var (masked, _) = message.Masked();
        if (message.Words.Exists(word => Whys.Contains(word.Fold)) && Clauses.Whole(message) is { Intent: Intents.DeviationExplanation, Share: > 0.6f })
        {
            var reasons = Read(Intents.DeviationExplanation);
            Carry(reasons, known);
            return new([Intents.DeviationExplanation], reasons);
        }

        if (context.Flow is null || context.Asked is not null)
        {
            return null;
        }

        var bare = masked.TrueForAll(word => word[0] == '_' || word == "?" || Leans.Contains(word) || message.Words.Exists(one => one.Fold == word && IsTime(one)));
        var before = message.Words.Exists(word => word.Fold is "daarvoor" or "ervoor" or "before");
        // Of a flow that is told by its words alone, a whole question of another kind is not the one before with another name in it.
        var isOwn = Array.IndexOf(IntentModel.Instance.Messages.Labels, context.Flow) < 0 && First is not ("en" or "and") && Clauses.Whole(message) is { Share: > 0.6f };
        if (IsDivided || (Act is { Act: "follow", Share: > 0.6f } && (HasValues || before) && !isOwn)) bare = true;
        else if (!bare || !(HasValues || before) || !(masked.Exists(word => word is "?") || Leans.Contains(First) || message.Count <= 3))
        {
            return null;
        }

        var slots = Read(context.Flow);
        if (before && !slots.Exists(slot => slot.Name == SlotNames.Period) && known.GetValueOrDefault(SlotNames.Period) is SlotValue.Span { Value: var period })
        {
            slots.Add(new(SlotNames.Period, new SlotValue.Span(Earlier(period))));
        }

        Carry(slots, known);
        return new([context.Flow], slots);
    }

    /// <summary>"En per productgroep?", "and by month?": the same revenue, told apart.</summary>
    private bool IsDivided => context?.Flow == Intents.QueryRevenue && message.Count <= 6 && message.Words.Exists(word => word.Fold is "per" or "by");

    private bool IsTime(Word word) => message.Passage.Is(message.Words.IndexOf(word), Sense.Unit);

    /// <summary>The span of the same size just before: the quarter before a quarter.</summary>
    private static Period Earlier(Period period)
    {
        var end = period.From.AddDays(-1);
        var months = ((period.To.AddDays(1).Year - period.From.Year) * 12) + period.To.AddDays(1).Month - period.From.Month;
        return period.From.Day == 1 && period.To.AddDays(1).Day == 1 ? new(period.From.AddMonths(-months), end)
            : new(period.From.AddDays(period.From.DayNumber - period.To.DayNumber - 1), end);
    }

    private static void Carry(List<HeardSlot> slots, IReadOnlyDictionary<string, SlotValue> known)
    {
        foreach (var name in (string[])[SlotNames.Account, SlotNames.Period, SlotNames.Indicator, SlotNames.Group, SlotNames.Scope])
        {
            // Who is asked about is one thing: an account, or else the team or oneself.
            var other = name == SlotNames.Account ? SlotNames.Scope : name == SlotNames.Scope ? SlotNames.Account : name;
            if (known.TryGetValue(name, out var value) && !slots.Exists(slot => slot.Start >= 0 && slot.Name == other) && !slots.Exists(slot => slot.Name == name))
            {
                slots.Add(new(name, value));
            }
        }
    }
}
