namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>The answer to what was asked.</summary>
internal sealed partial class Hearing
{
    /// <summary>A bare answer to the slot that was asked for.</summary>
    private Heard? Answered()
    {
        if (context is not { Flow: { } flow, Asked: { } asked } || asked == "confirm")
        {
            return null;
        }

        var chatty = Chatty(flow, asked);
        var question = !chatty && (message.Words[^1].Text == "?" || Questions.Contains(First));
        // "20 double rooms" to the question for which product: an answer if ever there was one.
        var strong = Act is { Act: "answer", Share: > 0.8f } || chatty || HoldsAnswer(flow, asked) ? null : Strong();
        if (question || (strong is not null && strong != flow && (!Texts.Contains(asked) || asked is SlotNames.Product or SlotNames.Competitor)) || (strong is not null && strong != flow && message.Count > 3 && Texts.Contains(asked) && IsOrder()))
        {
            return null;
        }

        var slots = Read(flow, asked);
        // Asked for a company, people name one, though it is called like a person.
        if (asked == SlotNames.Account && !slots.Exists(slot => slot.Name == asked) && slots is [{ Name: SlotNames.Contact, Value: SlotValue.Text { Value: var called } } only] && only.Length >= message.Text.Trim(' ', '.', '!').Length)
            slots = [only with { Name = asked, Value = new SlotValue.Account(called, null, []) }];
        // "Two people, Frits and Sara."
        if (asked == SlotNames.Contact && slots.Exists(slot => slot.Name == asked)) slots.RemoveAll(slot => slot is { Name: SlotNames.Delegates, Value: SlotValue.Number { Value: <= 4 } });
        var counted = asked == SlotNames.Product && slots.Exists(slot => slot.Name == SlotNames.Rooms);
        if (!counted && !slots.Exists(slot => slot.Name == asked) && Bare(asked, slots) is { } bare)
        {
            slots.Insert(0, bare);
        }

        // All that is said to the question why is why.
        if (asked == SlotNames.Reason && slots.Find(slot => slot.Name == asked) is { Value: SlotValue.Text part } said && Bare(asked, slots) is { Value: SlotValue.Text whole } all && whole.Value.Length > part.Value.Length)
            slots[slots.IndexOf(said)] = all;

        return slots.Count == 0 ? null : new([flow], Texts.Contains(asked) && asked != SlotNames.Product ? [.. slots.Where(slot => slot.Name == asked || slot.Start < 0 || slot.Name is SlotNames.DueDate)] : slots);
    }

    /// <summary>"Hmm, about 75 I think?", "Friday, wasn't it?", "tien, waarom vraag je dat": the answer is in the first words, whatever a short remark behind it asks.</summary>
    private bool Chatty(string flow, string asked)
    {
        if (message.Count > 12 || Texts.Contains(asked) || Questions.Contains(First) || IsOrder()) return false;
        var answers = Read(flow, asked).FindAll(slot => slot.Name == asked && slot.Start >= 0);
        if (answers.Count != 1 || answers[0].Value is SlotValue.Account { Id: null }) return false;
        var (from, end) = (message.WordAt(answers[0].Start), message.WordAt(answers[0].Start + answers[0].Length - 1) + 1);
        // Nothing before it but hums, and behind it a remark of a few words that names nothing.
        return from <= 3 && message.Count - end is > 0 and <= 7 && message.Mentions.All(mention => mention.From < end) && message.Values.All(value => value.Start < message.Words[end - 1].End)
            && (end + 1 >= message.Count || message.Words[end].Kind == WordKind.Sign || message.Words[end].Fold is "i" or "ik" or "of" or "or" or "denk" or "think" or "geloof");
    }

    /// <summary>"Number 144" to the question which quote: a few words with the value in them, whatever they sound like.</summary>
    private bool HoldsAnswer(string flow, string asked) => IsCountedProduct(flow, asked) || (message.Count <= (asked is SlotNames.Account or SlotNames.Contact ? 9 : 5) && !Texts.Contains(asked) && !IsOrder()
        && (asked is not (SlotNames.Account or SlotNames.Contact) || Strong() is Intents.ContactLookup or Intents.CompleteFollowUp or Intents.AccountOverview or Intents.Reject or Intents.Deny) && Read(flow, asked).Exists(slot => slot.Name == asked));

    /// <summary>"20 double rooms": a number first, and what is sold behind it.</summary>
    private bool IsCountedProduct(string flow, string asked) => asked == SlotNames.Product && message.Count is > 1 and <= 4 && message.Words[0].Kind == WordKind.Digits && Read(flow, asked).Exists(slot => slot.Name is SlotNames.Product or SlotNames.Quantity);

    private bool IsOrder() => First is "herinner" or "remind" or "keur" or "approve" or "maak" or "toon" or "show" or "exporteer";

    private HeardSlot? Bare(string asked, List<HeardSlot> slots)
    {
        var text = message.Text.Trim(' ', '.', '!', '\n', '\r', '\t');
        if (Texts.Contains(asked))
        {
            return new(asked, new SlotValue.Text(text), 0, Math.Max(0, message.Text.IndexOf(text, StringComparison.Ordinal)), text.Length);
        }

        // "Quote for O'Brien" names a customer and nobody.
        if (asked == SlotNames.Contact && message.Count > 2 && slots.Exists(slot => slot.Value is SlotValue.Account { Id: not null })) return null;
        if (asked == SlotNames.Contact && message.Count <= 7 && message.Words.TrueForAll(word => word.Kind != WordKind.Digits))
        {
            slots.RemoveAll(slot => slot.Name == SlotNames.Account && slot.Value is SlotValue.Account { Id: null });
            return slots.Count > 0 && message.Count <= 2 && slots[0].Name == SlotNames.Account ? null : new(asked, new SlotValue.Text(Named(text)), 0, message.Words[0].Start, text.Length);
        }

        if (asked == SlotNames.Account && message.Count <= 8 && slots.Count == 0)
        {
            return new(asked, new SlotValue.Account(Named(text), null, []), 0, message.Words[0].Start, text.Length);
        }

        // A span for a day asked for, or a day for a span.
        var dated = slots.FirstOrDefault(slot => slot.Name is SlotNames.Date or SlotNames.DueDate or SlotNames.Period or SlotNames.OptionDate);
        if (dated is { Name: SlotNames.Period, Value: SlotValue.Span { Value: var stay } } && asked == SlotNames.Date && context?.Flow == Intents.RequestQuote && stay.To > stay.From) return null;
        if (dated is not null && asked is SlotNames.Date or SlotNames.DueDate or SlotNames.Period or SlotNames.OptionDate)
        {
            slots.Remove(dated);
            return dated with { Name = asked };
        }

        return null;
    }

    /// <summary>"Met Jane Cooper", "dat was Jan": the name without what leads to it.</summary>
    private static string Named(string text)
    {
        foreach (var lead in (string[])["met ", "with ", "dat was ", "that was ", "it was ", "het was ", "gesproken met ", "spoke to ", "ik sprak ", "dat is ", "it's for ", "dat is voor ", "voor ", "for ", "bij ", "it's ", "its "])
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text.Length > lead.Length)
            {
                return text[lead.Length..];
            }
        }

        return text;
    }
}
