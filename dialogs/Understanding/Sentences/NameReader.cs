using SalesBot.Dialogs.Understanding.Names;
using SalesBot.Dialogs.Understanding.Slots;
using SalesBot.Dialogs.Understanding.Tagging;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>
/// Finds the names in a message: quote numbers, competitors, accounts, people, products. What a list of names knows is found by
/// that list; which of it is meant, and what is a name besides, is learned (see training/names).
/// </summary>
internal sealed class NameReader(Message message, Gazetteer names)
{
    private static readonly HashSet<string> Contractions = ["i'd", "i'm", "i've", "i'll", "we'd", "we've", "we'll", "they'd", "they've", "he'd", "she'd", "that'd", "it'd", "ne1", "any1", "sum1"];

    /// <summary>Short for what is sold, though it is written like a name.</summary>
    private static readonly HashSet<string> Goods = ["av", "ddr", "f&b"];

    /// <summary>What opens a sentence, articles, spans and languages: nobody is called so.</summary>
    private static readonly HashSet<string> Nobody =
    [
        "firstly", "secondly", "thirdly", "lastly", "finally", "meanwhile", "otherwise", "anyway", "hopefully", "apparently", "voorlopig", "overigens", "allereerst", "tenslotte", "ondertussen", "hopelijk", "blijkbaar", "vervolgens", "cheerio",
        "a", "an", "the", "de", "het", "een", "q1", "q2", "q3", "q4", "h1", "h2", "ytd", "mtd", "dutch", "english", "nederlands", "engels", "german", "duits", "french", "frans",
    ];

    /// <summary>How work is given to a colleague.</summary>
    private static readonly HashSet<string> Hands = ["geef", "give", "draag", "hand", "assign", "reassign", "wijs"];

    private const int FewWords = 8;

    private readonly List<Mention> found = [];

    private List<Word> Words => message.Words;

    public IReadOnlyList<Mention> Read()
    {
        found.AddRange(QuoteNumbers.In(Words, message.Passage).Select(number => new Mention(MentionKind.QuoteNumber, number.From, number.To, [])));
        Known(names.ContactIndex, MentionKind.Contact, (from, to) => to > from + 1 || Words[from].IsCapital);
        var accounts = names.AccountIndex.Find(Words, IsTaken).Where(account => !IsPlainSmall(account) && !IsFamily(account)).ToList();
        var chains = Competitors.Find(Words, names.CompetitorIndex).Where(chain => !IsTaken(chain.From)).ToList();
        Tagged(accounts, chains);
        TidyPeople();
        Untagged(accounts);
        Known(names.ProductIndex, MentionKind.Product, (_, _) => true);
        found.AddRange(Products.In(Words).Where(product => !IsTaken(product.From)).Select(product => new Mention(MentionKind.Product, product.From, product.To, [], Doubtful: true)).ToArray());
        return [.. found.OrderBy(mention => mention.From)];
    }

    private bool IsTaken(int word) => found.Exists(mention => mention.From <= word && word < mention.To);

    private bool IsTaken(int from, int to) => found.Exists(mention => mention.From < to && from < mention.To);

    /// <summary>"UT" the university, but "ut" no word at all.</summary>
    private bool IsPlainSmall(AccountMention account) => account.To - account.From == 1 && Words[account.From].Fold.Length <= 2 && !Words[account.From].IsCapital && !IsBounded(account.From, account.To);

    /// <summary>"Lotte van den Bosch": a family name, though there is a town and a customer of it.</summary>
    private bool IsFamily(AccountMention account) => account.From > 1 && Words[account.From - 1].Fold == "van" && Words[account.From - 2] is { IsCapital: true, Kind: WordKind.Letters } && NameWords.Place(Words, account.From) is { Length: var length } && account.To == account.From + length;

    /// <summary>"Revenue ut 2024", "tarief voor ut, 95 euro": written small, but as a name stands.</summary>
    private bool IsBounded(int from, int to) => from > 0 && Words[from - 1].Fold is "revenue" or "omzet" or "quote" or "offerte" or "tarief" or "rate" or "kamertarief" or "overview" or "overzicht" && (to == Words.Count || Words[to].Kind != WordKind.Letters || Words[to].Fold is "en" or "and");

    private void Known(Dictionary<string, List<string[]>> index, MentionKind kind, Func<int, int, bool> accept)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (!index.TryGetValue(Words[i].Fold, out var candidates) || IsTaken(i)) continue;
            var length = candidates.Where(name => Competitors.Stands(name, Words, i)).Select(name => name.Length).DefaultIfEmpty().Max();
            if (length == 0 || !accept(i, i + length) || IsTaken(i, i + length)) continue;
            found.Add(new(kind, i, i + length, []));
            i += length - 1;
        }
    }

    private void Tagged(List<AccountMention> accounts, List<(int From, int To)> chains)
    {
        var known = new string?[Words.Count];
        foreach (var mention in found) Array.Fill(known, mention.Kind == MentionKind.Contact ? NameUnits.Contact : NameUnits.Quote, mention.From, mention.To - mention.From);
        foreach (var account in accounts) Array.Fill(known, NameUnits.Account, account.From, account.To - account.From);
        foreach (var (from, to) in chains.Where(chain => !accounts.Exists(account => account.From < chain.To && chain.From < account.To && account.To - account.From > chain.To - chain.From)))
            Array.Fill(known, NameUnits.Chain, from, to - from);
        var units = NameUnits.Of(Words, message.Passage, known, IntentModel.Instance.Families);
        var tags = TagModels.Names.Tag(units, NameUnits.Topics(Words), [.. units.Select((unit, i) => IsTaken(i) ? 1u : Tags.Allowed(unit, Tags.Names))]);
        for (var i = 0; i < tags.Length;)
        {
            var end = i + 1;
            if (tags[i] != Tags.Other)
            {
                while (end < tags.Length && tags[end] == "I-" + tags[i][2..]) end++;
                Add(tags[i][2..], i, end, accounts, chains);
            }

            i = end;
        }

        // "Wat weten we van NH?": in few words that name nobody else, a chain written as a name is meant.
        if (Words.Count > FewWords || found.Exists(mention => mention.Kind is MentionKind.Account or MentionKind.Contact or MentionKind.Competitor)) return;
        found.AddRange(chains.Where(chain => Words[chain.From].IsCapital && !IsTaken(chain.From, chain.To) && !accounts.Exists(account => account.From < chain.To && chain.From < account.To)).Select(chain => new Mention(MentionKind.Competitor, chain.From, chain.To, [])).ToArray());
    }

    /// <summary>A person's name ends with the name, and is more than a title: "jess approx", "Noor nam", "de heer" + "J.P. de Ruijter".</summary>
    private void TidyPeople()
    {
        foreach (var person in found.Where(mention => mention.Kind == MentionKind.Contact).OrderBy(mention => mention.From).ToArray())
        {
            var (from, to) = (person.From, person.To);
            // "Spoke to wim. tired": another sentence.
            var stop = Enumerable.Range(from + 1, Math.Max(0, to - from - 2)).FirstOrDefault(at => Words[at].Text == "." && !Words[at + 1].Joined && Words[at - 1].Fold.Length > 2 && !NameParts.Titles.Contains(Words[at - 1].Fold), to);
            to = Math.Min(to, stop);
            while (to > from && (Words[to - 1].Kind == WordKind.Sign || (to > from + 1 && !Words[to - 1].IsCapital && (NameParts.Particles.Contains(Words[to - 1].Fold) || IsPlain(to - 1))))) to--;
            var before = from - 1;
            while (before >= 0 && Words[before].Text == ".") before--;
            var title = found.Find(mention => mention.Kind == MentionKind.Contact && mention.To - 1 == before && before < from && IsTitle(mention));
            found.Remove(person);
            if (title is not null) found.Remove(title);
            if (to > from && !(to > from + 1 && !Words[from].IsCapital && IsPlain(from) && !NameParts.Particles.Contains(Words[from].Fold) && !NameParts.Titles.Contains(Words[from].Fold)))
                found.Add(person with { From = title?.From ?? from, To = to });
        }
    }

    /// <summary>Where nobody was taken for a customer: more than one word of the name of one, or "at the university", where only one is known.</summary>
    private void Untagged(List<AccountMention> accounts)
    {
        if (found.Exists(mention => mention.Kind == MentionKind.Account)) return;
        if (accounts.Find(account => !IsTaken(account.From, account.To) && Telling(account.From, account.To) > 1) is { } said)
        {
            found.Add(new(MentionKind.Account, said.From, said.To, said.Candidates));
            return;
        }

        for (var i = 1; i < Words.Count; i++)
        {
            var (at, bodies) = (i, Words[i].Fold is "universiteit" or "university" or "uni" or "gemeente" or "municipality" or "hogeschool");
            if (!bodies || IsTaken(at) || Words[at - 1].Fold is not ("de" or "the" or "d'") || (at + 1 < Words.Count && (Words[at + 1].IsCapital || Words[at + 1].Fold is "of" or "van" or "te"))) continue;
            if (names.AccountIndex.Find(Words, word => word != at, named: true) is not [{ Candidates: [_] } only]) continue;
            found.Add(new(MentionKind.Account, at, at + 1, only.Candidates));
            return;
        }
    }

    /// <summary>Words that tell one name from another.</summary>
    private int Telling(int from, int to) => Enumerable.Range(from, to - from).Count(at => Words[at].Kind == WordKind.Letters && !NameParts.Particles.Contains(Words[at].Fold) && !NameParts.Titles.Contains(Words[at].Fold) && Words[at].Fold is { Length: > 2 } fold && fold != "the");

    private bool IsMonth(int at) => message.Passage.Is(at, Sense.Month) || message.Passage.Is(at, Sense.LooseMonth);

    /// <summary>A weekday, a month or a figure that belongs to a day, at the beginning of what looks like a name.</summary>
    private bool IsOfTheCalendar(int at, int to)
    {
        var weekday = message.Passage.Is(at, Sense.Weekday) || message.Passage.Is(at, Sense.LooseDay);
        var next = at + 1 < Words.Count ? Words[at + 1] : default;
        if (weekday) return next.Kind == WordKind.Digits || next.Text is ":" || (at + 1 == to && Words[at].Fold is not ("sun" or "sat" or "wed"));
        if (at > 0 && Words[at - 1].Kind == WordKind.Digits && IsMonth(at)) return true;
        if (IsMonth(at) && next.Text is "-" or "/" or "–" && at + 2 < to && IsMonth(at + 2)) return true;
        if (Words[at].Kind == WordKind.Digits) return at + 1 < to && IsMonth(at + 1);
        if (Words[at].Kind == WordKind.Sign) return at > 0 && (IsMonth(at - 1) || message.Passage.Is(at - 1, Sense.Weekday));
        return IsMonth(at) && at + 1 == to && ((at > 0 && Words[at - 1].Fold is "since" or "sinds" or "until" or "till" or "tot" or "through" or "thru" or "vanaf" or "from" or "-" or "/") || next.Text is "-" or "/" or "–" or "+" || next.Fold is "through" or "thru" or "till" or "until" or "tot" or "t" || next.Kind == WordKind.Digits);
    }

    private bool IsPlain(int word) => NameParts.Everyday.Contains(Words[word].Fold);

    private bool IsTitle(Mention mention) => Enumerable.Range(mention.From, mention.To - mention.From).All(at => NameParts.Titles.Contains(Words[at].Fold) || Words[at].Fold is "de" or "heer" or "mevrouw" or "." || Words[at].Kind == WordKind.Sign);

    private void Add(string kind, int from, int to, List<AccountMention> accounts, List<(int From, int To)> chains)
    {
        if (kind == Tags.Company && NameWords.IsTown(Words, from, to)) return;
        // "I'd" stands before a name and is none.
        while (from < to && Contractions.Contains(Words[from].Fold)) from++;
        // "petra.smit@kpmg.example": an address is nobody else.
        if (kind == Tags.Person && to < Words.Count && Words[to] is { Text: "@", Joined: true } && from > 0 && Words[from].Joined) return;
        // "Bij de Haan geweest": what stands before a name is no part of it, and who is visited is a customer where one is called so.
        if (kind == Tags.Person && to > from + 1 && Words[from].Fold is "bij" or "at" or "naar")
        {
            from++;
            if (accounts.Exists(account => account.From < to && from < account.To)) kind = Tags.Company;
        }

        // "Wed 21 Oct. Ria", "since Jan", "Sat: a fair": days and months are nobody, and lead to somebody at most.
        while (from < to && IsOfTheCalendar(from, to)) from++;
        if (to == from + 2 && IsMonth(from) && Words[to - 1].Fold is "t" or "tot" or "till" or "through" or "en" or "and") return;
        // "The lad at Vd Valk Tech": more than one word of a customer's name is the customer.
        if (kind == Tags.Person && accounts.Exists(account => account.From <= from && account.To >= to && Telling(from, to) > 1)) kind = Tags.Company;
        // "The 2nd of Feb": a month beside its day.
        if (to == from + 1 && message.Passage.Is(from, Sense.Month) && ((from > 0 && (Words[from - 1].Kind == WordKind.Digits || Words[from - 1].Fold is "of" or "in" or "th" or "st" or "nd" or "rd")) || (to < Words.Count && Words[to].Kind == WordKind.Digits))) return;
        // "Geef de taak aan Sven": work is handed to a person.
        if (kind == Tags.Company && to == from + 1 && from > 1 && Words[from - 1].Fold is "aan" or "to" && Words.Take(from).Any(word => Hands.Contains(word.Fold)) && !accounts.Exists(account => account.From < to && from < account.To)) kind = Tags.Person;
        // "What do we know of NH": who is known as a competitor is no new customer.
        if (kind == Tags.Company && chains.Contains((from, to)) && !accounts.Exists(account => account.From < to && from < account.To)) kind = Tags.Rival;
        // "Van der Valk throws in free parking": the chain is known, and what goes on is a plain word.
        if (kind == Tags.Rival && chains.Find(chain => chain.From == from && chain.To < to) is { To: > 0 } chain && Enumerable.Range(chain.To, to - chain.To).All(at => !Words[at].IsCapital && IntentModel.Knows(Words[at].Fold))) to = chain.To;
        if (from == to || (to == from + 1 && kind != Tags.Rival && Nobody.Contains(Words[from].Fold)) || (kind == Tags.Company && to == from + 1 && (Goods.Contains(Words[from].Fold) || (to + 1 < Words.Count && Words[to].Fold is "than" or "dan" && !accounts.Exists(account => account.From < to && from < account.To))))) return;
        if (kind == Tags.Company && (accounts.Find(account => account.From < to && from < account.To && !IsTaken(account.From, account.To))
            ?? names.AccountIndex.Find(Words, at => at < from || at >= to || IsTaken(at), named: true).FirstOrDefault()) is { } account)
        {
            var longer = AccountDoubts.GoesOn(account, to, Words);
            found.Add(new(MentionKind.Account, account.From, longer ? to : account.To, account.Candidates, longer || AccountDoubts.HoldsAnother(account, Words)));
        }
        // "Per product group" is a way to count, whatever stands behind it; a plain word by itself is nobody.
        else if (!IsTaken(from, to) && !(kind == Tags.Company && from > 0 && Words[from - 1].Fold == "per")
            && !(kind == Tags.Person && to == from + 1 && (from == 0 || !Words[from].IsCapital) && IntentModel.Knows(Words[from].Fold))
            && !(kind == Tags.Company && to == from + 1 && (from == 0 || Words[from - 1].Text is "." or "!" or "?") && IntentModel.Knows(Words[from].Fold)))
        {
            found.Add(new(kind == Tags.Person ? NameParts.IsFirm(Words, from, to) ? MentionKind.Account : MentionKind.Contact : kind == Tags.Rival ? MentionKind.Competitor : MentionKind.Account, from, to, []));
        }
    }
}
