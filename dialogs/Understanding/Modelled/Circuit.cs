namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>Leaves a failing service alone for a while; after that one call tries it.</summary>
internal sealed class Circuit(int failures, TimeSpan rest, TimeProvider time)
{
    private readonly Lock gate = new();
    private int failed;
    private DateTimeOffset openUntil = DateTimeOffset.MinValue;

    /// <summary>False: leave it alone. After a rest the first caller tries for all the others.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now < openUntil)
            {
                return false;
            }

            if (failed >= failures)
            {
                openUntil = now + rest;
            }

            return true;
        }
    }

    public void Succeeded()
    {
        lock (gate)
        {
            (failed, openUntil) = (0, DateTimeOffset.MinValue);
        }
    }

    /// <param name="wait">For so long the service itself wants to be left alone.</param>
    /// <returns>True: from now on it is left alone.</returns>
    public bool Failed(TimeSpan? wait = null)
    {
        lock (gate)
        {
            failed = Math.Min(failed + 1, failures);
            var pause = failed == failures ? rest : TimeSpan.Zero;
            if (wait > pause)
            {
                pause = wait.Value;
            }

            if (pause > TimeSpan.Zero)
            {
                openUntil = time.GetUtcNow() + pause;
            }

            return pause > TimeSpan.Zero;
        }
    }
}

/// <summary>So many calls for each person on a day. Counted in this process: a restart begins anew.</summary>
internal sealed class Budget(int perDay, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> asked = [];
    private DateOnly today;

    /// <param name="speaker">Null: nobody's; not counted.</param>
    public bool Take(string? speaker)
    {
        if (speaker is null)
        {
            return true;
        }

        lock (gate)
        {
            var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (day != today)
            {
                asked.Clear();
                today = day;
            }

            var before = asked.GetValueOrDefault(speaker);
            if (before >= perDay)
            {
                return false;
            }

            asked[speaker] = before + 1;
            return true;
        }
    }
}
