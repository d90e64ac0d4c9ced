using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Schedules;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Plans;

/// <summary>The follow-ups that stand for a plan's actions go with the plan from version to version.</summary>
public sealed class PlanActionsTests
{
    [Fact]
    public async Task The_next_version_takes_away_what_it_no_longer_plans_and_leaves_what_was_put_off()
    {
        await using var talk = await Talk.BeginAsync();
        await SayAsync(talk, "maak een accountplan voor Philips, doel 20k", "1000", "actie: menukaart bespreken op 12 maart", "actie: rondleiding geven op 20 maart", "ja");
        Assert.Empty(await OpenAsync(talk));
        await ApproveAsync(talk);
        var first = await OpenAsync(talk);
        Assert.Contains(first, task => task is { What: "Menukaart bespreken", Due: { Month: 3, Day: 12 } });
        await SayAsync(talk, "verzet de opvolging van Philips naar 30 maart", "rondleiding", "ja");
        Assert.Contains(await OpenAsync(talk), task => task is { What: "Rondleiding geven", Due.Day: 30 });

        await SayAsync(talk, "wijzig het accountplan van Philips", "schrap actie menukaart", "ja");
        Assert.Equal(first.Count, (await OpenAsync(talk)).Count);
        await ApproveAsync(talk);

        var second = await OpenAsync(talk);
        Assert.Equal(first.Count - 1, second.Count);
        Assert.DoesNotContain(second, task => task.What == "Menukaart bespreken");
        Assert.Contains(second, task => task is { What: "Rondleiding geven", Due.Day: 30 });
    }

    [Fact]
    public async Task A_plan_that_was_approved_before_actions_had_follow_ups_gets_them_once()
    {
        await using var talk = await Talk.BeginAsync();
        await SayAsync(talk, "maak een accountplan voor Philips, doel 20k", "1000", "actie: menukaart bespreken op 12 maart", "actie: rondleiding geven op 20 maart", "ja");
        await ApproveAsync(talk);
        var all = await OpenAsync(talk);
        foreach (var task in await talk.Store.ListAsync(talk.Corporate, Kinds.FollowUp, "", 100, CancellationToken.None))
            if (task.Record.Step is not null) await talk.Store.SaveAsync(talk.Corporate, task.Id, [Kinds.FollowUp.Delete(task)], CancellationToken.None);
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), CancellationToken.None);
        Assert.Empty(await OpenAsync(talk));

        await HourAsync(talk);
        Assert.Equal(all.Select(task => (task.Id, task.Due, task.Owner)).Order(), (await OpenAsync(talk)).Select(task => (task.Id, task.Due, task.Owner)).Order());
        await SayAsync(talk, "de opvolging voor Philips is gedaan", "menukaart", "ja");
        Assert.Equal(all.Count - 1, (await OpenAsync(talk)).Count);
        await HourAsync(talk);
        Assert.Equal(all.Count - 1, (await OpenAsync(talk)).Count);
        Assert.Equal(0, await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), CancellationToken.None));
    }

    private static async Task HourAsync(Talk talk)
    {
        talk.Now = talk.Now.AddHours(1);
        var schedule = new Schedule(talk.Store, [new FollowPlan()]);
        await schedule.StandAsync(Talk.Tenant, new("corporate"), talk.Now, CancellationToken.None);
        foreach (var due in await schedule.DueAsync(talk.Corporate, talk.Now, CancellationToken.None))
            await schedule.DoAsync(Talk.Tenant, new("corporate"), due, talk.Now, CancellationToken.None);
    }

    private static async Task SayAsync(Talk talk, params string[] lines)
    {
        foreach (var words in lines) await talk.SayAsync("Anna", words);
    }

    private static async Task ApproveAsync(Talk talk)
    {
        await talk.OpenAsync("Sven");
        await talk.PressAsync("Sven", "approval.approve");
    }

    private static async Task<IReadOnlyList<FollowUp>> OpenAsync(Talk talk) =>
        [.. (await talk.Store.ListAsync(talk.Corporate, Kinds.FollowUp, "", 100, CancellationToken.None)).Select(stored => stored.Record).Where(task => task.Step is not null && task.DoneAt is null)];
}
