namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>What a word can stand for in the grammar of values; the names are those of the language files, without case.</summary>
internal enum Sense
{
    // Days. Day: counted from today. Loose: only where something around it shows that it is meant.
    Day, Weekday, LooseDay, Feast, FeastUnlessSunday, FeastNth, Easter, Ultimo, Now,

    // Months, seasons and the marks of numbered spans. GivenName: a month that is also what people are called.
    Month, LooseMonth, GivenName, Season, WeekNo, QuarterMark, HalfMark, HalfOf, Fiscal, ToDate,

    // Units: 1 day, 2 week, 3 month, 4 quarter, 5 year, 6 weekend, 7 hour, 8 minute, 9 working day, 10 half year, 11 fortnight, 12 quarter of an hour, 13 half hour.
    Unit,

    // Where from here. Next and Last: 1 the nearest, 2 the one in the next or last span, 3 counted from today, 4 the one after that. EndOf: with its unit.
    // Coming and Bygone stand behind their day: vrijdag a.s., 12 mei jl.
    Next, Last, This, Coming, Bygone, In, Ago, Ahead, After, Before, Early, Mid, Late, EndOf, Rest, SoFar, Since, From, Till, Dash, Toward,

    // Times. Part: of the day; PartBehind: only behind the name of a day; OfDay: said behind an hour.
    Part, PartBehind, OfDay, At, OClock, Ish, Am, Pm, Noon, Midnight, Hour, Quarter, Past, To, HalfHour,

    // Numbers and what they count. Bag: an amount of money with its number; Grand: only with one.
    Number, NumberEnd, Halves, HalfEnd, Times, Ordinal, OrdinalMark, OrdinalEnd, Joiner, Together, Point, Minus, Euro, Cent, Cents, MoneyTimes, Bag, Grand, Percent, Count,

    // Small words. Article: 0 the, 1 a. Label: before a number that is a name.
    And, Or, Article, Of, On, About, Every, Label, Idiom,

    // Of the whole sentence. FutureCue: 1 outweighs a word of the past.
    PastCue, FutureCue,

    // Of the language: words that are no misspelling of another, and its customs.
    Known, Custom,
}

/// <summary>How a language writes: 12,5; May 12; hours up to twelve; "een week of drie" for about three weeks.</summary>
internal enum Custom { DecimalComma, MonthFirst, TwelveHours, AboutSo }

/// <param name="Count">How many words it takes.</param>
internal readonly record struct Meaning(Sense Sense, int Value, int Count);
