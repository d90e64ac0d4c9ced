using SalesBot.Data.Quotes;

namespace SalesBot.Data.Exchange;

/// <summary>The settings of the policy, a row each; what has no row keeps its default.</summary>
internal sealed class PolicyFile() : ExchangeFile<PolicySetting>("policy", Kinds.Policy)
{
    private static readonly Column<PolicySetting, string> Setting = new("setting", Cell.Name, setting => setting.Name);
    private static readonly Column<PolicySetting, string> Value = new("value", Cell.Name, setting => setting.Value);

    protected override IReadOnlyList<Column<PolicySetting>> Columns => [Setting, Value];
    protected override IReadOnlyList<Column<PolicySetting>> Key => [Setting];
    protected override bool InDirectory => true;

    /// <summary>Every team's figures know the line of a key account.</summary>
    public override bool ConcernsEveryTeam => true;

    protected override PolicySetting Read(Cells row, Known known)
    {
        var setting = new PolicySetting(row.Of(Setting), row.Of(Value).ToLowerInvariant());
        if (!row.Sound) return setting;
        if (!PolicySettings.Names.Contains(setting.Name)) row.Refuse(Setting, Reasons.NoneOf(setting.Name, PolicySettings.Names));
        else if (PolicySettings.Default.With(setting) is null)
            row.Refuse(Value, bool.TryParse(PolicySettings.Default.ValueOf(setting.Name), out _) ? Reasons.NoFlag(setting.Value) : Reasons.NoSetting(setting.Value));
        return setting;
    }
}
