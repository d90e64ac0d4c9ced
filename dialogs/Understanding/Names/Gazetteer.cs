using SalesBot.Dialogs.Understanding.Names;

namespace SalesBot.Dialogs.Understanding;

/// <summary>Looking names up. The index is built at the first look and kept: one gazetteer is shared by all turns until names change.</summary>
public sealed partial class Gazetteer
{
    /// <summary>From so many accounts on the index is built in the background; who needs it before it is ready waits for it.</summary>
    private const int Many = 5_000;

    private readonly Lock gate = new();
    private readonly Lazy<AccountIndex> accountIndex = Indexed(accounts);
    private Dictionary<string, List<string[]>>? contactIndex, productIndex, competitorIndex;

    internal AccountIndex AccountIndex => accountIndex.Value;

    internal Dictionary<string, List<string[]>> ContactIndex => Once(ref contactIndex, Contacts);

    internal Dictionary<string, List<string[]>> ProductIndex => Once(ref productIndex, Products);

    internal Dictionary<string, List<string[]>> CompetitorIndex => Once(ref competitorIndex, Competitors, Understanding.Names.Competitors.Chains);

    /// <summary>Accounts that a spoken name can mean, likeliest first; one where it is beyond doubt.</summary>
    public IReadOnlyList<AccountName> FindAccounts(string spoken) =>
        AccountIndex.Find(Words.Of(spoken.Length > 400 ? spoken[..400] : spoken), _ => false).FirstOrDefault()?.Candidates ?? [];

    private static Lazy<AccountIndex> Indexed(IReadOnlyList<AccountName> accounts)
    {
        var index = new Lazy<AccountIndex>(() => new(accounts));
        if (accounts.Count >= Many) Task.Run(() => index.Value.Warm());
        return index;
    }

    private Dictionary<string, List<string[]>> Once(ref Dictionary<string, List<string[]>>? index, params IReadOnlyList<string>[] names)
    {
        lock (gate)
        {
            return index ??= Understanding.Names.Competitors.Index(names.SelectMany(list => list));
        }
    }
}
