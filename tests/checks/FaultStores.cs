using Microsoft.Data.Sqlite;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Stores.Wire;

namespace SalesBot.Tests.Checks;

/// <summary>The demo organisation where processes of the bot and the test find it.</summary>
internal abstract class FaultStore : IAsyncDisposable
{
    /// <summary>What a process of the bot is told to open.</summary>
    public abstract string[] Settings { get; }

    public static async Task<FaultStore> NewAsync(Edition edition) => edition == Edition.Sqlite
        ? new OnFile(await DemoStore.NewFileAsync())
        : await OnAccountAsync();

    /// <summary>Dispose of it.</summary>
    public abstract Task<IDocumentStore> OpenAsync();

    /// <summary>What is stored, to be looked at later.</summary>
    public abstract Task KeepAsync(string path);

    /// <summary>Holds the file as a second writer does that takes its time; an account can not be held.</summary>
    public virtual Task HoldAsync(TimeSpan time) => Task.Delay(time);

    public abstract ValueTask DisposeAsync();

    private static async Task<FaultStore> OnAccountAsync()
    {
        var account = await DemoStore.NewAccountAsync();
        return new OnAccount(account, await CosmosServer.StartAsync(account));
    }

    private sealed class OnFile(string path) : FaultStore
    {
        public override string[] Settings => [$"--SalesBot:Store:Sqlite:Path={path}"];

        public override async Task<IDocumentStore> OpenAsync() => await SqliteStore.OpenAsync(path, CancellationToken.None);

        public override Task KeepAsync(string target)
        {
            File.Copy(path, target + ".db", overwrite: true);
            return Task.CompletedTask;
        }

        public override async Task HoldAsync(TimeSpan time)
        {
            await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            await Task.Delay(time);
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync();
        }

        public override ValueTask DisposeAsync()
        {
            DemoStore.DeleteFile(path);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class OnAccount(CosmosDouble account, CosmosServer server) : FaultStore
    {
        public override string[] Settings =>
        [
            "--SalesBot:Store:Provider=cosmos", $"--SalesBot:Store:Cosmos:Endpoint={server.Endpoint}", $"--SalesBot:Store:Cosmos:Key={CosmosDouble.Key}",
            "--SalesBot:Store:Cosmos:Database=salesbot", "--SalesBot:Store:Cosmos:TrustAnyCertificate=true",
        ];

        public override Task<IDocumentStore> OpenAsync() => TestStores.CosmosDouble(account);

        public override Task KeepAsync(string path) => File.WriteAllLinesAsync(path + ".items", account.Held());

        public override ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
