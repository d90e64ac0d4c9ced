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

    /// <summary>How people shorten the words that they type most.</summary>
    private static readonly Dictionary<string, string[]> DutchShort = Short(
        "even:ff een:n|'n|un het:t|'t|et niet:nie|nt|ni is:s wat:wa dat:da|dt voor:vr|_num|vor met:m|mt maar:mr van:v|vd naar:nr ik:k je:jij zijn:z'n mijn:mn|m'n|me eens:es|s kun:kan alsjeblieft:aub|svp|pls graag:grg vandaag:vdg hoeveel:hvl|hoevl deze:dees offerte:off|offrt|ofrte afspraak:afspr bezoek:bzk contact:cont gesproken:gespr omdat:omda weet:wt nog:ng ook:ok als:als zo:zo");
    private static readonly Dictionary<string, string[]> EnglishShort = Short(
        "you:u|ya are:r to:_num|2 for:_num|fr what:wat|wot|wut please:pls|plz|pleas about:abt|bout with:w|wth|wiv and:n|an because:cos|coz|cuz|bc this:dis|ths that:tht the:da|teh|th your:ur|yr today:tday|2day tomorrow:tmrw|tmr|2moro thanks:thx|ta going:goin|gna want:wanna|wnt have:hv|av was:wuz they:dey|thy before:b4 see:c be:b know:kno could:cud can:cn from:frm customer:cust client:clnt quote:q|qte|quot meeting:mtg message:msg number:no|nr people:ppl great:gr8 okay:k|kk say:sez said:sed");

    /// <summary>What is left out where every word counts.</summary>
    private static readonly HashSet<string> Little = [.. "de het een ik we wij ze er maar nog even graag dat om te is zijn was van aan ook dan wel the a an i we they it is are was to of for please just my our some that".Split(' ')];

    /// <summary>In what manner a whole message is typed: with slips throughout, shortened, as a telegram, or as it should be.</summary>
    private enum Manner { Plain, Slips, Short, Telegram }

    private Manner Manners() => random.Next(100) switch { < 9 => Manner.Slips, < 15 => Manner.Short, < 23 => Manner.Telegram, _ => Manner.Plain };

    private static Dictionary<string, string[]> Short(string words) => words.Split(' ').Select(word => word.Split(':')).ToDictionary(pair => pair[0], pair => pair[1].Split('|'));

    /// <summary>The words of a text as somebody may write it.</summary>
    /// <param name="framed">It stands by itself, so that people may lead up to it or thank behind it.</param>
    /// <param name="strange">How many words in a hundred nobody ever heard: most where a message is about anything else.</param>
    /// <param name="steering">Of the few words that steer a conversation none can be missed.</param>
    public List<string> Write(string text, bool dutch, bool framed, int strange = 2, bool steering = false)
    {
        var words = Corpus.Tokens(text);
        var written = new List<string>(words.Count + 4);
        var manner = Manners() is var any && steering && any == Manner.Telegram ? Manner.Plain : any;
        var shorter = dutch ? DutchShort : EnglishShort;
        if (framed && random.Once(10)) written.AddRange(random.Of(dutch ? DutchBefore : EnglishBefore).Split(' '));
        foreach (var word in words)
        {
            if (word[0] == '_') written.AddRange(Masked(word));
            else if (words.Count > 3 && (random.Once(3) || (manner == Manner.Telegram && Little.Contains(word)))) continue;
            else if (word.Length > 3 && random.Once(strange)) written.AddRange(Name());
            else if (manner == Manner.Short && shorter.TryGetValue(word, out var shorts) && random.Once(60)) written.Add(random.Of(shorts));
            else if (manner == Manner.Slips && word.Length > 2 && random.Once(40)) written.Add(Slip(word));
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
        var at = word.Length > 3 ? 1 + random.Next(word.Length - 2) : random.Next(word.Length - 1);
        return random.Next(4) switch
        {
            0 when word.Length > 3 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }
}
