using SalesBot.Data.Prices;

namespace SalesBot.Data.Indicators;

/// <summary>Whom figures are about.</summary>
public abstract record FigureScope
{
    private FigureScope() { }

    public sealed record OfTeam(TeamId Team) : FigureScope;

    public sealed record OfUser(UserId User) : FigureScope;

    public sealed record OfAccount(AccountId Account) : FigureScope;
}

/// <summary>An indicator in a period.</summary>
/// <param name="Value">Percent for rates; null: not defined, as there is nothing to divide by.</param>
/// <param name="Period">What it was reckoned over: whole months, those that have begun.</param>
/// <param name="Count">How many records or accounts it rests on.</param>
/// <param name="Before">The same a year before; null where unknown.</param>
public sealed record IndicatorValue(
    Indicator Indicator, decimal? Value, Period Period, int Count, decimal? Target = null, decimal? Before = null)
{
    /// <summary>Figures that belong to it, such as the gap to the target.</summary>
    public IReadOnlyList<IndicatorPart> Parts { get; init; } = [];

    /// <summary>What it leaves out or rests on: missing data is said, never filled in.</summary>
    public IReadOnlyList<IndicatorNote> Notes { get; init; } = [];

    public string Code => Indicator.Code;
    public IndicatorUnit Unit => Indicator.Unit;
    public string Basis(Language language) => Indicator.Basis(language);
}

/// <param name="Value">Null: not defined.</param>
/// <param name="IsMargin">Only for the private chat.</param>
public sealed record IndicatorPart(string Nl, string En, decimal? Value, IndicatorUnit Unit, bool IsMargin = false)
{
    public string Name(Language language) => language == Language.Dutch ? Nl : En;
}

/// <summary>One sentence about a figure, in both languages.</summary>
public sealed record IndicatorNote(string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}

/// <summary>All figures of somebody or something in a period.</summary>
/// <param name="Asked">The period as asked for.</param>
/// <param name="Reach">
/// The whole months of it that revenue, target and last year are compared over: the running month is left out while it has no
/// revenue yet, later ones too, so that like stands against like.
/// </param>
/// <param name="Values">In the order of the catalogue; those that do not apply to the scope are absent.</param>
/// <param name="WholeTarget">Target of the period asked for, where that goes on after the reach.</param>
/// <param name="Accounts">With revenue in the reach or the year before, largest first.</param>
public sealed record IndicatorSet(
    FigureScope Scope, Period Asked, Period Reach, IReadOnlyList<IndicatorValue> Values, decimal? WholeTarget,
    IReadOnlyList<MonthFigure> Months, IReadOnlyList<GroupFigure> Groups, IReadOnlyList<AccountFigure> Accounts)
{
    /// <summary>The months asked for: how quotes ended in them, and what may still come in them.</summary>
    public IReadOnlyList<MonthQuotes> Quotes { get; init; } = [];

    /// <summary>Null: it does not apply to this scope.</summary>
    public IndicatorValue? this[string code] => Values.FirstOrDefault(value => value.Code == code);
}

/// <summary>A month's revenue, EUR excl. VAT.</summary>
/// <param name="Actual">Null: not known yet.</param>
public sealed record MonthFigure(DateOnly Month, decimal? Actual, decimal? Target, decimal LastYear);

/// <summary>Quotes of a month.</summary>
/// <param name="Decided">Accepted, rejected, withdrawn or expired in it.</param>
/// <param name="Pipeline">EUR excl. VAT, weighted, of leads and open quotes with their first day in it; 0 in months that are over.</param>
public sealed record MonthQuotes(DateOnly Month, int Accepted, int Decided, decimal Pipeline);

public sealed record GroupFigure(ProductGroup Group, decimal Actual, decimal? Target, decimal LastYear);

/// <param name="Rolling">Revenue of the 12 months that decide whether it is a key account.</param>
public sealed record AccountFigure(AccountId Account, string Name, decimal Actual, decimal LastYear, decimal Rolling, bool IsKey);

/// <summary>An answer about revenue alone.</summary>
/// <param name="Group">Null: all groups.</param>
public sealed record RevenueFigure(
    FigureScope Scope, Period Asked, Period Reach, ProductGroup? Group, decimal Actual, decimal? Target, decimal LastYear,
    IReadOnlyList<MonthFigure> Months)
{
    /// <summary>What is sold and still to come in the period, all groups; null: the period is over.</summary>
    public decimal? OnTheBooks { get; init; }

    public IReadOnlyList<GroupFigure> Groups { get; init; } = [];

    /// <summary>Empty where they were not asked for.</summary>
    public IReadOnlyList<AccountFigure> Accounts { get; init; } = [];

    /// <summary>Percent; null: there was none last year.</summary>
    public decimal? Growth => Reckoning.Percent(Actual - LastYear, LastYear);

    /// <summary>Percent of the target; null without one.</summary>
    public decimal? Reached => Target is { } target ? Reckoning.Percent(Actual, target) : null;
}
