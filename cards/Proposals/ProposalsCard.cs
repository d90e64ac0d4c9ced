using SalesBot.Cards.Approvals;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Proposals;

namespace SalesBot.Cards.Proposals;

/// <param name="Items">Newest first.</param>
public sealed record ProposalsView(IReadOnlyList<ProposalItem> Items);

public sealed record ProposalItem(Proposal Proposal, string? AccountName, string? DeciderName);

/// <summary>Where proposals stand.</summary>
public static class ProposalsCard
{
    public static AdaptiveCard Of(ProposalsView view, Language language) =>
        ListCard.Of(new ListView(ProposalTexts.Title.In(language), null, [.. view.Items.Select(item => ItemOf(item, language))], ProposalTexts.None.In(language)), language);

    private static ListItem ItemOf(ProposalItem item, Language language)
    {
        var proposal = item.Proposal;
        var details = new[]
        {
            ProposalTexts.Of(proposal.About).In(language), item.AccountName, proposal.Value is { } value ? language.Money(value) : null, proposal.Decision,
        }.OfType<string>();
        return new ListItem(proposal.What, string.Join(" · ", details), new Status(
            item.DeciderName is { } by && proposal.Status != ProposalStatus.Open ? $"{ProposalTexts.Of(proposal.Status).In(language)} · {by}" : ProposalTexts.Of(proposal.Status).In(language),
            proposal.Status switch { ProposalStatus.Open => TextColor.Warning, ProposalStatus.Declined => TextColor.Attention, _ => TextColor.Good }));
    }

    /// <summary>What a proposal says on its approval card.</summary>
    public static ApprovalBody BodyOf(Proposal proposal, Language language) => new(
        Words.Clip(proposal.What, 60), proposal.Value is { } stake ? language.Money(stake) : null,
        [
            Parts.Row(ProposalTexts.About.In(language), ProposalTexts.Of(proposal.About).In(language)),
            .. Parts.If(proposal.Value is not null, () => Parts.Row(ProposalTexts.Amount.In(language), language.Money(proposal.Value!.Value), strong: true)),
        ],
        [Parts.Caption(ProposalTexts.One.In(language)), new TextBlock(Words.Clip(proposal.What, 600))],
        proposal.Value is { } amount ? [new NumberInput("amount", ProposalTexts.Amount.In(language), null, amount) { Least = 0 }] : []);
}

/// <summary>Words for proposals.</summary>
public static class ProposalTexts
{
    public static readonly Text
        Title = new("Voorstellen", "Proposals"),
        One = new("Voorstel", "Proposal"),
        About = new("Voor een", "For a"),
        Amount = new("Bedrag", "Amount"),
        None = new("Er zijn nog geen voorstellen.", "There are no proposals yet.");

    public static Text Of(ProposalAbout about) => about switch
    {
        ProposalAbout.Lead => new("lead", "lead"),
        ProposalAbout.Package => new("arrangement", "package"),
        _ => new("prijs", "price"),
    };

    public static Text Of(ProposalStatus status) => status switch
    {
        ProposalStatus.Adopted => new("overgenomen", "adopted"),
        ProposalStatus.AdoptedWithChange => new("overgenomen met wijziging", "adopted with a change"),
        ProposalStatus.Declined => new("afgewezen", "declined"),
        _ => new("wacht op besluit", "waiting for a decision"),
    };
}
