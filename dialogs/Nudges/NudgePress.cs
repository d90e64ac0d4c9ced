using SalesBot.Cards.Nudges;
using SalesBot.Data;
using SalesBot.Data.Nudges;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Nudges;

/// <summary>The buttons of the day's overview: see what it is about, tick it off, put it off, hear no more of its kind.</summary>
internal sealed class NudgePress(Digests digests, PolicyFor policy) : PressAction(Open, Why, Done, DigestCard.LaterVerb)
{
    public const string Open = "nudge.open", Why = "nudge.why", Done = "nudge.done";

    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        switch (press.Verb)
        {
            case Open when press.Text("quote") is not null:
                return await ShowQuoteAsync(press, turn, cancel);
            case Open when press.Text("id") is { } request:
                return await ShowRequestAsync(request, press.Text("team") is { } team && PressReading.IsId(team) ? new(team) : turn.User.Team, turn, cancel);
            case Open or Why:
                return await ShowAccountAsync(press, turn, cancel);
        }
        var effect = new Effect();
        if (press.Text("list") is not { Length: < 120 } key || !key.StartsWith($"{turn.User.Id}|", StringComparison.Ordinal) || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '|' or '-')
            || await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.Digest, key, cancel) is not { Record: var digest })
            return Refused(effect, turn, "not_found");
        var (without, settings, log) = press.Verb == Done
            ? await TickOffAsync(press, turn, effect, cancel)
            : await PutOffAsync(press, digest, turn, effect, cancel);
        if (effect.Refused is not null) return Refused(effect, turn, effect.Refused);
        var left = digest with { Items = [.. digest.Items.Where(item => $"{item.Kind}|{item.Key}" != without)] };
        var round = new Round(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Now, await turn.Book.PeopleAsync(cancel));
        var card = await digests.CardAsync(left, round, turn.User, turn.Language, settings, log, cancel);
        return effect.Say(Message.Of(card ?? DigestCard.Empty(digest.Day, turn.Language)));
    }

    private static async Task<Effect> ShowQuoteAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect { KeepsPressedCard = true };
        if (await QuotePress.FileAsync(press, turn, cancel) is not { } file) return Refused(effect, turn, "not_found");
        var number = file.Quote.Record.Number;
        return effect.Say(Message.Of(new CardView(CardViews.QuoteKind, file.Quote.Record.Number.Value, file.Team, turn.User.Id)));
    }

    /// <summary>The request as a card of its own, for who was asked to decide.</summary>
    private static async Task<Effect> ShowRequestAsync(string key, TeamId team, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect { KeepsPressedCard = true };
        if (key.Length > 120 || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '|' or ':' or '-' or '_' or '.')
            || await turn.Book.Store.FindAsync(Partition.Of(turn.Book.Tenant, team), Kinds.Approval, key, cancel) is not { Record: var approval } || !approval.Deciders.Contains(turn.User.Id))
            return Refused(effect, turn, "not_found");
        return effect.Say(Message.Of(ApprovalViews.Of(approval, team, turn.User.Id)));
    }

    private async Task<Effect> ShowAccountAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect { KeepsPressedCard = true };
        if (press.Text("subject") is not { } id || !PressReading.IsId(id) || await turn.Book.AccountAsync(new(id), cancel) is not { Record: var account })
            return Refused(effect, turn, "not_found");
        Flow flow = press.Verb == Why ? new ExplainDeviation(policy) : new ShowAccount(policy);
        var known = new Answers(Commit.KeyOf(turn.Incoming.TurnId), flow.Intent, new Dictionary<string, IReadOnlyList<SlotValue>>
        {
            [SlotNames.Account] = [new SlotValue.Account(account.Name, account.Id, [])],
        });
        effect.Take(await flow.FinishAsync(known, turn, cancel));
        return effect;
    }

    private static async Task<(string Without, NudgeSettings Settings, NudgeLog? Log)> TickOffAsync(Press press, Turn turn, Effect effect, CancellationToken cancel)
    {
        var task = (await turn.Book.OpenFollowUpsAsync(turn.User.Id, cancel)).FirstOrDefault(stored => stored.Record.Id == press.Text("follow-up"));
        if (task is not null)
        {
            await PlanTasks.DoneAsync(task, turn, effect, cancel);
            effect.Undoable = new($"{turn.Now.UtcDateTime:yyyyMMddHHmmssfff}-{Commit.KeyOf(turn.Incoming.TurnId)[..12]}", task.Record.What);
        }
        var log = await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.NudgeLog, turn.User.Id.Value, cancel);
        return ($"follow-up|{press.Text("follow-up")}", await Digests.SettingsAsync(turn.Book.Store, turn.Book.Partition, turn.User.Id, cancel), log?.Record);
    }

    private async Task<(string Without, NudgeSettings Settings, NudgeLog? Log)> PutOffAsync(
        Press press, Digest digest, Turn turn, Effect effect, CancellationToken cancel)
    {
        var settings = await Digests.SettingsAsync(turn.Book.Store, turn.Book.Partition, turn.User.Id, cancel);
        var item = digest.Items.FirstOrDefault(item => $"{item.Kind}|{item.Key}" == press.Text(DigestCard.ItemInput));
        var until = DigestCard.DayOf(press.Text(DigestCard.WhenInput), turn.Today);
        if (item is null || until is null && press.Text(DigestCard.WhenInput) != DigestCard.Never)
        {
            effect.Refused = "not_found";
            return ("", settings, null);
        }
        if (until is null) return ("", await NudgeSteps.StopAsync(item.Kind, settings, turn, effect, cancel), null);
        return ("", settings, await NudgeSteps.PutOffAsync(item, until.Value, turn, effect, cancel));
    }

    private static Effect Refused(Effect effect, Turn turn, string why)
    {
        effect.Refused = why;
        return effect.Say(Message.Of(turn.Say(NudgeTexts.Gone)));
    }
}

/// <summary>What a person wants to hear later, or not at all; by button and by words.</summary>
internal static class NudgeSteps
{
    public static async Task<NudgeLog> PutOffAsync(DigestItem item, DateOnly until, Turn turn, Effect effect, CancellationToken cancel)
    {
        var stored = await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.NudgeLog, turn.User.Id.Value, cancel);
        var log = stored?.Record ?? new(turn.User.Id, new Dictionary<string, NudgeMark>(), turn.Today, 0);
        var marks = log.Marks.ToDictionary();
        marks[$"{item.Kind}|{item.Key}"] = new(marks.GetValueOrDefault($"{item.Kind}|{item.Key}")?.State ?? "", turn.Today, until);
        var after = log with { Marks = marks };
        if (stored is null) effect.Changes.Create(Kinds.NudgeLog, after);
        else effect.Changes.Replace(Kinds.NudgeLog, stored, after);
        return after;
    }

    public static Task<NudgeSettings> StopAsync(string kind, NudgeSettings settings, Turn turn, Effect effect, CancellationToken cancel) =>
        SaveAsync(settings with { Stopped = [.. settings.Stopped.Append(kind).Distinct()] }, turn, effect, cancel);

    /// <summary>The settings and, from now on, the times that follow from them.</summary>
    public static async Task<NudgeSettings> SaveAsync(NudgeSettings settings, Turn turn, Effect effect, CancellationToken cancel)
    {
        var stored = await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.NudgeSettings, turn.User.Id.Value, cancel);
        if (stored is null) effect.Changes.Create(Kinds.NudgeSettings, settings);
        else effect.Changes.Replace(Kinds.NudgeSettings, stored, settings);
        foreach (var part in new[] { Digest.Morning, Digest.Urgent })
        {
            if (settings.Off) effect.Timetable.Cancel(SendDigest.NameOf(part), turn.User.Id.Value);
            else effect.Timetable.Set(SendDigest.NameOf(part), turn.User.Id.Value, SendDigest.Next(part, settings, turn.Zone, turn.Now));
        }
        return settings;
    }
}
