using System.Collections.Concurrent;

namespace SalesBot.Bot.Channel;

/// <summary>What was started and may outlive its request; a stop waits for it.</summary>
internal sealed class RunningWork
{
    private readonly ConcurrentDictionary<Task, bool> tasks = new();

    public void Add(Task task)
    {
        if (task.IsCompleted) return;
        tasks[task] = true;
        task.ContinueWith(done => tasks.TryRemove(done, out _), TaskScheduler.Default);
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        try
        {
            await Task.WhenAll(tasks.Keys).WaitAsync(cancel);
        }
        catch (Exception)
        {
            // Failures were reported where they happened; the time that a stop may take is over otherwise.
        }
    }
}
