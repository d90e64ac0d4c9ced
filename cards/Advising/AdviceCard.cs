using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Advising;

namespace SalesBot.Cards.Advising;

/// <param name="About">Of one account; null: of all that the reader sees.</param>
public sealed record AdviceView(IReadOnlyList<AdviceItem> Items, int Total, string? About = null);

/// <param name="Id">Of the document, for the button.</param>
public sealed record AdviceItem(Advice Advice, string Id, string AccountName);

/// <summary>What was recommended and still waits for the customer's answer; a tap says that it was accepted.</summary>
public static class AdviceCard
{
    public static AdaptiveCard Of(AdviceView view, Language language) =>
        ListCard.Of(
            new ListView(
                AdviceTexts.Title.In(language), view.About, [.. view.Items.Select(item => ItemOf(item, view.About is null, language))], AdviceTexts.None.In(language)),
            language);

    private static ListItem ItemOf(AdviceItem item, bool named, Language language)
    {
        var advice = item.Advice;
        var details = new[] { named ? item.AccountName : null, advice.GivenAt.ToString("d MMM", language.Culture()), advice.AddedValue is { } value ? language.Euros(value) : null }.OfType<string>();
        return new ListItem(
            advice.What, string.Join(" · ", details), null, new Execute(AdviceTexts.Accept.In(language), "advice.accept", new ActionData(("id", item.Id))));
    }
}

/// <summary>Words for advice.</summary>
public static class AdviceTexts
{
    public static readonly Text
        Title = new("Open adviezen", "Open advice"),
        None = new("Er staat geen advies open.", "No advice is open."),
        Accept = new("Akkoord", "Accepted");

    public static Text Of(AdviceStatus status) => status switch
    {
        AdviceStatus.Accepted => new("overgenomen", "accepted"),
        AdviceStatus.Declined => new("afgewezen", "declined"),
        _ => new("open", "open"),
    };
}
