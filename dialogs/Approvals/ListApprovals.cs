using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data.Approvals;
using SalesBot.Data.Lists;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// What waits for the speaker's decision. Approving or rejecting by words brings the card: a decision is only made where its
/// subject can be seen.
/// </summary>
internal sealed partial class ListApprovals() : Flow(Intents.ApprovalsPending, new("Goedkeuringen", "Approvals"), Account, Number, Change)
{
    /// <summary>What its next page is asked for by.</summary>
    public const string List = "approvals";

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Number = Slot.Words(SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), default);

    /// <summary>The discount that is to be approved instead of the one asked for; empty where the change was not said.</summary>
    private static readonly Slot<string> Change = Slot.Derived("change", value => (value as SlotValue.Text)?.Value);

    /// <summary>"Keur de offerte van Philips goed met 8 %": with a number in it, it sounds like a new quote.</summary>
    public override bool Claims(string words, Progress? open, Turn turn) => words.Length <= 160 && ChangesOnApproval().IsMatch(words);

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => ChangesOnApproval().IsMatch(words)
        ? [.. said.Where(slot => slot.Name is SlotNames.Account or SlotNames.QuoteNumber), new(Change.Name, new SlotValue.Text(Percentage().Match(words).Groups["number"].Value.Replace(',', '.')))]
        : said;

    public override IReadOnlyList<string> AlsoFor => [Intents.Approve, Intents.Reject];

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var meant = await WaitingAsync(
            entry => (known.Of(Account)?.Id is not { } account || entry.Account == account)
                && (known.Of(Number) is not { } number || QuoteNumbering.Means(number, new(ApprovalReading.Named(entry).Subject.Key))),
            ListCard.PageSize + 1, turn, cancel);
        var effect = new Effect();
        var decides = known.Intent != Intents.ApprovalsPending || known.Has(Change);
        if (decides) effect.Refused = "card_only";
        if (meant.Count == 0) return effect.Say(Message.Of(turn.Say(ApprovalSentences.NothingWaits)));
        var discount = decimal.TryParse(known.Of(Change), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : (decimal?)null;
        if (decides) effect.Say(Message.Of(turn.Say(known.Has(Change) && meant is [var one] ? HowToChange(one, discount, turn) : ApprovalSentences.ApproveOnCard)));
        return effect.SayPrivately(Message.Of(meant is [var only]
            ? (await ApprovalViews.CardAsync(only, turn.User, turn.Language, cancel, discount: discount))!
            : PageOf(meant, 0, turn)), turn);
    }

    /// <summary>Only what stands in the form of its kind is filled in, and only what has one is changed on its card.</summary>
    private static Cards.Text HowToChange(ApprovalFile file, decimal? discount, Turn turn)
    {
        var form = file.Item.Describe(file.Approval!.Record.Version, Audience.Approver, turn.Language).ChangeForm;
        return form.Count == 0 ? ApprovalSentences.ApproveOnCard : ApprovalSentences.ChangeOnCard(form.Any(input => input.Key == "discount") ? discount : null);
    }

    /// <summary>A page of everything that waits, as it is now.</summary>
    public static async Task<AdaptiveCard> PageAsync(int skip, Turn turn, CancellationToken cancel)
    {
        skip = Math.Clamp(skip, 0, ApprovalReading.MostWaiting);
        return PageOf(await WaitingAsync(_ => true, skip + ListCard.PageSize + 1, turn, cancel), skip, turn);
    }

    private static AdaptiveCard PageOf(IReadOnlyList<ApprovalFile> files, int skip, Turn turn) => ApprovalsCard.Of(
        new(
            [.. files.Skip(skip).Take(ListCard.PageSize).Select(file => ItemOf(file, turn))], turn.User.Team,
            files.Count > skip + ListCard.PageSize ? new(List, skip + ListCard.PageSize) : null),
        turn.Language);

    [GeneratedRegex(@"^\W*(\p{L}+\W+){0,3}?(keur\b.{0,100}\bgoed|approve)\b.{0,100}(%|\b(procent|percent|wijziging|gewijzigd|change|changed|maar|but|aangepast)\b)|^\W*(\p{L}+\W+){0,3}?keur\b.{0,100}(%|\b(procent|wijziging)\b).{0,40}\bgoed\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChangesOnApproval();

    [GeneratedRegex(@"(?<number>\d{1,3}([.,]\d{1,2})?)\s*(%|procent|percent)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Percentage();

    private static ApprovalItem ItemOf(ApprovalFile file, Turn turn)
    {
        var approval = file.Approval!.Record;
        var body = file.Item.Describe(approval.Version, Audience.Channel, turn.Language);
        return new(approval, body.Name, body.Stake, file.Account.Name, file.NameOf(approval.RequestedBy), file.Team);
    }

    /// <summary>
    /// Waiting requests that the speaker may decide on, of every team whose supervisors they are above or stand in for; oldest first.
    /// No more of them is read than are asked for.
    /// </summary>
    private static async Task<IReadOnlyList<ApprovalFile>> WaitingAsync(Func<Listed, bool> wanted, int most, Turn turn, CancellationToken cancel)
    {
        var mandates = await MandateReading.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.Now, cancel);
        var waiting = new List<(ApprovalReading Reading, Listed Entry)>();
        foreach (var team in mandates.TeamsOf(turn.User))
        {
            var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, team, turn.Now);
            waiting.AddRange((await reading.WaitingAsync(cancel)).Where(wanted).Select(entry => (reading, entry)));
        }
        var files = new List<ApprovalFile>();
        foreach (var (reading, entry) in waiting.OrderBy(one => one.Entry.Place, StringComparer.Ordinal))
        {
            if (files.Count == most) break;
            var (subject, version) = ApprovalReading.Named(entry);
            if (await ApprovalFile.ReadAsync(reading, subject, version, mandates, cancel) is { Approval.Record: { State: ApprovalState.Waiting } approval } file
                && ApprovalRules.MayDecide(turn.User, approval, file.Matter, mandates) is Permission.Allowed) files.Add(file);
        }
        return files;
    }
}
