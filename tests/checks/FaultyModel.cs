using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using SalesBot.Tests.Understanding;

namespace SalesBot.Tests.Checks;

/// <summary>A language model that answers well half of the time, and else does any of what models have been seen to do.</summary>
internal sealed class FaultyModel(ScriptedModel server) : IAsyncDisposable
{
    private static readonly string[] Names = [.. Misbehaviours.Names.Where(name => name != Misbehaviours.NoConnection)];

    public string[] Settings => [$"--SalesBot:Model:Endpoint={server.Endpoint}", "--SalesBot:Model:Name=faulty", "--SalesBot:Model:Key=key", "--SalesBot:Model:CallsPerDay=1000000"];

    public int Calls => server.Calls;

    public static async Task<FaultyModel> StartAsync(int seed)
    {
        var dice = new Random(seed);
        var embedded = new EmbeddedUnderstanding();
        return new(await ScriptedModel.StartAsync(async context =>
        {
            var message = ScriptedModel.Asked(context).Question["message"]?.GetValue<string>() ?? "";
            // What it would hear without the account names is honest enough.
            var honest = Misbehaviours.Honest(message, embedded.Hear(new(message, Language.Dutch, Examples.Now, null), Examples.Sixteen));
            string? misbehaviour;
            lock (dice) misbehaviour = dice.Next(2) == 0 ? null : Names[dice.Next(Names.Length)];
            await (misbehaviour is null ? ScriptedModel.SayAsync(context, honest.ToJsonString()) : Misbehaviours.Of(misbehaviour, _ => honest)(context));
        }));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
