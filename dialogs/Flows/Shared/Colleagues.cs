using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Data.People;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Shared;

/// <summary>People of the speaker's own team, as they are named in a talk.</summary>
internal static partial class Colleagues
{
    /// <summary>Who gets something: "op naam van Daan", "assign it to Eva".</summary>
    public static Slot<string> Slot(Text label, Text question, bool required = false) => Engine.Slot.Heard(
        SlotNames.Owner, label, question, words => After().Match(words) is { Success: true } found ? found.Groups["who"].Value : null, required);

    /// <summary>By first name, last name or both; "me" is the speaker. Null: nobody of the team, or several.</summary>
    public static async Task<User?> FindAsync(string name, Turn turn, CancellationToken cancel)
    {
        var said = Words.Fold(name.Trim());
        if (said is "ik" or "mij" or "me" or "mezelf" or "myself" or "i") return turn.User;
        var members = await turn.Book.Organisation.MembersAsync(turn.User.Team, cancel);
        var whole = members.Where(user => Words.Fold(user.Name) == said).ToList();
        if (whole is [var only]) return only;
        var part = members.Where(user => Words.Fold(user.Name).Split(' ').Contains(said) || Words.Fold(user.Name).StartsWith(said + " ", StringComparison.Ordinal)).ToList();
        return part is [var one] ? one : null;
    }

    /// <summary>The slot with the colleague's whole name, or a question where it is nobody's.</summary>
    public static async Task<(Answers Known, Text? Question)> CheckAsync(Answers known, Slot<string> slot, Turn turn, CancellationToken cancel)
    {
        if (known.Of(slot) is not { } said) return (known, null);
        if (await FindAsync(said, turn, cancel) is { } user) return (known.With(slot, [new SlotValue.Text(user.Name)]), null);
        var team = string.Join(", ", (await turn.Book.Organisation.MembersAsync(turn.User.Team, cancel)).Select(user => user.Name.Split(' ')[0]));
        return (known.With(slot, []), new($"“{said}” vind ik niet in je team. Wie wordt het: {team}?", $"I can't find “{said}” in your team. Who is it: {team}?"));
    }

    [GeneratedRegex(
        @"(?i:\b(op naam van|in the name of|op naam|eigenaar(?: is| wordt)?|owner(?: is)?|toegewezen aan|wijs (?:hem |het |die |deze )?toe aan|overdragen aan|over aan|over to|assign(?:ed)?(?: it| this)? to|give (?:it |this )?to|(?:geef|draag|hand|assign|reassign|give)\b[^.!?]{1,60}? (?:aan|to)|zet\b[^.!?]{1,60}? op)\s+)(?<who>\p{Lu}[\p{L}'’-]*(?: (?:van|de|der|den|ten|ter|el))*(?: \p{Lu}[\p{L}'’-]*)?|mij\b|me\b|mezelf\b|myself\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex After();
}
