using System.Text.Json;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Cards;
using SalesBot.Cards.Model;
using SalesBot.Cards.Sharing;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Compose;

/// <summary>
/// What Teams asks while somebody writes a message, anywhere: what they look for to put into it (<c>composeExtension/query</c>), and what a
/// link of ours is (<c>composeExtension/queryLink</c>). Reads only, and remembers nothing of the chat.
/// </summary>
internal sealed class ComposeBox(Visitors visitors, IAssistant assistant, PublicAddress here, TurnLimits limits, Turns turns)
{
    private const int MostPerPage = 25, FurthestPage = 10_000, LongestWords = 100;

    // The card version that Teams draws the preview of a link in.
    private const string LinkVersion = "1.3";

    public Task<InvokeResponse> QueryAsync(TenantId tenant, Activity activity, CancellationToken cancel) => AnswerAsync(tenant, activity, async user =>
    {
        var words = Words.Clip(ComposeQuery.Words(activity.Value), LongestWords);
        var page = await assistant.SearchAsync(
            new(
                tenant, user, SpokenText.ClientLanguage(activity), ComposeQuery.For(activity.Value, words), words,
                Math.Clamp(ComposeQuery.Number(activity.Value, "skip") ?? 0, 0, FurthestPage), Math.Clamp(ComposeQuery.Number(activity.Value, "count") ?? MostPerPage, 1, MostPerPage),
                here.Value),
            cancel);
        return page.Items.Count == 0 && (ComposeQuery.Number(activity.Value, "skip") ?? 0) == 0
            ? ComposeAnswer.Saying(ComposeTexts.Nothing(words).In(page.Speaks))
            : ComposeAnswer.Of(page.Items);
    }, cancel);

    public Task<InvokeResponse> LinkAsync(TenantId tenant, Activity activity, CancellationToken cancel) => AnswerAsync(tenant, activity, async user =>
    {
        // Forbidden, gone and not ours all look the same: the link stays a link.
        if (here.Value is not { } home || QuoteLink.Read(home, activity.Value.TextAt("url")) is not { } number) return ComposeAnswer.Of([]);
        var found = await assistant.LinkedAsync(tenant, user, SpokenText.ClientLanguage(activity), home, number, cancel);
        return ComposeAnswer.Of(found is null ? [] : [found with { Card = found.Card with { Declares = LinkVersion } }]);
    }, cancel);

    private async Task<InvokeResponse> AnswerAsync(TenantId tenant, Activity activity, Func<Data.People.User, Task<ComposeAnswer>> answer, CancellationToken cancel)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object }) return new InvokeResponse(400);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var language = SpokenText.ClientLanguage(activity) ?? Language.Dutch;
        try
        {
            (var user, language) = await visitors.WhoAsync(tenant, activity, cancel).WaitAsync(cancel);
            if (user is null) return ComposeAnswer.Saying(TurnTexts.UnknownPerson.In(language)).Response();
            if (!limits.AllowSearch(tenant, user.Id)) return ComposeAnswer.Saying(ComposeTexts.TooFast.In(language)).Response();
            return (await answer(user).WaitAsync(cancel)).Response();
        }
        catch (Exception e)
        {
            return ComposeAnswer.Saying(ComposeTexts.Failed(turns.Failed(e).Reference).In(language)).Response();
        }
        finally
        {
            Instruments.Turns.Record(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", "search"));
        }
    }
}

internal static class ComposeTexts
{
    public static readonly Text TooFast = new("Dat gaat me te snel. Wacht even en zoek dan verder.", "That is too fast for me. Wait a moment and go on.");

    public static Text Nothing(string words) => words.Length == 0
        ? new("Je hebt nog geen klanten of offertes om te delen.", "You have no accounts or quotes to share yet.")
        : new($"Niets van jou gevonden bij: {words}", $"Nothing of yours found for: {words}");

    public static Text Failed(string reference) => new(
        $"Zoeken lukt nu niet. Probeer het zo nog eens. Kenmerk: {reference}.", $"Searching does not work just now. Please try again in a moment. Reference: {reference}.");
}
