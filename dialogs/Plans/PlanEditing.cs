using SalesBot.Data.Plans;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Flows.Plans;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Plans;

/// <summary>Does to the plan on the table what was said.</summary>
internal sealed class PlanEditing(PlanHistory? history, Turn turn)
{
    public async Task<Answers> DoAsync(Answers known, PlanEdit edit, CancellationToken cancel) => edit switch
    {
        PlanEdit.Revenue revenue => known.With(PlanSlots.Revenue, [new SlotValue.Number(revenue.Amount)]),
        PlanEdit.Cost cost => known.With(PlanSlots.Cost, [new SlotValue.Number(cost.Amount)]),
        PlanEdit.AsDraft => known.With(PlanSlots.Ending, [new SlotValue.Text("draft")]),
        PlanEdit.Submit => known.With(PlanSlots.Ending, [new SlotValue.Text("submit")]),
        PlanEdit.Support support => Supported(known, support),
        PlanEdit.Drop drop => Dropped(known, drop),
        PlanEdit.Add add => await AddAsync(known, add.Part, add.Text, cancel),
        PlanEdit.Change change => await ChangeAsync(known, change, cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    /// <summary>The answer to what an objective lacks: a number, a day, a reason, in whatever order.</summary>
    public async Task<Answers> CompleteAsync(Answers known, PlanFlaw flaw, string words, CancellationToken cancel)
    {
        var read = ObjectiveWords.Read(words, turn);
        var reason = read.Evidence;
        // Without "because": all of it where only the reason is asked for, else what is left beside number and day.
        if (reason is null && flaw.Missing.Contains(PlanGap.Evidence) && (flaw.Missing.Count == 1 || read.What.Split(' ').Length >= 4)) reason = flaw.Missing.Count == 1 ? words.Trim() : read.What;
        var objective = flaw.Objective with
        {
            Number = flaw.Objective.Number ?? read.Number,
            Measure = flaw.Objective.Measure ?? read.Measure,
            Group = flaw.Objective.Group ?? read.Group,
            Date = flaw.Objective.Date ?? read.Date,
            Evidence = flaw.Objective.Proof.Count > 0 || reason is null ? flaw.Objective.Evidence : [PlanFacts.Of(reason, history)],
        };
        return Put(known, flaw.Number, await OwnedAsync(objective, read.Owner, cancel));
    }

    private async Task<Answers> AddAsync(Answers known, PlanPart part, string text, CancellationToken cancel)
    {
        switch (part)
        {
            case PlanPart.Objective:
                return PlanSlots.Objectives.Put(known, [.. PlanSlots.Objectives.Of(known), await ObjectiveAsync(NewId(PlanSlots.Objectives.Of(known).Count, known), text, cancel)]);
            case PlanPart.Action:
                var read = ObjectiveWords.Read(text, turn);
                var action = new PlanAction(NewId(PlanSlots.Actions.Of(known).Count, known), read.What, turn.User.Id, read.Date) { OwnerName = turn.User.Name };
                return PlanSlots.Actions.Put(known, [.. PlanSlots.Actions.Of(known), await OwnedAsync(action, read.Owner, cancel)]);
            case PlanPart.Risk:
                return known.With(PlanSlots.Risks, [.. known.Raw(PlanSlots.Risks), new SlotValue.Text(FlowTexts.AsLine(text.Trim(' ', '.')))]);
            default:
                var names = text.Split([",", " en ", " and ", ";"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => (SlotValue)new SlotValue.Text(name.Trim('.')));
                return known.With(PlanSlots.Competitors, [.. known.Raw(PlanSlots.Competitors).Union(names)]);
        }
    }

    private async Task<PlanObjective> ObjectiveAsync(string id, string text, CancellationToken cancel)
    {
        var read = ObjectiveWords.Read(text, turn);
        var objective = new PlanObjective(id, read.What, read.Number, read.Date, turn.User.Id, read.Evidence is { } reason ? [PlanFacts.Of(reason, history)] : null)
        {
            OwnerName = turn.User.Name,
            Measure = read.Number is null ? null : read.Measure,
            Group = read.Measure == PlanMeasure.Revenue ? read.Group : null,
        };
        return await OwnedAsync(objective, read.Owner, cancel);
    }

    private async Task<Answers> ChangeAsync(Answers known, PlanEdit.Change change, CancellationToken cancel)
    {
        var count = change.Part switch
        {
            PlanPart.Objective => PlanSlots.Objectives.Of(known).Count,
            PlanPart.Action => PlanSlots.Actions.Of(known).Count,
            _ => known.Raw(PlanSlots.Risks).Count,
        };
        // "Doel 40 kamernachten" is a new one, not the fortieth.
        if (change.Place < 1 || change.Place > count) return await AddAsync(known, change.Part, $"{change.Place} {change.Text}", cancel);
        var read = ObjectiveWords.Read(change.Text, turn);
        // A sentence replaces the words as well; a bare number, day or reason only that.
        var renames = read.What.Count(char.IsLetter) > 12;
        switch (change.Part)
        {
            case PlanPart.Objective:
                var objective = PlanSlots.Objectives.Of(known)[change.Place - 1];
                if (objective.IsPlannedRevenue && read.Number is { } amount) known = known.With(PlanSlots.Revenue, [new SlotValue.Number(amount)]);
                objective = objective with
                {
                    What = renames ? read.What : objective.What,
                    Number = read.Number ?? objective.Number,
                    Date = read.Date ?? objective.Date,
                    Measure = renames ? read.Measure : objective.Measure ?? read.Measure,
                    Group = renames ? read.Group : objective.Group,
                    Evidence = read.Evidence is { } reason ? [PlanFacts.Of(reason, history)] : objective.Evidence,
                };
                return Put(known, change.Place, await OwnedAsync(objective, read.Owner ?? NameIn(change.Text), cancel));
            case PlanPart.Action:
                var actions = PlanSlots.Actions.Of(known).ToList();
                var action = actions[change.Place - 1];
                actions[change.Place - 1] = await OwnedAsync(action with { What = renames ? read.What : action.What, Due = read.Date ?? action.Due }, read.Owner ?? NameIn(change.Text), cancel);
                return PlanSlots.Actions.Put(known, actions);
            default:
                var risks = known.Raw(PlanSlots.Risks).ToList();
                risks[change.Place - 1] = new SlotValue.Text(FlowTexts.AsLine(change.Text.Trim(' ', '.')));
                return known.With(PlanSlots.Risks, risks);
        }
    }

    private static Answers Dropped(Answers known, PlanEdit.Drop drop) => drop.Part switch
    {
        PlanPart.Objective => PlanSlots.Objectives.Put(known, Without(PlanSlots.Objectives.Of(known), one => one.What, drop.Which)),
        PlanPart.Action => PlanSlots.Actions.Put(known, Without(PlanSlots.Actions.Of(known), one => one.What, drop.Which)),
        PlanPart.Risk => known.With(PlanSlots.Risks, [.. Without(known.Raw(PlanSlots.Risks), Said, drop.Which)]),
        _ => known.With(PlanSlots.Competitors, [.. Without(known.Raw(PlanSlots.Competitors), Said, drop.Which)]),
    };

    private static string Said(SlotValue value) => (value as SlotValue.Text)?.Value ?? "";

    private static List<T> Without<T>(IReadOnlyList<T> all, Func<T, string> words, string which)
    {
        var left = all.ToList();
        if (int.TryParse(which, out var place) && place >= 1 && place <= left.Count) left.RemoveAt(place - 1);
        else if (left.FindIndex(one => words(one).Contains(which, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at) left.RemoveAt(at);
        return left;
    }

    private static Answers Supported(Answers known, PlanEdit.Support support)
    {
        var people = PlanSlots.Stakeholders.Of(known).ToList();
        var at = people.FindIndex(person => person.Name.Contains(support.Name, StringComparison.OrdinalIgnoreCase));
        if (at >= 0) people[at] = people[at] with { Agrees = support.Agrees };
        else people.Add(new(support.Name, support.Agrees));
        return PlanSlots.Stakeholders.Put(known, people);
    }

    private static Answers Put(Answers known, int place, PlanObjective objective)
    {
        var all = PlanSlots.Objectives.Of(known).ToList();
        all[place - 1] = objective;
        return PlanSlots.Objectives.Put(known, all);
    }

    private async Task<PlanObjective> OwnedAsync(PlanObjective objective, string? name, CancellationToken cancel) =>
        name is not null && await Colleagues.FindAsync(name, turn, cancel) is { } user ? objective with { Owner = user.Id, OwnerName = user.Name } : objective;

    private async Task<PlanAction> OwnedAsync(PlanAction action, string? name, CancellationToken cancel) =>
        name is not null && await Colleagues.FindAsync(name, turn, cancel) is { } user ? action with { Owner = user.Id, OwnerName = user.Name } : action;

    /// <summary>"Actie 1 voor Daan": the last word that is a name.</summary>
    private static string? NameIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var last] && char.IsUpper(last[0]) ? last.TrimEnd('.') : null;

    private string NewId(int count, Answers known) => $"{known.Id[^6..]}-{turn.Now.UtcDateTime:HHmmssfff}-{count}";
}
