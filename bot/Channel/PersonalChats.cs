using System.Collections.Concurrent;
using System.Diagnostics;
using SalesBot.Data;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Channel;

/// <summary>
/// In which chat each person is reached: the one they wrote in last. It is written down at once; somebody who goes on in one chat and
/// another at the same time keeps the store busy with that once a second only, and is found by what they did last all the same.
/// </summary>
internal sealed class PersonalChats(IDocumentStore store)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(TenantId, UserId), Latest> latest = new();

    public async Task<ConversationReference?> FindAsync(TenantId tenant, UserId person, CancellationToken cancel) =>
        latest.TryGetValue((tenant, person), out var known) && known.Waiting is { } waiting
            ? waiting
            : (await store.FindAsync(Partition.Directory(tenant), ConversationReference.Personal, person.Value, cancel))?.Record;

    /// <returns>Whether the person has become reachable by it.</returns>
    public async Task<bool> RememberAsync(TenantId tenant, UserId person, ConversationReference chat, CancellationToken cancel)
    {
        chat = chat with { Welcomed = false };
        var present = await FindAsync(tenant, person, cancel);
        if (present == chat) return false;
        var known = latest.GetOrAdd((tenant, person), _ => new());
        if (known.MayWait(chat))
        {
            if (known.Waits()) _ = WriteLaterAsync(tenant, person, known);
            return false;
        }
        var (_, before) = await store.ChangeAsync(tenant, ConversationReference.Personal, person.Value, _ => chat, cancel);
        return before is null or { Dead: true };
    }

    /// <summary>The person can not be reached there any more.</summary>
    public async Task BuryAsync(TenantId tenant, UserId person, string key, Func<ConversationReference, ConversationReference> dead, CancellationToken cancel)
    {
        if (latest.TryRemove((tenant, person), out var known) && known.Waiting is { } waiting)
            await store.ChangeAsync(tenant, ConversationReference.Personal, person.Value, _ => waiting, cancel);
        await store.ChangeAsync(tenant, ConversationReference.Personal, person.Value, chat => chat?.Key == key ? dead(chat) : chat, cancel);
    }

    private async Task WriteLaterAsync(TenantId tenant, UserId person, Latest known)
    {
        try
        {
            ConversationReference? chat;
            do
            {
                await Task.Delay(Pace);
                // Removed meanwhile: it was written.
                if (!latest.TryGetValue((tenant, person), out var still) || still != known || (chat = known.Waiting) is null) return;
                await store.ChangeAsync(tenant, ConversationReference.Personal, person.Value, _ => chat, CancellationToken.None);
            }
            while (!known.Ends(chat));
        }
        catch (Exception e) when (e is StoreUnavailableException or ObjectDisposedException)
        {
            // The chat before is as good: the next message writes this one.
        }
        finally
        {
            latest.TryRemove(KeyValuePair.Create((tenant, person), known));
        }
    }

    private sealed class Latest
    {
        private readonly Lock gate = new();
        private long written;
        private int waits;

        public ConversationReference? Waiting { get; private set; }

        /// <summary>Another chat was written a moment ago, or is being written: this one can wait its turn.</summary>
        public bool MayWait(ConversationReference chat)
        {
            lock (gate)
            {
                var may = written != 0 && Stopwatch.GetElapsedTime(written) < Pace;
                if (!may) written = Stopwatch.GetTimestamp();
                Waiting = may ? chat : null;
                return may;
            }
        }

        /// <returns>False: another one has come while this was written.</returns>
        public bool Ends(ConversationReference chat)
        {
            lock (gate)
            {
                if (Waiting != chat) return false;
                (Waiting, written) = (null, 0);
                return true;
            }
        }

        /// <returns>True for the first that waits.</returns>
        public bool Waits() => Interlocked.Exchange(ref waits, 1) == 0;
    }
}
