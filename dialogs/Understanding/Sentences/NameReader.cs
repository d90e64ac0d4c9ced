using SalesBot.Dialogs.Understanding.Names;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>Finds the names in a message: quote numbers, competitors, accounts, people, products.</summary>
internal sealed class NameReader(Message message, Gazetteer names)
{
    private static readonly HashSet<string> Titles = ["mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "mr", "mrs", "ms", "miss", "drs", "ir", "dr", "mister"];
    private static readonly HashSet<string> PersonCues =
        ["met", "sprak", "spraken", "contact", "contactpersoon", "with", "met", "saw", "spoke", "aan", "van", "from", "to", "ask", "vraag", "bel", "call", "mail", "email", "ontmoet", "ontmoette", "zag", "tel", "of", "for", "is", "per", "en", "and", "ring"];
    private static readonly HashSet<string> StrongPersonCues = ["gesproken met", "sprak met", "sprak", "spoke with", "spoke to", "talked to", "talked with", "contact", "contactpersoon", "contact person", "contact met", "met with"];
    private static readonly HashSet<string> Particles = ["van", "der", "den", "de", "ten", "ter", "te", "'t", "het", "v", "d", "von", "von der", "la", "le", "el", "di", "da", "del", "du", "op", "in", "'s"];
    private static readonly HashSet<string> NotNames =
        ["i", "ik", "we", "wij", "de", "het", "een", "the", "a", "an", "ze", "they", "he", "she", "hij", "zij", "q", "kpi", "kpis", "pdf", "excel", "btw", "av", "f", "ddr", "pax", "ok", "hi", "hallo", "hoi", "hey", "graag", "bedankt", "thanks", "please", "teams"];
    private static readonly HashSet<string> LegalTails = ["bv", "nv", "gmbh", "ltd", "inc", "llc", "holding", "groep", "group", "vof", "plc", "ag", "b.v", "n.v"];
    private static readonly HashSet<string> CompanyCues = ["bij", "at", "visited", "bezocht", "voor", "for", "lead", "prospect", "aan", "klant", "client", "customer", "langs"];

    private readonly List<Mention> found = [];
    private List<AccountMention> known = [];
    private List<Word> Words => message.Words;

    public IReadOnlyList<Mention> Read()
    {
        QuoteNumbers();
        var accounts = names.AccountIndex.Find(Words, IsTaken);
        known = accounts;
        Titled();
        Known(names.ContactIndex, MentionKind.Contact, (from, to) => to > from + 1 || Words[from].IsCapital);
        var chains = Competitors.Find(Words, names.CompetitorIndex).Where(chain => !IsTaken(chain.From)).ToList();
        var people = People(accounts).Where(person => !chains.Exists(chain => chain.From == person.From && chain.To >= person.To)).ToList();
        foreach (var account in accounts)
        {
            if (Enumerable.Range(account.From, account.To - account.From).Any(IsTaken))
            {
                continue;
            }

            var rival = chains.FirstOrDefault(chain => chain.From < account.To && account.From < chain.To);
            if (rival != default && rival.To - rival.From >= account.To - account.From)
            {
                continue;
            }

            chains.Remove(rival);
            if (!people.Any(person => person.From < account.To && account.From < person.To) && !IsPlainSmall(account))
            {
                var end = Longer(account, people);
                found.Add(new(MentionKind.Account, account.From, end, account.Candidates, Doubtful: end > account.To || HoldsAnother(account)));
            }
        }

        if (people.Count + found.Count(mention => mention.Kind == MentionKind.Contact) > 1 && !found.Exists(mention => mention.Kind == MentionKind.Account))
        {
            // "Bij Blauwe Haven geweest, gesproken met Karin Postma": a place with people is no person.
            people.RemoveAll(person => person.From > 0 && Words[person.From - 1].Fold is "bij" or "at" or "visited" or "bezocht");
        }

        found.AddRange(people.Where(person => !found.Any(mention => Overlap(mention, person))));
        found.AddRange(chains.Where(chain => !Enumerable.Range(chain.From, chain.To - chain.From).Any(IsTaken)).Select(chain => new Mention(MentionKind.Competitor, chain.From, chain.To, [])));
        SpokenCompetitors();
        UnknownCompanies();
        Known(names.ProductIndex, MentionKind.Product, (_, _) => true);
        CommonProducts();
        return [.. found.OrderBy(mention => mention.From)];
    }

    /// <summary>"Blue Harbor Travel BV" is not Blue Harbor Events: where the name goes on beyond the known one it may be another company.</summary>
    private int Longer(AccountMention account, List<Mention> people)
    {
        var own = account.Candidates.SelectMany(candidate => candidate.Aliases.Prepend(candidate.Name)).Select(NameWords.Keys).ToList();
        var end = account.To;
        while (end < Words.Count && end < account.To + 3 && Words[end].IsCapital && !IsTaken(end) && !IsValueWord(end) && !LegalTails.Contains(Words[end].Fold)
            && !people.Exists(person => person.From <= end && end < person.To) && !own.Exists(keys => keys.Contains(NameWords.Key(Words[end].Fold)))) end++;
        if (end == account.To) return end;
        var said = Enumerable.Range(account.From, account.To - account.From).Select(at => NameWords.Key(Words[at].Fold)).ToHashSet();
        var whole = own.Exists(keys => keys.Where(key => !NameWords.IsLegal(key)).All(said.Contains));
        return end < Words.Count && LegalTails.Contains(Words[end].Fold) ? end + 1 : whole ? account.To : end;
    }

    /// <summary>A word in the midst of the name that is not one of its own.</summary>
    private bool HoldsAnother(AccountMention account)
    {
        var own = account.Candidates.SelectMany(candidate => candidate.Aliases.Prepend(candidate.Name)).SelectMany(NameWords.Keys).ToHashSet();
        return Enumerable.Range(account.From + 1, Math.Max(0, account.To - account.From - 2)).Any(at => Words[at].IsCapital && NameWords.Key(Words[at].Fold) is var key
            && !LegalTails.Contains(Words[at].Fold) && !Particles.Contains(Words[at].Fold) && NameWords.Abbreviation(key) is null && NameWords.Place(Words, at - 1) is null
            && !own.Any(word => word == key || word.StartsWith(key, StringComparison.Ordinal) || Vocabulary.Distance(key, word, 2) is not null));
    }

    private static bool Overlap(Mention one, Mention other) => one.From < other.To && other.From < one.To;

    private bool IsTaken(int word) => found.Any(mention => mention.From <= word && word < mention.To);

    /// <summary>"UT" the university, but "ut" no word at all.</summary>
    private bool IsPlainSmall(AccountMention account) => account.To - account.From == 1 && Words[account.From].Fold.Length <= 2 && !Words[account.From].IsCapital;

    /// <summary>Q-2026-0007, OFF-2026-0033, offerte 51, quote #51.</summary>
    private void QuoteNumbers()
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].Kind == WordKind.Letters && Words[i].Text.Length <= 5 && IsJoinedDash(i + 1))
            {
                var end = i + 1;
                while (IsJoinedDash(end) && end + 1 < Words.Count && Words[end + 1].Joined && Words[end + 1].Kind == WordKind.Digits)
                {
                    end += 2;
                }

                if (end > i + 1)
                {
                    found.Add(new(MentionKind.QuoteNumber, i, end, []));
                    i = end - 1;
                    continue;
                }
            }

            if (Words[i].Fold is "offerte" or "quote" or "offertenummer" or "quotation" or "offer" or "nr" or "nummer" or "off" or "q")
            {
                var at = i + 1;
                while (at < Words.Count && Words[at].Fold is "nr" or "nummer" or "number" or "no" or "." or "#")
                {
                    at++;
                }

                if (at < Words.Count && Words[at].Kind == WordKind.Digits && !Words[at].Text.Contains(',') && Words[at].Text.Length <= 9 && !IsCounted(at) && !IsTaken(at))
                {
                    var end = at + 1;
                    while (IsJoinedDash(end) && end + 1 < Words.Count && Words[end + 1].Joined && Words[end + 1].Kind == WordKind.Digits)
                    {
                        end += 2;
                    }

                    found.Add(new(MentionKind.QuoteNumber, at, end, []));
                }
            }
        }
    }

    private bool IsJoinedDash(int at) => at < Words.Count && Words[at].Text == "-" && Words[at].Joined;

    private bool IsCounted(int at) => message.Passage.Is(at + 1, Sense.Count) || message.Passage.Is(at + 1, Sense.Percent) || message.Passage.Is(at + 1, Sense.Euro)
        || message.Passage.Is(at + 1, Sense.Month) || message.Passage.Is(at + 1, Sense.Unit) || message.Passage.Is(at + 1, Sense.Times);

    /// <summary>Mevrouw Jansen, dhr. van der Laan.</summary>
    private void Titled()
    {
        for (var i = 0; i < Words.Count - 1; i++)
        {
            if (!Titles.Contains(Words[i].Fold) || IsTaken(i))
            {
                continue;
            }

            var start = Words[i + 1].Text == "." ? i + 2 : i + 1;
            if (NameEnd(start, lower: true) is { } end)
            {
                found.Add(new(MentionKind.Contact, i, end, []));
            }
        }
    }

    private void Known(Dictionary<string, List<string[]>> index, MentionKind kind, Func<int, int, bool> accept)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (!index.TryGetValue(Words[i].Fold, out var candidates) || IsTaken(i))
            {
                continue;
            }

            var length = candidates.Where(name => Competitors.Stands(name, Words, i)).Select(name => name.Length).DefaultIfEmpty().Max();
            if (length > 0 && accept(i, i + length) && !Enumerable.Range(i, length).Any(IsTaken))
            {
                found.Add(new(kind, i, i + length, []));
                i += length - 1;
            }
        }
    }

    /// <summary>People named after words like "gesproken met", and two or more capitalised words that are nothing else.</summary>
    private List<Mention> People(List<AccountMention> accounts)
    {
        var people = new List<Mention>();
        for (var i = 0; i < Words.Count; i++)
        {
            if (IsTaken(i) || Words[i].Kind != WordKind.Letters)
            {
                continue;
            }

            var (cue, strong) = Cue(i, people);
            if (NameEnd(i, lower: strong) is not { } end || (!cue && (end - i < 2 || (i == 0 && !StandsAlone(end)))))
            {
                continue;
            }

            var account = accounts.FirstOrDefault(one => one.From < end && i < one.To);
            if (account is not null && (account.From <= i || account.To - account.From >= end - i || (end - i) < 2 || account.To > end))
            {
                continue;
            }

            // Bare names of one word need a cue that can lead to nobody but a person.
            var single = end - i == 1;
            if ((single && !strong && !(i > 0 && Words[i - 1].Fold is "met" or "with" or "call" or "bel" or "mail" or "email" or "ask" or "vraag")) || (!cue && !LooksLikePerson(i, end)) || (end - i > 1 && IsTradeWord(Words[end - 1].Fold))
                || (end < Words.Count && Words[end].Kind == WordKind.Letters && LegalTails.Contains(Words[end].Fold)))
            {
                continue;
            }

            people.Add(new(MentionKind.Contact, i, end, []));
            i = end - 1;
        }

        return people;
    }

    /// <summary>Nothing follows the name but a sign or another name: "Pieter van den Berg" as an answer.</summary>
    private bool StandsAlone(int end) => end == Words.Count || Words[end].Kind == WordKind.Sign || Words[end].Fold is "en" or "and" or "was" or "sprak" or "gesproken";

    private (bool Cue, bool Strong) Cue(int at, List<Mention> people)
    {
        var before = at - 1;
        if (before >= 0 && Words[before].Text is ":" or ".")
        {
            before--;
        }

        if (before < 0)
        {
            return (false, false);
        }

        var follows = people.Count > 0 && people[^1].To == before && Words[before].Fold is "en" or "and" or "," or "&";
        var two = before > 0 ? Words[before - 1].Fold + " " + Words[before].Fold : "";
        var strong = StrongPersonCues.Contains(two) || StrongPersonCues.Contains(Words[before].Fold) || (Words[before].Fold == "met" && (before == 0 || Words[before - 1].Fold is "i" or "we" or "just"));
        return (follows || strong || PersonCues.Contains(Words[before].Fold), strong);
    }

    private bool LooksLikePerson(int from, int to) =>
        to - from >= 2 && Words[from].IsCapital && Words[to - 1].IsCapital && !Words.GetRange(from, to - from).Exists(word => LegalTails.Contains(word.Fold) || IsTradeWord(word.Fold));

    private static bool IsTradeWord(string fold) => NameWords.IsType(fold) || NameWords.IsCommonInNames(fold) || fold is "fair" or "hotel" or "hotels" or "beurs" or "hotelgroep" or "event" or "expo" or "nederland";

    /// <summary>The word behind a name that starts here: a first name or initials, particles, a family name.</summary>
    private int? NameEnd(int start, bool lower)
    {
        var end = start;
        var full = 0;
        while (end < Words.Count && end - start < 7)
        {
            var word = Words[end];
            if (word.Kind == WordKind.Letters && Particles.Contains(word.Fold) && (full > 0 || Titles.Contains(end > 0 ? Words[end - 1].Fold : "") || end > start || LeadsToName(end)))
            {
                var behind = end + 1;
                behind = word.Fold == "v" && behind + 1 < Words.Count && Words[behind].Text == "/" ? behind + 2 : behind;
                if (!LeadsToName(end) && !(lower && behind < Words.Count && IsLowerName(behind)))
                {
                    break;
                }

                if (IsEmployer(end, full))
                {
                    break;
                }

                end = behind;
                continue;
            }

            if (word.Kind == WordKind.Letters && IsNameWord(end, lower && full < 2))
            {
                full++;
                end++;
                if (word.Text.Length == 1 && end < Words.Count && Words[end].Text == "." && Words[end].Joined)
                {
                    end++;
                }
                else if (end + 1 < Words.Count && Words[end].Text == "-" && Words[end].Joined && Words[end + 1].Joined && Words[end + 1].IsCapital)
                {
                    end += 2;
                }

                if (word.Fold.EndsWith("'s", StringComparison.Ordinal))
                {
                    break;
                }

                continue;
            }

            break;
        }

        while (end > start && Words[end - 1].Kind == WordKind.Letters && Particles.Contains(Words[end - 1].Fold))
        {
            end--;
        }

        return full > 0 && end > start ? end : null;
    }

    /// <summary>"Jan de Vries van Philips": the name ends before the company.</summary>
    private bool IsEmployer(int particle, int full)
    {
        var at = particle;
        while (at < Words.Count && Particles.Contains(Words[at].Fold))
        {
            at++;
        }

        return Words[particle].Fold is "van" or "v" && known.Exists(account => account.From >= particle && account.From <= at && account.To > at) && (full >= 2 || (full == 1 && at == particle + 1));
    }

    /// <summary>Only particles up to a capitalised word.</summary>
    private bool LeadsToName(int at)
    {
        while (at < Words.Count && (Particles.Contains(Words[at].Fold) || Words[at].Text == "/"))
        {
            at++;
        }

        return at < Words.Count && IsNameWord(at, false);
    }

    private bool IsNameWord(int at, bool lower) => (Words[at].IsCapital && !IsNoName(at)) || (lower && IsLowerName(at));

    private bool IsNoName(int at) => NotNames.Contains(Words[at].Fold) || IsValueWord(at) || (at > 0 && Words[at].Text.Length > 1 && Words[at].Text.All(char.IsUpper) && Words[at].Text.Length < 4 && at + 1 < Words.Count && !Words[at + 1].IsCapital)
        || (at == 0 && IntentModel.Knows(Words[at].Fold)) || (at > 0 && Words[at - 1].Text is "." or "!" or "?" or ":" or ";" && IntentModel.Knows(Words[at].Fold));

    private bool IsLowerName(int at) => Words[at].Kind == WordKind.Letters && Words[at].Text.Length > 1 && !IntentModel.Knows(Words[at].Fold) && !NotNames.Contains(Words[at].Fold)
        && !IsValueWord(at) && !NameWords.IsEveryday(Words[at].Fold) && !IsTradeWord(Words[at].Fold) && Words[at].Fold.All(char.IsLetter);

    private bool IsValueWord(int at) => message.Passage.Is(at, Sense.Month) || message.Passage.Is(at, Sense.Weekday) || message.Passage.Is(at, Sense.Day) || message.Passage.Is(at, Sense.Unit)
        || message.Passage.Is(at, Sense.Count) || message.Passage.Is(at, Sense.Season) || message.Passage.Is(at, Sense.Feast) || message.Passage.Is(at, Sense.Easter)
        || Words[at].Fold is ['q' or 'h', >= '1' and <= '4'] || message.Passage.Is(at, Sense.Number) || message.Passage.Is(at, Sense.Next) || message.Passage.Is(at, Sense.Last);

    /// <summary>After "concurrent", or what a customer "also looks at".</summary>
    private void SpokenCompetitors()
    {
        for (var i = 0; i < Words.Count - 1; i++)
        {
            var cue = Words[i].Fold is "concurrent" or "competitor" or "concurrentie" or "competition" ? i + 1
                : Words[i].Fold is "naar" or "at" or "bij" or "to" or "with" && i > 0 && message.Span(Math.Max(0, i - 4), i).ToLowerInvariant() is var before
                    && (before.Contains("kijk") || before.Contains("looking") || before.Contains("vergelijk") || before.Contains("compar")) ? i + 1 : -1;
            if (cue < 0)
            {
                continue;
            }

            var start = Words[cue].Text == ":" ? cue + 1 : cue;
            if (start < Words.Count && !IsTaken(start) && NameEnd(start, lower: false) is { } end)
            {
                found.Add(new(MentionKind.Competitor, start, end, []));
            }
        }
    }

    /// <summary>A company that is in no list: by its legal form, or after a word that leads to one.</summary>
    private void UnknownCompanies()
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (!Words[i].IsCapital || IsTaken(i) || IsNoName(i))
            {
                continue;
            }

            var end = i + 1;
            while (end < Words.Count && !IsTaken(end) && (Words[end].IsCapital || (Words[end].Text is "&" or "-" && end + 1 < Words.Count && Words[end + 1].IsCapital)
                || (LegalTails.Contains(Words[end].Fold) && Words[end].Kind == WordKind.Letters) || (Particles.Contains(Words[end].Fold) && LeadsToName(end) && end + 1 < Words.Count && !IsTaken(end + 1))) && !IsValueWord(end))
            {
                end++;
            }

            var legal = Enumerable.Range(i, end - i).Any(at => at > i && LegalTails.Contains(Words[at].Fold));
            var before = i > 0 && Words[i - 1].Text is ":" ? i - 2 : i - 1;
            while (before >= 0 && Words[before].Fold is "de" or "het" or "the" or "een")
            {
                before--;
            }

            if (legal || (before >= 0 && CompanyCues.Contains(Words[before].Fold) && !found.Any(mention => mention.Kind == MentionKind.Account) && !IsEventName(i, end)))
            {
                found.Add(new(MentionKind.Account, i, end, []));
            }

            i = end - 1;
        }
    }

    private bool IsEventName(int from, int to) => Enumerable.Range(from, to - from).Any(at => Words[at].Fold is "fair" or "beurs" or "vakbeurs" or "expo" or "event" or "congres" or "summit" or "manager" or "excel" or "engels" or "nederlands" or "english" or "dutch");

    private static readonly HashSet<string> ProductWords =
        ["lunch", "lunches", "diner", "dinner", "ontbijt", "breakfast", "training", "trainingen", "borrel", "buffet", "vergaderarrangement", "vergaderarrangementen", "arrangement", "zaalhuur", "vergaderzaal", "beamer", "projector", "receptie", "workshop", "seminar", "congres", "conference", "kerstdiner", "feest", "bbq", "barbecue", "ddr", "workshops", "heidag", "teamdag", "drinks", "vergadering", "productpresentatie", "boardroom", "congreszaal", "teambuilding"];

    private static readonly string[][] ProductPhrases = [["room", "hire"], ["meeting", "package"], ["day", "delegate", "rate"], ["meeting", "room"], ["walking", "dinner"], ["gala", "diner"], ["8", "uurs", "arrangement"]];

    private void CommonProducts()
    {
        for (var i = 0; i < Words.Count; i++)
        {
            var phrase = ProductPhrases.FirstOrDefault(one => Competitors.Stands(one, Words, i));
            var length = phrase?.Length ?? (ProductWords.Contains(Words[i].Fold) || (Words[i].Kind == WordKind.Letters && Words[i].Fold.Length > 12 && Words[i].Fold.EndsWith("arrangement", StringComparison.Ordinal)) ? 1 : 0);
            if (length > 0 && !IsTaken(i))
            {
                found.Add(new(MentionKind.Product, i, i + length, []));
                i += length - 1;
            }
        }
    }
}
