using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Lists;

/// <param name="Writes">Newest first.</param>
public sealed record WritesView(IReadOnlyList<WriteItem> Writes);

/// <param name="At">The reader's local time.</param>
public sealed record WriteItem(string Id, string What, DateTime At);

/// <summary>What the reader saved lately and can take back.</summary>
public static class WritesCard
{
    public static AdaptiveCard Of(WritesView view, Language language) =>
        ListCard.Of(
            new ListView(
                ListTexts.Writes.In(language), null,
                [
                    .. view.Writes.Select(write => new ListItem(
                        write.What, write.At.ToString("ddd d MMM HH:mm", language.Culture()), null, new Execute(ListTexts.Undo.In(language), "write.undo", new ActionData(("write", write.Id))))),
                ],
                ListTexts.NoWrites.In(language)),
            language);
}
