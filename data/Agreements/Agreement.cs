using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Agreements;

/// <summary>Draft: not asked yet. Approved: pricing uses its rates on the days that they hold. Refused and the rest: it does not.</summary>
public enum AgreementStatus { Draft, Submitted, Returned, Approved, Refused }

public enum VolumeUnit { RoomNights, Euros }

/// <summary>Rates that an account and we agree on for a time (samenwerkingsovereenkomst).</summary>
/// <param name="Key">Begins with the account, so that an account's agreements are one range: <c>A-1001.20260304-ab12cd</c>.</param>
/// <param name="Versions">Oldest first; the last one counts.</param>
public sealed record Agreement(
    string Key, AccountId Account, UserId Owner, AgreementStatus Status, DateTimeOffset RequestedAt, IReadOnlyList<AgreementVersion> Versions,
    DateTimeOffset? ApprovedAt = null)
{
    public AgreementVersion Current => Versions[^1];

    /// <summary>As it stands on quote lines, in any language.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"SO-{Current.From.Year}-{Account}");

    /// <summary>What pricing may use of it; null while nobody has decided on it.</summary>
    public AgreedRates? Decided => Status == AgreementStatus.Approved ? new(Name, Current.From, Current.Until, Current.Rates) : null;
}

/// <summary>What was agreed at one moment. A change makes the next version.</summary>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Rates">With the names and list prices of the day on which they were agreed.</param>
/// <param name="Volume">What the account promises to take in that time; null: nothing was promised.</param>
/// <param name="Value">EUR excl. VAT that the promise comes to; null: it can not be said.</param>
/// <param name="Discount">Percent that the lowest rate lies below the list.</param>
public sealed record AgreementVersion(
    int Number, IReadOnlyList<AgreedRate> Rates, DateOnly From, DateOnly Until, decimal? Volume, VolumeUnit VolumeUnit, decimal? Value, decimal Discount,
    string? Justification, UserId By, DateTimeOffset At)
{
    /// <summary>The decider who made this version when approving; null: the requester did.</summary>
    public UserId? ChangedBy { get; init; }

    /// <summary>SHA-256 in hexadecimal over everything that was agreed; what an approval is bound to.</summary>
    public string Hash(string key)
    {
        var text = new StringBuilder($"{key.Length}:{key};{Number};{From:O};{Until:O};{Plain(Volume)};{VolumeUnit};{Plain(Value)};{Plain(Discount)};{Justification?.Length}:{Justification};");
        foreach (var rate in Rates) text.Append(CultureInfo.InvariantCulture, $"{rate.Product?.Value.Length}:{rate.Product};{rate.Group};{Plain(rate.Price)};{Plain(rate.PercentOff)};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Plain(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "-";
}
