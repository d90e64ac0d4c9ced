using System.Text.Json.Serialization;

namespace SalesBot.Data.Approvals;

/// <summary>What a supervisor decides on.</summary>
public enum SubjectKind { Quote, Agreement, AccountPlan, Proposal }

/// <summary>The thing that is decided on: its kind, and the key of its record within that kind.</summary>
/// <remarks>As text <c>agreement:A-2026-0003</c>; a quote is its bare number, as in the approvals that were stored first.</remarks>
[JsonConverter(typeof(IdConverter<Subject>))]
public readonly record struct Subject(SubjectKind Kind, string Key) : IId<Subject>
{
    private static readonly (SubjectKind Kind, string Word)[] Words =
        [(SubjectKind.Quote, "quote"), (SubjectKind.Agreement, "agreement"), (SubjectKind.AccountPlan, "plan"), (SubjectKind.Proposal, "proposal")];

    /// <summary>Names the kind in ids and in the data of buttons.</summary>
    public string Word => WordOf(Kind);

    public string Value => Kind == SubjectKind.Quote ? Key : $"{Word}:{Key}";

    public static string WordOf(SubjectKind kind) => Words[(int)kind].Word;

    public static Subject Of(string value)
    {
        foreach (var (kind, word) in Words)
            if (kind != SubjectKind.Quote && value.StartsWith(word + ":", StringComparison.Ordinal)) return new(kind, value[(word.Length + 1)..]);
        return new(SubjectKind.Quote, value);
    }

    public static implicit operator Subject(QuoteNumber number) => new(SubjectKind.Quote, number.Value);

    public override string ToString() => Value;
}
