namespace SalesBot.Data.Exchange;

/// <summary>A small Dutch hospitality sales organisation in the import formats: to try the bot on, and to test with.</summary>
public static class DemoOrganisation
{
    /// <summary>The tenant that the demo people's object ids belong to in the local Teams client.</summary>
    public static readonly TenantId Tenant = new("5a1e5b07-0000-4000-8000-000000000001");

    /// <summary>The folder with its files, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Demo");
}
