using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Approvals;

/// <summary>The requester answers a supervisor's question in words: "antwoord: ...", with the number where several are open.</summary>
internal sealed class AnswerQuestion(ApprovalDesk desk) : Flow(Intents.AnswerQuestion, new("Antwoord", "Answer"), Said)
{
    private static readonly Slot<string> Said = Slot.Words(SlotNames.Notes, new("Antwoord", "Answer"), default);

    private static readonly Text NoQuestion = new("Er staat geen vraag van een leidinggevende open.", "There is no open question of a supervisor.");

    private static Text Which(IEnumerable<string> names, string first) => new(
        $"Er staan vragen open over {string.Join(", ", names)}. Zeg bijvoorbeeld “antwoord op {first}: …”.",
        $"There are open questions about {string.Join(", ", names)}. Say for example “answer to {first}: …”.");

    private static Text Answered(string name, string approver) => new($"Je antwoord over {name} is naar {approver}.", $"Your answer about {name} has gone to {approver}.");

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var said = ApprovalPhrases.ReplyWords(known.Of(Said) ?? "") ?? (null, known.Of(Said) ?? "");
        var open = await OpenAsync(turn, said.Number, cancel);
        if (open.Count != 1)
        {
            effect.Refused = open.Count == 0 ? "no_question" : "which";
            return effect.Say(Message.Of(turn.Say(open.Count == 0 ? NoQuestion : Which(open.Select(file => file.Matter.Name), open[0].Matter.Name))));
        }
        var after = await desk.ReplyAsync(open[0], said.Words, turn, effect, cancel);
        return effect.Refused is not null ? effect : effect.Say(Message.Of(turn.Say(Answered(after.Matter.Name, after.NameOf(after.Approval!.Record.Approver)))));
    }

    private static async Task<IReadOnlyList<ApprovalFile>> OpenAsync(Turn turn, string? number, CancellationToken cancel)
    {
        var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Now);
        var files = new List<ApprovalFile>();
        foreach (var stored in await turn.Book.Store.ListAsync(turn.Book.Partition, Kinds.Approval, "", int.MaxValue, cancel))
        {
            if (stored.Record.State != ApprovalState.Returned || !stored.Record.Requesters.Contains(turn.User.Id)) continue;
            if (await ApprovalFile.ReadAsync(reading, stored.Record.Subject, stored.Record.Version, cancel) is not { Matter.Stage: Stage.Returned } file) continue;
            if (number is null || file.Matter.Name.Contains(number, StringComparison.OrdinalIgnoreCase) || file.Account.Name.Contains(number, StringComparison.OrdinalIgnoreCase)) files.Add(file);
        }
        return files;
    }
}
