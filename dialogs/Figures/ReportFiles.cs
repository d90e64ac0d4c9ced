using System.Globalization;
using SalesBot.Cards;
using SalesBot.Cards.Documents;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Figures;

/// <summary>Reports and the rows behind an indicator as files, made anew for who fetches them, with what they may see then.</summary>
public sealed class ReportFiles(IDocumentStore store, PolicyFor policy)
{
    public const string Excel = "report-xlsx", Pdf = "report-pdf", Rows = "rows-xlsx";

    private static readonly Text NotThere = new("Dit bestand is er niet (meer) voor jou.", "This file is not there for you (any more).");
    private static readonly Text Report = new("Rapport", "Report");
    private static readonly Text Behind = new("Bronregels", "Rows");

    public static readonly Text InPrivate = new("Het bestand staat in je eigen chat met mij.", "The file is in your own chat with me.");

    /// <param name="code">The indicator whose rows are wanted; else nothing.</param>
    internal static FileOffer Offer(string kind, Asked asked, Turn turn, string code = "") => new(
        kind, string.Join('|', ScopeOf(asked.Scope), $"{asked.Period.From:yyyyMMdd}", $"{asked.Period.To:yyyyMMdd}", $"{turn.Today:yyyyMMdd}", code),
        turn.User.Team, turn.User.Id, turn.Language);

    /// <summary>A file is for its reader alone: from a group or channel it goes to their own chat.</summary>
    internal static void Give(FileOffer offer, Turn turn, Effect effect)
    {
        if (turn.Private) effect.Say(Message.Of(offer));
        else effect.Sends.Add((new(Person: turn.User.Id), Message.Of(offer)));
    }

    public static bool Knows(FileOffer offer) => offer.Kind is Excel or Pdf or Rows;

    public async Task<FileResult> MakeAsync(TenantId tenant, FileOffer offer, CancellationToken cancel)
    {
        if (offer.Subject.Split('|') is not [var kind, var id, var first, var last, var on, var code] || Day(first) is not { } from || Day(last) is not { } to
            || Day(on) is not { } day || await new Organisation(store, tenant).FindUserAsync(offer.For, cancel) is not { } reader || reader.Team != offer.Team)
            return new FileResult.Gone(NotThere);
        var speaks = await LanguageOf.Async(store, tenant, reader, cancel);
        var book = new Book(store, tenant, reader);
        if (await AskedAsync(kind, id, new(from, to), book, offer.Language, cancel) is not { } asked) return new FileResult.Gone(NotThere, speaks);
        var reading = new IndicatorReading(store, tenant, reader.Team, day, policy.Settings);
        return offer.Kind switch
        {
            Rows => await RowsAsync(code, asked, reading, book, offer.Language, speaks, cancel) ?? new FileResult.Gone(NotThere, speaks),
            Pdf => await ReportAsync(Pdf, asked, reading, book, day, offer.Language, speaks, cancel),
            _ => await ReportAsync(Excel, asked, reading, book, day, offer.Language, speaks, cancel),
        };
    }

    private static async Task<FileResult> ReportAsync(
        string kind, Asked asked, IndicatorReading reading, Book book, DateOnly day, Language language, Language speaks, CancellationToken cancel)
    {
        var report = await ReportReading.ReadAsync(asked, reading, book, language, cancel, rows: int.MaxValue);
        var name = NameOf($"{Report.In(language)} {asked.Name} {language.Period(asked.Period)}");
        var about = $"{Report.In(speaks)} {asked.Name}, {speaks.Period(asked.Period)}";
        return kind == Pdf
            ? new FileResult.Found($"{name}.pdf", "application/pdf", ReportDocument.Of(report.View, day, language), about, speaks)
            : new FileResult.Found($"{name}.xlsx", Workbook.ContentType, Workbook.Of([.. ReportReading.Sheets(report, language)]), about, speaks);
    }

    /// <returns>Null: there is no such indicator of them.</returns>
    private static async Task<FileResult?> RowsAsync(
        string code, Asked asked, IndicatorReading reading, Book book, Language language, Language speaks, CancellationToken cancel)
    {
        if ((await reading.OfAsync(asked.Scope, asked.Period, cancel, withAccounts: false))[code] is not { } value) return null;
        var rows = await RowsBehind.ReadAsync(code, asked, value.Period, book, cancel);
        return new FileResult.Found(
            $"{NameOf($"{Behind.In(language)} {value.Indicator.Name(language)} {asked.Name} {language.Period(asked.Period)}")}.xlsx",
            Workbook.ContentType, Workbook.Of([rows.ToSheet(language)]), $"{Behind.In(speaks)}: {value.Indicator.Name(speaks)}, {asked.Name}, {speaks.Period(asked.Period)}", speaks);
    }

    /// <summary>Null: not for this reader.</summary>
    private static async Task<Asked?> AskedAsync(string kind, string id, Period period, Book book, Language language, CancellationToken cancel) => kind switch
    {
        "user" when id == book.Reader.Id.Value => new(new FigureScope.OfUser(book.Reader.Id), book.Reader.Name, period),
        "account" => await book.AccountAsync(new(id), cancel) is { Record: var account } ? new(new FigureScope.OfAccount(account.Id), account.Name, period) : null,
        "team" when id == book.Reader.Team.Value =>
            new(new FigureScope.OfTeam(book.Reader.Team), Asked.Team((await book.Organisation.TeamsAsync(cancel)).First(team => team.Id == book.Reader.Team).Name).In(language), period),
        _ => null,
    };

    private static string ScopeOf(FigureScope scope) => scope switch
    {
        FigureScope.OfUser { User: var user } => $"user|{user}",
        FigureScope.OfAccount { Account: var account } => $"account|{account}",
        FigureScope.OfTeam { Team: var team } => $"team|{team}",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    /// <summary>Without what a file system or a link stumbles over.</summary>
    private static string NameOf(string words) => string.Join('-', words.Split(
        words.Where(letter => !char.IsLetterOrDigit(letter)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
