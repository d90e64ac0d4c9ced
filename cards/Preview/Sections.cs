using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Preview;

/// <summary>The records of a flow and its inputs, as preview, form and receipt show them alike.</summary>
internal static class Sections
{
    // Longer texts are read in full where they are stored; a card stays within what Teams delivers.
    private const int MostCharacters = 600;

    /// <summary>A longer word, such as the name of a product, would be broken in the narrow column.</summary>
    private const int LongestWord = 14;

    /// <summary>The summary belongs to the first record: that is the one with the note.</summary>
    public static IEnumerable<Element> Of(IReadOnlyList<PreviewSection> sections, SummaryView? summary, Language language) =>
        [.. Of([.. sections.Take(1)]), .. SummaryPart.Of(summary, language), .. Of([.. sections.Skip(1)])];

    public static IEnumerable<Element> Of(IReadOnlyList<PreviewSection> sections) =>
        sections.SelectMany(section => section.Rows
            .Select(row => RowOf(row, section.Rows.Any(IsLong)))
            .Prepend(Parts.Caption(section.Title)));

    // A mark, such as a tick, takes no column of its own.
    private static Element RowOf(PreviewRow row, bool even)
    {
        var value = Words.Clip(row.Value, MostCharacters);
        if (row.Below is { } below) return Parts.Entry($"{row.Label}: {value}", below.Length > 0 ? Words.Clip(below, MostCharacters) : null);
        return row.Label switch
        {
            // As on the approval's card.
            "!" => new TextBlock($"⚠ {value}") { Spacing = Spacing.Small, Color = TextColor.Warning },
            { Length: 1 } mark => new TextBlock($"{mark} {value}") { Spacing = Spacing.Small, Subtle = true },
            var label => Parts.Row(label, value, even: even),
        };
    }

    private static bool IsLong(PreviewRow row) => row.Label.Split(' ', '-').Any(word => word.Length > LongestWord);

    public static IReadOnlyList<Element> Inputs(IReadOnlyList<Field> fields, Language language) =>
        [.. fields.Select(field => (Element)InputOf(field, language))];

    private static Input InputOf(Field field, Language language)
    {
        var required = !field.Required ? null : (field.Input == FieldInput.Choice ? PreviewTexts.Choose : PreviewTexts.Fill).In(language);
        return field.Input switch
        {
            FieldInput.Text => new TextInput(field.Slot, field.Label, required, field.Value),
            FieldInput.LongText => new TextInput(field.Slot, field.Label, required, field.Value) { IsLong = true },
            FieldInput.Number => new NumberInput(field.Slot, field.Label, required, FieldValues.Number(field.Value)),
            FieldInput.Date => new DateInput(field.Slot, field.Label, required, FieldValues.Date(field.Value)),
            FieldInput.Choice => new ChoiceInput(
                field.Slot, field.Label, [.. field.Choices.Select(choice => new Choice(choice.Value, choice.Title))], required, field.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Input, "No input for it."),
        };
    }
}

/// <summary>Values of fields, in the form that inputs have them.</summary>
internal static class FieldValues
{
    private static readonly System.Globalization.CultureInfo Plain = System.Globalization.CultureInfo.InvariantCulture;

    public static decimal? Number(string? value) =>
        decimal.TryParse(value, System.Globalization.NumberStyles.Number, Plain, out var number) ? number : null;

    public static DateOnly? Date(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", Plain, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
