using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Cards.Satisfaction;
using SalesBot.Data;
using SalesBot.Data.Satisfaction;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Satisfaction;

/// <summary>Who the score comes from. They are never mixed.</summary>
internal enum ScoreBy { Customer, Us }

/// <summary>A customer's score of us, or, marked as such, what the account manager makes of it.</summary>
internal sealed partial class LogSatisfaction() : Flow(
    Intents.LogSatisfaction, new("Tevredenheid", "Satisfaction"), Account, Score, Scale, By, Person, Reason, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    private static readonly Slot<decimal?> Score = Slot.Number(SlotNames.Score, new("Cijfer", "Score"), new("Welk cijfer?", "Which score?"), required: true);

    private static readonly Slot<SatisfactionScale?> Scale = Slot.Choice(
        SlotNames.Scale, new("Schaal", "Scale"), new("Op welke schaal is dat?", "On which scale is that?"),
        (SatisfactionScale.Csat, SatisfactionTexts.Of(SatisfactionScale.Csat), @"csat|(op|van de|uit|out of|of) (de )?(5|vijf|five)\b|sterren|stars|1 tot 5|1 to 5|klanttevredenheid|customer satisfaction"),
        (SatisfactionScale.Nps, SatisfactionTexts.Of(SatisfactionScale.Nps), @"nps|aanbevel|aan te bevelen|recommend|promoter|0 tot 10|0 to 10"),
        (SatisfactionScale.Grade, SatisfactionTexts.Of(SatisfactionScale.Grade), @"rapportcijfer|cijfer|report mark|mark\b|grade|(op|van de|uit|out of) (de )?(10|tien|ten)\b|1 tot 10|1 to 10"));

    private static readonly Slot<ScoreBy?> By = Slot.Choice(
        SlotNames.Whose, new("Van wie", "By whom"), new("Zei de klant dat zelf, of schat jij dat in?", "Did the customer say so, or is it your estimate?"),
        (ScoreBy.Customer, SatisfactionTexts.ByCustomer, "klant zelf|zelf gezegd|zei(den)? (de klant|hij|zij|ze)|the customer (said|himself|herself)|they said|said so"),
        (ScoreBy.Us, SatisfactionTexts.ByUs, "ik denk|denk ik|volgens mij|ik schat|schat ik|inschatting|mijn indruk|mijn gevoel|i think|i guess|i reckon|estimate|my impression|my feeling|i'd say|i would say|lijkt me|seems"));

    private static readonly Slot<string> Person = Slot.Words(SlotNames.Contact, new("Contactpersoon", "Contact"), new("Van wie komt het?", "Who gave it?"));

    private static readonly Slot<string> Reason = Slot.Heard(
        SlotNames.Reason, new("Waarom", "Why"), new("Waarom dat cijfer?", "Why that score?"), Said.Because, input: Cards.Preview.FieldInput.LongText);

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        // "Een 4 op 5": the 5 is the scale, not the score.
        if (known.Of(Slot.Message) is { } words && OutOf().Match(words) is { Success: true } outOf
            && Number(outOf.Groups["most"].Value) is { } most && known.Raw(Score) is [.., SlotValue.Number { Value: var last }] && last == most
            && Number(outOf.Groups["score"].Value) is { } score) known = known.With(Score, [new SlotValue.Number(score)]);
        if (!known.Has(By)) known = known.With(By, [new SlotValue.Text(nameof(ScoreBy.Customer))]);
        if (known.Of(Score) is not { } value) return new(new Checked(known));
        // Above 5 without a word it is the mark that everybody knows from school.
        if (!known.Has(Scale) && value > 5) known = known.With(Scale, [new SlotValue.Text(nameof(SatisfactionScale.Grade))]);
        if (known.Of(Scale) is not { } scale) return new(new Checked(known, Scale));
        return new(SatisfactionScore.IsValid(scale, value) ? new Checked(known) : new(known.With(Score, []), Score, new(
            $"Dat past niet op {SatisfactionTexts.Of(scale).Nl}. Welk cijfer was het?", $"That does not fit {SatisfactionTexts.Of(scale).En}. Which score was it?")));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        var contact = known.Of(Person) is { } person ? ContactNames.Match(person, await turn.Book.ContactsAsync(account, cancel)) : null;
        effect.Changes.Create(Kinds.Satisfaction, new SatisfactionScore(
            known.Id, account.Id, turn.User.Id, turn.Now, known.Of(Scale)!.Value, known.Of(Score)!.Value, known.Of(By) == ScoreBy.Us, contact?.Id, known.Of(Reason)));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    private static decimal? Number(string text) => text.ToLowerInvariant() switch
    {
        "vijf" or "five" => 5,
        "tien" or "ten" => 10,
        _ => decimal.TryParse(text.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    [GeneratedRegex(@"\b(?<score>\d{1,2}([.,]\d)?)\s*(op|uit|van de|out of|of|/)\s*(de )?(?<most>5|10|vijf|five|tien|ten)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OutOf();
}
