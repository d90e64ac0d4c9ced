using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Privacy;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Privacy;

/// <summary>What was said about somebody's personal data: "wis de gegevens van Jan de Vries bij Philips".</summary>
internal static partial class PrivacyWish
{
    /// <summary>Whose data are to be erased; null: nobody's.</summary>
    public static string? Erases(string text) => Of(Erase(), text);

    /// <summary>Whose data are wanted; null: nobody's.</summary>
    public static string? Exports(string text) => Of(Export(), text);

    private static string? Of(Regex regex, string text) =>
        text.Length < 200 && regex.Match(text.Trim()) is { Success: true } match ? At().Replace(match.Groups["who"].Value, "").Trim(' ', '.', '!', '?') : null;

    [GeneratedRegex(@"^(graag |please )?(wis|verwijder|vergeet|anonimiseer|erase|delete|forget|remove) (alle |all |the |de )*((persoonlijke |persoons|personal )?(gegevens|data|information)) (van|of|about|for|over) (?<who>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Erase();

    [GeneratedRegex(@"^(graag |please )?(exporteer|export|geef|give me|toon|show me|welke) (alle |all |the |de |me )*((persoonlijke |persoons|personal )(gegevens|data|information)|gegevens) (hebben we |do we have )?(van|of|about|on|for|over) (?<who>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Export();

    [GeneratedRegex(@"\s(bij|at|from|of|van de firma)\s\S.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex At();
}

/// <summary>An administrator has a contact's personal data erased, everywhere and for good; the proof comes as a message.</summary>
internal sealed class EraseContact() : Flow(Intents.EraseContact, new("Persoonsgegevens wissen", "Erase personal data"), Contact, Account, Chosen)
{
    private static readonly Slot<string> Contact = Slot.Words(
        SlotNames.Contact, new("Contactpersoon", "Contact"), new("Wiens gegevens moet ik wissen?", "Whose data shall I erase?"), required: true);

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Bij welke klant?", "At which account?"), required: false);

    private static readonly Slot<string> Chosen = Slot.Derived(SlotNames.Chosen, value => (value as SlotValue.Text)?.Value);

    public override bool MayStayOpen(Slot slot) => false;

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (turn.User.Role != Role.Administrator) return new(known);
        var found = await PrivacyDesk.FindAsync(known.Of(Contact), known.Of(Account)?.Id, turn, cancel);
        return found switch
        {
            [] => new(known, Contact, PrivacyTexts.NotFound(known.Of(Contact)!)),
            [var only] => new(known.With(Chosen, [new SlotValue.Text(only.Contact.Record.Id.Value)])),
            _ => new(known, Account, PrivacyTexts.Several([.. found.Select(one => one.AccountName)])),
        };
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var found = await PrivacyDesk.FindAsync(known.Of(Contact), known.Of(Account)?.Id, turn, cancel);
        return new(
            [new(turn.Say(Title), found is [var one, ..] && turn.User.Role == Role.Administrator
                ? [new(turn.Say(Contact.Label), one.Contact.Record.Name), new(turn.Say(Account.Label), one.AccountName)]
                : Rows(known, turn, [Contact]))],
            turn.Say(turn.User.Role == Role.Administrator ? PrivacyTexts.ForGood : PrivacyTexts.AdministratorsOnly));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (turn.User.Role != Role.Administrator || known.Of(Chosen) is not { } id) return PrivacyDesk.Refused(turn);
        var found = (await PrivacyDesk.Erasing(turn).FindAsync(contact => contact.Id.Value == id, cancel))[0];
        effect.Changes.Create(Kinds.ErasureRequest, new ErasureRequest(known.Id, new(id), found.Team, turn.User.Id, turn.Now));
        effect.Timetable.Set(EraseErrand.ErrandName, known.Id, turn.Now);
        return effect.Say(Message.Of(turn.Say(PrivacyTexts.Begun(found.Contact.Record.Name))));
    }
}

/// <summary>An administrator sees what is known of a contact.</summary>
internal sealed class ExportContact() : Flow(Intents.ExportContact, new("Persoonsgegevens", "Personal data"), Contact, Account)
{
    private static readonly Slot<string> Contact = Slot.Words(SlotNames.Contact, new("Contactpersoon", "Contact"), new("Van wie?", "Whose?"), required: true);
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (turn.User.Role != Role.Administrator || !turn.Private) return PrivacyDesk.Refused(turn);
        var found = await PrivacyDesk.FindAsync(known.Of(Contact), known.Of(Account)?.Id, turn, cancel);
        if (found is not [var one]) return Effect.Of(Message.Of(turn.Say(found.Count == 0 ? PrivacyTexts.NotFound(known.Of(Contact)!) : PrivacyTexts.Several([.. found.Select(each => each.AccountName)]))));
        var data = (await PrivacyDesk.Erasing(turn).ExportAsync(one.Contact.Record.Id, cancel))!;
        return Effect.Of(Message.Of(Cards.Privacy.PersonalDataCard.Of(
            new(data.Contact, data.Account, [.. data.Documents.GroupBy(document => document.Kind).Select(kind => (kind.Key, kind.Count(), kind.SelectMany(document => document.Texts).Distinct().Take(3).ToList()))]),
            turn.Language)));
    }
}

/// <summary>Does the erasing that was asked for in chat and sends the proof.</summary>
internal sealed class EraseErrand(ErasureLedger ledger) : Errand(ErrandName)
{
    public const string ErrandName = "erase-contact";

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await round.Store.FindAsync(round.Partition, Kinds.ErasureRequest, due.Key, cancel) is not { Record: var request }) return effect;
        var erasing = new Erasing(round.Store, round.Tenant, ledger, new StandingClock(round.Now));
        if (await erasing.EraseAsync(request.Contact, request.By, cancel) is { } done && round.People.TryGetValue(request.By, out var person))
            effect.Sends.Add((new(Person: person.Id), Message.Of(Cards.Privacy.ErasureCard.Of(done, await round.LanguageOfAsync(person, cancel)))));
        return effect;
    }

    /// <summary>The errand's own time.</summary>
    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

internal static class PrivacyDesk
{
    public static Erasing Erasing(Turn turn) => new(turn.Book.Store, turn.Book.Tenant, new(null), TimeProvider.System);

    /// <summary>Contacts of the whole tenant whose name holds all the spoken words.</summary>
    public static async Task<IReadOnlyList<FoundContact>> FindAsync(string? spoken, AccountId? account, Turn turn, CancellationToken cancel)
    {
        var words = Words(spoken ?? "");
        if (words.Length == 0) return [];
        return await Erasing(turn).FindAsync(
            contact => (account is null || contact.Account == account) && (contact.Id.Value.Equals(spoken, StringComparison.OrdinalIgnoreCase) || words.All(Words(contact.Name).Contains)), cancel);
    }

    public static Effect Refused(Turn turn)
    {
        var effect = Effect.Of(Message.Of(turn.Say(turn.User.Role == Role.Administrator ? PrivacyTexts.PrivateOnly : PrivacyTexts.AdministratorsOnly)));
        effect.Refused = "not_administrator";
        return effect;
    }

    private static string[] Words(string name) => name.ToLowerInvariant().Split([' ', '.', '-', ','], StringSplitOptions.RemoveEmptyEntries);
}
