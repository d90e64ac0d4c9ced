using System.Text.Json;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Figures;
using SalesBot.Cards.Model;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Quotes;
using SalesBot.Cards.Welcome;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using Xunit;

namespace SalesBot.Tests.Cards;

/// <summary>What a card shows and offers, to whom.</summary>
public sealed class CardContentTests
{
    private static JsonElement Approval(ApprovalState state, Audience audience, string? reason = null) =>
        ApprovalCard.Of(CardGallery.ApprovalViewOf(state, audience, reason), Language.Dutch).ToJson();

    [Theory]
    [InlineData(20, true)]
    [InlineData(70, false)]
    public void A_very_long_note_fits_on_the_card_and_in_the_form(int sentences, bool isWhole)
    {
        IReadOnlyList<string> note = [.. Enumerable.Range(1, sentences).Select(number => $"Zin {number} van een lange notitie waarin van alles staat over de klant en zijn plannen.")];
        var card = PreviewCard.Of(
            new("Bezoek", "p-1", 1, [new("Bezoekverslag", [new("Klant", "Philips")])], [new("notes", "Notitie", FieldInput.LongText, string.Join(' ', note), false, [])],
                Summary: new([new(note[0], [1])], true, note)), Language.Dutch);
        var json = card.ToJson().GetRawText();
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(json), 1, 25_000);
        Assert.Contains(note[^1], json);
        Assert.Equal(isWhole, json.Contains($"[{sentences}] ", StringComparison.Ordinal));
        Assert.Equal(!isWhole, json.Contains("gaat nog verder", StringComparison.Ordinal));
        Assert.Equal(new Citation(1, "Notitie, zin 1", note[0]), Assert.Single(card.Citations!));
    }

    [Fact]
    public void The_margin_shows_to_the_approver_alone()
    {
        // Cost 8,280.00 of a price of 12,144.00 leaves 3,864.00.
        Assert.Contains("€ 3.864,00", Approval(ApprovalState.Waiting, Audience.Approver).GetRawText());
        foreach (var state in Enum.GetValues<ApprovalState>())
        {
            foreach (var audience in new[] { Audience.Requester, Audience.Channel })
            {
                var card = Approval(state, audience, "reden").GetRawText();
                Assert.DoesNotContain("Marge", card);
                Assert.DoesNotContain("3.864", card);
                Assert.DoesNotContain("31,8", card);
            }
        }
    }

    [Fact]
    public void Only_the_approver_can_decide_and_only_while_it_waits()
    {
        Assert.Equal(["approval.approve", "approval.change", "approval.return", "approval.reject"], Approval(ApprovalState.Waiting, Audience.Approver).Verbs());
        Assert.Equal(["approval.withdraw"], Approval(ApprovalState.Waiting, Audience.Requester).Verbs());
        Assert.Equal(["approval.reply", "approval.withdraw"], Approval(ApprovalState.Returned, Audience.Requester, "Waarom?").Verbs());
        Assert.Equal(["approval.refresh"], Approval(ApprovalState.Waiting, Audience.Channel).Verbs());
        foreach (var state in Enum.GetValues<ApprovalState>().Except([ApprovalState.Waiting]))
        {
            Assert.Empty(Approval(state, Audience.Approver).Verbs());
            Assert.Empty(Approval(state, Audience.Channel).Verbs());
            if (state != ApprovalState.Returned) Assert.Empty(Approval(state, Audience.Requester).Verbs());
        }
    }

    [Fact]
    public void A_question_and_a_reason_are_asked_for_and_hold_up_no_other_button()
    {
        var card = Approval(ApprovalState.Waiting, Audience.Approver);
        var forms = card.GetProperty("actions").EnumerateArray().Where(action => action.Word("type") == "Action.ShowCard").ToList();
        Assert.Equal([["text", "remark"], ["question"], ["reason"]], forms.Select(form => form.OfType("Input.Text").Select(input => input.Word("id"))));
        // What is changed is free; a question and a reason are not.
        Assert.All(forms.Skip(1), form => Assert.True(form.OfType("Input.Text").Single().GetProperty("isRequired").GetBoolean()));
        Assert.Empty(card.GetProperty("body").OfType("Input.Text"));
        Assert.Equal("none", card.GetProperty("actions")[0].Word("associatedInputs"));
    }

    [Theory]
    [InlineData(Audience.Approver), InlineData(Audience.Requester), InlineData(Audience.Channel)]
    public void After_a_decision_everybody_sees_who_when_and_what(Audience audience)
    {
        // 08:30 UTC on 3 March is half past nine in the Netherlands.
        var texts = Approval(ApprovalState.Rejected, audience, "Onder de kostprijs.").Texts();
        Assert.Contains(texts, text => text.Contains("Afgewezen", StringComparison.Ordinal) && text.Contains("Pieter Vermeulen", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("3 maart 2026, 09:30", StringComparison.Ordinal));
        Assert.Contains("Onder de kostprijs.", texts);
    }

    [Fact]
    public void The_card_of_the_channel_is_fetched_anew_for_at_most_sixty_persons()
    {
        var view = CardGallery.ApprovalViewOf(ApprovalState.Waiting, Audience.Channel) with { RefreshUserIds = [.. Enumerable.Range(0, 99).Select(i => $"29:{i}")] };
        var refresh = ApprovalCard.Of(view, Language.Dutch).ToJson().GetProperty("refresh");
        Assert.Equal(60, refresh.GetProperty("userIds").GetArrayLength());
        Assert.Equal(2, refresh.GetProperty("action").GetProperty("data").GetProperty("version").GetInt32());
    }

    [Fact]
    public void An_approval_shows_the_version_that_was_asked_about()
    {
        var newer = CardGallery.Offered with { Number = 3, Total = 99_999 };
        var view = CardGallery.ApprovalViewOf(ApprovalState.Superseded, Audience.Approver);
        var quote = CardGallery.QuoteOf(QuoteStatus.Draft) with { Versions = [CardGallery.Offered, newer] };
        view = view with { Body = QuoteApproval.Of(quote, view.Approval.Version, Audience.Approver, Language.Dutch) };
        var texts = ApprovalCard.Of(view, Language.Dutch).ToJson().Texts();
        Assert.Contains("€ 12.144,00", texts);
        Assert.DoesNotContain("€ 99.999,00", texts);
    }

    [Fact]
    public void A_quote_adds_up_from_its_lines_to_what_the_customer_pays()
    {
        var texts = QuoteCard.Of(new QuoteView(CardGallery.QuoteOf(QuoteStatus.Draft), "Philips", CardGallery.Team, null, []), Language.Dutch).ToJson().Texts();
        // 40 × 2 × 129.00, 40 × 62.50, 2 × 490.00; together 13,800.00; 12 % off; 21 % of 9,715.20 and 9 % of 2,428.80.
        Assert.Equal(
            ["€ 10.320,00", "€ 2.500,00", "€ 980,00", "€ 13.800,00", "-€ 1.656,00", "€ 12.144,00", "€ 2.040,19", "€ 218,59", "€ 14.402,78"],
            texts.Where(text => text.TrimStart('-').StartsWith('€')));
        Assert.Contains("10 mrt · € 129,00 × 40 kamers × 2 nachten", texts);
    }

    [Fact]
    public void Lines_beyond_the_card_are_summed_in_one()
    {
        var shown = QuoteCard.Of(new QuoteView(CardGallery.QuoteOf(QuoteStatus.Draft, CardGallery.Long), "Philips", CardGallery.Team, null, []), Language.English).ToJson().Texts();
        var at = shown.ToList().IndexOf("and 19 more lines");
        var rest = CardGallery.Long.Lines.Skip(11).Sum(line => line.Quantity * line.Times * line.UnitPrice);
        Assert.Equal(rest.ToString("€#,##0.00", System.Globalization.CultureInfo.InvariantCulture), shown[at + 1]);
    }

    [Fact]
    public void A_quote_offers_what_its_reader_may_do()
    {
        var view = new QuoteView(CardGallery.QuoteOf(QuoteStatus.Sent), "Philips", CardGallery.Team, null, []);
        Assert.Empty(QuoteCard.Of(view, Language.Dutch).ToJson().Verbs());
        Assert.Equal(["quote.submit"], QuoteCard.Of(view with { MaySubmit = true }, Language.Dutch).ToJson().Verbs());
        // In the customer's language, and in the other one.
        Assert.Equal(["quote.send", "quote.send"], QuoteCard.Of(view with { MaySend = true }, Language.Dutch).ToJson().Verbs());
        Assert.Equal(["quote.withdraw"], QuoteCard.Of(view with { MayWithdraw = true }, Language.Dutch).ToJson().Verbs());
        var outcome = QuoteCard.Of(view with { MayRecordOutcome = true }, Language.Dutch).ToJson();
        Assert.Equal(["quote.outcome"], outcome.Verbs());
        Assert.Equal(["accepted", "rejected", "expired"], outcome.OfType("Input.ChoiceSet").Single().GetProperty("choices").EnumerateArray().Select(choice => choice.Word("value")));
    }

    [Fact]
    public void A_preview_names_its_version_and_its_form_holds_what_is_known()
    {
        var card = CardGallery.All(Language.Dutch).Single(card => card.Name == "preview").Card.ToJson();
        Assert.Equal(["flow.confirm", "flow.edit", "flow.cancel"], card.Verbs());
        Assert.All(card.OfType("Action.Execute"), action => Assert.Equal("""{"progress":"p-01J9XK","version":3}""", action.GetProperty("data").GetRawText()));
        Assert.Equal(("date", "2026-03-03"), (card.OfType("Input.Date").Single().Word("id"), card.OfType("Input.Date").Single().Word("value")));
        Assert.Equal(45, card.OfType("Input.Number").Single().GetProperty("value").GetInt32());
        Assert.DoesNotContain(card.GetProperty("body").Objects(), found => found.Word("type")?.StartsWith("Input.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_receipt_can_be_undone_where_the_write_can()
    {
        var done = new DoneView("Bezoek", [], "w-1");
        Assert.Equal("w-1", DoneCard.Of(done, Language.Dutch).ToJson().OfType("Action.Execute").Single().GetProperty("data").Word("write"));
        Assert.Empty(DoneCard.Of(done with { Write = null }, Language.Dutch).ToJson().Verbs());
    }

    [Fact]
    public void A_choice_sends_the_slot_and_what_was_chosen()
    {
        var view = new ChoiceView("Welke?", "p-1", 4, "account", [new("A-1", "Philips Eindhoven"), new("A-2", "Philips Best")]);
        var second = ChoiceCard.Of(view, Language.Dutch).ToJson().GetProperty("actions")[1];
        Assert.Equal(("Philips Best", "flow.answer"), (second.Word("title"), second.Word("verb")));
        Assert.Equal("""{"progress":"p-1","version":4,"slot":"account","value":"A-2"}""", second.GetProperty("data").GetRawText());
    }

    [Fact]
    public void Indicators_carry_their_code_as_id_and_their_value_as_text()
    {
        KpiRow[] rows = [new("hit_rate", "Hitrate", "58,3 %"), new("revenue", "Omzet Philips", "€ 10", Qualifier: "A-001"), new("revenue", "Omzet ASML", "€ 20", Qualifier: "A-002"), new("nps", "NPS", null)];
        var card = KpiCard.Of(new KpiView("Team", "2026", "basis", rows), Language.Dutch).ToJson();
        string? ValueOf(string id) => card.Objects().Single(found => found.Word("id") == id).Word("text");
        Assert.Equal(["58,3 %", "€ 10", "€ 20", "niet bepaald"], new[] { "hit_rate", "revenue.A-001", "revenue.A-002", "nps" }.Select(ValueOf));
    }

    [Fact]
    public void Revenue_is_compared_with_target_and_last_year()
    {
        var view = new RevenueView("Philips", "2026", "basis", 90_000, 120_000, 75_000);
        var card = RevenueCard.Of(view, Language.English).ToJson();
        Assert.Contains("-€30,000", card.Texts());
        Assert.Contains("75% of target", card.Texts());
        Assert.Equal("+20%", card.Objects().Single(found => found.Word("id") == "revenue_growth").Word("text"));
        var fresh = RevenueCard.Of(view with { LastYear = 0, Target = null }, Language.English).ToJson();
        Assert.Equal("not defined", fresh.Objects().Single(found => found.Word("id") == "revenue_growth").Word("text"));
        Assert.Contains("no target set", fresh.Texts());
    }

    [Fact]
    public void Small_steps_of_a_bridge_are_drawn_to_be_seen_and_steps_of_nothing_not_at_all()
    {
        BridgeRow[] accounts = [new(new("a"), "A", BridgeStep.Expansion, 9_000), new(new("b"), "B", BridgeStep.Lost, -3_000)];
        var bars = BridgeCard.Of(new BridgeView("Waarom", "2026", "Doel", 78_000, 84_000, accounts, "basis"), Language.Dutch).ToJson().Objects()
            .Where(found => found.Word("style") is "good" or "attention").Select(found => (found.Word("style"), found.GetProperty("width").GetInt32())).ToList();
        Assert.Equal(["good", "attention"], bars.Select(bar => bar.Item1));
        Assert.InRange(bars[0].Item2, 50, 70);
        Assert.InRange(bars[1].Item2, 17, 24);
    }

    [Fact]
    public void A_bridge_adds_up_and_says_so_when_it_does_not()
    {
        BridgeRow[] accounts =
        [
            new(new("a"), "A", BridgeStep.New, 100), new(new("b"), "B", BridgeStep.Expansion, 50), new(new("c"), "C", BridgeStep.Contraction, -30), new(new("d"), "D", BridgeStep.Lost, -20),
            .. Enumerable.Range(0, 10).Select(i => new BridgeRow(new($"e{i}"), $"E{i}", BridgeStep.Expansion, 1)),
        ];
        var whole = BridgeCard.Of(new BridgeView("Waarom", "2026", "Doel", 1000, 1110, accounts, "basis"), Language.Dutch).ToJson();
        Assert.Equal(["€ 1.000", "+€ 100", "+€ 60", "-€ 30", "-€ 20", "€ 1.110"], whole.Texts().Where(text => text.Contains('€')).Skip(1).Take(6));
        Assert.DoesNotContain("Onverklaard", whole.Texts());
        // Eight accounts have a row of their own; the other six of +1 stand together.
        Assert.Equal("+€ 6", whole.Texts()[whole.Texts().ToList().IndexOf("Overige klanten (6)") + 1]);
        Assert.Contains("Onverklaard", BridgeCard.Of(new BridgeView("Waarom", "2026", "Doel", 1000, 1111, accounts, "basis"), Language.Dutch).ToJson().Texts());
    }

    [Fact]
    public void A_follow_up_that_is_open_can_be_finished()
    {
        var card = CardGallery.All(Language.Dutch).Single(card => card.Name == "follow-ups").Card.ToJson();
        var finish = card.OfType("Action.Execute").Where(action => action.Word("verb") == "follow-up.done").Select(action => action.GetProperty("data").Word("follow-up"));
        Assert.Equal(["f-1", "f-2", "f-4", "f-5"], finish);
        Assert.Equal("""{"list":"follow-ups","skip":5}""", card.OfType("Action.Execute").Last().GetProperty("data").GetRawText());
    }

    [Fact]
    public void A_failure_says_that_nothing_was_saved_and_what_to_refer_to()
    {
        var texts = ErrorCard.Of("0HN4-7K2Q", Language.English).ToJson().Texts();
        Assert.Contains(texts, text => text.StartsWith("Nothing was saved", StringComparison.Ordinal));
        Assert.Contains("Reference: 0HN4-7K2Q", texts);
    }
}
