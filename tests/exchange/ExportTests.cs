using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Exchange;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using Xunit;

namespace SalesBot.Tests.Exchange;

public sealed class ExportTests : ExchangeTest
{
    private static readonly string[] Texts =
    [
        "=1+1", "+31 6 12", "-5", "@SUM(A1)", "\tx", "\r\nx", "\0x", "＝1", "＋1", "－1", "＠x", "'=1", "''=1", "'s-Hertogenbosch", "'t Hart", "'", "''",
        "=cmd|' /C calc'!A0", "a,b;c\"d", "two\nlines", "two\r\nlines", " spaces ", "\"", "1.234,56", "🎉 Müller", "",
    ];

    [Fact]
    public async Task No_cell_begins_like_a_formula_and_every_text_comes_back_as_it_was()
    {
        await ImportBasics();
        var visits = Texts.Select((text, n) => new Visit(
            $"V{n:00}", new("A1"), new("u-anna"), new(2026, 3, 1), new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero), [], Notes: text)).ToList();
        await Store.SaveAsync(Partition.Of(Tenant, new("noord")), "visits", [.. visits.Select(Kinds.Visit.Create)], default);

        var folder = await Export();
        foreach (var path in Directory.GetFiles(folder))
        {
            foreach (var cell in Table.Read(path).Rows.SelectMany(row => row.Cells))
                Assert.False(cell.Length > 0 && "=+-@\t\r\n\0＝＋－＠".Contains(cell[0]) && !decimal.TryParse(cell, out _), cell);
        }
        await using var copy = (IAsyncDisposable)await Stores.TestStores.Sqlite(Path.Combine(Folder, "copy", "sales.db"));
        var store = (IDocumentStore)copy;
        Assert.Empty((await new Importer(store, Tenant, TimeProvider.System).ImportAsync([folder], null, default)).Problems);
        var back = await store.ListAsync(Partition.Of(Tenant, new("noord")), Kinds.Visit, "", 100, default);
        Assert.Equal(Texts.Select(text => text.Length == 0 ? null : text), back.Select(visit => visit.Record.Notes));
    }

    [Fact]
    public async Task A_negative_amount_stays_a_number()
    {
        await ImportBasics();
        await Import("revenue.csv", "account_id,month,group,revenue_eur\nA1,2026-03,fnb,-5\n");
        Assert.Equal("A1,2026-03,fnb,-5.00,", (await ExportedLines("revenue.csv"))[1]);
    }

    [Theory]
    [InlineData("Doel erbij", "Een lange notitie", true)]
    [InlineData("Doel erbij", "Een andere notitie", false)]
    public async Task A_summary_stays_with_the_note_that_it_was_made_of(string goal, string notes, bool stays)
    {
        await ImportBasics();
        var summary = new VisitSummary([new("Een lange notitie", [new(0, 17)])], ByModel: false);
        var visit = new Visit("V1", new("A1"), new("u-anna"), new(2026, 3, 1), new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero), [], Notes: "Een lange notitie", Summary: summary);
        await Store.SaveAsync(Partition.Of(Tenant, new("noord")), "visit", [Kinds.Visit.Create(visit)], default);
        var report = await Import(
            "visits.csv", $"visit_id,account_id,user_email,visited_on,logged_on,contact_id,goal,outcome,next_step,notes\nV1,A1,anna@noord.example,2026-03-01,2026-03-01,,{goal},,,{notes}\n");
        Assert.Empty(report.Problems);
        var held = Assert.Single(await Held("noord", Kinds.Visit));
        Assert.Equal((goal, notes), (held.Goal, held.Notes));
        Assert.Equal(stays ? summary.Sentences[0].Sources : null, held.Summary?.Sentences[0].Sources);
    }

    [Fact]
    public async Task A_visit_with_several_persons_and_a_contact_without_a_role_come_back()
    {
        await ImportBasics();
        var noord = Partition.Of(Tenant, new("noord"));
        // In summer, and late in the evening: the day is the local one.
        var visit = new Visit("V1", new("A1"), new("u-anna"), new(2026, 7, 1), new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero), [new("C1"), new("C9")]);
        await Store.SaveAsync(noord, "chat", [Kinds.Contact.Create(new Contact(new("C9"), new("A1"), "Ria", null)), Kinds.Visit.Create(visit)], default);
        Assert.Equal("V1,A1,anna@noord.example,2026-07-01,2026-07-02,C1|C9,,,,", (await ExportedLines("visits.csv"))[1]);
        var saves = Store.Saves;
        var report = await ImportPaths(await Export());
        Assert.Equal((0, 0, saves), (report.Problems.Count, report.Written, Store.Saves));
    }

    [Fact]
    public async Task Another_tenants_records_are_not_exported()
    {
        await ImportBasics();
        var folder = Path.Combine(Folder, "other");
        await new Exporter(Store, new("c0ffee00-0000-4000-8000-000000000002")).ExportAsync(folder, default);
        Assert.Equal(11, Directory.GetFiles(folder).Length);
        Assert.All(Directory.GetFiles(folder), path => Assert.Single(System.IO.File.ReadAllLines(path)));
    }
}
