using SalesBot.Dialogs.Nudges.Sources;

namespace SalesBot.Dialogs.Nudges;

/// <summary>Everything that the bot speaks of without being asked, the most pressing kind first. A new one is one line here.</summary>
internal static class AllNudges
{
    public static IReadOnlyList<NudgeSource> All { get; } =
    [
        new ApprovalWaiting(),
        new OptionLapsing(),
        new IssueDue(),
        new FollowUpDue(),
        new AfterSales(),
        new SilentQuote(),
        new BuyingWindow(),
        new FallingRevenue(),
        new OverdueCadence(),
        new NearLine(),
    ];
}
