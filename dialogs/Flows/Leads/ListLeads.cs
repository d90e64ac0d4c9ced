using SalesBot.Cards.Leads;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Leads;

/// <summary>The open leads of one customer or of all: what may come, and what it would be worth.</summary>
internal sealed class ListLeads() : Flow(Intents.LeadStatus, new("Leads", "Leads"), Account)
{
    public const string List = "leads";

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = Privately.Answer(Message.Of(await CardAsync(turn, known.Of(Account)?.Id, 0, cancel)), turn);
        if (known.Of(Account) is { Id: not null } named) effect.Lean[SlotNames.Account] = named;
        return effect;
    }

    public static async Task<AdaptiveCard> CardAsync(Turn turn, AccountId? of, int skip, CancellationToken cancel)
    {
        var people = await turn.Book.PeopleAsync(cancel);
        var open = (await turn.Book.LeadsAsync(cancel)).Select(stored => stored.Record).Where(lead => IsOpen(lead) && (of is null || lead.Account == of))
            .OrderByDescending(lead => lead.ExpectedValue ?? 0).ThenByDescending(lead => lead.CreatedAt).ToList();
        var shown = open.Skip(skip).Take(ListCard.PageSize).ToList();
        var names = await turn.Book.NamesAsync([.. shown.Select(lead => lead.Account), .. of is { } about ? [about] : Array.Empty<AccountId>()], cancel);
        var page = shown.Select(lead => new LeadItem(
            lead, names.GetValueOrDefault(lead.Account, ""), lead.Owner == turn.User.Id ? null : people.TryGetValue(lead.Owner, out var owner) ? owner.Name : "?"));
        var more = open.Count > skip + ListCard.PageSize ? new ListMore(List, skip + ListCard.PageSize, of?.Value) : null;
        return LeadsCard.Of(
            new([.. page], open.Count, open.Sum(lead => lead.ExpectedValue ?? 0), open.Count(lead => lead.ExpectedValue is null), of is { } one ? names.GetValueOrDefault(one) : null, more),
            turn.Language);
    }

    public static bool IsOpen(Lead lead) => lead.Status is LeadStatus.Open or LeadStatus.Qualified;
}
