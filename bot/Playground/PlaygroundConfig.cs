using SalesBot.Bot.Settings;

namespace SalesBot.Bot.Playground;

/// <param name="Name">Of its folder and its personal chat.</param>
/// <param name="Who">For the person at the keyboard.</param>
/// <param name="User">Whose window it is: the last digits of the object id.</param>
internal sealed record PlaygroundWindow(string Name, string Who, string User);

/// <summary>The windows' configuration: people of the demo organisation, one team and one channel, in the client's strict form.</summary>
internal static class PlaygroundConfig
{
    public static readonly IReadOnlyList<PlaygroundWindow> Windows =
    [
        new("am", "Anna Visser, account manager", "101"),
        new("sup", "Sven Mulder, supervisor", "102"),
        new("dir", "Ingrid Hoekstra, next manager", "104"),
    ];

    // The client wants exactly five beside the window's own user.
    private static readonly (string Id, string Given, string Surname)[] People =
    [
        ("101", "Anna", "Visser"), ("102", "Sven", "Mulder"), ("103", "Daan", "Smit"), ("104", "Ingrid", "Hoekstra"), ("105", "Eva", "Kuipers"),
        ("106", "Femke", "Brouwer"),
    ];

    public static string Of(PlaygroundWindow window) =>
        $$"""
        version: "0.1.1"
        tenantId: {{SalesBotSettings.LocalTenant}}
        bot: { id: "28:5a1e5b07-0000-4000-8000-000000000002", name: SalesBot }
        currentUser: {{User(People.Single(person => person.Id == window.User))}}
        users:
        {{string.Join('\n', People.Where(person => person.Id != window.User).Select(person => "  - " + User(person)))}}
        personalChat: { id: "a:salesbot-{{window.Name}}" }
        groupChat: { id: "19:salesbot-deal-room@thread.v2", name: Deal room }
        team: { id: "19:salesbot-sales@thread.tacv2", name: Sales, aadGroupId: 5a1e5b07-0000-4000-8000-000000000003, channels: [ { id: "19:salesbot-approvals@thread.tacv2", name: Approvals } ] }

        """;

    private static string User((string Id, string Given, string Surname) person)
    {
        var email = $"{person.Given}.{person.Surname}@salesbot.example".ToLowerInvariant();
        return $$"""{ id: "29:salesbot-{{person.Id}}", name: {{person.Given}} {{person.Surname}}, userPrincipleName: {{email}}, aadObjectId: 5a1e5b07-0000-4000-8000-000000000{{person.Id}}, givenName: {{person.Given}}, surname: {{person.Surname}}, email: {{email}} }""";
    }
}
