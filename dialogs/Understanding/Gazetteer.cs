namespace SalesBot.Dialogs.Understanding;

/// <summary>The names that can be spoken of.</summary>
public sealed partial class Gazetteer(
    IReadOnlyList<AccountName> accounts, IReadOnlyList<string> contacts, IReadOnlyList<string> products, IReadOnlyList<string> competitors)
{
    public IReadOnlyList<AccountName> Accounts => accounts;
    public IReadOnlyList<string> Contacts => contacts;
    public IReadOnlyList<string> Products => products;
    public IReadOnlyList<string> Competitors => competitors;
}
