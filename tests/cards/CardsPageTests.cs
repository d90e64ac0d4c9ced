using System.Text.RegularExpressions;
using SalesBot.Data;
using Xunit;

namespace SalesBot.Tests.Cards;

public sealed partial class CardsPageTests
{
    [Fact]
    public void The_page_shows_every_card_and_every_picture_is_there()
    {
        var docs = Path.Combine(NpmFolder.Repository, "docs");
        var shown = Picture().Matches(File.ReadAllText(Path.Combine(docs, "cards.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(CardGallery.All(Language.Dutch).Select(card => card.Name).Order(), shown.Order());
        Assert.All(shown, name => Assert.True(File.Exists(Path.Combine(docs, "cards", $"{name}.png")), name));
        Assert.Equal(shown.Count, Directory.GetFiles(Path.Combine(docs, "cards"), "*.png").Length);
    }

    [GeneratedRegex(@"!\[[^\]]+\]\(cards/([a-z-]+)\.png\)")]
    private static partial Regex Picture();
}
