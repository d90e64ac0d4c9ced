namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>A language model at an OpenAI-compatible endpoint.</summary>
/// <param name="Endpoint">Base address, e.g. https://host/v1.</param>
/// <param name="Name">The model's or deployment's name.</param>
/// <param name="Key">Null: the endpoint wants none.</param>
public sealed record ModelOptions(Uri Endpoint, string Name, string? Key = null)
{
    /// <summary>All of a message's model work ends within this time.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Failures in a row after which the model is left alone.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>How long it is left alone.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>So often it is asked for one person on one day (UTC).</summary>
    public int CallsPerDay { get; init; } = 200;
}

/// <summary>What came of asking the model once.</summary>
public enum ModelOutcome
{
    Answered,

    /// <summary>Not the form that was asked for, cut off, empty, or a refusal.</summary>
    Unreadable,
    TimedOut,

    /// <summary>A status other than success, or no connection.</summary>
    Failed,

    /// <summary>Not asked: it failed too often a moment ago.</summary>
    LeftAlone,

    /// <summary>Not asked: the person's share of the day is used up.</summary>
    OverBudget,
}

/// <summary>For telemetry: names and figures, never what was said.</summary>
/// <param name="Purpose">hear or summarize.</param>
/// <param name="Status">Of the HTTP answer; 0 where there was none.</param>
/// <param name="Opened">From now on it is left alone for a while.</param>
public sealed record ModelAsked(string Purpose, ModelOutcome Outcome, TimeSpan Took, int Status = 0, bool Opened = false);
