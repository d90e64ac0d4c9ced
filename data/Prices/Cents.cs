namespace SalesBot.Data.Prices;

/// <summary>Money to the cent.</summary>
public static class Cents
{
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Divides an amount of whole cents in proportion to the weights, by largest remainder: the shares are whole cents and
    /// add up to the amount. Ties go to the first.
    /// </summary>
    public static decimal[] Divide(decimal amount, IReadOnlyList<decimal> weights)
    {
        var total = weights.Sum();
        if (weights.Count == 0 || total <= 0 || weights.Any(weight => weight < 0))
            throw new ArgumentException("Weights are not negative and their sum is more than 0.", nameof(weights));
        var sign = amount < 0 ? -1 : 1;
        var cents = Math.Abs(amount) * 100;
        var exact = weights.Select(weight => cents * weight / total).ToArray();
        var shares = exact.Select(Math.Floor).ToArray();
        var missing = (int)(Math.Round(cents) - shares.Sum());
        foreach (var i in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i)
            .Take(missing)) shares[i]++;
        return [.. shares.Select(share => sign * share / 100)];
    }
}
