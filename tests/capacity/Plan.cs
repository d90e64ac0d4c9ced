namespace SalesBot.Tests.Capacity;

/// <summary>The assumptions of docs/capacity.md, and what follows from them and from what was counted.</summary>
internal static class Plan
{
    public const int UsersPerTenant = 25, TeamsPerTenant = 3, Days = 250;

    /// <summary>The busiest second of a working day, beside the average of its eight hours.</summary>
    public const int Peak = 3;

    /// <summary>How often one person does it in a working day, and in how many messages.</summary>
    public static readonly (string Scene, double ADay, int Messages)[] Person =
        [(Scenes.Help, 0.5, 1), (Scenes.Revenue, 2, 1), (Scenes.Overview, 3, 1), (Scenes.Figures, 1.5, 1), (Scenes.Visit, 3, 3), (Scenes.Quote, 1, 3)];

    /// <summary>So many tenants share one deployment, whose instances each look after all of them every 15 seconds.</summary>
    public const int TenantsADeployment = 500, Instances = 2;

    /// <summary>US dollars, as docs/capacity.md assumes them: for 100 RU/s an hour by autoscale, a GB a month with its backup, a P0v3 a month.</summary>
    public const double Throughput = 0.012, Storage = 0.45, Machine = 62;

    private const int HoursAMonth = 730, WorkingHoursAMonth = 168;

    public static double MessagesADay => Person.Sum(scene => scene.ADay * scene.Messages);

    /// <summary>Request units that people need in a second of their working day, on average.</summary>
    public static double Busy(IReadOnlyDictionary<string, Charge> counted, int tenants) =>
        tenants * UsersPerTenant * Person.Sum(scene => scene.ADay * counted[scene.Scene].Units) / (8 * 3600);

    /// <summary>Request units a second that one instance needs to look whether there is something to do, night and day.</summary>
    public static double Idle(IReadOnlyDictionary<string, Charge> counted, int tenants) =>
        tenants * (TeamsPerTenant * counted[Scenes.Poll].Units / 15 + counted[Scenes.Tick].Units / 15 + counted[Scenes.Standing].Units / 3600);

    public static int Deployments(int tenants) => (tenants + TenantsADeployment - 1) / TenantsADeployment;

    /// <summary>What `storeThroughput` has to be in each deployment: the peak and the looking around of all its instances, in the steps of 1,000 that there are.</summary>
    public static int MostUnits(IReadOnlyDictionary<string, Charge> counted, int tenants) =>
        1000 * (int)Math.Ceiling((Busy(counted, tenants) * Peak + Instances * Idle(counted, tenants)) / Deployments(tenants) / 1000);

    /// <summary>Dollars a month for the store: the peak in working hours, what is idle in the others, and never less than a tenth of the most.</summary>
    public static double StoreAMonth(IReadOnlyDictionary<string, Charge> counted, int tenants)
    {
        var (least, idle) = (Deployments(tenants) * MostUnits(counted, tenants) / 10.0, Instances * Idle(counted, tenants));
        var hours = WorkingHoursAMonth * Math.Max(least, Busy(counted, tenants) * Peak + idle) + (HoursAMonth - WorkingHoursAMonth) * Math.Max(least, idle);
        return hours / 100 * Throughput + GigabytesAYear(counted, tenants) * Storage;
    }

    public static double MachinesAMonth(int tenants) => Deployments(tenants) * Instances * Machine;

    /// <summary>Gigabytes that a year adds, at most.</summary>
    public static double GigabytesAYear(IReadOnlyDictionary<string, Charge> counted, int tenants) =>
        (double)tenants * UsersPerTenant * Days * Person.Sum(scene => scene.ADay * counted[scene.Scene].BytesKept) / (1L << 30);
}
