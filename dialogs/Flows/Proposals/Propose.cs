using System.Text.RegularExpressions;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Proposals;
using SalesBot.Data;
using SalesBot.Data.Proposals;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Proposals;

/// <summary>A lead, package or price put to the supervisor: "voorstel: voor Achmea een zomerarrangement van 95 euro".</summary>
internal sealed partial class Propose(ApprovalDesk desk) : Flow(Intents.Proposal, new("Voorstel", "Proposal"), Account, What, About, Value, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Voor welke klant is het voorstel?", "Which account is the proposal for?"));

    private static readonly Slot<string> What = Slot.Words(
        SlotNames.What, new("Voorstel", "Proposal"), new("Wat stel je voor?", "What do you propose?"), required: true, input: FieldInput.LongText);

    private static readonly Slot<ProposalAbout?> About = Slot.Choice(
        SlotNames.Kind, new("Voor een", "For a"), new("Gaat het om een lead, een arrangement of een prijs?", "Is it about a lead, a package or a price?"),
        (ProposalAbout.Lead, ProposalTexts.Of(ProposalAbout.Lead), "leads?\\b"),
        (ProposalAbout.Package, ProposalTexts.Of(ProposalAbout.Package), "arrangement|\\p{L}*arrangement|package|pakket"),
        (ProposalAbout.Price, ProposalTexts.Of(ProposalAbout.Price), "prijs|\\p{L}*prijs|tarief|korting|price|rate|discount"));

    private static readonly Slot<decimal?> Value = Slot.Money(SlotNames.Amount, new("Bedrag", "Amount"), new("Om welk bedrag gaat het?", "Which amount is it about?"));

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (!known.Has(What) && known.Of(Slot.Message) is { } words && Lines.Tells(words)) known = known.With(What, [new SlotValue.Text(Lines.Of(words, Lead()))]);
        return new(known.Has(Account) && known.Has(What) && !known.Has(About) ? new Checked(known, About) : new(known));
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var route = known.Of(Account)?.Id is { } id ? await ApprovalDesk.RouteAsync(ProposalMatter.Of(Of(known, id, turn)), turn, cancel) : null;
        return new([new(turn.Say(Title), Rows(known, turn, [Account, What, About, Value]))], route is null ? null : turn.Say(new(
            $"Zeg je “ja”, dan gaat dit voorstel naar {route.Approver.Name}.", $"Say “yes” and this proposal goes to {route.Approver.Name}.")));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        await desk.SubmitAsync(ProposalApprovals.Shared.New(Of(known, account.Id, turn)), [], null, turn.User.Team, turn, effect, cancel);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    private static Proposal Of(Answers known, Data.AccountId account, Turn turn) =>
        new(known.Id, turn.User.Id, known.Of(About) ?? ProposalAbout.Price, known.Of(What)!, turn.Now, Account: account, Value: known.Of(Value)) { Stage = Data.Approvals.Stage.Draft };

    [GeneratedRegex(
        @"^\s*(mijn |my |een |a )?(voorstel|proposal)\b(\s+(voor|aan|for|to)\s+(mijn |my )?(manager|leidinggevende|supervisor|baas|boss))?\s*[:,-]\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();
}

/// <summary>"Welke voorstellen lopen er?": the speaker's own, or the team's for its supervisor.</summary>
internal sealed partial class ListProposals() : Flow("list_proposals", new("Voorstellen", "Proposals"))
{
    private const int MostShown = 8;

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.Proposal or Intents.QuoteStatus or Intents.LeadStatus or Intents.ApprovalsPending or Intents.ListFollowUps or Intents.PlanStatus && Asks().IsMatch(words)
        && said.All(slot => slot.Name != SlotNames.Indicator);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var people = await turn.Book.PeopleAsync(cancel);
        var shown = (await turn.Book.ProposalsAsync(cancel)).Take(MostShown).ToList();
        var names = await turn.Book.NamesAsync(shown.Select(stored => stored.Record.Account).OfType<AccountId>(), cancel);
        var items = shown.Select(stored => new ProposalItem(
            stored.Record, stored.Record.Account is { } of ? names.GetValueOrDefault(of) : null, stored.Record.DecidedBy is { } by && people.TryGetValue(by, out var decider) ? decider.Name : null));
        return Privately.Answer(Message.Of(ProposalsCard.Of(new([.. items]), turn.Language)), turn);
    }

    [GeneratedRegex(
        @"^\W*(en |and )?(welke|hoe|wat|status|toon|laat|show|list|which|what|how|any|mijn|my)\b[^.!]*\b(voorstellen|proposals)\b|\bstatus (of|van) (my|mijn) (proposals?|voorstel)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
