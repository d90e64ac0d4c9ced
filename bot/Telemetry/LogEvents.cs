namespace SalesBot.Bot.Telemetry;

/// <summary>Event ids of the log. A number stays with its meaning: alerts hang on it.</summary>
internal static class LogEvents
{
    public const int KeysRead = 100, KeysNotRead = 101, RequestRefused = 102, NoCredential = 103, TokenNotHad = 104;
    public const int TurnDone = 200, TurnFailed = 201, StoreUnavailable = 202, TurnTooSlow = 203, DeliveryLeft = 204;
    public const int Delivered = 300, DeliveryFailed = 301, DeadLetter = 302, ReferenceDead = 303, OutboxFailed = 304, MessageTooLarge = 305;
    public const int UploadRefused = 310, UploadFailed = 311;
    public const int FileImported = 320, ImportNotTakenUp = 321;
    public const int DemoLoaded = 400;
    public const int Swept = 500, SweepFailed = 501;
    public const int ErrandFailed = 510, ScheduleFailed = 511;
    public const int ErasedAgain = 520;
    public const int ModelAnswered = 600, ModelFailed = 601, ModelLeftAlone = 602, ModelBack = 603, ModelOverBudget = 604, ModelFeedback = 605;
}
