using System.Text.Json;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Lines;
using Xunit;

namespace SalesBot.Tests.Understanding;

public sealed class LineTests
{
    [Fact]
    public async Task A_line_gives_intents_and_published_slots_only()
    {
        var lines = await Understand("""{"id":"a","lang":"nl","now":"2026-03-04T10:15:00","text":"herinner me maandag aan het contract van O'Brien"}""");
        Assert.Equal("""{"id":"a","intents":["add_follow_up"],"slots":{"account":"O'Brien Consulting","due_date":"2026-03-09"}}""", Assert.Single(lines));
    }

    [Fact]
    public async Task Several_values_of_a_slot_are_a_list()
    {
        var lines = await Understand("""{"id":1,"lang":"nl","now":"2026-03-04T10:15:00","text":"gesproken met Jan de Vries en Piet Bakker van Philips"}""");
        using var answer = JsonDocument.Parse(Assert.Single(lines));
        Assert.Equal(["Jan de Vries", "Piet Bakker"], answer.RootElement.GetProperty("slots").GetProperty("contact").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_next_is_read()
    {
        var lines = await Understand("""
            {"id":"x"
            {"id":"y","lang":"nl","now":"2026-03-04T10:15:00"}
            {"id":"z","lang":"fr","now":"2026-03-04T10:15:00","text":"bonjour"}
            [1]
            {"id":"c","lang":"nl","now":"2026-03-04T10:15:00","context":{"flow":5},"text":"ja"}
            {"id":"n","lang":"nl","now":"gisteren","text":"ja"}

            {"id":"w","lang":"en","now":"2026-03-04T10:15:00","text":"hey"}
            """);
        Assert.Equal(7, lines.Length);
        Assert.All(lines[..6], line => Assert.Contains("\"error\":", line));
        Assert.Contains("\"id\":\"y\"", lines[1]);
        Assert.Equal("""{"id":"c","error":"context.flow: a text is needed"}""", lines[4]);
        Assert.Equal("""{"id":"n","error":"now: a local time like 2026-03-04T10:15:00 is needed"}""", lines[5]);
        Assert.Equal("""{"id":"w","intents":["greet"],"slots":{}}""", lines[6]);
    }

    [Fact]
    public async Task Known_slots_in_the_context_are_leant_on()
    {
        var lines = await Understand("""{"id":"a","lang":"nl","now":"2026-03-04T10:15:00","context":{"flow":"query_revenue","account":"ASML","period":"2026-01-01/2026-03-31"},"text":"en het kwartaal daarvoor?"}""");
        Assert.Equal("""{"id":"a","intents":["query_revenue"],"slots":{"account":"ASML Holding NV","period":"2025-10-01/2025-12-31"}}""", Assert.Single(lines));
    }

    [Fact]
    public async Task Values_are_written_in_the_published_forms()
    {
        var output = new StringWriter();
        await JsonLines.RecognizeLines(new StringReader("""
            {"id":"1","lang":"nl","ref":"2026-03-04T10:15:00","text":"€ 12,5k, 8%, 40 man, eind maart, morgen om 19:30, om 19:30, 6 mei"}
            {"id":"2","lang":"nl","ref":null,"text":"morgen"}
            """), output, CancellationToken.None);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("""{"id":"1","values":[{"type":"money","span":"€ 12,5k","value":12500,"currency":"EUR"},{"type":"percent","span":"8%","value":8},{"type":"number","span":"40","value":40},{"type":"range","span":"eind maart","value":["2026-03-21","2026-04-01"]},{"type":"datetime","span":"morgen om 19:30","value":"2026-03-05T19:30"},{"type":"time","span":"om 19:30","value":"19:30"},{"type":"date","span":"6 mei","value":"2026-05-06"}]}""", lines[0].TrimEnd('\r'));
        Assert.Equal("""{"id":"2","values":[]}""", lines[1].TrimEnd('\r'));
    }

    [Fact]
    public async Task A_mark_at_the_beginning_and_lines_of_Windows_are_read_and_ids_come_back_as_they_were()
    {
        var lines = await Understand("\uFEFF{\"id\":7,\"lang\":\"nl-NL\",\"now\":\"2026-03-04T10:15\",\"context\":null,\"text\":\"ja\"}\r\n{\"lang\":\"en\",\"now\":\"2026-03-04T10:15:00\",\"text\":\"yes\"}\r\n");
        Assert.Equal(["""{"id":7,"intents":["confirm"],"slots":{}}""", """{"id":null,"intents":["confirm"],"slots":{}}"""], lines);
    }

    [Fact]
    public async Task Where_a_text_has_several_readings_each_is_given_the_likeliest_first()
    {
        var output = new StringWriter();
        await JsonLines.RecognizeLines(new StringReader("""{"id":"1","lang":"nl","ref":"2026-03-04T10:15:00","text":"op 3/4 om 8 uur"}"""), output, CancellationToken.None);
        Assert.Equal(
            """{"id":"1","values":[{"type":"datetime","span":"3/4 om 8 uur","value":"2026-04-03T08:00"},{"type":"datetime","span":"3/4 om 8 uur","value":"2026-04-03T20:00"}]}""",
            output.ToString().Trim());
    }

    private static async Task<string[]> Understand(string lines)
    {
        var output = new StringWriter();
        await JsonLines.UnderstandLines(new StringReader(lines), output, new EmbeddedUnderstanding(), Examples.Sixteen, CancellationToken.None);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'))];
    }
}
