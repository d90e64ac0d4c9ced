using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Quotes;

namespace SalesBot.Dialogs.Schedules;

/// <summary>Everything that is done at a set time. A new one is one line here.</summary>
internal static class AllErrands
{
    public static IReadOnlyList<Errand> Of(QuoteDesk desk, CardViews views, PolicyFor policy) =>
    [
    ];
}
