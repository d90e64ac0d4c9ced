namespace SalesBot.Bot.Connector;

/// <summary>What became of something sent to the channel.</summary>
internal abstract record SendResult
{
    private SendResult() { }

    /// <param name="Id">Of the activity; null where the channel gives none.</param>
    /// <param name="Conversation">Where a conversation was opened: its id.</param>
    public sealed record Sent(string? Id, string? Conversation = null) : SendResult;

    /// <summary>403 or 404: the bot was removed or blocked, or the thing is not there.</summary>
    public sealed record Gone(int Status) : SendResult;

    public sealed record TooLarge : SendResult;

    /// <summary>Surely not delivered, may be repeated: 412, 429, no connection, no token.</summary>
    public sealed record Later(string Reason, TimeSpan? After = null) : SendResult;

    /// <summary>Surely not delivered and never will be in this form: 400 and other final answers.</summary>
    public sealed record Refused(int Status) : SendResult;

    /// <summary>5xx, timeout, broken connection: may have been delivered.</summary>
    public sealed record Unknown(string Reason) : SendResult;

    /// <summary>The service URL is not one that the bot speaks to.</summary>
    public sealed record NotTrusted : SendResult;
}
