using System.Text.RegularExpressions;
using SalesBot.Cards.Welcome;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Tests.Cards;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>
/// Everything that can be done in chat is talked in both languages, has its cards looked at (the gallery, drawn for desktop and phone) and
/// stands in the help.
/// </summary>
public sealed partial class CapabilityTests
{
    /// <param name="Flows">What it is done by.</param>
    /// <param name="Cards">How it looks, by names of the gallery.</param>
    /// <param name="Topics">Where the help tells it, in Dutch.</param>
    private sealed record Capability(string Name, string[] Flows, string[] Cards, string[] Topics);

    private static readonly Capability[] Capabilities =
    [
        new("log a visit", ["log_visit", "show_visits"], ["preview", "preview-summary", "visits"], ["Bezoek vastleggen", "Klant"]),
        new("request a quote", ["request_quote", "show_prices"], ["preview", "quote", "prices"], ["Offerte"]),
        new("change, withdraw, copy, send a quote; its outcome", ["change_quote", "send_quote", "close_quote", "quote_status"], ["quote-approved", "quote-sent", "quote-lost", "quotes"], ["Offerte"]),
        new("agreements", ["agreement", "show_agreements"], ["preview-agreement", "agreements", "approval-agreement"], ["Overeenkomst"]),
        new("approve", ["approvals_pending", "answer_question", "show_history", "show_policy", "set_absence", "end_absence", "show_absences"],
            ["approval-approver", "approval-returned", "approval-changed", "approval-rejected", "approval-stand-in", "approvals", "history", "policy", "absences"], ["Beslissen"]),
        new("query revenue", ["query_revenue"], ["revenue", "revenue-team", "ranking"], ["Omzet en KPI's"]),
        new("query KPIs", ["query_kpi"], ["kpi", "indicator"], ["Omzet en KPI's"]),
        new("explain a deviation", ["deviation_explanation", "record_cause"], ["bridge"], ["Omzet en KPI's"]),
        new("account overview", ["account_overview", "hand_over"], ["account", "account-prepare", "account-new"], ["Klant", "Beslissen"]),
        new("account plan", ["create_account_plan", "plan_status"], ["plan-preview", "plan", "plans", "plan-approval", "plan-returned"], ["Accountplan"]),
        new("leads", ["log_lead", "lead_status", "change_lead"], ["leads"], ["Leads"]),
        new("proposals", ["proposal", "list_proposals"], ["proposals", "approval-proposal"], ["Voorstellen"]),
        new("market information", ["log_market_info", "market_news", "retract_market_info"], ["market"], ["Markt en beurzen"]),
        new("events", ["log_event", "list_events"], ["events"], ["Markt en beurzen"]),
        new("issues", ["log_issue", "list_issues", "close_issue", "change_issue"], ["issues"], ["Klachten en tevredenheid"]),
        new("satisfaction", ["log_satisfaction", "show_satisfaction"], ["satisfaction"], ["Klachten en tevredenheid"]),
        new("advice", ["log_advice", "list_advice", "answer_advice", "upsell_suggestion"], ["advice", "upsell"], ["Advies", "Klant"]),
        new("contacts", ["contact_lookup", "add_contact", "change_contact"], ["contacts"], ["Contactpersonen"]),
        new("future plans", ["log_future_plan", "list_future_plans"], ["future-plans"], ["Klant"]),
        new("follow-ups", ["add_follow_up", "list_follow_ups", "complete_follow_up", "change_follow_up"], ["follow-ups"], ["Opvolging"]),
        new("call/visit list", ["call_list"], ["call-list"], ["Bellen en bezoeken"]),
        new("undo", ["undo"], ["undone", "writes"], ["Terugnemen"]),
        new("reports", ["report_export", "subscribe_report"], ["report", "reports", "file"], ["Omzet en KPI's", "Meldingen en rapporten"]),
        new("proactive", ["set_nudges", "snooze_nudge"], ["digest", "digest-urgent", "nudge-settings"], ["Meldingen en rapporten"]),
        new("privacy", ["erase_contact", "export_contact"], ["erasure", "personal-data"], ["Persoonsgegevens"]),
        new("language and help", ["switch_language", "help"], ["help", "help-topic", "welcome"], []),
    ];

    [Fact]
    public void Every_conversation_belongs_to_a_capability()
    {
        var known = Capabilities.SelectMany(capability => capability.Flows).ToHashSet();
        Assert.Equal("", string.Join(' ', FlowNames().Where(name => !known.Contains(name))));
        Assert.Equal("", string.Join(' ', known.Except(FlowNames())));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_conversation_has_a_talk_in_each_language(string language)
    {
        var talked = Transcript.Files.Where(file => file.EndsWith($"-{language}.txt", StringComparison.Ordinal))
            .SelectMany(file => FlowLine().Matches(File.ReadAllText(Path.Combine(Transcript.Folder, file))).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.Equal("", string.Join(' ', FlowNames().Except(talked)));
    }

    [Fact]
    public void Every_capability_has_its_cards_in_the_gallery_and_stands_in_the_help_in_both_languages()
    {
        var gallery = CardGallery.All(Language.Dutch).Select(card => card.Name).ToHashSet();
        Assert.Equal("", string.Join(' ', Capabilities.SelectMany(capability => capability.Cards).Where(card => !gallery.Contains(card))));
        var topics = Enum.GetValues<Role>().SelectMany(WelcomeTexts.Topics).ToList();
        foreach (var title in Capabilities.SelectMany(capability => capability.Topics).Distinct())
        {
            var told = topics.FirstOrDefault(topic => topic.Title.Nl == title);
            Assert.True(told.Examples is { Count: > 0 }, $"The help does not tell “{title}”.");
            Assert.All(told.Examples, example => Assert.True(example.Nl.Length > 0 && example.En.Length > 0));
        }
    }

    private static HashSet<string> FlowNames() => [.. EveryFlowTests.Flows().Select(flow => flow.Intent)];

    [GeneratedRegex("^flow: (\\w+)", RegexOptions.Multiline)]
    private static partial Regex FlowLine();
}
