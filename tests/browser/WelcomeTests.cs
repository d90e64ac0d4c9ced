using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SalesBot.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(LocalClientCollection.Name)]
public sealed class WelcomeTests(LocalTeams teams) : SceneTest(teams), IClassFixture<LocalTeams>
{
    [Fact]
    public async Task A_button_of_the_welcome_asks_what_it_reads_and_nobody_is_welcomed_twice()
    {
        await Anna.SeesAsync("Hallo Anna", "Ik sla niets op voordat jij het hebt gezien.");
        await Pictures.TakeAsync(Anna, "welcome");
        await Anna.PressAsync("Wat is mijn omzet dit jaar?");
        await Anna.SeesAsync("Omzet Anna Visser", "2026");
        await Expect(Anna.Page.GetByText("Wat is mijn omzet dit jaar?", new() { Exact = true })).ToHaveCountAsync(2);

        // The client forgets the chat and reports the installation again; the bot does not begin again.
        await Anna.OpenAsync();
        await Anna.SayAsync("hallo");
        await Anna.HearsAsync("Hoi Anna!");
        await Expect(Anna.Cards).ToHaveCountAsync(0);
    }
}
