using BenchmarkDotNet.Attributes;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Bench.Parts;

/// <summary>One message by embedded means, with few and with many customers to look names up among.</summary>
[InProcess, MemoryDiagnoser]
public class UnderstandBenchmarks
{
    private static readonly string[] First = ["Bakker", "Visser", "Jansen", "Hoek", "Linden", "Maas", "Prins", "Vos", "Berg", "Kok"],
        Second = ["Bouw", "Techniek", "Logistiek", "Advies", "Zorg", "Transport", "Groep", "Media", "Foods", "Events"];

    private readonly EmbeddedUnderstanding understanding = new();
    private Gazetteer names = null!;

    [Params(16, 100_000)]
    public int Accounts { get; set; }

    [Params("help", "omzet Philips Q1", "Net bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.")]
    public string Words { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var accounts = Enumerable.Range(0, Accounts - 1).Select(number => new AccountName(
            AccountId.Of($"a{number}"), $"{First[number % 10]} {Second[number / 10 % 10]} {number / 100} BV", []));
        names = new([.. accounts, new(AccountId.Of("philips"), "Philips Nederland BV", ["Philips"])], [], [], []);
        Hear();
    }

    [Benchmark]
    public Heard Hear() => understanding.Hear(new(Words, Language.Dutch, new(2026, 3, 4, 10, 15, 0)), names);
}
