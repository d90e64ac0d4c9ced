using SalesBot.Cards;
using SalesBot.Cards.Figures;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Figures;

/// <summary>"Top 10 dalers", "per accountmanager", "per productgroep".</summary>
internal static class Rankings
{
    private const int Most = 10;

    public static bool Knows(string ranking) => ranking is "fallers" or "risers" or "by_user" or "by_group";

    public static async Task<Effect> AnswerAsync(string ranking, Asked asked, IndicatorReading reading, Turn turn, CancellationToken cancel)
    {
        if (ranking == "by_user" && turn.User.Role == Role.AccountManager)
        {
            var refused = Effect.Of(Message.Of(turn.Say(FigureSentences.OnlySupervisor)));
            refused.Refused = "not_supervisor";
            return refused;
        }
        var (title, rows, reach) = ranking switch
        {
            "by_user" => await ByUserAsync(asked, reading, turn, cancel),
            "by_group" => await ByGroupAsync(asked, reading, turn, cancel),
            _ => await ByAccountAsync(ranking == "fallers", asked, reading, turn, cancel),
        };
        var shown = ranking == "by_group" ? rows : [.. rows.Take(Most)];
        var view = new RankingView(
            turn.Say(title), turn.Language.Period(asked.Period), shown, turn.Say(FigureSentences.Basis(reach)), turn.Say(FigureSentences.Nothing));
        // Names of customers and colleagues are not for a channel; the groups of a team are.
        var card = Message.Of(RankingCard.Of(view, turn.Language));
        if (turn.Private || ranking == "by_group") return asked.Answer(card, turn);
        var effect = new Effect();
        asked.LeanOn(effect);
        effect.Sends.Add((new Turns.Recipient(Person: turn.User.Id), card));
        return effect.Say(Message.Of(turn.Say(FigureSentences.MovedToPrivate)));
    }

    private static async Task<(Text, IReadOnlyList<RankingRow>, Period)> ByAccountAsync(
        bool fallers, Asked asked, IndicatorReading reading, Turn turn, CancellationToken cancel)
    {
        // An account manager ranks own accounts: the team's are not theirs to see.
        var scope = turn.User.Role == Role.AccountManager ? new FigureScope.OfUser(turn.User.Id) : asked.Scope;
        var set = await reading.OfAsync(scope, asked.Period, cancel);
        var moved = set.Accounts.Select(account => (account, Change: account.Actual - account.LastYear)).Where(row => fallers ? row.Change < 0 : row.Change > 0);
        var name = scope == asked.Scope ? asked.Name : turn.User.Name;
        return (
            fallers ? FigureSentences.Fallers(name) : FigureSentences.Risers(name),
            [.. moved.OrderBy(row => fallers ? row.Change : -row.Change).Select(row => new RankingRow(
                row.account.Account.Value, row.account.Name, row.account.Actual, row.account.LastYear, Before(turn)))],
            set.Reach);
    }

    private static async Task<(Text, IReadOnlyList<RankingRow>, Period)> ByGroupAsync(Asked asked, IndicatorReading reading, Turn turn, CancellationToken cancel)
    {
        var set = await reading.OfAsync(asked.Scope, asked.Period, cancel, withAccounts: false);
        return (
            FigureSentences.ByGroup(asked.Name),
            [.. set.Groups.OrderByDescending(group => group.Actual).Select(group => new RankingRow(
                group.Group.ToString().ToLowerInvariant(), Capital(group.Group.Name(turn.Language)), group.Actual, group.LastYear, Before(turn)))],
            set.Reach);
    }

    private static async Task<(Text, IReadOnlyList<RankingRow>, Period)> ByUserAsync(Asked asked, IndicatorReading reading, Turn turn, CancellationToken cancel)
    {
        var rows = new List<RankingRow>();
        var reach = asked.Period;
        foreach (var member in await turn.Book.Organisation.MembersAsync(turn.User.Team, cancel))
        {
            var figure = await reading.RevenueAsync(new FigureScope.OfUser(member.Id), asked.Period, null, cancel);
            reach = figure.Reach;
            if (figure.Actual == 0 && figure.LastYear == 0 && figure.Target is null) continue;
            rows.Add(figure.Target is { } target
                ? new(member.Id.Value, member.Name, figure.Actual, target, turn.Say(FigureSentences.Target).ToLower(turn.Language.Culture()))
                : new(member.Id.Value, member.Name, figure.Actual, figure.LastYear, Before(turn)));
        }
        return (FigureSentences.ByUser(asked.Name), [.. rows.OrderByDescending(row => row.Amount)], reach);
    }

    private static string Before(Turn turn) => turn.Say(FigureSentences.LastYear).ToLower(turn.Language.Culture());
    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
