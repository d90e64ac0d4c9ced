using System.IO.Compression;
using System.Text.Json;
using SalesBot.Data.Exchange;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Stores.Wire;
using SalesBot.Tests.Understanding;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>The built program from outside, as operators and integrators use it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static readonly string Tenant = DemoOrganisation.Tenant.Value;

    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-verbs-").FullName;
    private int files;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_exported_and_imported_again_gives_the_same_answers()
    {
        var (first, second) = (NewFile(), NewFile());
        var imported = await RunAsync(first, ["import", DemoOrganisation.Folder]);
        Assert.Equal((0, ""), (imported.Code, imported.Error));
        foreach (var file in Directory.GetFiles(DemoOrganisation.Folder, "*.csv"))
        {
            var rows = Rows(file);
            Assert.Contains($"{Path.GetFileName(file)}: {rows} read, {rows} written, 0 unchanged", imported.Lines);
        }
        var again = await RunAsync(first, ["import", DemoOrganisation.Folder]);
        Assert.Equal(0, again.Code);
        Assert.All(again.Lines, line => Assert.Contains(", 0 written, ", line));

        var (one, two) = (Path.Combine(folder, "one"), Path.Combine(folder, "two"));
        var exported = await RunAsync(first, ["export", one]);
        Assert.Equal(0, exported.Code);
        Assert.All(exported.Lines, path => Assert.True(File.Exists(path), path));
        Assert.Equal(0, (await RunAsync(second, ["import", one])).Code);
        Assert.Equal(0, (await RunAsync(second, ["export", two])).Code);
        Assert.Equal(Names(one), Names(two));
        Assert.All(Names(one), name => Assert.Equal(File.ReadAllBytes(Path.Combine(one, name!)), File.ReadAllBytes(Path.Combine(two, name!))));
        // What the columns of the other files leave out.
        Assert.Equal(["account_details.csv"], Names(one).Except(Names(DemoOrganisation.Folder)));

        var (answers, same) = (await AnswersAsync(first), await AnswersAsync(second));
        Assert.Equal(answers, same);
        Assert.Equal(Questions.Length, answers.Distinct().Count());
        Assert.All(answers, answer => Assert.Contains("AdaptiveCard", answer));
    }

    [Fact]
    public async Task Bad_rows_are_named_all_at_once_and_nothing_of_their_file_is_written()
    {
        var database = NewFile();
        Assert.Equal(0, (await RunAsync(database, ["import", Path.Combine(DemoOrganisation.Folder, "users.csv"), Path.Combine(DemoOrganisation.Folder, "accounts.csv")])).Code);
        var path = Path.Combine(folder, "revenue.csv");
        await File.WriteAllTextAsync(path, """
            account_id,month,group,revenue_eur,quantity
            A-1001,2026-01,overnight,100.00,1
            A-1001,2026-13,overnight,100.00,1
            A-1001,2026-02,dancing,100.00,1
            A-1001,2026-03,overnight,"100,00",1
            A-9999,2026-03,overnight,100.00,1
            """);
        var ran = await RunAsync(database, ["import", path]);
        Assert.Equal(1, ran.Code);
        var problems = ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] places = ["revenue.csv:3:month: ", "revenue.csv:4:group: ", "revenue.csv:5:revenue_eur: ", "revenue.csv:6:account_id: "];
        Assert.Equal(places.Length, problems.Length);
        Assert.All(places.Zip(problems), pair => Assert.True(pair.Second.Contains(pair.First, StringComparison.Ordinal) && pair.Second.Trim().Length > pair.First.Length, pair.Second));
        await using var store = await SqliteStore.OpenAsync(database, CancellationToken.None);
        Assert.Empty(await store.RangeAsync(WholeBot.Corporate, new("revenue|", "revenue|~"), 10, CancellationToken.None));

        Assert.NotEqual(0, (await RunAsync(database, ["import", Path.Combine(folder, "nothing-here.csv")])).Code);
    }

    [Fact]
    public async Task An_erased_contact_does_not_come_back_by_an_import()
    {
        var database = NewFile();
        string[] files = [.. new[] { "users", "accounts", "contacts" }.Select(file => Path.Combine(DemoOrganisation.Folder, file + ".csv"))];
        Assert.Equal(0, (await RunAsync(database, ["import", .. files])).Code);
        Assert.Equal(0, (await RunAsync(database, ["erase", "C-2001", "--yes"])).Code);
        var again = await RunAsync(database, ["import", .. files]);
        Assert.Equal(0, again.Code);
        Assert.Contains("erased again: C-2001", again.Lines);
        Assert.DoesNotContain(DemoStore.FilesOf(database), file => file.Text.Contains("Jan de Vries", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_store_of_Cosmos_is_imported_into_and_exported_from_all_the_same()
    {
        using var account = new CosmosDouble();
        await using var server = await CosmosServer.StartAsync(account);
        string[] settings =
        [
            "--environment", "Development", "--SalesBot:Store:Provider=cosmos", $"--SalesBot:Store:Cosmos:Endpoint={server.Endpoint}", $"--SalesBot:Store:Cosmos:Key={CosmosDouble.Key}",
            "--SalesBot:Store:Cosmos:Database=salesbot", "--SalesBot:Store:Cosmos:TrustAnyCertificate=true", "--tenant", Tenant,
        ];
        string[] files = [.. new[] { "users", "accounts", "contacts", "products" }.Select(file => Path.Combine(DemoOrganisation.Folder, file + ".csv"))];
        var imported = await BotProcess.RunAsync(["import", .. files, .. settings]);
        Assert.Equal((0, ""), (imported.Code, imported.Error));
        var again = await BotProcess.RunAsync(["import", .. files, .. settings]);
        Assert.All(again.Lines, line => Assert.Contains(", 0 written, ", line));
        var exported = await BotProcess.RunAsync(["export", Path.Combine(folder, "cosmos"), .. settings]);
        Assert.Equal((0, ""), (exported.Code, exported.Error));
        Assert.Equal(File.ReadLines(files[1]).Order(StringComparer.Ordinal), File.ReadLines(Path.Combine(folder, "cosmos", "accounts.csv")).Order(StringComparer.Ordinal));
        var understood = await BotProcess.RunAsync(["understand", .. settings], """{"id":"1","lang":"nl","now":"2026-03-04T10:15:00","text":"vertel eens over philips"}""");
        Assert.Contains("Philips Nederland BV", Assert.Single(understood.Lines));
    }

    [Fact]
    public async Task Understand_takes_names_from_the_store_and_from_the_demo_only_where_that_is_empty_and_wanted()
    {
        var database = NewFile();
        var own = Directory.CreateDirectory(Path.Combine(folder, "own")).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, "users.csv"), "aad_object_id,name,email,role,level,team\nu-1,Bo Smit,bo@x.example,account_manager,2,noord\n");
        await File.WriteAllTextAsync(Path.Combine(own, "accounts.csv"), "account_id,name,aliases,segment,owner_email,status\nA1,Zonnebloem Congressen BV,Zonnebloem,events,bo@x.example,active\n");
        Assert.Equal(0, (await RunAsync(database, ["import", own])).Code);
        const string asked = """
            {"id":"1","lang":"nl","now":"2026-03-04T10:15:00","text":"vertel eens over zonnebloem"}
            {"id":"2","lang":"nl","now":"2026-03-04T10:15:00","text":"vertel eens over philips"}
            """;
        Assert.Equal(["Zonnebloem Congressen BV", null], await AccountsAsync(database, "true"));
        Assert.Equal([null, "Philips Nederland BV"], await AccountsAsync(NewFile(), "true"));
        Assert.Equal([null, null], await AccountsAsync(NewFile(), "false"));

        // What nobody knows may be given as spoken; it is not a name of the list.
        async Task<string?[]> AccountsAsync(string store, string demo)
        {
            var ran = await RunAsync(store, ["understand", $"--SalesBot:Demo={demo}"], asked);
            Assert.Equal((0, ""), (ran.Code, ran.Error));
            return [.. ran.Lines.Select(line => JsonElement.Parse(line).GetProperty("slots").TryGetProperty("account", out var account) && account.GetString()!.EndsWith(" BV", StringComparison.Ordinal) ? account.GetString() : null)];
        }
    }

    [Fact]
    public async Task Run_from_the_sources_is_Development_and_gives_JSON_lines_and_nothing_else()
    {
        var here = Directory.CreateDirectory(Path.Combine(folder, "here")).FullName;
        var ran = await BotProcess.FromSourcesAsync(here, ["understand"], """{"id":"1","lang":"nl","now":"2026-03-04T10:15:00","text":"herinner me maandag aan het contract van O'Brien"}""" + "\n");
        Assert.Equal((0, """{"id":"1","intents":["add_follow_up"],"slots":{"account":"O'Brien Consulting","due_date":"2026-03-09"}}""" + "\n", ""), (ran.Code, ran.Output.ReplaceLineEndings("\n"), ran.Error));
        Assert.Equal(["salesbot.db"], Directory.GetFiles(Path.Combine(here, ".salesbot"), "*.db").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Understand_knows_the_demo_names_and_goes_on_after_a_bad_line()
    {
        var ran = await RunAsync(NewFile(), ["understand", "--SalesBot:Demo=true"], """
            {"id":"1","lang":"nl","now":"2026-03-04T10:15:00","text":"herinner me maandag aan het contract van O'Brien"}
            {"id":"2"
            {"id":"3","lang":"en","now":"2026-03-04T10:15:00","context":{"flow":"query_revenue","period":"2025-01-01/2025-12-31"},"text":"and for philips?"}
            """);
        Assert.Equal(0, ran.Code);
        Assert.Equal(3, ran.Lines.Length);
        Assert.Equal("""{"id":"1","intents":["add_follow_up"],"slots":{"account":"O'Brien Consulting","due_date":"2026-03-09"}}""", ran.Lines[0]);
        Assert.Contains("\"error\":", ran.Lines[1]);
        using var third = JsonDocument.Parse(ran.Lines[2]);
        Assert.Equal("Philips Nederland BV", third.RootElement.GetProperty("slots").GetProperty("account").GetString());
        Assert.Equal("2025-01-01/2025-12-31", third.RootElement.GetProperty("slots").GetProperty("period").GetString());

        var without = await RunAsync(NewFile(), ["understand", "--by", "model"], "{}");
        Assert.NotEqual(0, without.Code);
        Assert.Contains("SalesBot:Model:Endpoint", without.Error);
        Assert.Empty(without.Output);
    }

    [Fact]
    public async Task Understand_by_model_asks_the_model_and_goes_on_without_its_answer()
    {
        await using var model = await ScriptedModel.StartAsync(context => ScriptedModel.Asked(context).Question["message"]!.GetValue<string>().StartsWith("zeg", StringComparison.Ordinal)
            ? ScriptedModel.Fails(401)(context)
            : ScriptedModel.SayAsync(context, """{"intents":["account_overview"],"slots":[{"name":"account","text":"philips","intent":"account_overview"},{"name":"amount","text":"99","intent":"account_overview"}]}"""));
        var ran = await RunAsync(NewFile(), ["understand", "--by", "model", "--SalesBot:Demo=true", $"--SalesBot:Model:Endpoint={model.Endpoint}", "--SalesBot:Model:Name=scripted"], """
            {"id":"1","lang":"nl","now":"2026-03-04T10:15:00","text":"vertel eens iets moois over onze vrienden van philips"}
            {"id":"2","lang":"nl","now":"2026-03-04T10:15:00","text":"zeg, herinner me maandag aan het contract van O'Brien"}
            {"id":"3","lang":"nl","now":"2026-03-04T10:15:00","text":"ja"}
            """);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(
            [
                """{"id":"1","intents":["account_overview"],"slots":{"account":"Philips Nederland BV"}}""",
                """{"id":"2","intents":["add_follow_up"],"slots":{"account":"O'Brien Consulting","due_date":"2026-03-09"}}""",
                """{"id":"3","intents":["confirm"],"slots":{}}""",
            ], ran.Lines);
        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task Recognize_needs_no_settings()
    {
        var ran = await BotProcess.RunAsync(["recognize"], """
            {"id":"a","lang":"nl","ref":"2026-03-04T10:15:00","text":"morgen om half acht voor 12.500,- en 8%"}
            {"id":"b","lang":"en","ref":null,"text":"forty rooms"}
            """);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        using var first = JsonDocument.Parse(ran.Lines[0]);
        var values = first.RootElement.GetProperty("values").EnumerateArray().ToList();
        Assert.Equal("2026-03-05T07:30", Value("datetime").GetString()!.Replace("T19:30", "T07:30"));
        Assert.Equal((12500m, "EUR"), (Value("money").GetDecimal(), values.First(value => value.GetProperty("type").GetString() == "money").GetProperty("currency").GetString()));
        Assert.Equal(8, Value("percent").GetInt32());
        using var second = JsonDocument.Parse(ran.Lines[1]);
        Assert.Equal(40, second.RootElement.GetProperty("values")[0].GetProperty("value").GetInt32());

        JsonElement Value(string type) => values.First(value => value.GetProperty("type").GetString() == type).GetProperty("value");
    }

    [Fact]
    public async Task Pack_writes_the_app_package()
    {
        var path = Path.Combine(folder, "app.zip");
        var ran = await BotProcess.RunAsync(["pack", path, "--app-id", "22222222-2222-2222-2222-222222222222", "--domain", "salesbot.example"]);
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Equal(path, ran.Lines[^1]);
        await using var zip = await ZipFile.OpenReadAsync(path);
        await using var manifest = await zip.GetEntry("manifest.json")!.OpenAsync();
        using var json = await JsonDocument.ParseAsync(manifest);
        Assert.Equal("22222222-2222-2222-2222-222222222222", json.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
        foreach (var icon in (string[])["color", "outline"]) Assert.NotNull(zip.GetEntry(json.RootElement.GetProperty("icons").GetProperty(icon).GetString()!));
        foreach (var language in json.RootElement.GetProperty("localizationInfo").GetProperty("additionalLanguages").EnumerateArray())
            Assert.NotNull(zip.GetEntry(language.GetProperty("file").GetString()!));
        var nonsense = await BotProcess.RunAsync(["pack", path, "--app-id", "nonsense"]);
        Assert.Equal((1, ""), (nonsense.Code, nonsense.Output));
        Assert.StartsWith("app id: 'nonsense' is not", nonsense.Error);
        var version = await BotProcess.RunAsync(["pack", path, "--app-version", "newest"]);
        Assert.Equal((1, ""), (version.Code, version.Output));
        Assert.StartsWith("version: 'newest' is not", version.Error);
    }

    [Theory]
    [InlineData("Channel:AppId", "Production", "")]
    [InlineData("Channel:AppId", "Development", "SalesBot__Demo=false;ASPNETCORE_URLS=http://0.0.0.0:0")]
    [InlineData("Store:Cosmos:Endpoint", "Development", "SalesBot__Store__Provider=cosmos")]
    [InlineData("Model:Name", "Development", "SalesBot__Model__Endpoint=http://127.0.0.1:1/v1")]
    [InlineData("Store:Provider", "Development", "SalesBot__Store__Provider=oracle")]
    [InlineData("Store:Cosmos:TrustAnyCertificate", "Production", "SalesBot__Store__Provider=cosmos;SalesBot__Store__Cosmos__Endpoint=https://localhost:1;SalesBot__Store__Cosmos__TrustAnyCertificate=true")]
    [InlineData("Development:Now", "Production", "SalesBot__Channel__AppId=a;SalesBot__Channel__TenantId=b;SalesBot__Channel__ClientSecret=c;SalesBot__Development__Now=2026-03-04")]
    public async Task A_missing_or_wrong_setting_stops_the_start_with_its_name(string named, string environment, string settings)
    {
        var variables = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        variables["ASPNETCORE_ENVIRONMENT"] = environment;
        var ran = await BotProcess.RunAsync([$"--SalesBot:Store:Sqlite:Path={NewFile()}", "--SalesBot:Playground=false"], environment: variables);
        Assert.NotEqual(0, ran.Code);
        Assert.StartsWith($"SalesBot:{named}:", ran.Error);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static readonly (Person Who, string Words)[] Questions =
    [
        (Person.Anna, "Hoeveel omzet hadden we vorig jaar bij ASML?"),
        (Person.Anna, "hoe staan we ervoor dit kwartaal?"),
        (Person.Anna, "Wat weet je over Philips?"),
        (Person.Daan, "how much revenue did I have last quarter?"),
        (Person.Sven, "hoe staat het team ervoor vorig jaar?"),
        (Person.Sven, "waarom?"),
        (Person.Eva, "Hoeveel omzet hadden we in 2025 bij Gemeente Utrecht?"),
        (Person.Lotte, "hoe staan we ervoor vorig jaar?"),
        (Person.Ingrid, "hoeveel omzet had het team in 2025?"),
    ];

    /// <summary>What people get to see, card by card.</summary>
    private static async Task<IReadOnlyList<string>> AnswersAsync(string database)
    {
        var store = await TestStores.Sqlite(database);
        var answers = new List<string>();
        await using (var host = await BotHost.StartAsync(new() { Store = store, NoUsers = true, Settings = new() { ["SalesBot:Development:Now"] = WholeBot.Now } }))
            foreach (var (who, words) in Questions)
            {
                var answer = await new TeamsClient(host.Http, host.Connector.ServiceUrl, who).SayAsync(words);
                answers.Add(string.Join('\n', answer.Messages.Select(message => message.TryGetProperty("text", out var text) ? text.GetString() : message.GetProperty("attachments").ToString())));
            }
        await ((IAsyncDisposable)store).DisposeAsync();
        return answers;
    }

    private Task<Ran> RunAsync(string database, string[] words, string input = "") =>
        BotProcess.RunAsync([words[0], $"--SalesBot:Store:Sqlite:Path={database}", .. words[1..], "--tenant", Tenant], input);

    private string NewFile() => Path.Combine(folder, $"{files++}.db");

    private static string?[] Names(string path) => [.. Directory.GetFiles(path, "*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal)];

    private static int Rows(string file) => File.ReadLines(file).Skip(1).Count(line => line.Length > 0);
}
