using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>What short words about the talk itself ask for.</summary>
internal abstract record Steer
{
    private Steer() { }

    /// <summary>"Stop met alles".</summary>
    public sealed record StopAll : Steer;

    /// <summary>"Laat die offerte maar zitten": one of the running flows.</summary>
    public sealed record Stop(Progress Progress) : Steer;

    /// <summary>"De datum klopt niet": which answers are wrong, not how they should be.</summary>
    public sealed record Wrong(IReadOnlyList<Slot> Slots) : Steer;
}

/// <summary>
/// Reads words about the talk itself. Every word of them has to be known here: what holds anything else, a name or a number, says
/// more and is understood as usual.
/// </summary>
internal static class Steering
{
    private const int MostWords = 9;

    private static readonly HashSet<string> Stops = Set(
        "stop stoppen annuleer annuleren cancel laat vergeet forget drop scrap schrap gooi weg abort quit hoeft hoef nevermind never leave breek af skip");

    private static readonly HashSet<string> Wrongs = Set(
        "klopt kloppen verkeerd verkeerde fout foute wrong incorrect onjuist wijzig wijzigen verander veranderen aanpassen pas change edit fix anders right correct goed juist different");

    private static readonly HashSet<string> All = Set("alles allemaal alle everything all allebei beide both");
    private static readonly HashSet<string> Last = Set("laatste last bovenste");

    private static readonly HashSet<string> Fillers = Set(
        "de het een die dat dit deze er maar toch nee no nope sorry oh ja the that this those it its it's is was were are zijn moet moeten niet not n't isn't met with van of voor for to be please graag even dan nu zit zitten zo " +
        "mind up ook meer aantal number kan can u je jij you nog wel aan worden should needs need something i ik wil want dingen lopende running open one ones en and");

    /// <summary>What else people call a slot than by its label.</summary>
    private static readonly Dictionary<string, HashSet<string>> Called = new()
    {
        [SlotNames.Account] = Set("klant relatie bedrijf account customer client company klantnaam"),
        [SlotNames.Contact] = Set("contact contactpersoon contactpersonen persoon gesprekspartner contacts person people"),
        [SlotNames.Date] = Set("datum dag date day startdatum begindatum"),
        [SlotNames.DueDate] = Set("deadline datum dag date day termijn"),
        [SlotNames.Period] = Set("periode period maand month data dates datum date"),
        [SlotNames.Rooms] = Set("kamers kamer rooms room"),
        [SlotNames.Nights] = Set("nachten nights overnachtingen"),
        [SlotNames.Delegates] = Set("personen deelnemers gasten mensen people delegates guests attendees persons"),
        [SlotNames.Amount] = Set("bedrag waarde budget amount value"),
        [SlotNames.DiscountPercent] = Set("korting kortingspercentage discount"),
        [SlotNames.Product] = Set("product producten products"),
        [SlotNames.Competitor] = Set("concurrent concurrentie competitor"),
        [SlotNames.OptionDate] = Set("optie optiedatum option"),
        [SlotNames.Task] = Set("taak actie opvolging task action follow-up followup"),
        [SlotNames.Reason] = Set("reden motivering reason justification"),
        [SlotNames.Goal] = Set("doel goal"),
        [SlotNames.Outcome] = Set("uitkomst resultaat outcome result"),
        [SlotNames.Notes] = Set("notitie verslag note notes tekst text"),
        [SlotNames.Score] = Set("cijfer score"),
    };

    /// <summary>What else people call a flow than by its title.</summary>
    private static readonly Dictionary<string, HashSet<string>> Flows = new()
    {
        [Intents.LogVisit] = Set("bezoek bezoekverslag verslag visit report"),
        [Intents.RequestQuote] = Set("offerte offerteaanvraag quote quotation"),
        [Intents.AddFollowUp] = Set("opvolging actie taak herinnering reminder follow-up followup task action"),
    };

    /// <summary>Null: the words are about something else, or about nothing that runs.</summary>
    public static Steer? Of(string words, Conversation conversation, Func<Progress, Flow> flowOf)
    {
        if (conversation.Active is not { } active) return null;
        var said = Words.Of(words.Length > 100 ? words[..100] : words).Where(word => word.Kind != WordKind.Sign).Select(word => word.Fold).ToList();
        if (said.Count is 0 or > MostWords || words.TrimEnd().EndsWith('?')) return null;
        // "No follow-up" takes it away; "no, the follow-up" says that it is wrong.
        if (said[0] == "no" && words.TrimStart().AsSpan(2).TrimStart() is [not ',', ..]) return null;
        var left = said.Where(word => !Fillers.Contains(word)).ToList();
        return left.Exists(Stops.Contains) ? StopOf([.. left.Where(word => !Stops.Contains(word))], conversation, flowOf) : WrongOf(left, active, flowOf(active));
    }

    private static Steer? StopOf(List<string> left, Conversation conversation, Func<Progress, Flow> flowOf)
    {
        if (left.Count == 0) return null;
        if (left.TrueForAll(All.Contains)) return new Steer.StopAll();
        if (left.TrueForAll(Last.Contains)) return new Steer.Stop(conversation.Active!);
        // What is being talked about last is meant first.
        var named = conversation.Running.Reverse().FirstOrDefault(progress => left.TrueForAll(word => Names(word, progress, flowOf(progress))));
        return named is null ? null : new Steer.Stop(named);
    }

    private static Steer? WrongOf(List<string> left, Progress active, Flow flow)
    {
        List<string> named = [.. left.Where(word => !Wrongs.Contains(word))];
        if (left.Count > named.Count && flow.Slots.FirstOrDefault(slot => !slot.Hidden && (IsLabel(named, slot.Label.Nl) || IsLabel(named, slot.Label.En))) is { } whole)
            return new Steer.Wrong([whole]);
        var slots = named.Select(word => flow.Slots.FirstOrDefault(slot => !slot.Hidden && Calls(word, slot))).ToList();
        // Only what is named has to be asked for; without saying that it is wrong it may be named where the preview waits.
        return slots.Count == 0 || slots.Contains(null) || (left.Count == slots.Count && active.Asked != Progress.Confirm)
            ? null
            : new Steer.Wrong([.. slots.OfType<Slot>().Distinct()]);
    }

    /// <summary>Said just as it stands on the card.</summary>
    private static bool IsLabel(List<string> named, string? label) =>
        label is not null && Words.Of(label).Where(word => word.Kind == WordKind.Letters && !Fillers.Contains(word.Fold)).Select(word => word.Fold).ToList() is { Count: > 0 } words && words.SequenceEqual(named);

    private static bool Calls(string word, Slot slot) =>
        Called.GetValueOrDefault(slot.Name)?.Contains(word) == true || word == FirstWord(slot.Label.Nl) || word == FirstWord(slot.Label.En);

    private static bool Names(string word, Progress progress, Flow flow) =>
        Flows.GetValueOrDefault(flow.Intent)?.Contains(word) == true || word == FirstWord(flow.Title.Nl) || word == FirstWord(flow.Title.En)
        || progress.Values.Values.SelectMany(values => values).OfType<SlotValue.Account>().Any(account => Words.Of(account.Name).Exists(part => part.Fold == word));

    private static string? FirstWord(string? label) => label is null || Words.Of(label) is not [{ Fold: var first }, ..] || first.Length < 4 || Fillers.Contains(first) ? null : first;

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
