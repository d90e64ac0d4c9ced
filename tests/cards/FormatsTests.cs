using SalesBot.Cards;
using SalesBot.Data;
using Xunit;

namespace SalesBot.Tests.Cards;

public sealed class FormatsTests
{
    [Theory]
    [InlineData(Language.Dutch, 12500, "€ 12.500,00")]
    [InlineData(Language.English, 12500, "€12,500.00")]
    [InlineData(Language.Dutch, -0.5, "-€ 0,50")]
    [InlineData(Language.English, -1234.5, "-€1,234.50")]
    public void Money_is_written_as_the_reader_writes_it(Language language, double amount, string expected) =>
        Assert.Equal(expected, language.Money((decimal)amount));
}
