using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>What is left of a clause when names and values are found: a task, a reason, the indicator asked for.</summary>
internal static partial class Remainders
{
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

        if (intent is Intents.LogIssue or Intents.Reject or Intents.ChangeQuote or Intents.LogSatisfaction or Intents.Proposal or Intents.DeviationExplanation && Reasons.Of(text, start, message, intent) is { } reason)
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
        if (FigureNames.Indicator(fold) is { } code && !(intent == Intents.QueryRevenue && code == "revenue"))
        {
            yield return new(SlotNames.Indicator, new SlotValue.Text(code), index);
        }

        if (FigureNames.Group(fold) is { } group)
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
        left = Must().Replace(left.Trim(' ', ',', '.', ':', '-'), "");
        return OnlyTask().IsMatch(left) ? "" : left;
    }

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

    /// <summary>"Dat ik Jan moet bellen": what is to be done is to call Jan.</summary>
    [GeneratedRegex(@"\b(moet|moeten|zal|ga|wil)\s+(?=\p{L}+en$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Must();

    [GeneratedRegex(@"^(en |and |dan |then |please |graag )?((zet|put|noteer|note|schrijf|write|plan|schedule|get)( it| this| het| dit| dat)? (down )?(in|on|op|into) (mijn|m'n|de|je|my|the|your) (agenda|lijst|lijstje|takenlijst|actielijst|to-?dolijst|planning|calendar|diary|list|to-do list|task list)|herinner (me|mij)|remind me|kun je|zet|plan|maak|set|add|create|een|a|actie|action|todo|to do|taak|task|follow-up|reminder|herinnering|niet vergeten|vergeet niet|don't forget|do not forget|ik moet( nog)?|i (need|have) to|i must)?[\s:]*(eraan |er aan )?(om|aan|to|about|of|dat ik|that i|:)?\s+(?=\S)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    /// <summary>"Maak een actie aan" says nothing of what is to be done.</summary>
    [GeneratedRegex(@"^(maak |een |a |an |new |nieuwe )*(actie|taak|opvolging|herinnering|action|task|follow-up|follow up|reminder)?( aan| toe| maken| toevoegen)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyTask();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(doel( was| van het bezoek)?|goal( was)?|purpose( was)?)\s*:?\s+(?<what>[^.;\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GoalWords();

    [GeneratedRegex(@"\b(uitkomst|resultaat|uitslag|outcome|result)( was| is)?\s*:?\s+(?<what>[^.;\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OutcomeWords();

    [GeneratedRegex(@"\b(vervolgstap|volgende stap|vervolg|next step)( is| wordt)?\s*:?\s+(?<what>[^.;\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextWords();
}
