using System.Text.RegularExpressions;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Approvals;

/// <summary>"Wie is er afwezig?", "wie neemt er waar?": those of the reader's team and above it, and whom the reader stands in for.</summary>
internal sealed partial class ShowAbsences() : Flow("show_absences", new("Afwezigheid", "Absences"))
{
    private const int Longest = 80;

    public override bool Confirms => false;

    public override bool Claims(string words, Progress? open, Turn turn) => words.Length <= Longest && Asks().IsMatch(words);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var mandates = await MandateReading.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.Now, cancel);
        var above = mandates.Managers(turn.User).Select(manager => manager.Id).ToHashSet();
        var shown = mandates.Absences.Where(absence =>
            absence.EndedAt is null && absence.To >= turn.Today && mandates.People.TryGetValue(absence.Person, out var person)
            && (person.Team == turn.User.Team || above.Contains(person.Id) || absence.StandIn == turn.User.Id));
        return Effect.Of(Message.Of(CardOf(shown, mandates.People, turn)));
    }

    public static AdaptiveCard CardOf(IEnumerable<Absence> absences, IReadOnlyDictionary<UserId, User> people, Turn turn)
    {
        string NameOf(UserId id) => people.TryGetValue(id, out var user) ? user.Name : "?";
        return AbsencesCard.Of(
            new([.. absences.OrderBy(absence => absence.From).Select(absence => new AbsenceItem(absence, NameOf(absence.Person), NameOf(absence.StandIn), absence.Person == turn.User.Id && turn.Private))], turn.Today),
            turn.Language);
    }

    [GeneratedRegex(
        @"^\W*(en |and )?(wie|wanneer|ben ik|sta ik|is er iemand|who|when|am i|is anybody|is anyone)\b.{0,40}\b(afwezig|waar|waarnemer|waarneming|vervang(t|er)|vrij|met vakantie|op vakantie|met verlof|absent|away|out of office|on leave|on holiday|stand-?in|stand(s|ing) in|cover(s|ing)?|in for)\b.{0,30}$|^\W*((toon|laat|show|list)\b.{0,20}\b(afwezigheid|afwezigheden|waarneming(en)?|absences?|stand-?ins)\b.{0,20})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}

/// <summary>"Ik ben terug" on the card: the stand-in ends, or what was to come is off.</summary>
internal sealed class AbsencePress() : PressAction(AbsencesCard.Verb)
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var mine = (await turn.Book.Store.ListAsync(turn.Book.Partition, Kinds.Absence, "", 1000, cancel))
            .FirstOrDefault(stored => stored.Record.Person == turn.User.Id && stored.Record.Id == press.Text("absence"));
        if (mine is null)
        {
            effect.Refused = "not_found";
            return effect.Say(Message.Of(turn.Say(AbsenceSentences.NotAway)));
        }
        var ended = mine.Record;
        if (ended.EndedAt is null && ended.To >= turn.Today)
        {
            ended = ended with { EndedAt = turn.Now };
            effect.Changes.Replace(Kinds.Absence, mine, ended);
            await Rerouting.SetAsync(turn, turn.Now, effect, cancel);
            effect.Say(Message.Of(turn.Say(ended.From > turn.Today ? AbsenceSentences.Cancelled(ended) : AbsenceSentences.Ended)));
        }
        return effect.Say(Message.Of(ShowAbsences.CardOf([ended], await turn.Book.PeopleAsync(cancel), turn)));
    }
}
