using System.Text.RegularExpressions;
using Xunit;

namespace SalesBot.Tests.Browser;

/// <summary>The client installs itself into one folder and takes the first free ports: what opens it does so in turn.</summary>
[CollectionDefinition(Name)]
public sealed class LocalClientCollection
{
    public const string Name = "Local Teams client";
}

/// <summary>Scenes that two people play in their own windows.</summary>
public abstract partial class SceneTest(LocalTeams teams) : IAsyncLifetime
{
    private protected TeamsWindow Anna => teams.Anna;
    private protected TeamsWindow Sven => teams.Sven;
    private protected TeamsWindow Ingrid => teams.Ingrid;

    protected static string NumberIn(string text) => QuoteNumber().Match(text).Value;

    [GeneratedRegex(@"Q-\d{4}-\d{4}")]
    private static partial Regex QuoteNumber();

    [GeneratedRegex(@"fail: SalesBot\.Bot\.Outbox[^\n]*\n[^\n]*no-personal-chat")]
    private static partial Regex Unreachable();

    /// <summary>The newest card has the quote's file, and it is a PDF.</summary>
    private protected static async Task FileOfAsync(TeamsWindow window, string number, string word)
    {
        await window.SeesAsync($"{word} {number}");
        // The button opens the link in a window of its own; here it is only asked where it leads.
        await window.Page.EvaluateAsync("() => { window.open = link => { window.opened = String(link); return null; }; }");
        await window.Newest.GetByText(new Regex("^Download")).ClickAsync();
        var file = await window.Page.APIRequest.GetAsync(await window.Page.EvaluateAsync<string>("() => window.opened"));
        Assert.Equal("application/pdf", file.Headers["content-type"]);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await file.BodyAsync())[..5]));
    }

    private protected Task LaterAsync(int workingDays) => teams.LaterAsync(workingDays);

    public virtual async ValueTask InitializeAsync() => await teams.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Assert.True(teams.Faults.Count == 0, $"The windows reported: {string.Join(Environment.NewLine, teams.Faults)}");
        // Who has no window can not be reached, which is given up on as the days go by.
        Assert.DoesNotContain("fail:", Unreachable().Replace(teams.Said, ""));
        return ValueTask.CompletedTask;
    }
}
