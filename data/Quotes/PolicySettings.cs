using System.Globalization;
using SalesBot.Data.Store;

namespace SalesBot.Data.Quotes;

/// <summary>
/// What an organisation decides about its own selling. It is data: each setting is a record in the tenant's directory
/// (<see cref="PolicySetting"/>), and what is not set has the value that stands here.
/// </summary>
/// <param name="MarginFloorPercent">Below this margin a quote deviates.</param>
/// <param name="KeyAccountLine">EUR excl. VAT over the rolling 12 months; strictly more makes a key account.</param>
/// <param name="AutomaticApproval">Quotes wholly inside the policy need no supervisor.</param>
/// <param name="MaxCommissionPercent">What an intermediary may get without being a deviation.</param>
/// <param name="KeyAccountExtraPercent">So many percent points the tiers are wider for a key account.</param>
/// <param name="KeyAccountsToSupervisor">Quotes to key accounts are never approved automatically.</param>
public sealed record PolicySettings(
    decimal MarginFloorPercent = 20, decimal KeyAccountLine = 15_000, bool AutomaticApproval = false,
    decimal MaxCommissionPercent = 10, decimal KeyAccountExtraPercent = 0, bool KeyAccountsToSupervisor = true)
{
    public static readonly PolicySettings Default = new();

    /// <summary>Names of the settings, as files and people have them.</summary>
    public const string MarginFloor = "margin_floor_percent", KeyAccount = "key_account_line_eur", Automatic = "automatic_approval",
        MaxCommission = "max_commission_percent", KeyAccountExtra = "key_account_extra_percent", KeyAccountsSeen = "key_accounts_to_supervisor";

    public static IReadOnlyList<string> Names { get; } = [MarginFloor, KeyAccount, Automatic, MaxCommission, KeyAccountExtra, KeyAccountsSeen];

    /// <summary>These settings with one set otherwise; null: the value can not be read.</summary>
    public PolicySettings? With(PolicySetting setting)
    {
        decimal? number = decimal.TryParse(setting.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) && read >= 0 ? read : null;
        bool? flag = setting.Value switch { "true" => true, "false" => false, _ => null };
        return (setting.Name, number, flag) switch
        {
            (MarginFloor, <= 100, _) => this with { MarginFloorPercent = number.Value },
            (KeyAccount, not null, _) => this with { KeyAccountLine = number.Value },
            (Automatic, _, not null) => this with { AutomaticApproval = flag.Value },
            (MaxCommission, < 100, _) => this with { MaxCommissionPercent = number.Value },
            (KeyAccountExtra, <= 100, _) => this with { KeyAccountExtraPercent = number.Value },
            (KeyAccountsSeen, _, not null) => this with { KeyAccountsToSupervisor = flag.Value },
            _ => null,
        };
    }

    /// <summary>What is stored, over these settings. A record that can not be read is a broken store, not a default.</summary>
    public PolicySettings With(IEnumerable<PolicySetting> stored) => stored.Aggregate(
        this, (settings, setting) => settings.With(setting)
            ?? throw new InvalidDataException($"The policy setting {setting.Name} can not be {setting.Value}."));

    /// <summary>What the organisation has set, over what holds where it has set nothing.</summary>
    public static async Task<PolicySettings> ReadAsync(IDocumentStore store, TenantId tenant, PolicySettings defaults, CancellationToken cancel) =>
        defaults.With((await store.ListAsync(Partition.Directory(tenant), Kinds.Policy, "", int.MaxValue, cancel)).Select(stored => stored.Record));

    public string ValueOf(string name) => name switch
    {
        MarginFloor => Plain(MarginFloorPercent),
        KeyAccount => Plain(KeyAccountLine),
        Automatic => Plain(AutomaticApproval),
        MaxCommission => Plain(MaxCommissionPercent),
        KeyAccountExtra => Plain(KeyAccountExtraPercent),
        KeyAccountsSeen => Plain(KeyAccountsToSupervisor),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such setting."),
    };

    private static string Plain(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
    private static string Plain(bool flag) => flag ? "true" : "false";
}

/// <summary>One setting of the policy as it is stored and exchanged.</summary>
/// <param name="Name">One of <see cref="PolicySettings.Names"/>.</param>
/// <param name="Value">A number with a decimal point, or true or false.</param>
public sealed record PolicySetting(string Name, string Value);
