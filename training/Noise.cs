namespace SalesBot.Training;

/// <summary>What a phone, haste and a name in no list make of a sentence.</summary>
internal sealed class Noise(Shuffle random)
{
    private static readonly string[] DutchBefore = ["hoi", "hey", "ok", "oke", "even", "zeg", "vraagje", "kun je", "kan je", "wil je", "graag", "snel", "trouwens", "o ja", "nou", "eh", "mag ik", "ff", "beste"];
    private static readonly string[] EnglishBefore = ["hi", "hey", "ok", "quick question", "can you", "could you", "please", "so", "well", "btw", "uh", "right", "just", "would you", "oh", "also"];
    private static readonly string[] DutchBehind = ["graag", "aub", "alsjeblieft", "even", "hoor", "?", "ff", "bedankt", "svp", "dank", "!"];
    private static readonly string[] EnglishBehind = ["please", "thanks", "?", "asap", "now", "thank you", "ok", "pls"];
    private static readonly string[] DutchJoints = ["en", "en", "maar", "ook", "daarnaast", "verder", "dus", "en ook", "o ja", "oh en", "plus", "bovendien", "daarna", "tevens"];
    private static readonly string[] EnglishJoints = ["and", "and", "but", "also", "so", "then", "and also", "oh and", "plus", "besides", "next", "btw"];
    private static readonly string[] Syllables = ["ba", "den", "hol", "ver", "mar", "ti", "ko", "lin", "bos", "dra", "van", "sten", "mo", "ri", "ka", "jan", "ster", "el", "no", "pa", "wil", "hui", "gro", "sa", "ter", "berg", "man", "na", "fi", "lo"];

    /// <summary>The words of a text as somebody may write it.</summary>
    /// <param name="strange">How many words in a hundred nobody ever heard: most where a message is about anything else.</param>
    public List<string> Write(string text, bool dutch, bool framed, int strange = 2)
    {
        var words = Corpus.Tokens(text);
        var written = new List<string>(words.Count + 4);
        if (framed && random.Once(10)) written.AddRange(random.Of(dutch ? DutchBefore : EnglishBefore).Split(' '));
        foreach (var word in words)
        {
            if (word[0] == '_') written.AddRange(Masked(word));
            else if (words.Count > 3 && random.Once(3)) continue;
            else if (word.Length > 3 && random.Once(strange)) written.AddRange(Name());
            else written.Add(word.Length > 4 && random.Once(5) ? Slip(word) : word);
        }

        if (framed && random.Once(8)) written.Add(random.Of(dutch ? DutchBehind : EnglishBehind));
        return written.Count > 0 ? written : words;
    }

    public string Joint(bool dutch) => random.Of(dutch ? DutchJoints : EnglishJoints);

    private IEnumerable<string> Masked(string mask) => mask switch
    {
        "_acc" when random.Once(8) => Name(),
        "_per" when random.Once(18) => Name(),
        "_comp" when random.Once(25) => random.Once(50) ? ["_acc"] : Name(),
        "_date" or "_num" when random.Once(4) => [],
        "_acc" when random.Once(3) => ["de", mask],
        _ => [mask],
    };

    private IEnumerable<string> Name() => Enumerable.Range(0, 1 + random.Next(2)).Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => random.Of(Syllables))));

    private string Slip(string word)
    {
        var at = 1 + random.Next(word.Length - 2);
        return random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }
}
