using SalesBot.Cards.Agreements;
using SalesBot.Cards.Approvals;
using SalesBot.Data;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;
using SalesBot.Dialogs.Approvals;

namespace SalesBot.Dialogs.Agreements;

/// <summary>How agreements are decided on.</summary>
internal sealed class AgreementApprovals() : ApprovalKind<Agreement>(SubjectKind.Agreement, Kinds.Agreement)
{
    public static readonly AgreementApprovals Shared = new();

    protected override Matter MatterOf(Agreement record) => AgreementMatter.Of(record);

    protected override Agreement After(Agreement record, Approval approval) => AgreementMatter.After(record, approval);

    protected override ApprovalBody Describe(Agreement record, int version, Audience audience, Language language) =>
        AgreementApproval.Of(record, version, audience, language);

    protected override async ValueTask<ChangedRecord<Agreement>> ChangeAsync(Agreement record, Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel)
    {
        var version = record.Current;
        var rates = new Dictionary<int, decimal>();
        foreach (var (rate, place) in version.Rates.Select((rate, place) => (rate, place)))
            if ((rate.Price is { } price ? wishes.Money(AgreementForm.Rate(place), price) : wishes.Number(AgreementForm.Rate(place), rate.PercentOff)) is { } wanted) rates[place] = wanted;
        var change = new AgreementChange(
            rates, wishes.Day(AgreementForm.Until, version.Until), wishes.Number(AgreementForm.Volume, version.Volume), wishes.Words(AgreementForm.Justification, version.Justification));
        if (!wishes.IsReadable) return ChangedRecord<Agreement>.Not(Wishes.Unreadable);
        if (change.Flaw(version) is { } flaw) return ChangedRecord<Agreement>.Not(flaw);
        var prices = await PriceReading.ReadAsync(reading.Store, reading.Tenant, cancel);
        var next = change.Apply(version, prices, decider, reading.Now);
        return new(
            record with { Versions = [.. record.Versions, next] }, AgreementPolicy.Judge(next, prices, await reading.PolicyAsync(cancel)), AgreementChange.Between(version, next), null);
    }

    /// <summary>A term that has run out binds nobody any more.</summary>
    protected override ValueTask<Refusal?> ObstacleAsync(Agreement record, ApprovalReading reading, CancellationToken cancel) => new(
        record.Current.Until < DateOnly.FromDateTime(reading.Now.UtcDateTime)
            ? new Refusal("term_over", $"De looptijd van {record.Name} is voorbij.", $"The term of {record.Name} is over.")
            : null);
}
