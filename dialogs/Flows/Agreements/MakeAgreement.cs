using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Cards.Preview;
using SalesBot.Data.Agreements;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Dialogs.Agreements;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Agreements;

/// <summary>
/// Agrees rates with an account for a time, a year as a rule. It goes to the supervisor; from the decision on quotes use the rates on
/// the days that they hold.
/// </summary>
internal sealed partial class MakeAgreement(ApprovalDesk desk) : Flow(
    Name, new("Samenwerkingsovereenkomst", "Rate agreement"), Account, Rates, Term, Volume, InEuros, Reason, Said, Unknown)
{
    public const string Name = "agreement";

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Met welke klant is de overeenkomst?", "Which account is the agreement with?"));

    private static readonly Slot<string> Rates = Slot.Words(
        "rates", new("Tarieven", "Rates"), new(
            "Welke tarieven spreken jullie af? Bijvoorbeeld “kamers 105” of “10 % op de zalen”.",
            "Which rates do you agree on? For example “rooms 105” or “10% on the meeting rooms”."), required: true, many: true);

    private static readonly Slot<Period?> Term = Slot.Span(
        SlotNames.Period, new("Looptijd", "Term"), new(
            "Van wanneer tot wanneer geldt het? Bijvoorbeeld “heel 2026”.", "From when until when does it hold? For example “all of 2026”."));

    private static readonly Slot<decimal?> Volume = Slot.Number(
        "volume", new("Toegezegde kamernachten", "Promised room nights"), new("Hoeveel kamernachten zegt de klant toe?", "How many room nights does the account promise?"));

    private static readonly Slot<decimal?> InEuros = Slot.Money(
        SlotNames.Amount, new("Toegezegde omzet", "Promised revenue"), new("Hoeveel omzet zegt de klant toe?", "How much revenue does the account promise?"));

    private static readonly Slot<string> Reason = Slot.Words(
        SlotNames.Reason, new("Onderbouwing", "Justification"), new("Waarom is dit nodig?", "Why is this needed?"), input: FieldInput.LongText);

    private static readonly Slot<string> Said = Slot.Derived("said", value => (value as SlotValue.Text)?.Value, many: true);

    private static readonly Slot<string> Unknown = Slot.Derived("unknown", value => (value as SlotValue.Text)?.Value);

    /// <summary>What the words themselves are read for, and what else could be heard in them.</summary>
    private static readonly HashSet<string> Kept = [SlotNames.Account, SlotNames.Reason];

    public override bool Claims(string words, Progress? open, Turn turn) => open is null
        ? words.Length < 400 && Begins().IsMatch(words)
        : open.Asked != SlotNames.Account && open.Asked != SlotNames.Reason && words.Length < 200 && HasRate().IsMatch(words);

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => asked is SlotNames.Account or SlotNames.Reason
        ? [.. said.Where(slot => slot.Name == asked)]
        : [.. said.Where(slot => Kept.Contains(slot.Name) || slot.Name == asked && asked is SlotNames.Period), new(Said.Name, new SlotValue.Text(words))];

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var prices = await turn.Book.PricesAsync(cancel);
        known = ReadInto(known, prices, turn);
        if (!known.Has(Account)) return new(known, Account);
        if (known.Of(Unknown) is { } unknown) return new(known.With(Unknown, []), Rates, AgreementSentences.NotInList(unknown));
        if (RatesOf(known, prices).Count == 0) return new(known.With(Rates, []), Rates);
        if (known.Of(Term) is not { } term) return new(known, Term);
        return term.To < turn.Today ? new(known.With(Term, []), Term, AgreementSentences.TermIsOver) : new(known);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var prices = await turn.Book.PricesAsync(cancel);
        var policy = await turn.Book.PolicyAsync(desk.Policy, cancel);
        var agreement = Draft(known, known.Of(Account)?.Id ?? new("?"), prices, turn);
        var route = await ApprovalDesk.RouteAsync(AgreementMatter.Of(agreement), turn, cancel);
        return new(
            [
                new(turn.Say(Title), [.. Rows(known, turn, [Account, Term, Volume, InEuros, Reason])]),
                new(turn.Say(Rates.Label), [.. agreement.Current.Rates.Select(rate => AgreementSentences.Row(rate, turn.Language))]),
                new(turn.Say(AgreementSentences.Policy),
                    [.. AgreementPolicy.Judge(agreement.Current, prices, policy).Where(finding => finding.Rule != "margin").Select(finding => new PreviewRow(finding.Deviates ? "!" : "✓", finding.In(turn.Language)))]),
            ],
            turn.Say(route is null ? ApprovalSentences.NobodyDecides : AgreementSentences.GoesTo(route.Approver.Name)));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var prices = await turn.Book.PricesAsync(cancel);
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        var agreement = Draft(known, account.Id, prices, turn);
        var findings = AgreementPolicy.Judge(agreement.Current, prices, await turn.Book.PolicyAsync(desk.Policy, cancel));
        if (await desk.SubmitAsync(AgreementApprovals.Shared.New(agreement), findings, null, turn.User.Team, turn, effect, cancel) is null)
            return effect;
        effect.Say(Message.Of(turn.Say(AgreementSentences.Submitted(agreement.Name, account.Name, agreement.Current.Rates))));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    private Answers ReadInto(Answers known, PriceList prices, Turn turn)
    {
        foreach (var said in known.All(Said))
        {
            var read = AgreementWords.Read(said, prices, turn);
            var rates = RatesOf(known, prices).Where(rate => !read.Rates.Concat(read.Dropped).Any(other => (other.Product, other.Group) == (rate.Product, rate.Group))).Concat(read.Rates);
            known = known.With(Rates, [.. rates.Select(rate => new SlotValue.Text(AgreementWords.Write(rate, prices, turn.Language)))]);
            if (read.Term is { } term) known = known.With(Term, [new SlotValue.Span(term)]);
            if (read.Volume is { } volume)
                known = known.With(Volume, volume.Unit == VolumeUnit.RoomNights ? [new SlotValue.Number(volume.Amount)] : []).With(InEuros, volume.Unit == VolumeUnit.Euros ? [new SlotValue.Number(volume.Amount)] : []);
            if (read.Unknown is { } unknown) known = known.With(Unknown, [new SlotValue.Text(unknown)]);
        }
        return known.With(Said, []);
    }

    private static List<AgreedRate> RatesOf(Answers known, PriceList prices) =>
        [.. known.All(Rates).Select(text => AgreementWords.Parse(text, prices)).OfType<AgreedRate>()];

    private static Agreement Draft(Answers known, Data.AccountId account, PriceList prices, Turn turn)
    {
        var term = known.Of(Term)!.Value;
        var unit = known.Has(Volume) ? VolumeUnit.RoomNights : VolumeUnit.Euros;
        var volume = known.Of(Volume) ?? known.Of(InEuros);
        List<AgreedRate> rates = [.. RatesOf(known, prices).Select(rate => rate.Named(prices, term.From))];
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{account}.{known.BegunAt.UtcDateTime:yyyyMMdd}-{known.Id[^6..]}"), account, turn.User.Id, AgreementStatus.Draft, turn.Now,
            [new(
                1, rates, term.From, term.To, volume, unit, AgreementPolicy.Value(volume, unit, rates, prices), rates.Max(rate => rate.Below), known.Of(Reason),
                turn.User.Id, turn.Now)]);
    }

    private const string Nouns = "samenwerkingsovereenkomst|jaarovereenkomst|raamovereenkomst|tariefovereenkomst|jaarafspraak|jaarafspraken|tariefafspraak|tariefafspraken|prijsafspraak|prijsafspraken|jaartarieven|(corporate|rate|framework|yearly|annual) (agreement|rates|deal)";

    [GeneratedRegex(@"^\W*((ik wil|kun je|graag|please|can you|could you|i want to|i'd like to|we) )?((maak|leg|stel|sluit|registreer|noteer|zet|spreek|create|make|set up|record|draft|agree|nieuwe|new|een|an|a)\b\W*){0,4}(" + Nouns + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant)]
    private static partial Regex HasRate();
}
