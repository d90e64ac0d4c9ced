using SalesBot.Data.Prices;

namespace SalesBot.Data.Advising;

/// <summary>Something to offer an account, with the figures that it rests on.</summary>
/// <param name="Worth">EUR excl. VAT a year that may come of it; an estimate from what others or earlier years bought.</param>
public abstract record Suggestion(decimal Worth)
{
    /// <summary>Bought last year, hardly or not at all now.</summary>
    public sealed record Lapsed(ProductGroup Group, decimal Before, decimal Now) : Suggestion(Before - Now);

    /// <summary>Never bought, while most comparable accounts do.</summary>
    /// <param name="Buyers">So many of <paramref name="Others"/> buy it.</param>
    public sealed record NotYet(ProductGroup Group, int Buyers, int Others, decimal Typical) : Suggestion(Typical);

    /// <summary>Room hire without food and drink: a package fits better and earns more.</summary>
    public sealed record Combine(decimal RoomHire) : Suggestion(Math.Round(RoomHire * PackageGain, 2));

    /// <summary>A month that was busy last year comes up.</summary>
    public sealed record Season(DateOnly Month, decimal LastYear) : Suggestion(LastYear);

    /// <summary>Food and drink with a room add about so much to its hire; an assumption, named as an estimate wherever it is shown.</summary>
    private const decimal PackageGain = 0.3m;
}

/// <summary>Upselling and cross-selling from history. Pure: the same figures give the same suggestions.</summary>
public static class Suggestions
{
    /// <summary>Half of the comparable accounts is most of them.</summary>
    private const decimal MostOfThem = 0.5m;

    /// <summary>Less than this part of last year's is hardly any.</summary>
    private const decimal HardlyAny = 0.5m;

    /// <summary>Comparing with fewer says nothing.</summary>
    private const int FewestOthers = 3;

    private const int MonthsAhead = 3;

    /// <summary>Amounts below this are not worth a talk, EUR a year.</summary>
    private const decimal Least = 500;

    /// <param name="others">The other accounts of the team, without this one.</param>
    /// <returns>What may bring most first.</returns>
    public static IReadOnlyList<Suggestion> For(Buying account, Peers others, DateOnly today)
    {
        var found = new List<Suggestion>();
        foreach (var group in Enum.GetValues<ProductGroup>().Where(group => group != ProductGroup.Other))
        {
            var (before, now) = (account.BeforeOf(group), account.LastOf(group));
            if (before >= Least && now < before * HardlyAny) found.Add(new Suggestion.Lapsed(group, before, now));
            else if (before <= 0 && now <= 0 && NotYet(group, others) is { } notYet) found.Add(notYet);
        }
        if (account.LastOf(ProductGroup.RoomHire) >= 2 * Least && account.LastOf(ProductGroup.Package) <= 0 && account.LastOf(ProductGroup.Fnb) < account.LastOf(ProductGroup.RoomHire) * 0.1m)
            found.Add(new Suggestion.Combine(account.LastOf(ProductGroup.RoomHire)));
        if (Season(account, today) is { } season) found.Add(season);
        return [.. found.OrderByDescending(suggestion => suggestion.Worth)];
    }

    private static Suggestion.NotYet? NotYet(ProductGroup group, Peers others)
    {
        var (buyers, typical) = others.Of(group);
        return others.Buyers < FewestOthers || buyers < others.Buyers * MostOfThem || typical < Least ? null : new(group, buyers, others.Buyers, typical);
    }

    /// <summary>The busiest of the coming months, where it stood out last year.</summary>
    private static Suggestion.Season? Season(Buying account, DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var year = Enumerable.Range(1, 12).Select(month => account.Months.GetValueOrDefault(first.AddMonths(-month))).ToList();
        var coming = Enumerable.Range(1, MonthsAhead).Select(ahead => first.AddMonths(ahead)).MaxBy(month => account.Months.GetValueOrDefault(month.AddYears(-1)));
        var lastYear = account.Months.GetValueOrDefault(coming.AddYears(-1));
        return lastYear >= Least && lastYear >= 1.5m * year.Average() ? new(coming, lastYear) : null;
    }
}
