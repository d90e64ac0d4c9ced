using SalesBot.Cards;
using SalesBot.Cards.Figures;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Figures;

/// <summary>The records that an indicator was reckoned from, as far as the reader may see them: some on the card, all of them in Excel.</summary>
/// <param name="Accounts">Those that the reader sees.</param>
/// <param name="Hidden">How many belong to accounts of others: they are in the figure, not in the list.</param>
internal sealed record RowsBehind(IReadOnlyList<SourceRow> Rows, IReadOnlyDictionary<AccountId, Account> Accounts, int Hidden)
{
    private static readonly Text
        Sheet = new("Bronregels", "Source rows"), Day = new("Datum", "Date"), Account = new("Klant", "Account"), What = new("Wat", "What"),
        Amount = new("Bedrag of cijfer", "Amount or score"), Record = new("Record", "Record");

    public static async Task<RowsBehind> ReadAsync(string code, Asked asked, Period period, Book book, CancellationToken cancel)
    {
        var accounts = (await book.AccountsAsync(cancel)).ToDictionary(account => account.Id);
        var all = await new SourceRows(book.Store, book.Tenant, book.Reader.Team).OfAsync(code, asked.Scope, period, cancel);
        var seen = all.Where(row => row.Account is not { } account || accounts.ContainsKey(account)).ToList();
        return new(seen, accounts, all.Count - seen.Count);
    }

    /// <summary>The card of one indicator, with a page of its rows where nobody else reads along.</summary>
    /// <param name="skip">Null: they are read when they are asked for.</param>
    public static async Task<AdaptiveCard> CardAsync(IndicatorValue value, IndicatorSet set, Asked asked, int? skip, Turn turn, CancellationToken cancel)
    {
        var view = FigureViews.One(value, set, asked, turn.Language, turn.Private);
        if (!turn.Private) return IndicatorCard.Of(view, turn.Language);
        var opens = FigureViews.Data(asked).With(("indicator", value.Code));
        if (skip is not { } first) return IndicatorCard.Of(view with { Opens = opens }, turn.Language);
        var rows = await ReadAsync(value.Code, asked, value.Period, turn.Book, cancel);
        return IndicatorCard.Of(
            view with
            {
                Sources = [.. rows.Rows.Select(row => RowWords.Line(row, rows.Accounts, turn.Language))],
                Skip = Math.Clamp(first, 0, Math.Max(0, rows.Rows.Count - 1)),
                Hidden = rows.Hidden,
                Opens = opens,
            },
            turn.Language);
    }

    public WorkbookSheet ToSheet(Language language) => new(
        Sheet.In(language), [.. new[] { Day, Account, What, Amount, Record }.Select(text => text.In(language))],
        [
            .. Rows.Select(row => (IReadOnlyList<object?>)
                [row.Day, row.Account is { } account ? Accounts[account].Name : "", RowWords.What(row, language), row.Amount, row.Record]),
            .. Hidden == 0 ? Array.Empty<IReadOnlyList<object?>>() : [[null, "", IndicatorCard.Hidden(Hidden).In(language), null, ""]],
        ]);
}
