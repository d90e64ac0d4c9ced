using System.Diagnostics;
using System.Globalization;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding.Values;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

/// <summary>
/// Batches of texts, each written before the grammar had seen any of it. What a batch scored at its first run is told in
/// docs/decisions/0016-values.md; here they keep the grammar from losing what it has learnt since.
/// </summary>
public sealed class ValueScoreTests
{
    private const double AtLeast = 0.98;

    private sealed record Line(DateTime? Reference, string Text, string Expected)
    {
        public string Type => Expected.Split(' ')[0] is { Length: > 0 } type ? type : "none";
    }

    [Theory]
    [InlineData("nl", Language.Dutch)]
    [InlineData("en", Language.English)]
    public void Unseen_texts_of_old_are_read(string name, Language language)
    {
        var lines = Enumerable.Range(1, 9).Select(batch => $"values/{batch}-{name}.txt").Where(Exists).SelectMany(Lines).ToArray();
        var times = new List<TimeSpan>(lines.Length);
        var results = lines.Select(line =>
        {
            var started = Stopwatch.GetTimestamp();
            var got = Likeliest(line, language);
            times.Add(Stopwatch.GetElapsedTime(started));
            return (line.Type, line.Text, line.Expected, Got: got);
        }).ToArray();
        var median = times.Order().ElementAt(times.Count / 2);
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var type in results.GroupBy(result => result.Type).OrderBy(type => type.Key))
        {
            output.WriteLine($"{name} {type.Key,-9} {type.Count(one => one.Got == one.Expected),4} of {type.Count(),4}");
        }

        foreach (var (_, text, expected, got) in results.Where(result => result.Got != result.Expected))
        {
            output.WriteLine($"{text} | {expected} | {got}");
        }

        var right = results.Count(result => result.Got == result.Expected);
        output.WriteLine($"{name} all       {right,4} of {results.Length,4}, median {median.TotalMicroseconds:0} µs");
        Assert.True(right >= AtLeast * results.Length, $"{right} of {results.Length}");
        Assert.True(median < TimeSpan.FromMilliseconds(1), $"{median}");
        Assert.All(results.GroupBy(result => result.Type), type => Assert.True(type.Count(one => one.Got == one.Expected) >= 0.95 * type.Count(), type.Key));
    }

    private static string Likeliest(Line line, Language language) =>
        string.Join("; ", Recognizer.Recognize(line.Text, language, line.Reference).GroupBy(value => value.Start).Select(readings => ValueTests.Written(readings.First())));

    private static IEnumerable<Line> Lines(string file)
    {
        DateTime? reference = null;
        foreach (var line in Read(file))
        {
            if (line[0] == '@')
            {
                reference = DateTime.TryParse(line[1..], CultureInfo.InvariantCulture, out var time) ? time : null;
            }
            else if (line[0] != '#')
            {
                var split = line.LastIndexOf('|');
                yield return new(reference, line[..split].Trim(), line[(split + 1)..].Trim());
            }
        }
    }
}
