using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Cards.Model;
using SalesBot.Data;
using Xunit;

namespace SalesBot.Tests.Cards;

/// <summary>What Teams and a phone ask of every card.</summary>
public sealed partial class CardRulesTests
{
    public static TheoryData<string, Language> Gallery()
    {
        var data = new TheoryData<string, Language>();
        foreach (var language in CardGallery.Languages)
        {
            foreach (var (name, _) in CardGallery.All(language)) data.Add(name, language);
        }
        return data;
    }

    private static AdaptiveCard Card(string name, Language language) => CardGallery.All(language).Single(card => card.Name == name).Card;

    private static JsonElement Json(string name, Language language) => Card(name, language).ToJson();

    [Fact]
    public void Every_card_has_a_name_of_its_own_in_the_gallery() =>
        Assert.All(CardGallery.Languages, language => Assert.Distinct(CardGallery.All(language).Select(card => card.Name)));

    [Theory, MemberData(nameof(Gallery))]
    public void A_card_is_of_version_1_5_and_says_in_one_line_what_it_is(string name, Language language)
    {
        var card = Json(name, language);
        Assert.Equal("AdaptiveCard", card.Word("type"));
        Assert.Equal("1.5", card.Word("version"));
        Assert.False(string.IsNullOrWhiteSpace(card.Word("fallbackText")));
        Assert.DoesNotContain('\n', Card(name, language).Summary);
        Assert.InRange(Card(name, language).Summary.Length, 5, 300);
        Assert.NotEmpty(card.GetProperty("body").EnumerateArray());
    }

    [Theory, MemberData(nameof(Gallery))]
    public void A_card_is_small_enough_to_be_delivered(string name, Language language) =>
        Assert.InRange(Card(name, language).ToUtf8().Length, 1, 25 * 1024);

    [Theory, MemberData(nameof(Gallery))]
    public void A_card_offers_at_most_six_buttons_at_a_time(string name, Language language)
    {
        var card = Json(name, language);
        var inForms = card.OfType("Action.ShowCard").Sum(form => Buttons(form.GetProperty("card")));
        Assert.InRange(Buttons(card) - inForms, 0, 6);
        Assert.All(card.OfType("Action.ShowCard"), form => Assert.Empty(form.GetProperty("card").OfType("Action.ShowCard")));
    }

    private static int Buttons(JsonElement json) =>
        json.Objects().Where(found => found.TryGetProperty("actions", out _)).Sum(found => found.GetProperty("actions").GetArrayLength());

    [Theory, MemberData(nameof(Gallery))]
    public void A_button_has_a_verb_and_works_in_old_clients(string name, Language language)
    {
        foreach (var action in Json(name, language).OfType("Action.Execute"))
        {
            var verb = action.Word("verb");
            Assert.Matches(Verb(), verb);
            Assert.False(string.IsNullOrWhiteSpace(action.Word("title")));
            var submit = action.GetProperty("fallback");
            Assert.Equal("Action.Submit", submit.Word("type"));
            Assert.Equal(action.Word("title"), submit.Word("title"));
            Assert.Equal(action.Word("associatedInputs"), submit.Word("associatedInputs"));
            var sent = submit.GetProperty("data").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString());
            Assert.Equal(verb, sent["verb"]);
            sent.Remove("verb");
            Assert.Equal(action.GetProperty("data").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString()), sent);
        }
    }

    [Fact]
    public void The_verbs_that_integrators_rely_on_are_on_cards()
    {
        string[] named =
        [
            "flow.confirm", "flow.cancel", "flow.edit", "flow.submit", "approval.approve", "approval.change", "approval.return", "approval.reject", "quote.submit", "quote.send",
            "quote.withdraw", "quote.outcome", "write.undo",
        ];
        Assert.Empty(named.Except(CardGallery.All(Language.Dutch).SelectMany(card => card.Card.ToJson().Verbs())));
    }

    [Theory, MemberData(nameof(Gallery))]
    public void A_button_sends_ids_and_versions_only(string name, Language language)
    {
        string[] known = ["progress", "version", "round", "quote", "agreement", "proposal", "absence", "team", "write", "slot", "value", "follow-up", "list", "skip", "subject", "scope", "id", "period", "language", "step", "indicator", "plan"];
        // What a button says for its reader is what stands on it, and counts no more than if it were typed.
        var (asking, acting) = (
            Json(name, language).OfType("Action.Execute").Where(action => action.Word("verb") == Say.Verb),
            Json(name, language).OfType("Action.Execute").Where(action => action.Word("verb") != Say.Verb));
        Assert.All(asking, action => Assert.Equal($$"""{"{{Say.Words}}":"{{action.Word("title")}}"}""", action.GetProperty("data").GetRawText()));
        foreach (var entry in acting.SelectMany(action => action.GetProperty("data").EnumerateObject()))
        {
            Assert.Contains(entry.Name, known);
            if (entry.Value.ValueKind == JsonValueKind.Number) Assert.Contains(entry.Name, new[] { "version", "round", "skip" });
            else Assert.DoesNotMatch(@"[€%\s]", entry.Value.GetString());
        }
    }

    [Theory, MemberData(nameof(Gallery))]
    public void An_input_has_a_label_and_says_what_is_missing(string name, Language language)
    {
        foreach (var input in Json(name, language).Objects().Where(found => found.Word("type")?.StartsWith("Input.", StringComparison.Ordinal) == true))
        {
            Assert.False(string.IsNullOrWhiteSpace(input.Word("label")));
            Assert.False(string.IsNullOrWhiteSpace(input.Word("id")));
            if (input.Has("isRequired")) Assert.False(string.IsNullOrWhiteSpace(input.Word("errorMessage")));
        }
    }

    [Theory, MemberData(nameof(Gallery))]
    public void An_input_is_not_named_like_the_data_of_its_button(string name, Language language)
    {
        var card = Json(name, language);
        var inputs = card.Objects().Where(found => found.Word("type")?.StartsWith("Input.", StringComparison.Ordinal) == true).Select(input => input.Word("id"));
        var keys = card.OfType("Action.Submit").SelectMany(action => action.GetProperty("data").EnumerateObject()).Select(entry => entry.Name);
        Assert.Empty(inputs.Intersect(keys));
    }

    [Theory, MemberData(nameof(Gallery))]
    public void A_chart_carries_its_numbers_in_a_table_for_clients_that_do_not_draw(string name, Language language)
    {
        foreach (var chart in Json(name, language).Objects().Where(found => found.Word("type")?.StartsWith("Chart.", StringComparison.Ordinal) == true))
        {
            var table = chart.GetProperty("fallback");
            Assert.Equal("Table", table.Word("type"));
            Assert.InRange(table.GetProperty("columns").GetArrayLength(), 2, 4);
            Assert.All(table.OfType("TableRow"), row => Assert.Equal(table.GetProperty("columns").GetArrayLength(), row.GetProperty("cells").GetArrayLength()));
            Assert.InRange(table.GetProperty("rows").GetArrayLength(), 2, 20);
        }
    }

    [Theory, MemberData(nameof(Gallery))]
    public void Ids_are_unique_in_a_card(string name, Language language) =>
        Assert.Distinct(Json(name, language).Objects().Where(found => found.Has("type")).Select(found => found.Word("id")).OfType<string>());

    [Fact]
    public void The_languages_show_the_same_in_other_words()
    {
        foreach (var (dutch, english) in CardGallery.All(Language.Dutch).Zip(CardGallery.All(Language.English)))
        {
            var (nl, en) = (dutch.Card.ToJson(), english.Card.ToJson());
            Assert.Equal(nl.Verbs(), en.Verbs());
            Assert.Equal(nl.Texts().Count, en.Texts().Count);
            Assert.NotEqual(nl.Texts(), en.Texts());
        }
    }

    [GeneratedRegex(@"^[a-z][a-z-]*\.[a-z]+$")]
    private static partial Regex Verb();
}
