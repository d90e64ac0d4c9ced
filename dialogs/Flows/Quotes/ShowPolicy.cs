using System.Text.RegularExpressions;
using SalesBot.Cards.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Quotes;

namespace SalesBot.Dialogs.Flows.Quotes;

/// <summary>"Welk beleid geldt er?": the tiers and settings that quotes are judged by, in words, as they are set now.</summary>
internal sealed partial class ShowPolicy(QuoteDesk desk) : Flow("show_policy", new("Beleid voor offertes", "Policy for quotes"))
{
    public override bool Confirms => false;

    public override bool Claims(string words, Progress? open, Turn turn) => open is null && words.Length < 90 && Asks().IsMatch(words);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var people = await turn.Book.PeopleAsync(cancel);
        var manager = turn.User.Manager is { } id && people.TryGetValue(id, out var above) ? above.Name : null;
        var card = PolicyCard.Of(new(turn.User, manager, await turn.Book.TiersAsync(cancel), await turn.Book.PolicyAsync(desk.Policy, cancel)), turn.Language);
        return Privately.Answer(Message.Of(card), turn);
    }

    [GeneratedRegex(
        @"^\W*(wat|welke?|hoe|toon|laat|geef|what|which|how|show|tell)\b[^.!]*\b(kortings?beleid|offertebeleid|beleid|kortings?staffels?|staffels?|mijn mandaat|discount policy|quote policy|policy|policies|discount tiers?|tiers|my mandate|my (approval )?limits?)\b|^\W*(hoeveel korting (mag|kan) ik\b|how much discount (may|can) i\b|(mijn )?(kortings?staffels?|mandaat)\W*$|(my )?(discount tiers|mandate)\W*$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
