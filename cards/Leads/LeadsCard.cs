using SalesBot.Cards.Accounts;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Visits;

namespace SalesBot.Cards.Leads;

/// <param name="Total">How many there are in all, worth <paramref name="Value"/> EUR excl. VAT together.</param>
/// <param name="About">Of one account; null: of all that the reader sees.</param>
public sealed record LeadsView(IReadOnlyList<LeadItem> Items, int Total, decimal Value, int WithoutValue, string? About = null, ListMore? More = null);

/// <param name="OwnerName">Null: it is the reader's own.</param>
public sealed record LeadItem(Lead Lead, string AccountName, string? OwnerName);

/// <summary>The pipeline: what may come, the largest first.</summary>
public static class LeadsCard
{
    public static AdaptiveCard Of(LeadsView view, Language language)
    {
        var title = LeadTexts.Title.In(language);
        var worth = $"{(view.Total == 1 ? "1 lead" : $"{view.Total} leads")} · {language.Euros(view.Value)}";
        return new AdaptiveCard(
            $"{title}: {(view.Items.Count == 0 ? LeadTexts.None.In(language) : worth)}",
            [
                Parts.Header(title, view.About, view.Total == 0 ? null : new Status(worth)),
                .. view.Items.Count == 0 ? [new TextBlock(LeadTexts.None.In(language))] : view.Items.Select((item, index) => Row(item, index, view.About is null, language)),
                .. Parts.If(view.WithoutValue > 0, () => Parts.Remark(LeadTexts.NoValue(view.WithoutValue).In(language))),
                .. Parts.If(view.Items.Count > 0, () => Parts.Remark(LeadTexts.Hint.In(language))),
            ],
            view.More is { } more ? [new Execute(ListTexts.More.In(language), "list.more", ListCard.DataOf(more))] : null);
    }

    private static Element Row(LeadItem item, int index, bool named, Language language)
    {
        var lead = item.Lead;
        var details = new[] { named ? AccountTexts.Size(lead, language) : null, LeadTexts.Of(lead.Status).In(language), item.OwnerName }.OfType<string>();
        return Parts.Entry(
            Words.Clip(named ? item.AccountName : AccountTexts.Size(lead, language), 120), string.Join(" · ", details),
            Parts.Figure(lead.ExpectedValue is { } value ? language.Euros(value) : "–"), separator: index > 0,
            color: lead.Status == LeadStatus.Qualified ? TextColor.Accent : TextColor.Default);
    }
}

/// <summary>Words for leads.</summary>
public static class LeadTexts
{
    public static readonly Text
        Title = new("Leads", "Leads"),
        None = new("Er staat geen lead open.", "No lead is open."),
        Hint = new("Zeg bijvoorbeeld “de lead van Achmea is gewonnen”.", "Say for example “the Achmea lead is won”.");

    public static Text NoValue(int count) => count == 1
        ? new("1 lead heeft nog geen verwachte waarde.", "1 lead has no expected value yet.")
        : new($"{count} leads hebben nog geen verwachte waarde.", $"{count} leads have no expected value yet.");

    public static Text Of(LeadStatus status) => AccountTexts.Of(status);

    /// <summary>40 kamers, 2 nachten, 10 mrt 2026.</summary>
    public static string Size(Lead lead, Language language) => AccountTexts.Size(lead, language);
}
