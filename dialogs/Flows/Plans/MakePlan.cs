using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Plans;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Understanding;
using Commands = SalesBot.Dialogs.Understanding.Talk.Commands;

namespace SalesBot.Dialogs.Flows.Plans;

/// <summary>
/// An account plan, filled in from history and changed in words until it is right; then it goes to the supervisor. An objective
/// without number, date, owner or evidence can not go: it is named, and the plan stays a draft until it is complete.
/// </summary>
internal sealed partial class MakePlan(ApprovalDesk desk, PolicyFor policy) : Flow(
    Intents.CreateAccountPlan, new("Accountplan", "Account plan"), PlanSlots.Account, PlanSlots.Time, PlanSlots.Revenue, PlanSlots.Cost, PlanSlots.Risks, PlanSlots.Competitors,
    PlanSlots.Objectives.Slot, PlanSlots.Actions.Slot, PlanSlots.Stakeholders.Slot, PlanSlots.Detail, PlanSlots.Said, PlanSlots.Base, PlanSlots.Prefilled, PlanSlots.Later, PlanSlots.Ending)
{
    /// <summary>In the last quarter people plan for the next year.</summary>
    private const int PlanningSeason = 10;

    public override bool MayStayOpen(Slot slot) => slot == PlanSlots.Cost;

    public override bool Claims(string words, Progress? open, Turn turn)
    {
        // With its contents in the same message it would be heard as several matters.
        if (open is null) return words.Length < 300 && Continues().IsMatch(words) && !Reminds().IsMatch(words) || words.Length < 1500 && Begins().IsMatch(words) && Rest().Match(words) is { Success: true } rest && Keywords().IsMatch(rest.Groups["rest"].Value);
        if (open.Asked == PlanSlots.Detail.Name)
            return !words.TrimEnd().EndsWith('?') && Commands.Of(Words.Of(words)) is null or Intents.Skip;
        return (open.Asked == PlanSlots.Cost.Name && PlanWords.Read(Costs(words), turn) is [PlanEdit.Cost]) || PlanWords.Read(words, turn).Count > 0;
    }

    /// <summary>A bare amount, where the costs are asked for.</summary>
    private static string Costs(string words) => $"budget {words}";

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked)
    {
        if (asked == PlanSlots.Detail.Name) return [new(PlanSlots.Detail.Name, new SlotValue.Text(words))];
        if (asked == PlanSlots.Cost.Name && BareAmount().IsMatch(words)) return [new(PlanSlots.Said.Name, new SlotValue.Text(Costs(words)))];
        var own = said.Where(slot => slot.Name is SlotNames.Account or SlotNames.Period or SlotNames.Amount or SlotNames.Competitor || slot.Name == PlanSlots.Cost.Name).ToList();
        // What an objective or action is about is read with it, not as the plan's own amount or time.
        var told = asked is null ? Rest().Match(words) is { Success: true } rest ? rest.Groups["rest"].Value : null : words;
        if (told is null || !Keywords().IsMatch(told)) return own;
        return [.. own.Where(slot => slot.Name == SlotNames.Account && asked is null || slot.Start >= 0 && asked is null && slot.Start < words.Length - told.Length), new(PlanSlots.Said.Name, new SlotValue.Text(told))];
    }

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (Privately.Stop(turn) is { } elsewhere) return new(known) { Stops = elsewhere };
        if (turn.User is { Role: Role.AccountManager, Level: 1 }) return new(known) { Stops = Stops.Of("not_allowed", PlanSentences.OnlyLevelTwo, turn) };
        if (known.Of(PlanSlots.Account) is not { } named) return new(known, PlanSlots.Account);
        var account = named.Id is { } id ? (await turn.Book.AccountAsync(id, cancel))?.Record : null;
        if (named.Id is not null && account is null) return new(known) { Stops = Stops.Of("not_found", FigureSentences.NoAccount, turn) };
        foreach (var said in known.All(PlanSlots.Said).SelectMany(words => PlanWords.Read(words, turn)).OfType<PlanEdit.Time>()) known = known.With(PlanSlots.Time, [new SlotValue.Span(said.Span)]);
        var before = account is null ? null : await BaseAsync(known, account, turn, cancel);
        known = WithTime(known, before?.Record, turn);
        var time = known.Of(PlanSlots.Time)!.Value;
        if (time.To < turn.Today) return new(known.With(PlanSlots.Time, []), PlanSlots.Time, PlanSentences.IsOver);
        var history = account is null ? null : await PlanHistory.ReadAsync(account, time, turn, policy, cancel);
        known = Begun(known, named, before?.Record, history, time, turn);
        var editing = new PlanEditing(history, turn);
        foreach (var words in known.All(PlanSlots.Said))
            foreach (var edit in PlanWords.Read(words, turn).Where(edit => edit is not PlanEdit.Time)) known = await editing.DoAsync(known, edit, cancel);
        known = known.With(PlanSlots.Said, []);
        if (known.Of(PlanSlots.Revenue) is not { } planned) return AskRevenue(known, named.Name, history, time, turn);
        known = Following(known, planned, history, time, turn);
        if (known.Of(PlanSlots.Detail) is { } answer && First(known) is { } meant)
            known = Commands.Of(Words.Of(answer)) == Intents.Skip
                ? known.With(PlanSlots.Later, [.. known.Raw(PlanSlots.Later), new SlotValue.Text(meant.Objective.Id)])
                : await editing.CompleteAsync(known, meant, answer, cancel);
        known = known.With(PlanSlots.Detail, []);
        if (known.Of(PlanSlots.Ending) is { } ending) return await EndAsync(known.With(PlanSlots.Ending, []), ending, turn, cancel);
        return First(known) is { } flaw ? new(known, PlanSlots.Detail, PlanSentences.Lacks(flaw)) : new(known);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var account = await AccountAsync(known, turn, cancel);
        var time = known.Of(PlanSlots.Time)!.Value;
        var history = account is null ? null : await PlanHistory.ReadAsync(account, time, turn, policy, cancel);
        return new(PlanPreview.Sections(known, account?.Name ?? known.Of(PlanSlots.Account)!.Name, history, time, turn), await NoteAsync(known, account, turn, cancel));
    }

    public override Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        PlanGaps.In(PlanSlots.Objectives.Of(known)).Count > 0 ? KeepAsync(known, blocked: true, turn, cancel) : SubmitAsync(known, turn, cancel);

    /// <summary>"Dien in" and "bewaar als concept", said to the preview.</summary>
    private async Task<Checked> EndAsync(Answers known, string ending, Turn turn, CancellationToken cancel)
    {
        if (ending == "draft") return new(known) { Ends = await KeepAsync(known, blocked: false, turn, cancel) };
        // What can not be submitted is asked for, whether it was put off before or not.
        return PlanGaps.In(PlanSlots.Objectives.Of(known)) is [var flaw, ..]
            ? new(known.With(PlanSlots.Later, []), PlanSlots.Detail, PlanSentences.Lacks(flaw))
            : new(known) { Ends = await SubmitAsync(known, turn, cancel) };
    }

    private async Task<Effect> SubmitAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(PlanSlots.Account)!, known.Id, turn, effect, cancel);
        var file = await PlanFile.ReadAsync(known, account, turn, cancel);
        if (file.IsUnchanged)
        {
            effect.Refused = "nothing_new";
            return effect.Say(Message.Of(turn.Say(file.Before is { Record: { Status: PlanStatus.Returned, Decision: { } question } } ? PlanSentences.Waits(question) : PlanSentences.NothingNew)));
        }
        var item = file.Before is { } before ? PlanApprovals.Shared.Of(before, file.Plan) : PlanApprovals.Shared.New(file.Plan);
        var history = await PlanHistory.ReadAsync(account, known.Of(PlanSlots.Time)!.Value, turn, policy, cancel);
        var after = await desk.SubmitAsync(item, PlanPreview.Findings(file.Plan.Current, new(history.Target, history.Last)), file.Asked, turn.User.Team, turn, effect, cancel);
        if (after is null) return effect;
        var approver = await ApprovalDesk.RouteAsync(PlanMatter.Of(file.Plan), turn, cancel);
        effect.Say(Message.Of(turn.Say(PlanSentences.Submitted((AccountPlan)after.Record, account.Name, approver?.Approver.Name ?? "?"))));
        return Named(effect, known, account, turn);
    }

    /// <param name="blocked">It was to be submitted, and could not.</param>
    private async Task<Effect> KeepAsync(Answers known, bool blocked, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(PlanSlots.Account)!, known.Id, turn, effect, cancel);
        var file = await PlanFile.ReadAsync(known, account, turn, cancel);
        if (!file.IsUnchanged)
        {
            if (file.Before is { } before) effect.Changes.Replace(Kinds.AccountPlan, before, file.Plan);
            else effect.Changes.Create(Kinds.AccountPlan, file.Plan);
            // What was asked about is no longer what is planned; what was approved goes on to hold.
            if (file.Asked is { Record.State: ApprovalState.Waiting or ApprovalState.Returned }) desk.Void(file.Asked, turn.User.Team, effect);
        }
        var flaws = PlanGaps.In(file.Plan.Current.Objectives);
        if (blocked) effect.Refused = "not_substantiated";
        effect.Say(Message.Of(turn.Say(PlanSentences.KeptAsDraft(account.Name, flaws.Count > 0 ? PlanSentences.Blocked(flaws) : new("", "")))));
        return Named(effect, known, account, turn);
    }

    private static Effect Named(Effect effect, Answers known, Account account, Turn turn)
    {
        effect.Undoable = new(known.Id, $"{turn.Say(new("Accountplan", "Account plan"))} ({account.Name})");
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    private static PlanFlaw? First(Answers known) =>
        PlanGaps.In(PlanSlots.Objectives.Of(known)).FirstOrDefault(flaw => !known.All(PlanSlots.Later).Contains(flaw.Objective.Id));

    private static async Task<Account?> AccountAsync(Answers known, Turn turn, CancellationToken cancel) =>
        known.Of(PlanSlots.Account) is { Id: { } id } ? (await turn.Book.AccountAsync(id, cancel))?.Record : null;

    /// <summary>The plan of the account for that time, or the one that is running or to come where no time was named.</summary>
    private static async Task<Stored<AccountPlan>?> BaseAsync(Answers known, Account account, Turn turn, CancellationToken cancel)
    {
        var plans = await turn.Book.PlansAsync(account, cancel);
        if (known.Of(PlanSlots.Base) is { } key && plans.FirstOrDefault(plan => plan.Record.Key == key) is { } begun) return begun;
        return known.Of(PlanSlots.Time) is { } time
            ? plans.FirstOrDefault(plan => plan.Record.From <= time.To && time.From <= plan.Record.To)
            : plans.Where(plan => plan.Record.To >= turn.Today).MinBy(plan => plan.Record.From);
    }

    /// <summary>Whole months; without any the present plan's time, or the year that people plan for now.</summary>
    private static Answers WithTime(Answers known, AccountPlan? before, Turn turn)
    {
        var time = known.Of(PlanSlots.Time) is not { } said ? before is null ? Period.Year(turn.Today.Year + (turn.Today.Month >= PlanningSeason ? 1 : 0)) : new Period(before.From, before.To)
            // "Het plan voor 2026" is the one there is, though that may be for a part of the year.
            : !known.Has(PlanSlots.Prefilled) && before is not null ? new Period(before.From, before.To)
            : new Period(new(said.From.Year, said.From.Month, 1), new DateOnly(said.To.Year, said.To.Month, 1).AddMonths(1).AddDays(-1));
        return known.With(PlanSlots.Time, [new SlotValue.Span(time)]);
    }

    /// <summary>Filled in once for a customer: from the plan that there is, else from the records. Of another time only the last day moves.</summary>
    private static Answers Begun(Answers known, SlotValue.Account named, AccountPlan? before, PlanHistory? history, Period time, Turn turn)
    {
        var mark = $"{named.Id?.Value ?? named.Name}|{time.To:yyyyMMdd}";
        if (known.Of(PlanSlots.Prefilled) is { } filled)
        {
            if (filled == mark) return known;
            if (filled.Split('|') is [var whose, var end] && whose == (named.Id?.Value ?? named.Name))
            {
                var moved = PlanSlots.Objectives.Of(known).Select(objective => $"{objective.Date:yyyyMMdd}" == end ? objective with { Date = time.To } : objective);
                return PlanSlots.Objectives.Put(known, moved).With(PlanSlots.Prefilled, [new SlotValue.Text(mark)]);
            }
            known = known.With(PlanSlots.Base, []).With(PlanSlots.Risks, []).With(PlanSlots.Competitors, []);
        }
        known = known.With(PlanSlots.Prefilled, [new SlotValue.Text(mark)]);
        if (before is { Current: var version }) return PlanFile.Loaded(known, before, version);
        if (history is null) return known;
        known = PlanSlots.Objectives.Put(known, PlanDraft.Objectives(history, time, turn));
        known = PlanSlots.Actions.Put(known, PlanDraft.Actions(history, time, turn));
        known = PlanSlots.Stakeholders.Put(known, PlanDraft.Stakeholders(history));
        return known.With(PlanSlots.Risks, [.. PlanDraft.Risks(history, turn).Select(risk => new SlotValue.Text(risk))])
            .With(PlanSlots.Competitors, [.. known.Raw(PlanSlots.Competitors).Union(history.Competitors.Select(rival => (SlotValue)new SlotValue.Text(rival)))]);
    }

    /// <summary>The first objective is the planned revenue.</summary>
    private static Answers Following(Answers known, decimal planned, PlanHistory? history, Period time, Turn turn)
    {
        var all = PlanSlots.Objectives.Of(known).ToList();
        var at = all.FindIndex(objective => objective.IsPlannedRevenue);
        var fresh = PlanDraft.Revenue(planned, history, time, turn);
        if (at < 0) all.Insert(0, fresh);
        else all[at] = all[at] with { Number = planned, What = all[at].What.Length > 0 ? all[at].What : fresh.What };
        return PlanSlots.Objectives.Put(known, all);
    }

    private static Checked AskRevenue(Answers known, string account, PlanHistory? history, Period time, Turn turn)
    {
        decimal?[] amounts = [history?.Target, history?.Last, history?.Last is > 0 and { } last ? Math.Round(last * 1.05m / 100) * 100 : null];
        return new(known, PlanSlots.Revenue, PlanSentences.AskRevenue(time, account, history?.Last, history?.Target))
        {
            Choices = [.. amounts.OfType<decimal>().Where(amount => amount > 0).Select(amount => Math.Round(amount)).Distinct().Select(amount => new FieldChoice(
                amount.ToString(CultureInfo.InvariantCulture), turn.Language.Euros(amount)))],
        };
    }

    private static async Task<string?> NoteAsync(Answers known, Account? account, Turn turn, CancellationToken cancel)
    {
        var flaws = PlanGaps.In(PlanSlots.Objectives.Of(known));
        if (flaws.Count > 0) return turn.Say(PlanSentences.YesKeeps(PlanSentences.Blocked(flaws)));
        var file = await PlanFile.ReadAsync(known, account ?? new(new("?"), "", [], "", null, turn.User.Id, AccountStatus.Prospect), turn, cancel);
        var route = await ApprovalDesk.RouteAsync(PlanMatter.Of(file.Plan), turn, cancel);
        var next = file.Before is { Record: var before } && file.Plan.Current.Number > before.Current.Number ? turn.Say(PlanSentences.NextVersion(file.Plan.Current.Number, before.Status)) + " " : "";
        return next + turn.Say(route is null ? ApprovalSentences.NobodyDecides : PlanSentences.GoesTo(route.Approver.Name));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Nouns = @"(account\s?plan(nen)?|klantplan|jaarplan|groeiplan|plan (van|voor|of|for)|account plan)\b";

    [GeneratedRegex(@"^\W*((ik wil|kun je|graag|please|can you|i want to|let's|laten we)\s+)*((wijzig|verander|pas|werk|update|change|edit|revise|ga verder met|verder met|continue( with)?|resume|dien|submit|indienen|nieuwe versie|new version|herzie)\b).{0,40}\b" + Nouns + @"|^\W*(nieuwe versie|new version)\b.*\bplan\b", Options)]
    private static partial Regex Continues();

    [GeneratedRegex(@"^\W*((ik wil|kun je|graag|please|can you|i want to|let's|laten we|stel|zet|maak|schrijf|begin|start|make|create|write|draft|nieuw|new|een|an?|het|the)\s+)*" + Nouns, Options)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\b(herinner|remind)", Options)]
    private static partial Regex Reminds();

    [GeneratedRegex(@"^[^:.;\r\n]*?plan\b[^:.;\r\n]*?(?<!\b(doel|doelstelling|actie|risico|objective|goal|action|risk))([:.;]\s+|\r?\n)(?<rest>.+)$|(?<rest>\b(doel|actie|risico|objective|action|risk)\s*:\s.+)$", Options | RegexOptions.Singleline)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^\W*(ongeveer |about |circa )?(€|eur|euro)?\s*\d[\d.,]*\s*(k|mille|duizend|thousand|euro|eur)?\W*$", Options)]
    private static partial Regex BareAmount();

    [GeneratedRegex(@"\b(plan is|periode|looptijd|period|term|doelen|doel|doelstelling|acties?|risico('?s)?|concurrent(en)?|omzet|kosten|budget|objectives?|goals?|actions?|risks?|competitors?|revenue|costs?|concept|draft|dien|submit|indienen|akkoord|steunt|eens|agrees|supports|draagvlak|belanghebbende|stakeholder|schrap|verwijder|drop|remove)\b", Options)]
    private static partial Regex Keywords();
}
