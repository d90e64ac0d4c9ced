using System.Text.Json.Serialization;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Visits;

namespace SalesBot.Dialogs.Understanding;

/// <summary>A message to understand.</summary>
/// <param name="Now">Local time of the speaker, which relative dates refer to.</param>
/// <param name="Context">What goes on in the conversation.</param>
/// <param name="Speaker">Whose share of the language model is used; null: nobody's.</param>
public sealed record Utterance(string Text, Language Language, DateTime Now, HeardContext? Context = null, string? Speaker = null);

/// <param name="Flow">The running flow, by its intent's name (log_visit); null: none.</param>
/// <param name="Asked">The slot that the bot asked for, or "confirm".</param>
/// <param name="Known">Slots known in the flow, or of the answer before, that a short follow-up may lean on.</param>
public sealed record HeardContext(string? Flow, string? Asked, IReadOnlyDictionary<string, SlotValue> Known)
{
    /// <summary>The question that was answered last, beside a flow that still runs: "en het jaar daarvoor?" is about it.</summary>
    public HeardContext? Answered { get; init; }
}

/// <summary>What was understood. A sentence, a button and a form all become one.</summary>
/// <param name="Intents">Names of <see cref="Intents"/>, in order of speaking; never empty: out_of_scope where nothing fits.</param>
/// <param name="Slots">In order of speaking.</param>
public sealed record Heard(IReadOnlyList<string> Intents, IReadOnlyList<HeardSlot> Slots)
{
    /// <summary>A language model should have helped and did not.</summary>
    public bool Unaided { get; init; }

    public bool Has(string intent) => Intents.Contains(intent);
}

/// <summary>A value for a slot.</summary>
/// <param name="Name">One of <see cref="SlotNames"/>.</param>
/// <param name="Intent">Index in <see cref="Heard.Intents"/> of the clause it was said in.</param>
/// <param name="Start">Place in the text; -1 for a value that stands nowhere (a form, a derived value).</param>
/// <param name="Not">Said to be wrong: this value is taken away, or, with an empty text, all of the slot's values.</param>
public sealed record HeardSlot(string Name, SlotValue Value, int Intent = 0, int Start = -1, int Length = 0, bool Not = false);

[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(Span), "span")]
[JsonDerivedType(typeof(Account), "account")]
[JsonDerivedType(typeof(Summary), "summary")]
public abstract record SlotValue
{
    private SlotValue() { }

    public sealed record Text(string Value) : SlotValue;

    public sealed record Number(decimal Value) : SlotValue;

    public sealed record Date(DateOnly Value) : SlotValue;

    /// <summary>Where only a period was said.</summary>
    public sealed record Span(Period Value) : SlotValue;

    /// <summary>A customer: known (Id), possibly one of several that fit (Others, likeliest first), or unknown (no Id).</summary>
    /// <param name="Name">Full name as in the list, or as spoken where unknown.</param>
    /// <param name="New">The speaker said that it is a new prospect.</param>
    public sealed record Account(string Name, AccountId? Id, IReadOnlyList<AccountName> Others, bool New = false) : SlotValue;

    /// <summary>Of a long note.</summary>
    public sealed record Summary(VisitSummary Value) : SlotValue;
}

/// <summary>How an account is called.</summary>
public sealed record AccountName(AccountId Id, string Name, IReadOnlyList<string> Aliases);

/// <summary>Turns words into <see cref="Heard"/>. It proposes; the flows decide.</summary>
public interface IUnderstanding
{
    /// <param name="names">The names that the speaker may use: accounts, contacts, products, competitors.</param>
    ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel);

    /// <summary>A proposal for the summary of a long note, each sentence with its places in the note; null where nobody proposes one.</summary>
    Task<IReadOnlyList<SummarySentence>?> DraftAsync(Utterance note, Gazetteer names, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SummarySentence>?>(null);
}
