using System.Text.RegularExpressions;
using SalesBot.Cards.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;
using Sentences = SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Flows.Quotes;

/// <summary>"Wat kost een boardroom?": what the price list says, also in the midst of a quote. A price that is not there is not told.</summary>
internal sealed partial class ShowPrices() : Flow("show_prices", new("Prijzen", "Prices"), Day, Slot.Message)
{
    private static readonly Slot<DateOnly?> Day = Slot.Derived<DateOnly?>(SlotNames.Date, value => (value as SlotValue.Date)?.Value);

    public override bool Confirms => false;

    public override bool Claims(string words, Progress? open, Turn turn) => Asks().IsMatch(words) && !AboutOthers().IsMatch(words) && !NamesCompetitor(words, turn);

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => [.. said, new(SlotNames.Notes, new SlotValue.Text(words))];

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var words = known.Of(Slot.Message) ?? "";
        var day = known.Of(Day) is { } said && said >= turn.Today ? said : turn.Today;
        var prices = await turn.Book.PricesAsync(cancel);
        var spoken = Trailing().Replace(Asks().Match(words).Groups["what"].Value, "").Trim();
        var found = WholeList().IsMatch(words) || spoken.Length == 0 ? prices.On(day, turn.Language) : prices.Search(spoken, day, turn.Language);
        return Effect.Of(Message.Of(PricesCard.Of(new([.. found], day, spoken), turn.Language)));
    }

    [GeneratedRegex(
        @"^\W*((en |and )?(wat kost(en)?|hoe duur (is|zijn)|hoeveel (is|kost|kosten)|wat (is|zijn) (de |het |onze )?(prijs|prijzen|tarief|tarieven|kamerprijs|zaalhuur) (van|voor)|(prijs|prijzen|tarief|tarieven) (van|voor)|what (does|do|is|are)( the| our)? (price|prices|rate|rates) (of|for)|how much (is|are|does|do)|(price|prices|rate|rates) (of|for)))\b(?<what>[^?!.]*?)(\bcost)?\W*$"
        + @"|^\W*(and )?what (does|do)\b(?<what>[^?!.]*?)\bcost\W*$"
        + @"|^\W*(toon|geef|laat|show|give)\b[^.!?]{0,15}\b(prijslijst|price list)\b(?<what>)[^.!?]*$|^\W*(prijslijst|price list)(?<what>)\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();

    private static bool NamesCompetitor(string words, Turn turn) =>
        new Sentences.Message(words, turn.Language, turn.LocalNow, turn.Names).Mentions.Any(mention => mention.Kind == Sentences.MentionKind.Competitor);

    /// <summary>What something costs somebody else, and sums that are no list price.</summary>
    [GeneratedRegex(
        @"\b(omzet|revenue|turnover|target|doel|budget|korting|discount|offerte|quote|q-?\d|klant|customer|lead|leads|concurrent\w*|competitor\w*|mean|think|say|know|beurs|event|fair|worth|waard|left|over)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AboutOthers();

    [GeneratedRegex(@"\b(een|de|het|onze|jullie|ons|a|an|the|our)\b|\bper (dag|nacht|persoon|stuk|dagdeel|day|night|person|piece|half day)\b|\b(bij ons|nu|vandaag|now|today|ook alweer|eigenlijk)\b|\b(cost|kost)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\b(prijslijst|price list)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeList();
}
