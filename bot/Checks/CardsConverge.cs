using System.Text.Json;
using SalesBot.Bot.Outbox;
using SalesBot.Dialogs.Nudges;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>What a kept card showed last is what it shows when it is drawn anew for the same reader.</summary>
internal sealed class CardsConverge() : Invariant(8, "Cards converge", Told.Capture)
{
    public override async Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        var delivered = evidence.Capture!.Where(captured => captured is { IsDelivered: true, Activity: not null, Card: not null })
            .GroupBy(captured => (captured.Conversation, captured.Activity)).ToDictionary(group => group.Key, group => group.Last());
        var waiting = evidence.Outbox.Select(message => message.Record.Shows)
            .Concat(evidence.Held(DeadLetter.Kind).Select(letter => letter.Record.Message.Shows)).OfType<CardView>().ToHashSet();
        var violations = new List<Violation>();
        foreach (var posted in evidence.Held(PostedCard.Kind).Select(held => held.Record))
        {
            // An overview shows its own day; one that is on its way will put it right.
            if (posted.View.Kind == Digests.ViewKind || waiting.Contains(posted.View)) continue;
            if (!delivered.TryGetValue((posted.Conversation.Split('|')[0], posted.ActivityId), out var last)) continue;
            if (await evidence.RenderAsync(posted.View, cancel) is not { } now || JsonElement.DeepEquals(now.Content, last.Card!.Value)) continue;
            violations.Add(Violated(
                $"The card {posted.View.Kind} {posted.View.Subject} of {posted.View.Viewer?.Value ?? "a channel"} does not show the present.",
                [$"{last.At:O}  was delivered: {Difference(last.Card.Value, now.Content)}", $"{evidence.Now:O}  would show: {Difference(now.Content, last.Card.Value)}"]));
        }
        return violations;
    }

    /// <summary>The first words of the one that the other has not.</summary>
    private static string Difference(JsonElement one, JsonElement other)
    {
        var there = Words(other).ToHashSet();
        return string.Join(" | ", Words(one).Where(word => !there.Contains(word)).Take(3).DefaultIfEmpty("(the same words, laid out otherwise)"));
    }

    private static IEnumerable<string> Words(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Words(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Words),
        _ => [],
    };
}
