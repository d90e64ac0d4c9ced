using System.Text.RegularExpressions;
using SalesBot.Data.Indicators;

namespace SalesBot.Dialogs.Understanding.Quantities;

/// <summary>"Arriving the 11th of May, leaving the 13th": two days that are one stay.</summary>
internal static partial class Stays
{
    private const int Reach = 40;

    public static void Join(List<HeardSlot> slots, string text)
    {
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i] is not { Name: SlotNames.Date, Value: SlotValue.Date { Value: var arrives }, Start: >= 0 } first) continue;
            var end = first.Start + first.Length;
            var at = slots.FindIndex(slot => slot is { Name: SlotNames.Date, Value: SlotValue.Date { Value: var leaves } } && leaves > arrives && slot.Start >= end && slot.Start - end < Reach);
            if (at < 0 || !Leaving().IsMatch(Words.Fold(text[end..slots[at].Start]))) continue;
            slots[i] = first with { Name = SlotNames.Period, Value = new SlotValue.Span(new Period(arrives, ((SlotValue.Date)slots[at].Value).Value)), Length = slots[at].Start + slots[at].Length - first.Start };
            slots.RemoveAt(at);
        }
    }

    [GeneratedRegex(@"\b(leaving|leave|leaves|departing|departure|depart|check(ing)?[ -]?out|out|vertrek|vertrekken|vertrekt|uitchecken|weg|naar huis)\b[^.!?]*$|^\s*(until|till|tot|t/m|through|tot en met)\s+(de |the )?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leaving();
}
