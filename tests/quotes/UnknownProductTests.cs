using System.Text.RegularExpressions;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Quotes;

/// <summary>What the price list does not have gets no price; it can be proposed to the supervisor.</summary>
public sealed partial class UnknownProductTests
{
    [Theory]
    [InlineData("Anna", "Offerte voor Achmea, 20 kamers van 6 tot 8 mei en een boottocht", "staat niet in de prijslijst")]
    [InlineData("Daan", "Quote for O'Brien, 20 rooms from 6 to 8 May and a boat trip", "is not in the price list")]
    public async Task It_is_not_priced_and_can_be_proposed(string who, string quote, string refused)
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync(who, quote);
        Assert.Contains(refused, talk.Shown);
        Assert.Empty(talk.Last.Trace.Wrote);
        // What the bot offers to say is understood, once the amount stands in it.
        var offered = Offered().Match(talk.Shown).Groups[1].Value;
        await talk.SayAsync(who, offered.Replace("…", "40"));
        Assert.Equal("proposal", talk.Last.Trace.Flow);
        Assert.Contains("Sven Mulder", talk.Shown);
        await talk.SayAsync(who, who == "Anna" ? "ja" : "yes");
        Assert.Equal(["approval", "proposal"], talk.Last.Trace.Wrote.Select(record => record.Kind).Order());
    }

    [GeneratedRegex("“((?:voorstel|proposal): [^”]+)”")]
    private static partial Regex Offered();
}
