using SalesBot.Bot.Checks;
using SalesBot.Bot.Outbox;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;
using Xunit;

namespace SalesBot.Tests.Checks;

/// <summary>A morning's work violates nothing; whatever is spoilt in it behind the bot's back is found, and named by its kind.</summary>
public sealed partial class PlantedTests
{
    private static readonly UserId Anna = new(Whole.Person.Anna.ObjectId), Sven = new(Whole.Person.Sven.ObjectId);

    [Fact]
    public async Task A_clean_store_violates_nothing()
    {
        await using var morning = await Morning.CopyAsync();
        Assert.Equal([], (await morning.CheckAsync()).Select(Checker.Block));
        Assert.Equal([], (await morning.CheckAsync(Told.None)).Select(Checker.Block));
        Assert.True(morning.Clients.Count(request => request is { Outcome: Outcome.Ok, Wrote.Count: > 0 }) >= 5, "Somebody must have been told that something was written.");
    }

    [Fact]
    public async Task A_reply_that_the_outbox_brought_before_the_message_came_again_is_its_reply()
    {
        await using var morning = await Morning.CopyAsync();
        var at = morning.Clients.FindIndex(request => request.Key == "visit-1");
        var asked = morning.Clients[at];
        for (var i = 0; i < morning.Capture.Count; i++)
            if (morning.Capture[i] is { ReplyTo: { } to, Type: "message" } reply && to == asked.Activity) morning.Capture[i] = reply with { Body = WithoutReplyTo(reply.Body!.Value) };
        morning.Clients[at] = asked with { Outcome = Outcome.Unknown, Answered = null, Wrote = null };
        morning.Clients.Insert(at + 1, asked with { Sent = asked.Answered!.Value.AddSeconds(20), Answered = asked.Answered.Value.AddSeconds(21) });
        Assert.DoesNotContain(await morning.CheckAsync(), violation => violation.Of.Number == 12);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_came_late_is_no_copy_of_what_was_said_before_in_the_same_words()
    {
        await using var morning = await Morning.CopyAsync();
        var asked = morning.Clients.Last(request => request.Person == Anna && !request.Invoke);
        await morning.ChangeAsync(SeenTurn.Kind, seen => seen.Key == SeenTurn.KeyOf(asked.Turn), seen => seen with { Replies = [], Answers = 1 });
        var before = morning.Capture.First(captured => captured.ReplyTo == morning.Clients.First(request => request.Key == "visit-1").Activity && captured.Type == "message");
        var (index, last) = (morning.Capture.FindIndex(captured => captured.ReplyTo == asked.Activity && captured.Type == "message"), morning.Capture[^1].At);
        morning.Capture[index] = morning.Capture[index] with { Status = 502 };
        morning.Capture.Add(before with { At = last.AddSeconds(5), Body = WithoutReplyTo(before.Body!.Value) });
        Assert.DoesNotContain(await morning.CheckAsync(), violation => violation.Of.Number == 12);
        // Twice is once too often.
        morning.Capture.Add(before with { At = last.AddSeconds(6), Body = WithoutReplyTo(before.Body!.Value) });
        Assert.Contains(await morning.CheckAsync(), violation => violation.Of.Number == 12);
    }

    private static System.Text.Json.JsonElement WithoutReplyTo(System.Text.Json.JsonElement body)
    {
        var copy = System.Text.Json.Nodes.JsonNode.Parse(body.GetRawText())!.AsObject();
        copy.Remove("replyToId");
        return Json(copy.ToJsonString());
    }

    /// <param name="number">Of the invariant that it breaks; others may be broken along with it.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_planted_is_found(int number, string what)
    {
        await using var morning = await Morning.CopyAsync();
        await Plants[(number, what)](morning);
        var found = await morning.CheckAsync();
        Assert.True(found.Any(violation => violation.Of.Number == number), $"Not found. Found were: {string.Concat(found.Select(Checker.Block))}");
        Assert.All(found, violation => Assert.NotEmpty(violation.History));
    }

    [Fact]
    public async Task An_order_that_a_clock_that_was_set_back_explains_is_none_of_them()
    {
        await using var morning = await Morning.CopyAsync();
        await Plants[(11, "the order of the records is not that of the clock")](morning);
        Assert.Contains(await morning.CheckAsync(), violation => violation.Of.Number == 11);
        // Twice, by half an hour and some more: one goes on where the other ended.
        var began = new DateTimeOffset(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(1));
        morning.Capture.Add(new(morning.Capture[^1].At, "CLOCK", From: began.AddMinutes(62), To: began.AddMinutes(28)));
        morning.Capture.Add(new(morning.Capture[^1].At, "CLOCK", From: began.AddMinutes(30), To: began));
        Assert.DoesNotContain(await morning.CheckAsync(), violation => violation.Of.Number == 11);
    }

    public static TheoryData<int, string> Cases()
    {
        var cases = new TheoryData<int, string>();
        foreach (var (number, what) in Plants.Keys) cases.Add(number, what);
        return cases;
    }

    [Fact]
    public void Each_of_the_thirteen_is_planted() => Assert.Equal(Checker.All.Select(invariant => invariant.Number), Plants.Keys.Select(plant => plant.Number).Distinct().Order());

    private static readonly Dictionary<(int Number, string What), Func<Morning, Task>> Plants = new()
    {
        [(1, "a visit that was confirmed is gone")] = morning => morning.DeleteAsync(Kinds.Visit, visit => visit.VisitedOn == new DateOnly(2026, 3, 4)),
        [(1, "a client was told of a visit that never was")] = async morning => morning.Clients[3] = morning.Clients[3] with { Outcome = Outcome.Ok, Wrote = [new("visit", "A-1001|20260304|nowhere")] },
        [(1, "what was confirmed has other values")] = async morning =>
        {
            var lead = (await morning.ListAsync(Kinds.Lead)).Last().Id;
            var at = morning.Clients.FindIndex(request => request.Wrote?.Any(wrote => wrote.Kind == "lead") == true);
            morning.Clients[at] = morning.Clients[at] with { Wrote = [new("lead", lead["lead|".Length..], Json("""{"rooms":41}"""))] };
        },

        [(2, "a lead is there twice")] = async morning =>
        {
            var lead = (await morning.ListAsync(Kinds.Lead)).Last().Record;
            await morning.PutAsync(Kinds.Lead, lead with { CreatedAt = lead.CreatedAt.AddDays(1) });
        },
        [(2, "one matter was done by two turns")] = async morning =>
        {
            var first = morning.Clients.Find(request => request.Key == "visit-1")!;
            morning.Clients.Add(morning.Clients.Find(request => request.Key == "quote-1")! with { Key = first.Key });
        },
        [(2, "what was refused was done")] = async morning =>
        {
            var at = morning.Clients.FindIndex(request => request.Key == "decision-1");
            morning.Clients[at] = morning.Clients[at] with { Outcome = Outcome.Refused };
        },

        [(3, "of a visit's records one is missing")] = morning => morning.DeleteAsync(Kinds.Lead, lead => lead.Rooms == 40),
        [(3, "a turn has no seen mark")] = morning => morning.DeleteAsync(SeenTurn.Kind, seen => seen.Trace.Wrote.Count > 0),
        [(3, "a turn wrote and has no audit entry")] = morning => morning.DeleteAsync(AuditEntry.Kind, entry => entry.By == Anna),
        [(3, "a decision has no trail")] = morning => morning.DeleteAsync(Kinds.Trail, trail => trail.By == Sven),

        [(4, "who asked decided")] = morning => morning.ChangeAsync(Kinds.Approval, approval => approval.State == ApprovalState.Approved, approval => approval with { DecidedBy = Anna }),
        [(4, "a version was decided on twice")] = async morning =>
        {
            var trail = (await morning.ListAsync(Kinds.Trail)).Select(stored => stored.Record).First(trail => trail.By == Sven);
            await morning.PutAsync(Kinds.Trail, trail with { Id = trail.Id + "x", By = new("5a1e5b07-0000-4000-8000-000000000104") });
        },
        [(4, "the amount was above the decider's limit")] = morning =>
            morning.ChangeAsync(Kinds.User, user => user.Id == Sven, user => user with { ApprovalLimit = 10 }, Morning.Directory),
        [(4, "a replaced version was decided on")] = morning => morning.ChangeAsync(Kinds.Quote, quote => quote.Sent is not null, quote => quote with
        {
            Versions = [.. quote.Versions, quote.Current with { Number = 2, At = quote.Current.At.AddSeconds(-1) }],
        }),

        [(5, "a sent quote's approval was returned")] = morning =>
            morning.ChangeAsync(Kinds.Approval, approval => approval.State == ApprovalState.Approved, approval => approval with { State = ApprovalState.Returned }),
        [(5, "what was sent is not what was approved")] = morning => morning.ChangeAsync(Kinds.Quote, quote => quote.Sent is not null, quote => quote with { Sent = quote.Sent! with { ContentHash = new('0', 64) } }),
        [(5, "what was sent has been changed since")] = morning => morning.ChangeAsync(Kinds.Quote, quote => quote.Sent is not null, quote => quote with
        {
            Versions = [quote.Current with { OptionDate = new(2027, 1, 1) }],
        }),
        [(5, "a file was handed out of a quote that was rejected")] = async morning =>
        {
            var rejected = (await morning.ListAsync(Kinds.Approval)).Select(stored => stored.Record).Single(approval => approval.State == ApprovalState.Rejected);
            Deliver(morning, Anna, $$"""{"type":"message","text":"Offerte-{{rejected.Subject}}.pdf"}""");
        },

        [(6, "an account was changed behind the audit")] = morning => morning.ChangeAsync(Kinds.Account, account => account.Name == "Achmea", account => account with { CadenceDays = 3 }),
        [(6, "a follow-up came from nowhere")] = async morning =>
        {
            var task = (await morning.ListAsync(Kinds.FollowUp)).Last().Record;
            await morning.PutAsync(Kinds.FollowUp, task with { Id = "nowhere" });
        },
        [(6, "an entry was taken out of the audit")] = morning => morning.DeleteAsync(AuditEntry.Kind, entry => entry.Records.Any(record => record.Kind == "quote" && record.Before.Length > 0)),
        [(6, "an entry was forged")] = morning => morning.ChangeAsync(AuditEntry.Kind, entry => entry.By == Sven, entry => entry with { Records = [.. entry.Records.Select(record => record with { After = new('0', 64) })] }),
        [(6, "an operation is entered twice")] = async morning =>
        {
            var entry = (await morning.ListAsync(AuditEntry.Kind)).Select(stored => stored.Record).First(entry => entry.By == Sven);
            await morning.PutAsync(AuditEntry.Kind, entry with { Id = entry.Id + "x", Records = [] });
        },
        [(6, "a name stands in the audit")] = morning => morning.ChangeAsync(AuditEntry.Kind, entry => entry.By == Anna, entry => entry with { Cause = "visit with Jan de Vries" }),

        [(7, "a message waits for two days")] = async morning =>
        {
            await WaitingAsync(morning, message => message with { Attempts = 9 });
            morning.Later(TimeSpan.FromDays(2));
        },
        [(7, "a message has no cause")] = async morning => await morning.PutAsync(OutboxMessage.Kind, new OutboxMessage("20260304091500000-00000000-00", new(Person: Anna), new(2026, 3, 4, 9, 15, 0, TimeSpan.Zero), "Hallo", Attempts: 1)),
        [(7, "a reminder is left of a decided request")] = async morning =>
        {
            var number = (await morning.SentAsync()).Number.Value;
            await morning.PutAsync(Kinds.Scheduled, new("approval-wait", number, new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero)));
        },
        [(7, "who asked was never told")] = async morning =>
        {
            var number = (await morning.SentAsync()).Number.Value;
            morning.Capture.RemoveAll(captured => captured.Words?.Contains(number, StringComparison.Ordinal) == true);
        },
        [(7, "a dead letter alerted nobody")] = async morning =>
            await morning.PutAsync(DeadLetter.Kind, new DeadLetter((await WaitingAsync(morning, message => message with { Id = message.Id + "9" })), "gone-404", new(2026, 3, 4, 9, 15, 0, TimeSpan.Zero))),
        [(7, "a message is about a quote that there is not")] = async morning => Deliver(morning, Sven, """{"type":"message","text":"Q-2026-9999 wacht op je."}"""),

        [(8, "the last update of a card was lost")] = async morning => morning.Capture.RemoveAll(captured => captured.Method == "PUT"),

        [(9, "another team's customer was named")] = async morning => Deliver(morning, Anna, """{"type":"message","text":"Gemeente Utrecht heeft geboekt."}"""),
        [(9, "another team's customer stood in a prompt")] = async morning =>
            morning.Capture.Add(new(DateTimeOffset.UnixEpoch, "PROMPT", Body: Json("""{"messages":["Gemeente Utrecht"]}"""), Person: Anna)),
        [(9, "a colleague's quote was shown")] = async morning =>
            Deliver(morning, new(Whole.Person.Daan.ObjectId), $$"""{"type":"message","text":"{{(await morning.SentAsync()).Number}} is verstuurd."}"""),

        [(10, "a quote does not add up")] = morning => morning.ChangeAsync(Kinds.Quote, quote => quote.Sent is not null, quote => quote with { Versions = [quote.Current with { Total = quote.Current.Total + 0.01m }] }),
        [(10, "an indicator says something else than its records")] = morning => morning.ChangeAsync(Kinds.Rollup, rollup => rollup.Counts.Count > 0, rollup => rollup with
        {
            Counts = rollup.Counts.ToDictionary(count => count.Key, count => count.Value + 1),
        }),
        [(10, "numbers will be given again")] = morning => morning.ChangeAsync(LastNumber.Kind, last => last.Year == 2026, last => last with { Number = 0 }, Morning.Directory),

        [(11, "the order of the records is not that of the clock")] = morning =>
            morning.ChangeAsync(AuditEntry.Kind, entry => entry.Records.Any(record => record.Kind == "quote" && record.Before.Length == 0), entry => entry with { At = entry.At.AddHours(1) }),
        [(11, "the order of the records is that of a clock that was set back by less")] = morning =>
        {
            var quoted = new DateTimeOffset(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(1));
            morning.Capture.Add(new(morning.Capture[^1].At, "CLOCK", From: quoted.AddMinutes(20), To: quoted));
            return Plants![(11, "the order of the records is not that of the clock")](morning);
        },
        [(11, "a quote was sent that had not been approved")] = morning => morning.ChangeAsync(Kinds.Trail, trail => trail.Moves.Any(move => move.After == "Sent"), trail => trail with
        {
            Moves = [.. trail.Moves.Select(move => move with { Before = "Draft" })],
        }),
        [(11, "what was answered first was done last")] = async morning =>
        {
            var (decision, send) = (morning.Clients.FindIndex(request => request.Key == "decision-1"), morning.Clients.FindIndex(request => request.Key == "send-1"));
            (morning.Clients[decision], morning.Clients[send]) = (
                morning.Clients[decision] with { Sent = morning.Clients[send].Sent, Answered = morning.Clients[send].Answered },
                morning.Clients[send] with { Sent = morning.Clients[decision].Sent, Answered = morning.Clients[decision].Answered });
        },

        [(12, "a message was never answered")] = async morning =>
        {
            var asked = morning.Clients.Last(request => request.Person == Anna && !request.Invoke);
            morning.Capture.RemoveAll(captured => captured.ReplyTo == asked.Activity);
        },
        [(12, "a question was never answered")] = async morning =>
        {
            var asked = morning.Clients.Last(request => request.Person == Anna && !request.Invoke);
            await morning.ChangeAsync(SeenTurn.Kind, seen => seen.Key == SeenTurn.KeyOf(asked.Turn), seen => seen with { Replies = [], Answers = 1 });
            morning.Capture.RemoveAll(captured => captured.ReplyTo == asked.Activity);
        },
        [(12, "a reply came three times")] = async morning =>
        {
            var reply = morning.Capture.First(captured => captured is { Method: "POST", ReplyTo: not null, Card: not null });
            morning.Capture.AddRange([reply, reply]);
        },
        [(12, "a reply came after a minute")] = async morning =>
        {
            var asked = morning.Clients.FindIndex(request => request.Key == "visit-1");
            morning.Clients[asked] = morning.Clients[asked] with { Sent = morning.Clients[asked].Sent.AddMinutes(-1) };
        },
        [(12, "a message was heard and met with silence")] = morning =>
            morning.ChangeAsync(SeenTurn.Kind, seen => seen.Trace.Intents.Count > 0, seen => seen with { Replies = [], Card = null, Notice = null }),

        [(13, "a message lies untouched")] = async morning =>
        {
            await WaitingAsync(morning, message => message);
            morning.Later(TimeSpan.FromHours(1));
        },
        [(13, "a talk stands still")] = async morning =>
        {
            var talk = (await morning.ListAsync(Conversation.Kind)).First().Record;
            await morning.PutAsync(Conversation.Kind, talk with { Running = [Progress.New("stuck", "log_visit", "log_visit")] });
        },
        [(13, "an errand was never done")] = async morning =>
        {
            await morning.PutAsync(Kinds.Due, new("digest", "x", new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero)));
            morning.Later(TimeSpan.FromHours(4));
        },
        [(13, "a lease is held for days")] = morning => morning.PutAsync(Lease.Kind, new("dead", TimeProvider.System.GetUtcNow().AddDays(3))),
        [(13, "an erasure was not ended")] = async morning =>
        {
            await morning.PutAsync(Kinds.Erasure, new(new("C-1"), new("A-1"), new("corporate"), Anna, new(2026, 3, 4, 9, 15, 0, TimeSpan.Zero), new Dictionary<string, int>()), Morning.Directory);
            morning.Later(TimeSpan.FromHours(4));
        },
        [(13, "an error has no reference")] = async morning => morning.Log.AddRange(["fail: SalesBot.Bot.Channel.Turns[201]", "      Something went wrong."]),
        [(13, "a record can not be read")] = async morning =>
            Assert.IsType<SaveResult.Saved>(await morning.Store.SaveAsync(Morning.Corporate, "crooked", [new("quote|Q-2026-0900", 1, """{"number":1}"""u8.ToArray(), null)], CancellationToken.None)),
    };

    private static System.Text.Json.JsonElement Json(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.Clone();

    private static void Deliver(Morning morning, UserId to, string body) =>
        morning.Capture.Add(new(morning.Capture[^1].At, "POST", $"a:{to}", "added", 201, Json(body)));

    /// <summary>A message of the first turn that wrote.</summary>
    private static async Task<OutboxMessage> WaitingAsync(Morning morning, Func<OutboxMessage, OutboxMessage> with)
    {
        var entry = (await morning.ListAsync(AuditEntry.Kind)).Select(stored => stored.Record).First(entry => entry.By == Anna);
        var message = with(new($"{entry.At.UtcDateTime:yyyyMMddHHmmssfff}-{entry.Operation[..8]}-09", new(Person: Anna), entry.At, "Hallo"));
        await morning.PutAsync(OutboxMessage.Kind, message);
        return message;
    }
}
