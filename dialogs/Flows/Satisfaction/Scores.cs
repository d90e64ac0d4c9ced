using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Cards.Satisfaction;
using SalesBot.Data.Satisfaction;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Satisfaction;

/// <summary>Who the score comes from. They are never mixed.</summary>
internal enum ScoreBy { Customer, Us }

/// <summary>What is said of a score besides the figure: its scale, and who gives it.</summary>
internal static partial class Scores
{
    public static readonly Slot<SatisfactionScale?> Scale = Slot.Choice(
        SlotNames.Scale, new("Schaal", "Scale"), new("Op welke schaal is dat?", "On which scale is that?"),
        (SatisfactionScale.Csat, SatisfactionTexts.Of(SatisfactionScale.Csat), @"csat|(op|van de|uit|out of|of) (de )?(5|vijf|five)\b|sterren|stars|1 tot 5|1 to 5"),
        (SatisfactionScale.Nps, SatisfactionTexts.Of(SatisfactionScale.Nps), @"nps|aanbevel|aan te bevelen|recommend|promoter|0 tot 10|0 to 10"),
        (SatisfactionScale.Grade, SatisfactionTexts.Of(SatisfactionScale.Grade), @"rapportcijfer|cijfer|report mark|mark\b|grade|(op|van de|uit|out of) (de )?(10|tien|ten)\b|1 tot 10|1 to 10"));

    public static readonly Slot<ScoreBy?> By = Slot.Choice(
        SlotNames.Whose, new("Van wie", "By whom"), new("Zei de klant dat zelf, of schat jij dat in?", "Did the customer say so, or is it your estimate?"),
        (ScoreBy.Customer, SatisfactionTexts.ByCustomer, "klant zelf|zelf gezegd|zei(den)? (de klant|hij|zij|ze)|the customer (said|himself|herself)|they said|said so"),
        (ScoreBy.Us, SatisfactionTexts.ByUs, "ik denk|denk ik|volgens mij|ik schat|schat ik|inschatting|mijn indruk|mijn gevoel|i think|i guess|i reckon|estimate|my impression|my feeling|i'd say|i would say|lijkt me|seems"));

    /// <summary>The figure itself, its scale and who gave it, as the words say; asked where they leave it open or it fits no scale.</summary>
    public static Checked Check(Answers known, Slot<decimal?> score, Slot<SatisfactionScale?> scale, Slot<ScoreBy?> by, string words)
    {
        // "Een 4 op 5": the 5 is the scale, not the score.
        if (OutOf().Match(words) is { Success: true } outOf && Number(outOf.Groups["most"].Value) is { } most && known.Raw(score) is [.., SlotValue.Number { Value: var last }] && last == most
            && Number(outOf.Groups["score"].Value) is { } first) known = known.With(score, [new SlotValue.Number(first)]);
        if (!known.Has(by)) known = known.With(by, [Option.Said(By.Options, words) ?? new SlotValue.Text(nameof(ScoreBy.Customer))]);
        if (!known.Has(scale) && Option.Said(Scale.Options, words) is { } said) known = known.With(scale, [said]);
        if (known.Of(score) is not { } value) return new(known);
        if (!known.Has(scale) && value <= 5 && OfCustomers().IsMatch(words)) known = known.With(scale, [new SlotValue.Text(nameof(SatisfactionScale.Csat))]);
        // Above 5 without a word it is the mark that everybody knows from school.
        if (!known.Has(scale) && value > 5) known = known.With(scale, [new SlotValue.Text(nameof(SatisfactionScale.Grade))]);
        if (known.Of(scale) is not { } on) return new(known, scale);
        return SatisfactionScore.IsValid(on, value) ? new(known) : new(known.With(score, []), score, new(
            $"Dat past niet op {SatisfactionTexts.Of(on).Nl}. Welk cijfer was het?", $"That does not fit {SatisfactionTexts.Of(on).En}. Which score was it?"));
    }

    private static decimal? Number(string text) => text.ToLowerInvariant() switch
    {
        "vijf" or "five" => 5,
        "tien" or "ten" => 10,
        _ => decimal.TryParse(text.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    [GeneratedRegex("klanttevredenheid|customer satisfaction", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfCustomers();

    [GeneratedRegex(@"\b(?<score>\d{1,2}([.,]\d)?)\s*(op|uit|van de|out of|of|/)\s*(de )?(?<most>5|10|vijf|five|tien|ten)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OutOf();
}
