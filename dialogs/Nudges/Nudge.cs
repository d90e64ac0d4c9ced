using SalesBot.Cards;
using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Dialogs.Nudges;

/// <summary>A matter that the bot speaks of without being asked.</summary>
/// <param name="Kind">Name of its source.</param>
/// <param name="Key">The matter within its kind: a quote's number, an account's id.</param>
/// <param name="State">It is told once, and again only when this changes.</param>
/// <param name="Button">What helps with it.</param>
public sealed record Nudge(string Kind, string Key, string State, string Line, string Detail, Execute Button)
{
    public bool Urgent { get; init; }

    /// <summary>Of two of a kind the heavier comes first.</summary>
    public decimal Weight { get; init; }

    public string Id => $"{Kind}|{Key}";
}

/// <summary>
/// One kind of matter: reads the records as the person may see them and names those that matter today. What is resolved is not
/// named, and so is neither told nor shown any more.
/// </summary>
/// <param name="kind">Names it in the store: it stays.</param>
/// <param name="title">Names it to the person, e.g. in "stop this".</param>
public abstract class NudgeSource(string kind, Text title)
{
    public string Kind => kind;
    public Text Title => title;

    public abstract Task<IReadOnlyList<Nudge>> OfAsync(NudgeDay day, CancellationToken cancel);

    /// <summary>A button that shows the account, or why its revenue deviates, as a message of its own below the overview.</summary>
    protected static Execute Open(NudgeDay day, AccountId account, bool why = false) => why
        ? new(day.Say(NudgeTexts.Why), NudgePress.Why, new ActionData(("subject", account.Value)))
        : new(day.Say(NudgeTexts.Prepare), NudgePress.Open, new ActionData(("subject", account.Value)));

    /// <summary>A button that shows the quote as a message of its own, below the overview.</summary>
    protected static Execute Open(NudgeDay day, QuoteNumber quote) =>
        new(day.Say(NudgeTexts.Open), NudgePress.Open, new ActionData(("quote", quote.Value), ("team", day.Person.Team.Value)));
}
