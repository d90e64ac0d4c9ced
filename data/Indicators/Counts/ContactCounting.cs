using SalesBot.Data.Visits;

namespace SalesBot.Data.Indicators;

/// <summary>What visits and other contact add.</summary>
internal static class ContactCounting
{
    public static void Add(Counts counts, Visit visit)
    {
        void Count(string counter, decimal amount = 1) => counts.Add(visit.User, visit.Account, visit.VisitedOn, counter, amount);

        Count(Counter.Visits);
        // Only the day of the visit is known: until the end of the next day it can be 24 hours.
        if (Reckoning.LocalDay(visit.LoggedAt) <= visit.VisitedOn.AddDays(1)) Count(Counter.VisitsIn24Hours);
        if (visit.Contacts.Count > 0 && Said(visit.Goal) && Said(visit.Outcome) && Said(visit.NextStep)) Count(Counter.VisitsComplete);
        if (visit.Summary is { } summary)
        {
            Count(Counter.Sentences, summary.Sentences.Count);
            Count(Counter.SentencesSupported, summary.Sentences.Count(sentence => sentence.Sources.Count > 0));
        }
        counts.Add(null, visit.Account, visit.VisitedOn, Counter.With(Counter.VisitedOn, visit.VisitedOn.Day));
        AddMet(counts, visit.Account, visit.VisitedOn, visit.Contacts);

        static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
    }

    public static void Add(Counts counts, ContactMoment moment)
    {
        counts.Add(null, moment.Account, moment.On, Counter.With(Counter.ContactedOn, moment.On.Day));
        AddMet(counts, moment.Account, moment.On, moment.Contacts);
    }

    private static void AddMet(Counts counts, AccountId account, DateOnly day, IReadOnlyList<ContactId> contacts)
    {
        foreach (var contact in contacts) counts.Add(null, account, day, $"{Counter.Met}{day.Day}|{contact}");
    }
}
