using SalesBot.Bot.Checks;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Checks;

/// <summary>At the end of a test that was hard on the store: everything that must hold whatever happened.</summary>
internal static class Invariants
{
    /// <summary>Of people talking without a channel: nothing carries messages away, and nobody else tells of it.</summary>
    public static Task HoldAsync(Talk talk) => HoldAsync(talk.Store, Talk.Tenant, read => read.With(now: talk.Now, delivers: false));

    /// <param name="with">What others than the store have to tell.</param>
    public static async Task HoldAsync(IDocumentStore store, TenantId tenant, Func<Evidence, Evidence>? with = null)
    {
        var read = await Evidence.ReadAsync(store, tenant, CancellationToken.None);
        var violations = (await Checker.CheckAsync(with?.Invoke(read) ?? read, CancellationToken.None)).SelectMany(finding => finding.Violations).ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations.Take(10).Select(Checker.Block)));
    }
}
