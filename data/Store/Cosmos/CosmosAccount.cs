using System.Net;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace SalesBot.Data.Store.Cosmos;

/// <summary>The account: a client for it, and the container that it must have.</summary>
internal static class CosmosAccount
{
    public const string ContainerName = "documents";
    private const string PartitionKeyPath = "/pk";

    public static CosmosClient Client(CosmosOptions options, Func<HttpClient>? http)
    {
        var settings = new CosmosClientOptions
        {
            ApplicationName = "SalesBot",
            ConnectionMode = options.Direct ? ConnectionMode.Direct : ConnectionMode.Gateway,
            EnableContentResponseOnWrite = false,
            // The rest of the patience is ours, within one budget for a call.
            MaxRetryAttemptsOnRateLimitedRequests = 3,
            MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(3),
        };
        if (options.TrustAnyCertificate) settings.ServerCertificateCustomValidationCallback = (_, _, _) => true;
        // An emulator names addresses at which it can not be reached from elsewhere.
        if (options.TrustAnyCertificate || http is not null) settings.LimitToEndpoint = true;
        if (http is not null) settings.HttpClientFactory = http;
        var endpoint = options.Endpoint.ToString();
        return options.Key is { } key ? new(endpoint, key, settings) : new(endpoint, new DefaultAzureCredential(), settings);
    }

    /// <exception cref="InvalidDataException">There is such a container, but not one of SalesBot's.</exception>
    public static async Task<Container> ContainerAsync(CosmosClient client, string database, CancellationToken cancel)
    {
        var container = client.GetContainer(database, ContainerName);
        ContainerProperties found;
        try
        {
            found = await container.ReadContainerAsync(cancellationToken: cancel);
        }
        catch (CosmosException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            found = await CreateAsync(client, database, cancel);
        }
        if (found.PartitionKeyPath != PartitionKeyPath)
            throw new InvalidDataException($"Container {database}/{ContainerName} is divided by {found.PartitionKeyPath}, not by {PartitionKeyPath}.");
        if (found.DefaultTimeToLive is null)
            throw new InvalidDataException($"Container {database}/{ContainerName} has no time to live: turn it on, without a default (-1).");
        return container;
    }

    // A managed identity with data rights only may not do this; the refusal then names what is missing.
    private static async Task<ContainerProperties> CreateAsync(CosmosClient client, string database, CancellationToken cancel)
    {
        Database made = await client.CreateDatabaseIfNotExistsAsync(database, cancellationToken: cancel);
        return await made.CreateContainerIfNotExistsAsync(new ContainerProperties(ContainerName, PartitionKeyPath)
        {
            // On, and without an end where the item does not say so.
            DefaultTimeToLive = -1,
            IndexingPolicy = new()
            {
                // Only what ranges are read by: every further index costs at each write.
                IncludedPaths = { new() { Path = "/pk/?" }, new() { Path = "/id/?" } },
                ExcludedPaths = { new() { Path = "/*" } },
            },
        }, cancellationToken: cancel);
    }
}
