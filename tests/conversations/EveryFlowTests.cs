using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>What holds for every conversation that the bot knows: cancel, correction, a doubled yes, a restart. A new flow adds one line.</summary>
public sealed partial class EveryFlowTests
{
    /// <param name="Words">Everything that the flow needs, in one sentence.</param>
    /// <param name="Before">Said and agreed to before it: what the flow is about.</param>
    /// <param name="Correction">Said at the preview, after which the card shows <paramref name="Corrected"/>; null for a question.</param>
    private sealed record Sample(string Who, string Words, string? Correction = null, string? Corrected = null, string? Before = null)
    {
        /// <summary>The supervisor has approved what was asked before.</summary>
        public bool Approved { get; init; }
    }

    private static readonly Dictionary<string, Sample> Samples = new()
    {
        [Intents.LogVisit] = new("Anna", "Net bij Philips geweest, gesproken met Jan de Vries over 40 kamers in mei", "nee, 45 kamers", "45"),
        [Intents.RequestQuote] = new("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei", "nee, 25 kamers", "€ 2.950,00"),
        [Intents.ChangeQuote] = new("Anna", "kopieer Q-2026-0062 voor juni", "nee, 25 kamers", "25 kamers", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei"),
        ["agreement"] = new("Anna", "samenwerkingsovereenkomst met Achmea: kamers 105, heel 2026, 400 kamernachten", "10 % op de zalen", "-10 %"),
        ["show_agreements"] = new("Anna", "welke jaarafspraken hebben we met Achmea?"),
        [Intents.CreateAccountPlan] = new("Anna", "Maak een accountplan voor Philips: omzet 20.000, kosten 500", "kosten 700", "€ 700"),
        [Intents.PlanStatus] = new("Anna", "Hoe staat het plan van Philips ervoor?"),
        [Intents.SendQuote] = new("Anna", "verstuur Q-2026-0062", "nee, in het Engels", "Engels", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei") { Approved = true },
        [Intents.CloseQuote] = new("Anna", "Q-2026-0059 is afgewezen, te duur", "nee, te laat", "te laat"),
        [Intents.AddFollowUp] = new("Anna", "Herinner me maandag aan het contract van Achmea", "nee, dinsdag", "di 10 maart 2026"),
        [Intents.LogLead] = new("Daan", "New lead at Jansen, 50 people in September, about 6000 euro", "no, 70 people", "70"),
        [Intents.LogMarketInfo] = new("Daan", "Competitor NH is offering rooms at 99 euro to O'Brien", "no, Fletcher", "Fletcher"),
        [Intents.QuoteStatus] = new("Anna", "Welke offertes staan er nog open?"),
        [Intents.QueryRevenue] = new("Anna", "Hoeveel omzet hadden we vorig jaar bij ASML?"),
        [Intents.QueryKpi] = new("Anna", "Hoe sta ik ervoor dit jaar?"),
        [Intents.DeviationExplanation] = new("Sven", "Waarom wijkt de omzet van het team vorig jaar af van het doel?"),
        [Intents.RecordCause] = new("Anna", "Oorzaak bij Philips: reorganisatie", "nee, Achmea", "Achmea"),
        [Intents.ReportExport] = new("Anna", "Stuur me het rapport van vorig kwartaal als Excel"),
        [Intents.AccountOverview] = new("Anna", "Wat weet je over Philips?"),
        [Intents.ApprovalsPending] = new("Sven", "Welke aanvragen wachten op mijn goedkeuring?"),
        [Intents.ListFollowUps] = new("Anna", "Welke acties staan er nog open?"),
        [Intents.LogIssue] = new("Anna", "Klacht van Achmea: de zaal was gisteren te koud", "nee, uiterlijk 30 maart", "ma 30 maart 2026"),
        ["list_issues"] = new("Anna", "Welke klachten lopen er nog?"),
        ["close_issue"] = new("Anna", "De klacht van Achmea is opgelost", "nee, opgelost met een bos bloemen", "Een bos bloemen", "Klacht van Achmea: de zaal was gisteren te koud"),
        ["change_issue"] = new("Anna", "Zet de klacht van Achmea op naam van Daan", "nee, op naam van Sven", "Sven Mulder", "Klacht van Achmea: de zaal was gisteren te koud"),
        [Intents.LogSatisfaction] = new("Anna", "Achmea beoordeelt ons met een 8", "nee, een 7", "7"),
        ["show_satisfaction"] = new("Anna", "Hoe tevreden is Achmea?"),
        [Intents.LogEvent] = new("Anna", "Gisteren op de beurs Event Summit geweest", "nee, 7 leads", "7"),
        ["list_events"] = new("Anna", "Op welke beurzen waren we dit jaar?"),
        [Intents.LeadStatus] = new("Anna", "Welke leads staan er open?"),
        ["change_lead"] = new("Daan", "The lead at Jansen is qualified", "no, it is worth 9000 euro", "€9,000.00", "New lead at Jansen, 50 people in September, about 6000 euro"),
        [Intents.ContactLookup] = new("Anna", "Wie is de contactpersoon bij Achmea?"),
        ["add_contact"] = new("Anna", "Nieuwe contactpersoon bij Achmea: Petra Smit", "nee, haar mail is petra@achmea.example", "petra@achmea.example"),
        ["change_contact"] = new("Anna", "Emma van Dam is nu opdrachtgever", "nee, haar nummer is 06-12345678", "06-12345678"),
        [Intents.LogAdvice] = new("Anna", "Ik heb Achmea geadviseerd om AV bij te boeken", "nee, het is 1500 euro waard", "€ 1.500,00"),
        ["answer_advice"] = new("Anna", "Achmea heeft het advies overgenomen", "nee, omdat het te duur was", "het te duur was", "Ik heb Achmea geadviseerd om AV bij te boeken"),
        ["list_advice"] = new("Anna", "Welke adviezen staan er nog open?"),
        [Intents.LogFuturePlan] = new("Anna", "Achmea wil volgend jaar een congres organiseren, ze kiezen in september een locatie", "nee, ze kiezen in oktober", "oktober 2026"),
        ["list_future_plans"] = new("Anna", "Wat zijn de toekomstplannen van Achmea?"),
        ["show_prices"] = new("Anna", "Wat kost een lunch?"),
        ["show_visits"] = new("Anna", "Bezoekverslagen van Achmea"),
        [Intents.MarketNews] = new("Anna", "Wat is er deze maand voor marktnieuws?"),
        ["retract_market_info"] = new("Daan", "Retract the market information about NH", null, null, "Competitor NH is offering rooms at 99 euro to O'Brien"),
        [Intents.CompleteFollowUp] = new("Anna", "De opvolging voor Achmea is gedaan", null, null, "Herinner me maandag aan het contract van Achmea"),
        ["change_follow_up"] = new("Anna", "Verzet de opvolging van Achmea naar vrijdag", "nee, donderdag 12 maart", "do 12 maart 2026", "Herinner me maandag aan het contract van Achmea"),
        ["call_list"] = new("Anna", "Welke klanten moet ik deze week bellen?"),
        [Intents.UpsellSuggestion] = new("Anna", "Wat kan ik Philips nog meer verkopen?"),
        [Intents.Proposal] = new("Anna", "Voorstel: voor Achmea een zomerarrangement van 95 euro", "nee, 90 euro", "€ 90,00"),
        ["list_proposals"] = new("Anna", "Welke voorstellen lopen er?"),
        [Intents.HandOver] = new("Sven", "Draag Achmea over aan Daan", "nee, op naam van Sven", "Sven Mulder"),
        [Intents.SetNudges] = new("Anna", "meldingen instellen"),
        [Intents.SnoozeNudge] = new("Anna", "herinner me hier volgende week aan"),
        [Intents.SubscribeReport] = new("Anna", "welke rapporten krijg ik?"),
        [Intents.EraseContact] = new("Gijs", "wis de gegevens van Jan de Vries bij Philips", "nee, Marieke van den Berg", "Marieke"),
        [Intents.ExportContact] = new("Gijs", "exporteer de persoonsgegevens van Jan de Vries bij Philips"),
        [Intents.ShowHistory] = new("Anna", "Geschiedenis van Q-2026-0059"),
        ["show_policy"] = new("Sven", "Welk beleid geldt er voor offertes?"),
        [Intents.AnswerQuestion] = new("Anna", "antwoord: de lunch regelen ze zelf"),
        ["show_absences"] = new("Sven", "Wie is er deze week afwezig?"),
        [Intents.SetAbsence] = new("Sven", "Ik ben van 3 tot 14 mei afwezig, Eva neemt waar", "nee, van 3 mei tot en met 18 mei", "18 mei 2026"),
        [Intents.EndAbsence] = new("Sven", "ik ben terug"),
        [Intents.Undo] = new("Anna", "maak dat ongedaan"),
        [Intents.Help] = new("Anna", "help"),
        [Intents.SwitchLanguage] = new("Anna", "praat Nederlands"),
    };

    public static TheoryData<string> All() => [.. Flows().Select(flow => flow.Intent)];

    public static TheoryData<string> Writing() => [.. Flows().Where(flow => flow.Confirms).Select(flow => flow.Intent)];

    /// <summary>Those in which something can be put right: a record that is only picked is picked anew.</summary>
    public static TheoryData<string> Correcting() => [.. Flows().Where(flow => flow.Confirms && Samples[flow.Intent].Correction is not null).Select(flow => flow.Intent)];

    public static TheoryData<string> Asking() => [.. Flows().Where(flow => !flow.Confirms).Select(flow => flow.Intent)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_flow_answers_its_sentence(string intent)
    {
        await using var talk = await StartAsync(intent);
        Assert.Equal(intent, talk.Last.Trace.Flow);
        Assert.NotEqual("", talk.Shown.Trim());
        Assert.Equal(Flows().First(flow => flow.Intent == intent).Confirms ? "confirm" : null, talk.Last.Trace.Asking);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_cancelled_flow_writes_nothing(string intent)
    {
        await using var talk = await StartAsync(intent);
        var before = await RecordsAsync(talk);
        await talk.SayAsync(Samples[intent].Who, "stop");
        Assert.Null(talk.Last.Trace.Asking);
        await talk.SayAsync(Samples[intent].Who, "ja");
        Assert.Empty(talk.Last.Trace.Wrote);
        Assert.Equal(before, await RecordsAsync(talk));
    }

    [Theory]
    [MemberData(nameof(Correcting))]
    public async Task A_corrected_flow_writes_what_was_corrected(string intent)
    {
        await using var talk = await StartAsync(intent);
        Assert.DoesNotContain(Samples[intent].Corrected!, talk.Shown, StringComparison.Ordinal);
        await talk.SayAsync(Samples[intent].Who, Samples[intent].Correction!);
        Assert.Equal("confirm", talk.Last.Trace.Asking);
        Assert.Contains(Samples[intent].Corrected!, talk.Shown, StringComparison.Ordinal);
        await talk.SayAsync(Samples[intent].Who, "ja");
        Assert.NotEmpty(talk.Last.Trace.Wrote);
        Assert.Contains(Samples[intent].Corrected!, talk.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_yes_that_comes_twice_writes_once(string intent)
    {
        await using var talk = await StartAsync(intent);
        await talk.SayAsync(Samples[intent].Who, "ja");
        Assert.NotEmpty(talk.Last.Trace.Wrote);
        var once = await RecordsAsync(talk);
        await talk.AgainAsync();
        await talk.SayAsync(Samples[intent].Who, "ja");
        Assert.Empty(talk.Last.Trace.Wrote);
        Assert.Equal(once, await RecordsAsync(talk));
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_flow_goes_on_after_a_restart(string intent)
    {
        await using var talk = await StartAsync(intent);
        var before = await RecordsAsync(talk);
        await talk.RestartAsync();
        await talk.SayAsync(Samples[intent].Who, "herhaal");
        Assert.Equal("confirm", talk.Last.Trace.Asking);
        await talk.RestartAsync();
        await talk.SayAsync(Samples[intent].Who, "ja");
        Assert.NotEmpty(talk.Last.Trace.Wrote);
        Assert.NotEqual(before, await RecordsAsync(talk));
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task A_question_in_between_leaves_the_open_flow_as_it_was(string intent)
    {
        await using var talk = await Talk.BeginAsync();
        var sample = Samples[intent];
        await talk.SayAsync(sample.Who, "bezoek vastleggen op 3 maart");
        Assert.Equal("account", talk.Last.Trace.Asking);
        await talk.SayAsync(sample.Who, sample.Words);
        Assert.Equal(intent, talk.Last.Trace.Flow);
        Assert.Equal("account", talk.Last.Trace.Asking);
        Assert.DoesNotContain(talk.Last.Trace.Wrote, record => record.Kind is not ("preferences" or "cause-question"));
    }

    internal static IReadOnlyList<Dialogs.Engine.Flow> Flows()
    {
        var policy = PolicySettings.Default;
        // The list alone is wanted: nothing is read from the store.
        return AllFlows.Of(new QuoteDesk(new(null, policy)), new CardViews(null!), new Undoing(AllFlows.Undoable), new PolicyFor(policy));
    }

    private static async Task<Talk> StartAsync(string intent)
    {
        Assert.True(Samples.ContainsKey(intent), $"The flow {intent} has no sample sentence in {nameof(EveryFlowTests)}.");
        var (talk, sample) = (await Talk.BeginAsync(), Samples[intent]);
        if (sample.Before is { } before)
        {
            await talk.SayAsync(sample.Who, before);
            await talk.SayAsync(sample.Who, "ja");
        }
        if (sample.Approved)
        {
            await talk.OpenAsync("Sven");
            await talk.PressAsync("Sven", "approval.approve");
        }
        await talk.SayAsync(sample.Who, sample.Words);
        return talk;
    }

    /// <summary>Everything that can be written in a talk, as versions of the records.</summary>
    private static async Task<IReadOnlyList<string>> RecordsAsync(Talk talk)
    {
        var found = new List<string>();
        await AddAsync(Kinds.Visit);
        await AddAsync(Kinds.Contact);
        await AddAsync(Kinds.Lead);
        await AddAsync(Kinds.MarketInfo);
        await AddAsync(Kinds.FollowUp);
        await AddAsync(Kinds.Proposal);
        await AddAsync(Kinds.Issue);
        await AddAsync(Kinds.Satisfaction);
        await AddAsync(Kinds.Event);
        await AddAsync(Kinds.Advice);
        await AddAsync(Kinds.FuturePlan);
        await AddAsync(Kinds.Account);
        await AddAsync(Kinds.Quote);
        await AddAsync(Kinds.Approval);
        await AddAsync(Kinds.Absence);
        await AddAsync(Kinds.Cause);
        await AddAsync(Kinds.ErasureRequest);
        await AddAsync(Kinds.Agreement);
        return found;

        async Task AddAsync<T>(Kind<T> kind) where T : class =>
            found.AddRange((await talk.Store.ListAsync(talk.Corporate, kind, "", int.MaxValue, TestContext.Current.CancellationToken)).Select(stored => $"{kind.Name} {stored.ETag}"));
    }
}
