using SalesBot.Cards;
using SalesBot.Data;

namespace SalesBot.Dialogs.Nudges;

/// <summary>How matters are put, short enough for one line on a phone.</summary>
internal static class NudgeTexts
{
    public static readonly Text
        Open = new("Bekijk", "View"),
        Prepare = new("Bereid voor", "Prepare"),
        Why = new("Waarom?", "Why?"),
        Done = new("Klaar", "Done"),
        Options = new("Aflopende opties", "Options running out"),
        Silent = new("Offertes zonder reactie", "Quotes without an answer"),
        Cadence = new("Klanten die te lang niet bezocht zijn", "Accounts not visited for too long"),
        FollowUps = new("Opvolging", "Follow-ups"),
        Falling = new("Dalende omzet", "Falling revenue"),
        NearLine = new("Bijna key-account", "Nearly a key account"),
        Plans = new("Plannen van klanten", "Customers' plans"),
        AfterSales = new("Nazorg", "After-sales"),
        Approvals = new("Wachtende goedkeuringen", "Approvals waiting"),
        Issues = new("Issues", "Issues"),
        Gone = new("Dat staat er niet meer.", "That is no longer there."),
        NothingOffered = new("Nog geen offerte", "No quote yet");

    public static Text OptionEnds(string account, DateOnly on, DateOnly today) =>
        on < today ? new($"De optie van {account} is verlopen", $"The option of {account} has run out")
        : on == today ? new($"De optie van {account} loopt vandaag af", $"The option of {account} ends today")
        : new($"De optie van {account} loopt {Day(on, Language.Dutch)} af", $"The option of {account} ends {Day(on, Language.English)}");

    public static Text NoAnswer(string account, int days) => new($"{account} reageert al {days} dagen niet", $"{account} has not answered for {days} days");

    public static Text NotVisited(string account, DateOnly? last) => last is { } on
        ? new($"{account}: laatste bezoek {Day(on, Language.Dutch)}", $"{account}: last visit {Day(on, Language.English)}")
        : new($"{account}: nog niet bezocht", $"{account}: not visited yet");

    public static Text EveryDays(int days, int late) => new($"Ritme: elke {days} dagen, {late} dagen te laat", $"Rhythm: every {days} days, {late} days late");

    public static Text DueOn(string? account, DateOnly due, DateOnly today) => new(Detail(account, due, today, Language.Dutch), Detail(account, due, today, Language.English));

    public static Text Falls(string account, decimal percent) =>
        new($"{account}: omzet {Language.Dutch.Percent(percent)}", $"{account}: revenue {Language.English.Percent(percent)}");

    public static Text FallsDetail(decimal now, decimal before) => new(
        $"Drie maanden {Language.Dutch.Euros(now)}, vorig jaar {Language.Dutch.Euros(before)}",
        $"Three months {Language.English.Euros(now)}, last year {Language.English.Euros(before)}");

    public static Text Nearly(string account, decimal missing) => new(
        $"{account} is {Language.Dutch.Euros(missing)} van key-account", $"{account} is {Language.English.Euros(missing)} short of a key account");

    public static Text Rolling(decimal rolling, decimal line) => new(
        $"12 maanden {Language.Dutch.Euros(rolling)}, grens {Language.Dutch.Euros(line)}", $"12 months {Language.English.Euros(rolling)}, line {Language.English.Euros(line)}");

    public static Text Buys(string account, DateOnly from) => new(
        $"{account} kiest nu voor {from.ToString("MMMM", Language.Dutch.Culture())}", $"{account} is choosing now for {from.ToString("MMMM", Language.English.Culture())}");

    public static Text WasHere(string account) => new(
        $"Hoe beviel het {account}?", $"How did {account} like it?");

    public static Text WasHereUntil(DateOnly until) => new($"Hier tot en met {Day(until, Language.Dutch)}", $"Here until {Day(until, Language.English)}");

    public static Text Waits(string account) => new($"{account} wacht op jouw besluit", $"{account} is waiting for your decision");

    public static Text WaitsDetail(string what, DateOnly since, string by) => new(
        $"{what} · {by}, sinds {Day(since, Language.Dutch)}", $"{what} · {by}, since {Day(since, Language.English)}");

    /// <summary>di 10 maart, Tue 10 March.</summary>
    public static string Day(DateOnly day, Language language) => day.ToString("ddd d MMMM", language.Culture());

    private static string Detail(string? account, DateOnly due, DateOnly today, Language language)
    {
        var when = due == today ? new Text("vandaag", "today").In(language)
            : new Text($"had {Day(due, language)} gemoeten", $"was due {Day(due, language)}").In(language);
        return account is null ? Capital(when) : $"{account} · {when}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
