using System.Text;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Privacy;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Privacy;

/// <summary>A contact wherever it is, with the team whose it is.</summary>
public sealed record FoundContact(Stored<Contact> Contact, TeamId Team, string AccountName);

/// <summary>
/// Takes a contact's personal data out of every document of the tenant. The contact stays as a record without a name, so that what
/// counts contacts counts as before. It may be stopped anywhere and begun again: the contact's own record goes last.
/// </summary>
public sealed class Erasing(IDocumentStore store, TenantId tenant, ErasureLedger ledger, TimeProvider clock)
{
    private const string Cause = "erase-contact", Unaudited = "audit|";
    private const int MostPasses = 8, BatchBytes = 1_000_000;

    /// <summary>What can not hold a contact's words, or are names of something else that must not be touched.</summary>
    private static readonly HashSet<string> Spared =
    [
        Kinds.User.Name, Kinds.Product.Name, Kinds.PackagePart.Name, Kinds.DiscountTier.Name, Kinds.Account.Name, Kinds.Revenue.Name, Kinds.Target.Name,
        Kinds.Rollup.Name, Kinds.Listed.Name, Kinds.Due.Name, Kinds.Scheduled.Name, Kinds.Erasure.Name, "lease", "names",
    ];

    public async Task<IReadOnlyList<FoundContact>> FindAsync(Func<Contact, bool> wanted, CancellationToken cancel)
    {
        var found = new List<FoundContact>();
        foreach (var team in await new Organisation(store, tenant).TeamsAsync(cancel))
        {
            var partition = Partition.Of(tenant, team.Id);
            foreach (var contact in (await store.ListAsync(partition, Kinds.Contact, "", int.MaxValue, cancel)).Where(contact => wanted(contact.Record)))
                found.Add(new(contact, team.Id, (await store.FindAsync(partition, Kinds.Account, contact.Record.Account.Value, cancel))?.Record.Name ?? "?"));
        }
        return found;
    }

    /// <returns>Null: there is no such contact.</returns>
    public async Task<Erasure?> EraseAsync(ContactId id, UserId by, CancellationToken cancel)
    {
        var directory = Partition.Directory(tenant);
        if (await FindAsync(contact => contact.Id == id, cancel) is not [var found, ..])
            return (await store.FindAsync(directory, Kinds.Erasure, id.Value, cancel))?.Record;
        var contact = found.Contact.Record;
        await ledger.AppendAsync(tenant, id, by, clock.GetUtcNow(), cancel);
        var begun = (await store.FindAsync(directory, Kinds.Erasure, id.Value, cancel))?.Record;
        if (PersonalWords.Of(contact, await OtherNamesAsync(id, cancel)) is { } words)
        {
            begun = new(id, contact.Account, found.Team, by, clock.GetUtcNow(), new Dictionary<string, int>());
            await SaveAsync(directory, [Kinds.Erasure.Put(begun)], cancel);
            begun = begun with { Documents = await RewriteAsync(words, found.Contact.Id, by, cancel) };
            await ForgetNameAsync(found, by, cancel);
        }
        else if (begun?.DoneAt is not null) return begun;
        begun ??= new(id, contact.Account, found.Team, by, clock.GetUtcNow(), new Dictionary<string, int>());
        // Files that wait to be imported may name the contact, and can be sent again.
        await new ReceivedFiles(store, tenant).SweepAsync(DateTimeOffset.MaxValue, cancel);
        await store.ScrubAsync(cancel);
        var done = begun with { DoneAt = clock.GetUtcNow() };
        await SaveAsync(directory, [Kinds.Erasure.Put(done)], cancel);
        return done;
    }

    /// <summary>After a restore or an import: who was erased before and is there again is erased again.</summary>
    /// <returns>Those who were back.</returns>
    public async Task<IReadOnlyList<ContactId>> AgainAsync(CancellationToken cancel)
    {
        var erased = (await ledger.ReadAsync(tenant, cancel))
            .Concat((await store.ListAsync(Partition.Directory(tenant), Kinds.Erasure, "", int.MaxValue, cancel)).Select(stored => stored.Record.Contact)).ToHashSet();
        if (erased.Count == 0) return [];
        var back = await FindAsync(contact => erased.Contains(contact.Id) && contact.Name != PersonalWords.Erased, cancel);
        foreach (var contact in back) await EraseAsync(contact.Contact.Record.Id, Clockwork, cancel);
        foreach (var open in (await store.ListAsync(Partition.Directory(tenant), Kinds.Erasure, "", int.MaxValue, cancel)).Where(stored => stored.Record.DoneAt is null))
            await EraseAsync(open.Record.Contact, open.Record.By, cancel);
        return [.. back.Select(contact => contact.Contact.Record.Id)];
    }

    /// <summary>Everything that is known of a contact: the record, and each text that speaks of them, by document.</summary>
    public async Task<PersonalData?> ExportAsync(ContactId id, CancellationToken cancel)
    {
        if (await FindAsync(contact => contact.Id == id, cancel) is not [var found, ..]) return null;
        var documents = new List<PersonalDocument>();
        if (PersonalWords.Of(found.Contact.Record, await OtherNamesAsync(id, cancel)) is { } words)
        {
            await foreach (var (_, document) in DocumentsAsync(cancel))
            {
                using var body = JsonDocument.Parse(document.Body);
                var texts = Redaction.Mentions(body.RootElement, words, IsNear(document, words)).Distinct().ToList();
                if (texts.Count > 0 || Encoding.UTF8.GetString(document.Body.Span).Contains($"\"{id}\"", StringComparison.Ordinal))
                    documents.Add(new(document.Id, document.Id.Split('|')[0], texts));
            }
        }
        return new(found.Contact.Record, found.AccountName, clock.GetUtcNow(), documents);
    }

    private static readonly UserId Clockwork = new("salesbot");

    private async Task<IReadOnlyDictionary<string, int>> RewriteAsync(PersonalWords words, string own, UserId by, CancellationToken cancel)
    {
        var rewritten = new Dictionary<string, HashSet<string>>();
        for (var pass = 1; ; pass++)
        {
            var (batch, bytes, left) = (new List<(Partition Partition, Write Write, ReadOnlyMemory<byte> Before)>(), 0, 0);
            await foreach (var (partition, document) in DocumentsAsync(cancel))
            {
                if (document.Id == own) continue;
                using var body = JsonDocument.Parse(document.Body);
                if (Redaction.Of(body.RootElement, words, IsNear(document, words)) is not { } clean) continue;
                left++;
                if (batch.Count > 0 && (batch[0].Partition != partition || batch.Count == StoreRules.MaxWrites - 1 || bytes + clean.Length > BatchBytes)) await FlushAsync();
                batch.Add((partition, new(document.Id, document.Schema, clean, document.ETag), document.Body));
                bytes += clean.Length;
            }
            if (batch.Count > 0) await FlushAsync();
            if (left == 0) return rewritten.ToDictionary(kind => kind.Key, kind => kind.Value.Count);
            // Somebody may go on writing of this contact meanwhile; at the end of it nobody can pick the name any more.
            if (pass == MostPasses) throw new StoreUnavailableException("What is being erased is being written again the whole time.");

            async Task FlushAsync()
            {
                // One that was changed meanwhile makes the whole batch wait for the next pass.
                var operation = $"erase|{Guid.NewGuid():N}";
                var entry = AuditEntry.Of(
                    clock.GetUtcNow(), by, Cause, operation, batch.Where(redacted => !redacted.Write.Id.StartsWith(Unaudited, StringComparison.Ordinal)).Select(redacted => (redacted.Write, (ReadOnlyMemory<byte>?)redacted.Before)));
                if (await store.SaveAsync(batch[0].Partition, operation, [.. batch.Select(redacted => redacted.Write), AuditEntry.Kind.Create(entry)], cancel) is SaveResult.Saved)
                {
                    foreach (var (_, write, _) in batch)
                    {
                        var kind = write.Id.Split('|')[0];
                        (rewritten.TryGetValue(kind, out var ids) ? ids : rewritten[kind] = []).Add(write.Id);
                    }
                }
                batch.Clear();
                bytes = 0;
            }
        }
    }

    private async Task ForgetNameAsync(FoundContact found, UserId by, CancellationToken cancel)
    {
        var partition = Partition.Of(tenant, found.Team);
        var nameless = found.Contact.Record with { Name = PersonalWords.Erased, Email = null, Phone = null };
        var operation = $"erase|{Guid.NewGuid():N}";
        // Against the version that was read: what somebody made of it meanwhile is erased in the next try.
        var forget = Kinds.Contact.Replace(found.Contact, nameless);
        var entry = AuditEntry.Of(clock.GetUtcNow(), by, Cause, operation, [(forget, found.Contact.Body)]);
        await SaveAsync(partition, [forget, AuditEntry.Kind.Create(entry), NamesStamp.Kind.Put(new(operation))], cancel);
    }

    private async Task<IReadOnlyList<string>> OtherNamesAsync(ContactId id, CancellationToken cancel)
    {
        var names = (await new Organisation(store, tenant).UsersAsync(cancel)).Select(user => user.Name).ToList();
        foreach (var team in await new Organisation(store, tenant).TeamsAsync(cancel))
        {
            var partition = Partition.Of(tenant, team.Id);
            names.AddRange((await store.ListAsync(partition, Kinds.Contact, "", int.MaxValue, cancel)).Where(contact => contact.Record.Id != id).Select(contact => contact.Record.Name));
            names.AddRange((await store.ListAsync(partition, Kinds.Account, "", int.MaxValue, cancel)).SelectMany(account => account.Record.Aliases.Prepend(account.Record.Name)));
        }
        return names;
    }

    private async IAsyncEnumerable<(Partition Partition, Document Document)> DocumentsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var teams = await new Organisation(store, tenant).TeamsAsync(cancel);
        foreach (var partition in teams.Select(team => Partition.Of(tenant, team.Id)).Append(Partition.Directory(tenant)))
        {
            var from = "!";
            while (true)
            {
                var page = await store.RangeAsync(partition, new(from, "~"), 500, cancel);
                foreach (var document in page)
                    if (!Spared.Contains(document.Id.Split('|')[0])) yield return (partition, document);
                if (page.Count < 500) break;
                from = page[^1].Id + " ";
            }
        }
    }

    private static bool IsNear(Document document, PersonalWords words) => words.IsNear($"{document.Id} {Encoding.UTF8.GetString(document.Body.Span)}");

    private async Task SaveAsync(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        if (await store.SaveAsync(partition, $"erase|{Guid.NewGuid():N}", writes, cancel) is not SaveResult.Saved) throw new StoreUnavailableException("Something was written at the same time.");
    }
}

/// <summary>What is known of a contact, to be handed to them.</summary>
public sealed record PersonalData(Contact Contact, string Account, DateTimeOffset At, IReadOnlyList<PersonalDocument> Documents);

/// <param name="Texts">Those that speak of the contact; none where only their id is in it.</param>
public sealed record PersonalDocument(string Id, string Kind, IReadOnlyList<string> Texts);
