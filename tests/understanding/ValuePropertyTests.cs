using System.Diagnostics;
using System.Text;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding.Values;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

public sealed class ValuePropertyTests
{
    /// <summary>Words of both grammars, figures and signs: in any order they come nearer to every rule than letters at random.</summary>
    private static readonly string[] Pieces =
    [
        .. "vandaag morgen over drie weken geleden di maandag mei maart jan van tot t/m tussen en of de het een 13e eerste laatste helft kwartaal week wk19 q3 h1 jaar maand weekend half acht kwart voor uur u € euro cent ton k % procent à ca dozijn anderhalf honderd duizend".Split(' '),
        .. "today fortnight from between and or the a first last Monday of June next week ago in since until noon at pm am half past quarter to o'clock score ytd rest year grand point minus every room bank holiday easter christmas".Split(' '),
        .. "0 1 2 9 12 13 24 29 30 31 99 2026 1999 12.500 12,5 1.2.3,4 00 0612345678 999999999999999999 - / : . , ; ½ ' ’ \" ( ) + # @ | \\ \n \t".Split(' '),
        "", " ", "  ", "\0", "\uFEFF", "\u202E", "\uD83D", "\uDE00", "😀", "é", "e\u0301", "ß", "ŒUVRE", "İ", "ﬁ", "١٢", "１２", "Ⅻ", "\u00A0", "𝟙𝟚",
    ];

    private static readonly DateTime?[] References = [Now, null, DateTime.MinValue, DateTime.MaxValue, new(2028, 2, 29), new(1900, 1, 1), new(2026, 12, 31, 23, 59, 59)];

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void Whatever_is_read_stands_in_the_text(Language language)
    {
        var random = new Random(20260304);
        for (var round = 0; round < 6000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 14); i > 0; i--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(4) == 0 ? "" : " ");
            }

            Check(text.ToString(), language, References[round % References.Length]);
        }
    }

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void Any_characters_at_all_are_read_without_harm(Language language)
    {
        var random = new Random(19);
        for (var round = 0; round < 3000; round++)
        {
            Check(string.Create(random.Next(60), random, (span, one) =>
            {
                foreach (ref var character in span)
                {
                    character = (char)(one.Next(3) == 0 ? one.Next(0x10000) : one.Next(0x20, 0x7F));
                }
            }), language, References[round % References.Length]);
        }
    }

    /// <summary>Each repeats something that a careless rule would look ahead through, again and again.</summary>
    [Theory]
    [InlineData("1, ")]
    [InlineData("20 en ")]
    [InlineData("1 of 2 en 3 t/m ")]
    [InlineData("first half of ")]
    [InlineData("eerste helft van ")]
    [InlineData("a week after ")]
    [InlineData("de dag na ")]
    [InlineData("half ")]
    [InlineData("duizend")]
    [InlineData("honderd en ")]
    [InlineData("maandag en ")]
    [InlineData("in the morning ")]
    [InlineData("rest of the ")]
    [InlineData("12-")]
    [InlineData("van ma t/m ")]
    [InlineData("2 komma ")]
    [InlineData("(+31) 0")]
    [InlineData("every ")]
    [InlineData("donderag tommorow ")]
    [InlineData("0")]
    [InlineData("½")]
    public void A_long_text_takes_bounded_time(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();
        var watch = Stopwatch.StartNew();
        foreach (var language in (Language[])[Language.Dutch, Language.English])
        {
            Check(text, language, Now);
        }

        // Half a second where nothing else runs; a message is promised an answer within ten.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static void Check(string text, Language language, DateTime? reference)
    {
        var end = 0;
        foreach (var readings in Recognizer.Recognize(text, language, reference).GroupBy(value => value.Start))
        {
            var value = readings.First();
            Assert.True(value.Start >= end && value.Length > 0, text);
            Assert.All(readings, reading => Assert.Equal((value.Span, value.Length), (reading.Span, reading.Length)));
            Assert.Equal(readings.Count(), readings.Distinct().Count());
            Assert.Equal(text.Substring(value.Start, value.Length), value.Span);
            Assert.All(readings, reading => Assert.True(reading.Value is not Reading.Days days || days.From < days.End, text));
            end = value.End;
        }
    }
}
