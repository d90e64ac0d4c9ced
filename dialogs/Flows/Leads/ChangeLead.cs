using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Leads;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Leads;

/// <summary>"De lead van Achmea is gewonnen": its status, with the reason where it was lost, or what it is worth.</summary>
internal sealed partial class ChangeLead() : Flow(
    "change_lead", new("Lead bijwerken", "Update a lead"), Account, Which, Status, Value, Reason, Competitor, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Which = Slot.Pick(SlotNames.Which, new("Welke lead bedoel je?", "Which lead do you mean?"));

    private static readonly Slot<LeadStatus?> Status = Slot.Choice(
        SlotNames.Status, new("Status", "Status"), new("Wat is er met de lead gebeurd?", "What happened to the lead?"),
        (LeadStatus.Open, LeadTexts.Of(LeadStatus.Open), "weer open|heropen|reopen|open again"),
        (LeadStatus.Qualified, LeadTexts.Of(LeadStatus.Qualified), "gekwalificeerd|kwalificeer|qualif|serieus|serious|kansrijk"),
        (LeadStatus.Won, LeadTexts.Of(LeadStatus.Won), "gewonnen|binnen\\b|binnengehaald|geboekt|won\\b|gescoord|landed|in the bag"),
        (LeadStatus.Lost, LeadTexts.Of(LeadStatus.Lost), "verloren|kwijt|afgevallen|gaat niet door|lost\\b|lose\\b|fell through|off\\b|van de baan"));

    private static readonly Slot<decimal?> Value = Slot.Money(SlotNames.Amount, new("Verwachte waarde", "Expected value"), new("Wat is het waard?", "What is it worth?"));

    private static readonly Slot<string> Reason = Slot.Heard(
        SlotNames.Reason, new("Reden", "Reason"), new("Waarom ging hij verloren? “Overslaan” mag ook.", "Why was it lost? You may say “skip”."), Said.Because, required: true);

    private static readonly Slot<string> Competitor = Slot.Words(SlotNames.Competitor, new("Aan", "To"), new("Aan wie?", "To whom?"));

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        (heard is Intents.LeadStatus or Intents.CompleteFollowUp && Option.Said(Status.Options, words) is not null || heard is Intents.LogLead or Intents.LeadStatus && Worth().IsMatch(words))
        && !Asks().IsMatch(words);

    public override bool Needs(Slot slot, Answers known) => slot != Reason && slot != Competitor || known.Of(Status) == LeadStatus.Lost;

    public override bool MayStayOpen(Slot slot) => slot == Reason;

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var of = known.Of(Account)?.Id;
        var names = (await turn.Book.AccountsAsync(cancel)).ToDictionary(account => account.Id, account => account.Name);
        var leads = (await turn.Book.LeadsAsync(cancel)).Where(lead => (of is null || lead.Record.Account == of) && (ListLeads.IsOpen(lead.Record) || known.Of(Status) == LeadStatus.Open))
            .OrderByDescending(lead => lead.Record.CreatedAt).ToList();
        var found = Picking.Of(
            known, Which, known.Of(Slot.Message), leads, lead => lead.Id, lead => TitleOf(lead.Record, names, turn), Which.Question,
            Stops.Of("not_found", new("Daar staat geen open lead.", "There is no open lead there."), turn));
        return found.Stops is not null || found.Asks is not null || known.Has(Status) || known.Has(Value) ? found : new(found.Known, Status);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var rows = new List<PreviewRow>();
        if (await FindAsync(known, turn, cancel) is { Record: var lead })
        {
            var account = await turn.Book.AccountAsync(lead.Account, cancel);
            rows.Add(new(turn.Say(new("Klant", "Account")), account?.Record.Name ?? ""));
            rows.Add(new("Lead", LeadTexts.Size(lead, turn.Language)));
            if (known.Of(Status) is { } status) rows.Add(new(turn.Say(Status.Label), $"{turn.Say(LeadTexts.Of(lead.Status))} → {turn.Say(LeadTexts.Of(status))}"));
            if (known.Of(Value) is { } value) rows.Add(new(turn.Say(Value.Label), lead.ExpectedValue is { } before ? $"{turn.Language.Money(before)} → {turn.Language.Money(value)}" : turn.Language.Money(value)));
            rows.AddRange(Rows(known, turn, [Reason, Competitor]));
        }
        return new([new(turn.Say(Title), rows)]);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await FindAsync(known, turn, cancel) is not { Record: var lead } stored) return Stops.Gone(turn);
        var effect = new Effect();
        var changed = lead with { ExpectedValue = known.Of(Value) ?? lead.ExpectedValue };
        if (known.Of(Status) is { } status && status != lead.Status)
            changed = changed with
            {
                Status = status,
                History = [.. lead.History ?? [new(LeadStatus.Open, lead.CreatedAt, lead.Owner)], new(status, turn.Now, turn.User.Id)],
                Reason = known.Of(Reason) ?? lead.Reason,
                Competitor = known.Of(Competitor) ?? lead.Competitor,
            };
        effect.Changes.Replace(Kinds.Lead, stored, changed);
        return effect;
    }

    private static async Task<Stored<Lead>?> FindAsync(Answers known, Turn turn, CancellationToken cancel) =>
        (await turn.Book.LeadsAsync(cancel)).FirstOrDefault(lead => lead.Id == known.Of(Which));

    private static string TitleOf(Lead lead, Dictionary<AccountId, string> names, Turn turn) =>
        $"{names.GetValueOrDefault(lead.Account)}: {LeadTexts.Size(lead, turn.Language)}{(lead.ExpectedValue is { } value ? $", {turn.Language.Euros(value)}" : "")}";

    [GeneratedRegex(@"\b(de|die|deze|the|that|this|our|mijn|onze) leads?\b[^.!?]*\b(waard|worth|waarde|value)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Worth();

    [GeneratedRegex(@"^\W*(welke|hoeveel|wat|hoe|toon|laat|which|how|what|show|list|any)\b|\?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
