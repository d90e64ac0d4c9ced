using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>What is left of a clause when names and values are found: a task, a reason, the indicator asked for.</summary>
internal static partial class Remainders
{
    private static readonly (string Code, Regex Pattern)[] Indicators =
    [
        Code("hit_rate_value", @"hit.?rate.*(waarde|value)"), Code("hit_rate_sent", @"hit.?rate.*(verzonden|verstuurde|sent)"),
        Code("hit_rate", @"hit.?rate|scoringspercentage|scoringskans|conversie|conversion|geaccepteerde offertes|accepted quotes"),
        Code("key_account_share", @"(aandeel|share).*key.?account"), Code("key_accounts", @"key.?accounts?\b"), Code("csat", @"klanttevredenheid|customer satisfaction|\bcsat\b"),
        Code("nps", @"\bnps\b|net promoter"), Code("revenue_growth", @"omzetgroei|revenue growth|groei van (de )?omzet"), Code("on_the_books", @"on the books|in de boeken|op de boeken"),
        Code("market_share", @"marktaandeel|market share"), Code("retention", @"retentie|retention|klantbehoud"), Code("churn", @"\bchurn\b|klantverloop"),
        Code("quote_turnaround", @"doorlooptijd|turnaround"), Code("quote_first_pass", @"first pass|in een keer goedgekeurd"), Code("quote_revisions", @"revisies|revisions|versies per offerte"),
        Code("denial_rate", @"denial|nee.?verkoop|afgewezen wegens"), Code("quote_requests", @"(aantal |hoeveel |number of |how many )?(offerteaanvragen|quote requests)"),
        Code("lead_value", @"(waarde|value|omvang) (van )?(de )?(mijn )?leads|lead value|leadwaarde"), Code("leads", @"(aantal|hoeveel|how many|number of) (nieuwe |new )?leads"),
        Code("cadence", @"cadans|cadence|contactfrequentie|bezoekfrequentie"), Code("note_quality", @"(kwaliteit|quality).*(verslag|notes?)|note quality"),
        Code("logged_within_24h", @"binnen 24|within 24"), Code("follow_up_on_time", @"(opvolging|opvolgingen|follow.?ups?).*(op tijd|on time)"), Code("issues_on_time", @"(klachten|issues).*(op tijd|on time)"),
        Code("role_coverage", @"rolbezetting|role coverage"), Code("multi_threading", @"multi.?threading"), Code("upsell_rate", @"upsell(ing)?.?(rate|percentage)"), Code("upsell_value", @"upsell.?(waarde|value)"),
        Code("cross_sell", @"cross.?sell"), Code("advice_acceptance", @"(advies|adviezen|advice).*(opgevolgd|geaccepteerd|accept)"), Code("plan_coverage", @"plandekking|plan coverage"), Code("plan_acceptance", @"plan acceptance|draagvlak"),
        Code("proposals_adopted", @"(voorstellen|proposals).*(overgenomen|adopted)"), Code("events_attended", @"(aantal|hoeveel|how many) (beurzen|events|evenementen|fairs)"), Code("cost_per_lead", @"kosten per lead|cost per lead"),
        Code("competitive_win_rate", @"win.?rate|gewonnen van de concurrent"), Code("contact_stability", @"contact stability|stabiliteit van (de )?contacten"), Code("cause_coverage", @"cause coverage|bekende oorzaken"),
        Code("reports_on_time", @"(rapporten|reports).*(op tijd|on time)"), Code("future_plan_insight", @"toekomstplannen|future plans?"), Code("revenue", @"\b(omzet|revenue|turnover)\b"),
    ];

    private static readonly (string Group, Regex Pattern)[] Groups =
    [
        Code("room_hire", @"zaalhuur|room hire|zaalverhuur|meeting rooms?\b"), Code("overnight", @"overnachting(en)?|overnight|logies|lodging|\brooms revenue|kameromzet"),
        Code("package", @"arrangement(en)?\b|packages?\b|vergaderarrangement"), Code("fnb", @"f&b|\bf & b|food and beverage|eten en drinken|horeca|catering"), Code("av", @"\bav\b|techniek|audiovisueel|av-techniek"),
    ];

    /// <summary>Slots that the flows like to have and that are not part of the published list.</summary>
    public static IEnumerable<HeardSlot> Of(Message message, IReadOnlyList<Clause> clauses, IReadOnlyList<string> intents, List<HeardSlot> slots)
    {
        for (var i = 0; i < intents.Count; i++)
        {
            var intent = intents[i];
            var own = clauses.Where(clause => clause.Intent == intent).ToArray();
            if (own.Length == 0)
            {
                continue;
            }

            var (from, to) = (message.Words[own[0].From].Start, message.Words[own[^1].To - 1].End);
            var text = message.Text[from..to];
            var fold = Words.Fold(text);
            foreach (var slot in Of(intent, i, text, fold, from, message, slots))
            {
                yield return slot;
            }
        }
    }

    public static bool IsPast(string fold) => PastWords().IsMatch(fold);

    public static bool IsWish(string fold) => WishWords().IsMatch(fold);

    /// <summary>What comes next is only compared with.</summary>
    public static bool IsCompared(string before) => ComparedWords().IsMatch(Words.Fold(before));

    /// <summary>Somebody is to send or do something.</summary>
    public static bool IsSending(string fold) => SendWords().IsMatch(fold);

    private static IEnumerable<HeardSlot> Of(string intent, int index, string text, string fold, int start, Message message, List<HeardSlot> slots)
    {
        if (intent is Intents.AddFollowUp or Intents.CompleteFollowUp && Task(text, start, slots) is { Length: > 0 } task)
        {
            yield return new(SlotNames.Task, new SlotValue.Text(task), index);
        }

        if (intent is Intents.LogIssue or Intents.Reject or Intents.ChangeQuote && Reason(text, start, message, intent) is { } reason)
        {
            yield return new(SlotNames.Reason, new SlotValue.Text(reason.Text), index, reason.Start, reason.Text.Length);
        }

        if (intent == Intents.SwitchLanguage)
        {
            yield return new(SlotNames.Language, new SlotValue.Text(EnglishWord().IsMatch(fold) ? "en" : "nl"), index);
        }

        if (intent is Intents.QueryKpi or Intents.TeamKpi or Intents.DeviationExplanation or Intents.QueryRevenue or Intents.ReportExport)
        {
            foreach (var slot in Figures(intent, index, fold))
            {
                yield return slot;
            }
        }

        if (intent == Intents.LogVisit)
        {
            if (!slots.Exists(slot => slot.Value is SlotValue.Date { Value: var day } && slot.Name == SlotNames.Date && day <= DateOnly.FromDateTime(message.Now)) && !slots.Exists(slot => slot.Name == SlotNames.Period && slot.Intent == index && PastSpan(slot, message)) && JustWords().IsMatch(fold))
            {
                yield return new(SlotNames.Date, new SlotValue.Date(DateOnly.FromDateTime(message.Now)), index);
            }

            foreach (var (name, pattern) in ((string, Regex)[])[(SlotNames.Goal, GoalWords()), (SlotNames.Outcome, OutcomeWords()), (SlotNames.NextStep, NextWords())])
            {
                if (pattern.Match(text) is { Success: true } match && match.Groups["what"].Value.Trim(' ', '.', ',') is { Length: > 2 } what)
                {
                    yield return new(name, new SlotValue.Text(what), index, start + match.Groups["what"].Index, match.Groups["what"].Length);
                }
            }
        }
    }

    private static bool PastSpan(HeardSlot slot, Message message) => slot.Value is SlotValue.Span { Value: var span } && span.To < DateOnly.FromDateTime(message.Now);

    private static IEnumerable<HeardSlot> Figures(string intent, int index, string fold)
    {
        if (Array.Find(Indicators, one => one.Pattern.IsMatch(fold)) is { Code: { } code } && !(intent == Intents.QueryRevenue && code == "revenue"))
        {
            yield return new(SlotNames.Indicator, new SlotValue.Text(code), index);
        }

        if (Array.Find(Groups, one => one.Pattern.IsMatch(fold)) is { Group: { } group })
        {
            yield return new(SlotNames.Group, new SlotValue.Text(group), index);
        }

        if (intent == Intents.TeamKpi || TeamWords().IsMatch(fold))
        {
            yield return new(SlotNames.Scope, new SlotValue.Text("team"), index);
        }
        else if (SelfWords().IsMatch(fold))
        {
            yield return new(SlotNames.Scope, new SlotValue.Text("self"), index);
        }

        if (LastYearWords().IsMatch(fold))
        {
            yield return new(SlotNames.Comparison, new SlotValue.Text("last_year"), index);
        }
        else if (TargetWords().IsMatch(fold))
        {
            yield return new(SlotNames.Comparison, new SlotValue.Text("target"), index);
        }
    }

    /// <summary>What is to be done, without who is asked to remember it and when.</summary>
    private static string Task(string text, int start, List<HeardSlot> slots)
    {
        var kept = text.ToCharArray();
        foreach (var slot in slots.Where(slot => slot.Name is SlotNames.DueDate or SlotNames.Date && slot.Start >= start && slot.Start + slot.Length <= start + text.Length))
        {
            Array.Fill(kept, '\u0001', slot.Start - start, slot.Length);
        }

        var left = new string(kept);
        left = DateLead().Replace(left, " ").Replace("\u0001", " ", StringComparison.Ordinal);
        left = Lead().Replace(Spaces().Replace(left, " ").Trim(' ', ',', '.', ':', '!'), "");
        left = Lead().Replace(left.Trim(' ', ',', '.', ':'), "");
        left = left.Trim(' ', ',', '.', ':', '-');
        return OnlyTask().IsMatch(left) ? "" : left;
    }

    private static (string Text, int Start)? Reason(string text, int start, Message message, string intent)
    {
        var match = BecauseWords().Match(text);
        if (intent == Intents.LogIssue && !match.Success)
        {
            match = Array.Find([FaultWords().Match(text), AboutWords().Match(text), WasWords().Match(text), IssueWords().Match(text)], one => one.Success) ?? match;
        }

        if (!match.Success || match.Groups["what"].Value.Trim(' ', '.', ',', '!') is not { Length: > 2 } what)
        {
            return null;
        }

        // Days in it are said of when, not why.
        var at = start + match.Groups["what"].Index + match.Groups["what"].Value.IndexOf(what, StringComparison.Ordinal);
        foreach (var value in message.Values.Where(value => value.Value is Values.Reading.Day or Values.Reading.Days))
        {
            if (value.Start == at)
            {
                var cut = Math.Min(what.Length, value.Length);
                var rest = what[cut..].TrimStart();
                at += what.Length - rest.Length;
                what = rest;
            }
            else if (value.Start > at && value.End >= at + what.Length)
            {
                what = what[..Math.Max(0, Math.Min(what.Length, value.Start - at))].TrimEnd();
            }
        }

        return what.Length > 2 ? (what, at) : null;
    }

    private static (string, Regex) Code(string code, string pattern) => (code, new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

    [GeneratedRegex(@"\b(geweest|gesproken|sprak|spraken|bezocht|gehad|langs|ontmoet|met|visited|spoke|saw|was|were|had|gezien|gebeld|afspraak|bezoek|visit)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PastWords();

    [GeneratedRegex(@"\b(willen|wil|zoeken|zoekt|nodig|need|needs|want|wants|looking for|plannen|gepland|event|congres|training|kerst|feest|in het najaar)\b", RegexOptions.CultureInvariant)]
    private static partial Regex WishWords();

    [GeneratedRegex(@"\b(sturen|stuur|opsturen|nasturen|mailen|mail|uitbrengen|send|email|offerte maken|maken voor|bellen|terugbellen|nabellen|contact opnemen|call|follow up|opvolgen|terugkomen|get back|toesturen|versturen|deliver)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SendWords();

    [GeneratedRegex(@"(vergeleken met|t\.?o\.?v\.?|ten opzichte van|\bdan|compared (to|with)|versus|\bvs\.?|against|\bthan)( in)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ComparedWords();

    /// <summary>Said of a visit that has hardly ended: it was today.</summary>
    [GeneratedRegex(@"^(\w+\W+){0,5}?(net|just|zonet|daarnet|so net)\b|^(\w+\W+){0,3}(out of|terug van|back from|klaar bij|weg bij|weg van)\b|\bhedenochtend\b", RegexOptions.CultureInvariant)]
    private static partial Regex JustWords();

    [GeneratedRegex(@"\b(english|engels|anglais)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"\b(team|we|wij|ons|our|onze|us)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TeamWords();

    [GeneratedRegex(@"\b(ik|mijn|i|my|me|am i)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SelfWords();

    [GeneratedRegex(@"(vergeleken met|t\.?o\.?v\.?|ten opzichte van|dan|compared (to|with)|versus|vs\.?|against|than|met) (vorig jaar|last year|het jaar ervoor|the year before)", RegexOptions.CultureInvariant)]
    private static partial Regex LastYearWords();

    [GeneratedRegex(@"\b(target|doel|doelen|doelstelling|omzetdoel|begroting|budget|goal|goals|op schema|on track)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TargetWords();

    [GeneratedRegex(@"\b(op|on|by|voor|before|uiterlijk|in|om)?\s*\u0001+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateLead();

    [GeneratedRegex(@"^(en |and |dan |then )?(herinner (me|mij)|remind me|kun je|zet|plan|maak|set|add|create|een|a|actie|action|todo|to do|taak|task|follow-up|reminder|herinnering|niet vergeten|vergeet niet|don't forget|do not forget|ik moet( nog)?|i (need|have) to|i must)?[\s:]*(eraan |er aan )?(om|aan|to|about|of|dat ik|that i|:)?\s+(?=\S)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    /// <summary>"Maak een actie aan" says nothing of what is to be done.</summary>
    [GeneratedRegex(@"^(maak |een |a |an |new |nieuwe )*(actie|taak|opvolging|herinnering|action|task|follow-up|follow up|reminder)?( aan| toe| maken| toevoegen)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyTask();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(was|waren|is|zijn|were|are)\b[^.;!?\n]{0,60}?\s(?<what>(veel |far |way )?(te|too|niet|not|nooit|never|helemaal niet)\s+[^.;,!?\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FaultWords();

    [GeneratedRegex(@"\b(klaagt|klaagde|klaagden|klagen|baalt|mopperde|complained|complaining|complains|complain|unhappy|ontevreden|boos|upset|angry|niet blij|not happy|disappointed|teleurgesteld|klacht|complaint|issue|problem|probleem)\b[^.;:\n]{0,60}?\b(about|with|that|over|met|dat)\b\s+(?<what>[^.;,!?\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AboutWords();

    [GeneratedRegex(@"\b(was|waren|were)\b\s+(de |het |the )?(?<what>[^.;,!?\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WasWords();

    [GeneratedRegex(@"\b(klacht|complaint|probleem|problem|issue)\b[^:.]*[:]\s*(?<what>[^.;!?\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IssueWords();

    [GeneratedRegex(@"\b(omdat|want|wegens|vanwege|because|due to|reden:?|reason:?|since it is)\b\s*(?<what>[^.;!?\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BecauseWords();

    [GeneratedRegex(@"\b(doel( was| van het bezoek)?|goal( was)?|purpose( was)?)\s*:?\s+(?<what>[^.;\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GoalWords();

    [GeneratedRegex(@"\b(uitkomst|resultaat|uitslag|outcome|result)( was| is)?\s*:?\s+(?<what>[^.;\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OutcomeWords();

    [GeneratedRegex(@"\b(vervolgstap|volgende stap|vervolg|next step)( is| wordt)?\s*:?\s+(?<what>[^.;\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextWords();
}
