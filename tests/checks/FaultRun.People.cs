using System.Text.Json.Nodes;
using SalesBot.Tests.Whole;

namespace SalesBot.Tests.Checks;

/// <summary>What people do all day, and how their Teams delivers it.</summary>
internal sealed partial class FaultRun
{
    private async Task WorkAsync(Person person, Random dice)
    {
        var accounts = person == Person.Eva ? ["Gemeente Utrecht"] : person == Person.Daan ? new[] { "KPMG" } : ["Philips", "ASML", "Achmea", "Rabobank"];
        var decides = person == Person.Sven || person == Person.Ingrid || person == Person.Femke;
        for (var step = 0; !ends; step++)
        {
            if (decides) await DecideAsync(person, dice);
            else await SellAsync(person, accounts[dice.Next(accounts.Length)], step, dice);
            // An hour is long: people take their time.
            await Task.Delay(dice.Next(0, plan.IsSoak ? 2_000 : 120));
        }
    }

    private async Task SellAsync(Person person, string account, int step, Random dice)
    {
        switch (dice.Next(10))
        {
            case < 2:
                await ConfirmedAsync(person, $"Bij {account} geweest, gesproken met Jan de Vries. {dice.Next(10, 60)} kamers in mei, ze kijken ook naar Van der Valk. Volgende week offerte sturen.", step, dice);
                break;
            case < 4:
                await ConfirmedAsync(person, $"Herinner me vrijdag aan zaak {dice.Next(1000)} van {account}", step, dice);
                break;
            case < 7:
                await ConfirmedAsync(person, $"Offerte voor {account}, {dice.Next(5, 40)} kamers, 1 nacht vanaf {dice.Next(4, 28)} mei", step, dice);
                break;
            case 7:
                await SureAsync(person, Client(person).Message("maak dat ongedaan"), null, dice);
                break;
            case 8:
                await PressAsync(person, "quote.send", "send", dice);
                break;
            default:
                await SureAsync(person, Client(person).Message("Hoe staan we ervoor dit kwartaal?"), null, dice);
                break;
        }
    }

    private Task DecideAsync(Person person, Random dice) => dice.Next(8) switch
    {
        < 5 => PressAsync(person, "approval.approve", "decide", dice),
        5 => PressAsync(person, "approval.reject", "decide", dice, ("reason", "Te laag")),
        6 => PressAsync(person, "approval.return", "decide", dice, ("question", "Waarom deze prijs?")),
        _ => SureAsync(person, Client(person).Message("Welke offertes wachten op mij?"), null, dice),
    };

    /// <summary>Says what gives a preview, then yes. Where nobody can know whether the yes arrived, it may be said anew.</summary>
    private async Task ConfirmedAsync(Person person, string words, int step, Random dice)
    {
        await SureAsync(person, Client(person).Message(words), null, dice);
        var key = $"{person.Name} {step}";
        // Another matter may wait behind this one: then the second yes is about that.
        if (await SureAsync(person, Client(person).Message("ja"), key, dice) > 1 && dice.Next(2) == 0) await SureAsync(person, Client(person).Message("ja"), key + " again", dice);
    }

    private async Task PressAsync(Person person, string verb, string what, Random dice, params (string Id, string Value)[] inputs)
    {
        JsonObject press;
        try
        {
            press = story.Press(person, verb);
        }
        catch (InvalidOperationException)
        {
            // No card with this button has come yet.
            await Task.Delay(100);
            return;
        }
        var data = press["value"]!["action"]!["data"]!;
        var key = $"{what} {data["quote"]} {data["version"]} {data["round"]}";
        foreach (var (id, value) in inputs) data[id] = value;
        if (await SureAsync(person, press, key, dice) <= 1 || dice.Next(2) == 0) return;
        // A press may come once more under a new id.
        var again = (JsonObject)press.DeepClone();
        again["id"] = Client(person).Message("x")["id"]!.GetValue<string>();
        await SureAsync(person, again, key, dice);
    }

    /// <summary>Delivered until it is answered, at times twice at once, at times once more behind its answer.</summary>
    /// <returns>How often it was delivered before it was answered.</returns>
    private async Task<int> SureAsync(Person person, JsonObject activity, string? key, Random dice)
    {
        for (var attempt = 1; ; attempt++)
        {
            await up.Task;
            var answer = attempt > 1 && dice.Next(3) == 0
                ? (await Task.WhenAll(story.SendAsync(person, activity, key), story.SendAsync(person, activity, key))).FirstOrDefault(one => one is not null)
                : await story.SendAsync(person, activity, key);
            if (answer is not null)
            {
                Interlocked.Increment(ref answered);
                if (dice.Next(12) == 0) await story.SendAsync(person, activity, key);
                return attempt;
            }
            Interlocked.Increment(ref redelivered);
            await Task.Delay(30);
        }
    }
}
