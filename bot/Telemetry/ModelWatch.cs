using SalesBot.Dialogs.Understanding.Modelled;

namespace SalesBot.Bot.Telemetry;

/// <summary>Measures and logs how the language model does; never what it was asked or said.</summary>
internal sealed partial class ModelWatch(ILogger<ModelWatch> log)
{
    private int isLeftAlone;

    public void Saw(ModelAsked asked)
    {
        Instruments.Model.Record(
            asked.Took.TotalSeconds, new KeyValuePair<string, object?>("purpose", asked.Purpose), new KeyValuePair<string, object?>("outcome", asked.Outcome.ToString()));
        switch (asked.Outcome)
        {
            case ModelOutcome.Answered:
                ModelAnswered(asked.Purpose, asked.Took.TotalMilliseconds);
                break;
            case ModelOutcome.OverBudget:
                ModelOverBudget(asked.Purpose);
                break;
            case ModelOutcome.LeftAlone:
                return;
            default:
                ModelFailed(asked.Purpose, asked.Outcome, asked.Status, asked.Took.TotalMilliseconds);
                break;
        }
        if (asked.Opened && Interlocked.Exchange(ref isLeftAlone, 1) == 0)
        {
            Instruments.ModelLeftAlone.Add(1);
            LeftAlone();
        }
        else if (asked.Outcome == ModelOutcome.Answered && Interlocked.Exchange(ref isLeftAlone, 0) == 1)
        {
            Instruments.ModelLeftAlone.Add(-1);
            Back();
        }
    }

    [LoggerMessage(LogEvents.ModelAnswered, LogLevel.Debug, "The language model answered ({Purpose}) in {Milliseconds:0} ms.")]
    private partial void ModelAnswered(string purpose, double milliseconds);

    [LoggerMessage(LogEvents.ModelFailed, LogLevel.Warning, "The language model did not help ({Purpose}): {Outcome}, status {Status}, after {Milliseconds:0} ms. The embedded understanding answers.")]
    private partial void ModelFailed(string purpose, ModelOutcome outcome, int status, double milliseconds);

    [LoggerMessage(LogEvents.ModelLeftAlone, LogLevel.Warning, "The language model failed repeatedly and is left alone for a while.")]
    private partial void LeftAlone();

    [LoggerMessage(LogEvents.ModelBack, LogLevel.Information, "The language model answers again.")]
    private partial void Back();

    [LoggerMessage(LogEvents.ModelOverBudget, LogLevel.Information, "A person's share of the language model for today is used up ({Purpose}).")]
    private partial void ModelOverBudget(string purpose);
}
