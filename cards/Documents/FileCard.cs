using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Documents;

/// <param name="About">One line on what it is.</param>
/// <param name="Until">When the link ends, in the reader's time.</param>
public sealed record FileView(string Name, string About, Uri Link, DateTime Until);

/// <summary>A file to download, where the client can not be handed one.</summary>
public static class FileCard
{
    private static readonly Text Download = new("Downloaden", "Download");

    public static AdaptiveCard Of(FileView view, Language language) => new(
        view.About,
        [
            new TextBlock("📄 " + view.Name) { Bold = true },
            new TextBlock(view.About) { Spacing = Spacing.None },
            Parts.Remark(new Text(
                $"De link werkt tot {language.Date(DateOnly.FromDateTime(view.Until))}; wie hem heeft, kan het bestand openen.",
                $"The link works until {language.Date(DateOnly.FromDateTime(view.Until))}; whoever has it can open the file.").In(language)),
        ],
        [new OpenLink(Download.In(language), view.Link)]);
}
