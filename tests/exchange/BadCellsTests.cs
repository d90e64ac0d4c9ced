using System.IO.Compression;
using System.Text;
using SalesBot.Data;
using SalesBot.Data.People;
using Xunit;

namespace SalesBot.Tests.Exchange;

/// <summary>Each bad cell is named by file, line and column, with a reason that helps; nothing of its file is written.</summary>
public sealed class BadCellsTests : ExchangeTest
{
    private const string ProductHeader =
        "product_id,name_nl,name_en,aliases,group,unit,price_eur,cost_eur,vat_percent,valid_from,valid_until,discountable,standard\n";

    private const string QuoteHeader =
        "quote_number,account_id,owner_email,requested_on,submitted_on,approved_on,sent_on,decided_on,outcome,value_eur,returned_count,versions,reason,competitor\n";

    private const string VisitHeader = "visit_id,account_id,user_email,visited_on,logged_on,contact_id,goal,outcome,next_step,notes\n";

    [Theory]
    [InlineData("users", Users + "\nu-1,,x@noord.example,supervisor,,noord,,,,", "users.csv:5:name: may not be empty")]
    [InlineData("users", Users + "\nu-1,X,geen adres,supervisor,,noord,,,,", "users.csv:5:email: 'geen adres' is not an e-mail address")]
    [InlineData("users", Users + "\nu-1,X,x@noord.example,boss,,noord,,,,", "users.csv:5:role: 'boss' is none of account_manager, supervisor, administrator")]
    [InlineData("users", Users + "\nu-1,X,x@noord.example,account_manager,3,noord,,,,", "users.csv:5:level: 3 is not between 1 and 2")]
    [InlineData("users", Users + "\nu-1,X,x@noord.example,account_manager,,noord,,,,", "users.csv:5:level: an account manager has level 1 or 2")]
    [InlineData("users", Users + "\nu-1,X,x@noord.example,supervisor,,noord,nobody@noord.example,,,", "users.csv:5:manager_email: 'nobody@noord.example' is nobody's")]
    [InlineData("users", Users + "\nu-1,X,x@noord.example,supervisor,,noord,x@noord.example,,,", "users.csv:5:manager_email: nobody is their own manager")]
    [InlineData("users", Users + "\nu-1,X,x@noord.example,supervisor,,noord,,fr,,", "users.csv:5:language: 'fr' is none of nl, en")]
    [InlineData("users", Users + "\nu-1,X,x@noord.example,supervisor,,noord,,,,101", "users.csv:5:approval_limit_discount: 101 is more than 100")]
    [InlineData("users", Users + "\nu-1,X,anna@NOORD.example,supervisor,,noord,,,,", "users.csv:5:email: 'anna@NOORD.example' is the address of Anna Visser too")]
    [InlineData("users", Users + "\nu-anna,X,x@noord.example,supervisor,,noord,,,,", "users.csv:5:aad_object_id: the same aad_object_id as in line 3")]
    [InlineData("users", Users + "\nu/1,X,x@noord.example,supervisor,,noord,,,,", "users.csv:5:aad_object_id: 'u/1' can not be a key")]
    [InlineData("accounts", Accounts + "\nA3,X,,bouw,,anna@noord.example,lost,,", "accounts.csv:4:status: 'lost' is none of prospect, active, inactive")]
    [InlineData("accounts", Accounts + "\nA3,X,,bouw,,weg@noord.example,active,,", "accounts.csv:4:owner_email: 'weg@noord.example' is not known")]
    [InlineData("accounts", Accounts + "\nA|3,X,,bouw,,anna@noord.example,active,,", "accounts.csv:4:account_id: 'A|3' can not be a key")]
    [InlineData("accounts", Accounts + "\nÄ3,X,,bouw,,anna@noord.example,active,,", "accounts.csv:4:account_id: 'Ä3' can not be a key")]
    [InlineData("accounts", Accounts + "\nA3,X,,bouw,,anna@noord.example,active,\"12.500,00\",", "accounts.csv:4:wallet_eur: '12.500,00' has a comma; write a decimal point")]
    [InlineData("accounts", Accounts + "\nA3,X,,bouw,,anna@noord.example,active,-1,", "accounts.csv:4:wallet_eur: -1 is less than 0")]
    [InlineData("accounts", Accounts + "\nA3,X,,bouw,,anna@noord.example,active,,soms", "accounts.csv:4:cadence_days: 'soms' is not a whole number")]
    [InlineData("accounts", Accounts + "\nA3,X,,bouw,,anna@noord.example,active,,7,,x", "accounts.csv:4:row: has 11 cells, the header has 9")]
    [InlineData("contacts", Contacts + "\nC3,A9,X,booker,,,", "contacts.csv:4:account_id: 'A9' is not known")]
    [InlineData("contacts", Contacts + "\nC3,A1,X,baas,,,", "contacts.csv:4:role: 'baas' is none of principal, specialist, intermediary, booker, finance")]
    [InlineData("contacts", Contacts + "\nC3,A1,X,booker,,,1-2-2024", "contacts.csv:4:since: '1-2-2024' is not a date; write it as YYYY-MM-DD")]
    [InlineData("contacts", Contacts + "\nC3,A1,X,booker,,,01/02/2024", "contacts.csv:4:since: '01/02/2024' is not a date")]
    [InlineData("contacts", Contacts + "\nC3,A1,X,booker,,,2024-2-1", "contacts.csv:4:since: '2024-2-1' is not a date")]
    [InlineData("contacts", Contacts + "\nC3,A1,X,booker,,,20240201", "contacts.csv:4:since: '20240201' is not a date")]
    [InlineData("contacts", Contacts + "\nC3,A1,X,booker,,,2024-02-01T00:00:00", "contacts.csv:4:since: '2024-02-01T00:00:00' is not a date")]
    [InlineData("contacts", Contacts + "\nC3,A1,X,booker,,,2025-02-29", "contacts.csv:4:since: '2025-02-29' is not a date")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,maart,fnb,1", "revenue.csv:2:month: 'maart' is not a month; write it as YYYY-MM")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-13,fnb,1", "revenue.csv:2:month: '2026-13' is not a month")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,food,1", "revenue.csv:2:group: 'food' is none of room_hire, overnight, package, fnb, av, other")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,veel", "revenue.csv:2:revenue_eur: 'veel' is not a number")]
    [InlineData("revenue", "account_id;month;group;revenue_eur\nA1;2026-03;fnb;1.234,50", "revenue.csv:2:revenue_eur: '1.234,50' has a comma; write a decimal point")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,\"1,234.50\"", "revenue.csv:2:revenue_eur: '1,234.50' has a comma; write a decimal point")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,€ 5", "revenue.csv:2:revenue_eur: '€ 5' is not a number")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,1e3", "revenue.csv:2:revenue_eur: '1e3' is not a number")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,1.234.567", "revenue.csv:2:revenue_eur: '1.234.567' is not a number")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,9999999999999", "revenue.csv:2:revenue_eur: 9999999999999 is more than 1000000000000")]
    [InlineData("revenue", "account_id;month;group;revenue_eur\nA1;2026-03;fnb;12,50", "revenue.csv:2:revenue_eur: '12,50' has a comma; write a decimal point")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,1\nA1,2026-03,fnb,2", "revenue.csv:3:account_id: the same account_id, month, group as in line 2")]
    [InlineData("targets", "scope,scope_id,month,group,revenue_eur\nteam,west,2026-03,,1", "targets.csv:2:scope_id: 'west' is not a team")]
    [InlineData("targets", "scope,scope_id,month,group,revenue_eur\nuser,u-anna,2026-03,,1", "targets.csv:2:scope_id: 'u-anna' is nobody's e-mail address")]
    [InlineData("targets", "scope,scope_id,month,group,revenue_eur\naccount,A9,2026-03,,1", "targets.csv:2:scope_id: 'A9' is not known")]
    [InlineData("products", ProductHeader + "p,Zaal,Room,,room_hire,week,1,1,21,2026-01-01,,true,true", "products.csv:2:unit: 'week' is none of day, half_day, room_night")]
    [InlineData("products", ProductHeader + "p,Zaal,Room,,room_hire,day,1,1,21,2026-01-01,,misschien,true", "products.csv:2:discountable: 'misschien' is not true or false")]
    [InlineData("products", ProductHeader + "p,Zaal,Room,,room_hire,day,1,1,21,2026-01-01,2025-12-31,true,true", "products.csv:2:valid_until: is before valid_from, 2026-01-01")]
    [InlineData("products", ProductHeader + "p,Z,R,,av,day,1,1,21,2025-01-01,,true,true\np,Z,R,,av,day,2,1,21,2026-01-01,,true,true", "products.csv:3:valid_from: the price from 2025-01-01 is still valid then")]
    [InlineData("discount_tiers", "group,level,min_quantity,max_percent\nav,1,10,120", "discount_tiers.csv:2:max_percent: 120 is more than 100")]
    [InlineData("quotes", QuoteHeader + "Q1,A1,anna@noord.example,2026-02-01,2026-01-31,,,,,1,0,1,,", "quotes.csv:2:submitted_on: is before requested_on, 2026-02-01")]
    [InlineData("quotes", QuoteHeader + "Q1,A1,anna@noord.example,2026-02-01,,,,,won,1,0,1,,", "quotes.csv:2:outcome: 'won' is none of accepted, rejected, withdrawn, expired")]
    [InlineData("quotes", QuoteHeader + "Q1,A1,anna@noord.example,2026-02-01,,,,,,1,0,0,,", "quotes.csv:2:versions: 0 is not between 1 and 1000")]
    [InlineData("visits", VisitHeader + "V1,A1,anna@noord.example,2026-02-01,2026-02-01,C2,,,,", "visits.csv:2:contact_id: 'C2' is a contact of A2, not of A1")]
    [InlineData("visits", VisitHeader + "V1,A1,anna@noord.example,2026-02-01,,,,,,", "visits.csv:2:logged_on: may not be empty")]
    [InlineData("revenue", "account_id,month,group,revenue_eur,color\nA1,2026-03,fnb,1,red", "revenue.csv:1:color: is not a column of revenue; those are account_id, month")]
    [InlineData("revenue", "account_id,month,group\nA1,2026-03,fnb", "revenue.csv:1:revenue_eur: the column is missing")]
    [InlineData("revenue", "account_id,month,group,revenue_eur,month\nA1,2026-03,fnb,1,2026-03", "revenue.csv:1:month: stands in the header twice")]
    [InlineData("revenue", "", "revenue.csv:1:file: is empty")]
    [InlineData("revenue", "\uFEFF", "revenue.csv:1:file: is empty")]
    [InlineData("revenue", "account_id\tmonth\tgroup\trevenue_eur\nA1\t2026-03\tfnb\t1", "revenue.csv:1:file: is divided by tabs; save it with commas or semicolons")]
    [InlineData("revenue", "account_id,month,group,revenue_eur\nA1,\"2026-03,fnb,1\n", "revenue.csv:2:file: has a quoted cell that is not closed")]
    public async Task A_bad_cell_is_named(string file, string text, string expected)
    {
        await ImportBasics();
        var saves = Store.Saves;
        var problem = Assert.Single((await Import(file + ".csv", text)).Problems);
        Assert.StartsWith(expected, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(saves, Store.Saves);
    }

    [Fact]
    public async Task All_bad_rows_are_named_at_once_by_their_line_and_nothing_is_written()
    {
        await ImportBasics();
        var saves = Store.Saves;
        var report = await Import("visits.csv", VisitHeader + """
            V1,A1,anna@noord.example,2026-02-01,2026-02-01,C1,"Doel
            op twee regels",goed,,
            V2,A9,anna@noord.example,gisteren,2026-02-01,C1,,,,

            V3,A1,anna@noord.example,2026-02-03,2026-02-03,,,,,"a ""quoted"" note"
            V4,A1,niemand@noord.example,2026-02-03,2026-02-03,,,,,
            """);
        Assert.Equal(
            ["visits.csv:4:account_id", "visits.csv:4:visited_on", "visits.csv:7:user_email"],
            report.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}"));
        Assert.Empty(report.Files);
        Assert.Equal(saves, Store.Saves);
        Assert.Empty(await Held("noord", Kinds.Visit));
    }

    [Fact]
    public async Task A_refused_file_does_not_keep_the_others_out()
    {
        await ImportBasics();
        var bad = File("revenue.csv", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,x");
        var report = await ImportPaths(bad, File("targets.csv", "scope,scope_id,month,revenue_eur\nteam,Noord,2026-03,5000\n"));
        Assert.Equal("revenue.csv", Assert.Single(report.Problems).File);
        Assert.Equal("targets.csv", Assert.Single(report.Files).File);
    }

    [Fact]
    public async Task A_package_has_only_parts_that_are_on_the_price_list()
    {
        await Import("products.csv", ProductHeader + "ddr,DDR,DDR,,package,person_day,60,20,21,2026-01-01,,true,true");
        var report = await Import("package_parts.csv", "package_id,product_id,quantity,market_value_eur\nddr,zaal,1,1\n24h,ddr,1,1\nddr,ddr,1,1\n");
        Assert.Equal(
            ["package_parts.csv:2:product_id", "package_parts.csv:3:package_id", "package_parts.csv:4:product_id"],
            report.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}"));
    }

    [Fact]
    public async Task Managers_do_not_go_round_in_a_circle()
    {
        var text = Users.Replace("supervisor,,noord,,", "supervisor,,noord,anna@noord.example,");
        var report = await Import("users.csv", text);
        Assert.Equal([2, 3], report.Problems.Select(problem => problem.Line));
        Assert.Empty(await new Organisation(Store, Tenant).UsersAsync(default));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_with_the_line()
    {
        await ImportBasics();
        var path = File("accounts.csv", "");
        await System.IO.File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(Accounts.Replace("De Haan, Events", "Müller")));
        Assert.StartsWith("accounts.csv:3:file: is not UTF-8", Assert.Single((await ImportPaths(path)).Problems).ToString());
    }

    [Fact]
    public async Task A_file_of_Excels_Unicode_text_is_refused()
    {
        var path = File("users.csv", "");
        await System.IO.File.WriteAllTextAsync(path, Users, Encoding.Unicode);
        Assert.StartsWith("users.csv:1:file: is not UTF-8", Assert.Single((await ImportPaths(path)).Problems).ToString());
    }

    [Fact]
    public async Task A_file_that_can_not_be_opened_is_named_and_the_others_are_taken()
    {
        await ImportBasics();
        var path = File("revenue.csv", "account_id,month,group,revenue_eur\n");
        await using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var report = await ImportPaths(path, File("targets.csv", "scope,scope_id,month,revenue_eur\nteam,Noord,2026-03,5000\n"));
        Assert.StartsWith("revenue.csv:1:file: can not be opened: ", Assert.Single(report.Problems).ToString());
        Assert.Equal("targets.csv", Assert.Single(report.Files).File);
    }

    [Theory]
    [InlineData("klanten.csv", "is not a name that SalesBot knows")]
    [InlineData("users.xlsm", "is neither .csv nor .xlsx")]
    [InlineData("users.xlsx", "is not a workbook")]
    public async Task A_file_that_can_not_be_one_is_refused(string name, string reason) =>
        Assert.Contains(reason, Assert.Single((await Import(name, "x")).Problems).ToString());

    [Fact]
    public async Task A_path_that_is_not_there_and_an_empty_folder_are_told()
    {
        var report = await ImportPaths(Path.Combine(Folder, "users.csv"), Directory.CreateDirectory(Path.Combine(Folder, "leeg")).FullName);
        Assert.Equal(["users.csv:1:file: is not there", "leeg:1:file: holds no file to import"], report.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", "x", "macros")]
    [InlineData("xl/externalLinks/externalLink1.xml", "x", "links to other files")]
    [InlineData("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "document type")]
    public async Task A_workbook_that_brings_more_than_values_is_refused(string part, string content, string reason)
    {
        var path = Workbook(archive => Put(archive, part, Encoding.UTF8.GetBytes(content)));
        Assert.Contains(reason, Assert.Single((await ImportPaths(path)).Problems).Reason.En);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_very_much_is_refused()
    {
        var path = Workbook(archive => Put(archive, "xl/worksheets/sheet1.xml", new byte[30_000_000]));
        Assert.True(new FileInfo(path).Length < 100_000);
        Assert.Contains("unpacks to more than", Assert.Single((await ImportPaths(path)).Problems).Reason.En);
    }

    private string Workbook(Action<ZipArchive> fill)
    {
        var path = File("users.xlsx", "");
        using var archive = new ZipArchive(System.IO.File.Create(path), ZipArchiveMode.Create);
        fill(archive);
        return path;
    }

    private static void Put(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }
}
