using SalesBot.Cards.Plans;
using SalesBot.Cards.Preview;
using SalesBot.Data.Indicators;
using SalesBot.Data.Plans;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Plans;

/// <summary>What is known of a plan that is being made.</summary>
internal static class PlanSlots
{
    public static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Voor welke klant is het accountplan?", "Which account is the plan for?"));

    public static readonly Slot<Period?> Time = Slot.Span(
        SlotNames.Period, PlanTexts.Period, new("Voor welke periode is het plan? Bijvoorbeeld “2027”.", "Which period is the plan for? For example “2027”."));

    public static readonly Slot<decimal?> Revenue = Slot.Money(SlotNames.Amount, PlanTexts.Revenue, new("Welke omzet wil je halen?", "Which revenue do you want to reach?"), required: true);

    public static readonly Slot<decimal?> Cost = Slot.Money(
        "plan_cost", PlanTexts.Cost, new(
            "Welke kosten horen bij het plan, zoals acties, proefnachten of een evenement? Zeg “0” als er geen zijn.",
            "Which costs go with the plan, such as campaigns, trial nights or an event? Say “0” if there are none."), required: true);

    public static readonly Slot<string> Risks = Slot.Words("risks", PlanTexts.Risks, default, many: true, input: FieldInput.LongText);

    public static readonly Slot<string> Competitors = Slot.Words(SlotNames.Competitor, PlanTexts.Competitors, default, many: true);

    public static readonly PlanParts<PlanObjective> Objectives = new("objectives", PlanJson.Default.PlanObjective);

    public static readonly PlanParts<PlanAction> Actions = new("actions", PlanJson.Default.PlanAction);

    public static readonly PlanParts<Stakeholder> Stakeholders = new("stakeholders", PlanJson.Default.Stakeholder);

    /// <summary>What an objective still lacks, in words.</summary>
    public static readonly Slot<string> Detail = Slot.Pick("detail", default);

    /// <summary>Words that are still to be read.</summary>
    public static readonly Slot<string> Said = Text("said", many: true);

    /// <summary>The plan that gets a next version, by its key.</summary>
    public static readonly Slot<string> Base = Text("base");

    /// <summary>For whom and when the records were looked at: they are looked at anew when that changes.</summary>
    public static readonly Slot<string> Prefilled = Text("prefilled");

    /// <summary>Objectives that will be completed later.</summary>
    public static readonly Slot<string> Later = Text("later", many: true);

    /// <summary>"draft" or "submit": it ends without a further yes, as that was said in words.</summary>
    public static readonly Slot<string> Ending = Text("ending");

    private static Slot<string> Text(string name, bool many = false) => Slot.Derived(name, value => (value as SlotValue.Text)?.Value, many);
}
