namespace SalesBot.Cards.Preview;

/// <summary>What a flow is about to write, shown before it is confirmed, with a form to change any of it.</summary>
/// <param name="Progress">Id of the flow's progress.</param>
/// <param name="Version">A press on a card of an older version is answered with the present one.</param>
/// <param name="Note">A remark below it, e.g. that a line needs the supervisor.</param>
/// <param name="Summary">Of a long note, below the first section.</param>
public sealed record FlowPreview(
    string Title, string Progress, int Version, IReadOnlyList<PreviewSection> Sections, IReadOnlyList<Field> Fields, string? Note = null,
    SummaryView? Summary = null);

/// <summary>One record of several that the message becomes: visit note, contact, lead, ...</summary>
public sealed record PreviewSection(string Title, IReadOnlyList<PreviewRow> Rows);

/// <param name="Below">What else belongs to it, in small type over the whole width, as does the value; null: label and value stand side by side.</param>
public sealed record PreviewRow(string Label, string Value, string? Below = null);

public enum FieldInput { Text, LongText, Number, Date, Choice }

/// <summary>An input of the form, made from a slot.</summary>
/// <param name="Slot">The slot's name, which is the input's id.</param>
/// <param name="Value">In the form the input wants: ISO date, invariant number, choice value.</param>
public sealed record Field(string Slot, string Label, FieldInput Input, string? Value, bool Required, IReadOnlyList<FieldChoice> Choices);

public sealed record FieldChoice(string Value, string Title);
