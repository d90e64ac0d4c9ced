using System.Globalization;

namespace SalesBot.Tests.Indicators;

/// <summary>A sales organisation made up from a seed, as the files that an administrator imports. Nothing in it holds a comma.</summary>
internal sealed class GeneratedOrganisation(int accounts, int quotes, int visits, int seed)
{
    public const int Teams = 3, Users = 30, Months = 36;

    private static readonly DateOnly Last = new(2026, 2, 28), First = new(2023, 3, 1);
    private static readonly string[] Groups = ["room_hire", "overnight", "package", "fnb", "av", "other"];
    private static readonly string[] Roles = ["principal", "specialist", "intermediary", "booker", "finance", ""];
    private readonly Random random = new(seed);

    /// <summary>All files, of a tenant that has only these.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File("users", "aad_object_id,name,email,role,level,team", Enumerable.Range(0, Users).Select(i => $"u{i:00},Mens {i},u{i:00}@example.com,{(i < Teams ? "supervisor," : "account_manager,2")},team{i % Teams}"));
        File("accounts", "account_id,name,segment,owner_email,status,wallet_eur,cadence_days", Enumerable.Range(0, accounts).Select(i =>
            $"A{i},Klant {i},corporate,{Owner(i)}@example.com,{Pick("active", "active", "active", "prospect", "inactive")},{Pick("", $"{random.Next(20, 300)}000.00")},{Pick("", "30", "60", "90")}"));
        File("contacts", "contact_id,account_id,name,role,since", Enumerable.Range(0, accounts * 3).Select(i =>
            $"C{i},A{i / 3},Contact {i},{Pick(Roles)},{Pick("", Text(Day(28)), Text(Day(28)))}"));
        File("revenue", "account_id,month,group,revenue_eur", Revenue());
        File("targets", "scope,scope_id,month,group,revenue_eur", Targets());
        File("quotes", "quote_number,account_id,owner_email,requested_on,submitted_on,approved_on,sent_on,decided_on,outcome,value_eur,returned_count,versions,competitor", Enumerable.Range(0, quotes).Select(Quote));
        File("visits", "visit_id,account_id,user_email,visited_on,logged_on,contact_id,goal,outcome,next_step", Enumerable.Range(0, visits).Select(i =>
        {
            var (account, day) = (random.Next(accounts), Day(31));
            return $"V{i},A{account},{Owner(account)}@example.com,{Text(day)},{Text(day.AddDays(random.Next(4)))},{Pick("", $"C{account * 3 + random.Next(3)}", $"C{account * 3 + random.Next(3)}")},{Pick("", "doel")},{Pick("", "uitkomst", "uitkomst")},{Pick("", "stap", "stap", "stap")}";
        }));

        void File(string name, string header, IEnumerable<string> rows) => System.IO.File.WriteAllLines(Path.Combine(folder, name + ".csv"), [header, .. rows]);
    }

    public static string Owner(int account) => $"u{Teams + account % (Users - Teams):00}";

    private IEnumerable<string> Revenue()
    {
        for (var account = 0; account < accounts; account++)
        {
            var (from, to, groups) = (random.Next(Months), random.Next(Months), random.GetItems(Groups, random.Next(1, 4)).Distinct().ToArray());
            for (var month = 0; month < Months; month++)
                // Some come late, some leave, and some months bring nothing or a credit note.
                if (from < to ? month >= from && month <= to : random.Next(3) > 0)
                    foreach (var group in groups)
                        if (random.Next(3) > 0)
                            yield return $"A{account},{First.AddMonths(month):yyyy-MM},{group},{Money(random.Next(-20_000, account % 7 == 0 ? 900_000 : 250_000))}";
        }
    }

    private IEnumerable<string> Targets()
    {
        for (var month = 0; month < Months; month++)
        {
            var name = First.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            for (var team = 0; team < Teams; team++) yield return $"team,team{team},{name},,{Money(random.Next(1_000_000, 90_000_000))}";
            for (var account = 0; account < accounts; account += 9)
                if (random.Next(2) == 0) yield return $"account,A{account},{name},{Pick("", "av")},{Money(random.Next(1_000, 500_000))}";
        }
    }

    private string Quote(int number)
    {
        var (account, requested) = (random.Next(accounts), Day(31));
        DateOnly? Next(DateOnly? from, int likely, int most) => from is { } day && random.Next(100) < likely && day.AddDays(random.Next(most)) is var next && next <= Last ? next : null;
        var submitted = Next(requested, 95, 4);
        var approved = Next(submitted, 92, 5);
        var sent = Next(approved, 95, 9);
        var decided = Next(sent ?? submitted, 85, 60);
        var outcome = decided is null ? "" : sent is null ? "withdrawn" : Pick("accepted", "accepted", "rejected", "rejected", "withdrawn", "expired");
        return $"Q{number},A{account},{Owner(account)}@example.com,{Text(requested)},{Text(submitted)},{Text(approved)},{Text(sent)},{Text(decided)},{outcome},{Money(random.Next(10_000, 9_000_000))},{random.Next(3)},{random.Next(1, 5)},{(outcome == "rejected" ? Pick("", "Van der Valk") : "")}";
    }

    private DateOnly Day(int latest)
    {
        var month = First.AddMonths(random.Next(Months));
        return month.AddDays(random.Next(Math.Min(latest, DateTime.DaysInMonth(month.Year, month.Month))));
    }

    private string Pick(params string[] among) => among[random.Next(among.Length)];
    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    private static string Money(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
