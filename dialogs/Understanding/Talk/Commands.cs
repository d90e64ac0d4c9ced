namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>Short words that steer a conversation, said by themselves.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, string[]> Phrases = new()
    {
        [Intents.Confirm] =
        [
            "ja", "ja hoor", "jawel", "jazeker", "zeker", "klopt", "dat klopt", "ja klopt", "ja dat klopt", "akkoord", "prima", "goed", "is goed", "oke", "ok", "okay", "oké", "doe maar", "ja doe maar", "ja graag", "graag", "yes", "yep",
            "yeah", "yup", "sure", "correct", "that's right", "thats right", "right", "go ahead", "do it", "yes please", "sounds good", "looks good", "fine", "all good", "ja prima", "ja goed", "vastleggen", "leg maar vast", "opslaan", "sla maar op",
            "bevestig", "bevestigen", "confirm", "save it", "save", "yes save it", "ziet er goed uit", "helemaal goed", "top", "perfect", "helemaal", "ja opslaan", "jup", "jep", "yes do it", "yes go ahead", "klopt helemaal", "precies", "exactly",
            "absolutely", "ja akkoord", "ga je gang", "ja ga door", "yes that's right", "yes correct", "ja dat is goed", "sure thing", "j", "y", "ja hoor prima", "ja sla op", "sla op", "ja sla maar op", "opslaan graag", "graag opslaan", "da klopt", "das goed", "is prima", "prima zo", "zo is het", "zo is het goed", "zo laten", "in orde", "tis goed", "jazekers", "absoluut", "inderdaad", "juist", "natuurlijk", "tuurlijk", "roger", "roger that", "indeed", "agreed", "go for it", "book it", "log it", "submit", "submit it", "yep that's it", "that's it", "that's the one", "yes that's the one", "yep that's the one", "spot on", "all correct", "yes please do", "please do", "fire away", "go on then", "proceed", "ok go", "ok save it", "yep save it", "ja boek maar", "boek maar", "leg vast", "ja leg vast", "ja klopt helemaal", "klopt allemaal", "ja dank je", "ja dankjewel", "ja bedankt", "yes thanks", "yes thank you", "helemaal goed zo", "👍", "✅", "👌",
        ],
        [Intents.Deny] =
        [
            "nee", "neen", "nope", "no", "nee hoor", "nee dank je", "nee bedankt", "liever niet", "niet doen", "no thanks", "no thank you", "nee klopt niet", "klopt niet", "dat klopt niet", "niet goed", "nee niet doen", "that's wrong", "thats wrong", "wrong", "not correct",
            "nee dat klopt niet", "don't", "rather not", "no don't", "nah", "not really", "nee niet", "no that's wrong", "n", "👎", "nooit", "zeker niet", "absolutely not", "fout", "nee joh", "mwah nee", "no way", "negative", "not yet", "nog niet", "hold off", "klopt van geen kant", "not right", "nah not right",
        ],
        [Intents.Cancel] =
        [
            "laat maar", "laat maar zitten", "stop", "annuleer", "annuleren", "afbreken", "breek af", "cancel", "cancel that", "cancel it", "never mind", "nevermind", "forget it", "forget about it", "vergeet het", "vergeet het maar", "stop maar",
            "hou maar op", "toch niet", "doe toch maar niet", "abort", "quit", "stop it", "nee laat maar", "drop it", "leave it", "scrap that", "nee stop", "weg ermee", "gooi maar weg", "hoeft niet meer", "ik stop", "no forget it", "ach laat maar", "scratch that", "park that", "park it", "drop that", "leave it so", "let's stop", "stop here", "let's quit", "nvm", "laat maar even", "kap maar", "terug naar af", "breek maar af", "scrap this", "scrap this one", "forget that", "don't bother", "laat toch maar",
        ],
        [Intents.Undo] =
        [
            "undo", "undo that", "undo it", "ongedaan maken", "maak ongedaan", "maak dat ongedaan", "maak het ongedaan", "draai terug", "draai dat terug", "terugdraaien", "herstel", "revert", "revert that", "take that back", "roll back", "haal dat weer weg",
            "maak de laatste actie ongedaan", "undo the last action", "undo the last one", "undo last", "please undo", "please undo that", "draai het terug", "kun je dat ongedaan maken", "can you undo that", "undo please", "dat was fout maak ongedaan",
        ],
        [Intents.Skip] =
        [
            "sla over", "overslaan", "skip", "skip it", "skip this", "skip that", "weet ik niet", "weet ik niet meer", "dat weet ik niet", "weet ik nog niet", "geen idee", "i don't know", "i dont know", "don't know", "dunno", "no idea", "later", "volgende", "niet bekend", "onbekend", "pass", "next",
            "sla maar over", "not known", "unknown", "not sure", "nog niet bekend", "n.v.t", "nvt", "n/a", "geen", "none", "doet er niet toe", "leeg laten", "leave empty",
        ],
        [Intents.Repeat] =
        [
            "herhaal", "herhaal dat", "nog een keer", "wat zei je", "wat vroeg je", "wat was de vraag", "repeat", "repeat that", "say that again", "come again", "what was the question", "what did you ask", "pardon", "sorry wat", "sorry what", "again please", "wablief",
            "kun je dat herhalen", "can you repeat that",
        ],
        [Intents.Thanks] =
        [
            "bedankt", "dank", "dank je", "dankje", "dankjewel", "dank je wel", "dank u", "dank u wel", "thanks", "thank you", "thx", "cheers", "merci", "thanks a lot", "many thanks", "thank you so much", "super bedankt", "top bedankt", "fijn bedankt", "ok thanks",
            "great thanks", "perfect thanks", "hartelijk dank", "tnx", "top dank je", "oke bedankt", "thank you very much", "super dank je", "mooi bedankt", "bedankt hoor", "appreciate it", "merci he", "super man bedankt", "much obliged", "ta", "ta very much", "thanks a million", "thanks mate", "you're a star", "top gedaan", "held", "topper", "lekker bezig",
        ],
        [Intents.Greet] =
        [
            "hoi", "hallo", "hey", "hi", "hee", "hé", "hello", "goedemorgen", "goedemiddag", "goedenavond", "goeiemorgen", "goeiemiddag", "good morning", "good afternoon", "good evening", "morning", "dag", "hai", "hiya", "hey there", "hi there", "hello there", "yo", "howdy",
            "moin", "hoi salesbot", "hallo salesbot", "hey salesbot", "hi salesbot", "hallo daar", "hoi hoi", "hoi daar", "goeiedag", "goedendag", "moi", "heej", "ewa", "evening all", "morning all", "evening", "sup", "what's up", "anyone there", "ben je er", "are you there", "hoe gaat het", "how are you", "alles goed",
        ],
        [Intents.Help] =
        [
            "help", "hulp", "help me", "?", "wat kun je", "wat kan je", "wat kan jij", "wat kun je doen", "wat kun je allemaal", "what can you do", "what can i ask", "how does this work", "hoe werkt dit", "hoe werk je", "wat kan ik vragen", "menu", "opties", "options", "commands",
            "wat zijn de mogelijkheden", "ik snap het niet", "i don't get it", "i don't understand", "hoe moet dit", "wat bedoel je", "what do you mean", "what else can you do", "wat kan je nog meer", "wat kun je nog meer", "wat kan je zoal", "hoe werkt dat hier", "what are my options", "what are the options", "what do you do", "wat doe je", "how do you work", "instructions", "examples", "voorbeelden", "any examples",
        ],
    };

    private static readonly Dictionary<string, string> Index = Indexed();

    private static readonly HashSet<string> Fillers = ["hoor", "maar", "please", "alsjeblieft", "aub", "nou", "oh", "ah", "eh", "uh", "dan", "toch", "echt", "salesbot", "bot", "even", "then", "well", "just", "jij", "dat", "that"];

    /// <summary>The command that the whole message is; null: it is none.</summary>
    public static string? Of(IReadOnlyList<Word> words)
    {
        if (words.Count is 0 or > 10)
        {
            return null;
        }

        if (Index.TryGetValue(Plain(words), out var intent))
        {
            return intent;
        }

        var kept = words.Where(word => !Fillers.Contains(word.Fold)).ToArray();
        return kept.Length > 0 && kept.Length < words.Count && Index.TryGetValue(Plain(kept), out intent) ? intent : null;
    }

    /// <summary>By plain loops: this is made at the start, where every generic method that has to be compiled first is felt.</summary>
    private static Dictionary<string, string> Indexed()
    {
        var index = new Dictionary<string, string>();
        foreach (var (intent, phrases) in Phrases)
        {
            foreach (var phrase in phrases) index.TryAdd(Plain(Words.Of(phrase)), intent);
        }

        return index;
    }

    private static string Plain(IReadOnlyList<Word> words)
    {
        var spoken = words.Where(word => word.Kind != WordKind.Sign || word.Text.Length > 1).Select(word => word.Fold).ToArray();
        return spoken.Length > 0 ? string.Join(' ', spoken) : string.Concat(words.Select(word => word.Text).Distinct());
    }
}
