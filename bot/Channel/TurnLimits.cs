using System.Threading.RateLimiting;
using SalesBot.Bot.Settings;
using SalesBot.Data;

namespace SalesBot.Bot.Channel;

/// <summary>So many turns and searches a minute per person and per tenant, that nobody's script takes the bot from the others. Off in Development.</summary>
internal sealed class TurnLimits(SalesBotSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<(TenantId, UserId)> people = Limiter<(TenantId, UserId)>(30, key => key);
    private readonly PartitionedRateLimiter<TenantId> tenants = Limiter<TenantId>(600, key => key);

    // While somebody types, Teams asks with every pause.
    private readonly PartitionedRateLimiter<(TenantId, UserId)> searches = Limiter<(TenantId, UserId)>(120, key => key);

    public bool AllowSearch(TenantId tenant, UserId user)
    {
        if (settings.IsDevelopment) return true;
        using var person = searches.AttemptAcquire((tenant, user));
        return person.IsAcquired;
    }

    public bool Allow(TenantId tenant, UserId user)
    {
        if (settings.IsDevelopment) return true;
        using var person = people.AttemptAcquire((tenant, user));
        if (!person.IsAcquired) return false;
        using var all = tenants.AttemptAcquire(tenant);
        return all.IsAcquired;
    }

    public void Dispose()
    {
        people.Dispose();
        searches.Dispose();
        tenants.Dispose();
    }

    private static PartitionedRateLimiter<T> Limiter<T>(int perMinute, Func<T, T> key) where T : notnull =>
        PartitionedRateLimiter.Create<T, T>(resource => RateLimitPartition.GetSlidingWindowLimiter(key(resource), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            AutoReplenishment = true,
        }));
}
