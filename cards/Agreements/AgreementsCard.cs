using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Agreements;

namespace SalesBot.Cards.Agreements;

/// <summary>The agreements with an account: which holds now, until when, at what rates.</summary>
public static class AgreementsCard
{
    private static readonly Text Title = new("Overeenkomsten", "Agreements"), Holds = new("geldt nu", "holds now"), Over = new("afgelopen", "over"), Later = new("geldt later", "holds later"),
        Waiting = new("wacht op goedkeuring", "waiting for approval"), Question = new("terug met vraag", "returned with a question"), Refused = new("afgewezen", "rejected"), Draft = new("concept", "draft"),
        List = new("lijst", "list");

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
        foreach (var rate in version.Rates)
            yield return Parts.Amount(
                rate.ListPrice is { } list ? $"{rate.Name(language)} ({List.In(language)} {language.Money(list)})" : rate.Name(language),
                rate.Price is { } price ? language.Money(price) : $"-{language.Percent(rate.PercentOff ?? 0)}");
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
