using System.Diagnostics;
using SalesBot.Data;
using SalesBot.Dialogs.Sharing;
using SalesBot.Dialogs.Understanding;
using SalesBot.Tests.Understanding;
using Xunit;

namespace SalesBot.Tests.Compose;

/// <summary>A customer list of a hundred thousand names, searched while somebody types.</summary>
public sealed class ManyNamesTests
{
    [Fact]
    public void A_page_of_a_hundred_thousand_names_comes_in_milliseconds_however_little_was_typed()
    {
        var names = new ManyAccounts().Names(100_000);
        var search = NameSearch.Of(new Gazetteer([.. names.Select((name, at) => new AccountName(new AccountId($"A-{at}"), name, []))], [], [], []));
        List<double> took = [];
        foreach (var typed in names.Where((_, at) => at % 500 == 0).SelectMany(name => new[] { name[..1], name[..3], name.ToLowerInvariant(), name.Split(' ')[^1], name.Split(' ')[0] + " " + name.Split(' ')[^1][..1] }))
        {
            var started = Stopwatch.GetTimestamp();
            var page = search.Find(typed).Take(25).ToList();
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.NotEmpty(page);
        }
        took.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"median {took[took.Count / 2]:0.000} ms, 99th of a hundred {took[took.Count * 99 / 100]:0.00} ms");
        Assert.InRange(took[took.Count / 2], 0, 20);
    }

    [Fact]
    public void Each_name_is_found_by_each_of_its_words_and_first_by_its_beginning()
    {
        var names = new ManyAccounts().Names(2_000);
        var search = NameSearch.Of(new Gazetteer([.. names.Select((name, at) => new AccountName(new AccountId($"A-{at}"), name, []))], [], [], []));
        foreach (var name in names)
        {
            Assert.Equal(name, search.Find(name).First().Name);
            Assert.All(name.Split(' ').Where(word => word.Any(char.IsLetter)), word => Assert.Contains(search.Find(word), found => found.Name == name));
        }
    }
}
