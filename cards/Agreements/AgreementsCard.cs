using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Agreements;

namespace SalesBot.Cards.Agreements;

/// <summary>The agreements with an account: which holds now, until when, at what rates.</summary>
public static class AgreementsCard
{
    private static readonly Text Title = new("Overeenkomsten", "Agreements"), Holds = new("geldt nu", "holds now"), Over = new("afgelopen", "over"), Later = new("geldt later", "holds later"),
        Waiting = new("wacht op goedkeuring", "waiting for approval"), Question = new("terug met vraag", "returned with a question"), Refused = new("afgewezen", "rejected"), Draft = new("concept", "draft");

    public static AdaptiveCard Of(string account, IReadOnlyList<Agreement> agreements, DateOnly today, Language language)
    {
        var title = Title.In(language);
        return new AdaptiveCard(
            $"{title}, {account}",
            [Parts.Header(title, account), .. agreements.SelectMany(agreement => One(agreement, today, language))],
            []);
    }

    private static IEnumerable<Element> One(Agreement agreement, DateOnly today, Language language)
    {
        var version = agreement.Current;
        var status = StatusOf(agreement, today);
        yield return Parts.Caption($"{agreement.Name} · {status.In(language)}");
        yield return Parts.Remark($"{language.Period(new(version.From, version.Until))} · {AgreementApproval.VolumeOf(version, language)}", Spacing.None);
        // What is over binds nobody: its rates would only be in the way of those that hold.
        if (status != Over)
            foreach (var rate in version.Rates) yield return AgreementApproval.RateOf(rate, language);
    }

    private static Text StatusOf(Agreement agreement, DateOnly today) => agreement.Status switch
    {
        AgreementStatus.Approved => agreement.Current.Until < today ? Over : agreement.Current.From > today ? Later : Holds,
        AgreementStatus.Submitted => Waiting,
        AgreementStatus.Returned => Question,
        AgreementStatus.Refused => Refused,
        _ => Draft,
    };
}
