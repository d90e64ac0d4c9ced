using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>Which customer is meant, where the name fits several or none: answered in words or by a button.</summary>
public sealed partial class Step
{
    private static readonly string[][] Ordinals =
    [
        ["1", "1e", "1ste", "1st", "eerste", "first", "een", "one", "bovenste"], ["2", "2e", "2de", "2nd", "tweede", "second", "twee", "two"],
        ["3", "3e", "3de", "3rd", "derde", "third", "drie", "three"], ["4", "4e", "4de", "4th", "vierde", "fourth", "vier", "four"],
        ["5", "5e", "5de", "5th", "vijfde", "fifth", "vijf", "five"], ["6", "6e", "6de", "6th", "zesde", "sixth", "zes", "six"],
    ];

    /// <summary>Takes "de eerste", "2", "nieuwe prospect" or a part of a name as the answer; false where it is something else.</summary>
    internal bool Choose(string words)
    {
        if (Active is not { Asked: SlotNames.Account } active || UnclearAccount(FlowOf(active), active) is not { } unclear) return false;
        var said = Word().Matches(words.ToLowerInvariant()).Select(match => match.Value).Where(word => !Filler().IsMatch(word)).ToList();
        if (said.Count > 1) said.RemoveAll(word => word == "one");
        var candidates = Candidates(unclear);
        if (said.Count is 0 or > 6 || words.TrimEnd().EndsWith('?')) return false;
        if (FlowOf(active).Confirms && (IsNew(said) || (candidates.Count == 0 && said is ["ja" or "yes" or "klopt" or "inderdaad" or "yep" or "correct" or "right"])))
        {
            Choose(active, AsProspect(unclear));
            return true;
        }
        if (candidates.Count > 0 && NoneOf(said))
        {
            Conversation = Conversation.With(Filling.Set(FlowOf(active), active, FlowOf(active).Slots.First(slot => slot.Name == SlotNames.Account), []) with { Anew = [SlotNames.Account] });
            return advances = true;
        }
        var at = said is [var only] ? Array.FindIndex(Ordinals, ordinal => ordinal.Contains(only)) : -1;
        if (said is ["laatste" or "last" or "onderste"]) at = candidates.Count - 1;
        var named = candidates.Where(one => said.All(word => one.Aliases.Prepend(one.Name).Any(name => Word().Matches(name.ToLowerInvariant()).Any(part => part.Value == word)))).ToList();
        var chosen = at >= 0 && at < candidates.Count ? candidates[at] : named.Count == 1 ? named[0] : null;
        if (chosen is null) return false;
        Choose(active, new(chosen.Name, chosen.Id, []));
        return true;
    }

    private void Choose(Progress active, SlotValue.Account choice)
    {
        var flow = FlowOf(active);
        Conversation = Conversation.With(Filling.Set(flow, active, flow.Slots.First(slot => slot.Name == SlotNames.Account), [choice]));
        advances = true;
    }

    /// <summary>Those that the name fits, likeliest first.</summary>
    private static List<AccountName> Candidates(SlotValue.Account unclear) =>
        [.. unclear.Id is { } likeliest && unclear.Others.All(other => other.Id != likeliest) ? [new AccountName(likeliest, unclear.Name, [])] : Array.Empty<AccountName>(), .. unclear.Others];

    private static SlotValue.Account AsProspect(SlotValue.Account spoken) => new(spoken.Name, null, [], New: true);

    private static bool IsNew(List<string> said) =>
        said.Exists(word => word is "nieuw" or "nieuwe" or "new") && said.TrueForAll(word => word is "nieuw" or "nieuwe" or "new" or "prospect" or "klant" or "account" or "customer" or "client" or "relatie" or "ja" or "yes" or "voeg" or "toe" or "add" or "maak" or "aan" or "create" or "as" or "als" or "er" or "is");

    private static bool NoneOf(List<string> said) =>
        said.Exists(word => word is "geen" or "neither" or "none" or "ander" or "andere" or "anders" or "other" or "another" or "else")
        && said.TrueForAll(word => word is "geen" or "neither" or "none" or "ander" or "andere" or "anders" or "other" or "another" or "else" or "beide" or "both" or "allebei" or "them" or "these" or "those"
            or "nee" or "no" or "niet" or "not" or "één" or "one" or "deze" or "twee" or "two" or "iemand" or "someone" or "something" or "klant" or "account");

    [GeneratedRegex(@"[\p{L}\p{N}'’&-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(de|het|the|die|dat|that|it|it's|its|een|a|nummer|nr|number|optie|option|doe|neem|kies|take|pick|choose|graag|maar|please|ik|bedoel|bedoelde|i|mean|meant|is|dit|this|van|of)$", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();
}
