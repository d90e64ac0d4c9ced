using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Preview;

/// <summary>Takes the place of a preview that was called off.</summary>
public static class CancelledCard
{
    public static AdaptiveCard Of(string title, Language language) =>
        Closed.Of(title, PreviewTexts.Cancelled.In(language), PreviewTexts.CancelledNote.In(language), language);
}

/// <summary>Takes the place of a card that a newer one has replaced.</summary>
public static class SupersededCard
{
    public static AdaptiveCard Of(string title, Language language) =>
        Closed.Of(title, PreviewTexts.Superseded.In(language), PreviewTexts.SupersededNote.In(language), language);
}

/// <summary>Takes the place of a receipt whose write was undone.</summary>
public static class UndoneCard
{
    public static AdaptiveCard Of(string title, Language language) =>
        Closed.Of(title, PreviewTexts.Undone.In(language), PreviewTexts.UndoneNote.In(language), language);
}

internal static class Closed
{
    public static AdaptiveCard Of(string title, string state, string note, Language language) =>
        new($"{state}: {title}",
        [
            new TextBlock(title) { Subtle = true },
            new TextBlock(state) { Bold = true, Spacing = Spacing.None },
            Parts.Remark(note, Spacing.None),
        ]);
}
