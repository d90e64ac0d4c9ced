using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;

namespace SalesBot.Cards.Approvals;

/// <param name="Items">The first to begin first.</param>
/// <param name="Today">The reader's day, to tell what holds now from what is to come.</param>
public sealed record AbsencesView(IReadOnlyList<AbsenceItem> Items, DateOnly Today);

/// <param name="MayEnd">It is the reader's own: a button ends it (absence.end).</param>
public sealed record AbsenceItem(Absence Absence, string Person, string StandIn, bool MayEnd = false);

/// <summary>Who is away, from when until when, and who decides meanwhile.</summary>
public static class AbsencesCard
{
    public const string Verb = "absence.end";

    private static readonly Text Title = new("Afwezigheid", "Absences"), None = new("Iedereen die beslist, is er.", "Everybody who decides is there."),
        Now = new("nu afwezig", "away now"), Coming = new("begint later", "still to come"), Over = new("voorbij", "over"), Ended = new("beëindigd", "ended"),
        Back = new("Ik ben terug", "I'm back"), TakeBack = new("Intrekken", "Cancel"), StandsIn = new("neemt waar", "stands in");

    public static AdaptiveCard Of(AbsencesView view, Language language) => ListCard.Of(
        new ListView(Title.In(language), null, [.. view.Items.Take(ListCard.PageSize).Select(item => ItemOf(item, view.Today, language))], None.In(language)), language);

    private static ListItem ItemOf(AbsenceItem item, DateOnly today, Language language)
    {
        var (absence, status) = (item.Absence, StatusOf(item.Absence, today));
        return new(
            item.Person, $"{language.Period(new(absence.From, absence.To))} · {item.StandIn} {StandsIn.In(language)}", new(status.In(language), status == Now ? TextColor.Warning : TextColor.Default),
            item.MayEnd && (status == Now || status == Coming)
                ? new Execute((status == Now ? Back : TakeBack).In(language), Verb, new ActionData(("absence", absence.Id)))
                : null);
    }

    private static Text StatusOf(Absence absence, DateOnly today) =>
        absence.EndedAt is not null ? Ended : absence.To < today ? Over : absence.From > today ? Coming : Now;
}
