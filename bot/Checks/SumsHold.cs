using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Bot.Checks;

/// <summary>Lines add up to totals to the cent, bridges leave nothing over, numbers are given once, indicators equal a count of their records, lists hold what the records say.</summary>
internal sealed class SumsHold() : Invariant(10, "Sums hold")
{
    public override async Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        List<Violation> violations = [.. Quotes(evidence), .. Numbers(evidence)];
        foreach (var team in evidence.Users.Values.Select(user => user.Team).Distinct().OrderBy(team => team.Value, StringComparer.Ordinal))
        {
            try
            {
                var wrong = await Rollups.WrongAsync(evidence.Store, evidence.Tenant, team, cancel);
                if (wrong.Count > 0) violations.Add(Violated($"{wrong.Count} indicators or entries of lists of {team} are not what their records come to.", wrong.Take(5)));
                violations.AddRange(await BridgesAsync(evidence, team, cancel));
            }
            catch (JsonException e)
            {
                violations.Add(Violated($"The indicators of {team} can not be counted: a record can not be read.", e.Message));
            }
        }
        return violations;
    }

    private IEnumerable<Violation> Quotes(Evidence evidence)
    {
        foreach (var quote in evidence.Held(Kinds.Quote).Select(held => held.Record))
            foreach (var version in quote.Versions)
            {
                var (net, cost, basis) = (version.Lines.Sum(line => line.Net), version.Lines.Sum(line => line.Cost), version.Vat.Sum(vat => vat.Basis));
                List<string> wrong = [];
                if (net != version.Total) wrong.Add($"total {version.Total}, lines {net}");
                if (cost != version.Cost) wrong.Add($"cost {version.Cost}, lines {cost}");
                if (basis != version.Total) wrong.Add($"total {version.Total}, VAT classes {basis}");
                wrong.AddRange(version.Vat.Where(vat => vat.Vat != Cents.Round(vat.Basis * vat.Percent / 100)).Select(vat => $"{vat.Percent} % of {vat.Basis} is not {vat.Vat}"));
                if (version.Commission != Cents.Round(version.Total * version.CommissionPercent / 100)) wrong.Add($"{version.CommissionPercent} % commission of {version.Total} is not {version.Commission}");
                if (wrong.Count > 0) yield return Violated($"{quote.Number} version {version.Number} does not add up.", wrong);
            }
    }

    private IEnumerable<Violation> Numbers(Evidence evidence)
    {
        var quotes = evidence.Held(Kinds.Quote);
        foreach (var number in quotes.GroupBy(quote => quote.Record.Number.Value, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1 && !CleanEnd.IsImporting(evidence)))
            yield return Violated($"Quote number {number.Key} was given {number.Count()} times.", number.Select(quote => $"in {quote.Partition}: {quote.Record.Account}, {quote.Record.RequestedAt:O}"));
        foreach (var last in evidence.Held(LastNumber.Kind).Select(held => held.Record))
        {
            var prefix = $"Q-{last.Year}-";
            var beyond = quotes.Select(quote => quote.Record).Where(quote => quote.Imported is null && quote.Number.Value.StartsWith(prefix, StringComparison.Ordinal)
                && int.TryParse(quote.Number.Value.AsSpan(prefix.Length), out var number) && number > last.Number).ToList();
            if (beyond.Count > 0) yield return Violated($"Numbers of {last.Year} will be given again.", [$"the last one given is said to be {last.Number}", $"there is {beyond[^1].Number}"]);
        }
    }

    private async Task<IEnumerable<Violation>> BridgesAsync(Evidence evidence, TeamId team, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(evidence.Now.UtcDateTime);
        var reading = new IndicatorReading(evidence.Store, evidence.Tenant, team, today);
        var violations = new List<Violation>();
        foreach (var period in new[] { Period.Year(today.Year), Period.Year(today.Year - 1) })
            foreach (var against in Enum.GetValues<BridgeBase>())
                if (await reading.BridgeAsync(new FigureScope.OfTeam(team), period, against, cancel) is { Residual: not 0 } bridge)
                    violations.Add(Violated($"The bridge of {team} over {period.From.Year} against {against} leaves {bridge.Residual}.", [$"{bridge.Base} to {bridge.Actual}", .. bridge.Bars.Select(bar => $"{bar.Step} {bar.Amount}")]));
        return violations;
    }
}
