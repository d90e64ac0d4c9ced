using Xunit;

namespace SalesBot.Tests.Browser;

/// <summary>The client installs itself into one folder and takes the first free ports: what opens it does so in turn.</summary>
[CollectionDefinition(Name)]
public sealed class LocalClientCollection
{
    public const string Name = "Local Teams client";
}

/// <summary>Scenes that two people play in their own windows.</summary>
public abstract class SceneTest(LocalTeams teams) : IAsyncLifetime
{
    private protected TeamsWindow Anna => teams.Anna;
    private protected TeamsWindow Sven => teams.Sven;

    public virtual async ValueTask InitializeAsync() => await teams.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Assert.True(teams.Faults.Count == 0, $"The windows reported: {string.Join(Environment.NewLine, teams.Faults)}");
        Assert.DoesNotContain("fail:", teams.Said);
        return ValueTask.CompletedTask;
    }
}
