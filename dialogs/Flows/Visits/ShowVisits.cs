using System.Text.RegularExpressions;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Cards.Visits;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Visits;

/// <summary>"Wat is er de vorige keer bij Philips besproken?": visit notes read back, the newest first.</summary>
internal sealed partial class ShowVisits() : Flow("show_visits", new("Bezoekverslagen", "Visit notes"), Account, When)
{
    /// <summary>What its next page is asked for by.</summary>
    public const string List = "visits";

    private const int MostRead = 500;

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    private static readonly Slot<Period?> When = Slot.Span(SlotNames.Period, default, default, SlotNames.Date);

    public override bool Confirms => false;

    public override bool Claims(string words, Progress? open, Turn turn) => Names().IsMatch(words) || Asks().IsMatch(words);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await turn.Book.AccountAsync(known.Of(Account)!.Id ?? default, cancel) is not { Record: var account }) return FigureSlots.NoAccount(turn);
        var effect = Privately.Answer(Message.Of(await CardAsync(account, known.Of(When), 0, turn, cancel)), turn);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    /// <summary>A page of an account's notes, as they are now.</summary>
    public static async Task<AdaptiveCard> PageAsync(Turn turn, AccountId? of, int skip, CancellationToken cancel) =>
        await turn.Book.AccountAsync(of ?? default, cancel) is { Record: var account }
            ? await CardAsync(account, null, skip, turn, cancel)
            : VisitsCard.Of(new("?", [], 0), turn.Language);

    private static async Task<AdaptiveCard> CardAsync(Account account, Period? when, int skip, Turn turn, CancellationToken cancel)
    {
        var visits = (await turn.Book.VisitsAsync(account, MostRead, cancel)).Where(visit => visit.VisitedOn <= turn.Today && (when is null || when.Value.Contains(visit.VisitedOn))).ToList();
        var people = await turn.Book.PeopleAsync(cancel);
        var contacts = (await turn.Book.ContactsAsync(account, cancel)).ToDictionary(stored => stored.Record.Id, stored => stored.Record.Name);
        var page = visits.Skip(skip).Take(VisitsCard.PageSize).Select(visit => new VisitItem(
            visit, people.TryGetValue(visit.User, out var by) ? by.Name : "?", [.. visit.Contacts.Select(id => contacts.GetValueOrDefault(id)).OfType<string>()]));
        var more = when is null && visits.Count > skip + VisitsCard.PageSize ? new ListMore(List, skip + VisitsCard.PageSize, account.Id.Value) : null;
        return VisitsCard.Of(new(account.Name, [.. page], visits.Count, more), turn.Language);
    }

    [GeneratedRegex(
        @"^\W*(en |and )?(wat|waar)\b[^.!]{0,40}\b(besproken|afgesproken|over gehad|over gesproken)\b"
        + @"|^\W*(and )?what (did|was|were|have)\b[^.!]{0,40}\b(discuss(ed)?|talk(ed)? about|agreed?)\b"
        + @"|^\W*(en |and )?(wanneer|hoe lang geleden|when|how long ago)\b[^.!]{0,40}\b(voor het laatst|bezocht|langsgeweest|langs geweest|(was|ben|waren|zijn) (ik|we|wij) [^.!]{0,30}(bij|geweest)|(did|have|was|were) (i|we) (last )?(visit(ed)?|at|been to|see|seen))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();

    /// <summary>Names notes that there are; "bezoekverslag Philips: ..." is a note to come.</summary>
    [GeneratedRegex(
        @"^\W*((toon|geef|laat|lees|zoek|show|list|read|find|get|give)\b[^.!:,]{0,30}|(alle|de|mijn|all|the|my) )?(bezoekverslagen|bezoekrapporten|gespreksverslagen|visit notes|visit reports)\b[^:,]{0,60}$"
        + @"|^\W*(toon|geef|laat|lees|zoek|show|list|read|find|get|give)\b[^.!:]{0,30}\b((laatste |vorige |last )?(bezoek(en)?|bezoekverslag|visits?|visit (note|report)))\b[^:,]{0,60}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
