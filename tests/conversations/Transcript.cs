using System.Text.RegularExpressions;
using SalesBot.Tests.Checks;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>
/// Plays a talk below talks/: lines of who says or presses what, and what must be seen after it.
/// <code>
/// Anna: words                   a person speaks ("Anna@channel: ..." in a channel or group)
/// Anna presses verb id=value    a button of the last card, with what is typed into its inputs
/// Anna presses verb on card 2   the same on the second card from the last: an older one
/// again                         the last activity is delivered once more
/// Anna reads                    looks at what was last written to her in plain words
/// Anna opens                    looks at the newest card that was sent to her
/// restart | later 3 days        the process restarts; time goes by (also "later 5 hours")
/// the timetable runs            what is due by now is done: reminders, escalations
/// the price of Lunch becomes 12.50   in the price list
/// sees: a | b                   each of these stands in what was shown
/// order: a | b                  these stand in it one after the other
/// not: a | b                    none of these does
/// row: label = value | ...      the preview has a row with this label and value ("label = -": no such row)
/// asking: slot  wrote: kinds  refused: code  flow: name  sent: n      from the turn's trace
/// </code>
/// </summary>
internal static partial class Transcript
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "conversations", "talks");

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    /// <returns>What each turn showed and did, in order.</returns>
    /// <param name="after">Looks at the talk when it is over.</param>
    public static async Task<IReadOnlyList<string>> PlayAsync(string file, Edition edition, bool killed = false, Func<Talk, Task>? after = null)
    {
        await using var talk = await Talk.BeginAsync(edition, killed);
        var number = 0;
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            try
            {
                await PlayAsync(talk, line.Trim());
            }
            catch (Exception e)
            {
                Assert.Fail($"{file}:{number}: {line}\n{e.GetType().Name}: {e.Message}\n--- shown:\n{talk.Shown}--- trace: {talk.Last?.Trace}\nintents: {string.Join(", ", talk.Last?.Trace.Intents ?? [])} slots: {string.Join(", ", talk.Last?.Trace.Slots.Select(slot => $"{slot.Key}={slot.Value}") ?? [])}\n{e.StackTrace}");
            }
        }
        if (killed) await Invariants.HoldAsync(talk);
        if (after is not null) await after(talk);
        return talk.Turns;
    }

    private static async Task PlayAsync(Talk talk, string line)
    {
        switch (line)
        {
            case "restart":
                await talk.RestartAsync();
                return;
            case "the timetable runs":
                await talk.RunTimetableAsync();
                return;
            case var _ when Price().Match(line) is { Success: true } price:
                await talk.PriceAsync(price.Groups[1].Value, decimal.Parse(price.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture));
                return;
            case var _ when Reads().Match(line) is { Success: true } reads:
                await talk.ReadAsync(reads.Groups[1].Value);
                return;
            case "again":
                await talk.AgainAsync();
                return;
            case var _ when Later().Match(line) is { Success: true } later:
                var many = int.Parse(later.Groups[1].Value);
                talk.Now += later.Groups[2].Value == "day" ? TimeSpan.FromDays(many) : TimeSpan.FromHours(many);
                return;
            case var _ when Opens().Match(line) is { Success: true } opens:
                await talk.OpenAsync(opens.Groups[1].Value);
                return;
            case var _ when Presses().Match(line) is { Success: true } presses:
                var inputs = Input().Matches(presses.Groups["inputs"].Value).Select(input => (input.Groups[1].Value, input.Groups[2].Value.Trim('"'))).ToArray();
                if (presses.Groups["old"] is { Success: true, Value: var old }) talk.LookBack(int.Parse(old));
                await talk.PressAsync(presses.Groups["who"].Value, presses.Groups["verb"].Value, Place(presses), null, inputs);
                return;
            case var _ when Expects().Match(line) is { Success: true } expects:
                await ExpectAsync(talk, expects.Groups[1].Value, expects.Groups[2].Value.Trim());
                return;
            case var _ when Says().Match(line) is { Success: true } says:
                await talk.SayAsync(says.Groups["who"].Value, says.Groups["words"].Value, Place(says));
                return;
            default:
                throw new FormatException("This line of the talk can not be read.");
        }
    }

    private static string Place(Match match) => match.Groups["place"].Success ? match.Groups["place"].Value : "personal";

    private static async Task ExpectAsync(Talk talk, string what, string expected)
    {
        var trace = talk.Last?.Trace;
        switch (what)
        {
            case "sees":
                foreach (var part in expected.Split(" | ")) Assert.Contains(part, talk.Shown, StringComparison.OrdinalIgnoreCase);
                break;
            case "order":
                var from = 0;
                foreach (var part in expected.Split(" | "))
                {
                    var at = talk.Shown.IndexOf(part, from, StringComparison.OrdinalIgnoreCase);
                    Assert.True(at >= 0, $"“{part}” does not follow; left after the one before it:\n{talk.Shown[from..]}");
                    from = at + part.Length;
                }
                break;
            case "not":
                foreach (var part in expected.Split(" | ")) Assert.DoesNotContain(part, talk.Shown, StringComparison.OrdinalIgnoreCase);
                break;
            case "row":
                // The form below the preview repeats every label.
                var lines = talk.Shown.Split('\n').Select(line => line.Trim()).TakeWhile(line => line is not ("Opslaan" or "Save")).ToList();
                foreach (var part in expected.Split(" | "))
                    if (part.Split(" = ") is [var label, var value]) Assert.Equal(value, lines.IndexOf(label) is >= 0 and var at ? lines[at + 1] : "-");
                    else throw new FormatException($"No row: {part}");
                break;
            case "asking":
                Assert.Equal(expected, trace!.Asking ?? "nothing");
                break;
            case "flow":
                Assert.Equal(expected, trace!.Flow ?? "none");
                break;
            case "refused":
                Assert.Equal(expected, trace!.Refused ?? "nothing");
                break;
            case "wrote":
                Assert.Equal(expected, trace!.Wrote.Count == 0 ? "nothing" : string.Join(", ", trace.Wrote.Select(record => record.Kind)));
                break;
            case "sent":
                Assert.Equal(int.Parse(expected), (await talk.SentAsync()).Count);
                break;
        }
    }

    [GeneratedRegex(@"^later (\d+) (day|hour)s?$")]
    private static partial Regex Later();

    [GeneratedRegex(@"^the price of (.+) becomes ([\d.]+)$")]
    private static partial Regex Price();

    [GeneratedRegex(@"^(\w+) reads$")]
    private static partial Regex Reads();

    [GeneratedRegex(@"^(\w+) opens$")]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?<who>\w+)(@(?<place>\w+))? presses (?<verb>[\w.-]+)( on card (?<old>\d+))?(?<inputs>.*)$")]
    private static partial Regex Presses();

    [GeneratedRegex(@"([\w-]+)=(""[^""]*""|\S+)")]
    private static partial Regex Input();

    [GeneratedRegex(@"^(sees|order|not|row|asking|wrote|refused|flow|sent): (.*)$")]
    private static partial Regex Expects();

    [GeneratedRegex(@"^(?<who>\p{Lu}\w+)(@(?<place>\w+))?: (?<words>.*)$")]
    private static partial Regex Says();
}
