using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Nudges;
using SalesBot.Dialogs.Privacy;
using SalesBot.Dialogs.Reports;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Slots;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>One message in its conversation: command, correction, answer to a question, follow-up question, or something new.</summary>
internal sealed partial class Hearing(Message message, HeardContext? context)
{
    private static readonly HashSet<string> Noes = ["nee", "neen", "no", "nope", "niet", "sorry", "oeps", "oops", "correctie", "correction", "fout", "wacht", "wait", "nah"];
    private static readonly HashSet<string> Yeses = ["ja", "yes", "ok", "oke", "prima", "klopt", "akkoord", "goed", "sure", "yeah"];
    private static readonly HashSet<string> Pleased = ["ja", "yes", "ok", "oke", "okay", "prima", "goed", "perfect", "great", "top", "mooi", "fijn", "super", "lovely", "good", "fine", "akkoord", "klopt", "yep", "yeah", "jep", "cool", "brilliant"];
    private static readonly HashSet<string> Questions = ["hoe", "wat", "wie", "waar", "waarom", "wanneer", "welke", "hoeveel", "how", "what", "who", "where", "why", "when", "which", "did", "is", "staat", "kun", "can", "toon", "show", "laat"];
    private static readonly HashSet<string> Texts = [SlotNames.Reason, SlotNames.Goal, SlotNames.Outcome, SlotNames.NextStep, SlotNames.Task, SlotNames.Product, SlotNames.Competitor, SlotNames.What, SlotNames.Resolution, SlotNames.Name, SlotNames.Which];

    public Heard Hear()
    {
        var command = Commands.Of(message.Words);
        // "Top, bedankt" to a preview is a yes, and thanks.
        if (command == Intents.Thanks && context?.Asked == "confirm" && message.Count > 1 && Pleased.Contains(First)) return new([Intents.Confirm, Intents.Thanks], []);
        if (command is not null && !(command is Intents.Skip && context?.Asked is null && context?.Flow is null))
        {
            return new([command], []);
        }

        return AboutApprovals() ?? AboutNudges() ?? FigureWords.Of(message, intent => Read(intent)) ?? Aside() ?? Lessened() ?? Stopped() ?? Corrected() ?? Agreed() ?? Settled() ?? Answered() ?? Followed() ?? Fresh();
    }

    /// <summary>What the bot sends of its own accord is spoken of in set phrases, and nobody else's words.</summary>
    private Heard? AboutNudges()
    {
        if (message.Mentions.Any(mention => mention.Kind == MentionKind.Account) is var named && !named && NudgeWish.Of(message.Text) is not null)
            return new([Intents.SetNudges], [new(SlotNames.Notes, new SlotValue.Text(message.Text))]);
        if (!named && ReportWish.Of(message.Text) is not null) return new([Intents.SubscribeReport], [new(SlotNames.Notes, new SlotValue.Text(message.Text))]);
        if (PrivacyWish.Erases(message.Text) is { } erased) return new([Intents.EraseContact], Person(erased));
        if (PrivacyWish.Exports(message.Text) is { } exported) return new([Intents.ExportContact], Person(exported));
        return NudgeWish.IsSnooze(message.Text) ? new([Intents.SnoozeNudge], Read(Intents.AddFollowUp)) : null;
    }

    /// <summary>"En het jaar daarvoor?" beside an open flow: about the question that was answered in between.</summary>
    private Heard? Aside() => context is { Flow: not null, Answered: { } answered } && message.Words[^1].Text == "?" ? new Hearing(message, answered).Followed() : null;

    private List<HeardSlot> Person(string name) =>
        [new(SlotNames.Contact, new SlotValue.Text(name)), .. Read(Intents.ContactLookup).Where(slot => slot is { Name: SlotNames.Account, Value: SlotValue.Account { Id: not null } })];

    /// <summary>Requests and absences are spoken of in set phrases as well.</summary>
    private Heard? AboutApprovals() => ApprovalPhrases.Of(message.Text) switch
    {
        null => null,
        Intents.ShowHistory => new([Intents.ShowHistory], Read(Intents.QuoteStatus)),
        // A visit told in the same words is a visit.
        Intents.SetAbsence when message.Mentions.Any(mention => mention.Kind == MentionKind.Account) => null,
        var intent => new([intent], [new(SlotNames.Notes, new SlotValue.Text(message.Text))]),
    };

    private string First => message.Words.FirstOrDefault(word => word.Kind == WordKind.Letters).Fold ?? "";

    private bool HasValues => message.Values.Count > 0 || message.Mentions.Count > 0;

    private List<HeardSlot> Read(string intent, string? asked = null) =>
        new SlotReader(message, [new(0, message.Count, intent, 1)], [intent], asked).Read();

    /// <summary>An intent beyond doubt, which an open question does not hold back.</summary>
    private string? Strong()
    {
        var (intent, share) = Clauses.Whole(message);
        return intent != Intents.OutOfScope && share > 0.8f && (message.Masked().Words.Count > 2 || intent == Intents.SwitchLanguage) ? intent : null;
    }
}
