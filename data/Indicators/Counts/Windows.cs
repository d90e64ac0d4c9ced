namespace SalesBot.Data.Indicators;

/// <summary>
/// Spans of months that are counted account by account as they end: 1, 2, 3, 6 and 12 months, and the year up to the month. They are
/// the months, quarters, years and rolling periods that people ask for; any other span is reckoned from the accounts themselves.
/// </summary>
internal static class Windows
{
    private static readonly int[] Usual = [1, 2, 3, 6, 12];

    public static IEnumerable<int> EndingIn(DateOnly month) => Usual.Contains(month.Month) ? Usual : Usual.Append(month.Month);

    public static bool IsCounted(DateOnly last, int months) => EndingIn(last).Contains(months);

    public static string Name(string counter, int months) => $"{counter}{months}";

    public static int Months(this Period whole, DateOnly last) => (last.Year - whole.From.Year) * 12 + last.Month - whole.From.Month + 1;
}
