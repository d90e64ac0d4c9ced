using System.CommandLine;

namespace SalesBot.Bot.Commands;

internal static class TenantOption
{
    public static Option<string?> Create() => new("--tenant") { Description = "The tenant's id; else the first of the setting Tenants." };
}

internal static class Arguments
{
    /// <summary>An option with a typing error is no path: without this <c>--tennant</c> would be the name of a folder.</summary>
    public static Argument<T> NoOption<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && token.Value.Length > 1))
                result.AddError($"There is no option {token.Value}. A path that begins so is written ./{token.Value}");
        });
        return argument;
    }
}
