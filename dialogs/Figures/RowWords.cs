using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;

namespace SalesBot.Dialogs.Figures;

/// <summary>Source rows as people read them: stored names of states and kinds become words.</summary>
internal static class RowWords
{
    private static readonly Dictionary<string, Text> States = new(StringComparer.Ordinal)
    {
        ["Draft"] = new("concept", "draft"),
        ["Submitted"] = new("ingediend", "submitted"),
        ["Returned"] = new("teruggegeven", "returned"),
        ["Approved"] = new("goedgekeurd", "approved"),
        ["Refused"] = new("afgewezen", "refused"),
        ["Sent"] = new("verstuurd", "sent"),
        ["Accepted"] = new("akkoord", "accepted"),
        ["Rejected"] = new("afgewezen", "rejected"),
        ["Withdrawn"] = new("ingetrokken", "withdrawn"),
        ["Expired"] = new("verlopen", "expired"),
        ["Open"] = new("open", "open"),
        ["Qualified"] = new("gekwalificeerd", "qualified"),
        ["Won"] = new("gewonnen", "won"),
        ["Lost"] = new("verloren", "lost"),
        ["Declined"] = new("afgewezen", "declined"),
        ["Adopted"] = new("overgenomen", "adopted"),
        ["AdoptedWithChange"] = new("overgenomen met wijziging", "adopted with change"),
        ["RoomHire"] = new("zaalhuur", "room hire"),
        ["Overnight"] = new("overnachting", "overnight"),
        ["Package"] = new("arrangement", "package"),
        ["Fnb"] = new("F&B", "F&B"),
        ["Av"] = new("AV", "AV"),
        ["Other"] = new("overig", "other"),
        ["Call"] = new("gebeld", "called"),
        ["Mail"] = new("gemaild", "mailed"),
        ["Chat"] = new("bericht", "message"),
        ["Meeting"] = new("gesprek", "meeting"),
        ["Event"] = new("evenement", "event"),
        ["NoSpace"] = new("geen ruimte", "no space"),
        ["NoDate"] = new("datum niet mogelijk", "date not possible"),
        ["Principal"] = new("opdrachtgever", "principal"),
        ["Specialist"] = new("specialist", "specialist"),
        ["Intermediary"] = new("intermediair", "intermediary"),
        ["Booker"] = new("boeker", "booker"),
        ["Finance"] = new("financiën", "finance"),
        ["Csat"] = new("tevredenheid", "satisfaction"),
        ["Nps"] = new("aanbeveling", "recommendation"),
        ["Grade"] = new("rapportcijfer", "mark"),
        ["daily"] = new("dagrapport", "daily report"),
        ["weekly"] = new("weekrapport", "weekly report"),
        ["monthly"] = new("maandrapport", "monthly report"),
        ["quarterly"] = new("kwartaalrapport", "quarterly report"),
    };

    public static string What(SourceRow row, Language language)
    {
        if (States.TryGetValue(row.What, out var whole)) return whole.In(language);
        var open = row.What.LastIndexOf(" (", StringComparison.Ordinal);
        return open > 0 && row.What.EndsWith(')') && States.TryGetValue(row.What[(open + 2)..^1], out var state) ? $"{row.What[..open]} · {state.In(language)}" : row.What;
    }

    /// <summary>One line of a card.</summary>
    public static string Line(SourceRow row, IReadOnlyDictionary<AccountId, Account> accounts, Language language) => string.Join(" · ", new[]
    {
        row.Day is { } day ? day.ToString("d MMM yyyy", language.Culture()) : null,
        row.Account is { } account ? accounts[account].Name : null,
        What(row, language) is { Length: > 0 } what ? what : null,
        row.Amount is not { } amount ? null : IsScore(row) ? language.Number(amount) : language.Money(amount),
    }.OfType<string>());

    private static bool IsScore(SourceRow row) => row.Record.StartsWith(Kinds.Satisfaction.Name, StringComparison.Ordinal);
}
