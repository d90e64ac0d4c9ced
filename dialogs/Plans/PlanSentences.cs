using SalesBot.Cards;
using SalesBot.Cards.Plans;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Plans;

namespace SalesBot.Dialogs.Plans;

/// <summary>What is said about account plans.</summary>
internal static class PlanSentences
{
    public static readonly Text OnlyLevelTwo = new(
        "Accountplannen schrijft een accountmanager II; jij werkt vanuit een gegeven plan. Vraag het aan je leidinggevende, of zeg “status plan van …” om te zien hoe het plan ervoor staat.",
        "Account plans are written by an account manager II; you work from a given plan. Ask your supervisor, or say “status of the plan of …” to see how the plan is doing.");

    public static readonly Text IsOver = new("Die periode is al voorbij. Voor welke periode maken we het plan?", "That period is over already. For which period do we make the plan?");

    public static readonly Text NothingNew = new(
        "Er is niets veranderd aan dit plan, dus er is niets in te dienen. Zeg wat je wilt wijzigen, bijvoorbeeld “doel: 40 kamernachten in Q3, omdat …”.",
        "Nothing in this plan has changed, so there is nothing to submit. Say what you want to change, for example “objective: 40 room nights in Q3, because …”.");

    public static readonly Text NotYours = new("Dat accountplan vind ik niet tussen die van jou.", "I can't find that account plan among yours.");

    public static readonly Text WhereWeStand = new("Waar we staan", "Where we stand");

    /// <summary>To a decider who wants an objective reached at another time than the plan's.</summary>
    public static Refusal DayOutside(string what, AccountPlan plan) => new(
        "day_outside", $"De nieuwe datum van “{what}” valt buiten wat er nog komt van {Language.Dutch.Period(new(plan.From, plan.To))}; er is niets besloten.",
        $"The new date of “{what}” lies outside what is still to come of {Language.English.Period(new(plan.From, plan.To))}; nothing was decided.");

    public static Text Waits(string question) => new(
        $"Het plan ligt terug met een vraag: “{question}” Antwoord met “antwoord: …”, of wijzig het plan en dien het opnieuw in.",
        $"The plan came back with a question: “{question}” Reply with “answer: …”, or change the plan and submit it again.");

    public static Text AskRevenue(Period time, string account, decimal? last, decimal? target) => new(
        $"Welke omzet wil je in {Language.Dutch.Period(time)} bij {account} halen?{Known(last, target, Language.Dutch)}",
        $"Which revenue do you want to reach at {account} in {Language.English.Period(time)}?{Known(last, target, Language.English)}");

    private static string Known(decimal? last, decimal? target, Language language) => string.Concat(
        last is { } was ? new Text($" Laatste 12 maanden: {Language.Dutch.Euros(was)}.", $" Last 12 months: {Language.English.Euros(was)}.").In(language) : "",
        target is { } wanted ? new Text($" Doelstelling: {Language.Dutch.Euros(wanted)}.", $" Target: {Language.English.Euros(wanted)}.").In(language) : "");

    /// <summary>Names the objective that can not be submitted, and what it lacks.</summary>
    public static Text Lacks(PlanFlaw flaw) => new(
        $"Doel {flaw.Number} “{flaw.Objective.What}” mist nog {PlanTexts.Missing(flaw.Missing, Language.Dutch)}. {Example(flaw, Language.Dutch)}",
        $"Objective {flaw.Number} “{flaw.Objective.What}” still lacks {PlanTexts.Missing(flaw.Missing, Language.English)}. {Example(flaw, Language.English)}");

    private static string Example(PlanFlaw flaw, Language language) => (flaw.Missing switch
    {
        [PlanGap.Number] => new Text("Hoeveel moet het worden?", "How much should it be?"),
        [PlanGap.Date] => new Text("Wanneer moet het gehaald zijn?", "By when should it be reached?"),
        [PlanGap.Evidence] => new Text("Waar baseer je het op?", "What is it based on?"),
        [PlanGap.Owner] => new Text("Wie is ervoor verantwoordelijk?", "Who is responsible for it?"),
        _ => new Text("Zeg bijvoorbeeld “20 voor 1 oktober, omdat …”.", "Say for example “20 by 1 October, because …”."),
    }).In(language);

    public static Text Blocked(IReadOnlyList<PlanFlaw> flaws)
    {
        string All(Language language) => string.Join("; ", flaws.Select(flaw => new Text(
            $"doel {flaw.Number} “{flaw.Objective.What}” mist {PlanTexts.Missing(flaw.Missing, Language.Dutch)}",
            $"objective {flaw.Number} “{flaw.Objective.What}” lacks {PlanTexts.Missing(flaw.Missing, Language.English)}").In(language)));
        return new($"Nog niet in te dienen: {All(Language.Dutch)}.", $"Not ready to be submitted: {All(Language.English)}.");
    }

    public static Text KeptAsDraft(string account, Text blocked) => new(
        $"Ik heb het plan voor {account} als concept bewaard. {blocked.Nl}{Go(account, Language.Dutch)}",
        $"I have kept the plan for {account} as a draft. {blocked.En}{Go(account, Language.English)}");

    private static string Go(string account, Language language) => new Text(
        $" Zeg “ga verder met het plan van {account}” wanneer je verder wilt.", $" Say “continue with the plan of {account}” when you want to go on.").In(language);

    public static Text GoesTo(string approver) => new(
        $"Zeg je “ja”, dan gaat het plan naar {approver}. Zeg wat anders moet, of “bewaar als concept”.",
        $"Say “yes” and the plan goes to {approver}. Say what should be different, or “save as draft”.");

    public static Text YesKeeps(Text blocked) => new(
        $"{blocked.Nl} Zeg wat erbij moet; zeg je “ja”, dan bewaar ik het als concept.", $"{blocked.En} Say what is missing; with “yes” I keep it as a draft.");

    public static Text NextVersion(int number, PlanStatus status) => new(
        $"Dit wordt versie {number}; het plan is nu: {PlanTexts.Of(status).Nl}.", $"This becomes version {number}; the plan now: {PlanTexts.Of(status).En}.");

    public static Text Submitted(AccountPlan plan, string account, string approver) => new(
        $"Het accountplan voor {account} ({Language.Dutch.Period(new(plan.From, plan.To))}, versie {plan.Current.Number}, omzet {Language.Dutch.Euros(plan.Current.Revenue ?? 0)}, kosten {Language.Dutch.Euros(plan.Current.Cost ?? 0)}) is naar {approver}. Ik laat je weten wat het wordt.",
        $"The account plan for {account} ({Language.English.Period(new(plan.From, plan.To))}, version {plan.Current.Number}, revenue {Language.English.Euros(plan.Current.Revenue ?? 0)}, cost {Language.English.Euros(plan.Current.Cost ?? 0)}) has gone to {approver}. I'll tell you what becomes of it.");

    public static Text NoSuch(PlanEdit.Drop drop) => new($"“{drop.Which}” vind ik niet in het plan.", $"I can't find “{drop.Which}” in the plan.");

    public static Text ActionDone(string what) => new($"Klaar: {what}", $"Done: {what}");
}
