using SalesBot.Data.Accounts;

namespace SalesBot.Data.Indicators;

/// <summary>On which days an account is in contact, in its roles and with insight in its plans.</summary>
internal static class ContactState
{
    public static void Add(OwnerCounts counts, AccountState state, IndicatorSettings settings)
    {
        var account = state.Account;
        var days = state.Days(Counter.VisitedOn).Concat(state.Days(Counter.ContactedOn)).Distinct().Order().ToList();
        if (state.IsInCadence) counts.During(Spans.Merged(days.Select(day => new Period(day, day.AddDays(account.CadenceDays!.Value)))), Counter.InCadence);
        foreach (var contact in state.Contacts)
        {
            if (contact.Since is not { } since) counts.Now(Counter.Undated);
            else
            {
                counts.On(since, Counter.Known);
                counts.On(since.AddMonths(settings.StableMonths), Counter.Stable);
            }
        }
        AddAfterSales(counts, state, days, settings);
        if (account.Status is not AccountStatus.Active) return;
        var active = ActiveSpans(state, settings);
        foreach (var role in settings.RequiredRoles)
            counts.During(Spans.Merged(state.Contacts.Where(contact => contact.Role == role).SelectMany(contact => active[contact.Id])), Counter.Roles);
        counts.During(Spans.Where(state.Contacts.SelectMany(contact => active[contact.Id]), atLeast: 2), Counter.Multi);
        counts.During(Spans.Merged(state.Plans.Select(plan => Insight(plan, settings))), Counter.Insight);
    }

    /// <summary>When each contact was active: for some time after each contact.</summary>
    private static ILookup<ContactId, Period> ActiveSpans(AccountState state, IndicatorSettings settings) =>
        (from met in state.Under(Counter.Met)
         let bar = met.Name.IndexOf('|')
         let day = met.Month.AddDays(int.Parse(met.Name.AsSpan(0, bar)) - 1)
         group day by met.Name[(bar + 1)..] into contact
         from span in Spans.Merged(contact.Select(day => new Period(day, day.AddDays(settings.ContactDays))))
         select (Contact: new ContactId(contact.Key), Span: span)).ToLookup(active => active.Contact, active => active.Span);

    private static Period Insight(FuturePlans.FuturePlan plan, IndicatorSettings settings)
    {
        var heard = Reckoning.LocalDay(plan.UpdatedAt);
        var last = heard.AddDays(settings.InsightDays);
        if (plan.Horizon.AddMonths(-settings.InsightMonths) is var far && far < last) last = far;
        if (plan.EndedAt is { } ended && Reckoning.LocalDay(ended).AddDays(-1) is var end && end < last) last = end;
        return new(heard, last);
    }

    private static void AddAfterSales(OwnerCounts counts, AccountState state, List<DateOnly> days, IndicatorSettings settings)
    {
        foreach (var (month, name, times) in state.Under(Counter.EventEnd))
        {
            var end = month.AddDays(int.Parse(name) - 1);
            counts.In(end, Counter.EventsEnded, times);
            if (days.Any(day => day > end && day <= end.AddDays(settings.AfterSalesDays))) counts.In(end, Counter.AfterSales, times);
            else counts.In(end, Counter.With(Counter.EventsOpen, end.Day), times);
        }
    }
}

/// <summary>Spans of days, laid over one another.</summary>
internal static class Spans
{
    public static IEnumerable<Period> Merged(IEnumerable<Period> spans) => Where(spans, atLeast: 1);

    /// <summary>The days on which at least so many of the spans hold, as spans.</summary>
    public static IEnumerable<Period> Where(IEnumerable<Period> spans, int atLeast)
    {
        var steps = new SortedDictionary<DateOnly, int>();
        foreach (var span in spans.Where(span => span.From <= span.To))
        {
            steps[span.From] = steps.GetValueOrDefault(span.From) + 1;
            steps[span.To.AddDays(1)] = steps.GetValueOrDefault(span.To.AddDays(1)) - 1;
        }
        var (depth, begun) = (0, default(DateOnly));
        foreach (var (day, step) in steps)
        {
            var next = depth + step;
            if (depth < atLeast && next >= atLeast) begun = day;
            if (depth >= atLeast && next < atLeast) yield return new(begun, day.AddDays(-1));
            depth = next;
        }
    }
}
