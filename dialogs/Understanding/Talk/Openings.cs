using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>
/// How a message opens while a talk is going on: "Emma van Dam. Hoeveel omzet hadden we daar?" answers and then asks, "laat maar, ..."
/// stops and goes on, "wacht, eerst even ..." only leads in.
/// </summary>
internal static partial class Openings
{
    /// <summary>A first sentence of more words is no bare answer.</summary>
    private const int LongestAnswer = 8;

    private const int LongestText = 600;

    /// <summary>What only goes on with the open matter, or is nothing of its own.</summary>
    private static readonly HashSet<string> NothingNew =
        [Intents.OutOfScope, Intents.Confirm, Intents.Deny, Intents.Cancel, Intents.CorrectSlot, Intents.Skip, Intents.Repeat, Intents.Thanks, Intents.Greet, Intents.Approve, Intents.Reject, Intents.Undo];

    /// <param name="hear">Understands a whole message.</param>
    public static Heard Heard(Utterance utterance, Func<Utterance, Heard> hear)
    {
        if (utterance is not { Context: { Flow: not null, Asked: not null } context, Text.Length: <= LongestText }) return hear(utterance);
        var text = utterance.Text;
        if (LeadIn().Match(text) is { Success: true, Length: var lead } && lead < text.Length) return Moved(hear(utterance with { Text = text[lead..] }), 0, lead);
        return Answers(utterance, context, hear) ?? hear(utterance);
    }

    /// <summary>The answer and what follows it; null where the message is about one thing.</summary>
    private static Heard? Answers(Utterance utterance, HeardContext context, Func<Utterance, Heard> hear)
    {
        if (End().Match(utterance.Text) is not { Success: true } end) return null;
        var (first, rest) = (utterance.Text[..end.Index], utterance.Text[(end.Index + end.Length)..]);
        var words = Words.Of(first);
        var command = Commands.Of(words);
        // Behind a comma only a bare yes, stop or skip stands by itself.
        if (words.Count is 0 or > LongestAnswer || rest.Trim().Length == 0 || But().IsMatch(rest) || (end.Value[0] == ',' && command is not (Intents.Confirm or Intents.Cancel or Intents.Skip))) return null;
        var answer = command is not null ? new([command], []) : hear(utterance with { Text = first });
        if (answer.Intents is not [var intent] || !(intent == context.Flow || intent is Intents.Confirm or Intents.Cancel or Intents.Skip or Intents.CorrectSlot) || (command is null && answer.Slots.Count == 0)) return null;
        var next = hear(utterance with { Text = rest, Context = new(null, null, context.Answered?.Known ?? new Dictionary<string, SlotValue>()) });
        if (intent == Intents.Confirm && next.Intents is [Intents.Thanks]) return new([Intents.Confirm, Intents.Thanks], []);
        if (next.Intents.Any(NothingNew.Contains) || next.Intents.Contains(context.Flow) && intent is not (Intents.Confirm or Intents.Cancel)) return null;
        return new([intent, .. next.Intents], [.. answer.Slots, .. Moved(next, 1, end.Index + end.Length).Slots]);
    }

    private static Heard Moved(Heard heard, int intents, int places) => heard with
    {
        Slots = [.. heard.Slots.Select(slot => slot with { Intent = slot.Intent + intents, Start = slot.Start < 0 ? slot.Start : slot.Start + places })],
    };

    /// <summary>"Ja, maar zet er 45 kamers in" puts right what it agrees with.</summary>
    [GeneratedRegex(@"^\s*(maar|alleen|behalve|but|only|except)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex But();

    [GeneratedRegex(@"[.!](\s+|$)|\s*\n\s*|,\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex End();

    [GeneratedRegex(@"^\s*((oh? ja|oh|wacht( even| eens)?|ho|hang on|hold on|one moment|moment(je)?|sorry|even)[,.!:]?\s+)*(eerst( nog)?( even)?|even tussendoor|tussendoor|vraag(je)? tussendoor|hang on|hold on|wacht( even)?,|quick question|before that|first)[,:]?\s+(?=\S+\s+\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex LeadIn();
}
