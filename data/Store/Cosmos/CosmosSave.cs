using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace SalesBot.Data.Store.Cosmos;

/// <summary>One save as a transactional batch, that may be tried again whatever became of the try before.</summary>
internal sealed class CosmosSave(Container container, Partition partition, string operation, IReadOnlyList<Write> writes)
{
    // Well formed, and of no document: what a version has become that was replaced since.
    private const string Superseded = "\"00000000-0000-0000-0000-000000000000\"";

    private static readonly TransactionalBatchItemRequestOptions Quiet = new() { EnableContentResponseOnWrite = false };

    private readonly string operationId = CosmosItem.OperationId(operation);
    private readonly byte[] print = StoreRules.Print(writes);

    // Deletions of whatever is there, where nothing is: the service would let the batch fail for them.
    private readonly HashSet<string> absent = [];

    public async Task<SaveResult> TryAsync(CancellationToken cancel)
    {
        while (true)
        {
            var sent = writes.Where(write => !absent.Contains(write.Id)).ToList();
            using var response = await Batch(sent).ExecuteAsync(cancel);
            if (response.IsSuccessStatusCode) return Saved(sent, response);
            var failed = Failed(response);
            // Whatever failed: where the note is there, this is a repeat.
            if (await EarlierAsync(cancel) is { } earlier) return earlier;
            // The note was there and has ended in between.
            if (failed == 0) continue;
            var write = sent[failed - 1];
            if (write is not { Body: null, IfMatch: Write.Any }) return new SaveResult.Conflict(write.Id);
            absent.Add(write.Id);
        }
    }

    private TransactionalBatch Batch(IReadOnlyList<Write> sent)
    {
        var batch = container.CreateTransactionalBatch(new(partition.Key)).CreateItemStream(CosmosItem.Of(partition, operationId, print), Quiet);
        foreach (var write in sent)
        {
            var options = write.IfMatch is null or Write.Any
                ? Quiet
                : new() { IfMatchEtag = write.IfMatch, EnableContentResponseOnWrite = false };
            if (write.Body is not { } body) batch.DeleteItem(write.Id, options);
            else if (write.IfMatch is null) batch.CreateItemStream(CosmosItem.Of(partition, write, body, operationId), options);
            else if (write.IfMatch is Write.Any) batch.UpsertItemStream(CosmosItem.Of(partition, write, body, operationId), options);
            else batch.ReplaceItemStream(write.Id, CosmosItem.Of(partition, write, body, operationId), options);
        }
        return batch;
    }

    private SaveResult.Saved Saved(List<Write> sent, TransactionalBatchResponse response)
    {
        var versions = sent.Select((write, i) => (write.Id, ETag: write.Body is null ? "" : response[i + 1].ETag)).ToDictionary();
        return new([.. writes.Select(write => versions.GetValueOrDefault(write.Id, ""))]);
    }

    /// <returns>The place of the write that a condition stopped.</returns>
    private static int Failed(TransactionalBatchResponse response)
    {
        // A refusal of the whole request is repeated for each write by the SDK; the note itself can meet nothing but an earlier note.
        for (var i = 0; i < response.Count && (i > 0 || response[0].StatusCode is HttpStatusCode.Conflict or HttpStatusCode.FailedDependency); i++)
        {
            if (response[i].StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound) return i;
        }
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
            throw new InvalidOperationException($"Cosmos DB takes the save for malformed: {response.ErrorMessage}");
        throw new CosmosRefusal(response.StatusCode, 0, response.RetryAfter, response.ErrorMessage);
    }

    /// <summary>How this operation ended before; null where it did not.</summary>
    private async Task<SaveResult?> EarlierAsync(CancellationToken cancel)
    {
        if (await container.ItemAsync(partition, operationId, item => item.GetProperty("print").GetBytesFromBase64(), cancel) is not { } earlier)
            return null;
        if (!earlier.AsSpan().SequenceEqual(print)) return new SaveResult.Conflict(writes[0].Id);
        var etags = new string[writes.Count];
        await Parallel.ForAsync(0, etags.Length, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancel }, async (i, token) =>
            etags[i] = writes[i].Body is null ? "" : await container.ItemAsync(partition, writes[i].Id, OwnETag, token) ?? Superseded);
        return new SaveResult.Saved(etags);
    }

    private string? OwnETag(JsonElement item) => item.GetProperty("op").GetString() == operationId ? CosmosItem.ETag(item) : null;
}
