using System.Globalization;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using Xunit;

namespace SalesBot.Tests.Exchange;

/// <summary>Every file of docs/import.md with every column and value that stands there, as operators and integrators read it.</summary>
public sealed partial class DocumentedFilesTests : ExchangeTest
{
    /// <summary>A row with every column filled, as an export writes it; in the order in which one may refer to another.</summary>
    private static readonly (string File, string Columns, string Row)[] Files =
    [
        ("users", "aad_object_id,name,email,role,level*,team,manager_email*,language*,approval_limit_eur*,approval_limit_discount*", "u-x,Xavier Bos,x@noord.example,supervisor,2,noord,sven@noord.example,en,25000.00,10.5"),
        ("products", "product_id,name_nl,name_en,aliases*,group,unit,price_eur,cost_eur,vat_percent,valid_from,valid_until*,discountable,standard", "ddr,Arrangement,Package,DDR|dagdeel,package,person_day,62.50,21.00,9,2026-01-01,2026-12-31,true,false"),
        ("package_parts", "package_id,product_id,quantity,market_value_eur", "ddr,lunch,1.5,18.00"),
        ("discount_tiers", "group,level,min_quantity,max_percent", "room_hire,1,10,7.5"),
        ("policy", "setting,value", "margin_floor_percent,25"),
        ("accounts", "account_id,name,aliases*,segment,city*,owner_email,status,wallet_eur*,cadence_days*", "A9,De Ceuvel BV,Ceuvel|De Ceuvel,cultuur,Amsterdam,anna@noord.example,inactive,8000.50,45"),
        ("contacts", "contact_id,account_id,name,role*,email*,phone*,since*", "C9,A1,Ria Hof,finance,ria@philips.example,06 1234 5678,2024-02-29"),
        ("revenue", "account_id,month,group,revenue_eur,quantity*", "A1,2026-03,overnight,1250.75,12.5"),
        ("targets", "scope,scope_id,month,group*,revenue_eur", "account,A1,2026-04,av,5000.00"),
        ("quotes", "quote_number,account_id,owner_email,requested_on,submitted_on*,approved_on*,sent_on*,decided_on*,outcome*,value_eur,returned_count,versions,reason*,competitor*", "OFF-1,A1,anna@noord.example,2026-01-05,2026-01-06,2026-01-07,2026-01-08,2026-02-01,rejected,8250.00,1,3,te duur,Fletcher"),
        ("visits", "visit_id,account_id,user_email,visited_on,logged_on,contact_id*,goal*,outcome*,next_step*,notes*", "V9,A1,anna@noord.example,2026-03-01,2026-03-02,C1,kennismaken,goed,bellen,veel vragen"),
    ];

    public static TheoryData<string> Names => [.. Files.Select(file => file.File)];

    [Fact]
    public void The_page_names_these_files_and_columns()
    {
        var page = System.IO.File.ReadAllText(Repository.PathOf("docs/import.md"));
        var documented = FileRow().Matches(page).Select(row => (row.Groups[1].Value, row.Groups[2].Value.Replace("`", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(Files.Select(file => (file.File, file.Columns)).Order(), documented.Where(row => Files.Any(file => file.File == row.Item1)).Order());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_column_comes_back_as_it_was(string file)
    {
        await ImportBasicsAsync();
        var text = TextOf(file);
        Assert.Equal([new FileReport(file + ".csv", 1, 1, 0, 0)], (await ImportAsync(file, text)).Files);
        var lines = await ExportedLines(file + ".csv");
        Assert.Equal(HeaderOf(file), lines[0]);
        Assert.Contains(RowOf(file), lines);
        Assert.Equal([new FileReport(file + ".csv", 1, 0, 1, 0)], (await ImportAsync(file, text)).Files);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_workbook_says_the_same_in_every_column(string file)
    {
        await ImportBasicsAsync();
        await ImportAsync(file, TextOf(file));
        var saves = Store.Saves;
        var path = Path.Combine(Folder, file + ".xlsx");
        await MiniExcel.SaveAsAsync(path, new[] { HeaderOf(file).Split(',').Zip(RowOf(file).Split(',')).ToDictionary(cell => cell.First, cell => Typed(cell.Second)) });
        Assert.Equal([new FileReport(file + ".xlsx", 1, 0, 1, 0)], (await ImportPaths(path)).Files);
        Assert.Equal(saves, Store.Saves);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_column_with_a_star_may_be_empty_or_left_out_and_the_others_may_not(string file)
    {
        await ImportBasicsAsync();
        var columns = Columns(file);
        var cells = RowOf(file).Split(',');
        foreach (var (column, at) in columns.Select((column, at) => (column, at)))
        {
            var saves = Store.Saves;
            var empty = await ImportAsync(file, $"{HeaderOf(file)}\n{string.Join(',', cells.Select((cell, n) => n == at ? "" : cell))}\n");
            var without = await ImportAsync(file, $"{Without(HeaderOf(file).Split(','), at)}\n{Without(cells, at)}\n");
            if (column.EndsWith('*')) Assert.Empty(empty.Problems.Concat(without.Problems));
            else
            {
                Assert.Contains($"{file}.csv:2:{column}: may not be empty", empty.Problems.Select(problem => problem.ToString()));
                Assert.Equal($"{file}.csv:1:{column}: the column is missing", Assert.Single(without.Problems).ToString());
                Assert.Equal(saves, Store.Saves);
            }
        }
    }

    [Theory]
    [InlineData("users", "role", "account_manager supervisor administrator")]
    [InlineData("users", "level", "1 2")]
    [InlineData("users", "language", "nl en")]
    [InlineData("products", "group", "room_hire overnight package fnb av other")]
    [InlineData("products", "unit", "day half_day room_night person person_day piece")]
    [InlineData("products", "discountable", "true false")]
    [InlineData("products", "standard", "true false")]
    [InlineData("discount_tiers", "group", "room_hire overnight package fnb av other")]
    [InlineData("discount_tiers", "level", "1 2")]
    [InlineData("accounts", "status", "prospect active inactive")]
    [InlineData("contacts", "role", "principal specialist intermediary booker finance")]
    [InlineData("revenue", "group", "room_hire overnight package fnb av other")]
    [InlineData("targets", "group", "room_hire overnight package fnb av other")]
    [InlineData("quotes", "outcome", "accepted rejected withdrawn expired")]
    public async Task Every_named_value_is_taken_and_written_back(string file, string column, string values)
    {
        await ImportBasicsAsync();
        var at = HeaderOf(file).Split(',').ToList().IndexOf(column);
        foreach (var value in values.Split(' '))
        {
            var row = string.Join(',', RowOf(file).Split(',').Select((cell, n) => n == at ? value : cell));
            Assert.Empty((await ImportAsync(file, $"{HeaderOf(file)}\n{row}\n")).Problems);
            Assert.Contains(row, await ExportedLines(file + ".csv"));
        }
    }

    [Fact]
    public async Task A_target_is_of_a_team_by_name_of_a_user_by_address_or_of_an_account_by_id()
    {
        await ImportBasicsAsync();
        string[] rows = ["account,A1,2026-03,,100.00", "team,noord,2026-03,,300.00", "user,anna@noord.example,2026-03,,200.00"];
        Assert.Empty((await ImportAsync("targets", $"{HeaderOf("targets")}\n{string.Join('\n', rows)}\n")).Problems);
        Assert.Equal(rows.Order(StringComparer.Ordinal), (await ExportedLines("targets.csv")).Skip(1).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(",", "\n", true)]
    [InlineData(";", "\r\n", true)]
    [InlineData(";", "\n", false)]
    [InlineData(",", "\r", false)]
    public async Task A_file_is_divided_by_commas_or_semicolons_with_any_line_ending_and_empty_lines_do_not_count(string separator, string newLine, bool hasMark)
    {
        await ImportBasicsAsync();
        var text = "ACCOUNT_ID, Month,group,revenue_eur\n\nA1,2026-03,fnb,12.50\n,,,\nA1,2026-04,fnb,-3\n\n".Replace(",", separator, StringComparison.Ordinal).Replace("\n", newLine, StringComparison.Ordinal);
        Assert.Empty((await ImportAsync("revenue", (hasMark ? "\uFEFF" : "") + text)).Problems);
        Assert.Equal([12.50m, -3m], (await Held("noord", Kinds.Revenue)).Select(row => row.Amount));
    }

    [Fact]
    public async Task A_file_with_a_header_only_is_taken_and_changes_nothing()
    {
        await ImportBasicsAsync();
        var saves = Store.Saves;
        foreach (var (file, _, _) in Files)
            Assert.Equal([new FileReport(file + ".csv", 0, 0, 0, 0)], (await ImportAsync(file, HeaderOf(file))).Files);
        Assert.Equal(saves, Store.Saves);
    }

    /// <summary>People, accounts and contacts, and what the rows above refer to.</summary>
    private async Task ImportBasicsAsync()
    {
        await ImportBasics();
        Assert.Empty((await ImportAsync("products", $"{HeaderOf("products")}\nddr,A,P,,package,person_day,60,20,9,2026-01-01,,true,true\nlunch,Lunch,Lunch,,fnb,person,20,8,9,2026-01-01,,true,true\n")).Problems);
    }

    private Task<ImportReport> ImportAsync(string file, string text) => Import(file + ".csv", text);

    private static object Typed(string cell) =>
        DateTime.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : bool.TryParse(cell, out var flag) ? flag : cell;

    private static string[] Columns(string file) => Files.Single(known => known.File == file).Columns.Split(',');
    private static string HeaderOf(string file) => string.Join(',', Columns(file).Select(column => column.TrimEnd('*')));
    private static string RowOf(string file) => Files.Single(known => known.File == file).Row;
    private static string TextOf(string file) => $"{HeaderOf(file)}\n{RowOf(file)}\n";
    private static string Without(IEnumerable<string> cells, int at) => string.Join(',', cells.Where((_, n) => n != at));

    [GeneratedRegex(@"^\| `(\w+)\.csv` \| (`.*`\*?) \|$", RegexOptions.Multiline)]
    private static partial Regex FileRow();
}
